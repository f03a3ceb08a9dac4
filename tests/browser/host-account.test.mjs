// A host's own account: it comes in by the page's adapter, is changed once, and what is shown of it is what
// the host says.
import assert from "node:assert/strict";
import { day, replay, scenario } from "./harness.mjs";
import { errors, FakeHost, hosted, notice, pending, state, withHost } from "./fake-host.mjs";

scenario("a host's account comes in, and is changed by the host", hosted, async ({ open }) => {
  const host = new FakeHost();
  const reader = await withHost(open, host);
  const moved = host.paysFor("m-visa");
  assert.ok(moved.length > 0);
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced", { new: reader.mastercard, old: reader.visa, count: moved.length });
  await notice(reader, "account-of", { name: "Contoso AS" });
  assert.deepEqual(host.paysFor("m-visa"), []);
  const [effect, ...others] = host.asked("commit");
  assert.deepEqual(others, []);
  assert.equal(effect.version, 7, "the host's version goes with the effect");
  assert.deepEqual(effect.args, ["m-visa", "m-mastercard"], "and so do its ids");
  assert.deepEqual(host.asked("load")[0], { account: "contoso", version: undefined });
  assert.deepEqual(await errors(reader), []);
  const { digests } = await reader.view();
  assert.deepEqual(replay(await reader.journal()).at(-1).digests, digests);
  // Loaded again, the account is the host's, and what is shown is the same.
  await reader.page.reload();
  await reader.sees("replaced", { new: reader.mastercard, old: reader.visa, count: moved.length });
  assert.equal((await reader.view()).digests.account, digests.account);
  while (host.asked("load").length < 2) await reader.page.waitForTimeout(50);
  assert.equal(host.asked("load")[1].version, 10, "what is here already is not sent again");
});

scenario("the first question doesn't wait for the account, the second one does", hosted, async ({ open }) => {
  const host = new FakeHost();
  let come;
  host.instead.load = async () => {
    await new Promise((resolve) => (come = resolve));
    return host.load();
  };
  const reader = await withHost(open, host);
  await reader.sees("notices");
  await reader.check(reader.guide("notices.many"));
  await reader.go();
  await reader.page.waitForTimeout(300);
  assert.equal((await reader.view()).node, "notices");
  come();
  await reader.sees("added");
  await reader.answer("added", "no");
  await reader.answer("changed", "yes");
  await reader.pick("old", reader.visa);
});

for (const [name, failure, id] of [
  ["nobody is signed in", { status: 401 }, "account-signed-out"],
  ["it is not the reader's", { status: 403 }, "account-forbidden"],
  ["there is none", { status: 404 }, "account-not-there"],
  ["the network is away", {}, "account-away"],
  ["the server fails", { status: 500, code: "account-http" }, "account-away"],
])
  scenario(`where ${name}, it is said, and can be tried again`, hosted, async ({ open }) => {
    const host = new FakeHost();
    host.instead.load = () => {
      throw Object.assign(new Error("no"), failure);
    };
    const reader = await withHost(open, host);
    await reader.answer("notices", "many");
    await notice(reader, id);
    await reader.answer("added", "no");
    await reader.answer("changed", "yes");
    await reader.element.getByText(reader.ui("by-hand")).waitFor();
    delete host.instead.load;
    await reader.press(reader.ui("retry"));
    await reader.check(reader.visa, { exact: false });
    assert.equal(await reader.element.getByText(reader.ui(id)).count(), 0);
  });

for (const [name, snapshot, problem] of [
  ["no object", 7, { code: "snapshot-shape", where: "" }],
  ["no version", { account: {} }, { code: "snapshot-shape", where: "/version" }],
  [
    "no methods",
    { version: 1, account: { account: 1 } },
    { code: "shape-missing", where: "/account/tenant" },
  ],
])
  scenario(`an account that can't be read is none: ${name}`, hosted, async ({ open }) => {
    const host = new FakeHost();
    host.instead.load = () => snapshot;
    const reader = await withHost(open, host);
    await reader.answer("notices", "many");
    await notice(reader, "account-unreadable");
    const [found] = await errors(reader);
    assert.deepEqual({ code: found.code, where: found.where }, problem);
    await reader.sees("added");
  });

