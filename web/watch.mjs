#!/usr/bin/env node
// Serves one article. When it, its playbook or its messages are saved, it is built again, and the page loads
// itself again. A mistake in the article is printed, and the last good page stays.
//
//   node watch.mjs [--port N] FILE.md [PLAYBOOK.json]
import { spawnSync } from "node:child_process";
import { watch } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { policy, serve } from "./serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const {
  values,
  positionals: [file, playbook],
} = parseArgs({ allowPositionals: true, options: { port: { type: "string", default: "8080" } } });
const out = join(dirname(here), "build/article");

function build(...options) {
  const args = [
    "--quiet",
    "--out",
    out,
    "--article",
    resolve(file),
    ...(playbook ? ["--playbook", resolve(playbook)] : []),
    ...options,
  ];
  return (
    spawnSync(process.execPath, [join(here, "build.mjs"), ...args], {
      stdio: ["ignore", "inherit", "inherit"],
    }).status === 0
  );
}

console.error(`Building ${basename(file)}`);
if (!build()) process.exit(1);

/** Requests of pages that are answered when they were built again. */
let pending = [];
let timer;
const changed = (name) => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    console.error(`${name} was saved: building it again`);
    if (!build("--only")) return;
    for (const answer of pending) answer();
    pending = [];
  }, 50);
};
// Editors replace files: the folders are watched, not the files.
for (const folder of new Set([file, playbook].filter(Boolean).map((path) => dirname(resolve(path))))) {
  const ours = (name) =>
    name && (resolve(folder, name) === resolve(file) || (playbook && /\.(ftl|json)$/.test(name)));
  watch(folder, (_event, name) => ours(name) && changed(name));
}

// The article's pictures may be anywhere.
const csp = policy.replace(";", "; img-src 'self' https:;");
const { port } = await serve({
  port: Number(values.port),
  dir: out,
  csp,
  again: () => new Promise((answer) => pending.push(answer)),
});
console.log(`http://localhost:${port}/`);
