// The box keeps the article's size until the reader acts, so that nothing on the page jumps: the room
// that the first step leaves shows the article. A sheet of its own holds that size; no inline style.
export class Room {
  private _sheet = new CSSStyleSheet();

  /** Puts `mount` in the article's place. `changed` is called when the size is void: a turned screen, a dragged edge. */
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
    const watch = new ResizeObserver(([{ contentRect }]) => {
      if (Math.abs(contentRect.width - width) < 1) return;
      watch.disconnect();
      changed();
    });
    watch.observe(host);
  }

  release(): void {
    this._sheet.replaceSync("");
  }
}
