// What a section of a fiche may hold. A kind of node that is taken out of here would be taken out of the documents too.
import { Schema } from "prosemirror-model";
import { bulletList, listItem, orderedList } from "prosemirror-schema-list";

const SAFE = /^(https?:|mailto:)/i;

/** Addresses come from other people's browsers: one that is not of the web is shown as text. */
export const safe = (href) => typeof href === "string" && SAFE.test(href.trim());

const text = { content: "inline*", group: "block" };

export const schema = new Schema({
    nodes: {
        doc: { content: "block+" },
        paragraph: { ...text, parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
        heading: {
            ...text,
            attrs: { level: { default: 3 } },
            defining: true,
            parseDOM: ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag, attrs: { level: 3 } })),
            toDOM: () => ["h3", 0],
        },
        bullet_list: { ...bulletList, content: "list_item+", group: "block" },
        ordered_list: { ...orderedList, content: "list_item+", group: "block" },
        list_item: { ...listItem, content: "paragraph block*" },
        text: { group: "inline" },
        hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
    },
    marks: {
        link: {
            attrs: { href: {} },
            inclusive: false,
            parseDOM: [{ tag: "a[href]", getAttrs: (a) => safe(a.getAttribute("href")) && { href: a.getAttribute("href") } }],
            toDOM: (mark) => safe(mark.attrs.href)
                ? ["a", { href: mark.attrs.href, rel: "noopener noreferrer nofollow", target: "_blank" }, 0]
                : ["span", 0],
        },
        strong: {
            parseDOM: [{ tag: "strong" }, { tag: "b", getAttrs: (b) => b.style.fontWeight !== "normal" && null }],
            toDOM: () => ["strong", 0],
        },
        em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    },
});
