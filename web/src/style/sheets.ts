// Style sheets are made once and shared by all widgets of the page.

/** The sheet of that text; `made` holds those that there are. */
export function sheetOf(text: string, made: Map<string, CSSStyleSheet>): CSSStyleSheet {
  let sheet = made.get(text);
  if (!sheet) {
    made.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  return sheet;
}
