// One toolbar for all sections: it acts on the one that was written in last. One stop of the Tab key; arrows go on.
import { lift, setBlockType, toggleMark } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { redo, undo } from "y-prosemirror";
import { safe, schema } from "./schema.js";

const { heading, paragraph, bullet_list: bullets, ordered_list: numbers, list_item: item } = schema.nodes;
const { strong, em, link } = schema.marks;

const inside = (state, type) => {
    for (let depth = state.selection.$from.depth; depth > 0; depth--) {
        if (state.selection.$from.node(depth).type === type) {
            return true;
        }
    }
    return false;
};

const marked = (state, mark) => {
    const { from, to, $from, empty } = state.selection;
    return empty ? Boolean(mark.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, mark);
};

const toggleList = (type) => (state, dispatch) =>
    inside(state, type) ? liftListItem(item)(state, dispatch) || lift(state, dispatch) : wrapInList(type)(state, dispatch);

const toggleHeading = (state, dispatch) =>
    inside(state, heading) ? setBlockType(paragraph)(state, dispatch) : setBlockType(heading, { level: 3 })(state, dispatch);

const ACTIONS = {
    strong: { run: toggleMark(strong), on: (state) => marked(state, strong) },
    em: { run: toggleMark(em), on: (state) => marked(state, em) },
    heading: { run: toggleHeading, on: (state) => inside(state, heading) },
    bullets: { run: toggleList(bullets), on: (state) => inside(state, bullets) },
    numbers: { run: toggleList(numbers), on: (state) => inside(state, numbers) },
    link: { on: (state) => marked(state, link) },
    undo: { run: undo },
    redo: { run: redo },
};

export class Toolbar {
    constructor(bar, dialog) {
        this.bar = bar;
        this.dialog = dialog;
        this.buttons = [...bar.querySelectorAll("button[data-do]")];
        this.buttons.forEach((button, index) => {
            button.tabIndex = index === 0 ? 0 : -1;
            button.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays where it is
            button.addEventListener("click", () => this.press(button.dataset.do));
        });
        bar.addEventListener("keydown", (event) => this.move(event));
        dialog.addEventListener("close", () => this.linked());
    }

    /** Acts on this editor from now on, and shows where its caret stands. */
    serve(view) {
        this.view = view;
        this.buttons.forEach((button) => {
            const { on } = ACTIONS[button.dataset.do];
            if (on) {
                button.setAttribute("aria-pressed", String(on(view.state)));
            }
        });
    }

    press(name) {
        if (!this.view?.editable) {
            return;
        }
        if (name === "link") {
            this.ask();
            return;
        }
        ACTIONS[name].run(this.view.state, this.view.dispatch, this.view);
        this.view.focus();
    }

    ask() {
        const { state } = this.view;
        if (marked(state, link)) {
            toggleMark(link)(state, this.view.dispatch);
            this.view.focus();
            return;
        }
        this.dialog.returnValue = "";
        this.dialog.querySelector("input").value = "https://";
        this.dialog.showModal();
    }

    linked() {
        const href = this.dialog.querySelector("input").value.trim();
        if (this.dialog.returnValue === "ok" && safe(href)) {
            const { state } = this.view;
            const made = schema.marks.link.create({ href });
            this.view.dispatch(state.selection.empty
                ? state.tr.replaceSelectionWith(schema.text(href, [made]), false)
                : state.tr.addMark(state.selection.from, state.selection.to, made));
        }
        this.view.focus();
    }

    move(event) {
        const at = this.buttons.indexOf(document.activeElement);
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.buttons.length - 1 }[event.key];
        if (at < 0 || to === undefined) {
            return;
        }
        event.preventDefault();
        const next = this.buttons[(to + this.buttons.length) % this.buttons.length];
        this.buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
        next.focus();
    }
}
