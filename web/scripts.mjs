// Bundles the page's scripts: one for each file of src/entry.
//
//   buildScripts({ out, locales })   writes them into the folder `out`; `domains` is the path of a list of
//                                    domains in place of src/view/domains/index.ts
//   shortened(source)                a script without what people need who read it
//   shortenedGlue(source)            the same of the core's glue, as Emscripten writes it
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
const later = ["session", "steps", "form", "language", "accounts"];

export async function buildScripts({ out, locales, domains = "" }) {
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
  const { mangleCache: names } = await esbuild.build({
    ...common,
    plugins: [css, fluent, templates],
    entryPoints: entryPoints(first),
    mangleCache: {},
  });
  const plugins = [...(domains ? [listOfDomains(domains)] : []), borrowed, css, templates];
  // With a list of shortened names, all of these scripts shorten a name alike: later ones use the session,
  // and some of the widget.
  const mangleCache = Object.fromEntries(forLater().map((name) => [name, names[name]]));
  await esbuild.build({ ...common, plugins, entryPoints: entryPoints(later), mangleCache });
  for (const name of [...first, ...later]) {
    const file = join(out, name + ".js");
    writeFileSync(file, await shortened(readFileSync(file, "utf8")));
  }
}

/** The widget's members that a later script uses: those that view/next-guide.ts names of it. */
function forLater() {
  const source = readFileSync(join(here, "src/view/next-guide.ts"), "utf8");
  const listed = /type Shared =([^;]+);/.exec(source)[1];
  return listed.match(/_[a-zA-Z]+/g);
}

/** esbuild leaves 3 % of our scripts to gain, and a tenth of the glue. */
export async function shortened(source) {
  const { code } = await minify(source, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, toplevel: true },
    mangle: { toplevel: true },
  });
  return code;
}

/**
 * Functions of the glue, as this page needs them: one class without a base class and without smart pointers,
 * texts and bytes in, texts and whole numbers out, started by instantiateWasm alone. The compiler's own do
 * more, and are twice as long. Those that stop with an error do so without words: the stack says which.
 */
const functions = `
function abort() { var e = new WebAssembly.RuntimeError("Aborted"); readyPromiseReject(e); throw e }
function assert() {}
function throwBindingError() { throw new BindingError }
function throwInternalError() { throw new BindingError }
function throwUnboundTypeError() { throw new BindingError }
function extendError() { return Error }
function init_embind() {}
function createWasm() {
  Module.instantiateWasm({ a: asmLibraryArg }, (instance) => {
    Module.asm = instance.exports;
    wasmMemory = Module.asm.WASM_MEMORY;
    updateGlobalBufferAndViews(wasmMemory.buffer);
    wasmTable = Module.asm.WASM_TABLE;
    Module.asm.WASM_START();
    readyPromiseResolve(Module);
  });
}
function updateGlobalBufferAndViews(it) {
  buffer = it;
  Module.HEAPU8 = HEAPU8 = new Uint8Array(it);
  HEAP32 = new Int32Array(it);
  HEAPU32 = new Uint32Array(it);
}
function run() {}
function readLatin1String(at) { return UTF8ToString(at) }
function embind_init_charCodes() {}
function getShiftFromSize() {}
function integerReadValueFromPointer() {}
function ensureOverloadTable() { throwBindingError() }
function exposePublicSymbol(name, value) { Module[name] = value }
function replacePublicSymbol(name, value) { Module[name] = value }
function init_ClassHandle() { ClassHandle.prototype.delete = ClassHandle_delete }
function ClassHandle_delete() {
  if (!this.$$.ptr) throwBindingError();
  this.$$.ptrType.registeredClass.rawDestructor(this.$$.ptr);
  this.$$.ptr = 0;
}
function init_RegisteredPointer() {
  RegisteredPointer.prototype.argPackAdvance = 8;
  RegisteredPointer.prototype.fromWireType = RegisteredPointer_fromWireType;
}
function RegisteredPointer_fromWireType(ptr) {
  return Object.create(this.registeredClass.instancePrototype, { $$: { value: { ptrType: this, ptr } } });
}
function RegisteredPointer(name, registeredClass) {
  this.name = name;
  this.registeredClass = registeredClass;
  this.toWireType = nonConstNoSmartPtrRawPointerToWireType;
  this.destructorFunction = null;
}
function nonConstNoSmartPtrRawPointerToWireType(destructors, handle) {
  return handle.$$.ptr || throwBindingError();
}
function __embind_register_std_string(type, name) {
  registerType(type, {
    name: readLatin1String(name),
    fromWireType(at) {
      var text = UTF8Decoder.decode(HEAPU8.subarray(at + 4, at + 4 + HEAPU32[at >> 2]));
      _free(at);
      return text;
    },
    toWireType(destructors, value) {
      var bytes = typeof value == "string" ? new TextEncoder().encode(value) : value;
      // The address is 0 where there is no memory, and the core's own tables stand behind it.
      var at = _malloc(4 + bytes.length + 1) || abort();
      HEAPU32[at >> 2] = bytes.length;
      HEAPU8.set(bytes, at + 4);
      if (destructors !== null) destructors.push(_free, at);
      return at;
    },
    argPackAdvance: 8,
    destructorFunction: (at) => _free(at),
  });
}
`;

