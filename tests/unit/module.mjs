// A module of web/src, as Node can run it: esbuild makes one script of it and what it imports, as the build
// does for the page.
//
//   const { Messages } = await module("i18n/messages.ts");
//
// Each call gives a module of its own. What a browser has and Node lacks is handed in by the test.
import { createRequire } from "node:module";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const root = join(import.meta.dirname, "../..");
const { build } = createRequire(join(root, "web/package.json"))("esbuild");
const folder = mkdtempSync(join(tmpdir(), "stegvis-unit-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/**
 * @param {string} path below web/src
 * @returns {Promise<any>} what it exports
 */
export async function module(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, "web/src", path)],
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    loader: { ".css": "text" },
    define: { LOCALES: JSON.stringify(["ar-SA", "de-DE", "en-US", "ja-JP", "nb-NO"]) },
    write: false,
    logLevel: "error",
  });
  const file = join(folder, `${++count}.mjs`);
  writeFileSync(file, outputFiles[0].text);
  return import(pathToFileURL(file).href);
}
