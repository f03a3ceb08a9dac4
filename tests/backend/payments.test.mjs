// Payments: the bank that is played declines, asks a person, answers late or not at all; money is taken once,
// for an operation that the account holds, and given back otherwise.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declineCodes, playedBank, refusalOf } from "../../web/backend/provider.mjs";
import { card, Client } from "./client.mjs";
import { folderFor, practice, serverFor } from "./servers.mjs";

const soon = { provider: 300, retryPayments: 100 };
const until = async (holds) => {
  for (const end = Date.now() + 3000; !(await holds()); await new Promise((done) => setTimeout(done, 20)))
    if (Date.now() > end) assert.fail("it did not come about");
};

/** An account in which the card that pays has these last digits. */
function withCard(last4) {
  const account = JSON.parse(practice());
  account.methods.find(({ id }) => id === "m-mastercard").last4 = last4;
  return JSON.stringify(account);
}
async function payingWith(t, last4, bank = playedBank(), options = {}) {
  const server = await serverFor(t, {
    scenarios: {},
    births: { contoso: withCard(last4) },
    bank,
    limits: soon,
    ...options,
  });
  const client = new Client(server.address);
  await client.load();
  return { server, client, bank, effect: client.effect("pay", ["m-mastercard"]) };
}

test("what is paid is taken once, and the account holds it", async (t) => {
  const { client, bank, effect } = await payingWith(t, "4444");
  assert.deepEqual((await client.send(effect)).body, { kind: "committed", version: 1 });
  await client.send(effect);
  await until(() => bank.captured().length);
  assert.deepEqual(bank.captured(), [[`contoso/${effect.key}`, [288800, "NOK"]]]);
  assert.deepEqual((await client.load()).account.owed, []);
});

for (const [last4, code, says] of /** @type {const} */ ([
  ["9995", "insufficient-funds", "payment-insufficient-funds"],
  ["0069", "expired", "payment-declined"],
  ["0127", "incorrect-details", "payment-declined"],
  ["0002", "bank-declined", "payment-declined"],
  ["9979", "do-not-retry", "payment-declined"],
  ["0119", "other", "payment-declined"],
]))
  test(`the bank declines: ${code}`, async (t) => {
    const { client, bank, effect } = await payingWith(t, last4);
    const { body } = await client.send(effect);
    assert.equal(body.kind, "refused");
    assert.equal(body.reasons[0].code, says);
    assert.equal(body.reasons[0].args.reason, code);
    assert.equal(body.reasons[0].args.method.method.last4, last4);
    assert.deepEqual((await client.send(effect)).body, body);
    assert.equal((await client.load()).version, 0);
    assert.deepEqual([bank.captured(), bank.held()], [[], []]);
  });

test("each decline code has words, and never tells what a bank suspects", () => {
  for (const code of [...declineCodes, "stolen-card"]) {
    const reason = refusalOf(/** @type {any} */ (code), {});
    assert.match(reason.code, /^(payment-declined|payment-insufficient-funds|authentication-failed)$/);
    assert.ok(declineCodes.includes(reason.args.reason));
  }
});

for (const yes of [true, false])
  test(`a person ${yes ? "confirms" : "refuses"} at the bank's page`, async (t) => {
    const { client, bank, effect } = await payingWith(t, "3220");
    const { body } = await client.send(effect);
    assert.equal(body.kind, "action-needed");
    assert.ok(body.url.endsWith(`/bank/contoso/${effect.key}`));
    assert.deepEqual(await client.status(effect.key), body);
    assert.equal((await client.load()).version, 0);
    bank.confirm(`contoso/${effect.key}`, yes);
    const answer = await client.status(effect.key);
    assert.equal(answer.kind, yes ? "committed" : "refused");
    if (!yes) assert.equal(answer.reasons[0].code, "authentication-failed");
    assert.deepEqual((await client.send({ ...effect, actionNeeded: true })).body, answer);
    await until(() => bank.captured().length === Number(yes));
  });

test("a bank that answers late is unknown, and looked up under the same key", async (t) => {
  const { client, bank, effect } = await payingWith(t, "0408");
  const { body } = await client.send(effect);
  assert.deepEqual(body, { kind: "unknown", after: 2000 });
  assert.deepEqual((await client.send(effect)).body, { kind: "committed", version: 1 });
  await until(() => bank.captured().length);
  assert.equal(bank.captured().length, 1);
});

test("a payment that nobody comes back for is settled all the same", async (t) => {
  const { client, bank, effect } = await payingWith(t, "0408");
  assert.equal((await client.send(effect)).body.kind, "unknown");
  await until(async () => (await client.load()).version === 1);
  assert.equal((await client.status(effect.key)).kind, "committed");
  await until(() => bank.captured().length);
});

