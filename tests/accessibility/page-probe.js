// Measures sizes and colours of the widget in its page. Tests evaluate this file in the page and call
// `window.probe`, which returns plain values.
{
  const host = () => document.querySelector("stegvis-guide");
  const frame = () => host().shadowRoot.querySelector(".frame");
  const up = (element) =>
    element.assignedSlot ??
    (element.parentNode instanceof ShadowRoot ? element.parentNode.host : element.parentNode);
  const open = () => host().shadowRoot.querySelector("#article.open");

  const reserved = () => host().shadowRoot.querySelector("#article.reserved");

  /** Elements of the widget as shown, in order; the article's too where it is open, or fills the widget. */
  const elements = () => {
    const out = [];
    const walk = (element) => {
      out.push(element);
      for (const child of element.localName === "slot"
        ? open() || reserved()
          ? element.assignedElements()
          : []
        : element.children)
        walk(child);
    };
    walk(frame());
    return out;
  };
  const shown = (element) =>
    element.checkVisibility({ checkVisibilityCSS: true }) &&
    !element.closest(".unseen") &&
    (open() || !(element.closest(".article") || host().contains(element)));
  const brief = (text) =>
    text
      .replace(/[\u2066-\u2069]/g, "")
      .replace(/\s+/g, " ")
      .trim();
  const named = ({ localName, id, classList }) =>
    localName + (id ? "#" + id : "") + [...classList].map((name) => "." + name).join("");
  const texts = () =>
    elements()
      .filter(shown)
      .flatMap((element) =>
        [...element.childNodes]
          .filter((node) => node.nodeType === 3 && node.data.trim())
          .map((node) => ({ element, node })),
      );

  // A canvas turns any CSS colour into bytes.
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const seen = new Map();
  const colour = (css) => {
    if (!seen.has(css)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      seen.set(css, [r, g, b, a / 255]);
    }
    return seen.get(css);
  };
  const over = ([r, g, b, a], [x, y, z]) => [
    r * a + x * (1 - a),
    g * a + y * (1 - a),
    b * a + z * (1 - a),
    1,
  ];
  const behind = (element) => {
    const layers = [];
    for (let at = element; at && at.nodeType === 1; at = up(at)) {
      const layer = colour(getComputedStyle(at).backgroundColor);
      if (layer[3] > 0) layers.unshift(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduce(
      (below, layer) => over(layer, below),
      matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18, 1] : [255, 255, 255, 1],
    );
  };
  const light = ([r, g, b]) =>
    [r, g, b]
      .map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((a, b) => b - a);
    return Math.round(((x + 0.05) / (y + 0.05)) * 100) / 100;
  };

  const focusable = "button, input, select, a[href], summary, [tabindex]";
  const ring = (element) => (element.matches("input[type=radio]") ? element.closest(".choice") : element);

  window.probe = {
    /** Each text with its contrast, and the contrast that it needs: 4.5, or 3 if it is large. */
    contrast() {
      return texts().map(({ element, node }) => {
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        const ground = behind(element);
        const size = parseFloat(fontSize);
        return {
          text: brief(node.data),
          ratio: ratio(over(colour(color), ground), ground),
          need: size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5,
        };
      });
    },

    /** The contrast of each field and button to its surroundings, by its border or its background. */
    edges() {
      return elements()
        .filter(
          (element) =>
            element.matches("input:not([type=radio]), select, .go, .second, .mistakes") && shown(element),
        )
        .map((element) => {
          const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(element);
          const around = behind(up(element));
          const edge = parseFloat(borderTopWidth) ? ratio(over(colour(borderTopColor), around), around) : 0;
          return {
            what: named(element),
            ratio: Math.max(edge, ratio(over(colour(backgroundColor), around), around)),
          };
        });
    },

    /** The contrast of each checked radio to its background. */
    marks() {
      return elements()
        .filter((element) => element.matches("input:checked") && shown(element))
        .map((element) => ({
          what: named(element),
          ratio: ratio(colour(getComputedStyle(element).accentColor), behind(element)),
        }));
    },

    /** The size of each target: of a radio its whole label. Links in a sentence are exempt. */
    targets() {
      return elements()
        .filter((element) => element.matches("button, input, select, a[href], summary") && shown(element))
        .map((element) => {
          const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
          const prose =
            element.localName === "a" &&
            brief(element.closest("p, li")?.textContent ?? "") !== brief(element.textContent);
          return {
            what: named(element),
            text: brief((element.closest("label") ?? element).textContent),
            width,
            height,
            prose,
            main: element.matches("input, select, .go, .second:not(.small), .back, .tool"),
          };
        });
    },

    /** Faults of the layout: a page that is too wide, text that is cut, words that are broken. */
    fit() {
      const out = [];
      if (document.documentElement.scrollWidth > innerWidth)
        out.push(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth}`);
      for (const element of elements()) {
        if (!shown(element) || element.matches(".reserved, input")) continue;
        const { overflowX, overflowY } = getComputedStyle(element);
        if (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
          out.push(`${named(element)} is cut to the side`);
        if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
          out.push(`${named(element)} is cut below`);
      }
      const range = document.createRange();
      for (const { element, node } of texts()) {
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()];
        // A table may be wider than the page, in a box that scrolls.
        if (!element.closest(".scroll[tabindex], .box[tabindex]"))
          for (const { left, right } of rects)
            if (left < -1 || right > innerWidth + 1) out.push(`"${brief(node.data)}" runs out of the page`);
        if (rects.length < 2 || element.closest("pre")) continue;
        for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]{4,}/gu)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            out.push(`"${word}" breaks within`);
        }
      }
      return [...new Set(out)];
    },

    /** Texts that overlap. */
    overlaps() {
      const boxes = texts()
        .filter(({ element }) => !element.closest("pre"))
        .flatMap(({ element, node }) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()].map((rect) => ({ element, text: brief(node.data), rect }));
        });
      const out = [];
      boxes.forEach((a, i) =>
        boxes.slice(i + 1).forEach((b) => {
          const wide = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
          const high = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
          if (wide > 2 && high > 0.35 * Math.min(a.rect.height, b.rect.height))
            out.push(`"${a.text}" and "${b.text}"`);
        }),
      );
      return out;
    },

    /** Pairs of elements whose places contradict their order in the document. */
    disorder() {
      const rtl = getComputedStyle(frame()).direction === "rtl";
      const out = [];
      let before;
      for (const element of elements().filter(
        (element) =>
          shown(element) &&
          (element.matches("input, select, button, a") ||
            [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())),
      )) {
        const rect = element.getBoundingClientRect();
        if (before && !before.element.contains(element)) {
          const a = before.rect;
          // The next column may begin higher.
          const row =
            Math.min(a.bottom, rect.bottom) - Math.max(a.top, rect.top) > Math.min(a.height, rect.height) / 2;
          const apart = rtl ? rect.right <= a.left + 2 : rect.left >= a.right - 2;
          if (
            (rect.bottom <= a.top + 2 && !apart) ||
            (row && (rtl ? rect.left >= a.right - 2 : rect.right <= a.left + 2))
          )
            out.push(`${named(before.element)} and ${named(element)}`);
        }
        before = { element, rect };
      }
      return out;
    },

    /** Levels of headings, labels of fields and other facts of the document. */
    structure() {
      const all = elements().filter(shown);
      return {
        headings: all
          .filter((element) => /^h\d$/.test(element.localName) && !element.closest("stegvis-guide > *"))
          .map((element) => Number(element.localName[1])),
        unlabelled: all
          .filter(
            (element) =>
              element.matches("input, select") &&
              ![...element.labels].some(
                (label) => label.getRootNode() === element.getRootNode() && brief(label.textContent),
              ),
          )
          .map(named),
        ungrouped: all
          .filter(
            (element) =>
              element.matches("input[type=radio]") &&
              !brief(element.closest("fieldset")?.querySelector("legend")?.textContent ?? ""),
          )
          .map(named),
        dangling: all.flatMap((element) =>
          ["aria-labelledby", "aria-describedby", "aria-controls"].flatMap((name) =>
            (element.getAttribute(name) ?? "")
              .split(" ")
              .filter(Boolean)
              .filter((id) => !element.getRootNode().getElementById(id))
              .map((id) => `${named(element)} ${name} ${id}`),
          ),
        ),
        inline: all
          .filter((element) => element.hasAttribute("style") || element.localName === "style")
          .map(named),
        titles: all.filter((element) => element.title).map(named),
        // Links that differ from the text around them by colour alone.
        plain: all
          .filter(
            (element) =>
              element.matches("a[href]") &&
              !getComputedStyle(element).textDecorationLine.includes("underline"),
          )
          .map(named),
        wrong: all
          .filter(
            (element) =>
              element.matches(".field.wrong, [aria-invalid=true]") &&
              !brief(element.closest(".field")?.querySelector(".mistake")?.textContent ?? ""),
          )
          .map(named),
        fields: all
          .filter((element) => element.matches("input:not([type=radio]), select"))
          .map((element) => ({
            id: element.id,
            autocomplete: element.getAttribute("autocomplete"),
            hint: brief(
              (element.getAttribute("aria-describedby") ?? "")
                .split(" ")
                .map((id) => element.getRootNode().getElementById(id)?.textContent ?? "")
                .join(" "),
            ),
          })),
        mistakes: all
          .filter((element) => element.matches(".mistakes a"))
          .map((element) => ({
            at: element.getAttribute("href").slice(1),
            text: brief(element.textContent),
            there: brief(
              element.getRootNode().getElementById(element.getAttribute("href").slice(1) + "-error")
                ?.textContent ?? "",
            ),
            alive: !!element.getRootNode().getElementById(element.getAttribute("href").slice(1)),
          })),
      };
    },

    /** Rules of style that show content on hover or focus. */
    revealing() {
      const quiet = /^(outline|border|background|text-decoration|color$|box-shadow|accent)/;
      return host()
        .shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => /:(hover|focus)/.test(rule.selectorText ?? ""))
        .filter((rule) => [...rule.style].some((property) => !quiet.test(property)))
        .map((rule) => rule.cssText);
    },

    /** The focusable elements, in order; `focused` returns places in this list. */
    focusables() {
      this.list = elements().filter(
        (element) =>
          element.matches(focusable) &&
          element.checkVisibility({ checkVisibilityCSS: true }) &&
          !element.matches(":disabled"),
      );
      return this.list.map((element) => ({
        what: named(element),
        group: element.type === "radio" ? element.name : "",
        label: brief(
          element.matches("input, select")
            ? ""
            : element.matches("pre, [tabindex='-1'], .scroll")
              ? ""
              : element.innerText,
        ),
      }));
    },

    /** The focused element: its focus ring, and whether something covers it. Undefined outside the widget. */
    focused() {
      const at =
        document.activeElement === host()
          ? host().shadowRoot.activeElement
          : host().contains(document.activeElement)
            ? document.activeElement
            : undefined;
      if (!at) return undefined;
      const box = ring(at);
      const style = getComputedStyle(box);
      const { left, top, width, height } = box.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + Math.min(height / 2, 20)];
      let hit = document.elementFromPoint(x, y);
      if (hit === host()) hit = host().shadowRoot.elementFromPoint(x, y);
      return {
        place: this.list.indexOf(at),
        what: named(at),
        ring: style.outlineStyle !== "none" ? parseFloat(style.outlineWidth) : 0,
        contrast: ratio(colour(style.outlineColor), behind(up(box))),
        clear: !!hit && (box.contains(hit) || hit.contains(box)),
        inView: top >= 0 && top + Math.min(height, innerHeight) <= innerHeight + 1,
      };
    },

    /** Applies the text spacing of WCAG 1.4.12 to the page and the widget. */
    spaced(on) {
      this.sheet ??= new CSSStyleSheet();
      this.sheet.replaceSync(
        on
          ? `* {
              line-height: 1.5 !important;
              letter-spacing: 0.12em !important;
              word-spacing: 0.16em !important;
            }
            p { margin-block-end: 2em !important }`
          : "",
      );
      for (const root of [document, host().shadowRoot])
        if (!root.adoptedStyleSheets.includes(this.sheet))
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
    },
  };
}