/** The glue with those functions in the place of its own. */
export async function shortenedGlue(source) {
  const letter = (pattern) => {
    const found = pattern.exec(source)?.[1];
    if (!found) throw new Error(`the glue is another one: ${pattern}`);
    return found;
  };
  const exports = {
    WASM_MEMORY: letter(/wasmMemory=Module\["asm"\]\["(\w+)"\]/),
    WASM_TABLE: letter(/wasmTable=Module\["asm"\]\["(\w+)"\]/),
    WASM_START: letter(/addOnInit\(Module\["asm"\]\["(\w+)"\]\)/),
  };
  const own = await parsed(functions.replace(/WASM_\w+/g, (name) => exports[name]));
  const replacements = new Map(own.body.map((node) => [node.name.name, node]));
  const tree = await parsed(source);
  forEachNode(tree, (node) => {
    const replacement = node.TYPE === "Defun" && replacements.get(node.name.name);
    if (replacement) {
      node.argnames = replacement.argnames;
      node.body = replacement.body;
      replacements.delete(node.name.name);
    }
    // Errors without words, a tenth of the glue.
    if (node.TYPE === "New" && /^(Type|Binding)?Error$/.test(node.expression.name)) node.args = [];
    if (node.TYPE === "Call" && /^throw\w+Error$|^err$/.test(node.expression.name)) node.args = [];
  });
  if (replacements.size) throw new Error(`the glue has no ${[...replacements.keys()].join(", ")}`);
  return shortened(tree.print_to_string());
}

/** A script's syntax tree. */
async function parsed(source) {
  // Terser's types leave its syntax tree out.
  const format = /** @type {any} */ ({ ast: true, code: false });
  const result = await minify(source, { module: true, compress: false, mangle: false, format });
  return /** @type {any} */ (result).ast;
}

function forEachNode(node, visit) {
  if (node === null || typeof node !== "object") return;
  if (node.TYPE) visit(node);
  for (const [name, child] of Object.entries(node)) {
    // Positions lead out of the tree again.
    if (name !== "start" && name !== "end") forEachNode(child, visit);
  }
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
      const tree = await parsed(code);
      forEachNode(tree, (node) => {
        if (node.TYPE === "PrefixedTemplateString" && ["html", "svg"].includes(node.prefix.name))
          flatten(node.template_string.segments.filter(({ TYPE }) => TYPE === "TemplateSegment"));
      });
      return { contents: tree.print_to_string(), loader: "js" };
    });
  },
};

/**
 * A line break and its indentation is a space between two attributes or two words, and else nothing, as in
 * JSX. Each segment is what stands between two expressions.
 */
function flatten(segments) {
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

/** Fluent's own functions are never called: src/i18n/fluent-functions.ts stands in for each. */
const fluent = {
  name: "fluent",
  setup(build) {
    build.onLoad({ filter: /@fluent\/bundle\/esm\/builtins\.js$/ }, () => ({
      contents: "export const NUMBER = undefined, DATETIME = undefined;",
    }));
  },
};

/** Scripts import that list of domains in place of the one that ships; the list itself may import this. */
function listOfDomains(list) {
  return {
    name: "list of domains",
    setup(build) {
      build.onResolve({ filter: /\/domains\/index\.ts$/ }, ({ importer }) =>
        importer === list ? undefined : { path: list },
      );
    },
  };
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
