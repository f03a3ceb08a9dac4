// Questions to an opened guide that its view doesn't answer. A first visit asks none of it.
import type { Core } from "./core.ts";
import type { Field, List, Summary, Value, Verdict } from "./types.ts";

/**
 * The wanted lines of a list: at most 50, from the item `from` on, that contain the text `search`. `names`
 * are the words of names that the page words, by their ids.
 */
export interface Lines {
  from: number;
  search: string;
  names?: Record<string, string>;
}

/** A form, of an item where it has one. */
export interface FormOf {
  form: string;
  of?: string;
}

const wholeList: Lines = { from: 0, search: "" };
const count = 50;

/** A list that is asked for: the item that it depends on, and the operation that its items are picked for. */
export type ListOf = Pick<List, "list" | "of" | "purpose">;

/** Items of a list: those that belong to the item `of`, or all. */
export function itemsOf(
  core: Core,
  { list, of, purpose }: ListOf,
  day: string,
  { from, search, names } = wholeList,
): List {
  return core.query({ query: "list", list, of, purpose, from, count, search, names, day });
}

/** The changes that the shown review would make. */
export function changesOf(core: Core, day: string, { from, search, names }: Lines): List {
  return core.query({ query: "changes", from, count, search, names, day });
}

/** The fields of a form when these values are in it. */
export function fieldsOf(
  core: Core,
  { form, of = "" }: FormOf,
  values: Record<string, Value>,
  day: string,
): Field[] {
  return core.query<{ fields?: Field[] }>({ query: "form", form, of, values, day }).fields ?? [];
}

/** The questions, answers and changes of the session, with nothing that is personal. */
export function summaryOf(core: Core, day: string): Summary {
  return core.query({ query: "summary", day });
}

/** The standing of a typed value among those values of its form. */
export function checkField(
  core: Core,
  { form, of }: FormOf,
  { id, values, day }: { id: string; values: Record<string, string>; day: string },
): Verdict["standing"] {
  const question = { query: "check", form, of, field: id, value: values[id], values, day };
  return core.query<Verdict>(question).standing;
}

/** A snapshot of the account: its records, and the number of the journal's records that it stands for. */
export interface Snapshot {
  records: number;
  bytes: Uint8Array;
}

/** undefined where there is nothing to stand for. */
export function snapshotOf(core: Core): Snapshot | undefined {
  const { records, outgoing }: { records?: number; outgoing?: [number, number] } = JSON.parse(
    core.raw.snapshot(),
  );
  return records && outgoing ? { records, bytes: core.bytes(...outgoing) } : undefined;
}
