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

std::string_view table_bytes(std::string_view name) {
  if (name == "addresses") return address_table;
  return name == "bank" ? bank_table : std::string_view();
}

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
