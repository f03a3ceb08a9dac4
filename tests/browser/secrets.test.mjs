// Card and account numbers are in the field that they are typed into, and nowhere else: after 1,000 numbers
// no piece of 8 digits is found in the wasm's memory, in storage, in requests, or in the page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { browser, newCard, pageWith, Reader, site, words } from "./harness.mjs";

const count = 1000;

/** Different valid numbers of Visa, Mastercard and American Express in turn. */
function numbers() {
  let state = 20261123;
  const digit = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 16) % 10;
  const made = new Set();
  for (let i = 0; made.size < count; i++) {
    const { start, length } = [
      { start: "4", length: 16 },
      { start: "5" + (1 + (i % 5)), length: 16 },
      { start: "37", length: 15 },
    ][i % 3];
    let number = start;
    while (number.length < length - 1) number += digit();
    const sum = [...number]
      .reverse()
      .reduce(
        (total, digit, at) => total + (at % 2 ? Number(digit) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit]),
        0,
      );
    made.add(number + ((10 - (sum % 10)) % 10));
  }
  return [...made];
}

const pieces = (all) =>
  new Set(
    all.flatMap((digits) => Array.from({ length: digits.length - 7 }, (_none, i) => digits.slice(i, i + 8))),
  );

/** Pieces that a text contains, whatever is between the digits; random ids and digests are ignored. */
function inText(text, wanted) {
  const plain = text
    .replace(/\b(?=[0-9]*[a-f])[0-9a-f]{16,}\b/g, "x")
    .replace(/(?<=\d)[ \u00a0-](?=\d)/g, "");
  const found = new Set();
  for (const [run] of plain.matchAll(/\d{8,}/g)) {
    for (let i = 0; i + 8 <= run.length; i++)
      if (wanted.has(run.slice(i, i + 8))) found.add(run.slice(i, i + 8));
  }
  return [...found];
}

// In the page: everything that is stored, as text, by its place.
async function stored() {
  const text = (bytes) => new TextDecoder("latin1").decode(bytes);
  const asText = (value) =>
    JSON.stringify(value, (_name, part) =>
      part instanceof ArrayBuffer
        ? text(new Uint8Array(part))
        : ArrayBuffer.isView(part)
          ? text(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
          : part,
    );
  const asked = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const out = {
    indexedDB: "",
    files: "",
    localStorage: asText({ ...localStorage }),
    sessionStorage: asText({ ...sessionStorage }),
    caches: "",
    address: location.href + asText(history.state) + document.cookie,
  };
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    out.indexedDB += name;
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      out.indexedDB += asText(await asked(all.getAllKeys())) + asText(await asked(all.getAll()));
    }
    database.close();
  }
  const walk = async (folder) => {
    for await (const [name, handle] of folder.entries()) {
      out.files += name + " ";
      if (handle.kind === "directory") await walk(handle);
      // A temporary file disappears when it is moved to its place.
      else
        out.files += text(
          new Uint8Array(
            await handle
              .getFile()
              .then((file) => file.arrayBuffer())
              .catch(() => new ArrayBuffer(0)),
          ),
        );
    }
  };
  await walk(await navigator.storage.getDirectory());
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      out.caches += request.url + (await (await cache.match(request)).text());
  }
  return out;
}

// In the page: pieces in the wasm's memory: as text, grouped or not; as digits of one byte or four; and as an
// integer.
function inMemory(list) {
  const wanted = new Set(list);
  const whole = new Set(list.map(Number));
  const found = new Set();
  let run = "";
  const take = (digit) => {
    if (digit < 0) {
      run = "";
      return;
    }
    run = (run + digit).slice(-8);
    if (wanted.has(run)) found.add(run);
  };
  for (const memory of window.memories) {
    for (const codes of [
      new Uint8Array(memory.buffer),
      new Uint16Array(memory.buffer),
      new Uint32Array(memory.buffer),
    ]) {
      for (const code of codes)
        if (code !== 32 && code !== 45) take(code >= 48 && code < 58 ? code - 48 : -1);
      run = "";
      for (const code of codes) take(code < 10 ? code : -1);
      run = "";
    }
    // A whole number below the memory's size may be an address. Only pieces that begin with 0 are so small,
    // and every number has others.
    for (const code of new Uint32Array(memory.buffer))
      if (code >= memory.buffer.byteLength && whole.has(code)) found.add("as a whole " + code);
  }
  return {
    found: [...found],
    memories: window.memories.length,
    bytes: window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
}

const catchMemories = () => {
  window.memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    for (const memory of Object.values((made.instance ?? made).exports)) {
      if (memory instanceof WebAssembly.Memory && !window.memories.includes(memory))
        window.memories.push(memory);
    }
    return made;
  };
};

