// The page object of the demo's guide: it finds elements by role and name, with the texts of i18n/. A
// subclass for each way to drive a browser implements the methods at the end.

/** Bidi isolates: they order words in a line and are not read aloud. */
export const isolates = /[\u2066-\u2069]/g;

export class PageObject {
  /** The page, as the way to drive it has it. @type {any} */
  page;

  /** `messages` are the texts of a locale, from words(). */
  constructor(messages) {
    const { ui, guide, card, cardUntil, bank, country, bundles } = messages;
    this.ui = ui;
    this.guide = guide;
    this.card = card;
    this.bank = bank;
    this.cardUntil = cardUntil;
    this.country = country;
    this.bundles = bundles;
  }

  /** Waits until the heading of that node is shown. */
  sees(id, args) {
    return this.see("heading", this.guide(id, args));
  }
  go() {
    return this.press(this.ui("continue"));
  }
  back() {
    return this.press(this.ui("back"));
  }

  /** Waits for the question and answers it. */
  async answer(node, choice, args) {
    await this.sees(node, args);
    await this.check(this.guide(`${node}.${choice}`));
    await this.go();
  }

  /** Chooses the row of that name. */
  async pick(node, name) {
    await this.sees(node);
    await this.check(name, { exact: false });
    await this.go();
  }

  /** From now on the core's forms name these countries, as they would if the rules allowed them. */
  allowCountries(countries) {
    return this.page.evaluate((countries) => {
      const { parse } = JSON;
      // A driver of the browser parses with a function of its own.
      JSON.parse = (text, own) =>
        parse(
          text,
          own ??
            ((_name, value) => {
              if (value?.kind === "country" && value.options) value.options = countries;
              return value;
            }),
        );
    }, countries);
  }

  /** Fills fields by typing; a country is chosen from its list. */
  async fill(values) {
    for (const [id, text] of Object.entries(values)) {
      await (id === "country" ? this.choose(id, this.country(text)) : this.write(id, text));
    }
  }

  /** From the first question to the choice of what is to be replaced. */
  async toOld() {
    await this.answer("notices", "many");
    await this.answer("added", "no");
    await this.answer("changed", "yes");
    await this.sees("old");
  }

  /** From the first question to the form of a new method that is to take over. */
  async toForm() {
    await this.toOld();
    await this.pick("old", this.visa);
    await this.answer("new", "add");
    await this.sees("add");
  }

  /** From the first question to the form of the declined card's details. */
  async toDetails() {
    await this.answer("notices", "many");
    await this.answer("added", "no");
    await this.changedToDetails();
  }

  /** From the question what has changed to the same form. */
  async changedToDetails() {
    await this.answer("changed", "no");
    await this.pick("card", this.visa);
    await this.sees("details");
  }

  /** From that form to the review of another address. */
  async toUpdate() {
    await this.fill({ line1: "Sagbruksveien 14" });
    await this.go();
    await this.sees("review-update", { method: this.visa });
  }

  /** From the first question to the review of a replacement, of the declined card by the Mastercard. */
  async toReview() {
    await this.answer("notices", "many");
    await this.addedToReview();
  }

  /** The same, from the second question on. */
  async addedToReview() {
    await this.answer("added", "no");
    await this.answer("changed", "yes");
    await this.pick("old", this.visa);
    await this.pick("new", this.mastercard);
    await this.seesReview();
  }

  /** Goes to a question that the account answered; its answers are open. */
  async changeKnown(node) {
    await this.press(`${this.ui("change")} ${this.guide(node)}`);
    await this.sees(node);
  }

  seesReview(by = this.mastercard) {
    return this.sees("review", { new: by, old: this.visa });
  }
  replace() {
    return this.press(this.guide("review.action"));
  }
  get visa() {
    return this.card("visa", "1111");
  }
  get mastercard() {
    return this.card("mastercard", "4444");
  }
  /** The card of `newCard`: the account has another one of that name. */
  get added() {
    return this.cardUntil("mastercard", "4444", "2030-12");
  }

  /** Waits until it is there. @returns {any} */
  see(_role, _name) {
    throw new Error("a subclass sees");
  }
  /** Undoes the change at an outcome, which asks first. */
  async undo() {
    await this.press(this.ui("undo"));
    await this.press(this.ui("undo-now"));
  }
  /** Presses a button. @returns {any} */
  press(_name) {
    throw new Error("a subclass presses");
  }
  /** Checks a radio; not exact where facts follow the name. @returns {any} */
  check(_name, _how) {
    throw new Error("a subclass checks");
  }
  /** Writes into a field, by key presses. @returns {any} */
  write(_id, _text) {
    throw new Error("a subclass writes");
  }
  /** Chooses one of a field's options. @returns {any} */
  choose(_id, _label) {
    throw new Error("a subclass chooses");
  }
}
