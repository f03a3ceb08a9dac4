#include "cli/books.h"

#include <utility>

#include "cli/cli.h"

namespace stegvis {

namespace {

constexpr std::string_view address_table =
#include "tables/address.inc"
    ;
constexpr std::string_view bank_table =
#include "tables/bank.inc"
    ;

}  // namespace

bool load_books(Books& out) {
  Result<AddressBook> addresses = AddressBook::load(address_table);
  if (!addresses) return report("address.txt", addresses.error()), false;
  Result<BankBook> banks = BankBook::load(bank_table);
  if (!banks) return report("bank.txt", banks.error()), false;
  out.addresses = std::move(*addresses);
  out.banks = std::move(*banks);
  return true;
}

}  // namespace stegvis
