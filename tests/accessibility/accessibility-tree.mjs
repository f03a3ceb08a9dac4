// Chromium's accessibility tree of the widget, as text: a line for each role with its name, its states and,
// where Tab stops there, its place in the order of Tab.
//
//   group {added} – description {added.hint}
//     radio {added.no}, checked, Tab 2
//
// A text that comes from a message is written as the message's id in braces, with its values after a colon;
// texts of the account and of the article are written as they are.

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
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const made = (node) => {
    const property = Object.fromEntries(
      (node.properties ?? []).map(({ name, value }) => [name, value.value]),
    );
    return {
      role: node.ignored ? "none" : (node.role?.value ?? "none"),
      name: clean(node.name?.value),
      description: clean(node.description?.value),
      value: clean(node.value?.value),
      property,
      dom: node.backendDOMNodeId,
      children: (node.childIds ?? [])
        .map((id) => byId.get(id))
        .filter(Boolean)
        .map(made),
    };
  };
  return made(nodes.find((node) => node.backendDOMNodeId === backendNodeId));
}

const sessions = new WeakMap();
export function session(page) {
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  return sessions.get(page);
}

/** Without bidi isolates and repeated spaces, which are not read aloud. */
const clean = (text) =>
  String(text ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** A node and all nodes below it, in order. */
export const all = (node) => [node, ...node.children.flatMap(all)];

/** Roles of controls. */
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
// Roles whose name is their content.
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
const textOnly = (node) =>
  node.children.every((child) => child.role === "StaticText" || (silent.has(child.role) && textOnly(child)));
const textOf = (node) =>
  clean(
    all(node)
      .filter(({ role }) => role === "StaticText")
      .map(({ name }) => name)
      .join(" "),
  );

/** The tree as text. `named` turns a text into a message's id; `tab` has the places in the order of Tab. */
export function outline(root, named, tab = new Map()) {
  const lines = [];
  const names = new Set(
    all(root)
      .filter(({ role }) => controls.includes(role))
      .map(({ name }) => name),
  );
  const words = (text) => (text ? " " + named(text) : "");
  const say = (node, depth, text = "") =>
    lines.push(
      "  ".repeat(depth) +
        node.role +
        words(node.name) +
        words(text) +
        states(node) +
        (node.description ? " –" + words(node.description) : "") +
        (tab.has(node.dom) ? `, Tab ${tab.get(node.dom)}` : ""),
    );
  // Text next to other content is written in one line, since a browser cuts it where an element begins.
  const write = (node, depth) => {
    let text = "";
    const flush = () => {
      if (clean(text) && clean(text) !== node.name)
        lines.push("  ".repeat(depth) + "text" + words(clean(text)));
      text = "";
    };
    for (const child of node.children) {
      if (child.role === "StaticText") text += child.name + " ";
      else if (silent.has(child.role) && textOnly(child)) {
        // The text of a label is the name of its control.
        if (child.role !== "LabelText" || !names.has(textOf(child))) text += textOf(child) + " ";
      } else {
        flush();
        if (child.role === "LabelText")
          for (const control of all(child).filter(({ role }) => controls.includes(role))) say(control, depth);
        else if (silent.has(child.role)) write(child, depth);
        else if (whole.has(child.role)) say(child, depth);
        // Other tests cover the article and the summary.
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
  const parts = [];
  if (role === "heading") parts.push(` ${property.level}`);
  if (property.checked === "true") parts.push(", checked");
  if (property.expanded !== undefined) parts.push(property.expanded ? ", expanded" : ", collapsed");
  if (property.disabled) parts.push(", disabled");
  if (property.invalid === "true") parts.push(", invalid");
  if (property.required) parts.push(", required");
  if (property.busy) parts.push(", busy");
  if (property.focused) parts.push(", focused");
  if (property.live && property.live !== "off") parts.push(`, live ${property.live}`);
  if (value && /textbox|combobox|searchbox/.test(role)) parts.push(` = ${value}`);
  return parts.join("");
}

/**
 * A function that finds the messages which a text is made of: first those of the node, then those of the
 * widget, then the others of the guide. A part that no message makes stays as it is.
 */
export function namer(/** @type {any[]} */ [guide, ui], node) {
  const own = (id) => (id === node || id.startsWith(node + ".") ? 0 : 1);
  const read = (bundle, rank) =>
    [...bundle._messages.values()].flatMap(({ id, value, attributes }) =>
      [[id, value], ...Object.entries(attributes).map(([name, pattern]) => [`${id}.${name}`, pattern])]
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
    for (const message of known) {
      if (alone && message.letters < 4) continue;
      const found = message.test.exec(text);
      const values = found?.slice(1).filter(Boolean);
      if (
        found &&
        !(alone && values.length) &&
        !values.some((value) => value.length > 60 || / · |\p{L}\. \p{Lu}|\d{4}\. \p{Lu}/u.test(value))
      )
        return `{${message.id}${values.length ? ": " + values.join(", ") : ""}}`;
    }
    return undefined;
  };
  const seen = new Map();
  const statuses = read(ui, 1).filter(({ id }) => id.startsWith("status-"));
  const name = (text) => {
    // The reason why an item can't be chosen follows its status.
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

/** A regular expression for all texts of a pattern. */
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
