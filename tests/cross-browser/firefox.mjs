// Drives Firefox by WebDriver BiDi over a WebSocket; engines.mjs documents the interface.
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";
import { fontEnvironment } from "../browser/fonts.mjs";
import { isolates } from "../browser/page-object.mjs";
import { clicking, focusedText, typing } from "./input-actions.mjs";
import { killAll, printed, start } from "./process.mjs";

// Firefox lends these to its own scripts.
/* global gBrowser, Cc, Ci, content, sendAsyncMessage */

/** `profile` is a folder to go on from, which stays. */
export async function firefox({ profile: existing = "" } = {}) {
  const profile = existing || mkdtempSync(join(tmpdir(), "stegvis-firefox-"));
  // Scroll bars take no space, as in the other two engines.
  writeFileSync(join(profile, "user.js"), 'user_pref("ui.useOverlayScrollbars", 1);\n');
  // Firefox refuses a home folder of another user.
  const firefox = start(
    "firefox-esr",
    [
      "--headless",
      "--no-remote",
      "--profile",
      profile,
      "--remote-debugging-port=0",
      "--remote-allow-system-access",
    ],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...fontEnvironment(), HOME: profile } },
  );
  const address = await printed(firefox, firefox.stderr, /WebDriver BiDi listening on (ws:\S+)/);
  const bidi = await Bidi.connect(address + "/session");
  await bidi.send("session.new", { capabilities: {} });
  await bidi.send("session.subscribe", { events: ["log.entryAdded"] });
  return {
    async open(address) {
      const { context } = await bidi.send("browsingContext.create", { type: "window" });
      const page = new Page(bidi, context);
      await page.resize(1100, 900);
      await page.goto(address);
      return page;
    },
    async stop() {
      await bidi.send("browser.close", {});
      await firefox.ended;
      if (!existing) rmSync(profile, { recursive: true, force: true });
    },
    /** Ends all its processes at once, as a power cut would. */
    async kill() {
      killAll(firefox.pid);
      await firefox.ended;
      rmSync(join(profile, "lock"), { force: true });
    },
  };
}

/** Sends commands, resolves to their answers, and reports events. */
class Bidi {
  #socket;
  #sent = new Map();
  #listeners = [];

