// Checks that a bench has what it needs. If something is missing, the bench ends at once with one line:
// what is missing, and the command that makes it.
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** A path that the environment names, from the current folder. */
function named(variable) {
  const path = process.env[variable];
  return path && resolve(path);
}

/** Parts that may be needed, and the commands that make them. */
const known = {
  page: {
    path: named("STEGVIS_DIST") ?? "web/dist/index.html",
    how: "web/run builds it, or node web/build.mjs where the core is built",
  },
  command: {
    path: named("STEGVIS_COMMAND") ?? "build/native/bin/stegvis",
    how: "cmake --workflow --preset native",
  },
  backend: {
    path: "build/wasm/bin/backend.wasm",
    how: "web/run --backend builds it, or cmake --build build/wasm --target backend",
  },
  core_bench: {
    path: "build/native/bin/core_bench",
    how:
      "apt-get install libbenchmark-dev, cmake --preset native, " +
      "then cmake --build build/native --target core_bench",
  },
  chromium: { path: "/usr/bin/chromium", how: "apt-get install chromium" },
  "npm packages of web": { path: "web/node_modules", how: "cd web && npm ci" },
  "npm packages of backend": { path: "web/backend/node_modules", how: "cd web/backend && npm ci" },
  "npm packages of tests": { path: "tests/node_modules", how: "cd tests && npm ci" },
};

/**
 * Ends the process with exit code 2 where a need isn't met.
 * @param {...keyof typeof known} names
 */
export function needs(...names) {
  for (const name of names) {
    const { path, how } = known[name];
    if (existsSync(resolve(root, path))) continue;
    console.error(`${name} is missing (${path}): ${how}`);
    process.exit(2);
  }
}
