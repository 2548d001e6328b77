// Who else is here, and where: carets with names in the text, a list of people above it, a mark at their section.
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";

/**
 * Whose carets an editor draws. Where a caret stands is said by another person's browser: a place that cannot be found
 * must not stop this editor, which would look for it at each change.
 *
 * @param editing gives the state of the editor
 */
export const others = (editing) => (own, client, { cursor }) => {
    if (own === client || !cursor) {
        return false;
    }
    try {
        const { doc, type, binding } = ySyncPluginKey.getState(editing());
        return [cursor.anchor, cursor.head].every((each) => {
            if (each.tname != null && !doc.share.has(each.tname)) {
                return false; // looking for it would make it
            }
            const at = relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(each), binding.mapping);
            return at === null || (Number.isInteger(at) && at >= 0); // null: it stands in another section
        });
    } catch {
        return false;
    }
};

/** A caret with the name of its owner; screen readers have the list of people instead. */
export function caret(user) {
    const mark = document.createElement("span");
    mark.className = `t-caret t-who-${user.who ?? 1}`;
    mark.setAttribute("aria-hidden", "true");
    const name = document.createElement("span");
    name.textContent = user.name ?? "";
    mark.append("\u2060", name, "\u2060");
    return mark;
}

export const selection = (user) => ({ class: `t-theirs t-who-${user.who ?? 1}` });

/** Writes the people who are here into a list, once each, whoever has the page open twice. */
export function showPeople(list, awareness, own, words) {
    const people = new Map();
    awareness.getStates().forEach((state, client) => {
        if (client !== awareness.clientID && state.user?.name) {
            const known = people.get(state.user.name);
            people.set(state.user.name, { who: state.user.who, section: state.section ?? known?.section });
        }
    });
    const items = [...people].sort(([a], [b]) => a.localeCompare(b)).map(([name, { who, section }]) => {
        const item = document.createElement("li");
        item.className = `t-here t-who-${who}`;
        const heading = section && document.getElementById(`h-${section}`);
        item.textContent = heading ? words.hereIn.replace("{0}", name).replace("{1}", heading.textContent) : name;
        return item;
    });
    const self = document.createElement("li");
    self.className = "t-here t-here--self";
    self.textContent = own;
    const told = [self, ...items];
    if (list.textContent !== told.map((each) => each.textContent).join("")) {
        list.replaceChildren(...told);
    }
}
