// What the browser tests stand on: the built page, served as `web/run` serves it, one Chromium for each
// file, and a reader who finds things by role and name. Words come from i18n/, by id.
//
// STEGVIS_DIST     the built page to test (default web/dist)
// STEGVIS_COMMAND  the native command stegvis (default build/native/bin/stegvis)
//
// Each scenario has an origin of its own, so that nothing stored by one is seen by another.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentDateTime, FluentResource } from "@fluent/bundle";
import { chromium } from "playwright-core";
import { policy, serve } from "../../web/serve.mjs";
import { fontEnvironment } from "./fonts.mjs";
import { Walker } from "./page-object.mjs";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const dist = resolve(process.env.STEGVIS_DIST ?? join(root, "web/dist"));
export const command = resolve(process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis"));
export { policy };

/** The reader's date in all scenarios. */
export const today = "2026-11-23";

/**
 * Messages by id, as the widget writes them: ui("continue"), guide("notices.few"). Digits and calendar are
 * those of cards.
 */
export function words(locale = "nb-NO", source = (file) => readFileSync(join(root, "i18n", file), "utf8")) {
  const bundles = [`payment-declined/${locale}.ftl`, `ui/${locale}.ftl`].map((file) => {
    const bundle = new FluentBundle(locale + "-u-ca-gregory-nu-latn");
    bundle.addResource(new FluentResource(source(file)));
    return bundle;
  });
  const [guide, ui] = bundles.map((bundle) => (id, args = {}) => {
    const [name, attribute] = id.split(".");
    const message = bundle.getMessage(name);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    assert.ok(pattern, `no message ${id} in ${locale}`);
    return bundle.formatPattern(pattern, args);
  });
  return {
    ui,
    guide,
    bundles,
    card: (brand, last4) => ui("method-card", { brand: ui("brand-" + brand), last4 }),
    bank: (last4) => ui("method-bank", { brand: "", last4 }),
    country: (code) => new Intl.DisplayNames(locale, { type: "region" }).of(code),
  };
}

/** A day as a message takes it; `from` and `by` days of the practice account. */
export const day = (by = 0) => new FluentDateTime(Date.parse(today) + by * 864e5, { timeZone: "UTC" });

const temporary = () => mkdtempSync(join(tmpdir(), "stegvis-"));
let opened;
const closing = [];

/** Ends the browser; tests need not call it. */
export async function close() {
  for (const one of closing.splice(0)) await one();
}
if (process.argv[1]?.endsWith(".test.mjs")) after(close);

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium with a profile on disk, as readers have it: one for each file of tests. */
export function browser() {
  return (opened ??= (async () => {
    const profile = temporary();
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: "/usr/bin/chromium",
      args,
      env: fontEnvironment(),
      locale: "nb-NO",
      timezoneId: "Europe/Oslo",
      viewport: { width: 1100, height: 900 },
    });
    context.setDefaultTimeout(8000);
    await context.clock.setFixedTime(`${today}T11:00:00Z`);
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
        console.error(`policy violated: ${violatedDirective} ${blockedURI} ${sample}`),
      );
      window.told = [];
      for (const type of ["stegvis-error", "stegvis-step", "stegvis-done", "stegvis-helped"]) {
        addEventListener(type, ({ detail, target }) =>
          window.told.push({ type, detail, digests: target.view?.digests }),
        );
      }
    });
    closing.push(async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    });
    return context;
  })());
}

