// Splits core.wasm in two: what a reader needs until the second question, and the rest.
//
//   split({ core: folder of core.js and core.wasm, guide: a guide's path, out: folder })
//
// The first half holds the functions that run while a guide is opened, shown and answered once, in
// every practice scenario; they are found by running just that. The second half joins it later: its
// functions are called through the table, where the first half has placeholders until then.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const features = ["--enable-mutable-globals", "--enable-sign-ext", "--enable-nontrapping-float-to-int", "--enable-bulk-memory"];
const scenarios = ["practice", "practice:few", "practice:new-card", "practice:individual", "practice:invoice-manager"];
const day = "2026-11-23";

export async function split({ core, guide, out }) {
  const work = mkdtempSync(join(tmpdir(), "stegvis-split-"));
  const wasm = join(work, "core.wasm");
  const run = (...args) => execFileSync("wasm-split", [...features, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    writeFileSync(wasm, blank(readFileSync(join(core, "core.wasm"))));
    const instrumented = join(work, "instrumented.wasm");
    run("--instrument", wasm, "-o", instrumented);
    const profile = join(work, "profile");
    writeFileSync(profile, await firstVisit(core, instrumented, JSON.parse(readFileSync(guide, "utf8"))));
    const first = join(work, "first.wasm");
    const rest = join(work, "rest.wasm");
    run(wasm, "--profile=" + profile, "-o1", first, "-o2", rest);
    for (const [from, to] of [[first, "core.wasm"], [rest, "core.rest.wasm"]]) {
      execFileSync("wasm-opt", [...features, "-Oz", "-Oz", "--converge", "--strip-debug", "--strip-producers", from, "-o", join(out, to)]);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

// The JSON parser's own words for what is wrong are never read (base/json.cpp has its own): in their
// place stand zeros, which weigh nothing. The last word of each stays: the linker lets constants of ours
// that end alike lie there.
function blank(bytes) {
  for (const { index, 0: words } of bytes.toString("latin1").matchAll(/invalid (string|number|comment|literal|BOM)[;:][ -~]{8,}(?=\0)/g)) {
    bytes.fill(0, index, index + words.lastIndexOf(" "));
  }
  return bytes;
}

// Runs a first visit and gives the profile of what was called.
async function firstVisit(folder, wasm, guide) {
  const { default: factory } = await import(pathToFileURL(join(folder, "core.js")));
  let exports;
  const module = await factory({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(readFileSync(wasm), imports).then(({ instance }) => {
        exports = instance.exports;
        done(instance);
      });
      return {};
    },
  });
  for (const account of guide.flow.domain ? scenarios : ["practice"]) {
    const first = guide.flow.nodes.find(({ id }) => id === guide.flow.start);
    for (const [choice] of first.to) {
      const core = new module.Core();
      core.open(JSON.stringify({ flow: guide.flow, fingerprints: guide.fingerprints, account }));
      core.view(day);
      const event = { v: 1, id: "0".repeat(32), at: 1, day, node: first.id, kind: "answer", choice };
      const outcome = JSON.parse(core.dispatch(JSON.stringify(event)));
      if (outcome.problem) throw new Error(JSON.stringify(outcome.problem));
      core.outgoing();
      core.delete();
    }
  }
  const memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
  const most = 16;
  const at = memory.grow(most) << 16;
  const size = exports.__write_profile(at, most << 16);
  return new Uint8Array(memory.buffer).slice(at, at + size);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [core, guide, out] = process.argv.slice(2);
  await split({ core, guide, out });
}
