// The widget takes as much height as the article had until the reader acts, so that nothing on the page
// jumps. A sheet of its own holds that height: no inline style.
export class ReservedSpace {
  private _sheet = new CSSStyleSheet();
  private _watch?: ResizeObserver;

  /**
   * Puts `mount` in the article's place. `changed` is called when the width is another one, so that
   * the height means nothing any more: a turned screen, a dragged edge.
   */
  take(
    host: HTMLElement,
    root: ShadowRoot,
    mount: Element,
    styles: CSSStyleSheet,
    changed: () => void,
  ): void {
    const { width, height } = host.getBoundingClientRect();
    this._sheet.replaceSync(`.frame{min-block-size:${height}px}`);
    const [own, ...later] = root.adoptedStyleSheets;
    root.adoptedStyleSheets = [own, styles, this._sheet, ...later];
    root.replaceChildren(mount);
    this._watch = new ResizeObserver(([{ contentRect }]) => {
      if (Math.abs(contentRect.width - width) >= 1) changed();
    });
    this._watch.observe(host);
  }

  release(): void {
    this._watch?.disconnect();
    this._sheet.replaceSync("");
  }
}
