// Measures the time until the first question can be answered, and compares it with plain HTML: the demo
// page, and the same page with the question's own markup and styles in the element's place, without a
// script. Both come over a slow line (1.6 Mbit/s, 150 ms) to a processor at a quarter of its speed, each
// time to a browser that has nothing of them; runs take turns. A question can be answered when its radios
// and Continue are on the screen; then a radio is pressed, which must be taken. The goal is 1.1 times.
//
//   node tests/bench/first-question.bench.mjs [runs]      (it says what it needs and has not)
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { serve } from "../../web/serve.mjs";
import { needs } from "./needs.mjs";

needs("npm packages of tests", "chromium", "page");
const { chromium } = await import("playwright-core");

const runs = Number(process.argv[2] ?? 15);
const dist = process.env.STEGVIS_DIST ?? join(import.meta.dirname, "../../web/dist");
const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

const dir = mkdtempSync(join(tmpdir(), "stegvis-"));
for (const name of readdirSync(dist)) symlinkSync(join(dist, name), join(dir, name));
const { server, port } = await serve({ port: 0, dir });
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
});
const put = (name, text) => {
  writeFileSync(join(dir, name), text);
  writeFileSync(join(dir, name + ".br"), brotliCompressSync(text));
};
try {
  await plain();
  const times = { "index.html": [], "plain.html": [] };
  for (let run = -1; run < runs; run++) {
    for (const [name, taken] of Object.entries(times)) {
      const time = await visit(name);
      // The first visit of each warms the machine, not the page.
      if (run >= 0) taken.push(time);
    }
  }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  const [ours, theirs] = Object.values(times).map(median);
  console.log(`until the first question can be answered, median of ${runs}`);
  console.log("the widget".padEnd(24), ours.toFixed(0).padStart(6), "ms");
  console.log("plain HTML".padEnd(24), theirs.toFixed(0).padStart(6), "ms");
  console.log("times".padEnd(24), (ours / theirs).toFixed(2).padStart(6));
  if (ours > 1.1 * theirs) process.exitCode = 1;
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true });
}

/** Writes plain.html: the demo page with what the widget draws in place of the element. */
async function plain() {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.locator("stegvis-guide").getByRole("radio").first().waitFor();
  const { html, css } = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("stegvis-guide");
    const html = shadowRoot
      .querySelector(".frame")
      .outerHTML.replace(/<!--.*?-->/g, "")
      .replace(/<section id="article".*<\/section>/s, "");
    return {
      html,
      css: shadowRoot.adoptedStyleSheets
        .flatMap((sheet) => [...sheet.cssRules])
        .map((rule) => rule.cssText)
        .join("\n"),
    };
  });
  const [head, body] = readFileSync(join(dist, "index.html"), "utf8").split("</head>");
  put("question.css", css.replaceAll(":host", ".question-host"));
  put(
    "plain.html",
    head.replace(/<script.*<\/script>\n|<link rel="(modulepreload|preload)".*>\n/g, "") +
      '<link rel="stylesheet" href="question.css"></head>' +
      body.replace(/<stegvis-guide.*?<\/stegvis-guide>/s, () => `<div class="question-host">${html}</div>`),
  );
  await page.close();
}

/** Milliseconds from the click on a link until the question stands there, in a browser of its own. */
async function visit(name) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", line);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const shown = (element) => element?.checkVisibility() && element.getBoundingClientRect().height > 0;
    const look = () => {
      const root = document.querySelector("stegvis-guide")?.shadowRoot ?? document;
      if (
        !shown(root.querySelector("input[type=radio]")) ||
        !shown(root.querySelector("button[type=submit].go"))
      )
        return requestAnimationFrame(look);
      // The frame after the one that drew it: by then it is on the screen.
      requestAnimationFrame(() => {
        window.answerable = performance.now();
      });
    };
    requestAnimationFrame(look);
  });
  await page.goto(`http://127.0.0.1:${port}/${name}`, { waitUntil: "commit" });
  const time = await page.waitForFunction(() => window.answerable).then((found) => found.jsonValue());
  const radio = page.getByRole("radio").last();
  await radio.click();
  assert.equal(await radio.isChecked(), true, `${name}: a press is taken`);
  await context.close();
  return time;
}
