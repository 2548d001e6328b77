// The search box: what one may be about to type, in a list that keys reach. Without it the box is a form that searches.
(function () {
    "use strict";

    const WAIT_MILLIS = 100;

    function element(name, attributes, ...children) {
        const made = document.createElement(name);
        Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
        made.append(...children);
        return made;
    }

    /** Odd pieces are what was typed; nothing in them is markup. */
    function pieces(texts) {
        return texts.map((text, at) => at % 2 === 1 ? element("mark", {}, text) : document.createTextNode(text));
    }

    function combobox(form) {
        const input = form.querySelector("input[name=q]");
        const panel = form.querySelector(".t-suggest");
        const list = panel.querySelector("[role=listbox]");
        const forget = panel.querySelector("[data-forget]");
        const told = form.querySelector("[role=status]");
        let timer = 0;
        let asking = null;
        let active = null;

        input.setAttribute("role", "combobox");
        input.setAttribute("aria-autocomplete", "list");
        input.setAttribute("aria-controls", list.id);
        input.setAttribute("aria-expanded", "false");

        const options = () => Array.from(list.querySelectorAll("[role=option]"));
        const isOpen = () => !panel.hidden;

        function open(is) {
            panel.hidden = !is;
            input.setAttribute("aria-expanded", String(is));
            if (!is) {
                choose(null);
            }
        }

        function choose(option) {
            if (active) {
                active.setAttribute("aria-selected", "false");
            }
            active = option;
            if (option) {
                option.setAttribute("aria-selected", "true");
                input.setAttribute("aria-activedescendant", option.id);
                option.scrollIntoView({block: "nearest"});
            } else {
                input.removeAttribute("aria-activedescendant");
            }
        }

        /** The field itself is between the last option and the first. */
        function move(step) {
            const all = options();
            const at = all.indexOf(active) + step;
            choose(active === null && step < 0 ? all[all.length - 1] : all[at] || null);
        }

        function show(answer) {
            choose(null);
            list.replaceChildren(...answer.groups.map((group, number) => element("div",
                {"role": "group", "aria-label": group.label},
                element("p", {"aria-hidden": "true"}, group.label),
                ...group.options.map((option, at) => element("div",
                    {"role": "option", "id": `${list.id}-${number}-${at}`, "aria-selected": "false", "data-url": option.url},
                    element("span", {"class": `pi pi-${option.icon}`, "aria-hidden": "true"}),
                    element("span", {"class": "grow trunc"}, ...pieces(option.pieces)),
                    element("span", {"class": "muted small t-suggest__note trunc"}, option.note))))));
            forget.hidden = !answer.recent;
            const some = answer.groups.length > 0;
            open(some && form.contains(document.activeElement));
            told.textContent = isOpen() || !some ? answer.told : "";
        }

        async function ask() {
            if (asking) {
                asking.abort();
            }
            asking = new AbortController();
            try {
                const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(input.value.trim())}`,
                    {signal: asking.signal, headers: {"Accept": "application/json"}});
                // Signed out meanwhile, or no such page: the box goes on as a form.
                if (answer.ok && (answer.headers.get("Content-Type") || "").startsWith("application/json")) {
                    show(await answer.json());
                }
            } catch (cut) {
                if (cut.name !== "AbortError") {
                    open(false);
                }
            }
        }

        function askSoon(millis) {
            clearTimeout(timer);
            timer = setTimeout(ask, millis);
        }

        input.addEventListener("input", () => askSoon(WAIT_MILLIS));
        input.addEventListener("click", () => {
            if (!isOpen()) {
                askSoon(0);
            }
        });
        input.addEventListener("keydown", (event) => {
            if (event.isComposing) {
                return;
            }
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                event.preventDefault();
                if (isOpen()) {
                    move(event.key === "ArrowDown" ? 1 : -1);
                } else {
                    askSoon(0);
                }
            } else if (event.key === "Enter" && active) {
                event.preventDefault();
                location.assign(active.dataset.url);
            } else if (event.key === "Escape" && isOpen()) {
                event.preventDefault();
                event.stopPropagation();
                clearTimeout(timer);
                if (asking) {
                    asking.abort();
                }
                open(false);
            } else if (event.key === "Escape") {
                input.value = "";
            }
        });
        // The field keeps the focus while the mouse chooses.
        panel.addEventListener("mousedown", (event) => event.preventDefault());
        list.addEventListener("click", (event) => {
            const option = event.target.closest("[role=option]");
            if (option) {
                location.assign(option.dataset.url);
            }
        });
        forget.addEventListener("click", async () => {
            const done = await fetch(form.dataset.suggest, {method: "POST"});
            if (done.ok) {
                input.focus();
                told.textContent = forget.dataset.done;
                open(false);
            }
        });
        form.addEventListener("focusout", (event) => {
            if (!form.contains(event.relatedTarget)) {
                clearTimeout(timer);
                open(false);
            }
        });
    }

    document.querySelectorAll("form[data-suggest]").forEach(combobox);
}());
