// Requests that nobody of the account's pages would make: each is refused with its code, and nothing is
// changed.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { request } from "node:http";
import { Client, newKey } from "./client.mjs";
import { serverFor } from "./servers.mjs";

/** @type {{ address: string, store: any }} */
let server;
const ends = [];
/** @type {Client} */
let client;
let digest;
before(async () => {
  const t = /** @type {any} */ ({ after: (end) => ends.unshift(end) });
  const person = ({ headers }) => /person=([\w-]+)/.exec(headers.cookie ?? "")?.[1] ?? null;
  server = await serverFor(t, {
    scenarios: { contoso: "declined", fabrikam: "individual" },
    origins: ["https://help.example"],
    person,
  });
  client = new Client(server.address);
  ({ digest } = await client.load());
});
after(async () => {
  for (const end of ends) await end();
});

/** Runs requests that must be refused, and looks that the account is as it was. */
function forged(name, work) {
  test(name, async () => {
    await work();
    assert.equal((await client.load()).digest, digest);
    assert.deepEqual(await server.store.rows("contoso", 0), []);
    assert.deepEqual(await server.store.rows("fabrikam", 0), []);
  });
}
const replaceAll = () => client.effect("replace-all", ["m-visa", "m-mastercard"]);
async function isRefused(effect, status, code, options = {}) {
  const answer = await client.send(effect, options);
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  assert.equal(answer.body.code, code);
  return answer;
}

forged("nobody is signed in", async () => {
  const nobody = new Client(server.address, { person: "" });
  for (const [method, path] of [
    ["GET", client.path],
    ["GET", `${client.path}/changes`],
    ["GET", `${client.path}/commits/${newKey()}`],
    ["POST", `${client.path}/commits`],
  ]) {
    const { status, body } = await nobody.ask(method, path, method === "POST" ? { body: replaceAll() } : {});
    assert.equal(status, 401, path);
    assert.equal(body.code, "sign-in-needed");
  }
});

forged("another person's account", async () => {
  const stranger = new Client(server.address, { person: "p-stranger" });
  stranger.token = client.token;
  for (const path of [stranger.path, `${stranger.path}/changes`, `${stranger.path}/commits/${newKey()}`]) {
    const { status, body } = await stranger.ask("GET", path);
    assert.equal(status, 403, path);
    assert.equal(body.code, "account-not-yours");
  }
  const { status, body } = await stranger.send(replaceAll());
  assert.equal(status, 403);
  assert.equal(body.code, "token-forged");
});

forged("a post without its token, or with that of another person, another account or nobody", async () => {
  const jonas = new Client(server.address, { person: "p-jonas" });
  await jonas.load();
  const elsewhere = new Client(server.address, { account: "fabrikam" });
  await elsewhere.load();
  for (const token of [
    "",
    jonas.token,
    elsewhere.token,
    "A".repeat(43),
    "x".repeat(4000),
    client.token + "A",
  ])
    await isRefused(replaceAll(), 403, "token-forged", { headers: { "stegvis-token": token } });
});

