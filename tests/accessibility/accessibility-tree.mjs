// Chromium's accessibility tree of the widget, as a listener meets it: a line for each role with its
// name, its states and, where Tab leads there, its place in the order.
//
//   group {added} – description {added.hint}
//     radio {added.no}, checked, Tab 2
//
// Words that come from a message stand as its id in braces, with what was put into it after a colon; the
// account's and the article's own words stand as they are.

/** The tree below the widget. Every node: role, name, description, states, children, its DOM node's id. */
export async function tree(reader) {
  const cdp = await session(reader.page);
  const { result } = await cdp.send("Runtime.evaluate", {
    expression: 'document.querySelector("stegvis-guide").shadowRoot.querySelector(".frame")',
  });
  const {
    node: { backendNodeId },
  } = await cdp.send("DOM.describeNode", { objectId: result.objectId });
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const made = (one) => {
    const property = Object.fromEntries((one.properties ?? []).map(({ name, value }) => [name, value.value]));
    return {
      role: one.ignored ? "none" : (one.role?.value ?? "none"),
      name: clean(one.name?.value),
      description: clean(one.description?.value),
      value: clean(one.value?.value),
      property,
      dom: one.backendDOMNodeId,
      children: (one.childIds ?? [])
        .map((id) => byId.get(id))
        .filter(Boolean)
        .map(made),
    };
  };
  return made(nodes.find((one) => one.backendDOMNodeId === backendNodeId));
}

const sessions = new WeakMap();
export function session(page) {
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  return sessions.get(page);
}

