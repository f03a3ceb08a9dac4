// Measures the widget in its page: real sizes, real colours. Put into the page as it is; what it finds
// it gives as plain values. Everything is `window.look`.
{
  const host = () => document.querySelector("stegvis-guide");
  const frame = () => host().shadowRoot.querySelector(".frame");
  const up = (one) =>
    one.assignedSlot ?? (one.parentNode instanceof ShadowRoot ? one.parentNode.host : one.parentNode);
  const open = () => host().shadowRoot.querySelector("#article.open");

  const peek = () => host().shadowRoot.querySelector("#article.room");

  /** Elements of the widget as shown, in order; the article's too where it is open, or fills the widget. */
  const elements = () => {
    const out = [];
    const walk = (one) => {
      out.push(one);
      for (const child of one.localName === "slot"
        ? open() || peek()
          ? one.assignedElements()
          : []
        : one.children)
        walk(child);
    };
    walk(frame());
    return out;
  };
  const shown = (one) =>
    one.checkVisibility({ checkVisibilityCSS: true }) &&
    !one.closest(".unseen") &&
    (open() || !(one.closest(".article") || host().contains(one)));
  const brief = (text) =>
    text
      .replace(/[\u2066-\u2069]/g, "")
      .replace(/\s+/g, " ")
      .trim();
  const named = (one) =>
    `${one.localName}${one.id ? "#" + one.id : ""}${typeof one.className === "string" && one.className ? "." + one.className.trim().replace(/\s+/g, ".") : ""}`;
  const texts = () =>
    elements()
      .filter(shown)
      .flatMap((one) =>
        [...one.childNodes]
          .filter((node) => node.nodeType === 3 && node.data.trim())
          .map((node) => ({ one, node })),
      );

  // Colours, as they are painted: any CSS colour becomes bytes by painting it.
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
  const behind = (one) => {
    const layers = [];
    for (let at = one; at && at.nodeType === 1; at = up(at)) {
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
      .map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((one, two) => two - one);
    return Math.round(((x + 0.05) / (y + 0.05)) * 100) / 100;
  };

  const focusable = "button, input, select, a[href], summary, [tabindex]";
  const ring = (one) => (one.matches("input[type=radio]") ? one.closest(".choice") : one);

  window.look = {
    /** Each text with its contrast, and what it needs: 4.5, or 3 where it is large. */
    contrast() {
      return texts().map(({ one, node }) => {
        const { color, fontSize, fontWeight } = getComputedStyle(one);
        const ground = behind(one);
        const size = parseFloat(fontSize);
        return {
          text: brief(node.data),
          ratio: ratio(over(colour(color), ground), ground),
          need: size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5,
        };
      });
    },

    /** The edge of each field and button against what is around it: its border, or its own ground. */
    edges() {
      return elements()
        .filter(
          (one) => one.matches("input:not([type=radio]), select, .go, .second, .mistakes") && shown(one),
        )
        .map((one) => {
          const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(one);
          const around = behind(up(one));
          const edge = parseFloat(borderTopWidth) ? ratio(over(colour(borderTopColor), around), around) : 0;
          return {
            what: named(one),
            ratio: Math.max(edge, ratio(over(colour(backgroundColor), around), around)),
          };
        });
    },

    /** A checked answer against its ground. */
    marks() {
      return elements()
        .filter((one) => one.matches("input:checked") && shown(one))
        .map((one) => ({
          what: named(one),
          ratio: ratio(colour(getComputedStyle(one).accentColor), behind(one)),
        }));
    },

    /** What wants a pointer: the whole label of an answer, else itself. Links in a sentence are exempt. */
    targets() {
      return elements()
        .filter((one) => one.matches("button, input, select, a[href], summary") && shown(one))
        .map((one) => {
          const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
          const prose =
            one.localName === "a" &&
            brief(one.closest("p, li")?.textContent ?? "") !== brief(one.textContent);
          return {
            what: named(one),
            text: brief((one.closest("label") ?? one).textContent),
            width,
            height,
            prose,
            main: one.matches("input, select, .go, .second:not(.small), .back, .tool"),
          };
        });
    },

    /** What doesn't fit: the page to the side, text that is cut, words that break where no break belongs. */
    fit() {
      const out = [];
      if (document.documentElement.scrollWidth > innerWidth)
        out.push(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth}`);
      for (const one of elements()) {
        if (!shown(one) || one.matches(".room, input")) continue;
        const { overflowX, overflowY } = getComputedStyle(one);
        if (/hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1)
          out.push(`${named(one)} is cut to the side`);
        if (/hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1)
          out.push(`${named(one)} is cut below`);
      }
      const range = document.createRange();
      for (const { one, node } of texts()) {
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()];
        // A table may be wider than the page, in a box that scrolls.
        if (!one.closest(".scroll[tabindex], .box[tabindex]"))
          for (const { left, right } of rects)
            if (left < -1 || right > innerWidth + 1) out.push(`"${brief(node.data)}" runs out of the page`);
        if (rects.length < 2 || one.closest("pre")) continue;
        for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]{4,}/gu)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            out.push(`"${word}" breaks within`);
        }
      }
      return [...new Set(out)];
    },

    /** Texts that lie over each other. */
    overlaps() {
      const boxes = texts()
        .filter(({ one }) => !one.closest("pre"))
        .flatMap(({ one, node }) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()].map((rect) => ({ one, text: brief(node.data), rect }));
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

    /** Pairs that are read one after the other and stand the other way round. */
    disorder() {
      const rtl = getComputedStyle(frame()).direction === "rtl";
      const out = [];
      let before;
      for (const one of elements().filter(
        (one) =>
          shown(one) &&
          (one.matches("input, select, button, a") ||
            [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())),
      )) {
        const rect = one.getBoundingClientRect();
        if (before && !before.one.contains(one)) {
          const a = before.rect;
          // What stands in a column of its own may begin higher.
          const row =
            Math.min(a.bottom, rect.bottom) - Math.max(a.top, rect.top) > Math.min(a.height, rect.height) / 2;
          const beside = rtl ? rect.right <= a.left + 2 : rect.left >= a.right - 2;
          if (
            (rect.bottom <= a.top + 2 && !beside) ||
            (row && (rtl ? rect.left >= a.right - 2 : rect.right <= a.left + 2))
          )
            out.push(`${named(before.one)} and ${named(one)}`);
        }
        before = { one, rect };
      }
      return out;
    },

    /** Headings with their levels, and fields with what labels them in the same tree. */
    structure() {
      const all = elements().filter(shown);
      return {
        headings: all
          .filter((one) => /^h\d$/.test(one.localName) && !one.closest("stegvis-guide > *"))
          .map((one) => Number(one.localName[1])),
        unlabelled: all
          .filter(
            (one) =>
              one.matches("input, select") &&
              ![...one.labels].some(
                (label) => label.getRootNode() === one.getRootNode() && brief(label.textContent),
              ),
          )
          .map(named),
        ungrouped: all
          .filter(
            (one) =>
              one.matches("input[type=radio]") &&
              !brief(one.closest("fieldset")?.querySelector("legend")?.textContent ?? ""),
          )
          .map(named),
        dangling: all.flatMap((one) =>
          ["aria-labelledby", "aria-describedby", "aria-controls"].flatMap((name) =>
            (one.getAttribute(name) ?? "")
              .split(" ")
              .filter(Boolean)
              .filter((id) => !one.getRootNode().getElementById(id))
              .map((id) => `${named(one)} ${name} ${id}`),
          ),
        ),
        inline: all.filter((one) => one.hasAttribute("style") || one.localName === "style").map(named),
        titles: all.filter((one) => one.title).map(named),
        // Of several links, those that only a colour tells from the text around them.
        plain: all
          .filter(
            (one) =>
              one.matches("a[href]") && !getComputedStyle(one).textDecorationLine.includes("underline"),
          )
          .map(named),
        wrong: all
          .filter(
            (one) =>
              one.matches(".field.wrong, [aria-invalid=true]") &&
              !brief(one.closest(".field")?.querySelector(".mistake")?.textContent ?? ""),
          )
          .map(named),
        fields: all
          .filter((one) => one.matches("input:not([type=radio]), select"))
          .map((one) => ({
            id: one.id,
            autocomplete: one.getAttribute("autocomplete"),
            hint: brief(
              (one.getAttribute("aria-describedby") ?? "")
                .split(" ")
                .map((id) => one.getRootNode().getElementById(id)?.textContent ?? "")
                .join(" "),
            ),
          })),
        mistakes: all
          .filter((one) => one.matches(".mistakes a"))
          .map((one) => ({
            at: one.getAttribute("href").slice(1),
            text: brief(one.textContent),
            there: brief(
              one.getRootNode().getElementById(one.getAttribute("href").slice(1) + "-error")?.textContent ??
                "",
            ),
            alive: !!one.getRootNode().getElementById(one.getAttribute("href").slice(1)),
          })),
      };
    },

    /** Rules of the widget's style sheets that bring content as the pointer or the focus comes. */
    revealing() {
      const quiet = /^(outline|border|background|text-decoration|color$|box-shadow|accent)/;
      return host()
        .shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => /:(hover|focus)/.test(rule.selectorText ?? ""))
        .filter((rule) => [...rule.style].some((property) => !quiet.test(property)))
        .map((rule) => rule.cssText);
    },

    /** What can have the focus, in order; `focused` gives places in this list. */
    focusables() {
      this.list = elements().filter(
        (one) =>
          one.matches(focusable) &&
          one.checkVisibility({ checkVisibilityCSS: true }) &&
          !one.matches(":disabled"),
      );
      return this.list.map((one) => ({
        what: named(one),
        group: one.type === "radio" ? one.name : "",
        label: brief(
          one.matches("input, select")
            ? ""
            : one.matches("pre, [tabindex='-1'], .scroll")
              ? ""
              : one.innerText,
        ),
      }));
    },

    /** Where the focus is, how it shows, and whether something lies over it. Undefined outside. */
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

    /** The sheet that WCAG's text spacing asks for, on the page and in the widget. */
    spaced(on) {
      this.sheet ??= new CSSStyleSheet();
      this.sheet.replaceSync(
        on
          ? "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"
          : "",
      );
      for (const root of [document, host().shadowRoot])
        if (!root.adoptedStyleSheets.includes(this.sheet))
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
    },
  };
}
