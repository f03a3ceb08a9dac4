// Splits core.wasm in two: what a reader needs until the second question, and the rest.
//
//   split({ core: folder of core.js and core.wasm, guide: a guide's path, out: folder })
//
// The first half holds the functions that run while a guide is opened, shown and answered once, in
// every practice account; they are found by running just that. The second half joins it later: its
// functions are called through the table, where the first half has placeholders until then, and its
// tables come into the shared memory with it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const features = [
  "--enable-mutable-globals",
  "--enable-sign-ext",
  "--enable-nontrapping-float-to-int",
  "--enable-bulk-memory",
];
// Rebuilding the control flow first, twice over, and until nothing changes: 3 % less than -Oz alone.
const smaller = [
  "--flatten",
  "--rereloop",
  "-Oz",
  "-Oz",
  "--converge",
  "--low-memory-unused",
  "--strip-debug",
  "--strip-producers",
];
/** The practice accounts of a domain; all others, and a guide without a domain, have the first one. */
const accounts = {
  billing: [
    "practice",
    "practice:few",
    "practice:new-card",
    "practice:individual",
    "practice:invoice-manager",
  ],
};
const day = "2026-11-23";

export async function split({ core, guide, out }) {
  const work = mkdtempSync(join(tmpdir(), "stegvis-split-"));
  const whole = join(core, "core.wasm");
  const run = (tool, ...args) =>
    execFileSync(tool, [...features, ...args], { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 });
  try {
    const instrumented = join(work, "instrumented.wasm");
    run("wasm-split", "--instrument", whole, "-o", instrumented);
    const profile = join(work, "profile");
    const visit = (wasm) => firstVisit(core, wasm, JSON.parse(readFileSync(guide, "utf8")));
    writeFileSync(profile, calledIn(await visit(instrumented)));
    const halves = ["first", "rest"].map((name) => join(work, name + ".wasm"));
    run("wasm-split", whole, "--profile=" + profile, "-o1", halves[0], "-o2", halves[1]);
    const texts = halves.map((half) => String(run("wasm-dis", half)));
    const held = new Set();
    await watched(held, () => visit(halves[0]));
    texts[0] = share(texts[0], held);
    const moved = move(String(run("wasm-dis", whole)), ...texts);
    for (const [i, to] of ["core.wasm", "core.rest.wasm"].entries()) {
      const half = join(work, to + ".wat");
      writeFileSync(half, moved[i]);
      run("wasm-opt", ...smaller, half, "-o", join(out, to));
    }
    blank(join(out, "core.wasm"));
    await visit(join(out, "core.wasm"));
  } finally {
    rmSync(work, { recursive: true });
  }
}

// Empties the sentences of the JSON parser's library: core/base/json.cpp has words of its own. As zeros they
// compress to nothing. The last word stays, since the linker lets a shorter text be the end of a longer one.
function blank(file) {
  let found = 0;
  const blanked = readFileSync(file, "latin1").replace(
    /invalid (?:string|number|comment|BOM)\b[ -~]*(?= )/g,
    ({ length }) => (found++, "\0".repeat(length)),
  );
  if (found < 40) throw new Error(`only ${found} sentences of the JSON parser are there`);
  writeFileSync(file, blanked, "latin1");
}

// Moves the tables of the section "later" (core/base/later.h) from the first half to the second. All are
// modules in wasm's text format, with a line for each piece of data; the names in `whole` tell which.
function move(whole, first, rest) {
  const piece = /^ \(data (?:\$\S+ )?\(i32\.const (\d+)\)/;
  const place = (line) => Number(piece.exec(line)?.[1] ?? -1);
  const places = new Set(
    whole
      .split("\n")
      .filter((line) => line.startsWith(" (data $later"))
      .map(place),
  );
  const lines = first.split("\n");
  const tables = lines.filter((line) => places.has(place(line)));
  if (!tables.length || tables.length !== places.size)
    throw new Error(`${places.size} pieces for later, but ${tables.length} are there`);
  const others = lines.filter((line) => !places.has(place(line)));
  const size = (line) => /"(.*)"\)$/.exec(line)[1].replace(/\\([0-9a-f]{2}|.)/g, "1").length;
  const from = Math.min(...places);
  const to = Math.max(...tables.map((line) => place(line) + size(line)));
  for (const line of others) {
    if (piece.test(line)) continue;
    for (const [, constant, offset] of line.matchAll(/\(i32\.const (\d+)\)|offset=(\d+)/g)) {
      const at = Number(constant ?? offset);
      if (at >= from && at < to)
        throw new Error(`a function of the first half reads a table for later, at ${at}`);
    }
  }
  return [others.join("\n"), rest.slice(0, rest.lastIndexOf(")")) + tables.join("\n") + "\n)\n"];
}

