// Typed values in the reader's language, by the browser's Intl.
import type { Value } from "../core/types.ts";
import { civil } from "./fluent-functions.ts";

export type Say = (id: string, args: Record<string, Value>, fallback?: string) => string;

/** Words for a value of a domain's own type; undefined for any other. `name` is the value's place. */
export type ValueWords = (value: Value, name: string, format: Format) => string | undefined;

export class Format {
  /** Of the messages, as Intl takes it. */
  readonly locale: string;
  readonly say: Say;
  /** The words of the guide's domain, once they are there. */
  domainWords?: ValueWords;
  private _countries?: Intl.DisplayNames;
  /** Each that was made, by its options: to make one takes a browser as long as to draw a line. */
  private _made: Record<string, unknown> = {};

  constructor(locale: string, say: Say) {
    this.locale = locale;
    this.say = say;
  }

  /** `name` is the value's place: it may say more than the type does. */
  value(value: Value, name = ""): string {
    const words = this.domainWords?.(value, name, this);
    if (words !== undefined) return words;
    if (typeof value === "number") return this._one(Intl.NumberFormat).format(value);
    if (typeof value === "boolean") return String(value);
    if (typeof value === "string") return value;
    if (Array.isArray(value)) {
      return new Intl.ListFormat(this.locale).format(value.map((part) => this.value(part, name)));
    }
    if ("day" in value) return this.day(value.day);
    if ("money" in value) {
      const [amount, options] = this.currency(value.money);
      return this._one(Intl.NumberFormat, options).format(amount);
    }
    return "country" in value ? this.country(value.country) : "";
  }

  day(
    day: string,
    options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" },
  ): string {
    return this._date(day, options);
  }

  /** Of "2028-11". */
  month(month: string): string {
    return this._date(month, { month: "long", year: "numeric" }) || month;
  }

  private _date(day: string, options: Intl.DateTimeFormatOptions): string {
    const at = Date.parse(day);
    return Number.isNaN(at) ? "" : this._one(Intl.DateTimeFormat, { ...options, ...civil }).format(at);
  }

  private _one<F, O extends object>(Kind: new (locale: string, options?: O) => F, options?: O): F {
    return (this._made[JSON.stringify(options)] ??= new Kind(this.locale, options)) as F;
  }

  country(code: string): string {
    try {
      this._countries ??= new Intl.DisplayNames(this.locale, { type: "region" });
      return this._countries.of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** Minor units as an amount, and the options that write it. */
  currency([minor, currency]: [number, string]): [number, Intl.NumberFormatOptions] {
    const options: Intl.NumberFormatOptions = { style: "currency", currency };
    const digits = this._one(Intl.NumberFormat, options).resolvedOptions().maximumFractionDigits ?? 2;
    return [minor / 10 ** digits, options];
  }
}
