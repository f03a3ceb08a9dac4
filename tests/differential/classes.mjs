// Why a verdict differs from a library's: rules, each under an id that tests/vectors/deviations.md
// explains. A rule looks at the value and at what was said of it; the first that holds counts.
//   x = { value, country, brand, ours: {verdict, code, brand}, library, said: {valid, possible, brand} }
import validator from "validator";

/** 0 to 9 of a decimal digit in any script: runs of ten begin where no digit stands before. */
function digitOf(c) {
  const code = c.codePointAt(0);
  let steps = 0;
  while (steps < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - steps - 1))) ++steps;
  return steps;
}
export const digitsOf = (value) => value.replace(/\p{Nd}/gu, (c) => String(digitOf(c))).replace(/\D/g, "");
const refused = ({ ours, said }) => said.valid && ours.verdict !== "valid";
const taken = ({ ours, said }) => !said.valid && ours.verdict === "valid";
const written = (value) => value !== value.toUpperCase().replace(/[ -]/g, "");

// The lengths of a brand that a library knows; a brand that is not here is one that it does not know.
const known = {
  "card-validator": {
    visa: [16, 18, 19],
    mastercard: [16],
    "american-express": [15],
    "diners-club": [14, 16, 19],
    discover: [16, 19],
    jcb: [16, 17, 18, 19],
    unionpay: [14, 15, 16, 17, 18, 19],
    maestro: [12, 13, 14, 15, 16, 17, 18, 19],
    elo: [16],
    mir: [16, 17, 18, 19],
    hiper: [16],
    hipercard: [16],
    troy: [16],
    verve: [16, 18, 19],
    naranja: [16],
  },
  validator: {
    visa: [13, 16, 19],
    mastercard: [16],
    "american-express": [15],
    "diners-club": [14],
    discover: [16, 17, 18, 19],
    jcb: [15, 16],
    unionpay: [16, 17, 18, 19],
  },
};
const lengthKnown = (x) => (known[x.library][x.ours.brand] ?? []).includes(digitsOf(x.value).length);

const national = new Set(
  "AL AX BA BE BL CF CG CZ DJ EE ES FI FR GA GB GF GP GQ HR HU IT KM MA MC ME MF MK MQ MR NC NO PF PL PM PT RE RS SI SK SM TD TF TL TN WF XK YT".split(
    " ",
  ),
);
const countryOf = (value) => value.replace(/[ -]/g, "").slice(0, 2).toUpperCase();

/** The rules of a sort code in core/payment/data/bank.txt: their exceptions. */
/** @type {(sortCode: string) => any[]} */
let ukRules = () => [];
export function readBank(text) {
  const rules = new Map(
    [...text.matchAll(/^rule (\d+) .* (\d+)$/gm)].map(([, rule, exception]) => [rule, +exception]),
  );
  const ranges = [...text.matchAll(/^range (\d+) (\d+) (.*)$/gm)];
  ukRules = (sortCode) =>
    (ranges.find(([, first, last]) => first <= sortCode && sortCode <= last)?.[3].split(" ") ?? []).map(
      (rule) => rules.get(rule),
    );
}
const uk = (x, holds) => holds(ukRules(x.value.split(" ")[0]), x.value.split(" ")[1] ?? "");

/** True if a library takes the same letters and digits in another way of writing them. */
function takesOtherwise({ value, country }) {
  const prefix = { AZ: "AZ", HT: "HT", LT: "LT-", LV: "LV-" }[country] ?? "";
  const plain = value.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const bare = [
    plain,
    plain.replace(/^(AX|FI|SE|HR|SI|MC|FL|CH|MD|LT|LV|L|B|A|P|F|I|NL|HT|AZ|EC)(?=\d)/, ""),
  ];
  const ways = bare.flatMap((text) => [
    text,
    ...Array.from(text, (_, i) => [" ", "-"].map((gap) => text.slice(0, i) + gap + text.slice(i))).flat(),
  ]);
  return ways.some(
    (way) => validator.isPostalCode(way, country) || validator.isPostalCode(prefix + way, country),
  );
}

