// Typed values in the reader's language, by the browser's Intl. A payment method is named in one
// format everywhere: the messages `method-card`, `method-bank` and `method-other`.
import type { Value } from "../core/types.ts";

/** Days have no time zone, and the calendar that cards have: not every engine takes it for every language. */
export const civil = { timeZone: "UTC", calendar: "gregory" };

export class Format {
  /** Of the messages, as Intl takes it. */
  readonly locale: string;
  private _say: (id: string, args: Record<string, Value>, fallback?: string) => string;
  private _countries?: Intl.DisplayNames;

  constructor(locale: string, say: (id: string, args: Record<string, Value>) => string) {
    this.locale = locale;
    this._say = say;
  }

  /** `name` is the value's place: an expiry is text by type, and a month by its name. */
  value(value: Value, name = ""): string {
    if (typeof value === "number") return new Intl.NumberFormat(this.locale).format(value);
    if (typeof value === "boolean") return String(value);
    if (typeof value === "string") return name === "expiry" ? this.month(value) : value;
    if (Array.isArray(value)) {
      return new Intl.ListFormat(this.locale).format(value.map((one) => this.value(one, name)));
    }
    if ("day" in value) return this.day(value.day);
    if ("money" in value) {
      const [amount, options] = this.currency(value.money);
      return new Intl.NumberFormat(this.locale, options).format(amount);
    }
    if ("country" in value) return this.country(value.country);
    if ("method" in value) return this.method(value.method);
    return "";
  }

  day(
    day: string,
    options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" },
  ): string {
    return this._date(day, options);
  }

  /** "2028-11": a card is good through the last day of that month. */
  month(month: string): string {
    return this._date(month, { month: "long", year: "numeric" }) || month;
  }

  private _date(day: string, options: Intl.DateTimeFormatOptions): string {
    const at = Date.parse(day);
    return Number.isNaN(at) ? "" : new Intl.DateTimeFormat(this.locale, { ...options, ...civil }).format(at);
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
    const digits = new Intl.NumberFormat(this.locale, options).resolvedOptions().maximumFractionDigits ?? 2;
    return [minor / 10 ** digits, options];
  }

  method(method: Record<string, string>): string {
    return this._say(method.kind === "bank-account" ? "method-bank" : "method-card", {
      brand: this.kind(method),
      last4: method.last4 ?? "",
    });
  }

  /** The brand of a card, or the kind: what a method is called without its digits. */
  kind(method: Record<string, string>): string {
    return method.brand
      ? this._say("brand-" + method.brand, {}, method.brand)
      : this._say("kind-" + method.kind, {}, method.kind);
  }
}
