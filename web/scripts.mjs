// Bundles the page's scripts: one for each file of src/entry.
//
//   buildScripts({ out, locales })   writes them into the folder `out`
//   small(source)                    a script without what its reader needs, as source
//
// No script is shared by the loader and the widget: it would cost the first question a round trip. Scripts
// that are loaded later import what widget.js has already from there.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { minify } from "terser";

const here = dirname(fileURLToPath(import.meta.url));
const entry = (name) => join(here, "src/entry", name + ".ts");

/** Until the first question, and behind it. */
const first = ["stegvis", "widget"];
const later = ["session", "steps", "form", "language"];

export async function buildScripts({ out, locales }) {
  /** @type {esbuild.BuildOptions} */
  const common = {
    outdir: out,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    charset: "utf8",
    mangleProps: /^_[a-zA-Z]/,
    legalComments: "none",
    logLevel: "warning",
    define: { LOCALES: JSON.stringify(locales) },
  };
  const entryPoints = (names) => Object.fromEntries(names.map((name) => [name, entry(name)]));
  await esbuild.build({ ...common, plugins: [css, templates], entryPoints: entryPoints(first) });
  await esbuild.build({ ...common, plugins: [borrowed, css, templates], entryPoints: entryPoints(later) });
  for (const name of [...first, ...later]) {
    const file = join(out, name + ".js");
    writeFileSync(file, await small(readFileSync(file, "utf8")));
  }
}

/** What esbuild leaves: 3 % of our scripts, a tenth of the compiler's glue. */
export async function small(source) {
  const { code } = await minify(source, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, toplevel: true },
    mangle: { toplevel: true },
  });
  return code;
}

/** A style sheet is imported as its text. */
const css = {
  name: "css",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, "utf8"), {
        loader: "css",
        minify: true,
        target: ["chrome123", "firefox121", "safari17.5"],
      });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Templates without the line breaks and indentation that they have in the sources. */
export const templates = {
  name: "templates",
  setup(build) {
    build.onLoad({ filter: /src\/.*\.ts$/ }, async ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!/\b(html|svg)`/.test(source)) return undefined;
      const { code } = await esbuild.transform(source, { loader: "ts", target: "es2022", sourcefile: path });
      // Terser's types leave its syntax tree out.
      const tree = /** @type {any} */ ({ format: { ast: true, code: false } });
      const { ast } = /** @type {any} */ (
        await minify(code, { module: true, compress: false, mangle: false, ...tree })
      );
      flatten(ast);
      return { contents: ast.print_to_string(), loader: "js" };
    });
  },
};

/** Flattens every template of that syntax tree. */
function flatten(node) {
  if (node === null || typeof node !== "object") return;
  if (node.TYPE === "PrefixedTemplateString" && ["html", "svg"].includes(node.prefix.name))
    flattenTemplate(node.template_string.segments.filter(({ TYPE }) => TYPE === "TemplateSegment"));
  for (const child of Array.isArray(node) ? node : childrenOf(node)) flatten(child);
}

function childrenOf(node) {
  // Positions and scopes lead out of the tree again.
  return Object.entries(node)
    .filter(([name]) => !["start", "end", "parent_scope", "thedef", "scope"].includes(name))
    .map(([, value]) => value);
}

/**
 * A line break and its indentation is a space between two attributes or two words, and else nothing, as in
 * JSX. Each segment is what stands between two expressions.
 */
function flattenTemplate(segments) {
  let inTag = false;
  for (const segment of segments) {
    segment.value = segment.raw = segment.raw.replace(/\s*\n\s*|[<>]/g, (part, at, all) => {
      if (part === "<" || part === ">") {
        inTag = part === "<";
        return part;
      }
      const [before, after] = [all[at - 1], all[at + part.length]];
      if (inTag) return after === ">" || after === "/" ? "" : " ";
      const isText = (char) => char !== undefined && char !== "<" && char !== ">";
      return isText(before) && isText(after) ? " " : "";
    });
  }
}

/** What widget.ts lends is imported from widget.js. Its list is read here: `export {...} from "module"`. */
const borrowed = {
  name: "borrowed",
  setup(build) {
    const lender = entry("widget");
    const names = [...readFileSync(lender, "utf8").matchAll(/^export .* from "(.+)";$/gm)].map(
      ([, name]) => name,
    );
    const resolve = (path, options) => build.resolve(path, { ...options, pluginData: "resolving" });
    let lent;
    const paths = async () => {
      const found = names.map((name) =>
        resolve(name, { kind: "import-statement", resolveDir: dirname(lender) }),
      );
      return (await Promise.all(found)).map(({ path }) => path);
    };
    build.onResolve({ filter: /^\.|^lit-html/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === "entry-point" || pluginData === "resolving") return undefined;
      const resolved = await resolve(path, { kind, importer, resolveDir });
      lent ??= paths();
      return (await lent).includes(resolved.path) ? { path: "./widget.js", external: true } : undefined;
    });
  },
};
