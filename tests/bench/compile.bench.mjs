// Measures the time for 100,000 articles on two cores, and compares it with two Markdown parsers of Node:
//
//   STEGVIS_SAMPLE=FOLDER node tests/bench/compile.bench.mjs [COUNT]
//
// The articles of the sample, else those of tests/articles, are linked into a temporary folder over and
// over. `stegvis compile --each` reads, compiles and writes every one: read from its file, understood, proved
// and written as a guide. markdown-it and remark only parse what is in memory already, on one thread:
// a bounded number after a warm-up, scaled to the same count.
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { needs } from "./needs.mjs";

needs("npm packages of tests", "command");
const { default: MarkdownIt } = await import("markdown-it");
const { default: remarkParse } = await import("remark-parse");
const { unified } = await import("unified");

// In memory where the machine has a place for it: a disk that has just deleted 100,000 files is slow.
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

const root = new URL("../../", import.meta.url).pathname;
const stegvis = process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis");
const sample = process.env.STEGVIS_SAMPLE ?? join(root, "tests/articles");
const wanted = Number(process.argv[2] ?? 100_000);
const parsed = Math.min(wanted, 2_000); // by each of Node's parsers

const paths = readdirSync(sample, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .sort();
const texts = paths.map((path) => readFileSync(join(sample, path), "utf8"));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** The seconds that parsing takes for the wanted count of articles: by the clock, and of the processor. */
function parse(parser) {
  for (const text of texts) parser(text);
  const start = process.hrtime.bigint(),
    before = process.cpuUsage();
  for (let i = 0; i < parsed; ++i) parser(texts[i % texts.length]);
  const scale = wanted / parsed,
    used = process.cpuUsage(before);
  return {
    seconds: (Number(process.hrtime.bigint() - start) / 1e9) * scale,
    processor: ((used.user + used.system) / 1e6) * scale,
  };
}

const ticks = 100; // a second, of /proc/PID/stat

/** Runs a command: its output, the same seconds, and the most memory that it held, in MB. */
function measure(command, words) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, words, { stdio: ["ignore", "pipe", "ignore"] });
    let output = "",
      memory = 0,
      processor = 0;
    const look = setInterval(() => {
      try {
        memory = Math.max(
          memory,
          Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1024,
        );
        const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
        processor = (Number(fields[11]) + Number(fields[12])) / ticks;
      } catch {
        /* it has just ended */
      }
    }, 10);
    child.stdout.on("data", (data) => {
      output += data;
    });
    child.on("error", reject);
    child.on("exit", () => {
      clearInterval(look);
      resolve({
        output: output.trim(),
        seconds: Number(process.hrtime.bigint() - start) / 1e9,
        processor,
        memory,
      });
    });
  });
}

const place = mkdtempSync(join(memory, "stegvis-bench-"));
try {
  const from = join(place, "from");
  for (let i = 0, round = -1; i < wanted; ++i) {
    const path = paths[i % paths.length];
    const folder = join(path, "..");
    if (i % paths.length === 0) ++round;
    if (i % paths.length === 0 || join(paths[(i % paths.length) - 1], "..") !== folder) {
      mkdirSync(join(from, String(round), folder), { recursive: true });
    }
    if (round === 0) copyFileSync(join(sample, path), join(from, "0", path));
    else linkSync(join(from, "0", path), join(from, String(round), path));
  }
  console.log(
    `${wanted} articles: ${paths.length} of ${(bytes / paths.length / 1024).toFixed(1)} KB on average, over and over`,
  );
  const ours = await measure(stegvis, ["compile", "--each", from, "-o", join(place, "to")]);
  console.log(ours.output);
  const markdown = new MarkdownIt({ html: true });
  const remark = unified().use(remarkParse);
  const rows = [
    [`stegvis compile --each, ${Math.min(2, availableParallelism())} cores`, ours],
    ["markdown-it, parsing alone, 1 core", parse((text) => markdown.parse(text, {}))],
    ["remark, parsing alone, 1 core", parse((text) => remark.parse(text))],
  ];
  const cell = (number) => number.toFixed(2).padStart(9);
  console.log(
    `${"".padEnd(36)}${"s".padStart(9)}${"times".padStart(9)}${"CPU s".padStart(9)}${"times".padStart(9)}`,
  );
  for (const [name, { seconds, processor }] of rows) {
    console.log(
      name.padEnd(36) +
        cell(seconds) +
        cell(seconds / ours.seconds) +
        cell(processor) +
        cell(processor / ours.processor),
    );
  }
  console.log(`peak memory of stegvis: ${ours.memory.toFixed(1)} MB`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
