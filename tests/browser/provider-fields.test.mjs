// The payment provider's own fields: they are frames of another origin in the host's document, shown in the
// form of the widget. No number is ever in the host's page; the token goes to the adapter alone.
import { after } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policy, root, scenario, site } from "./harness.mjs";
import { adapterInPage, FakeHost, pending } from "./fake-host.mjs";

const files = Object.fromEntries(
  ["frame.html", "frame.js", "provider.js"].map((name) => [
    name,
    readFileSync(join(root, "tests/provider", name), "utf8"),
  ]),
);

const stops = [];
after(() => stops.forEach((stop) => stop()));

/** A page of a host with that provider. */
async function withProvider(open, host) {
  const provider = await site({ files, csp: "default-src 'self' 'unsafe-inline'" });
  stops.push(provider.stop);
  // Another site: its frames have a process of their own.
  const origin = provider.address.replace("127.0.0.1", "localhost");
  const reader = await open("", async (/** @type {any} */ page) => {
    await page.exposeFunction("callHost", (method, argument) => host.call(method, argument));
    await page.addInitScript(`customElements.whenDefined("stegvis-guide").then(() => {
      const script = document.createElement("script");
      const trusted = trustedTypes.createPolicy("host", { createScriptURL: (url) => url });
      script.src = trusted.createScriptURL("${origin}provider.js");
      script.onload = () => (document.querySelector("stegvis-guide").adapter = {
        ...(${adapterInPage})(["load", "commit", "status", "subscribe"]),
        paymentFields: window.playedProvider,
      });
      document.head.append(script);
    });`);
  });
  return Object.assign(reader, { frame: reader.page.frameLocator("iframe") });
}

const hosted = {
  account: "contoso",
  bare: true,
  csp: policy.replace(/script-src [^;]*/, "$& http://localhost:*") + "; frame-src http://localhost:*",
};
const number = (reader) => reader.frame.getByLabel("Number");
const fillIn = async (reader, digits) => {
  await number(reader).fill(digits);
  await reader.frame.getByLabel("Expiry").fill("07/31");
  await reader.fill({ name: "Ingrid Myrvang", line1: "Sagbruksveien 12", "postal-code": "8999" });
  await reader.fill({ city: "Skoddevik" });
};

/** A host that adds methods too. */
class AddingHost extends FakeHost {
  commit(effect) {
    if (effect.operation !== "add") return super.commit(effect);
    const [{ brand, last4, expiry }] = effect.args;
    if (!effect.token) return { kind: "refused", reasons: [{ code: "token-missing" }] };
    const [month, year] = expiry.split("/");
    const method = { id: "pm_new", kind: "credit-card", brand, last4, expiry: `20${year}-${month}` };
    if (!this.account.methods.some(({ id }) => id === method.id)) {
      this.account.methods.push({ ...method, status: "active" });
      this.version++;
    }
    return { kind: "committed", version: this.version, made: method.id };
  }
}

scenario("a card is added by the provider's fields, and takes over", hosted, async ({ open }) => {
  const host = new AddingHost();
  const reader = await withProvider(open, host);
  const { guide, page } = reader;
  await reader.toForm();
  assert.equal(await reader.role("textbox", reader.ui("field-number")).count(), 0, "ours are not there");
  const { theme, ...options } = await page.evaluate(() => window.playedProvider.mounted[0]);
  assert.deepEqual(options, { kind: "credit-card", country: "NO", locale: "nb-NO" });
  assert.match(theme, /light|dark/);
  await fillIn(reader, "4111 1111 1111 4242");
  await reader.press(guide("add.action"));
  const card = reader.card("visa", "4242");
  await reader.sees("review", { new: card, old: reader.visa });
  const [effect] = host.asked("commit");
  assert.equal(effect.token, "tok-4242");
  assert.ok(!JSON.stringify(effect.args).includes("tok-"), "the token is no argument");
  const journal = (await reader.journal()).toString("latin1");
  assert.ok(!journal.includes("tok-4242"));
  assert.equal(
    await page.evaluate(() => JSON.stringify(localStorage).includes("tok-4242")),
    false,
    "answered",
  );

  assert.equal(await page.evaluate(() => window.playedProvider.unmounted), 1, "the fields go with the form");
  assert.equal(await page.locator("stegvis-guide > [slot]").count(), 0);
  await reader.replace();
  await reader.sees("replaced");
});

scenario("fields that are not right are said, and nothing is sent", hosted, async ({ open }) => {
  const host = new AddingHost();
  const reader = await withProvider(open, host);
  await reader.toForm();
  await fillIn(reader, "4111 1111 1111 0002");
  await reader.press(reader.guide("add.action"));
  await reader.role("group", reader.ui("problem")).waitFor();
  assert.ok((await reader.text()).includes(reader.ui("verdict-provider-failed")));
  assert.deepEqual(host.asked("commit"), []);
  await number(reader).fill("4111 1111 1111 4242");
  await reader.press(reader.guide("add.action"));
  await reader.sees("review", { new: reader.card("visa", "4242"), old: reader.visa });
});

