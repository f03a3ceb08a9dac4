// The page's modules, for tests in Node: TypeScript, bundled by the tool that builds the page.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as esbuild from "../../web/node_modules/esbuild/lib/main.js";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The languages that the widget has, as the build hands them in. */
export const locales = ["ar-SA", "de-DE", "en-US", "ja-JP", "nb-NO"];

/**
 * One script of several modules.
 * @param {string[]} modules paths from the top of the project
 * @param {{ platform?: "browser" | "node" }} [options] where it runs
 * @returns {Promise<string>} its text, an ES module that exports what they export
 */
export async function bundle(modules, { platform = "browser" } = {}) {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: modules.map((path) => `export * from ${JSON.stringify(join(root, path))};`).join("\n"),
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    platform,
    target: "es2022",
    loader: { ".css": "text" },
    define: { LOCALES: JSON.stringify(locales) },
    write: false,
  });
  return outputFiles[0].text;
}

/**
 * The exports of these modules, loaded for this call alone.
 * @param {...string} modules
 * @returns {Promise<any>}
 */
export async function load(...modules) {
  const folder = mkdtempSync(join(tmpdir(), "stegvis-"));
  try {
    const file = join(folder, "modules.mjs");
    writeFileSync(file, await bundle(modules, { platform: "node" }));
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
