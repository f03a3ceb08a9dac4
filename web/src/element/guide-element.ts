// The element: attributes, properties and events; starts and stops a widget. The article stays on the page
// until everything that the first question needs is there; where anything is missing, it simply stays.
import type { Problem } from "../core/types.ts";
import { requestGuide, type GuideRequest } from "../loading/open-guide.ts";
import { resourcesAt } from "../loading/resources.ts";
import type { AccountAdapter } from "../session/adapter.ts";
import { notedStored } from "../storage/presence.ts";
import { forPart } from "../timing/limits.ts";
import type { Contact } from "../view/parts/support-contact.ts";
import type { Host, LoaderOpening, startWidget, Widget } from "../view/widget.ts";

/** The locales of ui/, filled in by the build. */
declare const LOCALES: string[];

const resources = resourcesAt(
  import.meta.url,
  (url) => fetch(url),
  (url) => import(url),
);

/** Nothing of ours runs where WebAssembly is missing or forbidden: the smallest module of all tells. */
function wasmAllowed(): boolean {
  try {
    return !!new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch {
    return false;
  }
}

/** The exports of widget.js, which hands in the browser. */
type StartWidget = (
  host: Host,
  root: ShadowRoot,
  opening: LoaderOpening,
  live: () => boolean,
) => ReturnType<typeof startWidget>;

export class GuideElement extends HTMLElement implements Host {
  static readonly observedAttributes = ["src", "locale", "account"];
  // Made first: a browser without it is left with the article, and no shadow root covers that.
  private _sheet = new CSSStyleSheet();
  private _root = this.attachShadow({ mode: "open" });
  private _inView?: IntersectionObserver;
  private _widget?: Widget;
  /** From a start to its stop: what belongs to an earlier one comes to nothing. */
  private _run?: object;
  /** It gets the focus back when the page moves the element. */
  private _focused?: EventTarget | null;

  constructor() {
    super();
    // Properties that the page set before this script came are attributes from here on.
    const own = this as unknown as Record<string, string>;
    for (const name of GuideElement.observedAttributes) {
      const value = own[name];
      if (delete own[name] && value !== own[name]) own[name] = value;
    }
    this._sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");
    this._root.adoptedStyleSheets = [this._sheet];
    this._root.append(document.createElement("slot"));
    this._root.addEventListener("focusin", ({ target }) => {
      this._focused = target;
    });
    // A move is over by then.
    this._root.addEventListener("focusout", ({ target }) =>
      queueMicrotask(() => {
        if (this._focused === target) this._focused = null;
      }),
    );
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
    return this.getAttribute("account") ?? "";
  }
  set account(value: string) {
    this.setAttribute("account", value);
  }

  /** The place of the page's own account. It may be set at any time, also while the guide runs. */
  declare adapter?: AccountAdapter;

  /** The page's support, shown where a reader is stuck. An element with slot="contact" takes its place. */
  declare contact?: Contact;

  /**
   * The page's own words, as Fluent source by locale: for codes and kinds of its account (`reason-<code>`),
   * or in the place of a message of the widget's or the guide's. They count once the guide is opened, or
   * translated.
   */
  declare messages?: Record<string, string>;

  /** The view that is shown; undefined as long as the article is shown alone. */
  get view() {
    return this._widget?.view;
  }

  /** The journals of this guide: the account's, then the session's. Empty while the article is alone. */
  exportJournal(): Promise<Uint8Array> {
    return this._widget?.exportJournal() ?? Promise.resolve(new Uint8Array());
  }

  /** Goes on where such journals end: they replace what is stored. Gives the problem that they have. */
  async importJournal(bytes: Uint8Array) {
    return this._widget?.importJournal(bytes);
  }

  /** Removes everything that any guide of this site has stored here. Gives the problem of what is left. */
  async forget() {
    return this._widget?.forget();
  }

  connectedCallback() {
    // The page has moved it: all of it goes on.
    if (this._run) {
      this._root.dispatchEvent(new Event("moved"));
      (this._focused as HTMLElement | null | undefined)?.focus({ preventScroll: true });
      return;
    }
    this._inView?.disconnect();
    if (!window.IntersectionObserver) return void this._start();
    this._inView = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this._start();
    });
    this._inView.observe(this);
    // Most are in view at once, and needn't wait until the browser says so. A script may set more attributes
    // first.
    const { top, bottom } = this.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight)
      queueMicrotask(() => {
        if (this.isConnected && !this._run) void this._start();
      });
  }

  disconnectedCallback() {
    this._inView?.disconnect();
    // An element that is moved has its new place by then.
    queueMicrotask(() => this.isConnected || this._stop());
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null) {
    if (before === after) return;
    if (!this.isConnected) return this._stop();
    // Before the first start, the new attribute may be the address that it waits for.
    if (!this._run) return void (this._inView && this.connectedCallback());
    const widget = this._widget;
    if (!widget || !this.src || !/src|locale/.test(name)) return this.reopen();
    // Another language of the same guide takes its place in the widget that is there.
    widget.translate(
      () => this._request(),
      () => this.reopen(),
    );
  }

  /** Events bubble and cross shadow roots. */
  emit(type: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** Begins again, from what is stored. */
  reopen() {
    this._stop();
    void this._start();
  }

  private _stop() {
    this._run = undefined;
    this._widget?.stop();
    this._widget = undefined;
  }

  private _request(): GuideRequest {
    return requestGuide(resources, LOCALES, {
      src: new URL(this.src, document.baseURI).href,
      locale: this.locale,
      words: () => this.messages,
      lang: this.closest<HTMLElement>("[lang]")?.lang ?? "",
    });
  }

  private async _start() {
    if (!this.src) return;
    this._inView?.disconnect();
    const run = (this._run = {});
    const live = () => run === this._run;
    try {
      const opening = this._request() as LoaderOpening;
      const script = resources.script<{ start: StartWidget }>("widget.js");
      script.catch(() => {});
      // Work for the processor starts after work for the network.
      if (!wasmAllowed()) throw { code: "wasm-blocked" };
      opening.returning = notedStored();
      const late = new Promise<never>((_resolve, reject) =>
        setTimeout(reject, forPart, { code: "load-late" }),
      );
      const { start } = await Promise.race([script, late]);
      if (live()) this._widget = await start(this, this._root, opening, live);
    } catch (error) {
      if (live())
        this.emit(
          "stegvis-error",
          (error as Problem).code ? error : { code: "load-failed", where: this.src, detail: String(error) },
        );
    }
  }
}
