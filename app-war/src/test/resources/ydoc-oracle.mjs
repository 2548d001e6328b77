// Real Yjs as the judge of the product's own merger. Argument: the folder of the package that has yjs. Reads a question a
// line, answers a line of JSON:
//   {"ask":"write","seed":n}          people write a document: their log, and what Yjs makes of it in several ways
//   {"ask":"read","state":…,"seed":n} Yjs takes a state the product wrote, says what is in it, and edits on top of it
//   {"ask":"replay","updates":[…]}    Yjs takes updates the product made, and says what is in them
//   {"ask":"take","updates":[…]}      Yjs takes updates that may say things no editor says
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";

const Y = createRequire(path.join(process.argv[2], "package.json"))("yjs");
const NAMES = ["paragraph", "heading", "list", "item", "quote"];
const MARKS = [["strong", {}], ["em", {}], ["link", { href: "https://exemple.fr/?a=1&b=é" }], ["link", { href: "#" }],
    ["comment--AbCdEf12", { id: 7 }]];
const WORDS = ["a", "b ", "été", "ligne\n", "œuvre", "€", "الف", "x".repeat(40), " "];
const PAIRS = ["😀", "👩‍👧", "a𝒳b", "🇫🇷"];
const VALUES = [0, 1, -1, 63, 64, -64, 8191, 2 ** 31, -(2 ** 40), 0.5, 1e300, 1.1, true, false, null, "", "mot", "😀",
    { a: 1, b: [1, { c: null }] }, [], {}, [1, "deux", [3]]];

function dice(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6D2B79F5) >>> 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return (t ^ (t >>> 14)) >>> 0;
    };
    const below = n => next() % n;
    return { below, one: list => list[below(list.length)], chance: percent => below(100) < percent };
}

/** A reader that takes what it gets and makes no edit of its own, as the product does. */
function receiver() {
    const doc = new Y.Doc({ guid: "reader" });
    doc.on("beforeObserverCalls", change =>
        Object.defineProperty(change, "_needFormattingCleanup", { get: () => false, set: () => {} }));
    return doc;
}

function word(roll, cuts) {
    return roll.chance(cuts ? 50 : 10) ? roll.one(PAIRS) : roll.one(WORDS);
}

/** The units of a text, one for each offset. */
function units(text) {
    return text.toDelta().map(part => typeof part.insert === "string" ? part.insert : "#").join("");
}

const cutsPair = (units, at) => /[\uDC00-\uDFFF]/.test(units.charAt(at)) && /[\uD800-\uDBFF]/.test(units.charAt(at - 1));

/** An offset into a text; between the halves of a pair only where that is wanted. */
function offset(roll, text, cuts) {
    const at = roll.below(text.length + 1);
    return !cuts && cutsPair(units(text), at) ? at - 1 : at;
}

function editText(roll, text, cuts) {
    const from = offset(roll, text, cuts);
    const to = offset(roll, text, cuts);
    const [start, length] = [Math.min(from, to), Math.min(Math.abs(to - from), 12)];
    const whole = cuts || !cutsPair(units(text), start + length);
    switch (roll.below(6)) {
        case 0: case 1: case 2:
            text.insert(from, word(roll, cuts), roll.chance(20) ? Object.fromEntries([roll.one(MARKS)]) : undefined);
            break;
        case 3:
            if (length > 0 && whole) {
                text.delete(start, length);
            }
            break;
        case 4:
            if (length > 0 && whole) {
                const [mark, value] = roll.one(MARKS);
                text.format(start, length, { [mark]: roll.chance(30) ? null : value });
            }
            break;
        default:
            if (roll.chance(30)) {
                text.insertEmbed(from, { image: roll.below(9) });
            } else {
                text.applyDelta([{ retain: from }, { insert: word(roll, cuts) }]);
            }
    }
}

function element(roll, cuts, depth) {
    const made = new Y.XmlElement(roll.one(NAMES));
    if (roll.chance(40)) {
        made.setAttribute(roll.one(["level", "id", "style"]), roll.one(["1", "2", 3, null, { a: 1 }, "é"]));
    }
    if (depth < 3 && roll.chance(40)) {
        made.insert(0, Array.from({ length: 1 + roll.below(2) }, () => element(roll, cuts, depth + 1)));
    } else if (roll.chance(80)) {
        const text = new Y.XmlText();
        text.insert(0, word(roll, cuts));
        made.insert(0, [text]);
    }
    return made;
}

