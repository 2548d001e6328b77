// Long forms: counters of characters, rows that come and go, the summary of what to correct, and a guard against leaving
// with words unsaved.
(function () {
    "use strict";

    const CLOSE_TO_LIMIT = 0.9;
    const SETTLE = 100;
    let unsaved = false;

    function fill(pattern, ...values) {
        return values.reduce((text, value, index) => text.replace(`{${index}}`, value), pattern);
    }

    /** Counts as the server does: the end of a line is one character. */
    function count(area) {
        const most = Number(area.dataset.max);
        const length = area.value.replace(/\r\n/g, "\n").length;
        let counter = area.parentElement.querySelector(".t-counter");
        if (!counter) {
            counter = document.createElement("span");
            counter.className = "t-counter";
            area.after(counter);
        }
        const language = document.documentElement.lang;
        const close = length > most * CLOSE_TO_LIMIT;
        counter.textContent = fill(area.dataset.words, length.toLocaleString(language), most.toLocaleString(language));
        counter.classList.toggle("t-counter--over", length > most);
        counter.toggleAttribute("hidden", length === 0);
        if (close) {
            counter.setAttribute("role", "status");
        } else {
            counter.removeAttribute("role");
        }
    }

    const countAll = () => document.querySelectorAll("textarea[data-max]").forEach(count);
    const rows = () => Array.from(document.querySelectorAll(".t-rows"))
        .map((group) => group.querySelectorAll("[data-row]").length);

    /** A new row takes the focus; after one is gone the button that adds rows has it. */
    function followRows(before) {
        rows().forEach((now, index) => {
            const group = document.querySelectorAll(".t-rows")[index];
            if (now > before[index]) {
                const added = group.querySelectorAll("[data-row]")[now - 1];
                added.querySelector("input, select").focus();
            } else if (now < before[index]) {
                group.querySelector("button[id$=addPartner], button[id$=addFunding]").focus();
            }
        });
    }

    document.addEventListener("input", (event) => {
        if (event.target.matches("textarea[data-max]")) {
            count(event.target);
        }
        if (event.target.closest("form[data-guard]")) {
            unsaved = true;
        }
    });

    window.addEventListener("beforeunload", (event) => {
        if (unsaved) {
            event.preventDefault();
        }
    });

    // Enter in a field saves. Left alone the browser would press the first button of the form, which takes a row away or,
    // when somebody else saved first, makes the choice that is the person's.
    document.addEventListener("keydown", (event) => {
        const form = event.target.closest("form[data-guard]");
        if (event.key === "Enter" && form && event.target.matches("input")) {
            event.preventDefault();
            const save = form.querySelector("[data-default]");
            if (save) {
                save.click();
            }
        }
    });

    // A link of the summary leads into the field, also into a group of choices that cannot have the focus itself.
    document.addEventListener("click", (event) => {
        const link = event.target.closest(".t-problems a");
        const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (field) {
            event.preventDefault();
            (field.matches("input, select, textarea") ? field : field.querySelector("input") || field).focus();
        }
    });

    // A link can open a form that is folded below.
    document.addEventListener("click", (event) => {
        const opener = event.target.closest("[data-open]");
        const folded = opener && document.getElementById(opener.dataset.open);
        if (folded) {
            event.preventDefault();
            folded.open = true;
            folded.querySelector("input:not([type=hidden]), textarea").focus();
        }
    });

    const $ = window.jQuery;
    let before = [];
    let wasUnsaved = false;
    let hadConflict = false;
    $(document).on("pfAjaxSend", () => {
        before = rows();
        hadConflict = document.querySelector(".t-conflict") !== null;
        wasUnsaved = unsaved;
        unsaved = false;
    });
    // A moment later, because the focus is first given back to the button that was pressed.
    $(document).on("pfAjaxComplete", (event, xhr) => setTimeout(() => {
        if (xhr.responseXML && xhr.responseXML.querySelector("redirect")) {
            return;
        }
        unsaved = unsaved || wasUnsaved || rows().join() !== before.join();
        countAll();
        const conflict = document.querySelector(".t-conflict");
        const problems = document.querySelector(".t-problems");
        const refused = Boolean(xhr.pfArgs && xhr.pfArgs.validationFailed);
        if (conflict && !hadConflict) {
            conflict.focus();
        } else if (problems && refused) {
            problems.focus();
        } else {
            followRows(before);
        }
    }, SETTLE));
    countAll();
}());
