#!/usr/bin/env node
// Builds web/dist: the page's scripts, the core, messages, guides, tables and the demo pages, each with a
// brotli and a gzip copy; then prints what each weighs.
//
//   node build.mjs [--core DIR] [--stegvis PATH] [--out DIR]
//                  [--article FILE.md [--playbook FILE.json] [--only]]
//                  [--guide DIR] [--domains FILE.ts] [--messages DIR]
//
// --core DIR       folder with core.js and core.wasm (default ../build/wasm/bin)
// --stegvis PATH   the native compiler (default ../build/native/bin/stegvis)
// --article FILE   builds a page for that article in place of the demo
// --only           builds the article alone, into a folder that has everything else already
// --guide DIR      the demo's guide in place of i18n/payment-declined: playbook.json, and a <locale>.md and a
//                  <locale>.ftl for each language; the guides in the folders beside it are built too
// --domains FILE   the list of domains in place of src/view/domains/index.ts
// --messages DIR   a folder of <locale>.ftl whose messages join those of i18n/ui, in the same sections
// --quiet          prints no weights
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { split } from "../wasm/split.mjs";
import { fill, languages } from "./demo/page.mjs";
import { buildScripts, shortenedGlue } from "./scripts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const { values: options } = parseArgs({
  options: {
    core: { type: "string", default: join(root, "build/wasm/bin") },
    stegvis: { type: "string", default: join(root, "build/native/bin/stegvis") },
    out: { type: "string", default: join(here, "dist") },
    article: { type: "string" },
    playbook: { type: "string" },
    only: { type: "boolean", default: false },
    guide: { type: "string", default: join(root, "i18n/payment-declined") },
    domains: { type: "string" },
    messages: { type: "string" },
    quiet: { type: "boolean", default: false },
  },
});
const out = resolve(options.out);
const demoFolder = resolve(options.guide);
const demoGuide = (locale) => `${basename(demoFolder)}.${locale}.json`;
const ui = join(root, "i18n/ui");
/** The last line of each text, by which the page knows that it is whole (src/loading/part-loader.ts). */
const end = "# end\n";
const locales = readdirSync(ui)
  .filter((name) => name.endsWith(".ftl"))
  .map((name) => name.slice(0, -4))
  .sort();

if (options.only) {
  article();
} else {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "ui"), { recursive: true });
  mkdirSync(join(out, "tables"), { recursive: true });
  await buildScripts({ out, locales, domains: options.domains && resolve(options.domains) });
  words();
  for (const [from, to] of Object.entries({ address: "addresses", bank: "bank" }))
    writeFileSync(
      join(out, `tables/${to}.txt`),
      readFileSync(join(root, `core/payment/data/${from}.txt`), "utf8") + end,
    );
  if (options.article) article();
  else demo();
  await core();
}
pack(options.only ? ["index.html", "article.json"] : everything());
if (!options.quiet) weigh();

/** The wasm is split by what the guide needs first. */
async function core() {
  const folder = resolve(options.core);
  writeFileSync(join(out, "core.js"), await shortenedGlue(readFileSync(join(folder, "core.js"), "utf8")));
  await split({ core: folder, guide: guide(), out });
}

/** A file of messages for each script and locale; English stands in for messages that a locale lacks. */
function words() {
  const files = {
    "": ["The widget"],
    ".steps": ["The widget: later steps", "Reasons", "Names"],
    ".form": ["Verdicts"],
  };
  const english = sections(messagesOf("en-US"));
  for (const locale of locales) {
    const own = sections(messagesOf(locale));
    const known = new Set([...own.values()].flatMap((section) => [...section.keys()]));
    for (const [suffix, wanted] of Object.entries(files)) {
      const messages = [];
      const take = (from, missing) => {
        for (const [title, section] of from) {
          if (!wanted.some((start) => start === title || (start !== "The widget" && title.startsWith(start))))
            continue;
          for (const [id, source] of section) if (!missing || !known.has(id)) messages.push(source);
        }
      };
      take(own, false);
      take(english, true);
      writeFileSync(join(out, "ui", locale + suffix + ".ftl"), messages.join("\n") + "\n" + end);
    }
  }
}

