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
import { caret, others, selection, showPeople } from "./presence.js";
import { schema } from "./schema.js";
import { Toolbar } from "./toolbar.js";

const STILL_HERE_MS = 5 * 60_000;
const MOST_PASTED = 200_000;

const area = document.getElementById("coedit");
const words = area.dataset;
const state = document.getElementById("coedit-state");
const said = document.getElementById("coedit-said");
const people = document.getElementById("coedit-people");
const notice = document.getElementById("coedit-notice");

const doc = new Y.Doc();
const awareness = new Awareness(doc);
const kept = new Kept(words.keep, doc, (safe) => online || !line.unsaved || tell(safe ? words.kept : words.notKept, "bad"));
const toolbar = new Toolbar(document.getElementById("coedit-tools"), document.getElementById("coedit-link"));
const views = [];
let granted = false;
let ready = false;
let online = false;
let wroteAt = 0;
let wasBad = false;

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
    // Each pause of a typist ends in a save: heard each time it would talk over the text. What went wrong is said aloud, and
    // that it is well again.
    if (mood === "bad" ? said.textContent !== text : mood === "good" && wasBad) {
        said.textContent = text;
    }
    wasBad = mood === "bad" || (wasBad && mood === "busy");
}

/** Shows a notice with at most one thing to do about it: "form" or "copy". */
function warn(about, text, offer) {
    const shown = notice.querySelector("p");
    if (!notice.hidden && shown.textContent === text) {
        return; // said already, and read aloud
    }
    notice.dataset.about = about;
    shown.textContent = text;
    notice.querySelectorAll("[data-offer]").forEach((each) => { each.hidden = each.dataset.offer !== offer; });
    notice.hidden = false;
}

/** Takes the notice away if it is about this. */
function calm(about) {
    notice.hidden ||= notice.dataset.about === about;
}

/** All that is written here, so that somebody who cannot save it can put it elsewhere. */
async function copy({ currentTarget: button }) {
    const all = views.map((view) => {
        const { content } = view.state.doc;
        const heading = document.getElementById(view.dom.getAttribute("aria-labelledby")).textContent;
        return `${heading}\n\n${content.textBetween(0, content.size, "\n", "\n")}`;
    }).join("\n\n");
    try {
        await navigator.clipboard.writeText(all);
        button.firstElementChild.textContent = words.copied;
    } catch {
        warn("copy", words.notCopied);
    }
}

/** What is too much for the line would end it, and the page with it. */
function refuse(event, data) {
    if (!mayWrite() || (data?.getData("text/plain") || data?.getData("text/html") || "").length <= MOST_PASTED) {
        return false;
    }
    event.preventDefault();
    warn("paste", words.pastedTooMuch);
    return true;
}

function editor(section) {
    const name = section.dataset.section;
    const view = new EditorView({ mount: section }, {
        state: EditorState.create({
            schema,
            plugins: [
                ySyncPlugin(doc.getXmlFragment(name)),
                yCursorPlugin(awareness, {
                    awarenessStateFilter: others(() => view.state), cursorBuilder: caret, selectionBuilder: selection,
                }),
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
            paste: (pasted, event) => refuse(event, event.clipboardData),
            drop: (pasted, event) => refuse(event, event.dataTransfer),
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
        if (text && !told.textContent) {
            said.textContent = text; // once, when the limit is crossed: not with each letter beyond it
        }
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
        calm("line");
        if (line.unsaved && !granted) {
            tell(words.unsavedReading, "bad");
        } else {
            tell(line.unsaved ? words.saving : granted ? words.together : words.reading, line.unsaved ? "busy" : "good");
        }
    },
    offline() {
        online = false;
        if (line?.unsaved && kept.safe) {
            tell(words.kept, "bad"); // each failed try comes by here
        } else if (line?.unsaved) {
            keep();
        } else {
            tell(words.offline, "bad");
        }
    },
    saved(at, news) {
        kept.forget();
        if (news) { // of this visit, or of an earlier one that was kept
            tell(words.saved.replace("{0}", time.format(at)), "good");
        }
    },
    unsaved() {
        wroteAt = Date.now();
        calm("paste");
        keep();
    },
    rights(may) {
        granted = may;
        show();
        if (may) {
            calm("rights");
        } else if (line.unsaved) {
            warn("rights", words.unsavedNow, "copy"); // it will never be saved from here
        }
    },
    hindered(why) {
        warn("line", words[why], "form");
    },
    ended(why) {
        granted = false;
        show();
        warn("end", words[why], line.unsaved ? "copy" : undefined);
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
    notice.querySelector("[data-offer=copy] button").addEventListener("click", copy);
    // What was typed a moment ago waits for more to go with it: a page that is left waits no longer.
    const flush = () => {
        line.send();
        kept.now();
    };
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
    addEventListener("pagehide", flush);
    addEventListener("beforeunload", (event) => {
        flush();
        if (line.unsaved && !kept.safe) {
            event.preventDefault();
        }
    });
}
