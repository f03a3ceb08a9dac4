// The answers of the libraries for a value: {valid, possible?, brand?} each. Undefined: nothing to say.
import cardValidator from "card-validator";
import * as ibantools from "ibantools";
import { validateAccountDetails } from "uk-modulus-check";
import validator from "validator";

const standing = ({ isValid, isPotentiallyValid }) => ({ valid: isValid, possible: isPotentiallyValid });

export const structuresOfIbantools = Object.entries(ibantools.countrySpecs)
  .filter(([, spec]) => spec.chars)
  .map(([country, spec]) => [
    country,
    [...spec.bban_regexp.matchAll(/\[([^\]]+)\]\{(\d+)\}/g)]
      .map(([, set, size]) => size + (set === "0-9" ? "n" : set === "A-Z" ? "a" : "c"))
      .join(""),
  ]);

const postalCountries = new Set(validator.isPostalCodeLocales);

export const libraries = {
  "card-number": {
    "card-validator": ({ value }) => {
      const said = cardValidator.number(value);
      return { ...standing(said), brand: said.card?.type ?? null };
    },
    validator: ({ value }) => ({ valid: validator.isCreditCard(value) }),
  },
  expiry: { "card-validator": ({ value }) => standing(cardValidator.expirationDate(value, 20)) },
  "security-code": {
    "card-validator": ({ value, brand }) =>
      standing(cardValidator.cvv(value, brand === "american-express" ? 4 : 3)),
  },
  "cardholder-name": { "card-validator": ({ value }) => standing(cardValidator.cardholderName(value)) },
  iban: {
    validator: ({ value }) => ({ valid: validator.isIBAN(value) }),
    ibantools: ({ value }) => ({ valid: ibantools.isValidIBAN(value) }),
  },
  bic: {
    validator: ({ value }) => ({ valid: validator.isBIC(value) }),
    ibantools: ({ value }) => ({ valid: ibantools.isValidBIC(value) }),
  },
  "us-routing": { validator: ({ value }) => ({ valid: validator.isAbaRouting(value) }) },
  "uk-account": {
    "uk-modulus-check": ({ value }) => ({
      valid: validateAccountDetails(.../** @type {[string, string]} */ (value.split(" "))),
    }),
  },
  "postal-code": {
    validator: ({ value, country }) =>
      postalCountries.has(country) ? { valid: validator.isPostalCode(value, country) } : undefined,
  },
};
