// Bundles the editor of fiches written together into one script, with the licences of what is in it beside it.
import { build } from "esbuild";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";

const out = process.argv[2];

const bundled = await build({
    entryPoints: ["coedit/main.js"],
    outfile: path.join(out, "coedit.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2021",
    legalComments: "none",
    metafile: true,
});

const packages = [...new Set(Object.keys(bundled.metafile.inputs)
    .map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
    .filter(Boolean))].sort();

// A second copy of yjs breaks the checks of constructors on which the first relies.
const copies = Object.keys(bundled.metafile.inputs).filter((input) => /(^|\/)node_modules\/yjs\/dist\/[^/]+$/.test(input));
if (copies.length !== 1) {
    throw new Error(`yjs must be bundled once: ${copies.join(", ")}`);
}

async function licence(name) {
    const folder = path.join("node_modules", name);
    const { version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
    if (!file) {
        throw new Error(`${name} says no licence`);
    }
    return `${name} ${version}\n\n${(await readFile(path.join(folder, file), "utf8")).trim()}\n`;
}

const rule = `\n${"-".repeat(80)}\n\n`;
await writeFile(path.join(out, "coedit-licences.txt"), (await Promise.all(packages.map(licence))).join(rule));
