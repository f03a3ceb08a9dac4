// Input actions in the form that WebDriver and WebDriver BiDi share.

/** Keys without a character. */
export const key = { backspace: "\uE003", tab: "\uE004", enter: "\uE007", home: "\uE011", down: "\uE015" };

const names = {
  [key.backspace]: "Backspace",
  [key.tab]: "Tab",
  [key.enter]: "Enter",
  [key.home]: "Home",
  [key.down]: "ArrowDown",
  " ": "Space",
};

/** The name of a key; a character is its own name. */
export const nameOf = (char) => names[char] ?? char;

export const typing = (text) => [
  {
    type: "key",
    id: "keyboard",
    actions: [...text].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]),
  },
];

/** In the page: what the focused field of the widget holds. */
export const focusedText = () => document.querySelector("stegvis-guide").shadowRoot.activeElement.value;

/** The keys of a character by its code, as GTK takes them: Ctrl, Shift and U, then the digits of the code. */
export const byCode = (code) => {
  const [control, shift] = ["\uE009", "\uE008"];
  const press = (value) => ({ type: "keyDown", value });
  const release = (value) => ({ type: "keyUp", value });
  const start = [press(control), press(shift), press("U"), release("U"), release(shift), release(control)];
  const digits = [...code].flatMap((digit) => [press(digit), release(digit)]);
  return [{ type: "key", id: "keyboard", actions: [...start, ...digits] }];
};

/** A click in the middle of an element. */
export const clicking = (origin) => [
  {
    type: "pointer",
    id: "mouse",
    actions: [
      { type: "pointerMove", x: 0, y: 0, origin },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ],
  },
];
