// Billing: payment methods, and what they pay for.
import { itemsOf } from "../../core/queries.ts";
import type { Value } from "../../core/types.ts";
import type { Say } from "../../i18n/format.ts";
import type { DomainView } from "../domain.ts";
import { codePicture, icon } from "./billing-icon.ts";
import { moves, uses } from "./billing-pictures.ts";
import { kindWords, methodOf, practiceNames, practiceWords } from "./billing-words.ts";

/** An expiry as the core takes it, "0230", "2/2030" or "2030-2", as the month that it is: "2030-02". */
function monthOf(typed: string): string {
  const [, month, year] = /^(\d\d?)\D*(?:20)?(\d\d)$/.exec(typed) ?? [];
  return month ? `20${year}-${month.padStart(2, "0")}` : typed.replace(/-(\d)$/, "-0$1");
}

/** The payment that was declined, and what it was for, as far as the account says. */
function chargedWords({ charged, items, more = 0 }: Record<string, Value>, say: Say): string {
  if (!charged) return "";
  return items
    ? say("fact-charged-for", { amount: charged, items, more })
    : say("fact-charged", { amount: charged });
}

function whyDeclined(reason: Value | undefined, say: Say): string {
  return reason ? say(`decline-${String(reason)}`, {}, "") : "";
}

export const billing: DomainView = {
  facts: ["kind", "expiry", "price", "payer", "subscriptions", "uses", "status", "day"],
  ids: ["kind", "status"],
  factWords(name, { status, uses, profiles, singles }, messages) {
    // Most are active: the others are said to be something else.
    if (name === "status" && status === "active") return "";
    if (name !== "uses" || !uses) return undefined;
    const words = [
      profiles ? messages.say("item-profiles", { value: profiles }) : "",
      singles ? messages.say("item-subscriptions", { value: singles }) : "",
    ];
    return messages.say("item-uses", { value: messages.format.value(words.filter((it) => it)) });
  },
  nameValue: "method",
  names: (messages) => practiceNames((id, args) => messages.say(id, args)),
  icon,
  itemPicture: uses,
  changePicture: moves,
  /** A method has one format everywhere; a card is good through the last day of its month. */
  words(value, name, format) {
    if (typeof value === "string") return name === "expiry" ? format.month(monthOf(value)) : undefined;
    // Days of one month or two, a few of them: the year is plain.
    if (name === "declined-on" && !Array.isArray(value))
      return format.day((value as { day: string }).day, { day: "numeric", month: "long" });
    const method = methodOf(value);
    if (!method) return practiceWords(value, format.say);
    const brand = kindWords(method, format.say);
    const { kind, last4 = "", until, name: own } = method;
    if (own || !last4) return own || brand;
    if (kind === "bank-account") return format.say("method-bank", { brand, last4 });
    // Another card is called the same.
    if (until) return format.say("method-card-until", { brand, last4, until: format.month(until) });
    return format.say("method-card", { brand, last4 });
  },
  impersonalWords(value, { format }) {
    const method = methodOf(value);
    return method && kindWords(method, format.say);
  },
  knownFacts({ view, say, messages: { format } }) {
    const { days, methods, reason, amount, charged } = view.facts ?? {};
    if (!Array.isArray(days) || !days.length || !methods) return undefined;
    const words = say("fact-notices", { methods, days: format.value(days, "declined-on") });
    const same = amount && charged && format.value(amount) === format.value(charged);
    const owed = typeof amount === "object" ? say(same ? "fact-owed-same" : "fact-owed", { amount }) : "";
    return [words, whyDeclined(reason, say), chargedWords(view.facts!, say), owed].filter(Boolean).join(" ");
  },
  knownEach({ view, say, core, day, messages: { format } }) {
    if (!view.facts?.differ || !core) return undefined;
    const { items } = itemsOf(core, { list: "notices" }, day);
    return {
      title: say("fact-each"),
      lines: items.map(({ values }) =>
        [
          format.value(values.day, "declined-on"),
          chargedWords(values, say),
          whyDeclined(values.reason, say),
        ].filter(Boolean),
      ),
    };
  },
  fieldWords(field, value, messages) {
    if (typeof value !== "string") return undefined;
    if (field === "country") return messages.format.country(value);
    return field === "kind" ? messages.say("kind-" + value) : undefined;
  },
  // A number that card schemes and providers keep for tests (Stripe, "Testing", 2026-11-28).
  testValues: (day) => ({
    number: "4242 4242 4242 4242",
    expiry: "12/" + String(Number(day.slice(0, 4)) + 3).slice(-2),
    code: "123",
    name: "Ingrid Myrvang",
  }),
  secretField(field, brands) {
    const brand = brands[field];
    return {
      brandValue: brand ? { method: { kind: "credit-card", brand } } : undefined,
      inputMode: field === "iban" ? "text" : "numeric",
      picture: field === "code" ? codePicture(brands.number) : undefined,
    };
  },
};
