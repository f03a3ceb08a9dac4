// Drives Chromium by Playwright; engines.mjs documents the interface.
import { browser, close, wholeChromium } from "../browser/harness.mjs";
import { focusedText, nameOf } from "./input-actions.mjs";

export async function chromium() {
  const context = await browser(wholeChromium);
  return {
    async open(address) {
      const page = new Page(await context.newPage());
      await page.goto(address);
      return page;
    },
    stop: close,
  };
}

class Page {
  #page;
  #frame;
  console = [];

  constructor(page) {
    this.#page = page;
    this.#frame = page.mainFrame();
    page.on(
      "console",
      (message) => ["error", "warning"].includes(message.type()) && this.console.push(message.text()),
    );
    page.on("pageerror", (error) => this.console.push(String(error)));
  }

  goto(address) {
    return this.#page.goto(address);
  }
  async enter() {
    [this.#frame] = this.#frame.childFrames();
  }
  async find(role, name, { exact = true } = {}) {
    const [found] = await this.#frame
      .locator("stegvis-guide")
      .getByRole(role, { name, exact })
      .elementHandles();
    return found;
  }
  click(element) {
    return element.click();
  }
  async keys(text) {
    for (const char of text) await this.#page.keyboard.press(nameOf(char));
  }
  async compose(text, during) {
    const keyboard = await this.#page.context().newCDPSession(this.#page);
    const before = await this.evaluate(focusedText);
    for (let end = 1; end <= text.length; end++) {
      const composed = text.slice(0, end);
      const selection = { selectionStart: end, selectionEnd: end };
      await keyboard.send("Input.imeSetComposition", { text: composed, ...selection });
      await during(before + composed);
    }
    await keyboard.send("Input.insertText", { text });
    await keyboard.detach();
  }
  evaluate(fn, argument) {
    return this.#frame.evaluate(fn, argument);
  }
  reload() {
    return this.#page.reload();
  }
  back() {
    return this.#page.goBack();
  }
  forward() {
    return this.#page.goForward();
  }
  resize(width, height) {
    return this.#page.setViewportSize({ width, height });
  }
  screenshot(path) {
    return this.#page.screenshot({ path });
  }
  close() {
    return this.#page.close();
  }
}