/** The built page on an origin of its own; `files` replace built ones, undefined takes one away. */
export async function site({ files = {}, csp = policy } = {}) {
  const dir = temporary();
  for (const name of readdirSync(dist)) {
    const own = name.replace(/\.(br|gz)$/, "");
    if (!(own in files)) symlinkSync(join(dist, name), join(dir, name));
  }
  for (const [name, content] of Object.entries(files))
    if (content !== undefined) writeFileSync(join(dir, name), content);
  const { server, port } = await serve({ port: 0, dir, csp });
  return {
    address: `http://127.0.0.1:${port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export const built = (name) => readFileSync(join(dist, name), "utf8");

/** The guide that the compiler makes of an article beside the tests. */
export function compiled(name) {
  const folder = temporary();
  try {
    execFileSync(command, ["compile", join(root, "tests/browser", name), "-o", join(folder, "guide.json")]);
    return readFileSync(join(folder, "guide.json"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A saved journal, run again natively: {kind, node, digests} for each event. */
export function replay(journal) {
  const folder = temporary();
  try {
    const file = join(folder, "journal");
    writeFileSync(file, journal);
    const lines = execFileSync(command, ["replay", join(dist, "payment-declined.nb-NO.json"), file], {
      encoding: "utf8",
    });
    return lines
      .trim()
      .split("\n")
      .map((line) => {
        const [, kind, node, flow, session, account] =
          /^\d+ (\S+) (\S+) flow (\S+) session (\S+) account (\S+)$/.exec(line);
        return { kind, node, digests: { flow, session, account } };
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The demo page with other attributes on its element. */
export function pageWith(attributes, page = "index.html") {
  return built(page).replace(
    /<stegvis-guide src="([^"]*)"/,
    (_all, src) =>
      `<stegvis-guide ${Object.entries({ src, ...attributes })
        .map(([name, value]) => `${name}="${value}"`)
        .join(" ")}`,
  );
}

/**
 * A test that reads the demo page. `account` and `guide` go on the element; `files` and `csp` as above;
 * `bare` opens no page. What the console says, a violated policy included, fails it, but for what
 * `expected` matches.
 */
export function scenario(name, options, body) {
  if (!body) [options, body] = [{}, options];
  test(name, { timeout: 40000 }, async () => {
    const { account, guide, files = {}, csp, expected, bare, locale = "nb-NO" } = options;
    const attributes = { ...(account && { account }), ...(guide && { src: guide }) };
    const index = Object.keys(attributes).length ? { "index.html": pageWith(attributes) } : {};
    const { address, stop } = await site({ files: { ...index, ...files }, csp });
    const complaints = [];
    const pages = [];
    const open = async (path, prepare) => {
      const page = await (await browser()).newPage();
      pages.push(page);
      page.on(
        "console",
        (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()),
      );
      page.on("pageerror", (error) => complaints.push(String(error)));
      await prepare?.(page);
      await page.goto(address + (path ?? ""));
      return new Reader(page, words(locale));
    };
    try {
      await body(bare ? { open, address } : Object.assign(await open(), { open, address }));
      assert.deepEqual(
        complaints.filter((one) => !expected?.test(one)),
        [],
        "the console stays silent",
      );
    } finally {
      for (const page of pages) await page.close().catch(() => {});
      stop();
    }
  });
}

/** Someone with the page in front of them. */
export class Reader extends Walker {
  constructor(page, said) {
    super(said);
    this.page = page;
    this.element = page.locator("stegvis-guide");
  }

  role(role, name, more = {}) {
    return this.element.getByRole(role, { ...(name !== undefined && { name }), ...more });
  }
  row(name) {
    return this.role("radio", name);
  }
  field(id) {
    return this.role("textbox", this.ui("field-" + id))
      .or(this.role("combobox", this.ui("field-" + id)))
      .first();
  }

  see(role, name) {
    return this.role(role, name, { exact: true }).waitFor();
  }
  press(name) {
    return this.role("button", name, { exact: true }).click();
  }
  check(name, { exact = true } = {}) {
    return this.role("radio", name, { exact }).check();
  }
  choose(id, label) {
    return this.field(id).selectOption({ label });
  }
  async write(id, text) {
    await this.field(id).fill("");
    await this.field(id).pressSequentially(text);
  }

  /** What the widget says now. */
  text() {
    return this.element.locator("[part=frame]").innerText();
  }
  view() {
    return this.element.evaluate((element) => element.view);
  }
  account() {
    return this.element.evaluate((element) => element.view.digests.account);
  }
  /** Events of the element that were heard on this page, since it was loaded. */
  told(type) {
    return this.page.evaluate((one) => window.told.filter(({ type }) => !one || type === one), type);
  }
  heard(type) {
    return this.page
      .waitForFunction((one) => window.told.find(({ type }) => type === one), type)
      .then((one) => one.jsonValue());
  }
  journal() {
    return this.element
      .evaluate(async (element) => [...(await element.exportJournal())])
      .then((bytes) => Buffer.from(bytes));
  }
  focused() {
    return this.page.evaluate(() => {
      const at = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return at ? `${at.localName}#${at.id}.${at.className}` : "";
    });
  }
}

/** A card that can be added. */
export const newCard = {
  number: "5555555555554444",
  expiry: "1230",
  code: "123",
  name: "Ingrid Myrvang",
  line1: "Sagbruksveien 12",
  "postal-code": "8999",
  city: "Skoddevik",
};
