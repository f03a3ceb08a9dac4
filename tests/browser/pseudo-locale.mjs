// The pseudo locale: English with accents, 40 % longer, each message between brackets. Text without accents
// was not translated; a missing bracket shows that a text was cut.
import { parse, serialize, TextElement, Transformer } from "@fluent/syntax";

const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const accented = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";

/** Accents every letter and doubles every vowel. */
export function accent(text) {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const twin = accented[plain.indexOf(letter)];
    return /[aeiou]/i.test(letter) ? twin + twin.toLowerCase() : twin;
  });
}

/** Accents the text of a Fluent source; names, selectors and keys of variants stay. */
export function messages(source) {
  const bracketed = (pattern) => {
    if (!pattern) return;
    pattern.elements.unshift(new TextElement("⟦"));
    pattern.elements.push(new TextElement("⟧"));
  };
  const resource = parse(source, { withSpans: false });
  new (class extends Transformer {
    visitTextElement(node) {
      node.value = accent(node.value);
      return node;
    }
  })().visit(resource);
  for (const entry of resource.body) {
    if (entry.type !== "Message") continue;
    bracketed(entry.value);
    for (const { value } of entry.attributes) bracketed(value);
  }
  // The last line tells the page that the messages are whole.
  return serialize(resource, {}).replace(/\s*(# end\s*)?$/, "\n# end\n");
}

// The text tree of a guide (core/guide/text.h): addresses and code stay as they are.
const inline = (node) => {
  if (typeof node === "string") return accent(node);
  const [kind, ...rest] = node;
  if (kind === "c") return node;
  if (kind === "img") return [kind, rest[0], accent(rest[1] ?? "")];
  return kind === "a" ? [kind, rest[0], ...rest.slice(1).map(inline)] : [kind, ...rest.map(inline)];
};
const block = ([kind, ...rest]) => {
  if (kind === "pre" || kind === "hr") return [kind, ...rest];
  if (kind === "h") return [kind, rest[0], ...rest.slice(1).map(inline)];
  if (kind === "ol") return [kind, rest[0], ...rest.slice(1).map((item) => item.map(block))];
  if (kind === "ul") return [kind, ...rest.map((item) => item.map(block))];
  if (kind === "note") return [kind, rest[0], ...rest.slice(1).map(block)];
  if (kind === "quote") return [kind, ...rest.map(block)];
  if (kind === "table")
    return [kind, rest[0], ...rest.slice(1).map((row) => row.map((cell) => cell.map(inline)))];
  return [kind, ...rest.map(inline)];
};

/** A guide in the pseudo locale; `direction` is "rtl" for the mirrored page. */
export function guide(made, locale, direction) {
  const { text } = made;
  return {
    ...made,
    locale,
    direction,
    text: {
      ...text,
      title: text.title.map(inline),
      blocks: text.blocks.map(block),
      messages: messages(text.messages ?? ""),
      ...(text.labels && {
        labels: Object.fromEntries(
          Object.entries(text.labels).map(([node, own]) => [
            node,
            Object.fromEntries(Object.entries(own).map(([name, list]) => [name, list.map(inline)])),
          ]),
        ),
      }),
    },
  };
}
