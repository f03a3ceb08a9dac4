// Drives WebKitGTK by WebDriver, in a display of its own; engines.mjs documents the interface.
import { writeFileSync } from "node:fs";
import { fontEnvironment } from "../browser/fonts.mjs";
import { byCode, clicking, focusedText, typing } from "./input-actions.mjs";
import { listening, printed, start } from "./process.mjs";

const reference = "element-6066-11e4-a52e-4f735466cecf"; // by which the standard names an element

/** A display of its own, which stays while no program is shown there, and the environment of programs. */
export async function startDisplay() {
  const args = ["-displayfd", "3", "-screen", "0", "1280x2600x24", "-nolisten", "tcp", "-noreset"];
  const display = start("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await printed(display, display.stdio[3], /(\d+)\n/);
  const env = { ...fontEnvironment(), DISPLAY: ":" + number, GDK_BACKEND: "x11", NO_AT_BRIDGE: "1" };
  return { display, env };
}

export async function webkit() {
  const { display, env } = await startDisplay();
  const driver = start("WebKitWebDriver", ["--port=0"], { stdio: "ignore", env });
  const end = () => {
    driver.kill();
    display.kill();
  };
  try {
    const address = `http://127.0.0.1:${await listening(driver)}/session`;
    const { sessionId } = await send("POST", address, { capabilities: {} });
    const session = new Session(`${address}/${sessionId}`);
    return {
      async open(address) {
        const page = new Page(session, await session.window());
        await page.resize(1100, 900);
        await page.goto(address);
        return page;
      },
      async stop() {
        await send("DELETE", session.address);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function send(method, address, body) {
  const response = await fetch(address, {
    method,
    body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
  });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** A session's commands go to one window at a time. */
class Session {
  #now;
  #first;

  constructor(address) {
    this.address = address;
  }

  /** Opens a window; the command needs an open one. */
  async window() {
    this.#now = this.#first ??= await send("GET", this.address + "/window");
    await send("POST", this.address + "/window", { handle: this.#first });
    const { handle } = await send("POST", this.address + "/window/new", { type: "window" });
    return handle;
  }

  async send(handle, method, path, body) {
    if (this.#now !== handle) {
      await send("POST", this.address + "/window", { handle });
      this.#now = handle;
    }
    return send(method, this.address + path, body);
  }

  async close(handle) {
    await this.send(handle, "DELETE", "/window");
    this.#now = undefined;
  }
}

const tags = {
  heading: "h1, h2, h3",
  button: "button, summary",
  radio: "[type=radio]",
  textbox: "input:not([type=radio])",
  combobox: "select",
  link: "a",
  group: "fieldset, [role=group]",
  region: "section",
};
/** WebKit exposes a select as a button. */
const own = { combobox: "button" };

class Page {
  #session;
  #handle;
  /** WebDriver can't read the console. */
  console = [];

  constructor(session, handle) {
    this.#session = session;
    this.#handle = handle;
  }

  #send(method, path, body) {
    return this.#session.send(this.#handle, method, path, body);
  }

  goto(url) {
    return this.#send("POST", "/url", { url });
  }

  async enter() {
    await this.#send("POST", "/frame", { id: await this.evaluate(() => document.querySelector("iframe")) });
  }

  async find(role, name, { exact = true } = {}) {
    const there = await this.evaluate(
      (tags) => [...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll(tags)],
      tags[role],
    );
    for (const element of there) {
      const computed = (what) => this.#send("GET", `/element/${element[reference]}/computed${what}`);
      const label = await computed("label");
      if ((exact ? label === name : label.includes(name)) && (await computed("role")) === (own[role] ?? role))
        return element;
    }
  }

  /** By actions: the click command takes the inner element of a field for an obstacle. */
  async click(element) {
    await this.evaluate((node) => node.scrollIntoView({ block: "nearest" }), element);
    await this.#send("POST", "/actions", { actions: clicking(element) });
  }
  keys(text) {
    return this.#send("POST", "/actions", { actions: typing(text) });
  }
  /** By GTK's own input method, which composes each character by its code: "uff14" becomes a 4. */
  async compose(text, during) {
    for (const char of text) {
      const code = char.codePointAt(0).toString(16);
      const before = await this.evaluate(focusedText);
      await this.#send("POST", "/actions", { actions: byCode(code) });
      await during(`${before}u${code}`);
      await this.keys(" ");
    }
  }
  evaluate(fn, argument) {
    return this.#send("POST", "/execute/sync", { script: `return (${fn})(...arguments)`, args: [argument] });
  }
  reload() {
    return this.#send("POST", "/refresh");
  }
  back() {
    return this.#send("POST", "/back");
  }
  forward() {
    return this.#send("POST", "/forward");
  }
  resize(width, height) {
    return this.#send("POST", "/window/rect", { width, height });
  }
  async screenshot(file) {
    writeFileSync(file, await this.#send("GET", "/screenshot"), "base64");
  }
  close() {
    return this.#session.close(this.#handle);
  }
}
