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