scenario("a field that the host refuses is marked, and leads to itself", hosted, async ({ open }) => {
  const host = new AddingHost();
  const reader = await withProvider(open, host);
  const reasons = [{ code: "acme-street", text: "Gaten finnes ikke.", field: "line1" }];
  host.instead.commit = () => ({ kind: "refused", reasons });
  await reader.toForm();
  await fillIn(reader, "4111 1111 1111 4242");
  await reader.press(reader.guide("add.action"));
  const link = reader.role("link", "Gaten finnes ikke.");
  await link.click();
  assert.match(await reader.focused(), /line1/);
  assert.equal(await reader.field("line1").getAttribute("aria-invalid"), "true");
  await reader.fill({ line1: "Sagbruksveien 14" });
  assert.equal(await link.count(), 0, "nobody has refused what is there now");
  delete host.instead.commit;
  await reader.press(reader.guide("add.action"));
  await reader.sees("review", { new: reader.card("visa", "4242"), old: reader.visa });
});

scenario("a provider that never answers holds nobody up", hosted, async ({ open }) => {
  const reader = await withProvider(open, new AddingHost());
  await reader.toForm();
  await fillIn(reader, "4111 1111 1111 0408");
  await reader.page.clock.install({ time: new Date("2026-11-23T11:00:00Z") });
  await reader.press(reader.guide("add.action"));
  await reader.page.clock.fastForward(61_000);
  await reader.element.getByText(reader.ui("verdict-provider-late")).first().waitFor();
});

scenario(
  "after a crash before the answer, the token is sent again, and then it is gone",
  hosted,
  async ({ open }) => {
    const host = new AddingHost();
    const reader = await withProvider(open, host);
    await reader.toForm();
    await fillIn(reader, "4111 1111 1111 4242");
    host.instead.commit = () => new Promise(() => {});
    host.instead.status = () => ({ kind: "unknown" });
    await reader.press(reader.guide("add.action"));
    await pending(reader);
    while (!host.asked("commit").length) await reader.page.waitForTimeout(50);
    delete host.instead.commit;
    await reader.page.reload();
    await reader.sees("review", { new: reader.card("visa", "4242"), old: reader.visa });
    assert.deepEqual(
      host.asked("commit").map(({ token }) => token),
      ["tok-4242", "tok-4242"],
    );
    const held = () => reader.page.evaluate(() => JSON.stringify(localStorage).includes("tok-"));
    assert.equal(await held(), false);
  },
);

scenario(
  "fields that can't be drawn have refused nothing, and the page hears of it",
  hosted,
  async ({ open }) => {
    const reader = await withProvider(open, new AddingHost());
    await reader.sees("notices");
    await reader.page.evaluate(() => {
      const element = document.querySelector("stegvis-guide");
      const mount = () => {
        throw new Error("blocked");
      };
      element.adapter = { ...element.adapter, paymentFields: { mount } };
    });
    await reader.toForm();
    await reader.press(reader.guide("add.action"));
    await reader.element.getByText(reader.ui("verdict-provider-late")).first().waitFor();
    const [{ detail }] = await reader.elementEvents("stegvis-error");
    assert.deepEqual(detail, { code: "adapter-failed", where: "paymentFields", detail: "Error: blocked" });
  },
);

for (const [word, agrees] of /** @type {[string, boolean][]} */ ([
  ["Yes", true],
  ["No", false],
]))
  scenario(`a provider that asks the person first hears ${word}`, hosted, async ({ open }) => {
    const host = new AddingHost();
    const reader = await withProvider(open, host);
    await reader.toForm();
    await fillIn(reader, "4111 1111 1111 3220");
    await reader.press(reader.guide("add.action"));
    await reader.frame.getByRole("button", { name: word }).click();
    if (agrees) return reader.sees("review", { new: reader.card("visa", "3220"), old: reader.visa });
    await reader.element.getByText(reader.ui("verdict-provider-failed")).first().waitFor();
    assert.deepEqual(host.asked("commit"), []);
  });

scenario("no card number exists in the host's page", hosted, async ({ open }) => {
  const reader = await withProvider(open, new AddingHost());
  const { page } = reader;
  const sent = [];
  page.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
  await reader.toForm();
  await fillIn(reader, "4539 1488 0343 6467");
  await reader.press(reader.guide("add.action"));
  await reader.sees("review", { new: reader.card("visa", "6467"), old: reader.visa });
  await reader.replace();
  await reader.sees("replaced");
  const journal = (await reader.journal()).toString("latin1");
  const whole = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("stegvis-guide");
    const drawn = document.documentElement.outerHTML + shadowRoot.innerHTML;
    return drawn + JSON.stringify({ ...localStorage, ...sessionStorage });
  });
  // The frame's process is another one, where no script of the page can look.
  assert.equal(await page.evaluate(() => window.frames.length), 0, "the frame goes with the form");
  assert.ok(whole.includes("6467"), "the last four are there");
  for (const [place, text] of Object.entries({ journal, page: whole, requests: sent.join() }))
    assert.doesNotMatch(text, /4539 ?1488|1488 ?0343|0343 ?6467/, place);
});
