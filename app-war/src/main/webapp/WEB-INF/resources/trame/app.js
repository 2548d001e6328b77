// What the frame around the pages does by itself: menus, navigation, the search key, notices, and describing fields.
(function () {
    "use strict";

    const typing = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
    const menus = () => document.querySelectorAll("details.t-menu[open]");

    /** Opens or closes what a button controls; every button that controls it says so. */
    function show(id, open) {
        const panel = document.getElementById(id);
        panel.classList.toggle("is-open", open);
        document.querySelectorAll(`[data-toggle="${id}"]`)
            .forEach((button) => button.setAttribute("aria-expanded", String(open)));
        if (id === "navigation") {
            document.body.classList.toggle("has-nav", open);
            if (open) {
                panel.focus();
            }
        }
    }

    function closeNavigation() {
        const panel = document.getElementById("navigation");
        if (panel && panel.classList.contains("is-open")) {
            show("navigation", false);
            const opener = Array.from(document.querySelectorAll('[data-toggle="navigation"]'))
                .find((button) => button.offsetParent !== null);
            if (opener) {
                opener.focus();
            }
        }
    }

    document.addEventListener("click", (event) => {
        menus().forEach((menu) => {
            if (!menu.contains(event.target)) {
                menu.open = false;
            }
        });
        const button = event.target.closest("[data-toggle]");
        if (button) {
            show(button.dataset.toggle, button.getAttribute("aria-expanded") !== "true");
        } else if (document.body.classList.contains("has-nav") && !event.target.closest("#navigation")) {
            closeNavigation();
        }
    });

    document.addEventListener("focusin", (event) => menus().forEach((menu) => {
        if (!menu.contains(event.target)) {
            menu.open = false;
        }
    }));

    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
            menus().forEach((menu) => {
                menu.open = false;
                menu.querySelector("summary").focus();
            });
            closeNavigation();
        }
        const field = document.getElementById("q");
        if (event.key === "/" && field && document.documentElement.dataset.shortcuts === "on" && !typing(document.activeElement)
                && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            (field.offsetParent ? field : document.querySelector("main .t-search input") || field).focus();
        }
    });

    /** Ties each input to its hint and its error; the input inside a widget has no id the page could name. */
    function describe(root) {
        root.querySelectorAll(".t-field").forEach((field) => {
            const input = field.querySelector(
                "input:not([type=hidden]):not([tabindex='-1']), textarea, select, [role=combobox]");
            if (!input) {
                return;
            }
            const hint = field.querySelector(".t-hint");
            const error = field.querySelector(".ui-message-error-detail, .ui-message-error-summary");
            const ids = [hint, error].filter((each) => each && each.id).map((each) => each.id);
            if (ids.length > 0) {
                input.setAttribute("aria-describedby", ids.join(" "));
            } else {
                input.removeAttribute("aria-describedby");
            }
            if (error) {
                input.setAttribute("aria-invalid", "true");
            }
        });
    }

    /** After a refused form, the first field to correct has the focus. */
    function focusFirstError() {
        const invalid = document.querySelector(".t-field [aria-invalid=true]");
        if (invalid) {
            invalid.focus();
        }
    }

    /** A form that is sent when a choice in it changes; the button stays for those who have no script. */
    document.addEventListener("change", (event) => {
        const form = event.target.closest("form[data-submit-on-change]");
        if (form) {
            form.requestSubmit();
        }
    });

    /** A notice closed leaves the focus at the content, not nowhere. */
    document.addEventListener("click", (event) => {
        const closing = event.target.closest("[data-dismiss]");
        if (closing) {
            closing.closest(".t-notice").remove();
            document.getElementById("content").focus();
        }
    });

    /** What a page comes with is not heard by itself: only a change in a region is. */
    function tellNotices() {
        document.querySelectorAll(".t-notice").forEach((notice) => notice.replaceWith(notice.cloneNode(true)));
    }

    function ready() {
        describe(document);
        focusFirstError();
        tellNotices();
    }

    document.addEventListener("DOMContentLoaded", () => setTimeout(ready));
    if (window.jQuery) {
        window.jQuery(document).on("pfAjaxComplete", () => setTimeout(() => describe(document)));
    }
    document.documentElement.classList.add("has-script");
}());