  static async connect(address) {
    const bidi = new Bidi();
    bidi.#socket = new WebSocket(address, { maxPayload: 1 << 28 });
    await once(bidi.#socket, "open");
    bidi.#socket.on("message", (data) => bidi.#take(JSON.parse(data)));
    bidi.#socket.on("close", () => bidi.#sent.forEach(({ reject }) => reject(new Error("Firefox is gone"))));
    return bidi;
  }

  send(method, params) {
    const id = this.#sent.size + 1;
    return new Promise((resolve, reject) => {
      this.#sent.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  listen(listener) {
    this.#listeners.push(listener);
  }

  #take({ type, id, result, error, message, method, params }) {
    if (type === "event") return this.#listeners.forEach((listener) => listener(method, params));
    const { resolve, reject } = this.#sent.get(id);
    if (type === "success") resolve(result);
    else reject(new Error(`${error}: ${message}`));
  }
}

class Page {
  #bidi;
  #window;
  #context;
  console = [];

  constructor(bidi, context) {
    this.#bidi = bidi;
    this.#window = this.#context = context;
    bidi.listen((method, { source, level, text }) => {
      if (
        method === "log.entryAdded" &&
        [this.#window, this.#context].includes(source.context) &&
        ["error", "warn"].includes(level)
      )
        this.console.push(text);
    });
  }

  #send(method, params = {}) {
    return this.#bidi.send(method, { context: this.#context, ...params });
  }
  #sendWindow(method, params = {}) {
    return this.#send(method, { context: this.#window, ...params });
  }
  async #call(functionDeclaration, ...args) {
    const { type, result, exceptionDetails } = await this.#bidi.send("script.callFunction", {
      functionDeclaration,
      arguments: args,
      awaitPromise: true,
      target: { context: this.#context },
    });
    if (type === "exception") throw new Error(exceptionDetails.text);
    return result;
  }

  goto(url) {
    return this.#send("browsingContext.navigate", { url, wait: "complete" });
  }

  async enter() {
    const { contexts } = await this.#bidi.send("browsingContext.getTree", { root: this.#window });
    this.#context = contexts[0].children[0].context;
  }

  async find(role, name, { exact = true } = {}) {
    // Firefox omits bidi isolates in names.
    const wanted = { role, ...(exact && { name: name.replace(isolates, "") }) };
    const root = await this.#call(`() => document.querySelector("stegvis-guide").shadowRoot`);
    const { nodes } = await this.#send("browsingContext.locateNodes", {
      locator: { type: "accessibility", value: wanted },
      startNodes: [root],
      ...(exact && { maxNodeCount: 1 }),
    });
    if (exact) return nodes[0];
    for (const node of nodes) {
      if ((await this.evaluate((radio) => radio.labels[0].textContent, node)).includes(name)) return node;
    }
  }

  async click(element) {
    await this.evaluate((node) => node.scrollIntoView({ block: "nearest" }), element);
    await this.#send("input.performActions", {
      actions: clicking({ type: "element", element: { sharedId: element.sharedId } }),
    });
  }

  keys(text) {
    return this.#send("input.performActions", { actions: typing(text) });
  }

  /** By the interface that Firefox has for input methods, which its own windows alone may use. */
  async compose(text, during) {
    const { contexts } = await this.#bidi.send("browsingContext.getTree", { root: this.#window });
    const { contexts: windows } = await this.#bidi.send("browsingContext.getTree", {
      "moz:scope": "chrome",
    });
    const own = windows.find(({ clientWindow }) => clientWindow === contexts[0].clientWindow);
    const step = async (commit) => {
      const { type, result, exceptionDetails } = await this.#bidi.send("script.callFunction", {
        functionDeclaration: String(inContent),
        arguments: [{ type: "string", value: `(${composing})(${JSON.stringify({ text, commit })})` }],
        awaitPromise: true,
        target: { context: own.context },
      });
      if (type === "exception" || result.value) throw new Error(exceptionDetails?.text ?? result.value);
    };
    const before = await this.evaluate(focusedText);
    await step(false);
    await during(before + text);
    await step(true);
  }

  async evaluate(fn, argument) {
    const { value } = argument?.sharedId
      ? await this.#call(`async (element) => JSON.stringify(await (${fn})(element))`, {
          sharedId: argument.sharedId,
        })
      : await this.#call(`async (json) => JSON.stringify(await (${fn})(JSON.parse(json)))`, {
          type: "string",
          value: JSON.stringify(argument ?? null),
        });
    return value === undefined ? undefined : JSON.parse(value);
  }

  reload() {
    return this.#sendWindow("browsingContext.reload", { wait: "complete" });
  }
  back() {
    return this.#sendWindow("browsingContext.traverseHistory", { delta: -1 });
  }
  forward() {
    return this.#sendWindow("browsingContext.traverseHistory", { delta: 1 });
  }
  resize(width, height) {
    return this.#sendWindow("browsingContext.setViewport", { viewport: { width, height } });
  }
  async screenshot(file) {
    const { data } = await this.#sendWindow("browsingContext.captureScreenshot");
    writeFileSync(file, data, "base64");
  }
  close() {
    return this.#sendWindow("browsingContext.close");
  }
}

/** In a window of Firefox: runs a script beside the page of its tab, and gives what went wrong there. */
function inContent(script) {
  const { messageManager } = gBrowser.selectedBrowser;
  return new Promise((resolve) => {
    const done = ({ data }) => {
      messageManager.removeMessageListener("stegvis-done", done);
      resolve(data);
    };
    messageManager.addMessageListener("stegvis-done", done);
    messageManager.loadFrameScript(`data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
  });
}

/** Beside the page: an input method composes the text, letter by letter, or commits it. */
function composing({ text, commit }) {
  let wrong = "";
  try {
    if (commit) globalThis.inputMethod.commitCompositionWith(text);
    else {
      const method = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
      globalThis.inputMethod = method;
      method.beginInputTransactionForTests(content, () => true);
      for (let end = 1; end <= text.length; end++) {
        method.setPendingCompositionString(text.slice(0, end));
        method.appendClauseToPendingComposition(end, method.ATTR_RAW_CLAUSE);
        method.setCaretInPendingComposition(end);
        method.flushPendingComposition();
      }
    }
  } catch (error) {
    wrong = String(error);
  }
  sendAsyncMessage("stegvis-done", wrong);
}