// Puts a single placeholder in the place of all that nobody holds: each costs two bytes of a first visit.
// Embind holds those of `held`, by their place in the table; the others are only called through the table,
// where the second half takes their place.
function share(text, held) {
  const placeholder = "$placeholder";
  const shared = new Set();
  const imported = /^ \(import "placeholder" "(\d+)" \(func (\S+?)\)?( |\)).*$/;
  const lines = text.split("\n").flatMap((line) => {
    const [, place, name] = imported.exec(line) ?? [];
    if (!name || held.has(Number(place))) return [line];
    const first = shared.size ? [] : [` (import "placeholder" "0" (func ${placeholder}))`];
    shared.add(name);
    return first;
  });
  return lines
    .map((line) => {
      const names = line.startsWith(" (elem ");
      return line.replace(/\$fimport\$\d+/g, (name) => {
        if (!shared.has(name)) return name;
        if (names) return placeholder;
        throw new Error(`${name} is called, but not through the table`);
      });
    })
    .join("\n");
}

// Does the job, and adds the places of the table that somebody reads meanwhile.
async function watched(places, job) {
  const { get } = WebAssembly.Table.prototype;
  WebAssembly.Table.prototype.get = function (place) {
    places.add(place);
    return get.call(this, place);
  };
  try {
    await job();
  } finally {
    WebAssembly.Table.prototype.get = get;
  }
}

// Runs a first visit and gives the wasm's exports. What is not in the first half can't be called.
async function firstVisit(folder, wasm, guide) {
  const { default: factory } = await import(pathToFileURL(join(folder, "core.js")).href);
  let exports;
  const module = await factory({
    instantiateWasm(imports, done) {
      const placeholder = new Proxy(
        {},
        {
          get: (_target, place) => () => {
            throw new Error(`function ${String(place)} is not in the first half`);
          },
        },
      );
      WebAssembly.instantiate(readFileSync(wasm), { ...imports, placeholder }).then(({ instance }) => {
        exports = instance.exports;
        done(instance);
      });
      return {};
    },
  });
  for (const account of accounts[guide.flow.domain] ?? ["practice"]) {
    const { fingerprints } = guide;
    const opened = (flow) => {
      const core = new module.Core();
      core.open(JSON.stringify({ flow, fingerprints, account }));
      core.view(day);
      return core;
    };
    opened(guide.flow).delete();
    // An account that answers further questions needs the second half; one that answers no more doesn't.
    const first = guide.flow.nodes.find(({ id }) => id === guide.flow.start);
    const nodes = guide.flow.nodes.map((node) => (node === first ? node : { ...node, known: [] }));
    for (const [choice] of first.to) {
      const core = opened({ ...guide.flow, nodes });
      const known = JSON.parse(core.view(day)).choices.find(({ known }) => known);
      if ((known && known.id !== choice) || !isQuestion(nodes, choice, first)) continue;
      const event = { v: 1, id: "0".repeat(32), at: 1, day, node: first.id, kind: "answer", choice };
      const outcome = JSON.parse(core.dispatch(JSON.stringify(event), ""));
      if (outcome.problem) throw new Error(JSON.stringify(outcome.problem));
      core.delete();
    }
  }
  return exports;
}

/** True if a choice leads to a question; what other nodes show comes with the second half. */
function isQuestion(nodes, choice, node) {
  const target = node.to.find(([id]) => id === choice)[1];
  const next = nodes.find(({ id }) => id === target);
  return next.else ? isQuestion(nodes, next.else, next) : next.kind === "ask" || next.kind === "read";
}

// The profile of an instrumented wasm: what was called.
function calledIn(exports) {
  const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
  const most = 16;
  const at = memory.grow(most) << 16;
  const size = exports.__write_profile(at, most << 16);
  return new Uint8Array(memory.buffer).slice(at, at + size);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [core, guide, out] = process.argv.slice(2);
  await split({ core, guide, out });
}
