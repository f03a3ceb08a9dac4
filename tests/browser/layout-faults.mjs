/** In the page, in any engine: the texts and controls of the widget that don't fit, each with its text. */
export function layoutFaults() {
  const { shadowRoot: shadow } = document.querySelector("stegvis-guide");
  const frame = shadow.querySelector(".frame").getBoundingClientRect();
  const wrong = new Set();
  const say = (what, text) => wrong.add(`${what}: ${text.trim().slice(0, 80)}`);
  const seen = (element) =>
    !element.closest(".unseen") &&
    element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
  const { scrollWidth: wide, clientWidth: inside } = document.documentElement;
  if (wide > inside) say("wider than the window", `${wide} px in ${inside}`);

  /** The inner boxes of all ancestors that clip or scroll their content. */
  const around = (element) => {
    const rooms = [];
    for (let at = element; at; at = at.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(at);
      if (overflowX === "visible" || display.startsWith("inline")) continue;
      const left = at.getBoundingClientRect().left + at.clientLeft,
        top = at.getBoundingClientRect().top + at.clientTop;
      rooms.push({
        left,
        top,
        right: left + at.clientWidth,
        bottom: top + at.clientHeight,
        scrolls: /auto|scroll/.test(overflowY),
      });
      if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth + 1)
        say("scrolls sideways", at.innerText);
    }
    return rooms;
  };
  /** The box of the letters alone: a line is higher than its letters. */
  const letters = ({ left, right, top, bottom, height }) => ({
    left,
    right,
    top: top + height / 4,
    bottom: bottom - height / 4,
  });
  const boxes = [];
  const walker = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const { parentElement: parent, data } = node;
    if (!data.trim() || parent.closest("style") || !seen(parent) || parent.localName === "option") continue;
    let box = parent;
    while (
      getComputedStyle(box).display.startsWith("inline") &&
      getComputedStyle(box).display !== "inline-block" &&
      box.parentElement
    )
      box = box.parentElement;
    // In a picture a text belongs to the card or box that it names.
    if (box.localName === "text") box = box.closest("g")?.querySelector("rect") ?? box.ownerSVGElement;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const rooms = around(parent);
    // Each word alone, since the box of a line may include the space at its end; in a picture the whole text,
    // since WebKit can't measure a part of it.
    const range = document.createRange();
    for (const { 0: word, index } of parent.localName === "text" ? [[data]] : data.matchAll(/\S+/g)) {
      range.setStart(node, index ?? 0);
      range.setEnd(node, (index ?? 0) + word.length);
      for (const rect of range.getClientRects()) {
        const at = letters(rect);
        if (
          rect.width < 1 ||
          rooms.some((room) => room.scrolls && (at.top < room.top || at.bottom > room.bottom))
        )
          continue;
        if (rect.left < frame.left - 1 || rect.right > frame.right + 1) say("outside of the widget", data);
        if (
          rect.left < left - 2 ||
          rect.right > right + 2 ||
          rect.top < top - rect.height / 2 ||
          rect.bottom > bottom + rect.height / 2
        )
          say("outside of its box", data);
        for (const room of rooms) {
          if (
            at.left < room.left - 1 ||
            at.right > room.right + 1 ||
            at.top < room.top ||
            at.bottom > room.bottom
          )
            say("cut off", data);
        }
        boxes.push({ node, data, left: at.left + 1, right: at.right - 1, top: at.top, bottom: at.bottom });
      }
    }
  }
  for (const [i, box] of boxes.entries()) {
    for (const other of boxes.slice(i + 1)) {
      if (box.node === other.node) continue;
      if (
        box.left < other.right &&
        other.left < box.right &&
        box.top < other.bottom &&
        other.top < box.bottom
      )
        say("over each other", `${box.data.trim()} | ${other.data.trim()}`);
    }
  }

  for (const control of shadow.querySelectorAll("button, input, select, summary, svg")) {
    if (!seen(control)) continue;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight, localName } = control;
    const words = control.innerText?.trim() || control.value || control.labels?.[0]?.innerText || "";
    const { left, right } = control.getBoundingClientRect();
    if (left < frame.left - 1 || right > frame.right + 1)
      say("a control outside of the widget", `${localName} ${words}`);
    if (localName === "input" && scrollWidth > clientWidth + 1) say("more than its field shows", words);
    if (localName === "button" && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1))
      say("more than its button holds", words);
  }
  return [...wrong];
}

/**
 * In the page: words that are broken at the end of a line. A hyphen and a soft hyphen separate words;
 * Japanese may break between any two letters.
 */
export function brokenWords() {
  const host = document.querySelector("stegvis-guide");
  const texts = [host.shadowRoot, host].flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  });
  const broken = new Set();
  const range = document.createRange();
  for (const node of texts) {
    const { parentElement: parent, data } = node;
    if (parent.closest("style, pre, .unseen, text") || !parent.checkVisibility({ visibilityProperty: true }))
      continue;
    for (const { 0: word, index } of data.matchAll(/[\p{L}\p{M}\p{N}]{2,}/gu)) {
      if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(word)) continue;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (range.getClientRects().length < 2) continue;
      // Each letter alone: a range after a soft hyphen includes the hyphen at the end of the line before.
      const tops = new Set();
      for (let at = index; at < index + word.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = [...range.getClientRects()].at(-1);
        if (box?.width) tops.add(Math.round(box.top));
      }
      if (tops.size > 1) broken.add(`broken: ${word} in ${parent.localName}.${parent.className}`);
    }
  }
  return [...broken];
}
