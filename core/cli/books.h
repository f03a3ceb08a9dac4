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

// The bytes of the table of that name, as a domain names it: "addresses", "bank". Empty where the
// command has none of that name.
std::string_view table_bytes(std::string_view name);

}  // namespace stegvis
