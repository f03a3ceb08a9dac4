// Measures a reader's waits in the page, in Chromium: 16 keys of a card number in the form's field against
// the same keys in a copy of that form that checks nothing; the last of them until the verdict;
// an event through the flow, crossing included; and with 100,000 subscriptions, from the press on the
// review's button until the change is stored and said. Rounds take turns; medians are printed. The goals
// are 1.2 times, 0.6 ms, 50 µs and 20 ms.
//
//   node tests/bench/page.bench.mjs [rounds]      (it says what it needs and has not)
import { createRequire } from "node:module";
import { join } from "node:path";
import { needs } from "./needs.mjs";

needs("npm packages of tests", "npm packages of web", "chromium", "page");
const { chromium } = await import("playwright-core");
const { built, newCard, pageWith, Reader, root, site, words } = await import("../browser/harness.mjs");

const rounds = Number(process.argv[2] ?? 15);
const { buildSync } = createRequire(join(root, "web/package.json"))("esbuild");
const { address, stop } = await site({
  files: {
    "index.html": pageWith({ account: "practice:many-100000" }),
    "core-fixture.js": buildSync({
      entryPoints: [join(root, "tests/browser/core-fixture.js")],
      bundle: true,
      format: "esm",
      write: false,
      minify: true,
      target: "es2022",
    }).outputFiles[0].text,
  },
});
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
try {
  const page = await browser.newPage();
  await page.goto(address);
  const reader = new Reader(page, words("nb-NO"));
  await reader.toForm();
  const typed = await typing(page, newCard.number);
  const event = await page.evaluate(events, [JSON.parse(built("payment-declined.nb-NO.json")), 20 * rounds]);
  await reader.back();
  await reader.pick("new", reader.mastercard);
  const pressed = [];
  for (let round = 0; round < rounds; round++) {
    await reader.seesReview();
    pressed.push(await page.evaluate(press, "replaced"));
    await reader.undo();
    await reader.see("heading", reader.guide("replaced.undone"));
    await reader.press(reader.ui("restart"));
    await reader.toReview();
  }
  const line = (name, found, unit, goal) => {
    console.log(name.padEnd(64), found.toFixed(2).padStart(8), unit, `(goal ${goal})`);
    if (found > goal) process.exitCode = 1;
  };
  line(
    "16 keys in the form's field, by those in one that checks nothing",
    median(typed.ours) / median(typed.plain),
    "times",
    1.2,
  );
  console.log(`  ${median(typed.ours).toFixed(2)} and ${median(typed.plain).toFixed(2)} ms`);
  line("the last key until the verdict is on the page", median(typed.last), "ms", 0.6);
  line("an event through the flow, crossing included", median(event), "µs", 50);
  line("press until stored and said, 100,000 subscriptions", median(pressed), "ms", 20);
} finally {
  await browser.close();
  stop();
}

/** Milliseconds that the page's thread works for keys of a keyboard, until they are painted. */
async function typing(page, digits) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const worked = async () =>
    (await cdp.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value *
    1000;
  await page.evaluate(plainField);
  const out = { ours: [], plain: [], last: [] };
  for (let round = -3; round < rounds; round++) {
    for (const name of ["ours", "plain"]) {
      await page.evaluate((name) => window.begin(name), name);
      const before = await worked();
      for (const digit of digits) await page.keyboard.press(digit);
      const last = await page.evaluate(([name, digits]) => window.end(name, digits), [name, digits]);
      if (round < 0) continue;
      out[name].push((await worked()) - before);
      if (name === "ours") out.last.push(last);
    }
  }
  await page.evaluate(() => window.plain.remove());
  return out;
}

// In the page: a form like ours next to it, and what begins and ends a round in either.
function plainField() {
  const element = document.querySelector("stegvis-guide");
  const field = element.shadowRoot.querySelector("#field-number");
  window.plain = document.createElement("div");
  element.before(window.plain);
  const root = window.plain.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = element.shadowRoot.adoptedStyleSheets;
  // A copy of the whole form, since the browser looks at all of it at each key; it brings no listeners along.
  const frame = document.createElement("div");
  frame.className = "frame";
  frame.append(field.closest("form").cloneNode(true));
  root.append(frame);
  const boxes = { ours: field, plain: root.getElementById("field-number") };
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // When the last key is taken, and when its verdict is shown: these listeners run first and last.
  let taken, judged;
  addEventListener(
    "input",
    () => {
      taken = performance.now();
    },
    true,
  );
  addEventListener("input", () => {
    judged = performance.now();
  });
  window.begin = async (name) => {
    boxes[name].focus();
    boxes[name].select();
    document.execCommand("delete");
    await frames();
  };
  window.end = async (name, digits) => {
    await frames();
    const box = boxes[name];
    if (box.value.replaceAll(" ", "") !== digits) throw new Error(`${name}: ${box.value}`);
    if (name === "ours" && !element.shadowRoot.querySelector(".brand").textContent.includes("Mastercard"))
      throw new Error("no verdict");
    return judged - taken;
  };
}

// In the page: answers and Back at two questions, each with the view that comes of it.
async function events([guide, rounds]) {
  const { load, opened } = await import("/core-fixture.js");
  const module = await load();
  const out = [];
  for (let round = -20; round < rounds; round++) {
    const core = opened(module, guide);
    let count = 0;
    const send = (event) => {
      const found = core.dispatch({
        v: 1,
        id: String(++count).padStart(32, "0"),
        at: 0,
        day: "2026-11-23",
        ...event,
      });
      if (found.problem) throw new Error(found.problem.code);
    };
    send({ kind: "answer", node: "notices", choice: "many" });
    const begun = performance.now();
    for (let i = 0; i < 10; i++) {
      send({ kind: "answer", node: "added", choice: "no" });
      send({ kind: "back", node: "changed" });
    }
    if (round >= 0) out.push(((performance.now() - begun) * 1000) / 20);
    core.drop();
  }
  return out;
}

// In the page: milliseconds from the press until the node is shown, which is after it was stored.
function press(node) {
  const element = document.querySelector("stegvis-guide");
  return new Promise((done) => {
    const button = element.shadowRoot.querySelector("button[type=submit]");
    const begun = performance.now();
    element.addEventListener("stegvis-step", function heard({ detail }) {
      if (detail.node !== node) return;
      element.removeEventListener("stegvis-step", heard);
      done(performance.now() - begun);
    });
    button.click();
  });
}
