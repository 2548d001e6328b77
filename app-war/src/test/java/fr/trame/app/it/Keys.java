package fr.trame.app.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Somebody who has no mouse: goes from one thing to the next with the tabulator. Whatever has the focus on the way must
 * show it, and must not be hidden behind something else.
 */
record Keys(Visitor visitor) {

    private static final int FAR = 250;

    /** Says what is wrong with the focus, and nothing when all is well. */
    private static final String LOOK =
            """
            async () => {
                do {
                    await new Promise((done) => requestAnimationFrame(done));
                } while (document.getAnimations().some((each) => each.playState === "running"));
                const element = document.activeElement;
                if (element === document.body || (element.type === "date" && !element.matches(":focus-visible"))) {
                    return ""; // outside of the page, or on the browser's own button inside the field
                }
                const name = `${element.tagName} ${element.id} ${(element.textContent || "").trim().slice(0, 40)}`;
                const drawn = (each) => {
                    const style = getComputedStyle(each);
                    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
                        || style.boxShadow !== "none";
                };
                const around = [element, ...(element.labels || []), element.nextElementSibling,
                    element.closest(":focus-within:not(main):not(form):not(section)")];
                let parent = element.parentElement;
                for (let up = 0; parent && up < 2; up++, parent = parent.parentElement) {
                    around.push(parent);
                }
                if (!around.some((each) => each && drawn(each))) {
                    return `the focus is not drawn: ${name}`;
                }
                const box = element.getBoundingClientRect();
                const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
                const [right, bottom] = [Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
                const parts = [0.1, 0.5, 0.9];
                const seen = right > left && bottom > top && parts.some((across) => parts.some((down) => {
                    const hit = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
                    return hit && (hit.contains(element) || element.contains(hit));
                }));
                return seen ? "" : `the focus is hidden: ${name} ${JSON.stringify(box)}`;
            }""";

    /** Presses the tabulator until the thing has the focus. */
    Keys to(Locator thing) {
        for (var step = 0; step < FAR; step++) {
            if (hasFocus(thing)) {
                return this;
            }
            press("Tab");
            var wrong = focus();
            if (!wrong.isEmpty()) {
                visitor.complain(visitor.path(), wrong);
            }
        }
        throw new AssertionError("the tabulator does not lead to " + thing);
    }

    /** @return what is wrong with what has the focus; empty when nothing is */
    String focus() {
        return String.valueOf(page().evaluate(LOOK));
    }

    Keys press(String key) {
        page().keyboard().press(key);
        return this;
    }

    Keys type(String text) {
        page().keyboard().type(text);
        return this;
    }

    private static boolean hasFocus(Locator thing) {
        return Boolean.TRUE.equals(thing.evaluate("each => each === document.activeElement"));
    }

    private Page page() {
        return visitor.page();
    }
}
