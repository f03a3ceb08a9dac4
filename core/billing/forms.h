// The forms add-method and edit-method: which fields are asked, and what a typed value is worth.
//
// Codes of verdicts, in addition to those of payment: choice-unknown, bank-account-closed
// {country}, country-other {country: the tenant's}, field-unknown,
// provider-missing. Without tables an address has
// only its own address-<field>-empty, address-long {most} and address-number.
#pragma once
#include <string_view>
#include <vector>

#include "billing/account.h"
#include "guide/domain.h"

namespace stegvis {

class AddressBook;

// `account` may be null: nothing is filled in then.
// With `provider`, of cards alone: a payment provider's fields are in the place of number, expiry and code.
std::vector<Field> add_form(const Account* account, const AddressBook* book, const Json& values,
                            bool provider);
std::vector<Field> edit_form(const Account& account, const Method& method, const AddressBook* book,
                             bool own_fields);

// A field of an address or of a card, by itself.
Verdict check_field(const AddressBook* book, std::string_view country, std::string_view field,
                    std::string_view value, Day day);
// The brand, last four digits and expiry that a provider's fields have given.
Verdict check_provided(const Json& values, Day day);
// The choices of add-method, for that account.
Verdict check_choice(const Account& account, std::string_view field, std::string_view value,
                     std::string_view country, Day day);

// The text of a filled field; of a country also where it is typed, {"country": "NO"}.
std::string_view filled(const Json& fields, std::string_view field);

}  // namespace stegvis