function editTree(roll, fragment, cuts) {
    let at = fragment;
    while (roll.chance(70)) {
        const inner = at.toArray().filter(each => each instanceof Y.XmlElement);
        if (inner.length === 0) {
            break;
        }
        at = roll.one(inner);
    }
    const texts = at.toArray().filter(each => each instanceof Y.XmlText);
    if (texts.length > 0 && roll.chance(70)) {
        editText(roll, roll.one(texts), cuts);
    } else if (at.length > 0 && roll.chance(20)) {
        const start = roll.below(at.length);
        at.delete(start, Math.min(1 + roll.below(2), at.length - start));
    } else if (at instanceof Y.XmlElement && roll.chance(25)) {
        const name = roll.one(["level", "id", "style"]);
        roll.chance(30) ? at.removeAttribute(name) : at.setAttribute(name, roll.one(["1", 2, { b: [1] }, "ù"]));
    } else {
        at.insert(roll.below(at.length + 1), [element(roll, cuts, 0)]);
    }
}

function value(roll, depth) {
    switch (depth > 2 ? 9 : roll.below(12)) {
        case 0: return new Y.Map([["un", roll.one(VALUES)], ["deux", value(roll, depth + 1)]]);
        case 1: return Y.Array.from([roll.one(VALUES), value(roll, depth + 1)]);
        case 2: return new Y.Text("texte " + roll.below(9));
        case 3: return new Uint8Array([1, 2, 255]);
        default: return roll.one(VALUES);
    }
}

function editMap(roll, map) {
    const inner = [...map.values()].filter(each => each instanceof Y.Map || each instanceof Y.Array);
    if (inner.length > 0 && roll.chance(40)) {
        const one = roll.one(inner);
        one instanceof Y.Map ? editMap(roll, one) : editList(roll, one);
    } else if (roll.chance(20)) {
        map.delete("k" + roll.below(4));
    } else {
        map.set("k" + roll.below(4), value(roll, 0));
    }
}

function editList(roll, list) {
    const inner = list.toArray().filter(each => each instanceof Y.Map || each instanceof Y.Array);
    if (inner.length > 0 && roll.chance(30)) {
        const one = roll.one(inner);
        one instanceof Y.Map ? editMap(roll, one) : editList(roll, one);
    } else if (list.length > 0 && roll.chance(30)) {
        const start = roll.below(list.length);
        list.delete(start, Math.min(1 + roll.below(3), list.length - start));
    } else {
        list.insert(roll.below(list.length + 1), Array.from({ length: 1 + roll.below(3) }, () => value(roll, 0)));
    }
}

function edit(roll, doc, cuts) {
    doc.transact(() => {
        for (let left = 1 + roll.below(roll.chance(20) ? 5 : 1); left > 0; left--) {
            const what = roll.below(10);
            if (what < 5) {
                editTree(roll, doc.getXmlFragment("corps"), cuts);
            } else if (what < 7) {
                editText(roll, doc.getText("titre"), cuts);
            } else if (what < 9) {
                editMap(roll, doc.getMap("fields"));
            } else {
                editList(roll, doc.getArray("liste"));
            }
        }
    }, doc.clientID);
}

function stretch(part) {
    return typeof part.insert !== "string" ? [] : [{
        type: "text",
        text: part.insert,
        ...(part.attributes && { marks: Object.entries(part.attributes)
            .map(([name, attrs]) => ({ type: name.replace(/--[A-Za-z0-9+/=]{8}$/, ""), attrs })) }),
    }];
}

function node(element) {
    const attrs = element.getAttributes();
    const content = nodes(element);
    return {
        type: element.nodeName,
        ...(Object.keys(attrs).length > 0 && { attrs }),
        ...(content.length > 0 && { content }),
    };
}

function nodes(type) {
    return type instanceof Y.Text
        ? type.toDelta().flatMap(stretch)
        : type.toArray().flatMap(each => each instanceof Y.Text ? nodes(each) : [node(each)]);
}

function plain(any) {
    if (any instanceof Uint8Array) {
        return { bytes: [...any] };
    }
    if (Array.isArray(any)) {
        return any.map(plain);
    }
    return any !== null && typeof any === "object"
        ? Object.fromEntries(Object.entries(any).map(([key, each]) => [key, plain(each)]))
        : any;
}

/** All a document says. Half a pair is told by the replacement character, as it is on every way out of a browser. */
function view(doc) {
    return JSON.parse(JSON.stringify({
        corps: nodes(doc.getXmlFragment("corps")),
        titre: nodes(doc.getText("titre")),
        fields: plain(doc.getMap("fields").toJSON()),
        liste: plain(doc.getArray("liste").toJSON()),
    }));
}

const base64 = bytes => Buffer.from(bytes).toString("base64");
const bytes = text => new Uint8Array(Buffer.from(text, "base64"));
const state = doc => base64(Y.encodeStateAsUpdate(doc));

