// The line to the server, by the y-protocols and two messages of our own: how many of the messages of this line are
// committed, and whether this person may write.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import { readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";

const SYNC = 0, AWARENESS = 1, SAVED = 100, RIGHTS = 101;
const STEP_2 = 1;
const TOGETHER_MS = 40, SILENCE_MS = 40_000, SHORTEST_MS = 500, LONGEST_MS = 15_000;
const PRESENCE_MS = 200, ASKING_MS = 5_000, BLOCKED_TRIES = 3;
const ENDS = { 4401: "signedOut", 4403: "refused", 4404: "refused", 1009: "tooLarge", 4400: "broken" };

/**
 * Keeps a document in step with the server's, for as long as the page lives.
 *
 * @param heard what happens: online(), offline(), saved(Date, whether anything was unsaved), unsaved(), rights(boolean),
 *     hindered(why) while it goes on trying, ended(why) when it does not
 */
export class Connection {
    constructor(address, doc, awareness, heard) {
        Object.assign(this, {
            address, doc, awareness, heard, tries: 0, unopened: 0, mayWrite: false, greeted: false, presented: 0,
            queue: [], sent: 0, committed: 0, synced: false, unsaved: false,
        });
        doc.on("update", (update, origin) => this.changed(update, origin));
        awareness.on("update", ({ added, updated, removed }, origin) => this.seen([...added, ...updated, ...removed], origin));
        addEventListener("online", () => this.again(0));
        this.open();
    }

    open() {
        const socket = new WebSocket(this.address.replace(/^http/, "ws"));
        socket.binaryType = "arraybuffer";
        this.socket = socket;
        let opened = false;
        // A socket that was given up may still speak. Nothing it says counts: above all not that something is saved, for
        // its count is not the one of the line that is in use now.
        socket.onopen = () => {
            if (socket !== this.socket) {
                return;
            }
            opened = true;
            Object.assign(this, { unopened: 0, greeted: false, queue: [], sent: 0, committed: 0, synced: false });
            this.write(SYNC, (to) => writeSyncStep1(to, this.doc));
            this.present();
            this.watch();
        };
        socket.onmessage = (message) => {
            if (socket !== this.socket || socket.readyState !== WebSocket.OPEN) {
                return;
            }
            this.watch();
            this.read(new Uint8Array(message.data));
        };
        socket.onclose = (event) => {
            if (socket === this.socket) {
                this.closed(event.code, opened);
            }
        };
    }

    isOpen() {
        return this.socket?.readyState === WebSocket.OPEN;
    }

    /** A line on which nothing comes is dead, even if nobody said so: our own presence comes back every 15 seconds. */
    watch() {
        clearTimeout(this.silence);
        this.silence = setTimeout(() => {
            // A dead line answers no farewell either: its end may come much later, so nobody waits for it.
            const { socket } = this;
            this.closed(0, true);
            socket.close();
        }, SILENCE_MS);
    }

    async closed(code, opened) {
        clearTimeout(this.silence);
        this.socket = null;
        this.synced = false;
        const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID);
        removeAwarenessStates(this.awareness, others, this);
        this.heard.offline();
        const why = ENDS[code] ?? (opened ? null : await this.whyNot());
        if (this.socket) {
            return; // opened anew while the answer was awaited
        }
        if (why) {
            this.stopped = true;
            this.mayWrite = false;
            this.heard.ended(why);
            return;
        }
        this.again(code === 4409 ? 0 : Math.min(LONGEST_MS, SHORTEST_MS * 2 ** this.tries++) * (0.5 + Math.random() / 2));
    }

    /**
     * A refused handshake tells a page nothing; the same address, asked without one, does.
     *
     * @return why it is no use to try again, or null
     */
    async whyNot() {
        try {
            const { status } = await fetch(this.address, {
                redirect: "manual", headers: { Accept: "text/plain" }, signal: AbortSignal.timeout(ASKING_MS),
            });
            this.unopened = status === 204 ? this.unopened + 1 : 0;
            if (this.unopened >= BLOCKED_TRIES) {
                this.heard.hindered("blocked"); // pages pass and sockets do not: something on the way stops them
            } else if (status === 429) {
                this.heard.hindered("tooMany");
            }
            return status === 401 || status === 0 ? "signedOut" : status === 403 || status === 404 ? "refused" : null;
        } catch {
            this.unopened = 0; // nothing passes: that is being offline
            return null;
        }
    }

    again(delay) {
        if (this.stopped || this.isOpen() || this.socket?.readyState === WebSocket.CONNECTING) {
            return;
        }
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => this.open(), delay);
    }

    read(bytes) {
        const from = decoding.createDecoder(bytes);
        const type = decoding.readVarUint(from);
        if (type === SYNC) {
            const answer = encoding.createEncoder();
            encoding.writeVarUint(answer, SYNC);
            const step = readSyncMessage(from, answer, this.doc, this);
            if (encoding.length(answer) > 1) {
                this.sent++;
                this.socket.send(encoding.toUint8Array(answer));
            }
            if (step === STEP_2) {
                this.tries = 0;
                this.synced = true;
                this.heard.online();
            }
        } else if (type === AWARENESS) {
            applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(from), this);
        } else if (type === SAVED) {
            this.committed = decoding.readVarUint(from);
            this.settle(new Date(decoding.readVarUint(from)));
        } else if (type === RIGHTS) {
            this.greeted = true;
            this.mayWrite = decoding.readVarUint(from) === 1;
            this.heard.rights(this.mayWrite);
        }
    }

    changed(update, origin) {
        // The editor of somebody who may not write may still mend what it cannot show: that is no wish of theirs, and the
        // server would take it for an attempt to write.
        if (origin === this || !this.mayWrite) {
            return;
        }
        this.unsaved = true;
        this.heard.unsaved();
        // Before a new line has said whether writing is still granted, nothing is sent: it all goes with the greeting.
        if (this.isOpen() && this.greeted) {
            this.queue.push(update);
            this.sending ??= setTimeout(() => this.send(), TOGETHER_MS);
        }
    }

    /** What was typed within a moment travels together. What cannot be sent now is in the document and goes with the next greeting. */
    send() {
        clearTimeout(this.sending);
        this.sending = null;
        if (this.isOpen() && this.queue.length > 0) {
            const update = Y.mergeUpdates(this.queue);
            this.queue = [];
            this.sent++;
            this.write(SYNC, (to) => writeUpdate(to, update));
        }
    }

    settle(at) {
        if (this.synced && this.queue.length === 0 && this.committed === this.sent) {
            const news = this.unsaved;
            this.unsaved = false;
            this.heard.saved(at, news);
        }
    }

    /** A caret moves with each letter; where it was in between is no news to anybody. */
    seen(clients, origin) {
        if (origin === this || !clients.includes(this.doc.clientID) || this.presenting) {
            return;
        }
        const wait = this.presented + PRESENCE_MS - Date.now();
        if (wait <= 0) {
            this.present();
        } else {
            this.presenting = setTimeout(() => this.present(), Math.min(wait, PRESENCE_MS)); // clocks are set back at times
        }
    }

    present() {
        clearTimeout(this.presenting);
        this.presenting = null;
        if (this.isOpen()) {
            this.presented = Date.now();
            const update = encodeAwarenessUpdate(this.awareness, [this.doc.clientID]);
            this.write(AWARENESS, (to) => encoding.writeVarUint8Array(to, update));
        }
    }

    write(type, content) {
        const message = encoding.createEncoder();
        encoding.writeVarUint(message, type);
        content(message);
        this.socket.send(encoding.toUint8Array(message));
    }
}