export const classes = {
  "card-number": [
    ["compare-card-brand", (x) => x.ours.brand && !known[x.library][x.ours.brand]],
    ["compare-card-brand", (x) => x.said.brand !== undefined && x.said.brand !== (x.ours.brand ?? null)],
    [
      "compare-card-brand",
      (x) =>
        /^(1|18|180|309)$/.test(digitsOf(x.value)) ||
        (x.ours.code === "card-number-unknown" && x.said.possible),
    ],
    ["compare-card-lengths", (x) => x.ours.brand && taken(x) && !lengthKnown(x)],
    [
      "compare-card-lengths",
      (x) =>
        x.ours.brand &&
        x.ours.verdict !== "valid" &&
        (x.said.valid || x.said.possible) &&
        (lengthKnown(x) || x.library === "validator"),
    ],
    ["compare-card-lengths", (x) => x.ours.verdict === "possible" && x.said.possible === false],
    ["compare-card-brand", (x) => x.library === "validator" && taken(x)],
    ["compare-card-any-digits", (x) => x.library === "validator" && refused(x)],
  ],
  expiry: [
    ["compare-expiry-month", (x) => x.said.possible && /^\s*0\d\d\b/.test(x.value)],
    ["compare-expiry-no-year-left", (x) => x.ours.verdict === "invalid" && x.said.possible && !x.said.valid],
    [
      "compare-expiry-forms",
      (x) =>
        x.ours.verdict !== "invalid" &&
        !x.said.valid &&
        /^[\s/]*\d{1,6}(\s*[-/.\s]\s*\d{0,4})?\s*$/.test(x.value),
    ],
  ],
  "security-code": [
    ["compare-blanks", (x) => x.ours.verdict !== "invalid" && !x.said.possible && /^ | $/.test(x.value)],
  ],
  "cardholder-name": [
    [
      "compare-name-number",
      (x) => x.ours.code === "cardholder-name-number" && digitsOf(x.value).length >= 12,
    ],
    ["compare-name-letters", (x) => x.ours.verdict === "possible" && x.said.valid && !/\p{L}/u.test(x.value)],
  ],
  iban: [
    [
      "compare-iban-national",
      (x) => refused(x) && x.ours.code === "iban-national" && national.has(countryOf(x.value)),
    ],
    ["compare-writing", (x) => taken(x) && written(x.value)],
    [
      "compare-iban-structure",
      (x) =>
        refused(x) &&
        x.ours.code === "iban-format" &&
        ["IE", "GE", "PK", "PS", "VG", "TR"].includes(countryOf(x.value)),
    ],
    ["compare-iban-structure", (x) => taken(x) && /^(BY|CI|DO|PK|PS|GE|VG)/.test(x.value)],
    ["compare-iban-countries", (x) => x.library === "validator" && taken(x)],
    [
      "compare-iban-letters",
      (x) => x.library === "ibantools" && taken(x) && /^MK07\d{3}.*[A-Z]/.test(x.value),
    ],
    ["compare-iban-own-accounts", (x) => x.library === "ibantools" && taken(x) && /^NO\d{6}00/.test(x.value)],
  ],
  bic: [
    ["compare-bic-party", (x) => taken(x) && /\d/.test(x.value.replace(/[^\da-z]/gi, "").slice(0, 4))],
    ["compare-writing", (x) => taken(x) && written(x.value)],
  ],
  "us-routing": [
    ["compare-routing-zeros", (x) => refused(x) && x.value === "000000000"],
    ["compare-writing", (x) => taken(x) && written(x.value)],
  ],
  "uk-account": [
    ["compare-uk-lengths", (x) => refused(x) && digitsOf(x.value).length !== 14],
    ["compare-writing", (x) => taken(x) && !/^\d{6} \d{8}$/.test(x.value)],
    [
      "compare-uk-both",
      (x) => refused(x) && uk(x, (rules) => rules.length === 2 && ![2, 9, 10, 11, 12, 13].includes(rules[0])),
    ],
    [
      "compare-uk-exceptions",
      (x) => uk(x, (rules) => [3, 4, 5, 7, 10, 14].some((exception) => rules.includes(exception))),
    ],
  ],
  "postal-code": [
    ["compare-writing", (x) => taken(x) && takesOtherwise(x)],
    [
      "compare-postal-more",
      (x) =>
        taken(x) &&
        ["AZ", "FR", "GR", "HT", "IE", "IN", "IR", "KR", "LI", "MT", "SA", "PT"].includes(x.country),
    ],
    [
      "compare-postal-tighter",
      (x) => refused(x) && ["AD", "AT", "AU", "ES", "FR", "GB", "IE", "NP", "US"].includes(x.country),
    ],
  ],
};

export const classOf = (field, x) => classes[field].find(([, holds]) => holds(x))?.[0];
