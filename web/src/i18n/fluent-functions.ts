// The functions that messages can call, in the place of Fluent's own: those add the options to what the value
// has already, and their lists of options weigh more. Intl knows which options there are.
import { FluentDateTime, FluentNumber, type FluentValue } from "@fluent/bundle";

type Options = Record<string, FluentValue>;

/** Days have no time zone, and the calendar that cards have: not every engine takes it for every language. */
export const civil = { timeZone: "UTC", calendar: "gregory" };

function plain(options: Options): Record<string, unknown> {
  const entries = Object.entries(options);
  return Object.fromEntries(entries.map(([name, option]) => [name, (option as FluentNumber).valueOf()]));
}

/** A number with these options beyond its own, such as a currency. */
export function NUMBER([value]: FluentValue[], options: Options): FluentNumber {
  const number = value as FluentNumber;
  return new FluentNumber(number.valueOf(), { ...number.opts, ...plain(options) });
}

/** A date with only what the message asks for. */
export function DATETIME([value]: FluentValue[], options: Options): FluentDateTime {
  return new FluentDateTime((value as FluentNumber).valueOf(), { ...civil, ...plain(options) });
}
