// Files that are there already: asks the server before anything is sent, then the person, one file after the other or one
// answer for all of a kind. Without an answer from the server files are sent, and it refuses what it must.
window.trameTwins = (function () {
    "use strict";

    const DIGESTED = 64 * 1024 * 1024;
    const dialog = document.getElementById("twins");
    const words = dialog ? dialog.dataset : {};
    let last = Promise.resolve();

    const fill = (pattern, ...values) =>
        values.reduce((text, value, index) => text.replaceAll(`{${index}}`, value), pattern);

    /** The digest of a file that is small enough to be read at once, where the browser lends its own. */
    async function digest(file) {
        if (!window.crypto.subtle || file.size > DIGESTED) {
            return undefined;
        }
        try {
            const bytes = new Uint8Array(await window.crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
            return Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
        } catch (unreadable) {
            return undefined;
        }
    }

    async function ask(items) {
        const files = [];
        for (const item of items) {
            files.push({name: item.file.name, folder: item.folder, sha256: await digest(item.file)});
        }
        const answer = await fetch(words.arrivals, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({files})});
        if (!answer.ok) {
            throw new Error(`not told: ${answer.status}`);
        }
        return answer.json();
    }

    /** Shows one question; Escape skips the file. */
    function choose(kind, item, twin, others) {
        document.getElementById("twins-title").textContent = fill(kind === "name" ? words.sameName : words.sameBytes, item.file.name);
        document.getElementById("twins-text").textContent = kind === "name" ? words.sameNameText : words.sameBytesText;
        const link = document.createElement("a");
        link.href = `${words.document}${twin.id}/history`;
        link.target = "_blank";
        link.rel = "noopener";
        link.dir = "auto";
        link.textContent = twin.dossier ? `${twin.dossier} › ${twin.name}` : twin.name;
        document.getElementById("twins-where").replaceChildren(link);
        const all = document.getElementById("twins-all");
        all.hidden = others === 0;
        all.querySelector("input").checked = false;
        all.querySelector("span").textContent = fill(words.others, others);
        dialog.querySelectorAll("[data-for]").forEach((button) => {
            button.hidden = button.dataset.for !== kind;
        });
        dialog.returnValue = "skip";
        return new Promise((resolve) => {
            dialog.addEventListener("close", () => resolve({
                choice: dialog.returnValue || "skip",
                all: all.querySelector("input").checked
            }), {once: true});
            dialog.showModal();
        });
    }

    async function settle(items, send, skip) {
        let found = [];
        try {
            found = await ask(items);
        } catch (unknown) {
            send(items);
            return;
        }
        const kinds = found.map((each) => each.sameName ? "name" : each.sameBytes.length > 0 ? "bytes" : "");
        const ready = items.filter((item, index) => kinds[index] === "");
        send(ready);
        const forAll = {};
        for (let index = 0; index < items.length; index++) {
            const kind = kinds[index];
            if (kind !== "") {
                const twin = kind === "name" ? found[index].sameName : found[index].sameBytes[0];
                const others = kinds.slice(index + 1).filter((each) => each === kind).length;
                const chosen = forAll[kind] || await choose(kind, items[index], twin, others);
                if (chosen.all) {
                    forAll[kind] = chosen;
                }
                if (chosen.choice === "skip") {
                    skip(items[index], words.skipped);
                } else {
                    items[index].sameName = kind === "name" ? chosen.choice : "";
                    send([items[index]]);
                }
            }
        }
    }

    /** One batch after the other: there is one dialog. */
    return (items, send, skip) => {
        if (!dialog) {
            send(items);
            return;
        }
        last = last.then(() => settle(items, send, skip));
    };
}());
