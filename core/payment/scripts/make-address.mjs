// Writes data/address.txt from libaddressinput's countryinfo.txt and data/address-corrections.txt.
//   node make-address.mjs <path of countryinfo.txt>
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const data = join(dirname(fileURLToPath(import.meta.url)), "../data");
if (!process.argv[2]) {
  console.error("usage: node make-address.mjs <path of countryinfo.txt>");
  process.exit(2);
}

/** Lines of "key={json}". */
function readCountries(path) {
  const byKey = new Map();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const equals = line.indexOf("=");
    if (equals > 0) byKey.set(line.slice(0, equals), JSON.parse(line.slice(equals + 1)));
  }
  const countries = new Map();
  for (const code of byKey.get("data").countries.split("~")) countries.set(code, byKey.get(`data/${code}`));
  return countries;
}

/** Paragraphs of "CC" and "key value" lines; several paragraphs of one country add up. */
function readCorrections(path) {
  const corrections = new Map();
  const text = readFileSync(path, "utf8").replace(/^#.*\n/gm, "");
  for (const paragraph of text.split(/\n\s*\n/)) {
    const [code, ...lines] = paragraph.trim().split("\n");
    if (!code) continue;
    if (!/^[A-Z]{2}$/.test(code)) throw new Error(`corrections: "${code}" is no country code`);
    const entry = corrections.get(code) ?? {};
    corrections.set(code, entry);
    for (const line of lines) {
      const [, key, value] = /^(\w+) (.*)$/.exec(line) ?? [];
      if (!/^(format|require|postal|examples|prefix|names|regions|add|drop|why|source)$/.test(key))
        throw new Error(`corrections: ${code}: "${line}"`);
      if (entry[key] && key !== "why") throw new Error(`corrections: ${code} has ${key} twice`);
      entry[key] = value;
    }
    if (!entry.why || !entry.source) throw new Error(`corrections: ${code} says no why or no source`);
  }
  return corrections;
}

/** A regular expression of the data in the notation of address.txt. */
function notation(source) {
  let at = 0;
  const separator = (set) => [...set].every((c) => " -".includes(c));
  function times(atom) {
    if (source[at] === "?") return (at++, optional(atom));
    if (source[at] === "{") {
      const [all, least, , most = least] = /^\{(\d+)(,(\d+))?\}/.exec(source.slice(at));
      at += all.length;
      let tail = "";
      for (let i = +least; i < +most; ++i) tail = `(${atom}${tail})?`;
      return atom.repeat(+least) + tail;
    }
    return atom;
  }
  const optional = (atom) =>
    atom === " " || atom === "-" ? atom : `${/^(\(.*\)|\[[^\]]*\]|.)$/.test(atom) ? atom : `(${atom})`}?`;
  function group() {
    let out = "";
    while (at < source.length && source[at] !== ")") {
      const c = source[at++];
      if (c === "|") out += "|";
      else if (c === "(") {
        if (source.startsWith("?:", at)) at += 2;
        const inner = group();
        ++at;
        out += times(`(${inner})`);
      } else if (c === "[") {
        const end = source.indexOf("]", at);
        const set = source.slice(at, end).replace(/\\d/g, "0-9").replace(/\\/g, "");
        at = end + 1;
        out += times(separator(set) ? (set.includes("-") ? "-" : " ") : set === "A-Z" ? "@" : `[${set}]`);
      } else if (c === "\\") {
        const escaped = source[at++];
        out += times(escaped === "d" ? "#" : escaped);
      } else out += times(c);
    }
    return out;
  }
  const out = group();
  // A pattern that allows for nothing says only that the field is optional.
  const [, inner] = /^\(([^()]*|.*\(.*\).*)\)\?$/.exec(out) ?? [];
  return inner ?? out;
}

const title = (name) =>
  /\p{Ll}/u.test(name) || !/[A-Z]{4}/.test(name)
    ? name
    : name.replace(/\p{L}+/gu, (word) => word[0] + word.slice(1).toLowerCase());

/** "Name=CODE=Latin name", without what is the same. */
function regionsOf(country) {
  const keys = country.sub_keys?.split("~") ?? [];
  const names = country.sub_names?.split("~") ?? [];
  const latin = country.sub_lnames?.split("~") ?? [];
  return keys.map((key, i) => {
    const name = title(names[i] ?? key);
    const others = [title(key), latin[i] && title(latin[i])].filter(
      (other) => other && other.toLowerCase() !== name.toLowerCase(),
    );
    return [name, ...others].join("=").replaceAll(",", " ");
  });
}

const fieldOf = {
  A: ["line1", "line2"],
  C: ["city"],
  D: ["sublocality"],
  S: ["region"],
  X: ["sorting-code"],
  Z: ["postal-code"],
};
const letterOf = { A: "line1", C: "city", D: "sublocality", S: "region", Z: "postal-code" };
const usual = {
  zip_name_type: ["postal-code", "postal"],
  state_name_type: ["region", "province"],
  sublocality_name_type: ["sublocality", "suburb"],
  locality_name_type: ["city", "city"],
};

function describe(code, country, correction) {
  const postal = correction.postal ?? (country.zip && notation(country.zip));
  let format = correction.format ?? country.fmt ?? "%N%n%O%n%A%n%C";
  if (postal && postal !== "none" && !format.includes("%Z")) format += "%n%Z";
  const require = correction.require ?? country.require ?? "AC";
  const required = new Set([...require].map((letter) => letterOf[letter]));
  const fields = [...format.matchAll(/%([ACDSXZ])/g)]
    .flatMap(([, letter]) => fieldOf[letter])
    .filter((field) => field !== "postal-code" || (postal && postal !== "none"));
  const lines = [
    code,
    `fields ${fields.map((field) => (required.has(field) ? `${field}!` : field)).join(" ")}`,
  ];

  const names = new Map();
  for (const [key, [field, name]] of Object.entries(usual))
    if (country[key] && country[key] !== name) names.set(field, country[key].replaceAll("_", "-"));
  for (const pair of correction.names?.split(", ") ?? [])
    names.set(.../** @type {[string, string]} */ (pair.split(" ")));
  const own = [...names].filter(([field]) => fields.includes(field));
  if (own.length) lines.push(`names ${own.map((pair) => pair.join(" ")).join(", ")}`);

  if (fields.includes("postal-code")) {
    const examples = (correction.examples ?? country.zipex ?? "").split(/, ?/).slice(0, 2).filter(Boolean);
    // No source has an example of these: their digits, counted.
    if (!examples.length && /^#+$/.test(postal)) examples.push("1234567".slice(0, postal.length));
    if (!examples.length) throw new Error(`${code} has no example of a postal code`);
    lines.push(`postal ${postal}`, `examples ${examples.join(", ")}`);
    const prefix = correction.prefix ?? country.postprefix;
    if (prefix && !prefix.startsWith("PR")) lines.push(`prefix ${prefix.trim()}`);
  }
  if (fields.includes("region")) {
    const drop = new Set((correction.drop ?? "").split(", "));
    let regions =
      correction.regions?.split(", ") ??
      regionsOf(country).filter((region) => !drop.has(region.split("=")[0]));
    if (correction.add)
      regions = [...regions, ...correction.add.split(", ")].sort((a, b) =>
        a.localeCompare(b, country.lang ?? "en"),
      );
    if (regions.length) lines.push(`regions ${regions.join(",")}`);
  }
  return lines.join("\n");
}

const countries = readCountries(process.argv[2]);
const corrections = readCorrections(join(data, "address-corrections.txt"));
const codes = [...new Set([...countries.keys(), ...corrections.keys()])].sort();
const head = `# Billing addresses, country by country. Made by scripts/make-address.mjs: correct address-corrections.txt.
# Facts of libaddressinput (e20690c8, 2018-05), corrected as of 2026-11.
# fields: in order; ! is required. names: the country's own. regions: name=code or Latin name.
# postal: # digit, @ letter, [..] one of, () group, | or, ? may be left out;
# a space or - is where - may stand, spaces may anywhere. prefix: each may stand before it.
`;
const text =
  head +
  codes
    .map((code) => `\n${describe(code, countries.get(code) ?? {}, corrections.get(code) ?? {})}\n`)
    .join("");
writeFileSync(join(data, "address.txt"), text);
