// A PDF document, a page at a time: drawn on a canvas, its text above it to be read aloud, selected and marked. Nothing in
// the document is run: no scripts, no forms of its own, no compiled functions.
(function () {
    "use strict";

    const MOST_SCALE = 2;
    const MOST_SOUGHT = 200;
    const area = document.getElementById("reader");
    const words = area.dataset;
    const paper = area.querySelector(".t-reader__paper");
    const canvas = area.querySelector("canvas");
    const layer = area.querySelector(".textLayer");
    const told = area.querySelector("[role=status]");
    const at = document.getElementById("at");

    const fill = (pattern, ...values) => values.reduce((text, value, index) => text.replaceAll(`{${index}}`, value), pattern);

    /** Letter by letter, so that places in the folded text are places in the text. */
    const fold = (text) => Array.from(text, (letter) => {
        const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
        return plain.length === letter.length ? plain : letter;
    }).join("");

    /** Words looked for, without the ends that change: a match begins a word. */
    const stems = fold(words.find || "").split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 1)
        .map((word) => word.length > 4 ? word.replace(/(aux|es|s|x|e)$/u, "") : word);
    const escaped = stems.map((stem) => stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = stems.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})[\\p{L}\\p{N}]*`, "gu") : null;

    function mark(span) {
        const text = span.textContent;
        let end = 0;
        const pieces = [];
        for (const match of fold(text).matchAll(pattern)) {
            const marked = document.createElement("mark");
            marked.textContent = text.slice(match.index, match.index + match[0].length);
            pieces.push(text.slice(end, match.index), marked);
            end = match.index + match[0].length;
        }
        if (pieces.length > 0) {
            span.replaceChildren(...pieces, text.slice(end));
        }
    }

    function fail() {
        told.textContent = words.failed;
        told.setAttribute("role", "alert");
        told.classList.add("t-kotxt");
        paper.hidden = true;
    }

    /** Draws pages of an open document; a page asked for while another is drawn comes after it, the last one asked only. */
    function reader(pdf, file) {
        let shown = 0;
        let wanted = 0;
        let drawing = false;

        async function draw(number) {
            const page = await file.getPage(number);
            const natural = page.getViewport({scale: 1});
            const scale = Math.min(MOST_SCALE, paper.clientWidth / natural.width);
            const viewport = page.getViewport({scale});
            const fine = window.devicePixelRatio || 1;
            canvas.width = Math.floor(viewport.width * fine);
            canvas.height = Math.floor(viewport.height * fine);
            canvas.style.width = `${viewport.width}px`;
            canvas.style.height = `${viewport.height}px`;
            layer.replaceChildren();
            layer.style.setProperty("--total-scale-factor", String(scale));
            await page.render({canvasContext: canvas.getContext("2d"), viewport, transform: [fine, 0, 0, fine, 0, 0]}).promise;
            const text = new pdf.TextLayer({textContentSource: page.streamTextContent(), container: layer, viewport});
            await text.render();
            if (pattern) {
                text.textDivs.forEach(mark);
            }
            page.cleanup();
        }

        function tell(number) {
            const marks = layer.querySelectorAll("mark").length;
            const found = pattern ? ` ${marks > 0 ? fill(words.marked, marks) : words.unmarked}` : "";
            told.textContent = fill(words.of, number, file.numPages) + found;
            at.value = String(number);
            area.querySelector("[data-go='-1']").disabled = number === 1;
            area.querySelector("[data-go='1']").disabled = number === file.numPages;
            const address = new URL(window.location.href);
            address.searchParams.set("page", String(number));
            window.history.replaceState(null, "", address);
        }

        async function go(number) {
            wanted = Math.min(file.numPages, Math.max(1, Math.trunc(number) || 1));
            if (drawing) {
                return;
            }
            drawing = true;
            try {
                while (shown !== wanted) {
                    const next = wanted;
                    await draw(next);
                    shown = next;
                }
                tell(shown);
                const first = layer.querySelector("mark");
                if (first) {
                    first.scrollIntoView({block: "center"});
                }
            } catch (broken) {
                fail();
            } finally {
                drawing = false;
            }
        }

        area.querySelectorAll("[data-go]").forEach((button) =>
            button.addEventListener("click", () => go(wanted + Number(button.dataset.go))));
        at.max = String(file.numPages);
        at.addEventListener("change", () => go(Number(at.value)));
        area.querySelector(".t-reader__of").textContent = `/ ${file.numPages}`;
        paper.addEventListener("keydown", (event) => {
            const steps = {ArrowLeft: wanted - 1, ArrowRight: wanted + 1, Home: 1, End: file.numPages};
            if (event.key in steps && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
                event.preventDefault();
                go(steps[event.key]);
            }
        });
        /** The pages of a text that was made into a PDF have no numbers elsewhere: looks for the first that has the words. */
        async function seek() {
            if (words.seek !== "true" || !pattern || layer.querySelector("mark")) {
                return;
            }
            const last = Math.min(file.numPages, MOST_SOUGHT);
            for (let number = 1; number <= last; number++) {
                const page = await file.getPage(number);
                const content = await page.getTextContent();
                if (content.items.some((item) => fold(item.str || "").search(pattern) >= 0)) {
                    await go(number);
                    return;
                }
            }
        }
        let width = paper.clientWidth;
        new ResizeObserver(() => {
            if (Math.abs(paper.clientWidth - width) > 1 && !drawing) {
                width = paper.clientWidth;
                shown = 0;
                go(wanted);
            }
        }).observe(paper);
        return go(Number(words.page)).then(seek);
    }

    async function open() {
        const library = words.library;
        const pdf = await import(`${library}build/pdf.mjs`);
        pdf.GlobalWorkerOptions.workerSrc = `${library}build/pdf.worker.mjs`;
        const loading = pdf.getDocument({
            url: words.file,
            isEvalSupported: false,
            enableXfa: false,
            useWasm: false,
            wasmUrl: `${library}web/wasm/`,
            disableRange: true,
            cMapUrl: `${library}web/cmaps/`,
            standardFontDataUrl: `${library}web/standard_fonts/`
        });
        // A document behind a password is told as one that cannot be shown, not asked about.
        loading.onPassword = () => loading.destroy();
        await reader(pdf, await loading.promise);
    }

    open().catch(fail);
}());
