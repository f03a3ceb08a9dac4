// The interface of a domain: a guide asks it about the account and changes the account through it. Billing
// is the first domain; this folder names none.
//
// Typed values, in arguments, items and views, are JSON: a whole number; a text; true or false;
// {"day": "2026-11-23"}; {"money": [minor units, "NOK"]}; {"country": "NO"}; {"method": {...}}, how
// a payment method is named to people (kind, brand, last4); {"practice": "office", "number"?: 12}, a name
// that the page words; a list of those.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/error.h"
#include "base/json.h"
#include "base/verdict.h"
#include "guide/operation.h"
#include "guide/secret_fields.h"

namespace stegvis {

enum class Truth : uint8_t { no, yes, unknown };

// Numbers and codes of payment methods are typed into the widget's own fields, into fields of the
// host's payment provider, or nowhere here.
enum class Numbers : uint8_t { own, provider, none };

// Why something can't be done or chosen: a code that the interface's messages know as
// "reason-<code>", and the values that the message needs.
struct Reason {
  std::string code;
  Json args = Json::object();
  // Added by a host's account: {"text": its own words, in one language or by locale; "field": the
  // field that it is about; "retry": whether trying again may help}. Null where it adds nothing.
  Json added = Json();
};

// One line of a list. Ids are the domain's and never shown.
struct Item {
  std::string id;
  bool enabled = true;
  bool suggested = false;  // chosen beforehand, where the reader has not chosen yet
  std::vector<Reason> reasons;
  Json values = Json::object();
};

// A list that is asked for. `of` is the id of the item that it depends on, `purpose` the operation that an
// item is picked for; each is empty where there is none.
struct ListName {
  std::string_view name;
  std::string_view of = {};
  std::string_view purpose = {};
};

// The part of a list that is asked for: from `from` on, `count` (at most 50) of what contains
// `search` (folded for case) in its name; all where it is empty. `names` are the words, by their ids, of
// names that the page words.
struct Window {
  uint32_t from = 0;
  uint32_t count = 50;
  std::string search;
  const Json* names = nullptr;
};

struct List {
  uint32_t total = 0;  // of what matches the search
  std::vector<Item> items;
};

// One input of a form. `value` is what the account knows; a secret field never has one.
//   kind      "text", "secret", "expiry", "choice", "country"; "provider": the provider's own fields stand
//             there, and what they say is in the values that `options` names
//   autofill  the HTML autofill token, "cc-number"; empty for none
//   options   ids, for a choice
//   label     what it is called here, where that is not its id: "zip" for a postal code
struct Field {
  std::string id;
  std::string kind = "text";
  bool required = true;
  std::string autofill;
  Json value;
  std::vector<std::string> options;
  std::string label;
};

struct FieldVerdict {
  std::string field;
  Verdict verdict;
};

// Something that another account has in the place of this one: the message `different-<what>` with
// these values.
struct Difference {
  std::string_view what;
  Json values = Json::object();
};

// The first of them, and the number of all.
struct Differences {
  std::vector<Difference> first;
  uint32_t total = 0;
};

// An operation looked at before it is done: all reasons against it, or what it would change.
struct Prepared {
  std::vector<Reason> refusals;
  // Doubts that the reader is asked about: it can be done all the same.
  std::vector<Reason> warnings;
  // The number of all changes, and those of the window as items.
  List changes;
  // Values for the messages of the review and the outcome.
  Json values = Json::object();
  // An undo can restore the account.
  bool undoable = false;
  bool ok() const { return refusals.empty(); }
};

// Words that a playbook may use, for the compiler. An argument of a condition is a member of an
// object; its type is 'i' (whole number) or 'n' (the id of a node whose answer is meant).
struct ArgumentWord {
  std::string_view name;
  char type;
};
struct ConditionWord {
  std::string_view name;
  std::vector<ArgumentWord> args;  // a member each; exactly one, where `one_of`
  bool one_of = false;
};
struct ListWord {
  std::string_view name;
  std::string_view of;  // the lists (or the one list) whose choice it depends on; empty: none
  std::vector<std::string_view> variables;  // values that it gives to a node's messages (`dates`)
};
struct FormWord {
  std::string_view name;
  std::string_view of;  // the list whose choice it edits; empty: none
};
struct OperationWord {
  std::string_view name;
  std::vector<std::string_view> with;       // kind of each answer: a list's or a form's name
  std::vector<std::string_view> variables;  // values for the messages of its review and outcome
  bool undoable = false;
};
struct Vocabulary {
  std::string_view domain;
  std::vector<ConditionWord> conditions;
  std::vector<ListWord> lists;
  std::vector<FormWord> forms;
  std::vector<OperationWord> operations;
};

// The vocabulary of the domain of that name; null where this build has none.
using FindVocabulary = const Vocabulary* (*)(std::string_view domain);

// A domain with the account that a guide works on, at first without one.
class Domain {
 public:
  virtual ~Domain() = default;

