// Billing addresses: for every country its fields, in its order and by its names, and verdicts of
// what is typed into them. The tables are handed in as data (data/address.txt).
//
// Field ids: line1, line2, sublocality, city, region, postal-code, sorting-code. A country offers
// those that it uses and no other.
//
// Codes: postal-code-empty, postal-code-short (possible); postal-code-character {character},
// postal-code-format, postal-code-long, postal-code-unknown (no code begins like this), each with
// {example}; address-<field>-empty (possible, where it is required); address-region-unknown;
// address-character {character}; address-long {most}; address-number (a card number stands here);
// address-unused (the country has no such field); address-country (no such country).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/verdict.h"

namespace stegvis {

struct AddressField {
  std::string id;
  bool required = false;
  // The country's own name for it: "zip", "pin", "eircode" or "postal" of a postal code; "state",
  // "province", "county", "prefecture", "parish", "island", "department", "district", "emirate",
  // "oblast", "area" or "do-si" of a region; "suburb", "neighborhood", "district", "townland" or
  // "village-township" of a sublocality; "city" of a city; else the id.
  std::string label;
  std::vector<std::string> options;  // the regions by name, where the country lists them
};

class AddressBook {
 public:
  // Reads and checks all of it. Error: address-data, with the line and what is wrong there.
  static Result<AddressBook> load(std::string_view data);

  // In the order in which they are asked; empty for a country that the data does not have.
  std::vector<AddressField> fields(std::string_view country) const;

  // Without a country, a postal code is judged by the country that it fits best.
  Verdict check(std::string_view country, std::string_view field, std::string_view value) const;

  // The first example of the country's postal codes; empty where it has none.
  std::string_view example(std::string_view country) const;

  // Every country of the data, "AC" to "ZW".
  std::vector<std::string_view> countries() const;

 private:
  // A line of the data: what stands behind its keyword.
  struct Line {
    uint32_t from = 0, size = 0;
  };
  enum Key : uint8_t { fields_key, names_key, postal_key, examples_key, prefix_key, regions_key };
  static constexpr uint32_t keys = 6;
  struct Entry {
    char code[2];
    Line lines[keys];
  };

  std::string_view text(const Entry& entry, Key key) const;
  const Entry* find(std::string_view country) const;
  Status finish(const Entry& entry, uint32_t line) const;
  Verdict check_postal(const Entry& entry, std::string_view value, bool required) const;
  Verdict check_region(const Entry& entry, std::string_view value) const;

  std::string data_;
  std::vector<Entry> entries_;  // by code
};

}  // namespace stegvis
