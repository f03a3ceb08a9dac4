// Fixtures of the browser tests: the built page, served as `web/run` serves it, one Chromium for each test
// file, and a page object that finds elements by role and name. Texts come from i18n/, by id. An exception or
// a rejection that a page doesn't catch fails the test that it happens in.
//
// STEGVIS_DIST     the built page to test (default web/dist)
// STEGVIS_COMMAND  the native command stegvis (default build/native/bin/stegvis)
//
// Each scenario has an origin of its own, so that it never sees what another one stored.
import { after, afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentDateTime, FluentResource } from "@fluent/bundle";
import { chromium } from "playwright-core";
import { policy, serve } from "../../web/serve.mjs";
import { fontEnvironment } from "./fonts.mjs";
import { PageObject } from "./page-object.mjs";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const dist = resolve(process.env.STEGVIS_DIST ?? join(root, "web/dist"));
export const command = resolve(process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis"));
export { policy };

/** The date on the reader's clock in all scenarios. */
export const today = "2026-11-23";

/**
 * Messages by id, as the widget writes them: ui("continue"), guide("notices.few"). Digits are Latin and the
 * calendar is Gregorian, as on cards. `of` is the name of a guide.
 */
export function words(
  locale = "nb-NO",
  source = (file) => readFileSync(join(root, "i18n", file), "utf8"),
  of = "payment-declined",
) {
  const written = locale + "-u-ca-gregory-nu-latn";
  const bundles = [`${of}/${locale}.ftl`, `ui/${locale}.ftl`].map((file) => {
    const bundle = new FluentBundle(written);
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
    /** Of two cards that are called the same; `until` is a month, "2030-12". */
    cardUntil: (brand, last4, until) =>
      ui("method-card-until", {
        brand: ui("brand-" + brand),
        last4,
        until: new Intl.DateTimeFormat(written, { month: "long", year: "numeric", timeZone: "UTC" }).format(
          Date.parse(until),
        ),
      }),
    bank: (last4) => ui("method-bank", { brand: "", last4 }),
    country: (code) => new Intl.DisplayNames(locale, { type: "region" }).of(code),
  };
}

/** A day as a message takes it: `by` days after today. */
export const day = (by = 0) => new FluentDateTime(Date.parse(today) + by * 864e5, { timeZone: "UTC" });

const temporary = () => mkdtempSync(join(tmpdir(), "stegvis-"));
let opened;
const closing = [];

/** Closes the browser. Test files need not call it: a hook does. */
export async function close() {
  for (const end of closing.splice(0)) await end();
}
/** Exceptions and rejections that no page caught, since the last test. */
const uncaughtErrors = [];
if (process.argv[1]?.endsWith(".test.mjs")) {
  after(close);
  afterEach(() => assert.deepEqual(uncaughtErrors.splice(0), [], "every error is caught"));
}

/** Chromium is started with these in all tests. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium with windows and tabs of its own, and its engine without them, which opens a page faster. */
export const wholeChromium = "/usr/bin/chromium";
const chromiumEngine = "/usr/bin/chromium-headless-shell";

/** Chromium with a profile on disk, as readers have it: one for each test file. */
export function browser(executablePath = chromiumEngine) {
  return (opened ??= (async () => {
    const profile = temporary();
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: browserArguments,
      env: fontEnvironment(),
      locale: "nb-NO",
      timezoneId: "Europe/Oslo",
      viewport: { width: 1100, height: 900 },
    });
    context.setDefaultTimeout(20_000);
    context.on("weberror", (error) => uncaughtErrors.push(String(error.error())));
    await context.clock.setFixedTime(`${today}T11:00:00Z`);
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
        console.error(`policy violated: ${violatedDirective} ${blockedURI} ${sample}`),
      );
      window.elementEvents = [];
      for (const name of ["error", "step", "done", "helped", "storage", "guide"]) {
        const type = "stegvis-" + name;
        addEventListener(type, ({ detail, target }) =>
          window.elementEvents.push({ type, detail, digests: target.view?.digests }),
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

/** Ports of this test file: the system may give one again, and what was stored there is there still. */
const ports = new Set();

/** The first server on a port that none had before. */
async function unusedPort(start) {
  for (;;) {
    const served = await start();
    if (!ports.has(served.port)) {
      ports.add(served.port);
      return served;
    }
    served.server.close();
  }
}

/**
 * The built page on an origin of its own; `files` replace built ones, undefined takes one away. Its guides
 * ask all that they can: what tests of the page walk through is the same for each account. With `known` they
 * are the built ones, which leave out what the account knows.
 */
export async function site({ files = {}, csp = policy, known = false } = {}) {
  const dir = temporary();
  if (!known) files = { ...askingGuides(), ...files };
  for (const name of readdirSync(dist)) {
    const own = name.replace(/\.(br|gz)$/, "");
    if (!(own in files)) symlinkSync(join(dist, name), join(dir, name));
  }
  for (const [name, content] of Object.entries(files))
    if (content !== undefined) writeFileSync(join(dir, name), content);
  const { server, port } = await unusedPort(() => serve({ port: 0, dir, csp }));
  return {
    address: `http://127.0.0.1:${port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A built file; a guide as it asks, or with `known` as it is. */
export function built(name, { known = false } = {}) {
  const text = readFileSync(join(dist, name), "utf8");
  return known || !isGuide(name) ? text : asking(text);
}

const isGuide = (name) => /^payment-declined\.[\w-]+\.json$/.test(name);

/** The guide without the answers that the account knows, but for those to the first question. */
export function asking(text) {
  const guide = JSON.parse(text);
  for (const node of guide.flow.nodes) if (node.id !== guide.flow.start) delete node.known;
  return JSON.stringify(guide);
}

const askingGuides = () =>
  Object.fromEntries(
    readdirSync(dist)
      .filter(isGuide)
      .map((name) => [name, built(name)]),
  );

/**
 * The guide that the compiler makes of a Norwegian article in this folder.
 * @param {string} name of the article
 * @param {{ playbook?: object, messages?: string }} [flow] one of its own, and the messages of its nodes
 */
export function compiled(name, { playbook, messages = "" } = {}) {
  const folder = temporary();
  const file = (name) => join(folder, name);
  try {
    const options = ["-o", file("guide.json")];
    if (playbook) {
      writeFileSync(file("playbook.json"), JSON.stringify(playbook));
      writeFileSync(file("nb-NO.ftl"), messages);
      options.push("--playbook", file("playbook.json"));
    }
    execFileSync(command, ["compile", join(root, "tests/browser", name), ...options]);
    return readFileSync(file("guide.json"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Replays a saved journal of a guide natively: {kind, node, digests} for each event. */
export function replay(journal, { guide = "payment-declined.nb-NO.json", known = false } = {}) {
  const folder = temporary();
  try {
    const file = join(folder, "journal");
    writeFileSync(file, journal);
    writeFileSync(join(folder, "guide.json"), built(guide, { known }));
    const lines = execFileSync(command, ["replay", join(folder, "guide.json"), file], {
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

/**
 * Holds a file of the page back: its answer comes after `release`.
 * @param {string} pattern of the file's address
 */
export function heldBack(pattern) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  const file = {
    /** True once the page has asked for it. */
    asked: false,
    release: () => release(),
    /** For `open`. */
    prepare: (page) =>
      page.route(pattern, async (route) => {
        file.asked = true;
        await released;
        await route.continue();
      }),
  };
  return file;
}

const { buildSync } = createRequire(join(root, "web/package.json"))("esbuild");
let fixture;
/** The bundle of core-fixture.js, for a page that uses the core by itself. */
export const coreFixture = () =>
  (fixture ??= buildSync({
    entryPoints: [join(root, "tests/browser/core-fixture.js")],
    bundle: true,
    format: "esm",
    write: false,
    target: "es2022",
  }).outputFiles[0].contents);

/** A text without the page's address: it is served on any port. */
export const anyPage = (text) => text.replace(/http:\/\/127\.0\.0\.1:\d+\//g, "PAGE");

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
 * A test on the demo page. `account` and `guide` become attributes of the element; `files` and `csp` are as
 * in site(); with `bare` no page is opened. The test fails on an error or a warning in the console, a
 * violated policy included, and on an error that nothing catches, unless `expected` matches it. `messages`
 * are the texts that are seen, of words(). `known` is as in site(). `of` is the name of another guide than
 * the demo's, on its own page. `timeout` is in milliseconds.
 */
export function scenario(name, options, body) {
  if (!body) [options, body] = [{}, options];
  test(name, { timeout: options.timeout ?? 90_000 }, async () => {
    const { account, guide, files = {}, csp, known, expected, bare, locale = "nb-NO", of } = options;
    const { messages = words(locale, undefined, of) } = options;
    const attributes = { ...(account !== undefined && { account }), ...(guide && { src: guide }) };
    const page = of && `${of}.${locale}.html`;
    const index = page || Object.keys(attributes).length ? { "index.html": pageWith(attributes, page) } : {};
    const { address, stop } = await site({ files: { ...index, ...files }, csp, known });
    const complaints = [];
    const pages = [];
    const open = async (path, prepare) => {
      const page = await (await browser()).newPage();
      pages.push(page);
      page.on(
        "console",
        (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()),
      );
      await prepare?.(page);
      await page.goto(address + (path ?? ""));
      return new Reader(page, messages);
    };
    try {
      await body(bare ? { open, address } : Object.assign(await open(), { open, address }));
      complaints.push(...uncaughtErrors.splice(0));
      assert.deepEqual(
        complaints.filter((message) => !expected?.test(message)),
        [],
        "the console stays silent",
      );
    } finally {
      for (const page of pages) await page.close().catch(() => {});
      stop();
    }
  });
}

/** The page object of Chromium, by Playwright. */
export class Reader extends PageObject {
  constructor(page, messages) {
    super(messages);
    this.page = page;
    this.element = page.locator("stegvis-guide");
  }

  role(role, name, options = {}) {
    return this.element.getByRole(role, { ...(name !== undefined && { name }), ...options });
  }
  row(name) {
    return this.role("radio", name);
  }
  field(id) {
    return this.role("textbox", this.ui("field-" + id))
      .or(this.role("combobox", this.ui("field-" + id)))
      .first();
  }

  /** At a review: goes to a question whose answer is folded. */
  async changeAnswer(node) {
    await this.unfold(this.ui("other-answers"));
    await this.press(`${this.ui("change")} ${this.guide(node)}`);
  }
  /** At a list: opens what can't be chosen. */
  openUnusable() {
    return this.element.locator("[part=unusable] summary").click();
  }
  /** Opens what is folded under these words. */
  async unfold(words) {
    await this.element.locator("summary", { hasText: words }).click();
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

  /** The text of the widget. */
  text() {
    return this.element.locator("[part=frame]").innerText();
  }
  view() {
    return this.element.evaluate((element) => element.view);
  }
  account() {
    return this.element.evaluate((element) => element.view.digests.account);
  }
  /** Events of the element since the page was loaded: all, or those of a type. */
  elementEvents(type) {
    return this.page.evaluate(
      (wanted) => window.elementEvents.filter(({ type }) => !wanted || type === wanted),
      type,
    );
  }
  elementEvent(type) {
    return this.page
      .waitForFunction((wanted) => window.elementEvents.find(({ type }) => type === wanted), type)
      .then((event) => event.jsonValue());
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

/**
 * Opens a page that has an adapter from the beginning, as `open` of a bare scenario opens one.
 * @param {Function} open
 * @param {Function} adapter runs in the page, and gives the adapter
 * @param {unknown} [argument] of that function
 */
export const withAdapter = (open, adapter, argument) =>
  open("", (/** @type {any} */ page) =>
    page.addInitScript(`customElements.whenDefined("stegvis-guide").then(() => {
      document.querySelector("stegvis-guide").adapter = (${adapter})(${JSON.stringify(argument)}); });`),
  );

/** Input that adds a valid card. */
export const newCard = {
  number: "5555555555554444",
  expiry: "1230",
  code: "123",
  name: "Ingrid Myrvang",
  line1: "Sagbruksveien 12",
  "postal-code": "8999",
  city: "Skoddevik",
};
