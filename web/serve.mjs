#!/usr/bin/env node
// Serves a folder under the Content Security Policy that the widget is made for. A file that has a brotli or
// gzip copy is sent compressed.
//
//   node serve.mjs [--port N] [--dir DIR]
//
// As a module: serve({port, dir, again, csp}) resolves to {server, port}; `again` is a promise-giving
// function that settles when the pages were built again (/again answers then). pages() gives what it does
// with a request, for a server of somebody else.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".ftl": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

export const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";

/**
 * @param {{ port?: number, dir: string, again?: () => Promise<unknown>, csp?: string }} options
 * @returns {Promise<{ server: import("node:http").Server, port: number }>}
 */
export function serve({ port = 8080, dir, again, csp = policy }) {
  const server = createServer(pages({ dir, again, csp }));
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () =>
      done({ server, port: /** @type {import("node:net").AddressInfo} */ (server.address()).port }),
    );
  });
}

/**
 * @param {{ dir: string, again?: () => Promise<unknown>, csp?: string }} options
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) =>
 *   Promise<unknown>}
 */
export function pages({ dir, again, csp = policy }) {
  const root = resolve(dir);
  return async (request, response) => {
    const headers = {
      "content-security-policy": csp,
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
      "referrer-policy": "no-referrer",
    };
    let path;
    try {
      path = normalize(decodeURIComponent(new URL(request.url, "http://here").pathname));
    } catch {
      return response.writeHead(400, headers).end();
    }
    if (path === "/again" && again) {
      await Promise.race([again(), new Promise((done) => setTimeout(done, 25000, "late"))]).then((how) =>
        response.writeHead(how === "late" ? 204 : 200, headers).end(),
      );
      return;
    }
    if (path.endsWith("/")) path += "index.html";
    const file = join(root, path);
    const type = types[extname(file)];
    if (!type || !file.startsWith(root) || !size(file)) return response.writeHead(404, headers).end();
    if (!["GET", "HEAD"].includes(request.method)) return response.writeHead(405, headers).end();
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const coding = [
      ["br", ".br"],
      ["gzip", ".gz"],
    ].find(([name, suffix]) => accepted.includes(name) && size(file + suffix));
    const sent = file + (coding?.[1] ?? "");
    const { mtimeMs } = statSync(file);
    const tag = `"${size(sent).toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    Object.assign(headers, {
      "content-type": type,
      vary: "accept-encoding",
      etag: tag,
      ...(coding && { "content-encoding": coding[0] }),
    });
    if (request.headers["if-none-match"] === tag) return response.writeHead(304, headers).end();
    headers["content-length"] = size(sent);
    if (request.method === "HEAD") return response.writeHead(200, headers).end();
    const stream = createReadStream(sent);
    // The file was removed meanwhile.
    stream.on("error", () => response.destroy());
    stream.once("open", () => stream.pipe(response.writeHead(200, headers)));
  };
}

function size(file) {
  try {
    const found = statSync(file);
    return found.isFile() ? found.size : 0;
  } catch {
    return 0;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "8080" }, dir: { type: "string" } },
  });
  const { port } = await serve({
    port: Number(values.port),
    dir: values.dir ?? join(dirname(fileURLToPath(import.meta.url)), "dist"),
  });
  console.log(`http://localhost:${port}/`);
}