forged("a page of another site", async () => {
  for (const headers of [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    { origin: "https://help.example.evil.example", "sec-fetch-site": "cross-site" },
  ])
    await isRefused(replaceAll(), 403, "origin-forged", { headers });
  // A form of any site can send these, and needs no leave for it.
  for (const type of ["text/plain", "multipart/form-data; boundary=x"])
    await isRefused(undefined, 415, "body-type", {
      raw: JSON.stringify(replaceAll()),
      headers: { "content-type": type },
    });
  await isRefused(undefined, 422, "body-shape", {
    raw: "kind=commit",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
});

test("pages of this origin and of an allowed one may post", async () => {
  const own = server.address;
  for (const headers of [
    { origin: own, "sec-fetch-site": "same-origin" },
    { origin: "https://help.example", "sec-fetch-site": "cross-site" },
  ]) {
    const { status, body } = await client.send(client.effect("fly", []), { headers });
    assert.equal(status, 200);
    assert.equal(body.kind, "refused");
  }
});

forged("a role that may not", async () => {
  const sara = new Client(server.address, { person: "p-sara" });
  await sara.load();
  for (const [operation, args] of /** @type {const} */ ([
    ["replace-all", ["m-visa", "m-mastercard"]],
    ["replace-one", ["s-tegning", "m-bank"]],
    ["delete", ["m-expired"]],
    ["update", ["m-visa", { name: "Sara Holmvik" }]],
  ])) {
    const answer = await sara.commit(operation, args);
    assert.equal(answer.kind, "refused", operation);
    assert.ok(
      answer.reasons.some(({ code }) => code.startsWith("not-manager")),
      operation,
    );
  }
});

forged("a stale version, and one that is not there yet", async () => {
  for (const version of [1, 7, Number.MAX_SAFE_INTEGER])
    assert.deepEqual((await client.send({ ...replaceAll(), version })).body, {
      kind: "conflict",
      version: 0,
    });
});

forged("an unknown operation, or one with other arguments", async () => {
  for (const [operation, args] of /** @type {const} */ ([
    ["fly", []],
    ["drop-table", ["accounts"]],
    ["replace-all", []],
    ["replace-all", ["m-visa", "m-mastercard", "m-debit"]],
    ["replace-all", [{}, {}]],
    ["undo", [newKey()]],
  ]))
    assert.equal((await client.commit(operation, args)).kind, "refused", operation);
});

forged("a body that is no effect", async () => {
  const right = replaceAll();
  const wrong = [
    null,
    [],
    "commit",
    7,
    {},
    { ...right, kind: "load" },
    { ...right, key: "" },
    { ...right, key: right.key.toUpperCase().replace(/\d/g, "A") },
    { ...right, key: right.key + "0" },
    { ...right, key: [right.key] },
    { ...right, operation: 7 },
    { ...right, operation: "Replace-all" },
    { ...right, args: {} },
    { ...right, args: ["a", "b", "c", "d", "e"] },
    { ...right, args: [null, 7] },
    { ...right, args: [[["m-visa"]]] },
    { ...right, args: ["m-visa", { name: { first: "Ingrid" } }] },
    { ...right, args: ["m-visa", { name: "x".repeat(1001) }] },
    { ...right, args: ["m-visa", { x: 0.5 }] },
    { ...right, day: "2026-02-30" },
    { ...right, day: "today" },
    { ...right, version: -1 },
    { ...right, version: 0.5 },
    { ...right, version: "0" },
    { ...right, version: 1e300 },
    { ...right, token: "" },
    { ...right, token: {} },
    { ...right, person: "p-sara" },
    { ...right, id: newKey() },
  ];
  for (const body of wrong) {
    const { body: said } = await isRefused(body, 422, "body-shape", { isRight: false });
    assert.ok(!JSON.stringify(said).includes("Ingrid"));
  }
  for (const [raw, code] of [
    ["", "body-json"],
    ["{", "body-json"],
    ["[".repeat(30_000), "body-json"],
    ["[".repeat(30_000) + "]".repeat(30_000), "body-shape"],
    ['{"__proto__":{"kind":"commit"}}', "body-json"],
    ['{"constructor":{"prototype":{}}}', "body-json"],
  ])
    await isRefused(undefined, 422, code, { raw });
});

forged("5 MB of JSON", async () => {
  const size = 5 << 20;
  const { port } = new URL(server.address);
  // By hand, since the answer comes before the body is sent. With and without its length said.
  for (const length of [{ "content-length": size }, { "transfer-encoding": "chunked" }]) {
    const answer = await new Promise((done, failed) => {
      const post = request({
        port,
        host: "127.0.0.1",
        method: "POST",
        path: `${client.path}/commits`,
        headers: {
          cookie: "person=p-ingrid",
          "content-type": "application/json",
          "stegvis-token": client.token,
          ...length,
        },
      });
      let isAnswered = false;
      post.on("response", (response) => {
        isAnswered = true;
        let text = "";
        response.on("data", (data) => (text += data));
        response.on("end", () => done({ status: response.statusCode, body: JSON.parse(text) }));
        response.on("error", failed);
      });
      // The server closes the connection, at once or after its answer.
      post.on("error", (error) => !isAnswered && failed(error));
      post.write(`{"kind":"${"x".repeat(70_000)}`);
    });
    assert.equal(answer.status, 413);
    assert.equal(answer.body.code, "body-large");
  }
});

forged("a call-off that is forged", async () => {
  const path = `${client.path}/commits/${newKey()}`;
  for (const [headers, code] of /** @type {[Record<string, string>, string][]} */ ([
    [{}, "token-forged"],
    [{ "stegvis-token": client.token, origin: "https://evil.example" }, "origin-forged"],
    [{ "stegvis-token": client.token, "sec-fetch-site": "cross-site" }, "origin-forged"],
  ])) {
    const { status, body } = await client.ask("DELETE", path, { headers });
    assert.equal(status, 403);
    assert.equal(body.code, code);
  }
});

const sql = [
  "'; drop table accounts; --",
  "' or '1'='1",
  '"; delete from commits; --',
  "$1); update accounts set version = 99; --",
  "\u0000",
  "\ud800",
  "x' union select value from settings --",
];
forged("SQL in every text field", async () => {
  const right = replaceAll();
  for (const text of sql) {
    for (const member of ["kind", "key", "operation", "day"])
      await isRefused({ ...right, [member]: text }, 422, "body-shape", { isRight: false });
    for (const [operation, args] of /** @type {[string, any[]][]} */ ([
      ["replace-all", [text, text]],
      ["replace-one", [text, "m-mastercard"]],
      ["delete", [text]],
      ["pay", [text]],
      ["undo", [text]],
      ["update", ["m-visa", { [text]: text }]],
      [
        "add",
        [{ kind: text, brand: text, last4: text, expiry: text, name: text, country: text, line1: text }],
      ],
    ])) {
      const { status, body } = await client.send(client.effect(operation, args));
      assert.ok(
        body.kind === "refused" || status === 422,
        `${operation} ${JSON.stringify(text)}: ${JSON.stringify(body)}`,
      );
    }
    for (const path of [
      `/accounts/${encodeURIComponent(text.toWellFormed())}`,
      `${client.path}/commits/${encodeURIComponent(text.toWellFormed())}`,
    ]) {
      const { status } = await client.ask("GET", path).catch((error) => {
        // The contract has no such address.
        assert.match(error.message, /the contract has no/);
        return { status: 404 };
      });
      assert.ok([404, 422].includes(status), path);
    }
    const stranger = new Client(server.address, {
      person: encodeURIComponent(text.toWellFormed()).replace(/%/g, "-"),
    });
    assert.ok([401, 403].includes((await stranger.ask("GET", stranger.path)).status));
  }
});

forged("an add whose fields are forged", async () => {
  const fields = {
    kind: "credit-card",
    brand: "visa",
    last4: "4242",
    expiry: "2029-05",
    name: "A",
    country: "NO",
  };
  for (const more of [
    { number: "4242424242424242" },
    { "added-by": "p-jonas" },
    { status: "active" },
    { id: "m-visa" },
  ]) {
    const { status, body } = await client.send(client.effect("add", [{ ...fields, ...more }]));
    assert.ok(body.kind === "refused" || status === 422, JSON.stringify(body));
  }
});
