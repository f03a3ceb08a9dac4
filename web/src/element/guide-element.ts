// The element's shell and the loader: all that a page with an article loads before the widget comes
// into view. The article stays on the page until everything that the first question needs is there;
// where anything is missing, it simply stays.
import type { Given, Widget } from "../loading/host.ts";
import type { Adapter } from "../session/adapter.ts";
import { marked, stored } from "../storage/presence.ts";

/** The locales of ui/, filled in by the build; English is the one to fall back on. */
declare const LOCALES: string[];

const beside = (name: string) => new URL(name, import.meta.url).href;

/** Nothing of ours runs where WebAssembly is missing or forbidden. */
function wasmAllowed(): boolean {
  try {
    return !!new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch {
    return false;
  }
}

/** The locale of ui/ nearest to the one that is asked for, where one is near. */
function near(locale: string): string | undefined {
  return (
    LOCALES.find((one) => one === locale) ?? LOCALES.find((one) => one.split("-")[0] === locale.split("-")[0])
  );
}

function nearest(locale: string): string {
  return near(locale) ?? "en-US";
}

/** The locale that a guide's address names. */
const named = /\.([a-z]{2,3}(?:-\w+)*)(?=\.json$)/i;

async function get(url: string, as: "json" | "text" | "arrayBuffer") {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response[as]();
}

export class Guide extends HTMLElement {
  static observedAttributes = ["src", "locale", "account"];
  private _root = this.attachShadow({ mode: "open" });
  private _sheet = new CSSStyleSheet();
  private _watch?: IntersectionObserver;
  private _widget?: Widget;
  private _run = 0;
  private _adapter?: Adapter;

  constructor() {
    super();
    this._sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");
    this._root.adoptedStyleSheets = [this._sheet];
    this._root.append(document.createElement("slot"));
  }

  get src() {
    return this.getAttribute("src") ?? "";
  }
  set src(value: string) {
    this.setAttribute("src", value);
  }
  get locale() {
    return this.getAttribute("locale") ?? "";
  }
  set locale(value: string) {
    this.setAttribute("locale", value);
  }
  get account() {
    return this.getAttribute("account") ?? "practice";
  }
  set account(value: string) {
    this.setAttribute("account", value);
  }

  /** Where the account lives: this browser's storage, unless the page brings another. */
  get adapter() {
    return this._adapter;
  }
  set adapter(value: Adapter | undefined) {
    this._adapter = value;
    this.attributeChangedCallback("", "", null);
  }

  /** What is shown now; undefined while the article stands alone. */
  get view() {
    return this._widget?.frame.view;
  }

  /** What is kept of this guide: the account's journal, then the session's. */
  exportJournal(): Promise<Uint8Array> {
    return this._widget?.exportJournal() ?? Promise.resolve(new Uint8Array());
  }

  /** Goes on where such a journal ends; what was kept here is replaced. Gives the mistake that speaks against it. */
  async importJournal(bytes: Uint8Array) {
    return this._widget?.importJournal(bytes);
  }

  connectedCallback() {
    this._watch?.disconnect();
    this._watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this._start();
    });
    this._watch.observe(this);
    // Most are in view at once, and needn't wait for the frame that tells; a page that sets more is let finish.
    const { top, bottom } = this.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight)
      queueMicrotask(() => this.isConnected && !this._run && this._start());
  }

  disconnectedCallback() {
    this._stop();
    this._watch?.disconnect();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null) {
    if (before === after || !this.isConnected) return;
    // What comes before the start may be the address that it waits for.
    if (!this._run) return void (this._watch && this.connectedCallback());
    const widget = this._widget;
    const anew = () => {
      this._stop();
      this._start();
    };
    if (!widget || !this.src || !/src|locale/.test(name)) return anew();
    // Another language of the same guide is spoken in place. Of several wishes the last one counts.
    const ask = (widget.frame.asked = () => this._ask());
    (import(beside("language.js")) as Promise<typeof import("../view/switch-language.ts")>)
      .then(({ speak }) => speak(widget.frame, this, ask, () => widget === this._widget, anew))
      .catch((error) => this._fail(error));
  }

  private _stop() {
    this._run++;
    this._widget?.stop();
    this._widget = undefined;
  }

  /** Asks for the guide and its words. The guide is the one in the reader's language, where it lies beside `src`. */
  private _ask(): Given {
    const src = new URL(this.src, document.baseURI).href;
    const wanted = near(this.locale);
    const own = wanted ? src.replace(named, "." + wanted) : src;
    const asked = nearest(
      this.locale || named.exec(src)?.[1] || this.closest<HTMLElement>("[lang]")?.lang || "",
    );
    const words = (locale: string) => get(beside(`ui/${locale}.ftl`), "text");
    const given: Given = {
      guide: get(own, "json").catch(() => get(src, "json")),
      words: words(asked),
      again: (locale) => (nearest(locale) === asked ? given.words : words(nearest(locale))),
      nearest,
      beside,
      core: undefined as never,
    };
    // Each is awaited in its turn; a failure before that is no unhandled rejection.
    for (const one of [given.guide, given.words]) one.catch(() => {});
    return given;
  }

  private async _start() {
    if (!this.src) return;
    this._watch?.disconnect();
    const run = ++this._run;
    try {
      const given = this._ask();
      given.stored = stored();
      const widget = import(beside("widget.js")) as Promise<typeof import("../view/widget.ts")>;
      widget.catch(() => {});
      // What takes time stands behind what takes the line.
      if (!wasmAllowed()) throw "wasm-blocked";
      given.marked = marked();
      // The core is needed at the first answer: it doesn't take the line from the first question.
      given.core = Promise.all([widget, given.guide, given.words]).then(() =>
        Promise.all([
          import(beside("core.js")),
          get(beside("core.wasm"), "arrayBuffer"),
          import(beside("session.js")),
        ]),
      ) as Given["core"];
      given.core.catch(() => {});
      const { start } = await widget;
      if (run !== this._run) return;
      this._widget = await start(this, this._root, given, () => run === this._run);
    } catch (error) {
      if (run === this._run) this._fail(error);
    }
  }

  private _fail(error: unknown) {
    this.tell(
      "stegvis-error",
      typeof error === "string"
        ? { code: error }
        : { code: "load-failed", where: this.src, detail: String((error as Error).message) },
    );
  }

  /** Events bubble and cross shadow roots. */
  tell(type: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get("stegvis-guide")) customElements.define("stegvis-guide", Guide);
