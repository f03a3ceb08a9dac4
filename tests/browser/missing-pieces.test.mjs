// A browser that lacks something, or refuses it: the reader gets through all the same, or has the article and
// the page an event; what was done is never called undone, and no error is left uncaught. In a short run some
// of the pieces; the last test prints the table.
import { test } from "node:test";
import assert from "node:assert/strict";
import { scenario } from "./harness.mjs";
import { sized } from "../size.mjs";

/** In the page: each takes a piece away. `steps`: the reader gets through; else the article may come. */
const pieces = {
  "Intl.PluralRules": () => Reflect.deleteProperty(Intl, "PluralRules"),
  "Intl.NumberFormat": () => Reflect.deleteProperty(Intl, "NumberFormat"),
  "Intl.DateTimeFormat": () => Reflect.deleteProperty(Intl, "DateTimeFormat"),
  IntersectionObserver: () => delete window.IntersectionObserver,
  "the list of databases, refused": () => {
    IDBFactory.prototype.databases = () => Promise.reject(new DOMException("no", "SecurityError"));
  },
  "crypto.getRandomValues": () => {
    Crypto.prototype.getRandomValues = undefined;
  },
  ResizeObserver: () => delete window.ResizeObserver,
  BroadcastChannel: () => delete window.BroadcastChannel,
  "Intl.ListFormat": () => Reflect.deleteProperty(Intl, "ListFormat"),
  "Intl.DisplayNames": () => Reflect.deleteProperty(Intl, "DisplayNames"),
  "Intl.Collator": () => Reflect.deleteProperty(Intl, "Collator"),
  "Intl.Locale": () => Reflect.deleteProperty(Intl, "Locale"),
  Intl: () => delete window.Intl,
  "a BroadcastChannel that is refused": () => {
    window.BroadcastChannel = /** @type {any} */ (
      class {
        constructor() {
          throw new DOMException("no", "SecurityError");
        }
      }
    );
  },
  "crypto.getRandomValues, refused": () => {
    Crypto.prototype.getRandomValues = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
  },
  structuredClone: () => delete window.structuredClone,
  indexedDB: () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "indexedDB, refused": () =>
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    }),
  localStorage: () =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    }),
  "navigator.storage": () => Object.defineProperty(Navigator.prototype, "storage", { value: undefined }),
  "navigator.locks": () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }),
  "private files": () => delete window.FileSystemFileHandle,
  "history.pushState, refused": () => {
    History.prototype.pushState = () => {
      throw new DOMException("no", "SecurityError");
    };
  },
  TextEncoder: () => delete window.TextEncoder,
  AbortController: () => delete window.AbortController,
  "WebAssembly.Memory.grow, refused": () => {
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError("no");
    };
  },
};

const rows = [];
const names = Object.keys(pieces).slice(0, sized({ run: 8, ci: 16, long: Infinity }));

for (const name of names) {
  scenario(`without ${name} the reader gets through, or has the article`, { bare: true }, async (scene) => {
    const reader = await scene.open("", async (page) => {
      page.setDefaultTimeout(20000);
      await page.addInitScript(/** @type {any} */ (pieces[name]));
    });
    const { page, ui, guide } = reader;
    const articleAlone = page
      .waitForFunction(
        () =>
          window.elementEvents.some(({ type }) => type === "stegvis-error") &&
          !document.querySelector("stegvis-guide").shadowRoot?.querySelector(".step"),
      )
      .then(() => page.getByRole("link", { name: "Betalingsmåtene dine" }).waitFor())
      .then(() => "article");
    const refused = reader.element
      .getByText(ui("notice-failed"))
      .waitFor()
      .then(() => "refused");
    let done = false;
    const through = (async () => {
      await reader.toReview();
      done = true;
      await reader.replace();
      await reader.role("heading", guide("replaced")).waitFor();
      return "through";
    })();
    for (const way of [articleAlone, refused, through]) way.catch(() => {});
    const end = await Promise.any([through, articleAlone, refused]);
    const codes = (await reader.elementEvents("stegvis-error")).map(({ detail }) => detail.code);
    if (end !== "through") assert.ok(codes.length > 0, "the page hears of it");
    if (end === "refused") assert.ok(!done, "nothing is called unchanged that may be changed");
    assert.ok(codes.length < 4, String(codes));
    const memory = await reader.element.getByText(ui("notice-memory")).count();
    rows.push({
      name,
      end: {
        through: memory ? "through, in memory" : "through",
        article: "the article",
        refused: "a notice",
      }[/** @type {"through" | "article" | "refused"} */ (end)],
      codes: codes.join(" "),
    });
  });
}

test("each piece was taken away, and the table says what the reader saw", () => {
  for (const { name, end, codes } of rows) console.log(`${name.padEnd(36)}  ${end.padEnd(18)}  ${codes}`);
  assert.equal(rows.length, names.length);
});
