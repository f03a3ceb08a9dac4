// Runs `stegvis play` for tests: a whole run through a pipe, or one answer after the other.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const root = new URL("../../", import.meta.url).pathname;
export const stegvis = process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis");
if (!existsSync(stegvis)) throw new Error(`${stegvis} is not there: build it, or name it in STEGVIS_COMMAND`);

export const folder = mkdtempSync(join(tmpdir(), "stegvis-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Compiles an article of the project and gives the guide's path. */
export function compile(article, ...options) {
  const out = join(folder, article.replace(/[^a-zA-Z0-9]+/g, "-") + ".json");
  execFileSync(stegvis, ["compile", join(root, article), ...options, "-o", out]);
  return out;
}

/** A guide of i18n/. */
export const guide = (name, locale) =>
  compile(`i18n/${name}/${locale}.md`, "--playbook", join(root, `i18n/${name}/playbook.json`));

export const payment = (locale) => guide("payment-declined", locale);

/** A run with all its lines at once: what was printed, and the exit code. */
export function play(guide, lines, ...options) {
  const input = lines.map((line) => line + "\n").join("");
  const run = spawnSync(stegvis, ["play", guide, "--day", "2026-11-23", ...options], {
    input,
    encoding: "utf8",
  });
  return { ...run, nodes: [...run.stdout.matchAll(/^\[([^\]]+)\]/gm)].map((match) => match[1]) };
}

/** The same as objects, a line each. */
export function playJson(guide, lines, ...options) {
  const run = play(guide, lines, "--json", ...options);
  return {
    ...run,
    lines: run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
}

/** A run whose answers depend on what is shown: read() gives the next line, write() answers it. */
export function converse(guide, ...options) {
  const child = spawn(stegvis, ["play", guide, "--json", "--day", "2026-11-23", ...options], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    read: async () => {
      const { value, done } = await lines.next();
      return done ? undefined : JSON.parse(value);
    },
    kill: () => child.kill(),
    write: (line) => child.stdin.write(line + "\n"),
    end: () =>
      new Promise((resolve) => {
        child.on("close", resolve);
        child.stdin.end();
      }),
  };
}
