// The payment provider's own fields: they are frames of another origin in the host's document, shown in the
// form of the widget. No number is ever in the host's page; the token goes to the adapter alone.
import { after } from "node:test";
import assert from "node:assert/strict";
import { policy, scenario, site } from "./harness.mjs";
import { adapterInPage, FakeHost, pending } from "./fake-host.mjs";

/** The provider's frame: it takes a number in, and answers by it. */
const frame = `<!doctype html><meta charset="utf-8">
<label>Number <input id="number" inputmode="numeric"></label>
<script>
addEventListener("message", ({ data, source, origin }) => {
  if (data !== "tokenize") return;
  const digits = document.getElementById("number").value.replaceAll(" ", "");
  if (digits.endsWith("0408")) return;
  const answer = digits.length !== 16 || digits.endsWith("0002")
    ? { error: "declined" }
    : { token: "tok_" + digits.slice(-4), brand: "visa", last4: digits.slice(-4), expiry: "2031-07" };
  source.postMessage(answer, origin);
});
</script>`;

/** In the page: the provider's script, as the host includes it. */
function paymentFieldsInPage(origin) {
  return {
    async mount(container, options) {
      window.mounted = options;
      const element = document.createElement("iframe");
      element.src = origin + "frame.html";
      element.title = "Card";
      const loaded = new Promise((done) => element.addEventListener("load", done));
      container.append(element);
      await loaded;
      return {
        tokenize: () =>
          new Promise((done, failed) => {
            addEventListener("message", ({ data, source }) => {
              if (source !== element.contentWindow) return;
              if (data.error) failed(new Error(data.error));
              else done(data);
            });
            element.contentWindow.postMessage("tokenize", origin);
          }),
        unmount: () => void (window.unmounted = true),
      };
    },
  };
}

const stops = [];
after(() => stops.forEach((stop) => stop()));

/** A page of a host with that provider. */
async function withProvider(open, host) {
  const provider = await site({ files: { "frame.html": frame }, csp: "default-src 'self' 'unsafe-inline'" });
  stops.push(provider.stop);
  const reader = await open("", async (/** @type {any} */ page) => {
    await page.exposeFunction("callHost", (method, argument) => host.call(method, argument));
    await page.addInitScript(`customElements.whenDefined("stegvis-guide").then(() => {
      document.querySelector("stegvis-guide").adapter = {
        ...(${adapterInPage})(["load", "commit", "status", "subscribe"]),
        paymentFields: (${paymentFieldsInPage})("${provider.address}"),
      };
    });`);
  });
  return Object.assign(reader, { frame: reader.page.frameLocator("iframe") });
}

const hosted = {
  account: "contoso",
  bare: true,
  csp: policy + "; frame-src http://127.0.0.1:*",
};
const number = (reader) => reader.frame.getByRole("textbox");
const fillIn = async (reader, digits) => {
  await number(reader).fill(digits);
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
  const { theme, ...options } = await page.evaluate(() => window.mounted);
  assert.deepEqual(options, { kind: "credit-card", country: "NO", locale: "nb-NO" });
  assert.match(theme, /light|dark/);
  await fillIn(reader, "4111 1111 1111 4242");
  await reader.press(guide("add.action"));
  const card = reader.card("visa", "4242");
  await reader.sees("review", { new: card, old: reader.visa });
  const [effect] = host.asked("commit");
  assert.equal(effect.token, "tok_4242");
  assert.ok(!JSON.stringify(effect.args).includes("tok_"), "the token is no argument");
  const journal = (await reader.journal()).toString("latin1");
  assert.ok(!journal.includes("tok_4242"));
  assert.equal(
    await page.evaluate(() => JSON.stringify(localStorage).includes("tok_4242")),
    false,
    "answered",
  );

  assert.equal(await page.evaluate(() => window.unmounted), true, "the fields go with the form");
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
      ["tok_4242", "tok_4242"],
    );
    const held = () => reader.page.evaluate(() => JSON.stringify(localStorage).includes("tok_"));
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