function taken(updates) {
    const doc = receiver();
    updates.forEach(each => Y.applyUpdate(doc, each));
    const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
    return { doc, state: state(doc), vector: base64(Y.encodeStateVector(doc)), waits };
}

function received(updates) {
    const { doc, ...answer } = taken(updates);
    return { ...answer, view: view(doc) };
}

function shuffled(roll, log) {
    const order = log.map((_, index) => index);
    for (let left = 1 + roll.below(4); left > 0 && log.length > 0; left--) {
        order.push(roll.below(log.length));
    }
    for (let i = order.length - 1; i > 0; i--) {
        const j = roll.below(i + 1);
        [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
}

/** Somebody who is often away: gets what is lacking, by state vector, whenever the line is there. */
function reconnection(roll, log) {
    const [far, near] = [receiver(), receiver()];
    const diffs = [];
    log.forEach((each, index) => {
        Y.applyUpdate(far, each);
        if (roll.chance(15) || index === log.length - 1) {
            const diff = Y.encodeStateAsUpdate(far, Y.encodeStateVector(near));
            Y.applyUpdate(near, diff);
            diffs.push(base64(diff));
        }
    });
    return { diffs, state: state(near) };
}

function write(seed) {
    const roll = dice(seed);
    const cuts = roll.chance(20);
    const log = [];
    const midway = [];
    const writers = Array.from({ length: 2 + roll.below(4) }, (_, index) => {
        const doc = new Y.Doc({ gc: roll.chance(70), guid: "writer" });
        doc.clientID = roll.chance(50) ? index + 1 : 1 + roll.below(2 ** 31);
        doc.on("update", (update, origin) => origin !== "line" && log.push(update));
        const roots = [doc.getXmlFragment("corps"), doc.getText("titre"), doc.getMap("fields"), doc.getArray("liste")];
        const undo = roll.chance(50)
            ? new Y.UndoManager(roots, { trackedOrigins: new Set([doc.clientID]), captureTimeout: 0 }) : null;
        return { doc, undo, read: 0 };
    });
    // What a clean-up after marks adds is an update like any other, though it comes while one is delivered.
    writers.forEach(({ doc }) => doc.on("update", (update, origin, _, change) =>
        origin === "line" && change.local && log.push(update)));
    const deliver = (writer, upTo) => {
        while (writer.read < upTo) {
            Y.applyUpdate(writer.doc, log[writer.read++], "line");
        }
    };
    for (let left = 5 + roll.below(roll.chance(10) ? 70 : 18); left > 0; left--) {
        const writer = roll.one(writers);
        if (writer.undo && roll.chance(12)) {
            roll.chance(60) ? writer.undo.undo() : writer.undo.redo();
        } else {
            edit(roll, writer.doc, cuts);
        }
        if (roll.chance(20)) {
            midway.push(Y.encodeStateAsUpdate(writer.doc));
        }
        if (roll.chance(40)) {
            const reader = roll.one(writers);
            deliver(reader, reader.read + roll.below(log.length - reader.read + 1));
        }
    }
    for (let before = -1; before !== log.length;) {
        before = log.length;
        writers.forEach(each => deliver(each, log.length));
    }
    const order = shuffled(roll, log);
    const snapshots = [...midway, ...writers.map(each => Y.encodeStateAsUpdate(each.doc))];
    return {
        cuts,
        log: log.map(base64),
        inOrder: received(log),
        order,
        outOfOrder: received(order.map(index => log[index])),
        reconnection: reconnection(roll, log),
        snapshots: snapshots.map(base64),
        fromSnapshots: received(snapshots),
        writers: writers.map(each => view(each.doc)),
    };
}

/** Takes a state, and edits on top of it as somebody new. */
function read(text, seed) {
    const roll = dice(seed);
    const doc = receiver();
    Y.applyUpdate(doc, bytes(text));
    const taken = { state: state(doc), view: view(doc) };
    doc.clientID = 5;
    const edits = [];
    doc.on("update", update => edits.push(update));
    for (let left = 3; left > 0; left--) {
        edit(roll, doc, false);
    }
    return { taken, edits: edits.map(base64), onTop: received([bytes(text), ...edits]) };
}

const QUESTIONS = {
    write: question => write(question.seed),
    read: question => read(question.state, question.seed),
    replay: question => received(question.updates.map(bytes)),
    take: question => ({ ...taken(question.updates.map(bytes)), doc: null }),
};

for await (const line of readline.createInterface({ input: process.stdin })) {
    const question = JSON.parse(line);
    let answer;
    try {
        answer = QUESTIONS[question.ask](question);
    } catch (trouble) {
        answer = { trouble: String(trouble.stack) };
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
}
