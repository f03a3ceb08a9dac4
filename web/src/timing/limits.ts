// The time that a call to the outside has, in milliseconds.

/** A file or script: 45 KB at 20 kbit/s. */
export const forPart = 20000;
/** The start of one half of the core: ten times what a slow processor takes. */
export const forCore = 10000;
/** A call of the first copy of a journal: ten times what a slow disk takes. */
export const forPrimary = 5000;
/** The same, of the second copy: the reader waits for it at the opening, and the first may do without. */
export const forMirror = 2000;
/** A look whether a place holds anything. */
export const forLook = 1000;
/** A message of another tab: ten times what a busy browser takes. */
export const forMessage = 300;
/** The page's own account: until its adapter is set. */
export const forAdapter = 10000;
/** An answer of that adapter: a bank may take its time. */
export const forAnswer = 60000;
/** The same, once the reader has called the change off: time enough to say so. */
export const forCancelling = 3000;
