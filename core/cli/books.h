// The tables of addresses and banks. The command contains both.
#pragma once
#include "payment/address.h"
#include "payment/bank.h"

namespace stegvis {

struct Books {
  AddressBook addresses;
  BankBook banks;
};

// Reads the tables. Returns false, after a diagnostic, if one is damaged.
bool load_books(Books& out);

// Returns the bytes of a table by its name in a domain: "addresses", "bank"; empty if there is
// none.
std::string_view table_bytes(std::string_view name);

}  // namespace stegvis
