// Keys that are typed into a text. A page may have shortcuts of one key, and means none of these by them.

/** Ends the way of such a key event here. Tab, Escape and what is pressed with Ctrl go on to the page. */
export function keepTyped(event: KeyboardEvent): void {
  const { key, ctrlKey, altKey, metaKey, target } = event;
  // A name begins with a capital letter: Tab, F1. One key may give two Arabic letters.
  const named = /^[A-Z]\w/.test(key);
  // Some keyboards write by Ctrl and Alt.
  const shortcut = (ctrlKey || altKey || metaKey) && !event.getModifierState("AltGraph");
  if (!named && !shortcut && (target as Element).matches("select, input:not([type=radio])"))
    event.stopPropagation();
}
