// Documents that are ticked in a list: the bar of what can be done with them is there while some are, and ticks outlive
// the list being read again.
(function () {
    "use strict";

    const bar = document.querySelector(".t-picks");
    if (!bar) {
        return;
    }
    const count = bar.querySelector("[data-count]");
    const boxes = () => Array.from(document.querySelectorAll("input[name=pick]"));
    const ticked = new Set();

    function show() {
        bar.hidden = ticked.size === 0;
        count.textContent = count.dataset.count.replace("{0}", ticked.size);
        const all = document.querySelector("[data-pick-all]");
        if (all) {
            all.checked = ticked.size > 0 && ticked.size === boxes().length;
            all.indeterminate = ticked.size > 0 && ticked.size < boxes().length;
        }
    }

    document.addEventListener("change", (event) => {
        if (event.target.matches("[data-pick-all]")) {
            boxes().forEach((box) => {
                box.checked = event.target.checked;
            });
        } else if (!event.target.matches("input[name=pick]")) {
            return;
        }
        ticked.clear();
        boxes().filter((box) => box.checked).forEach((box) => ticked.add(box.value));
        show();
    });

    let offered = null;

    // What is gone from the list is ticked no more.
    window.jQuery(document).on("pfAjaxComplete", () => setTimeout(() => {
        const there = boxes().map((box) => box.value);
        Array.from(ticked).filter((id) => !there.includes(id)).forEach((id) => ticked.delete(id));
        boxes().forEach((box) => {
            box.checked = ticked.has(box.value);
        });
        const undo = document.getElementById("documents:undo");
        if (undo && undo !== offered && document.activeElement === document.body) {
            undo.focus();
        }
        offered = undo;
        show();
    }));
    show();
}());
