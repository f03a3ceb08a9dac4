// Messages: Fluent source in, words out. The widget's own words and the guide's stand in bundles of
// their own, so that neither can take the other's ids. A message that is missing never breaks the
// page: it gives its fallback, or nothing, and is named. An id is never shown.
import {
  FluentBundle,
  FluentDateTime,
  FluentNumber,
  FluentResource,
  type FluentVariable,
} from "@fluent/bundle";
import type { Value } from "../core/types.ts";
import { civil, DATETIME, NUMBER } from "./fluent-functions.ts";
import { Format } from "./format.ts";

export type Args = Record<string, Value>;

export class Messages {
  /** Of the widget's own words. */
  readonly locale: string;
  /** The scripts of later steps whose messages are here. */
  readonly scripts: string[] = [];
  readonly format: Format;
  /** The first message that wasn't there. */
  missing?: string;
  /** The page's, which count before all others. */
  private _host: FluentBundle;
  private _own: FluentBundle;
  private _guide: FluentBundle;

  /** @param words the page's own messages, as Fluent source */
  constructor(locale: string, guideLocale: string, words = "") {
    this.locale = locale;
    this._host = bundle(locale);
    this._host.addResource(new FluentResource(words));
    this._own = bundle(locale);
    this._guide = bundle(guideLocale);
    this.format = new Format(written(locale), (id, args, fallback) => this.say(id, args, fallback));
  }

  /** The widget's own words; those of a later step come with its script. */
  add(source: string, script?: string): void {
    this._own.addResource(new FluentResource(source));
    if (script) this.scripts.push(script);
  }

  addGuide(source: string): void {
    this._guide.addResource(new FluentResource(source));
  }

  /** The widget's own words: "id" or "id.attribute"; the fallback, or nothing, where missing. */
  say(id: string, args?: Args, fallback?: string): string {
    return this._find(this._own, id, args) ?? fallback ?? this._missing(id);
  }

  /**
   * The guide's words for a node, or those that are said where a value is not known; undefined where there
   * are none.
   */
  tell(id: string, args?: Args): string | undefined {
    const unknown = id + (id.includes(".") ? "-unknown" : ".unknown");
    return this._find(this._guide, id, args) ?? this._find(this._guide, unknown, args);
  }

  /** A reason or verdict in words. A code without words is still named. */
  explain(kind: "reason" | "verdict" | "warning", code: string, args?: Args): string {
    return (
      this._find(this._own, `${kind}-${code}`, args) ??
      this._find(this._own, `${kind}-other`, { retry: "", ...args, code }) ??
      this._missing(`${kind}-${code}`)
    );
  }

  private _missing(id: string): string {
    this.missing ??= id;
    return "";
  }

  private _find(from: FluentBundle, id: string, args?: Args): string | undefined {
    return this._findIn(this._host, id, args) ?? this._findIn(from, id, args);
  }

  private _findIn(from: FluentBundle, id: string, args?: Args): string | undefined {
    const dot = id.indexOf(".", id.lastIndexOf(" ") + 1);
    const message = from.getMessage(id) ?? (dot > 0 ? from.getMessage(id.slice(0, dot)) : undefined);
    const pattern = dot > 0 ? message?.attributes[id.slice(dot + 1)] : message?.value;
    if (!pattern) return undefined;
    const variables: Record<string, FluentVariable> = {};
    for (const name in args) variables[name] = this._variable(args[name], name);
    // With an error, names of variables would stand among the words.
    const errors: Error[] = [];
    const words = from.formatPattern(pattern, variables, errors);
    return errors.length ? undefined : words;
  }

  private _variable(value: Value, name: string): FluentVariable {
    if (typeof value === "number") return value;
    if (typeof value === "object" && "day" in value) {
      return new FluentDateTime(Date.parse(value.day), { dateStyle: "long", ...civil });
    }
    if (typeof value === "object" && "money" in value) {
      const [amount, options] = this.format.currency(value.money);
      return new FluentNumber(amount, options);
    }
    return this.format.value(value, name);
  }
}

/** Digits and calendar are those of cards and statements, in every language. */
function written(locale: string): string {
  // Intl.Locale takes a slow processor 30 ms at its first use.
  if (/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(locale)) return locale + "-u-ca-gregory-nu-latn";
  try {
    return new Intl.Locale(locale, { calendar: "gregory", numberingSystem: "latn" }).toString();
  } catch {
    return "en-US";
  }
}

function bundle(locale: string): FluentBundle {
  return new FluentBundle(written(locale), { functions: { NUMBER, DATETIME } });
}
