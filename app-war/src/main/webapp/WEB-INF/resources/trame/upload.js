// Files of a dossier: each is sent by a request of its own, a few at a time, and one that fails holds up no other. While
// a document is on its way the list of documents is read again. All words come from the page.
(function () {
    "use strict";

    const REFRESH = 3000;
    const ANNOUNCE = 4000;
    const area = document.getElementById("upload");

    const fill = (pattern, ...values) =>
        values.reduce((text, value, index) => text.replaceAll(`{${index}}`, value), pattern);

    function element(tag, className, text) {
        const made = document.createElement(tag);
        made.className = className || "";
        made.textContent = text || "";
        return made;
    }

    /** « 1,8 Mo », by the units the page gives: bytes, kilobytes, megabytes, gigabytes. */
    function size(bytes) {
        const units = area.dataset.units.split(" ");
        const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
        const value = bytes / 1000 ** power;
        return `${value.toLocaleString(document.documentElement.lang, {maximumFractionDigits: power ? 1 : 0})}\u00a0${units[power]}`;
    }

    /** Says now and then how it goes, never at each percent. */
    function speaker(status) {
        let last = 0;
        let timer = 0;
        return (words, now) => {
            clearTimeout(timer);
            const wait = now ? 0 : Math.max(0, last + ANNOUNCE - Date.now());
            timer = setTimeout(() => {
                last = Date.now();
                status.textContent = words();
            }, wait);
        };
    }

    function uploads() {
        const words = area.dataset;
        const list = area.querySelector(".ui-fileupload-files");
        const say = speaker(area.querySelector("[role=status]"));
        const items = [];
        const count = (state) => items.filter((item) => item.state === state).length;
        const busy = () => count("waiting") + count("sending") > 0;
        const summary = () => fill(words.summary, count("done"), items.length - count("cancelled"), count("failed"));

        function row(item) {
            const line = element("li", "ui-fileupload-row");
            const main = element("div", "t-upmain");
            const head = element("div", "row spread");
            const name = element("span", "ui-fileupload-filename", item.file.name);
            name.dir = "auto";
            head.append(name, element("span", "num small muted", size(item.file.size)));
            item.bar = element("progress", "t-progress");
            item.bar.max = 100;
            item.bar.value = 0;
            item.bar.setAttribute("aria-label", fill(words.bar, item.file.name));
            item.text = element("p", "t-upst", words.waiting);
            item.again = button("pi-refresh", fill(words.retry, item.file.name), () => retry(item));
            item.again.hidden = true;
            item.stop = button("pi-times", fill(words.cancel, item.file.name), () => stop(item));
            main.append(head, item.bar, item.text);
            line.append(main, item.again, item.stop);
            item.line = line;
            list.append(line);
        }

        function button(icon, label, action) {
            const made = element("button", "t-iconbtn t-iconbtn--sm");
            made.type = "button";
            made.title = label;
            made.setAttribute("aria-label", label);
            const drawn = element("span", `pi ${icon}`);
            drawn.setAttribute("aria-hidden", "true");
            made.append(drawn);
            made.addEventListener("click", action);
            return made;
        }

        function settle(item, state, text) {
            item.state = state;
            item.bar.hidden = true;
            item.text.textContent = text;
            item.text.classList.toggle("t-oktxt", state === "done");
            item.text.classList.toggle("t-kotxt", state === "failed");
            item.line.classList.toggle("is-done", state === "done");
            item.line.classList.toggle("is-ko", state === "failed");
            item.again.hidden = state !== "failed" || item.hopeless;
            const label = fill(words.dismiss, item.file.name);
            item.stop.title = label;
            item.stop.setAttribute("aria-label", label);
            if (state === "done") {
                refresh();
            }
            say(() => state === "failed" ? `${item.file.name}: ${text}` : summary(), state === "failed" || !busy());
            next();
        }

        /** A running file is cancelled; the row of a settled one goes away, and the focus to the next row. */
        function stop(item) {
            if (item.request && item.state === "sending") {
                item.request.abort();
            } else if (item.state === "waiting") {
                settle(item, "cancelled", words.cancelled);
            } else {
                const neighbour = item.line.nextElementSibling || item.line.previousElementSibling;
                item.line.remove();
                (neighbour ? neighbour.querySelector("button:last-child") : document.getElementById("files")).focus();
            }
        }

        function retry(item) {
            item.state = "waiting";
            item.bar.hidden = false;
            item.bar.value = 0;
            item.again.hidden = true;
            item.text.textContent = words.waiting;
            item.line.classList.remove("is-ko");
            item.text.classList.remove("t-kotxt");
            item.stop.focus();
            next();
        }

        function progress(item, event) {
            const percent = Math.floor(event.loaded * 100 / event.total);
            item.bar.value = percent;
            item.text.textContent = percent < 100
                ? fill(words.sending, percent.toLocaleString(document.documentElement.lang), size(event.loaded), size(event.total))
                : words.checking;
            say(() => fill(words.progress, count("done"), items.length - count("cancelled")));
        }

        function answer(item, request) {
            if (request.status === 201) {
                settle(item, "done", words.done);
                return;
            }
            let told = "";
            try {
                told = JSON.parse(request.responseText).detail || "";
            } catch (unreadable) {
                told = "";
            }
            item.hopeless = [413, 415, 422].includes(request.status);
            settle(item, "failed", told || (request.status === 401 ? words.session : words.failed));
        }

        function send(item) {
            const request = new XMLHttpRequest();
            item.request = request;
            item.state = "sending";
            request.open("POST", `${words.address}?name=${encodeURIComponent(item.file.name)}`);
            request.setRequestHeader("X-Trame-Upload", "1");
            request.setRequestHeader("Content-Type", "application/octet-stream");
            request.upload.addEventListener("progress", (event) => progress(item, event));
            request.addEventListener("load", () => answer(item, request));
            request.addEventListener("error", () => settle(item, "failed", words.network));
            request.addEventListener("abort", () => settle(item, "cancelled", words.cancelled));
            request.send(item.file);
        }

        function next() {
            const free = Number(words.atOnce) - count("sending");
            items.filter((item) => item.state === "waiting").slice(0, Math.max(0, free)).forEach(send);
        }

        function take(files) {
            Array.from(files).forEach((file) => {
                const item = {file, state: "waiting", hopeless: false};
                items.push(item);
                row(item);
                if (file.size > Number(words.limit)) {
                    item.hopeless = true;
                    settle(item, "failed", words.tooLarge);
                }
            });
            next();
        }

        const input = document.getElementById("files");
        input.addEventListener("change", () => {
            take(input.files);
            input.value = "";
        });
        area.addEventListener("dragover", (event) => {
            event.preventDefault();
            area.classList.add("is-over");
        });
        area.addEventListener("dragleave", () => area.classList.remove("is-over"));
        area.addEventListener("drop", (event) => {
            event.preventDefault();
            area.classList.remove("is-over");
            take(event.dataTransfer.files);
        });
        document.querySelectorAll("[data-pick]").forEach((opener) =>
            opener.addEventListener("click", () => document.getElementById(opener.dataset.pick).click()));
        window.addEventListener("beforeunload", (event) => {
            if (busy()) {
                event.preventDefault();
            }
        });
    }

    const documents = () => document.querySelector("[data-unsettled]");
    const unsettled = () => documents() !== null && documents().dataset.unsettled !== "0";
    let timer = 0;
    let focused = null;
    let told = "";

    function refresh() {
        clearTimeout(timer);
        const active = document.activeElement;
        focused = documents() && documents().contains(active) ? active.getAttribute("href") : null;
        window.trameRefreshDocuments();
    }

    function again() {
        clearTimeout(timer);
        if (unsettled()) {
            timer = setTimeout(() => document.hidden ? again() : refresh(), REFRESH);
        }
    }

    /** After the list came back: the focus is where it was, and what changed is said. */
    window.jQuery(document).on("pfAjaxComplete", () => setTimeout(() => {
        const link = focused && documents().querySelector(`a[href="${focused}"]`);
        if (link) {
            link.focus();
        }
        const now = documents() ? documents().dataset.words : "";
        if (now !== told) {
            told = now;
            document.getElementById("documents-status").textContent = now;
        }
        again();
    }));

    if (area) {
        uploads();
    }
    told = documents() ? documents().dataset.words : "";
    again();
}());
