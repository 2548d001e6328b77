// Files of people without an account, sent one after the other to the address of the page. All words come from the page.
(function () {
    "use strict";

    const form = document.getElementById("deposit");
    if (!form) {
        return;
    }
    const words = form.dataset;
    const list = form.querySelector("ul");
    const status = form.querySelector("[role=status]");
    const alert = form.querySelector("[role=alert]");
    const sender = document.getElementById("sender");
    const files = document.getElementById("deposit-files");
    let busy = false;

    const fill = (pattern, ...values) =>
        values.reduce((text, value, index) => text.replaceAll(`{${index}}`, value), pattern);

    function row(file) {
        const line = document.createElement("li");
        line.className = "ui-fileupload-row";
        const main = document.createElement("div");
        main.className = "t-upmain";
        const name = document.createElement("span");
        name.className = "ui-fileupload-filename";
        name.dir = "auto";
        name.textContent = file.name;
        const text = document.createElement("p");
        text.className = "t-upst";
        text.textContent = words.waiting;
        main.append(name, text);
        line.append(main);
        list.append(line);
        return {line, text};
    }

    function send(file, shown) {
        return new Promise((resolve) => {
            const request = new XMLHttpRequest();
            const query = new URLSearchParams({name: file.name, sender: sender.value});
            request.open("POST", `${window.location.pathname}?${query}`);
            request.setRequestHeader("Content-Type", "application/octet-stream");
            request.upload.addEventListener("progress", (event) => {
                shown.text.textContent = fill(words.sending, Math.floor(event.loaded * 100 / Math.max(1, event.total)));
            });
            request.addEventListener("loadend", () => {
                const done = request.status === 204;
                let why = words.failed;
                try {
                    why = done ? "" : JSON.parse(request.responseText).detail || words.failed;
                } catch (unreadable) {
                    why = words.failed;
                }
                shown.text.textContent = done ? words.done : why;
                shown.text.classList.add(done ? "t-oktxt" : "t-kotxt");
                resolve(done);
            });
            request.send(file);
        });
    }

    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const chosen = Array.from(files.files);
        if (busy) {
            return;
        }
        if (sender.value.trim() === "" || chosen.length === 0) {
            const missing = sender.value.trim() === "" ? sender : files;
            alert.textContent = missing === sender ? words.sender : words.none;
            missing.setAttribute("aria-invalid", "true");
            missing.focus();
            return;
        }
        busy = true;
        alert.textContent = "";
        [sender, files].forEach((field) => field.removeAttribute("aria-invalid"));
        const rows = chosen.map(row);
        let done = 0;
        for (let index = 0; index < chosen.length; index++) {
            done += await send(chosen[index], rows[index]) ? 1 : 0;
        }
        files.value = "";
        status.textContent = fill(words.summary, done, chosen.length);
        busy = false;
    });

    window.addEventListener("beforeunload", (event) => {
        if (busy) {
            event.preventDefault();
        }
    });
}());