  // --- the account

  // Puts the practice account of that name in the place of the account, as it is born on that day; an
  // empty name is that of the ordinary one. False, and nothing is changed, for a name that is none.
  virtual bool practice(std::string_view name, Day day) = 0;
  // Puts an account that a host has sent in the place of the account. Gives what is different from
  // the account that was there, where `different` is not null. Errors: the domain's own, with a JSON
  // pointer; they change nothing.
  virtual Status load_account(const Json& account, Differences* different = nullptr);
  // Returns whether the account has the operation that was asked for by the event of that id.
  virtual bool holds(std::string_view event_id) const = 0;
  // Returns whether that operation can be taken back, as far as that is known without asking.
  virtual bool recalls(std::string_view event_id) const { return holds(event_id); }
  virtual int64_t version() const = 0;
  // 0 without an account.
  virtual uint64_t digest() const = 0;

  // The name of the tenant whose account it is: a typed value; null without an account.
  virtual Json tenant() const { return {}; }

  // --- what it answers

  // Unknown where there is no account yet, or the name is not one of the vocabulary's.
  virtual Truth condition(std::string_view name, const Json& args, Day day) const = 0;
  // An item that its purpose would refuse is disabled. An unknown name or id gives an empty list.
  virtual List list(const ListName& name, const Window& window, Day day) const = 0;
  // One item of that list by id, wherever it stands; an empty id in the result where there is none.
  virtual Item item(const ListName& list, std::string_view id, Day day) const = 0;
  // The reason why the reader is here, as far as the account knows it: typed values; null where it does not.
  virtual Json facts(Day) const { return {}; }
  // Fields in the order in which they are asked; `values` is what the reader has filled in so far,
  // for what follows from it (the country decides the address).
  virtual std::vector<Field> form(std::string_view name, std::string_view of,
                                  const Json& values) const = 0;
  // A typed value by itself, in the form of those values. Secret fields are judged where they are
  // typed, not here.
  virtual Verdict check(std::string_view form, std::string_view of, std::string_view field,
                        std::string_view value, const Json& values, Day day) const = 0;
  // A reason against a form whose fields are all valid: the field where it is put right, and why. A
  // verdict that is only possible is a warning: the reader may send the same once more.
  virtual std::optional<FieldVerdict> judge(std::string_view form, std::string_view of,
                                            const Json& values, Day day) const;

  // --- what it does

  // `window` is the part of the changes that is wanted; all parts together are all that it touches.
  virtual Prepared prepare(const Operation& operation, const Window& window) const = 0;
  // Returns whether an undo can restore the account after an operation of that name.
  virtual bool undoable(std::string_view operation) const = 0;
  // Does it: all or nothing, the account at the next version. Repeated by its id, an operation changes
  // nothing and gives the same result. A refusal is an error of code operation-refused. The result is
  // the id of what was made, empty where nothing was. The operation's own version and `made`, of a host's
  // account, take the place of those that the domain would give.
  virtual Result<std::string> apply(const Operation& operation) = 0;
  // The answer of a practice account's bank to an operation that the rules allow: null, it agrees at once;
  // {"confirm": true}, a person has to confirm it first; {"reasons": [...]}, it refuses.
  virtual Json bank(const Operation&) const { return {}; }

  // --- how it opens fast

  // The bytes of all that the operations have changed since the account's birth, for restore(). Empty
  // where a domain has no such form: then each operation is applied again.
  virtual std::string snapshot() const { return {}; }
  // Takes an account from its birth to where the snapshot was made. Errors: journal-snapshot, which
  // changes nothing.
  virtual Status restore(std::string_view bytes);

  // --- what it needs

  // Only with the widget's own fields, as at first, does a form ask for a secret one: a host could do nothing
  // with a number. Where there are none at all, a form that is nothing without them is not fillable.
  virtual void numbers(Numbers) {}
  virtual bool fillable(std::string_view) const { return true; }
  // The fields of its forms that are secret, which live as long as this; null: none is.
  virtual SecretFields* secret_fields() { return nullptr; }
  // Names of the tables that its forms need.
  virtual std::span<const std::string_view> tables() const { return {}; }
  // Takes the bytes of such a table. Errors: query-unknown for another name, and those of the table.
  virtual Status load_table(std::string_view name, std::string_view bytes);
  // Returns whether a text under that name, in the values of an item or in a typed value of the domain,
  // says nothing of a person. Such a text may be in a summary, which may leave the page.
  virtual bool impersonal(std::string_view name) const = 0;
};

// A domain of this build, as a flow names it, and how one is made.
struct DomainEntry {
  std::string_view name;
  std::unique_ptr<Domain> (*make)();
};

}  // namespace stegvis
