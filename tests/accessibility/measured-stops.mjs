// Runs the scenarios once and measures every node of the payment guide in every state. Each test of this
// folder reads a part of the results.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fonts, setFont } from "../browser/fonts.mjs";
import { words } from "../browser/harness.mjs";
import { visitNodes } from "../browser/scenarios.mjs";
import { all, session, tree } from "./accessibility-tree.mjs";

const probe = readFileSync(new URL("page-probe.js", import.meta.url), "utf8");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const walks = new Map();

/** For tests that may be the first to wait for the measurements, in ms. */
export const timeout = 240000;

/** The stops in Norwegian with all measurements; made once for all tests. */
export const measuredStops = () =>
  once("nb-NO", () => visitAll({ locale: "nb-NO", page: "index.html" }, measure));
/** The stops in Arabic, with the measurements that differ from right to left. */
export const measuredStopsFromRight = () =>
  once("ar-SA", () =>
    visitAll({ locale: "ar-SA", page: "rtl.html" }, async (reader) => {
      const { page } = reader;
      const found = {
        axe: { light: await examine(page) },
        text: await reader.text(),
        disorder: await page.evaluate(() => window.probe.disorder()),
      };
      found.tree = await tree(reader);
      await at(page, 320, 256, async () => {
        found.narrowTree = await tree(reader);
        found.narrow = await inFonts(page, () => page.evaluate(() => window.probe.fit()));
      });
      return found;
    }),
  );

function once(name, make) {
  if (!walks.has(name)) walks.set(name, make());
  return walks.get(name);
}

async function visitAll(options, visit) {
  const stops = [];
  await visitNodes(options, async (stop, reader) => {
    await reader.page.evaluate(probe);
    stops.push({
      ...stop,
      name: `${stop.node} (${stop.state})`,
      view: await reader.view(),
      ...(await visit(reader, stop)),
    });
  });
  return stops;
}

async function measure(reader) {
  const { page } = reader;
  const see = (what, ...rest) => page.evaluate(([what, rest]) => window.probe[what](...rest), [what, rest]);
  const found = {
    tree: await tree(reader),
    structure: await see("structure"),
    disorder: await see("disorder"),
    revealing: await see("revealing"),
    targets: await see("targets"),
    edges: { light: await see("edges") },
    marks: { light: await see("marks") },
    contrast: { light: await see("contrast") },
    axe: { light: await examine(page) },
  };

  await page.emulateMedia({ colorScheme: "dark" });
  Object.assign(found.contrast, { dark: await see("contrast") });
  Object.assign(found.edges, { dark: await see("edges") });
  Object.assign(found.marks, { dark: await see("marks") });
  found.axe.dark = await examine(page, rendered);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  found.axe["forced colours"] = await examine(page, rendered);
  await page.emulateMedia({ forcedColors: "none" });

  // After a change of size the article closes where it filled the widget, and the focus opens it.
  Object.assign(found, await tabbed(reader, found.tree, see));
  await see("spaced", true);
  found.spaced = await inFonts(page, async () => [
    ...(await see("fit")),
    ...(await see("overlaps")).map((texts) => `over each other: ${texts}`),
  ]);
  await see("spaced", false);
  found.doubled = await at(page, 640, 512, () => inFonts(page, () => see("fit")));
  found.narrow = await at(page, 320, 256, async () => {
    found.axe["320 px"] = await examine(page, rendered);
    found.narrowTree = await tree(reader);
    return inFonts(page, () => see("fit"));
  });

  return found;
}

/** Finds faults in each font; the wide one, which is the default, comes last. */
async function inFonts(page, find) {
  const faults = [];
  for (const [name, family] of [...Object.entries(fonts)].reverse()) {
    await page.evaluate(setFont, family);
    faults.push(...(await find()).map((fault) => `${name} font: ${fault}`));
  }
  return faults;
}

/** Runs `look` in a window of another size: 1,280 px at 200 % zoom are 640 px wide, at 400 % 320. */
async function at(page, width, height, look) {
  const size = page.viewportSize();
  await page.setViewportSize({ width, height });
  try {
    return await look();
  } finally {
    await page.setViewportSize(size);
  }
}

/** Presses Tab from the link before the widget until the focus has left it. */
async function tabbed(reader, root, see) {
  const { page } = reader;
  const list = await see("focusables");
  // The tree and the page must have the same focusable elements, in the same order.
  const spoken = all(root).filter(
    ({ role, property }) =>
      property.focusable && !/^(menuitem|option|menulistoption|MenuListOption)$/i.test(role),
  );
  if (spoken.length !== list.length) {
    throw new Error(
      [
        `${list.length} elements can have the focus, the tree has ${spoken.length}:`,
        ...list.map(({ what }) => what),
        "--",
        ...spoken.map(({ role, name }) => `${role} ${name}`),
      ].join("\n"),
    );
  }
  const before = (await reader.view()).digests.session;
  await page.locator(".crumbs a").last().focus();
  const stops = [];
  let left = false;
  for (let i = 0; i < 80 && !left; i++) {
    await page.keyboard.press("Tab");
    const at = await see("focused");
    if (at) stops.push(at);
    else left = true;
  }
  return {
    focus: stops,
    left,
    listed: list.map((item, i) => ({ ...item, ...spoken[i], children: undefined })),
    tab: new Map(stops.map(({ place }, i) => [spoken[place]?.dom, i + 1])),
    unmoved: (await reader.view()).digests.session === before,
  };
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that depend on colours and sizes; the others need to run only once. */
const rendered = [
  "color-contrast",
  "link-in-text-block",
  "target-size",
  "scrollable-region-focusable",
  "aria-hidden-focus",
];

/** Runs axe-core in an isolated world, since the page's policy forbids its script. */
async function examine(page, rules) {
  const cdp = await session(page);
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const { executionContextId: contextId } = await cdp.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "axe",
  });
  const run = async (expression) => {
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  if (!(await run("!!globalThis.axe"))) await run(axe + ";0");
  const options = { iframes: false, resultTypes: ["violations"], runOnly: rules ?? tags };
  return run(`(${runAxe})(${JSON.stringify(options)})`);
}

/** In the page: how many rules passed, and each violation in one line. */
async function runAxe(options) {
  const { violations, passes } = await window.axe.run(document, options);
  return {
    passed: passes.length,
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const messages = [...any, ...all, ...none].map(({ message }) => message);
        return `${id} at ${target.flat().join(" ")}: ${messages.join("; ")}`;
      }),
    ),
  };
}

export const norwegian = words("nb-NO");
