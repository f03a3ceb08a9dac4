// Someone with the page in front of them, in any engine.
import { newCard, pageWith, site, words } from "../browser/harness.mjs";
import { isolates, Walker } from "../browser/page-object.mjs";
import { key } from "./input-actions.mjs";

/** Words alone, however they are set. */
const bare = (words) => words.replace(isolates, "").replace(/\s+/g, " ");

export class Person extends Walker {
  constructor(page, locale) {
    super(words(locale));
    this.page = page;
  }

  /** Looks again until it is so. What has gone while it was looked at is looked for anew. */
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
      `${what}: not so in 20 s${last ? ` (${last.message})` : ""}; the widget says:\n${await this.text()}`,
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
        (await this.page.evaluate((one) => one.getAttribute("aria-disabled") === "true", button))
      )
        return false;
      await this.page.click(button);
      return true;
    });
  }

  check(name, how) {
    return this.until(`radio “${name}” is checked`, async () => {
      const checked = async () =>
        this.page.evaluate((one) => one.checked, await this.page.find("radio", name, how));
      if (await checked()) return true;
      await this.page.click(await this.page.find("radio", name, how));
      return checked();
    });
  }

  field(id, role = "textbox") {
    return this.see(role, this.ui("field-" + id));
  }
  async value(id) {
    return this.page.evaluate((one) => one.value, await this.field(id));
  }
  async checked(name, how) {
    return this.page.evaluate((one) => one.checked, await this.see("radio", name, how));
  }

  async write(id, text) {
    const field = await this.field(id);
    await this.page.click(field);
    await this.page.evaluate((one) => one.select(), field);
    await this.page.keys(key.backspace + text);
  }

  /** A closed list of options goes to the one that is typed. */
  async choose(id, label) {
    const field = await this.field(id, "combobox");
    await this.page.evaluate((one) => one.focus(), field);
    await this.page.keys(label);
    await this.until(`“${label}” is chosen`, () =>
      this.page.evaluate((one) => one.selectedOptions[0].label, field).then((now) => now === label),
    );
  }

  /** Reads on in that language, once the widget speaks it. */
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

  /** Takes that language of those that the page offers. */
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

  /** Loads the page again, once what is under way is stored. */
  async reload() {
    await this.journal();
    await this.#listen();
    await this.page.reload();
  }

  #heard = [];
  async #listen() {
    this.#heard.push(...(await this.page.evaluate(() => window.heard.splice(0))));
  }

  /** What the console said so far, violations of the policy included. */
  async complaints() {
    await this.#listen();
    return [...this.page.console, ...this.#heard];
  }
}

/** A card that is good for some time yet: not every engine lets the clock be set. */
export const card = { ...newCard, expiry: "12" + String(new Date().getFullYear() + 3).slice(2) };

/**
 * The built page with an ear in front of it, since not every engine lets its console be heard; and
 * narrow.html, which has it in a frame of 320 px, since not every window can be as narrow.
 */
export function heardSite(page = "index.html") {
  return site({
    files: {
      "index.html": pageWith({}, page).replace("<head>", '<head>\n<script src="ear.js"></script>'),
      "ear.js": `(${ear})()`,
      "narrow.html":
        '<!doctype html>\n<title>320 px</title>\n<link rel="stylesheet" href="narrow.css"><link rel="icon" href="mark.svg">\n<iframe src="index.html"></iframe>\n',
      "narrow.css":
        "body { margin: 0 } iframe { display: block; inline-size: 320px; block-size: 100vh; border: 0 }",
    },
  });
}

function ear() {
  window.heard = [];
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...words) => {
      window.heard.push(words.join(" "));
      say.apply(console, words);
    };
  }
  addEventListener(
    "error",
    ({ message, target }) => window.heard.push(message ?? `not loaded: ${target.src ?? target.href}`),
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => window.heard.push(String(reason)));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    window.heard.push(`policy violated: ${violatedDirective} ${blockedURI}`),
  );
}
