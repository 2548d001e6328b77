// Sends each file of a folder as a page or a program of a company would, with the tus client of the product, and goes on
// after whatever cuts it. Arguments: where the client lies, the address, the folder, a file that holds the token.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";

const [home, endpoint, folder, tokenFile] = process.argv.slice(2);
const tus = createRequire(path.join(home, "package.json"))("tus-js-client");
const AT_ONCE = 4;
const PATIENCE = Array(200).fill(1000);

function send(name) {
    const file = path.join(folder, name);
    return new Promise((resolve, reject) => {
        const upload = new tus.Upload(fs.createReadStream(file), {
            endpoint,
            chunkSize: 16 * 1024,
            uploadSize: fs.statSync(file).size,
            metadata: { filename: name },
            retryDelays: PATIENCE,
            onShouldRetry: error => !(error.originalResponse && error.originalResponse.getStatus() === 409
                && error.originalRequest.getMethod() === "POST"),
            // To begin anew is for what the product itself says is gone: a server that starts does not know it yet.
            onAfterResponse: (request, response) => {
                const status = response.getStatus();
                const ours = String(response.getHeader("Content-Type")).startsWith("application/problem+json");
                if (request.getMethod() === "HEAD" && status >= 400 && !(ours && [404, 410].includes(status))) {
                    throw new Error("not now: " + status);
                }
            },
            onBeforeRequest: request =>
                request.setHeader("Authorization", "Bearer " + fs.readFileSync(tokenFile, "utf8").trim()),
            onError: reject,
            onSuccess: resolve,
        });
        upload.start();
    });
}

const left = fs.readdirSync(folder).sort();
let sent = 0;
async function lane() {
    for (let name = left.shift(); name; name = left.shift()) {
        await send(name);
        sent++;
        console.log(sent);
    }
}
await Promise.all(Array.from({ length: AT_ONCE }, lane));