/** Fluent source: the widget's own words, and those that the build adds. */
function messagesOf(locale) {
  const files = [ui, ...(options.messages ? [resolve(options.messages)] : [])]
    .map((folder) => join(folder, locale + ".ftl"))
    .filter(existsSync);
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

function sections(source) {
  const found = new Map();
  let section, id;
  for (const line of source.split("\n")) {
    const title = /^## (.*)/.exec(line)?.[1];
    const message = /^(-?[a-zA-Z][\w-]*) *=/.exec(line)?.[1];
    if (title !== undefined) found.set(title, (section = found.get(title) ?? new Map()));
    else if (line.startsWith("#")) id = undefined;
    else if (message) section.set((id = message), line);
    else if (id && line.trim()) section.set(id, section.get(id) + "\n" + line);
  }
  return found;
}

/** The guide that a first visit opens. */
function guide() {
  return join(out, options.article ? "article.json" : demoGuide("nb-NO"));
}

function compile(source, playbook, name) {
  const html = join(out, "article.html");
  execFileSync(
    resolve(options.stegvis),
    ["compile", source, ...(playbook ? ["--playbook", playbook] : []), "-o", join(out, name), "--html", html],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  const { locale, direction, text } = JSON.parse(readFileSync(join(out, name), "utf8"));
  const page = {
    src: name,
    locale,
    direction,
    title: plain(text.title),
    html: readFileSync(html, "utf8"),
    words:
      locales.find((known) => known === locale) ??
      locales.find((known) => known.split("-")[0] === locale.split("-")[0]) ??
      "en-US",
  };
  rmSync(html);
  return page;
}

/** The words of inline nodes. */
function plain(inlines) {
  return inlines
    .map((node) => (typeof node === "string" ? node : plain(node.slice(node[0] === "a" ? 2 : 1))))
    .join("");
}

/** The demo's guide, and those that its outcomes may lead to: each in its languages, on pages of its own. */
function demo() {
  for (const name of readdirSync(dirname(demoFolder)).sort()) {
    const folder = join(dirname(demoFolder), name);
    const playbook = join(folder, "playbook.json");
    if (!existsSync(playbook)) continue;
    const locales = readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .map((file) => file.slice(0, -3))
      .sort();
    const own = (locale) => folder !== demoFolder && `${name}.${locale}.html`;
    const choice = languages(locales, own);
    for (const { locale, page } of choice) {
      const made = compile(join(folder, locale + ".md"), playbook, `${name}.${locale}.json`);
      writeFileSync(join(out, page), fill({ ...made, choice }));
    }
  }
  for (const name of ["page.css", "mark.svg", "languages.js"])
    copyFileSync(join(here, "demo", name), join(out, name));
}

/** An article of the writer's own, on a page that loads itself again when it is saved. */
function article() {
  const made = compile(
    resolve(options.article),
    options.playbook && resolve(options.playbook),
    "article.json",
  );
  writeFileSync(join(out, "index.html"), fill({ ...made, again: true }));
  for (const name of ["page.css", "mark.svg", "again.js"])
    copyFileSync(join(here, "demo", name), join(out, name));
}

function everything(folder = out, prefix = "") {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const name = prefix + entry.name;
      return entry.isDirectory() ? everything(join(folder, entry.name), name + "/") : [name];
    })
    .sort();
}

function pack(names) {
  for (const name of names) {
    const bytes = readFileSync(join(out, name));
    writeFileSync(join(out, name + ".br"), smallest(bytes));
    writeFileSync(join(out, name + ".gz"), gzipSync(bytes, { level: 9 }));
  }
}

/** Brotli with the settings that suit the file best: they have to be tried, and gain half a percent. */
function smallest(bytes) {
  const { BROTLI_MODE_GENERIC: generic, BROTLI_MODE_FONT: font } = constants;
  const ways = [
    [generic, 22, 0, 0],
    [generic, 22, 2, 0],
    [generic, 22, 2, 16],
    [generic, 22, 0, 16],
    [generic, 16, 0, 17],
    [font, 16, 0, 0],
  ];
  return ways
    .map(([mode, window, postfix, block]) =>
      brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_MODE]: mode,
          [constants.BROTLI_PARAM_LGWIN]: window,
          [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
          [constants.BROTLI_PARAM_LGBLOCK]: block,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
    )
    .reduce((best, bytes) => (bytes.length < best.length ? bytes : best));
}

function weigh() {
  const names = everything().filter((name) => !/\.(br|gz)$/.test(name));
  const size = (name) => readFileSync(join(out, name)).length;
  const line = (label, raw, small) =>
    console.log(label.padEnd(36), String(raw).padStart(9), String(small).padStart(9));
  console.log("file".padEnd(36), "bytes".padStart(9), "brotli".padStart(9));
  for (const name of names) line(name, size(name), size(name + ".br"));
  const first = [
    "stegvis.js",
    "widget.js",
    "session.js",
    "core.js",
    "core.wasm",
    basename(guide()),
    "ui/nb-NO.ftl",
  ];
  const sum = (list, suffix) => list.reduce((total, name) => total + size(name + suffix), 0);
  console.log();
  line("until the widget is in view", size("stegvis.js"), size("stegvis.js.br"));
  line("until the second question", sum(first, ""), sum(first, ".br"));
}
