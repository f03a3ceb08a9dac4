// Values to compare with other libraries: made from right ones, then damaged, from a fixed seed.

/** A generator of numbers (mulberry32): the same for the same seed, in every Node. */
export function randomOf(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  const pick = (list) => list[below(list.length)];
  const text = (alphabet, size) => Array.from({ length: size }, () => pick(alphabet)).join("");
  return { next, below, pick, text };
}

const digits = "0123456789";
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export const luhn = (number) =>
  [...number].reverse().reduce((sum, c, i) => sum + ((d) => (d > 9 ? d - 9 : d))(+c * (i % 2 ? 2 : 1)), 0) %
    10 ===
  0;

/** ISO 7064 MOD 97-10 over digits and letters. */
export function mod97(text) {
  let rest = 0;
  for (const c of text) {
    const value = parseInt(c, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}
export const withCheckDigits = (country, bban) =>
  country + String(98 - mod97(`${bban}${country}00`)).padStart(2, "0") + bban;

/** One slip of a typist, or none. */
function damage(random, value) {
  const at = random.below(value.length + 1);
  switch (random.below(12)) {
    case 0:
      return value.slice(0, at);
    case 1:
      return value.slice(0, at) + random.pick(digits) + value.slice(at + 1);
    case 2:
      return value.slice(0, at) + random.pick(digits) + value.slice(at);
    case 3:
      return value.slice(0, at) + value.slice(at + 1);
    case 4:
      return value.slice(0, at) + (value[at + 1] ?? "") + (value[at] ?? "") + value.slice(at + 2);
    case 5:
      return value.slice(0, at) + random.pick(" -./,xO") + value.slice(at);
    case 6:
      return value.toLowerCase();
    default:
      return value;
  }
}

const starts = [
  "4",
  "51",
  "55",
  "2221",
  "2720",
  "34",
  "37",
  "6011",
  "644",
  "65",
  "300",
  "305",
  "36",
  "38",
  "39",
  "3528",
  "3589",
  "1800",
  "2131",
  "62",
  "6282",
  "81",
  "5018",
  "56",
  "58",
  "67",
  "6304",
  "2200",
  "2204",
  "508500",
  "6521",
  "6069",
  "401178",
  "509000",
  "636368",
  "6062820",
  "637095",
  "506099",
  "507865",
  "9792",
  "5019",
  "1",
  "589562",
  "7",
  "9",
  "0",
];

function cardNumber(random) {
  const start = random.pick(starts);
  const size = random.pick([12, 13, 14, 15, 16, 16, 16, 16, 17, 18, 19, 20]);
  let number = start + random.text(digits, Math.max(0, size - start.length - 1));
  number += [...digits].find((last) => luhn(number + last)) ?? "0";
  if (random.below(4) === 0) number = number.replace(/(\d{4})(?=\d)/g, `$1${random.pick([" ", "-"])}`);
  return damage(random, number);
}

function expiry(random) {
  const month = String(random.below(14));
  const mm = month.padStart(2, "0");
  const year = 2015 + random.below(45);
  const yy = String(year).slice(2);
  const form = random.pick([
    `${mm}/${yy}`,
    `${mm}${yy}`,
    `${mm}/${year}`,
    `${mm}${year}`,
    `${year}-${mm}`,
    `${month}/${yy}`,
    `${month}${yy}`,
    `${mm} / ${yy}`,
    `${month} ${year}`,
  ]);
  return random.below(3) === 0 ? form.slice(0, random.below(form.length + 1)) : damage(random, form);
}

const nameParts = [
  "Ola",
  "Nordmann",
  "José",
  "O'Neil",
  "de la Cruz",
  "李",
  "小龙",
  "محمد",
  "Anne-Marie",
  "Jr.",
  "III",
  "2nd",
  "4111",
  "4111 1111 1111 1111",
  "1111-1111",
  "４１１１",
  "١٢٣٤",
  " ",
  "-",
  ".",
];
const cardholderName = (random) =>
  Array.from({ length: 1 + random.below(4) }, () => random.pick(nameParts)).join(
    random.pick([" ", " ", "", "-", "."]),
  );

/** A text of a structure such as "4a14n". */
const ofStructure = (random, structure) =>
  [...structure.matchAll(/(\d+)([nac])/g)]
    .map(([, size, kind]) =>
      random.text(kind === "n" ? digits : kind === "a" ? letters : digits + letters, +size),
    )
    .join("");

function iban(random, { structures }) {
  const [country, structure] = random.pick(structures);
  let value = withCheckDigits(country, ofStructure(random, structure));
  if (random.below(6) === 0) value = value.replace(/(.{4})(?=.)/g, "$1 ");
  return random.below(2) ? value : damage(random, value);
}

const bic = (random) =>
  damage(
    random,
    random.text(letters, 4) +
      random.pick(["NO", "GB", "US", "DE", "XK", "ZZ", "FR"]) +
      random.text(letters + digits, 2) +
      random.pick(["", "", "XXX", random.text(letters + digits, 3)]),
  );

function usRouting(random) {
  const start = random.text(digits, 8);
  const sum = [...start].reduce((total, c, i) => total + +c * [3, 7, 1][i % 3], 0);
  return random.pick([
    start + ((10 - (sum % 10)) % 10),
    start + ((10 - (sum % 10)) % 10),
    start + random.pick(digits),
    "000000000",
    damage(random, start + ((10 - (sum % 10)) % 10)),
  ]);
}

const ukAccount = (random, { sortCodes }) =>
  `${random.pick(sortCodes)} ${random.text(digits, random.below(20) ? 8 : 5 + random.below(5))}`;

const postalForms = {
  0: "####",
  1: "#####",
  2: "######",
  3: "###",
  4: "@# #@@",
  5: "@@## #@@",
  6: "@#@ #@#",
  7: "#### @@",
  8: "##-###",
  9: "###-####",
  10: "#####-####",
  11: "#######",
  12: "### ##",
  13: "@@####",
  14: "@@-####",
  15: "@## @@@@",
  16: "########",
  17: "#####-###",
  18: "@####@@@",
};
function postalCode(random, { countries }) {
  const country = random.pick(countries);
  const form = random.below(3)
    ? country.example
        .replace(/[A-Z]/g, (c) => (random.below(3) ? c : "@"))
        .replace(/\d/g, (c) => (random.below(3) ? c : "#"))
    : random.pick(Object.values(postalForms));
  const value = form.replace(/#/g, () => random.pick(digits)).replace(/@/g, () => random.pick(letters));
  return { value: random.below(2) ? value : damage(random, value), country: country.code };
}

const securityCode = (random) => ({
  value: random.pick([
    random.text(digits, random.below(6)),
    damage(random, random.text(digits, 3)),
    damage(random, random.text(digits, 4)),
  ]),
  brand: random.pick(["visa", "american-express"]),
});

const generators = {
  "card-number": cardNumber,
  expiry,
  "security-code": securityCode,
  "cardholder-name": cardholderName,
  iban,
  bic,
  "us-routing": usRouting,
  "uk-account": ukAccount,
  "postal-code": postalCode,
};

export const fields = Object.keys(generators);

// Rare ones that a short run would miss.
const rare = { expiry: ["010/2045"], iban: ["NO3009470029475"] };

/** So many lines for `stegvis verdict`, of one field. */
export function linesOf(field, count, now, facts) {
  const random = randomOf(20261123 + field.length);
  return Array.from({ length: count }, (_, i) => {
    const made = rare[field]?.[i] ?? generators[field](random, facts);
    return {
      field,
      ...(typeof made === "string" ? { value: made } : made),
      ...(field === "expiry" ? { now } : {}),
    };
  });
}
