// The tables of addresses and banks, which stand in the command itself.
#pragma once
#include "payment/address.h"
#include "payment/bank.h"

namespace stegvis {

struct Books {
  AddressBook addresses;
  BankBook banks;
};

// False, after a named error, where a table is damaged.
bool load_books(Books& out);

}  // namespace stegvis
