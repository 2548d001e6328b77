// What was written and is not yet saved by the server, kept by this browser until it is, and not a moment longer: others
// may sit here tomorrow.
import * as Y from "yjs";

const DELAY_MS = 200;

const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
});

function database() {
    const opening = indexedDB.open("trame-unsaved", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("updates");
    return done(opening);
}

/**
 * The unsaved changes of one person to one document. Each tab has a place of its own.
 *
 * @param told called each time changes are safe here
 */
export class Kept {
    constructor(name, doc, told) {
        Object.assign(this, { name, doc, told, own: `${name}/${doc.clientID}`, found: [], works: false });
    }

    /** Puts what an earlier page kept back into the document. */
    async restore() {
        try {
            this.database = await database();
            const store = this.store("readonly");
            const range = IDBKeyRange.bound(`${this.name}/`, `${this.name}/\uffff`);
            const [keys, updates] = await Promise.all([done(store.getAllKeys(range)), done(store.getAll(range))]);
            this.works = true;
            this.found = keys;
            updates.forEach((update) => Y.applyUpdate(this.doc, update, this));
            return updates.length > 0;
        } catch {
            return false; // a browser that keeps nothing: the page says so when it matters
        }
    }

    /** Remembers from where on things are unsaved. */
    base(vector) {
        this.vector = vector;
    }

    keep() {
        this.waiting ??= setTimeout(async () => {
            this.waiting = null;
            if (this.works) {
                await done(this.store("readwrite").put(Y.encodeStateAsUpdate(this.doc, this.vector), this.own));
                this.told();
            }
        }, DELAY_MS);
    }

    forget() {
        clearTimeout(this.waiting);
        this.waiting = null;
        this.vector = Y.encodeStateVector(this.doc);
        if (this.works) {
            const store = this.store("readwrite");
            [this.own, ...this.found.splice(0)].forEach((key) => store.delete(key));
        }
    }

    store(mode) {
        return this.database.transaction("updates", mode).objectStore("updates");
    }
}
