// Files of a dossier: each is sent in pieces that the server writes down, a few files at a time, and one that fails holds
// up no other. A line that is cut is waited for; after a reload the same file goes on where it was. While a document is
// on its way the list of documents is read again. All words come from the page.
(function () {
    "use strict";

    const REFRESH = 3000;
    const ANNOUNCE = 4000;
    const PIECE = 32 * 1024 * 1024;
    const PATIENCE = [0, 1000, 3000, 5000, 10000, 20000, 30000, 60000];
    const HOPELESS = [403, 404, 413, 415, 422];
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
        const busy = () => count("asking") + count("waiting") + count("sending") + count("held") > 0;
        const summary = () => fill(words.summary, count("done"), items.length - count("cancelled"), count("failed"));

        function row(item) {
            const line = element("li", "ui-fileupload-row");
            const main = element("div", "t-upmain");
            const head = element("div", "row spread");
            const name = element("span", "ui-fileupload-filename", item.below ? `${item.below}/${item.file.name}` : item.file.name);
            name.dir = "auto";
            head.append(name, element("span", "num small muted", size(item.file.size)));
            item.bar = element("progress", "t-progress");
            item.bar.max = 100;
            item.bar.value = 0;
            item.bar.setAttribute("aria-label", fill(words.bar, item.file.name));
            item.text = element("p", "t-upst", words.waiting);
            item.again = button("pi-refresh", fill(words.retry, item.file.name), () => retry(item));
            item.again.hidden = true;
            item.hold = button("pi-pause", fill(words.pause, item.file.name), () => hold(item));
            item.stop = button("pi-times", fill(words.cancel, item.file.name), () => stop(item));
            main.append(head, item.bar, item.text);
            line.append(main, item.again, item.hold, item.stop);
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
            item.hold.hidden = true;
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
            if (item.upload && ["sending", "held"].includes(item.state)) {
                item.upload.abort(true).catch(() => undefined);
                settle(item, "cancelled", words.cancelled);
            } else if (["waiting", "asking"].includes(item.state)) {
                settle(item, "cancelled", words.cancelled);
            } else {
                const neighbour = item.line.nextElementSibling || item.line.previousElementSibling;
                item.line.remove();
                (neighbour ? neighbour.querySelector("button:last-child") : document.getElementById("files")).focus();
            }
        }

        /** Pauses, or goes on. */
        function hold(item) {
            const held = item.state === "held";
            const label = fill(held ? words.pause : words.resume, item.file.name);
            item.hold.title = label;
            item.hold.setAttribute("aria-label", label);
            item.hold.firstChild.className = `pi ${held ? "pi-pause" : "pi-play"}`;
            if (held) {
                item.state = "waiting";
                item.text.textContent = words.waiting;
            } else {
                if (item.upload) {
                    item.upload.abort();
                }
                item.state = "held";
                item.text.textContent = words.held;
                say(() => `${item.file.name}: ${words.held}`, true);
            }
            next();
        }

        function retry(item) {
            item.state = item.taken ? "asking" : "waiting";
            item.bar.hidden = false;
            item.again.hidden = true;
            item.hold.hidden = false;
            item.text.textContent = words.waiting;
            item.line.classList.remove("is-ko");
            item.text.classList.remove("t-kotxt");
            if (item.taken) {
                ask([item]);
            } else {
                next();
            }
        }

        /** Nothing is sent that is there already before the person says so. */
        function ask(asked) {
            window.trameTwins(asked, (sent) => {
                sent.filter((item) => item.state === "asking").forEach((item) => {
                    item.state = "waiting";
                });
                next();
            }, (item, why) => item.state === "asking" && settle(item, "cancelled", why));
        }

        function progress(item, sent, size_) {
            const percent = Math.floor(sent * 100 / size_);
            item.sent = sent;
            item.bar.value = percent;
            item.text.textContent = percent < 100
                ? fill(words.sending, percent.toLocaleString(document.documentElement.lang), size(sent), size(size_))
                : words.checking;
            total();
            say(() => fill(words.progress, count("done"), items.length - count("cancelled")));
        }

        /** How far all files are together, for those who see. */
        function total() {
            const wanted = items.filter((item) => !["cancelled", "failed"].includes(item.state));
            const all = wanted.reduce((sum, item) => sum + item.file.size, 0);
            const sent = wanted.reduce((sum, item) => sum + (item.state === "done" ? item.file.size : item.sent), 0);
            const line = area.querySelector(".t-uptotal");
            line.hidden = items.length < 2 || all === 0;
            line.querySelector("progress").value = all === 0 ? 0 : Math.floor(sent * 100 / all);
            line.querySelector("p").textContent =
                `${fill(words.progress, count("done"), wanted.length)} ${size(sent)} / ${size(all)}`;
        }

        function refused(item, error) {
            const answer = error.originalResponse;
            const status = answer ? answer.getStatus() : item.status;
            let told = "";
            try {
                const problem = answer ? JSON.parse(answer.getBody()) : {};
                told = problem.detail || "";
                item.taken = problem.type === "urn:trame:problem:document.name.taken";
            } catch (unreadable) {
                told = "";
            }
            item.hopeless = HOPELESS.includes(status);
            item.upload = item.taken ? null : item.upload;
            item.cut = status === 0;
            settle(item, "failed", told || (status === 0 ? words.network : status === 401 ? words.session : words.failed));
        }

        function send(item) {
            item.state = "sending";
            if (!item.upload) {
                item.upload = new window.tus.Upload(item.file, {
                    endpoint: words.address,
                    chunkSize: PIECE,
                    retryDelays: PATIENCE,
                    metadata: Object.assign({filename: item.file.name, folder: item.folder}, item.sameName ? {onSameName: item.sameName} : {}),
                    removeFingerprintOnSuccess: true,
                    onBeforeRequest: () => {
                        item.status = 0;
                    },
                    // To begin anew is for what the product itself says is gone: a server that starts does not know it yet.
                    onAfterResponse: (request, response) => {
                        item.status = response.getStatus();
                        const ours = String(response.getHeader("Content-Type")).startsWith("application/problem+json");
                        const told = item.status === 423 || (ours && [404, 410].includes(item.status));
                        if (request.getMethod() === "HEAD" && item.status >= 300 && !told) {
                            throw new Error(`not now: ${item.status}`);
                        }
                    },
                    onShouldRetry: (error) => {
                        const asked = error.originalRequest ? error.originalRequest.getMethod() : "";
                        const taken = asked === "POST" && item.status === 409;
                        return (asked === "DELETE" || item.state === "sending") && !taken
                            && (item.status === 0 || item.status >= 500 || [409, 423, 460].includes(item.status));
                    },
                    onProgress: (sent, all) => progress(item, sent, all),
                    onSuccess: () => settle(item, "done", words.done),
                    onError: (error) => refused(item, error)
                });
            }
            item.upload.findPreviousUploads().then((previous) => {
                if (previous.length > 0) {
                    item.upload.resumeFromPreviousUpload(previous[0]);
                }
                if (item.state === "sending") {
                    item.upload.start();
                }
            });
        }

        function next() {
            const free = Number(words.atOnce) - count("sending");
            items.filter((item) => item.state === "waiting").slice(0, Math.max(0, free)).forEach(send);
            total();
        }

        /** A folder that is dropped brings all its files. */
        function dropped(transfer) {
            const entries = Array.from(transfer.items || []).map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
            if (!entries.some((entry) => entry && entry.isDirectory)) {
                take(transfer.files);
                return;
            }
            entries.filter(Boolean).forEach(walk);
        }

        function walk(entry) {
            if (entry.isFile) {
                entry.file((file) => take([file], entry.fullPath.split("/").slice(1, -1).join("/")));
                return;
            }
            const reader = entry.createReader();
            const more = () => reader.readEntries((entries) => {
                entries.forEach(walk);
                if (entries.length > 0) {
                    more();
                }
            });
            more();
        }

        function take(files, dropped) {
            const asked = [];
            Array.from(files).forEach((file) => {
                const below = dropped || (file.webkitRelativePath || "").split("/").slice(0, -1).join("/");
                const folder = [words.folder, below].filter(Boolean).join("/");
                const item = {file, below, folder, state: "asking", sameName: "", taken: false, hopeless: false, cut: false, sent: 0, status: 0};
                items.push(item);
                row(item);
                if (file.size > Number(words.limit)) {
                    item.hopeless = true;
                    settle(item, "failed", words.tooLarge);
                } else {
                    asked.push(item);
                }
            });
            if (asked.length > 0) {
                ask(asked);
            }
        }

        ["files", "folder"].map((id) => document.getElementById(id)).forEach((input) =>
            input.addEventListener("change", () => {
                take(input.files);
                input.value = "";
            }));
        area.querySelectorAll("[data-give-up]").forEach((button) => button.addEventListener("click", () =>
            fetch(button.dataset.giveUp, {method: "DELETE", headers: {"Tus-Resumable": "1.0.0"}}).then((answer) => {
                if (answer.ok || answer.status === 404) {
                    button.closest("li").remove();
                    document.getElementById("files").focus();
                } else {
                    say(() => words.failed, true);
                }
            }, () => say(() => words.network, true))));
        area.addEventListener("dragover", (event) => {
            event.preventDefault();
            area.classList.add("is-over");
        });
        area.addEventListener("dragleave", () => area.classList.remove("is-over"));
        area.addEventListener("drop", (event) => {
            event.preventDefault();
            area.classList.remove("is-over");
            dropped(event.dataTransfer);
        });
        document.querySelectorAll("[data-pick]").forEach((opener) =>
            opener.addEventListener("click", () => document.getElementById(opener.dataset.pick).click()));
        window.addEventListener("online", () =>
            items.filter((item) => item.state === "failed" && item.cut).forEach(retry));
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
