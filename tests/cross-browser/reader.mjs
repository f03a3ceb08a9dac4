// The page object for all three engines.
import { newCard, pageWith, site, words } from "../browser/harness.mjs";
import { isolates, PageObject } from "../browser/page-object.mjs";
import { key } from "./input-actions.mjs";

/** A text without bidi isolates and repeated spaces. */
const bare = (words) => words.replace(isolates, "").replace(/\s+/g, " ");

export class Reader extends PageObject {
  constructor(page, locale) {
    super(words(locale));
    this.page = page;
  }

  get added() {
    return this.cardUntil("mastercard", "4444", `${year}-12`);
  }

  /** Calls `look` until it returns a value; an element that disappears meanwhile is looked up again. */
  async until(what, look) {
    let last;
    for (
      const end = Date.now() + 20000;
      Date.now() < end;
      await new Promise((resolve) => setTimeout(resolve, 30))
    ) {
      try {
        const found = await look();
        if (found) return found;
      } catch (error) {
        last = error;
      }
    }
    throw new Error(
      `${what}: not within 20 s${last ? ` (${last.message})` : ""}; the widget says:\n${await this.text()}`,
    );
  }

  see(role, name, how) {
    return this.until(`${role} “${name}”`, () => this.page.find(role, name, how));
  }

  press(name) {
    return this.until(`button “${name}” can be pressed`, async () => {
      const button = await this.page.find("button", name);
      if (
        !button ||
        (await this.page.evaluate((node) => node.getAttribute("aria-disabled") === "true", button))
      )
        return false;
      await this.page.click(button);
      return true;
    });
  }

  check(name, how) {
    return this.until(`radio “${name}” is checked`, async () => {
      const checked = async () =>
        this.page.evaluate((node) => node.checked, await this.page.find("radio", name, how));
      if (await checked()) return true;
      await this.page.click(await this.page.find("radio", name, how));
      return checked();
    });
  }

  field(id, role = "textbox") {
    return this.see(role, this.ui("field-" + id));
  }
  async value(id) {
    return this.page.evaluate((node) => node.value, await this.field(id));
  }
  async checked(name, how) {
    return this.page.evaluate((node) => node.checked, await this.see("radio", name, how));
  }

  async write(id, text) {
    const field = await this.field(id);
    await this.page.click(field);
    await this.page.evaluate((node) => node.select(), field);
    await this.page.keys(key.backspace + text);
  }

  /** Chooses an option by typing its label. */
  async choose(id, label) {
    const field = await this.field(id, "combobox");
    await this.page.evaluate((node) => node.focus(), field);
    await this.page.keys(label);
    await this.until(`“${label}” is chosen`, () =>
      this.page.evaluate((node) => node.selectedOptions[0].label, field).then((now) => now === label),
    );
  }

  /** Waits until the widget is in that language, and expects its texts from then on. */
  async hears(locale) {
    await this.until(`the widget speaks ${locale}`, () =>
      this.page.evaluate(
        (locale) =>
          document.querySelector("stegvis-guide").shadowRoot.querySelector(".frame").lang === locale,
        locale,
      ),
    );
    Object.assign(this, words(locale));
  }

  /** Chooses a language of the page. */
  async choosesLanguage(locale) {
    await this.page.evaluate(
      (lang) => document.querySelector(`.languages [lang=${lang}]`).click(),
      locale.split("-")[0],
    );
    await this.hears(locale);
  }

  text() {
    return this.page.evaluate(
      () => document.querySelector("stegvis-guide").shadowRoot.querySelector(".frame")?.innerText ?? "",
    );
  }
  says(words) {
    return this.until(`the widget says “${words}”`, async () =>
      bare(await this.text()).includes(bare(words)),
    );
  }
  view() {
    return this.page.evaluate(() => document.querySelector("stegvis-guide").view);
  }
  account() {
    return this.view().then(({ digests }) => digests.account);
  }
  journal() {
    return this.page.evaluate(async () => [
      ...(await document.querySelector("stegvis-guide").exportJournal()),
    ]);
  }
  focused() {
    return this.page.evaluate(() => {
      const at = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return `${at.localName}#${at.id}`;
    });
  }

  /** Reloads the page after everything is stored. */
  async reload() {
    await this.journal();
    await this.#listen();
    await this.page.reload();
  }

  #complaints = [];
  async #listen() {
    this.#complaints.push(...(await this.page.evaluate(() => window.complaints.splice(0))));
  }

  /** Errors and warnings of the console so far, violations of the policy included. */
  async complaints() {
    await this.#listen();
    return [...this.page.console, ...this.#complaints];
  }
}

/** A card that expires in three years, since not every engine lets a test set the clock. */
const year = new Date().getFullYear() + 3;
export const card = { ...newCard, expiry: "12" + String(year).slice(2) };

/**
 * The built page with a script that records the console, since not every engine reports it; and narrow.html,
 * which shows the page in a frame of 320 px, since not every window can be that narrow.
 */
export function listenedSite(page = "index.html") {
  return site({
    files: {
      "index.html": pageWith({}, page).replace("<head>", '<head>\n<script src="listener.js"></script>'),
      "listener.js": `(${listener})()`,
      "narrow.html":
        "<!doctype html>\n<title>320 px</title>\n" +
        '<link rel="stylesheet" href="narrow.css"><link rel="icon" href="mark.svg">\n' +
        '<iframe src="index.html"></iframe>\n',
      "narrow.css":
        "body { margin: 0 } iframe { display: block; inline-size: 320px; block-size: 100vh; border: 0 }",
    },
  });
}

function listener() {
  window.complaints = [];
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...words) => {
      window.complaints.push(words.join(" "));
      say.apply(console, words);
    };
  }
  addEventListener(
    "error",
    ({ message, target }) => window.complaints.push(message ?? `not loaded: ${target.src ?? target.href}`),
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => window.complaints.push(String(reason)));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    window.complaints.push(`policy violated: ${violatedDirective} ${blockedURI}`),
  );
}
