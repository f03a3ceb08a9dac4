// Operations over an account: looked at first (a plan, with every reason against it), then carried
// out in one go. Codes of reasons are in plan.cpp, rules.cpp and forms.cpp; what each says, and the
// arguments that it has, stands in i18n/ui/en-US.ftl.
#pragma once
#include <string>
#include <vector>

#include "billing/account.h"
#include "guide/domain.h"

namespace stegvis {

class AddressBook;

struct Plan {
  OperationKind kind = OperationKind::replace_all;
  uint32_t use = no_index;     // of replace-one
  uint32_t from = no_index;    // replaced, updated or deleted method; of an undo, the change's own
  uint32_t to = no_index;      // the replacement
  uint32_t change = no_index;  // of an undo: what goes back
  uint32_t count = 0;          // items that it touches
  Method made;                 // of an add
  Details details;             // of an update, as they will be
  Json changed;                // of an update: ids of the fields that differ
  std::vector<Reason> refusals;
  std::vector<Reason> warnings;
};

// An operation that is `asked` for now is judged whole: the fields of its form once more, by the tables of
// `book` if there is one, and how things stand with the methods. One that was accepted before is held to the
// account's rules alone, so that a journal reads the same everywhere and ever after.
Plan plan_operation(const Account& account, const Operation& operation, const AddressBook* book,
                    bool asked);

// Does what a plan without refusals says and returns the id of what was made.
std::string carry_out(Account& account, const Operation& operation, Plan&& plan);

// The items that the plan touches.
List touched_by(const Account& account, const Plan& plan, const Window& window, Day day);

// Values for the messages of a review and its outcome; of a refused plan, those that are known.
Json values_of(const Account& account, const Plan& plan);

// Uses of a method, profiles first.
List uses_of(const Account& account, uint32_t method, const Window& window);

// Read the fields of a form (forms.cpp). Reasons are appended for fields that are not valid.
void read_new_method(const Account& account, const Json& fields, const AddressBook* book,
                     bool spelling, Day day, Method& out, std::vector<Reason>& reasons);
void read_details(const Method& method, const Json& fields, const AddressBook* book, bool spelling,
                  Day day, Details& out, Json& changed, std::vector<Reason>& reasons);

}  // namespace stegvis
