// Shows what only a domain knows. A domain registers its view by its name; a guide of a domain
// without one is shown too, in plainer words.
import type { Item, List, Value } from "../core/types.ts";
import type { ValueWords } from "../i18n/format.ts";
import type { Messages } from "../i18n/messages.ts";
import type { StepContext } from "./step-context.ts";

export interface DomainView {
  /** The names of an item's values that are said of it, in this order. All of them where this is missing. */
  facts?: readonly string[];
  /** Of these, the ids of closed lists: the message is `<name>-<id>`. The others have `item-<name>`. */
  ids?: readonly string[];
  /** Words for one of them that needs others too; none, where it goes without saying. */
  factWords?(name: string, values: Item["values"], messages: Messages): string | undefined;
  /** The value that an item without a name is called by. */
  nameValue?: string;
  /** The words of names that it words itself, by their ids: a search looks through them. */
  names?(messages: Messages): Record<string, string>;
  /** Words for values of its own types. */
  words?: ValueWords;
  /** The same with nothing that is personal. */
  impersonalWords?(value: Value, messages: Messages): string | undefined;
  /** Words for what was typed into a field. */
  fieldWords?(field: string, value: Value, messages: Messages): string | undefined;
  /** Words for the reason why the reader is here, as far as the account knows it. */
  knownFacts?(step: StepContext): string | undefined;
  /** The same of each time, where they differ: the words of a line each. */
  knownEach?(step: StepContext): { title: string; lines: readonly (readonly string[])[] } | undefined;
  /** A small picture of a value of its own types; its words are always there too. */
  icon?(value: Value | undefined): unknown;
  /** A picture of what belongs to the item whose `nameValue` is this. */
  itemPicture?(step: StepContext, value: Value, list: List): unknown;
  /** A picture of what changes between two values. */
  changePicture?(step: StepContext, change: Change): unknown;
  /** Values of a form that are only for tests, by field, for a practice account on that day. */
  testValues?(day: string): Record<string, string>;
  /** Help with the form's secret fields; `brands` are those that the core has found, by field. */
  secretField?(field: string, brands: Readonly<Record<string, string>>): SecretFieldHelp;
}

export interface Change {
  before: Value;
  after: Value;
  items: List;
}

export interface SecretFieldHelp {
  /** The field's brand as a value with an icon. */
  brandValue?: Value;
  inputMode?: "text" | "numeric";
  /** Drawn next to the field. */
  picture?: unknown;
}
