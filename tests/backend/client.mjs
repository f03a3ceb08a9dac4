// A person at an account of the backend, over HTTP. Every answer is checked against the contract.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { checkAnswer, checkRequest } from "./contract.mjs";

export const day = "2026-11-23";
/** A valid card, as an effect adds it. */
export const card = {
  kind: "credit-card",
  brand: "visa",
  last4: "4242",
  expiry: "2029-05",
  name: "Ingrid Myrvang",
  country: "NO",
  line1: "Sagbruksveien 12",
  city: "Skoddevik",
  "postal-code": "8999",
};
export const newKey = () => randomBytes(16).toString("hex");

export class Client {
  /**
   * @param {string} address of the server
   * @param {{ account?: string, person?: string, day?: string }} [who]
   */
  constructor(address, { account = "contoso", person = "p-ingrid", day: today = day } = {}) {
    this.address = address;
    this.path = `/accounts/${account}`;
    this.person = person;
    this.day = today;
    this.token = "";
    this.version = 0;
  }

  /**
   * Asks and reads the answer. `raw` sends a body as it stands.
   * @param {string} method
   * @param {string} path
   * @param {{ body?: any, raw?: string, headers?: Record<string, string>, isRight?: boolean }} [options]
   */
  async ask(method, path, { body, raw, headers = {}, isRight = true } = {}) {
    if (body !== undefined && isRight) checkRequest(method, path, body);
    const response = await fetch(this.address + path, {
      method,
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
      headers: {
        ...(this.person && { cookie: `person=${this.person}` }),
        ...((body !== undefined || raw !== undefined) && { "content-type": "application/json" }),
        ...headers,
      },
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: JSON.parse(text) };
    checkAnswer(method, path, answer);
    return answer;
  }

  /** Loads the account, and remembers its version and the token. */
  async load() {
    const { status, headers, body } = await this.ask("GET", this.path);
    assert.equal(status, 200, JSON.stringify(body));
    this.token = headers.get("stegvis-token");
    this.version = body.version;
    return { ...body, digest: headers.get("stegvis-digest") };
  }

  effect(operation, args, more = {}) {
    return { kind: "commit", key: newKey(), operation, args, day: this.day, version: this.version, ...more };
  }

  /** Sends an effect; an answer brings its version with it. */
  async send(effect, options = {}) {
    const headers = { "stegvis-token": this.token, ...options.headers };
    const answer = await this.ask("POST", `${this.path}/commits`, { body: effect, ...options, headers });
    if (answer.body.kind === "committed") this.version = answer.body.version;
    return answer;
  }

  /** The answer to an operation under a new key. */
  async commit(operation, args, more) {
    const { status, body } = await this.send(this.effect(operation, args, more));
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  }

  async status(key) {
    const { status, body } = await this.ask("GET", `${this.path}/commits/${key}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  }

  async callOff(key) {
    const headers = { "stegvis-token": this.token };
    const { status, body } = await this.ask("DELETE", `${this.path}/commits/${key}`, { headers });
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  }

  /** The versions of the stream, as they come; `stop()` ends it. */
  async changes() {
    const controller = new AbortController();
    const response = await fetch(`${this.address}${this.path}/changes`, {
      headers: { cookie: `person=${this.person}` },
      signal: controller.signal,
    });
    assert.equal(response.headers.get("content-type"), "text/event-stream; charset=utf-8");
    const versions = [];
    const waiting = [];
    const ended = (async () => {
      let text = "";
      for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
        text += part;
        for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) {
          const found = /^data: (.*)$/m.exec(text.slice(0, end));
          if (found) versions.push(JSON.parse(found[1]).version);
          for (const look of waiting.splice(0)) look();
        }
      }
    })().catch(() => {});
    return {
      versions,
      ended,
      /** Resolves when a version is there, or rejects after three seconds. */
      async sees(version) {
        const until = Date.now() + 3000;
        while (!versions.includes(version)) {
          if (Date.now() > until) assert.fail(`version ${version} is not among ${versions}`);
          await new Promise((done) => {
            waiting.push(done);
            setTimeout(done, 50);
          });
        }
      },
      stop() {
        controller.abort();
        return ended;
      },
    };
  }
}