/** Opens the form that adds a method, and records messages and requests. */
async function atForm(account) {
  const files = account ? { "index.html": pageWith({ account }) } : {};
  const { address, stop } = await site({ files });
  const page = await (await browser()).newPage();
  const messages = [],
    sent = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("request", (request) =>
    sent.push(request.url() + JSON.stringify(request.headers()) + (request.postData() ?? "")),
  );
  page.on("framenavigated", (frame) => sent.push(frame.url()));
  await page.addInitScript(catchMemories);
  await page.goto(address);
  const reader = new Reader(page, words());
  await reader.toForm();
  const close = async () => {
    await page.close();
    stop();
  };
  return { reader, page, messages, sent, close };
}

// In the page: types numbers into a field, digit by digit at its end, and returns what the field shows of
// each. This is much faster than keys that a driver sends.
async function typeAll(box, numbers) {
  const shown = [];
  box.focus();
  for (const number of numbers) {
    box.value = "";
    box.dispatchEvent(
      new InputEvent("input", { bubbles: true, composed: true, inputType: "deleteContentBackward" }),
    );
    for (const data of number) {
      const how = { bubbles: true, composed: true, data, inputType: "insertText" };
      if (!box.dispatchEvent(new InputEvent("beforeinput", { ...how, cancelable: true }))) continue;
      box.setRangeText(data, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new InputEvent("input", how));
    }
    shown.push(box.value);
    // Work that the widget defers is done in this time.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return shown;
}

/** Searches everywhere: the pieces found, by place, without those in memory before anything was typed. */
async function search({ reader, page, messages, sent }, wanted, before = []) {
  const places = {
    ...(await page.evaluate(stored)),
    journal: (await reader.journal()).toString("latin1"),
    console: messages.join("\n"),
    requests: sent.join("\n"),
    view: JSON.stringify(await reader.view()),
    events: JSON.stringify(await reader.elementEvents()),
  };
  const out = {};
  for (const [place, text] of Object.entries(places)) {
    const found = inText(text, wanted);
    if (found.length) out[place] = found;
  }
  const memory = await page.evaluate(inMemory, [...wanted]);
  assert.ok(memory.memories >= 1 && memory.bytes > 1e6, "the wasm's memory is looked at");
  const found = memory.found.filter((piece) => !before.includes(piece));
  if (found.length) out.memory = found;
  return { out, places };
}

async function summaryOf(reader) {
  await reader.element.getByText(reader.ui("stuck"), { exact: true }).first().click();
  return reader.role("region", reader.ui("summary")).innerText();
}

test("what is looked for is found where it is put", { timeout: 60000 }, async () => {
  const at = await atForm();
  try {
    const planted = "4916338506082832";
    await at.page.evaluate(async (number) => {
      localStorage.setItem("planted", number);
      sessionStorage.setItem("planted", number);
      history.replaceState({ number }, "");
      console.log(number);
      await (await caches.open("planted")).put("/planted", new Response(number));
      await fetch("/planted?" + number).catch(() => 0);
      const file = await (
        await (await navigator.storage.getDirectory()).getFileHandle("planted", { create: true })
      ).createWritable();
      await file.write(number);
      await file.close();
      await new Promise((resolve) => {
        const request = indexedDB.open("planted");
        request.onupgradeneeded = () => request.result.createObjectStore("planted");
        request.onsuccess = () => {
          const writing = request.result.transaction("planted", "readwrite");
          writing.objectStore("planted").put(new TextEncoder().encode(number), 1);
          writing.oncomplete = () => resolve(request.result.close());
        };
      });
      const [memory] = window.memories;
      const end = memory.grow(1) << 16;
      new Uint8Array(memory.buffer).set(new TextEncoder().encode(number.replace(/.{4}/g, "$& ")), end);
    }, planted);
    const { out } = await search(at, pieces([planted]));
    assert.deepEqual(Object.keys(out).sort(), [
      "address",
      "caches",
      "console",
      "files",
      "indexedDB",
      "localStorage",
      "memory",
      "requests",
      "sessionStorage",
    ]);
    for (const memory of [[4, 9, 1, 6, 3, 3, 8, 5], [49163385]]) {
      await at.page.evaluate((codes) => {
        const all = new Uint32Array(window.memories[0].buffer);
        all.fill(0, all.length - 16384);
        all.set(codes, all.length - 8);
      }, memory);
      assert.deepEqual((await search(at, new Set(["49163385"]))).out.memory, [
        memory.length > 1 ? "49163385" : "as a whole 49163385",
      ]);
    }
  } finally {
    await at.close();
  }
});

test(`of ${count} card numbers that were typed nothing is found anywhere`, { timeout: 120000 }, async () => {
  const at = await atForm();
  const { reader, page } = at;
  try {
    const all = numbers();
    const { number: _none, ...others } = newCard;
    // Bytes that equal one of so many pieces by chance.
    const wanted = pieces(all);
    assert.ok(wanted.size > count * 8, "hardly two numbers have a piece in common");
    const { found: before } = await page.evaluate(inMemory, [...wanted]);
    assert.ok(before.length < 20, before.join());
    const box = reader.field("number");
    for (let from = 0; from < count; from += 50) {
      const shown = await box.evaluate(typeAll, all.slice(from, from + 48));
      assert.deepEqual(
        shown.map((text) => text.replaceAll(" ", "")),
        all.slice(from, from + 48),
      );
      // Some numbers are typed by real keys.
      for (const number of all.slice(from + 48, from + 50)) {
        await box.fill("");
        await box.pressSequentially(number);
        assert.equal((await box.inputValue()).replaceAll(" ", ""), number);
      }
      // Sometimes the reader continues too early, which saves the other fields of the form.
      if (from % 200 === 0) {
        await reader.fill({ name: "Ingrid " + "Myrvang".slice(0, 1 + from / 200) });
        await reader.press(reader.guide("add.action"));
        await reader.role("group", reader.ui("problem")).waitFor();
      }
      // Everything is searched also while a number is in its field.
      if (from === 500) {
        assert.deepEqual((await search(at, wanted, before)).out, {});
      }
    }
    assert.match(await box.inputValue(), /\d{4} \d/, "the last one stands in its field, and is sent");
    await reader.fill({ ...others, code: all.at(-1).startsWith("37") ? "1234" : "123" });
    await reader.press(reader.guide("add.action"));
    await reader.seesReview(
      reader.card({ 4: "visa", 5: "mastercard", 3: "american-express" }[all.at(-1)[0]], all.at(-1).slice(-4)),
    );
    const { out, places } = await search(at, wanted, before);
    assert.deepEqual(out, {});
    assert.match(places.journal, new RegExp(all.at(-1).slice(-4)), "the last four are kept");
    assert.match(places.indexedDB, /Ingrid/, "and what is no secret");
    assert.deepEqual(inText(await summaryOf(reader), wanted), []);
    // Loading the page reads what was stored.
    await page.reload();
    await reader.seesReview(
      reader.card({ 4: "visa", 5: "mastercard", 3: "american-express" }[all.at(-1)[0]], all.at(-1).slice(-4)),
    );
    assert.deepEqual((await search(at, wanted, before)).out, {});
  } finally {
    await at.close();
  }
});

test("nor of account numbers, an IBAN or a British one", { timeout: 60000 }, async () => {
  const cases = [
    { account: undefined, typed: { iban: "NO9386011117947" } },
    { account: "practice:british", typed: { "uk-sort-code": "089999", "uk-account-number": "66374958" } },
  ];
  for (const { account, typed } of cases) {
    const at = await atForm(account);
    const { reader } = at;
    try {
      await reader.role("radio", reader.ui("kind-bank-account")).check();
      for (const [id, text] of Object.entries(typed)) {
        const box = reader.field(id);
        await box.pressSequentially(text);
        await reader.page.keyboard.press("Tab");
      }
      await reader.fill({
        name: "Ingrid Myrvang",
        line1: "12 Sawmill Lane",
        city: "Skoddevik",
        "postal-code": account ? "ZE3 9ZZ" : "8999",
      });
      const digits = Object.values(typed).map((text) => text.replace(/\D/g, ""));
      const wanted = pieces([...digits, digits.join("")].filter((digits) => digits.length >= 8));
      await reader.press(reader.guide("add.action"));
      await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.node !== "add");
      const { out, places } = await search(at, wanted);
      assert.deepEqual(out, {});
      assert.match(places.journal, new RegExp(`"last4":"${digits.at(-1).slice(-4)}"`));
    } finally {
      await at.close();
    }
  }
});