scenario("a change stays unknown until the account's own adapter has answered", hosted, async ({ open }) => {
  const host = new FakeHost();
  host.instead.commit = () => new Promise(() => {});
  const reader = await withHost(open, host);
  await reader.toReview();
  await reader.replace();
  await pending(reader);
  delete host.instead.commit;
  host.instead.status = () => ({ kind: "unknown" });
  host.instead.commit = () => ({ kind: "unknown" });
  await reader.page.reload();
  await notice(reader, "notice-unknown");
  assert.equal(await state(reader), "pending");
  delete host.instead.status;
  delete host.instead.commit;
  await reader.sees("replaced");
  assert.equal(new Set(host.asked("commit").map(({ key }) => key)).size, 1, "under one key");
});

scenario(
  "an adapter that the page sets late is waited for, with a change pending",
  hosted,
  async ({ open }) => {
    const host = new FakeHost();
    const reader = await withHost(open, host, { late: 1500 });
    await reader.toReview();
    host.instead.commit = () => new Promise(() => {});
    await reader.replace();
    await pending(reader);
    await reader.page.reload();
    await reader.page.waitForTimeout(1000);
    assert.equal(await state(reader), "pending");
    delete host.instead.commit;
    await reader.sees("replaced");
    assert.deepEqual(host.paysFor("m-visa"), []);
  },
);

scenario("a card number is not asked for where nobody could charge it", hosted, async ({ open }) => {
  const host = new FakeHost();
  const reader = await withHost(open, host);
  const { ui, guide } = reader;
  await reader.toOld();
  await reader.pick("old", reader.visa);
  await reader.answer("new", "add");
  await reader.see("heading", guide("add.action"));
  await reader.element.getByText(ui("by-hand-again")).waitFor();
  assert.equal(await reader.role("textbox").count(), 0);
  const [visa] = host.account.methods;
  host.account.methods.push({ ...visa, id: "pm_9", last4: "9009", status: "active" });
  host.version = 8;
  await reader.press(ui("by-hand-done"));
  await reader.sees("new");
  await reader.check(reader.card("visa", "9009"), { exact: false });
});

scenario(
  "another object with the same account changes nothing of what is typed",
  hosted,
  async ({ open }) => {
    const host = new FakeHost();
    const reader = await withHost(open, host);
    await reader.toDetails();
    await reader.fill({ line1: "Kirkegata 3" });
    await reader.page.evaluate(() => {
      const element = document.querySelector("stegvis-guide");
      element.adapter = { ...element.adapter };
    });
    await reader.page.waitForTimeout(300);
    assert.equal(await reader.field("line1").inputValue(), "Kirkegata 3");
    assert.match(await reader.focused(), /line1/);
    assert.equal(host.asked("load").length, 1);
  },
);

scenario(
  "offline, a reader goes on with the account that is here, and reads of when",
  hosted,
  async ({ open }) => {
    const host = new FakeHost();
    const reader = await withHost(open, host);
    await reader.toOld();
    host.instead.load = () => {
      throw new Error("offline");
    };
    await reader.page.reload();
    await notice(reader, "account-old", { day: day() });
    await reader.pick("old", reader.visa);
    await reader.sees("new");
  },
);

scenario("nothing of the account is stored before the reader answers", hosted, async ({ open }) => {
  const host = new FakeHost();
  const reader = await withHost(open, host);
  await reader.sees("notices");
  await reader.page.waitForFunction(() =>
    document.querySelector("stegvis-guide").view.choices.some(({ known }) => known),
  );
  assert.equal(await reader.page.evaluate(async () => (await indexedDB.databases()).length), 0);
});

scenario(
  "an adapter without a method is told so, and the guide goes on by hand",
  hosted,
  async ({ open }) => {
    const reader = await withHost(open, new FakeHost(), { methods: ["commit"] });
    await reader.answer("notices", "many");
    await notice(reader, "account-unreadable");
    const [{ code, where }] = await errors(reader);
    assert.deepEqual({ code, where }, { code: "adapter-shape", where: "load" });
    await reader.sees("added");
  },
);