/** Isolates and the spaces of a template are for the eye. */
const clean = (text) =>
  String(text ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** All nodes below one, itself included, in order. */
export const all = (one) => [one, ...one.children.flatMap(all)];

/** What a reader can act on. */
export const controls = [
  "button",
  "link",
  "radio",
  "textbox",
  "combobox",
  "searchbox",
  "DisclosureTriangle",
  "checkbox",
  "spinbutton",
];

const silent = new Set([
  "none",
  "generic",
  "InlineTextBox",
  "LineBreak",
  "ListMarker",
  "LabelText",
  "Legend",
  "form",
  "MenuListPopup",
  "emphasis",
  "strong",
]);
// These say what their content says.
const whole = new Set([
  "heading",
  "link",
  "button",
  "DisclosureTriangle",
  "radio",
  "textbox",
  "searchbox",
  "combobox",
  "code",
]);
const textOnly = (one) =>
  one.children.every((child) => child.role === "StaticText" || (silent.has(child.role) && textOnly(child)));
const textOf = (one) =>
  clean(
    all(one)
      .filter(({ role }) => role === "StaticText")
      .map(({ name }) => name)
      .join(" "),
  );

/** `named` turns words into a message's id; `tab` holds the place of a DOM node in the order of Tab. */
export function outline(root, named, tab = new Map()) {
  const lines = [];
  const names = new Set(
    all(root)
      .filter(({ role }) => controls.includes(role))
      .map(({ name }) => name),
  );
  const words = (text) => (text ? " " + named(text) : "");
  const say = (one, depth, text = "") =>
    lines.push(
      "  ".repeat(depth) +
        one.role +
        words(one.name) +
        words(text) +
        states(one) +
        (one.description ? " –" + words(one.description) : "") +
        (tab.has(one.dom) ? `, Tab ${tab.get(one.dom)}` : ""),
    );
  // Text next to other content is written in one line, since a browser cuts it where an element begins.
  const write = (one, depth) => {
    let text = "";
    const flush = () => {
      if (clean(text) && clean(text) !== one.name)
        lines.push("  ".repeat(depth) + "text" + words(clean(text)));
      text = "";
    };
    for (const child of one.children) {
      if (child.role === "StaticText") text += child.name + " ";
      else if (silent.has(child.role) && textOnly(child)) {
        // What a label says, its control's name says.
        if (child.role !== "LabelText" || !names.has(textOf(child))) text += textOf(child) + " ";
      } else {
        flush();
        if (child.role === "LabelText")
          for (const control of all(child).filter(({ role }) => controls.includes(role))) say(control, depth);
        else if (silent.has(child.role)) write(child, depth);
        else if (whole.has(child.role)) say(child, depth);
        // The article and the summary have tests of their own.
        else if (child.role === "region" && /^\{(article|summary)\}$/.test(named(child.name)))
          say(child, depth);
        else if (textOnly(child)) say(child, depth, child.name ? "" : textOf(child));
        else {
          say(child, depth);
          write(child, depth + 1);
        }
      }
    }
    flush();
  };
  write(root, 0);
  return lines.join("\n") + "\n";
}

function states({ role, property, value }) {
  const said = [];
  if (role === "heading") said.push(` ${property.level}`);
  if (property.checked === "true") said.push(", checked");
  if (property.expanded !== undefined) said.push(property.expanded ? ", expanded" : ", collapsed");
  if (property.disabled) said.push(", disabled");
  if (property.invalid === "true") said.push(", invalid");
  if (property.required) said.push(", required");
  if (property.busy) said.push(", busy");
  if (property.focused) said.push(", focused");
  if (property.live && property.live !== "off") said.push(`, live ${property.live}`);
  if (value && /textbox|combobox|searchbox/.test(role)) said.push(` = ${value}`);
  return said.join("");
}

/**
 * Finds the messages that say a text, one after the other: those of the node itself before the
 * widget's own, and those before the guide's others. What none says stays as it is.
 */
export function namer(/** @type {any[]} */ [guide, ui], node) {
  const own = (id) => (id === node || id.startsWith(node + ".") ? 0 : 1);
  const read = (bundle, rank) =>
    [...bundle._messages.values()].flatMap(({ id, value, attributes }) =>
      [[id, value], ...Object.entries(attributes).map(([name, one]) => [`${id}.${name}`, one])]
        .filter(([, pattern]) => pattern)
        .map(([id, pattern]) => ({
          id,
          rank: own(id) && rank,
          fixed: typeof pattern === "string",
          letters: letters(pattern),
          test: new RegExp(`^${shape(pattern)}$`, "u"),
        })),
    );
  const known = [...read(ui, 1), ...read(guide, 2)]
    .filter(({ letters }) => letters > 1)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(b.id.startsWith("field-")) - Number(a.id.startsWith("field-")) ||
        Number(b.fixed) - Number(a.fixed) ||
        b.letters - a.letters,
    );
  const find = (text, alone) => {
    for (const one of known) {
      if (alone && one.letters < 4) continue;
      const found = one.test.exec(text);
      const values = found?.slice(1).filter(Boolean);
      if (
        found &&
        !(alone && values.length) &&
        !values.some((value) => value.length > 60 || / · |\p{L}\. \p{Lu}|\d{4}\. \p{Lu}/u.test(value))
      )
        return `{${one.id}${values.length ? ": " + values.join(", ") : ""}}`;
    }
    return undefined;
  };
  const seen = new Map();
  const statuses = read(ui, 1).filter(({ id }) => id.startsWith("status-"));
  const name = (text) => {
    // Why something can't be chosen comes right after its status.
    for (let at = text.indexOf(" "); at > 0; at = text.indexOf(" ", at + 1)) {
      const status = statuses.find(({ test }) => test.test(text.slice(0, at)));
      if (status) return `{${status.id}} ${name(text.slice(at + 1))}`;
    }
    const whole = find(text);
    if (whole) return whole;
    const facts = text.split(" · ");
    if (facts.length > 1) return facts.map(name).join(" · ");
    for (let at = text.lastIndexOf(" "); at > 0; at = text.lastIndexOf(" ", at - 1)) {
      const first = find(text.slice(0, at), true);
      if (first) return `${first} ${name(text.slice(at + 1))}`;
    }
    return `"${text}"`;
  };
  return (text) => {
    if (!seen.has(text)) seen.set(text, name(text));
    return seen.get(text);
  };
}

const escape = (text) => clean(text).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** A regular expression of all that a pattern can say. */
function shape(pattern) {
  if (typeof pattern === "string") return escape(pattern);
  return pattern
    .map((part) => {
      if (typeof part === "string") return part.replace(/\s+/g, " ").replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      if (part.type === "select") return `(?:${part.variants.map(({ value }) => shape(value)).join("|")})`;
      return part.type === "str" ? escape(part.value) : "(.+?)";
    })
    .join("");
}

function letters(pattern) {
  if (typeof pattern === "string") return pattern.length;
  return pattern.reduce(
    (sum, part) =>
      sum +
      (typeof part === "string"
        ? part.trim().length
        : part.type === "select"
          ? Math.min(...part.variants.map(({ value }) => letters(value)))
          : 0),
    0,
  );
}
