// Style sheets are made once and shared by all widgets of the page.
const made = new Map<string, CSSStyleSheet>();

export function shared(text: string): CSSStyleSheet {
  let sheet = made.get(text);
  if (!sheet) {
    made.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  return sheet;
}
