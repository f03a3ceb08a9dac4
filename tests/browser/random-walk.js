// Runs in the page: walks the widget at random for so many steps, and looks after each at all that it says.
// What looks like a message that wasn't made ends the walk. The same seed takes the same steps.

/** Numbers that look random, from 0 up to 1 (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {{ seed: number, steps: number, right: Record<string, string>, wrong: string[], ids: string[],
 *   nodes: string[], starts: string[] }} options `ids` are ids that are no words of a language, `starts` the
 *   beginnings of such; those of `nodes` may stand in the summary
 */
export async function randomWalk({ seed, steps, right, wrong, ids, nodes, starts }) {
  const element = document.querySelector("stegvis-guide");
  const random = dice(seed);
  const below = (count) => Math.floor(random() * count);
  const pick = (list) => list[below(list.length)];
  const known = new Set(ids);
  const reference = new Set([...ids, ...nodes]);
  const log = [];
  const seen = new Set();
  let problem;

  const wrongs = (text, here) => {
    const found = /[{}]|\bundefined\b|\bNaN\b|\[object/.exec(text)?.[0];
    if (found) return found;
    return text
      .split(/[^\w.-]+/)
      .map((token) => token.replace(/^[.-]+|[.-]+$/g, ""))
      .find((token) => here.has(token) || starts.some((start) => token.startsWith(start)));
  };
  const look = (text, where, here = reference) => {
    const found = text && wrongs(text, here);
    if (found) problem ??= { found, where, text: text.trim().slice(0, 300) };
  };
  const attributes = ["aria-label", "aria-description", "aria-valuetext", "alt", "title", "placeholder"];
  const root = element.shadowRoot;
  const lookAt = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement;
      if (parent?.closest("style, script")) return;
      // Support finds the step by its name.
      look(node.data, "text of " + parent?.localName, parent?.closest(".summary pre") ? known : reference);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of attributes)
      if (node.hasAttribute(name)) look(node.getAttribute(name), `${name} of ${node.localName}`);
  };
  const lookAround = (from) => {
    lookAt(from);
    const walker = document.createTreeWalker(from, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) lookAt(walker.currentNode);
  };
  // An announcement may be gone again at the end of a step.
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      lookAt(target);
      addedNodes.forEach(lookAround);
    }
  });
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: attributes,
  });
  window.print = () => {};

  const all = (selector) => [...root.querySelectorAll(selector)].filter((found) => found.checkVisibility());
  const usable = (control) => !control.disabled && control.getAttribute("aria-disabled") !== "true";
  /** Quiet for two frames: nothing is under way. */
  const settled = async () => {
    for (let quiet = 0, tries = 0; quiet < 2; tries++) {
      await new Promise(requestAnimationFrame);
      quiet = root.querySelector("[aria-busy=true]") ? 0 : quiet + 1;
      if (tries > 600) {
        problem ??= {
          found: "no end",
          where: "busy",
          text: root.querySelector("[aria-busy=true]").textContent,
        };
        return;
      }
    }
  };
  const press = (control) => {
    log.push(`${control.localName} "${control.textContent.trim() || control.id}"`);
    control.click();
  };
  const type = (field, text) => {
    log.push(`${field.id} := "${text}"`);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  };
  const choose = (field) => {
    const { value } = pick([...field.options]);
    log.push(`${field.id} := "${value}"`);
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  };
  const typing = () => all("input:not([type=radio], [type=file], [type=checkbox]), textarea").filter(usable);
  const submit = () => {
    const go = all("button[type=submit]").filter(usable)[0];
    if (go) press(go);
    return !!go;
  };

  /** Goes on, as a reader does: fills what there is, some of it wrongly. */
  const onward = () => {
    const soundly = random() < 0.75;
    for (const field of typing()) {
      const value = right[field.id.replace(/^field-/, "")];
      if (value !== undefined && (soundly || random() < 0.5)) type(field, value);
      else if (random() < 0.5) type(field, pick(wrong));
    }
    const radios = all("input[type=radio]").filter(usable);
    if (radios.length && random() < 0.9) press(pick(radios));
    return submit();
  };
  /** Does anything that can be done. */
  const anything = () => {
    const fields = typing();
    const choices = [
      ...all("button, summary").filter(usable),
      ...all("input[type=radio]").slice(0, 8),
      ...all("select").filter(usable),
      ...fields,
    ];
    if (!choices.length) return;
    const control = pick(choices);
    if (control.localName === "select") choose(control);
    else if (fields.includes(control)) type(control, pick([...wrong, ...Object.values(right)]));
    else press(control);
  };

  await settled();
  lookAround(root);
  for (let step = 0; step < steps && !problem; step++) {
    log.push(`-- ${element.view?.node} ${element.view?.state}`);
    if (element.view) seen.add(`${element.view.node} ${element.view.state}`);
    if (random() < 0.4 || !onward()) anything();
    await settled();
    lookAround(root);
    const error = window.elementEvents.find(({ type }) => type === "stegvis-error");
    if (error)
      problem ??= {
        found: error.detail.code,
        where: "stegvis-error",
        text: JSON.stringify(error.detail),
      };
    if (!root.querySelector(".heading")?.textContent.trim())
      problem ??= { found: "nothing", where: "heading", text: "" };
  }
  observer.disconnect();
  return { problem, log: log.slice(-40), seen: [...seen] };
}
