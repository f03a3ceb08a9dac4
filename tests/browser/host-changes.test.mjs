// A host's account becomes another one while the reader is here: by another administrator, by the reader's
// own change, and by its undo.
import assert from "node:assert/strict";
import { replay, scenario } from "./harness.mjs";
import { errors, FakeHost, hosted, notice, pending, state, withHost } from "./fake-host.mjs";

scenario(
  "somebody else was faster: the account is loaded again, and looked at again",
  hosted,
  async ({ open }) => {
    const host = new FakeHost();
    const reader = await withHost(open, host, { methods: ["load", "commit", "status"] });
    await reader.toReview();
    host.version = 20;
    await reader.replace();
    await reader.role("group", reader.ui("problem")).waitFor();
    assert.ok((await reader.text()).includes(reader.ui("reason-conflict")));
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.offers.confirm);
    await reader.replace();
    await reader.sees("replaced");
    assert.deepEqual(
      host.asked("commit").map(({ version }) => version),
      [7, 20],
    );
  },
);

scenario("after a conflict, what is different is said before it is confirmed", hosted, async ({ open }) => {
  const host = new FakeHost();
  const reader = await withHost(open, host, { methods: ["load", "commit", "status"] });
  await reader.toReview();
  const [method] = host.account.methods;
  host.account.methods.push({ ...method, id: "pm_9", last4: "9009", status: "active" });
  const [moved] = host.account.subscriptions.filter((it) => it.method === "m-visa");
  Object.assign(moved, { method: "m-mastercard", name: "E-post" });
  host.version = 20;
  await reader.replace();
  await notice(reader, "different");
  const top = async (text) => (await reader.element.getByText(text).first().boundingBox()).y;
  const [conflict, different] = [await top(reader.ui("reason-conflict")), await top(reader.ui("different"))];
  assert.ok(different > conflict, "below what the reader is led to");
  const said = reader.role("listitem");
  await said.filter({ hasText: reader.ui("different-new", { name: reader.card("visa", "9009") }) }).waitFor();
  const [before, after] = [reader.visa, reader.mastercard];
  await said.filter({ hasText: reader.ui("different-paid", { name: "E-post", before, after }) }).waitFor();
  assert.ok((await reader.text()).includes(reader.ui("reason-conflict")));
  await reader.replace();
  await reader.sees("replaced");
  assert.equal(await reader.element.getByText(reader.ui("different")).count(), 0);
});

for (const undoable of [true, false])
  scenario(
    undoable ? "a host takes its change back, also later" : "no undo is promised that the host doesn't have",
    hosted,
    async ({ open }) => {
      const host = new FakeHost();
      if (undoable) host.account.undoable = true;
      const reader = await withHost(open, host);
      await reader.toReview();
      const promised = reader.ui(undoable ? "review-undoable" : "review-final");
      assert.ok((await reader.text()).includes(promised), promised);
      await reader.replace();
      await reader.sees("replaced");
      const undo = reader.role("button", reader.ui("undo"));
      if (!undoable) return assert.equal(await undo.count(), 0);
      // Of the account as it is by now, only the host knows how it came about.
      host.account.subscriptions[0].name = "Et nytt navn";
      host.version++;
      const { version } = host;
      await reader.page.evaluate((version) => window.hostChanged(version), version);
      await reader.page.reload();
      await undo.waitFor();
      host.instead.commit = ({ operation, args }) => {
        assert.deepEqual([operation, args], ["undo", [host.asked("commit")[0].key]]);
        host.moveAll("m-mastercard", "m-visa");
        return { kind: "committed", version: host.version };
      };
      const { digests } = await reader.view();
      await reader.undo();
      await reader.element.getByText(reader.guide("replaced.undone")).waitFor();
      await reader.page.waitForFunction(
        (before) => document.querySelector("stegvis-guide").view.digests.account !== before,
        digests.account,
      );
      assert.equal(await reader.element.getByText(reader.ui("notice-behind")).count(), 0);
      assert.ok(host.paysFor("m-visa").length);
    },
  );

