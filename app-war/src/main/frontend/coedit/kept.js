// What was written and is not yet saved by the server, kept by this browser until it is, and not a moment longer: others
// may sit here tomorrow.
import * as Y from "yjs";

const DELAY_MS = 200, OTHER_PAGE_MS = 1_500, OLDEST_MS = 30 * 24 * 3_600_000;

const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
});

/** A write that succeeded can still be undone for want of room: only the end of its transaction tells. */
const committed = (transaction) => new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
});

function database() {
    const opening = indexedDB.open("trame-unsaved", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("updates");
    return done(opening);
}

/**
 * Claims what is kept under this key for as long as this page lives. A page that was just left may hold it for a moment
 * more, which is waited for.
 *
 * @return whether no other living page holds it
 */
const claim = (key) => !navigator.locks || new Promise((claimed) => {
    navigator.locks.request(`trame-unsaved/${key}`, { signal: AbortSignal.timeout(OTHER_PAGE_MS) }, () => {
        claimed(true);
        return new Promise(() => {}); // held until the page is gone
    }).catch((no) => claimed(no.name !== "TimeoutError" && no.name !== "AbortError"));
});

/**
 * The unsaved changes of one person to one document. Each tab has a place of its own.
 *
 * @param told called each time changes are safe here (true) or turn out not to be (false)
 */
export class Kept {
    constructor(name, doc, told) {
        Object.assign(this, { name, doc, told, own: `${name}/${doc.clientID}`, found: [], works: false, safe: true, writes: 0 });
        claim(this.own);
    }

    /** Puts what an earlier page kept back into the document; what another living page keeps is that page's to save. */
    async restore() {
        try {
            this.database = await database();
            this.database.onclose = () => Object.assign(this, { works: false, safe: false }); // taken away by the browser
            await this.purge();
            this.works = true;
            const keys = await done(this.store("readonly").getAllKeys(IDBKeyRange.bound(`${this.name}/`, `${this.name}/\uffff`)));
            const free = await Promise.all(keys.map(claim));
            // Read only now: a page that was just left may have written to the last.
            const store = this.store("readonly");
            const claimed = keys.filter((key, index) => free[index]);
            const values = (await Promise.all(claimed.map((key) => done(store.get(key))))).filter(Boolean);
            values.forEach(({ update }) => Y.applyUpdate(this.doc, update, this));
            this.found = claimed;
            return values.length > 0;
        } catch {
            return false; // a browser that keeps nothing: the page says so when it matters
        }
    }

    /** Whoever left a text here and has not come back for a month does not come for it; others may find it. */
    async purge() {
        const store = this.store("readonly");
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        this.drop(keys.filter((key, index) => !(values[index].at > Date.now() - OLDEST_MS)));
    }

    /** Remembers from where on things are unsaved. */
    base(vector) {
        this.vector = vector;
    }

    keep() {
        this.safe = false;
        this.writes++;
        this.waiting ??= setTimeout(() => this.now(), DELAY_MS);
    }

    /** Keeps without waiting for more: the page may be gone in a moment. */
    async now() {
        clearTimeout(this.waiting);
        this.waiting = null;
        if (!this.works || this.safe) {
            return;
        }
        const write = this.writes;
        try {
            const store = this.store("readwrite");
            const end = committed(store.transaction);
            store.put({ at: Date.now(), update: Y.encodeStateAsUpdate(this.doc, this.vector) }, this.own);
            await end;
            if (write === this.writes) { // else something was written, or saved, since
                this.safe = true;
                this.told(true);
            }
        } catch {
            this.works = false;
            this.told(false);
        }
    }

    forget() {
        clearTimeout(this.waiting);
        this.waiting = null;
        this.writes++;
        this.safe = true;
        this.vector = Y.encodeStateVector(this.doc);
        this.drop([this.own, ...this.found.splice(0)]);
    }

    drop(keys) {
        if (!this.database) {
            return;
        }
        try {
            const store = this.store("readwrite");
            keys.forEach((key) => store.delete(key));
        } catch {
            this.works = false; // the browser took the place away, and what was in it
        }
    }

    store(mode) {
        return this.database.transaction("updates", mode).objectStore("updates");
    }
}
