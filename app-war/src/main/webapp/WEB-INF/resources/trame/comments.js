// Naming somebody in a comment: the name chosen is written where the caret stands. Without this script names are typed.
(function () {
    "use strict";

    const choice = document.getElementById("mention");
    const area = choice && document.getElementById(choice.dataset.into);
    if (!area) {
        return;
    }
    choice.parentElement.hidden = false;
    choice.addEventListener("change", () => {
        if (!choice.value) {
            return;
        }
        const before = area.value.slice(0, area.selectionStart);
        const space = before === "" || /\s$/.test(before) ? "" : " ";
        area.setRangeText(`${space}@${choice.value} `, area.selectionStart, area.selectionEnd, "end");
        choice.value = "";
        area.dispatchEvent(new Event("input", { bubbles: true }));
        area.focus();
    });
}());
