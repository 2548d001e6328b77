// A fiche written by several people at once: an editor for each section, all on one document.
import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { redo, undo, yCursorPlugin, ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { Connection } from "./connection.js";
import { Kept } from "./kept.js";
import { caret, selection, showPeople } from "./presence.js";
import { schema } from "./schema.js";
import { Toolbar } from "./toolbar.js";

const STILL_HERE_MS = 5 * 60_000;

const area = document.getElementById("coedit");
const words = area.dataset;
const state = document.getElementById("coedit-state");
const people = document.getElementById("coedit-people");
const notice = document.getElementById("coedit-notice");

const doc = new Y.Doc();
const awareness = new Awareness(doc);
const kept = new Kept(words.keep, doc, () => online || !line.unsaved || tell(words.kept, "bad"));
const toolbar = new Toolbar(document.getElementById("coedit-tools"), document.getElementById("coedit-link"));
const views = [];
let granted = false;
let ready = false;
let online = false;
let wroteAt = 0;

const { list_item: item, hard_break: lineBreak } = schema.nodes;
const breakLine = chainCommands(exitCode, (editor, dispatch) => {
    dispatch?.(editor.tr.replaceSelectionWith(lineBreak.create()).scrollIntoView());
    return true;
});

/** Before the server's text is here there is nothing to write into; later, a line that is cut stops nobody. */
const mayWrite = () => granted && ready;

function show() {
    area.dataset.write = String(mayWrite());
    views.forEach((view) => view.setProps({}));
}

function tell(text, mood) {
    if (state.textContent !== text) {
        state.textContent = text;
    }
    state.dataset.mood = mood;
}

function editor(section) {
    const name = section.dataset.section;
    const view = new EditorView({ mount: section }, {
        state: EditorState.create({
            schema,
            plugins: [
                ySyncPlugin(doc.getXmlFragment(name)),
                yCursorPlugin(awareness, { cursorBuilder: caret, selectionBuilder: selection }),
                yUndoPlugin(),
                keymap({
                    "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo,
                    "Mod-b": toggleMark(schema.marks.strong), "Mod-i": toggleMark(schema.marks.em),
                    "Shift-Enter": breakLine, Enter: splitListItem(item),
                    "Mod-]": sinkListItem(item), "Mod-[": liftListItem(item),
                }),
                keymap(baseKeymap),
            ],
        }),
        editable: mayWrite,
        attributes: () => ({
            class: "t-write__text", role: "textbox", "aria-multiline": "true", "aria-labelledby": `h-${name}`,
            "aria-describedby": `m-${name}`, "aria-readonly": String(!mayWrite()), tabindex: "0", dir: "auto",
        }),
        handleDOMEvents: {
            focus: (focused) => {
                awareness.setLocalStateField("section", name);
                toolbar.serve(focused);
            },
        },
    });
    view.setProps({
        dispatchTransaction(transaction) {
            view.updateState(view.state.apply(transaction));
            if (view.hasFocus()) {
                toolbar.serve(view);
            }
            measure(view, name, Number(section.dataset.max));
        },
    });
    return view;
}

/** The fiche keeps a limited number of characters of each section: more can be written, but is not in it. */
function measure(view, name, most) {
    const told = document.getElementById(`m-${name}`);
    const length = view.state.doc.textBetween(0, view.state.doc.content.size, "\n", "\n").length;
    const text = length > most ? words.tooLong.replace("{0}", length - most) : "";
    if (told.textContent !== text) {
        told.textContent = text;
    }
}

/** What is said to be kept is: that comes when it is. */
function keep() {
    kept.keep();
    if (online || kept.works) {
        tell(words.saving, "busy");
    } else {
        tell(words.notKept, "bad");
    }
}

const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

const heard = {
    online() {
        online = true;
        ready = true;
        if (!line.unsaved) {
            kept.base(Y.encodeStateVector(doc));
        }
        area.dataset.ready = "true";
        show();
        tell(line.unsaved ? words.saving : granted ? words.together : words.reading, line.unsaved ? "busy" : "good");
    },
    offline() {
        online = false;
        if (line?.unsaved) {
            keep();
        } else {
            tell(words.offline, "bad");
        }
    },
    saved(at) {
        kept.forget();
        if (wroteAt) {
            tell(words.saved.replace("{0}", time.format(at)), "good");
        }
    },
    unsaved() {
        wroteAt = Date.now();
        keep();
    },
    rights(may) {
        granted = may;
        show();
    },
    ended(why) {
        granted = false;
        show();
        notice.hidden = false;
        notice.querySelector("p").textContent = words[why];
        tell(words.offline, "bad");
    },
};

let line;
start();

async function start() {
    const restored = await kept.restore();
    document.querySelectorAll("[data-section]").forEach((section) => views.push(editor(section)));
    awareness.on("change", () => showPeople(people, awareness, words.you, words));
    showPeople(people, awareness, words.you, words);
    awareness.setLocalStateField("section", null); // what is said first of all, at time 0, nobody takes for news
    line = new Connection(area.dataset.live, doc, awareness, heard);
    line.unsaved = restored;
    // Who writes is here, though the pages hear nothing of it: the session must not end under their hands.
    setInterval(() => {
        if (Date.now() - wroteAt < STILL_HERE_MS) {
            fetch(area.dataset.live, { redirect: "manual" }).catch(() => {});
        }
    }, STILL_HERE_MS / 2);
    addEventListener("beforeunload", (event) => {
        if (line.unsaved && !kept.works) {
            event.preventDefault();
        }
    });
}