scenario("what somebody else takes away while the reader chooses is said", hosted, async ({ open }) => {
  const host = new FakeHost();
  const reader = await withHost(open, host);
  await reader.toReview();
  host.remove("m-mastercard", "m-visa");
  await reader.page.evaluate((version) => window.hostChanged(version), host.version);
  await reader.sees("new");
  await notice(reader, "notice-account-changed");
  assert.equal(await reader.row(reader.mastercard).count(), 0);
  assert.equal(await reader.element.getByText(reader.ui("notice-elsewhere")).count(), 0);
});

scenario("what the reader is at stays, where the account's change is another", hosted, async ({ open }) => {
  const host = new FakeHost();
  const reader = await withHost(open, host);
  await reader.toOld();
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  await reader.check(reader.mastercard, { exact: false });
  host.account.subscriptions[0].name = "Et nytt navn";
  host.version = 8;
  await reader.page.evaluate(() => window.hostChanged(8));
  await reader.page.waitForTimeout(500);
  assert.equal(host.asked("load").length, 2);
  assert.ok(await reader.row(reader.mastercard).isChecked());
});

scenario(
  "a host has the last word: done is done, though the rules here would refuse",
  hosted,
  async ({ open }) => {
    const host = new FakeHost();
    const reader = await withHost(open, host);
    await reader.toReview();
    let answer;
    host.instead.commit = () => new Promise((resolve) => (answer = resolve));
    await reader.replace();
    await pending(reader);
    for (const method of host.account.methods) if (method.id === "m-mastercard") method.country = "SE";
    for (const use of [...host.account.profiles, ...host.account.subscriptions])
      if (use.method === "m-mastercard") use.method = "m-visa";
    host.version = 8;
    await reader.page.evaluate(() => window.hostChanged(8));
    await reader.page.waitForTimeout(500);
    assert.equal(await state(reader), "pending");
    host.version = 9;
    answer({ kind: "committed", version: 9 });
    await reader.sees("replaced");
    await reader.page.waitForTimeout(500);
    assert.equal(await reader.element.getByText(reader.ui("notice-behind")).count(), 0);
    assert.deepEqual(await errors(reader), []);
  },
);

scenario("an account that doesn't show the change yet is loaded until it does", hosted, async ({ open }) => {
  const host = new FakeHost();
  const reader = await withHost(open, host);
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  const now = host.load();
  const old = new FakeHost().load();
  host.instead.load = () => old;
  await reader.page.reload();
  await notice(reader, "notice-behind");
  await reader.sees("replaced");
  host.instead.load = () => now;
  await reader.element.getByText(reader.ui("notice-behind")).waitFor({ state: "detached" });
});

scenario(
  "a host that changes often leaves a short journal, in two tabs too",
  { ...hosted, timeout: 90_000 },
  async ({ open }) => {
    const host = new FakeHost({ subscriptions: 100 });
    const [first, second] = [await withHost(open, host), await withHost(open, host)];
    await first.toOld();
    const named = async (i) => {
      host.account.subscriptions[0].name = "Abonnement " + i;
      host.version = 100 + i;
      for (const { page } of [first, second])
        await page.evaluate((version) => window.hostChanged(version), host.version);
      for (const { page } of [first, second])
        await page.waitForFunction(
          (digest) => document.querySelector("stegvis-guide").view.digests.account !== digest,
          before,
        );
      return (await first.view()).digests.account;
    };
    let before = (await first.view()).digests.account;
    const size = JSON.stringify(host.account).length;
    const rounds = Math.ceil(65536 / size) + 7;
    for (let i = 0; i < rounds; i++) before = await named(i);
    const journal = await first.journal();
    assert.ok(journal.length < 65536 + 4 * size, `${journal.length} bytes for ${rounds} accounts`);
    assert.equal((await second.view()).digests.account, before);
    assert.equal(replay(journal).at(-1).digests.account, before);
    // Both go on, and so does a tab that is loaded again without the host.
    await first.pick("old", first.visa);
    await second.sees("new");
    host.instead.load = () => {
      throw new Error("offline");
    };
    await second.page.reload();
    await second.sees("new");
    assert.equal((await second.view()).digests.account, before);
    assert.deepEqual(await errors(first), []);
  },
);
