// Billing addresses. Each country has its own fields, in its own order and with its own labels;
// each typed value gets a verdict. The caller hands the table in as text (data/address.txt).
//
// Field ids: line1, line2, sublocality, city, region, postal-code, sorting-code. A country has only
// the fields that it uses.
//
// Codes, with the arguments of each:
//   postal-code-empty, postal-code-short {example}              possible
//   postal-code-character {character, example}
//   postal-code-format, postal-code-long {example}
//   postal-code-unknown {example}       no postal code begins like this
//   address-<field>-empty               possible; the field is required
//   address-region-unknown              possible while a region begins like this
//   address-character {character}
//   address-long {most: characters}
//   address-number                      the text contains a card number
//   address-unused                      the country does not use this field
//   address-country {country}           the table does not have this country
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
  // The country's own word for the field:
  //   postal-code   "zip", "pin", "eircode" or "postal"
  //   region        "state", "province", "county", "prefecture", "parish", "island", "department",
  //                 "district", "emirate", "oblast", "area" or "do-si"
  //   sublocality   "suburb", "neighborhood", "district", "townland" or "village-township"
  //   others        the id of the field
  std::string label;
  std::vector<std::string> options;  // names of the regions; empty if the table lists none
};

class AddressBook {
 public:
  // Reads and checks the whole table. Error: address-data, with the line and a detail.
  static Result<AddressBook> load(std::string_view data);

  // Returns the fields of a country (ISO 3166-1 alpha-2) in the order in which a form asks for
  // them; none for a country that is not in the table.
  std::vector<AddressField> fields(std::string_view country) const;

  // Checks one typed value. If the country is empty, a postal code gets the best verdict that any
  // country has for it.
  Verdict check(std::string_view country, std::string_view field, std::string_view value) const;

  // Returns the first example of the country's postal codes; empty if it has none.
  std::string_view example(std::string_view country) const;

  // Returns every country of the table, "AC" to "ZW".
  std::vector<std::string_view> countries() const;

 private:
  enum class Need : uint8_t { optional, required };
  // The value of one line of the table: the bytes of data_ after the line's keyword.
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
  Status check_entry(const Entry& entry, uint32_t line) const;
  Verdict check_postal(const Entry& entry, std::string_view value, Need need) const;
  Verdict check_region(const Entry& entry, std::string_view value) const;

  std::string data_;
  std::vector<Entry> entries_;  // by code
};

}  // namespace stegvis