scenario("calling a change off ends the wait, though the adapter hears nothing", hosted, async ({ open }) => {
  const host = new FakeHost();
  host.instead.commit = () => new Promise(() => {});
  const reader = await withHost(open, host);
  await reader.toReview();
  await reader.replace();
  await reader.press(reader.ui("wait-cancel"));
  await notice(reader, "notice-unknown");
  assert.equal(await state(reader), "pending", "nobody knows yet");
  delete host.instead.commit;
  await reader.sees("replaced");
});

/** All that this browser holds of us, as text. */
const stored = (reader) =>
  reader.page.evaluate(async () => {
    const filesOf = async (folder) => {
      const texts = [];
      for await (const entry of folder.values())
        if (entry.kind === "directory") texts.push(...(await filesOf(entry)));
        else texts.push(await (await entry.getFile()).text());
      return texts;
    };
    // The page may write or remove a file meanwhile: then the folder is read once more.
    const files = async () => {
      for (;;) {
        const texts = await filesOf(await navigator.storage.getDirectory()).catch(() => undefined);
        if (texts) return texts;
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    const texts = [JSON.stringify(localStorage), ...(await files())];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((done) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((done) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => done(asked.result);
        });
        for (const row of rows) texts.push(new TextDecoder("latin1").decode(row.bytes ?? row));
      }
      database.close();
    }
    return texts.join("\n");
  });

scenario("keep=answers keeps the answers, and nothing of the account", hosted, async ({ open }) => {
  const host = new FakeHost();
  const reader = await withHost(open, host, { keep: "answers" });
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  const text = await stored(reader);
  assert.ok(text.includes("many"), "the answers are there");
  assert.ok(!text.includes("Ingrid Myrvang"), "people are not");
  assert.ok(!text.includes("Contoso AS"));
  await reader.page.reload();
  await reader.sees("replaced");
  assert.equal(host.asked("load").at(-1).version, undefined, "it is loaded whole");
});

scenario("forget() leaves nothing of the account, and of no answer", hosted, async ({ open }) => {
  const reader = await withHost(open, new FakeHost());
  await reader.toReview();
  assert.ok((await stored(reader)).includes("Ingrid Myrvang"));
  assert.equal(await reader.element.evaluate((element) => element.forget()), undefined);
  assert.ok(!(await stored(reader)).includes("Ingrid Myrvang"));
  await reader.sees("notices");
});

for (const [place, commit] of /** @type {[string, Function][]} */ ([
  [
    "before the host has heard",
    (_host, _effect, gone) => {
      gone();
      return new Promise(() => {});
    },
  ],
  [
    "before the answer",
    (host, effect, gone) => {
      host.commit(effect);
      gone();
      return new Promise(() => {});
    },
  ],
  [
    "with the answer",
    (host, effect, gone) => {
      setTimeout(gone);
      return host.commit(effect);
    },
  ],
]))
  scenario(`a page that is closed ${place} goes on, and changes once`, hosted, async ({ open }) => {
    const host = new FakeHost();
    const before = await withHost(open, host);
    await before.toReview();
    const closed = new Promise((done) => {
      host.instead.commit = (effect) =>
        commit(host, effect, () => void before.page.close().then(() => done(undefined)));
    });
    await before.replace().catch(() => {});
    await closed;
    delete host.instead.commit;
    const after = await withHost(open, host);
    await after.sees("replaced");
    assert.equal(host.version, 10, "once");
    assert.equal(new Set(host.asked("commit").map(({ key }) => key)).size, 1);
  });

scenario(
  "an account with 3,000 subscriptions is brought, changed and opened again",
  hosted,
  async ({ open }) => {
    const host = new FakeHost({ subscriptions: 3000 });
    const reader = await withHost(open, host);
    await reader.toReview();
    const count = host.paysFor("m-visa").length;
    await reader.replace();
    await reader.sees("replaced", { new: reader.mastercard, old: reader.visa, count });
    await reader.page.reload();
    await reader.sees("replaced", { new: reader.mastercard, old: reader.visa, count });
    assert.deepEqual(await errors(reader), []);
  },
);