test("where the account was changed meanwhile, nothing is taken", async (t) => {
  const { client, bank, effect } = await payingWith(t, "3220");
  assert.equal((await client.send(effect)).body.kind, "action-needed");
  assert.equal((await client.commit("replace-one", ["s-tegning", "m-bank"])).version, 1);
  bank.confirm(`contoso/${effect.key}`, true);
  assert.deepEqual(await client.status(effect.key), { kind: "conflict", version: 1 });
  await until(() => bank.held().length === 0);
  assert.deepEqual(bank.captured(), []);
  assert.deepEqual((await client.send(effect)).body, { kind: "conflict", version: 1 });
  assert.equal((await client.load()).version, 1);
});

test("a payment that waits at the bank is called off, and given back", async (t) => {
  const { client, bank, effect } = await payingWith(t, "3220");
  assert.equal((await client.send(effect)).body.kind, "action-needed");
  const called = await client.callOff(effect.key);
  assert.deepEqual(called, { kind: "refused", reasons: [{ code: "cancelled" }] });
  bank.confirm(`contoso/${effect.key}`, true);
  assert.deepEqual(await client.status(effect.key), called);
  assert.deepEqual((await client.send(effect)).body, called);
  await until(() => bank.held().length === 0);
  assert.deepEqual(bank.captured(), []);
  assert.equal((await client.load()).version, 0);
});

test("an effect that is called off before it arrives is not carried out; one that is done stays done", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const effect = client.effect("replace-all", ["m-visa", "m-mastercard"]);
  const called = await client.callOff(effect.key);
  assert.deepEqual((await client.send(effect)).body, called);
  assert.equal((await client.load()).version, 0);
  const other = client.effect("replace-all", ["m-visa", "m-mastercard"]);
  const { body } = await client.send(other);
  assert.equal(body.kind, "committed");
  assert.deepEqual(await client.callOff(other.key), body);
});

test("money that could not be taken at once is taken later", async (t) => {
  const bank = playedBank();
  const { capture } = bank;
  let failures = 2;
  bank.capture = (key) => (failures-- > 0 ? Promise.reject(new Error("down")) : capture(key));
  const { client, effect } = await payingWith(t, "4444", bank);
  assert.equal((await client.send(effect)).body.kind, "committed");
  await until(() => bank.captured().length);
  assert.ok(failures < 0);
});

test("a bank that is down is unknown, and asked again under the same key", async (t) => {
  const bank = playedBank();
  const { authorize } = bank;
  let isDown = true;
  const asked = [];
  bank.authorize = (request, context) => {
    asked.push(request.key);
    return isDown ? Promise.reject(new Error("down")) : authorize(request, context);
  };
  const { client, effect } = await payingWith(t, "4444", bank, { limits: { provider: 300 } });
  assert.equal((await client.send(effect)).body.kind, "unknown");
  assert.equal((await client.status(effect.key)).kind, "unknown");
  isDown = false;
  assert.equal((await client.send(effect)).body.kind, "committed");
  assert.deepEqual(asked, Array(2).fill(`contoso/${effect.key}`));
});

test("a token of the provider goes to the provider, and is stored nowhere", async (t) => {
  const bank = playedBank();
  const { authorize } = bank;
  const tokens = [];
  bank.authorize = (request, context) => {
    tokens.push(request.token);
    return authorize(request, context);
  };
  const { server, client } = await payingWith(t, "4444", bank);
  const token = "token-of-a-card-4242";
  const effect = client.effect("add", [card], { token });
  const { body } = await client.send(effect);
  assert.equal(body.kind, "committed");
  assert.deepEqual(tokens, [token]);
  assert.deepEqual((await client.send(effect)).body, body);

  const other = await client.send(client.effect("add", [{ ...card, last4: "1881" }], { token }));
  assert.equal(other.status, 422);
  assert.equal(other.body.code, "payment-token-reused");
  assert.equal((await client.load()).version, 1);
  for (const suffix of ["", "-wal"]) assert.ok(!readFileSync(server.file + suffix).includes(token));
  assert.ok(!server.lines.join("").includes(token));
});

test("a bank remembers what it did when it is started again", async (t) => {
  const file = join(folderFor(t), "bank.jsonl");
  const context = { signal: new AbortController().signal };
  const request = {
    account: "contoso",
    operation: "pay",
    method: { last4: "3220" },
    amount: null,
    key: "contoso/1",
  };
  const first = await playedBank({ file }).authorize(request, context);
  assert.equal(first.kind, "action-needed");
  const again = playedBank({ file });
  assert.deepEqual(await again.lookUp("contoso/1"), first);
  assert.equal(again.confirm("contoso/1", true), true);
  assert.equal((await playedBank({ file }).lookUp("contoso/1")).kind, "authorized");
});
