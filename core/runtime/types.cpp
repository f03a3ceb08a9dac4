#include "runtime/types.h"

#include "base/utf8.h"
#include "guide/session.h"
#include "journal/journal.h"
#include "runtime/secrets.h"
#include "runtime/stored.h"

namespace stegvis {
namespace {

constexpr MemberType offer[] = {{"kind", "string", ""}, {"node", "string", ""}};
constexpr MemberType reason[] = {{"code", "string", ""},
                                 {"args", "Record<string, Value>", ""},
                                 {"text", "string | Record<string, string>?",
                                  "A host's own words, in one language or by locale."},
                                 {"field", "string?", "The field of the form that a host refuses."},
                                 {"retry", "boolean?", "Trying again may help, or can't."}};
constexpr MemberType item[] = {
    {"id", "string", ""},
    {"enabled", "boolean", ""},
    {"suggested", "boolean?", "Chosen beforehand, where the reader has not chosen yet."},
    {"reasons", "Reason[]?", ""},
    {"values", "Record<string, Value>", ""}};
constexpr MemberType list[] = {{"list", "string", ""},
                               {"of", "string?", ""},
                               {"purpose", "string?", "The operation that an item is picked for."},
                               {"total", "number", ""},
                               {"from", "number", ""},
                               {"search", "string?", ""},
                               {"items", "Item[]", ""}};
constexpr MemberType field[] = {
    {"id", "string", ""},
    {"kind", "\"text\" | \"secret\" | \"expiry\" | \"choice\" | \"country\" | \"provider\"", ""},
    {"required", "boolean", ""},
    {"label", "string?", "The country's name for it: the message is `field-<id>-<label>`."},
    {"autofill", "string?", ""},
    {"value", "Value?", "A known value or a draft; a secret field never has one."},
    {"options", "string[]?",
     "Of a choice and a country; of a provider's fields, the names of the values that they give."}};
constexpr MemberType verdict[] = {{"standing", "\"valid\" | \"possible\" | \"invalid\"", ""},
                                  {"code", "string?", "The message is `verdict-<code>`."},
                                  {"args", "Record<string, Value>?", ""}};
constexpr MemberType choice[] = {
    {"id", "string", ""},
    {"chosen", "boolean?", ""},
    {"known", "boolean?", "The account's answer; the reader may choose otherwise."}};
constexpr MemberType row_field[] = {{"field", "string", ""}, {"value", "Value", ""}};
constexpr MemberType row[] = {
    {"node", "string", ""},
    {"choice", "string", ""},
    {"item", "Item?", ""},
    {"fields", "RowField[]?", ""},
    {"known", "boolean?", "The account's answer: it was not asked for."},
    {"said", "string?", "The reader's own answer, which it stands against."},
    {"byHand", "boolean?", "Without an account: the reader says that it is done."},
    {"heading", "\"action\"?", "As in a view."},
    {"change", "Offer?", "The event that goes there."}};
constexpr MemberType form[] = {
    {"form", "string", ""},
    {"of", "string?", ""},
    {"fields", "Field[]", ""},
    {"undoable", "boolean?", "Of a form that an operation is carried out with."}};
constexpr MemberType review[] = {
    {"operation", "string", ""},
    {"rows", "Row[]", ""},
    {"changes", "List?", "The changes that the operation will make."},
    {"undoable", "boolean?", ""},
    {"begun", "boolean?", "Something was carried out on the way here."},
    {"warnings", "Reason[]?",
     "Doubts that the reader is asked about; it can be done all the same."}};
constexpr MemberType offers[] = {{"answer", "Offer?", ""},
                                 {"confirm", "Offer?", ""},
                                 {"back", "Offer?", ""},
                                 {"undo", "Offer?", ""},
                                 {"restart", "Offer?", ""}};
constexpr MemberType left[] = {{"operation", "string", ""},
                               {"values", "Record<string, Value>", "Those of its messages."},
                               {"undone", "boolean?", "It is taken back too."}};
constexpr MemberType digests[] = {
    {"flow", "string", ""}, {"session", "string", ""}, {"account", "string", ""}};
constexpr MemberType view[] = {
    {"guide", "string", ""},
    {"node", "string", ""},
    {"kind",
     "\"read\" | \"ask\" | \"pick\" | \"fill\" | \"review\" | \"by-hand\" | \"action-needed\" | "
     "\"outcome\"",
     "by-hand: to be done elsewhere, without an account; action-needed: the bank asks a person."},
    {"state", "\"open\" | \"pending\" | \"action-needed\" | \"done\" | \"undone\"",
     "pending: an operation is under way; action-needed: it waits for a person; done: carried out "
     "here."},
    {"heading", "\"action\" | \"undone\" | \"unverified\"?",
     "The attribute of the node's message that is the heading here; else the message itself is."},
    {"show", "string[]", "Parts of the article to show."},
    {"unless", "boolean?", "The account says that they don't hold; the node's .unless says why."},
    {"values", "Record<string, Value>", "Variables of this node's messages."},
    {"choices", "Choice[]", "Answers that the reader sees by name."},
    {"choice", "string?", "Of a step by hand: the answer that says that it is done."},
    {"again", "boolean?",
     "Of a step by hand with an account: once it is done, the account is loaded again, and back."},
    {"list", "List?", "Of a pick."},
    {"chosen", "string?", "Of a pick: the item that was picked."},
    {"picked", "Item?", "The same as an item, where it is not among those of the list here."},
    {"detail", "string?", "Of a pick: the list that tells more of an item."},
    {"form", "Form?", "Of a fill."},
    {"review", "Review?", "Of a review."},
    {"outcome", "string?", "Of an outcome: its name."},
    {"next", "string?",
     "Of an outcome: the guide that it leads into, if the guide's text says that it is there."},
    {"undoable", "boolean?", "Of an outcome that confirms now: an undo can restore the account."},
    {"known", "Row[]?",
     "The account's answers on the way here, as long as nothing was carried out."},
    {"facts", "Record<string, Value>?",
     "The reason why the reader is here, as the account knows it."},
    {"left", "Left?",
     "After an undo: what a form made on the way, and what the next undo takes back."},
    {"reasons", "Reason[]", "Why the last confirm or undo came to nothing, or this one would."},
    {"moved", "boolean?", "The guide was changed, and the reader is not where they were."},
    {"offers", "Offers", "The events that are possible here."},
    {"digests", "Digests", ""}};
constexpr MemberType effect[] = {
    {"kind", "\"commit\"", ""},
    {"key", "string", "The id of the event that asked for it."},
    {"operation", "string", ""},
    {"args", "unknown[]", ""},
    {"day", "string", ""},
    {"version", "number", "Of the account, as it was read."},
    {"actionNeeded", "boolean?", "The adapter has said that a person has to confirm it."},
    {"bank", "Bank?", "The answer of a practice account's bank; it agrees where there is none."}};
constexpr MemberType bank[] = {{"confirm", "boolean?", "A person has to confirm it."},
                               {"reasons", "Reason[]?", "It refuses."}};
constexpr MemberType append[] = {{"journal", "\"account\" | \"session\"", ""},
                                 {"sequence", "number", ""},
                                 {"bytes", "number", ""}};
constexpr MemberType problem[] = {{"code", "string", ""},
                                  {"where", "string?", ""},
                                  {"line", "number?", ""},
                                  {"column", "number?", ""},
                                  {"detail", "string?", ""}};
constexpr MemberType field_verdict[] = {{"field", "string", ""}, {"verdict", "Verdict", ""}};
constexpr MemberType difference[] = {{"what", "\"new\" | \"gone\" | \"details\" | \"paid\"", ""},
                                     {"values", "Record<string, Value>", "Those of its message."}};
constexpr MemberType differences[] = {{"total", "number", "Of all; the first few are named."},
                                      {"first", "Difference[]", ""}};
constexpr MemberType outcome[] = {
    {"view", "View?", ""},
    {"append", "Append[]?", "Records to store, in this order, in one transaction."},
    {"outgoing", "[number, number]?", "Address and size of their bytes in the core's memory."},
    {"effects", "Effect[]?", ""},
    {"behind", "boolean?", "A host has carried out a change that the account here lacks: load it."},
    {"gone", "boolean?",
     "Answers are about what a host's account no longer has: send account-changed."},
    {"different", "Differences?", "A host's account is another one than it was here."},
    {"problem", "Problem?", ""},
    {"verdicts", "FieldVerdict[]?",
     "Of a form: the fields that are not valid, or are asked about once."}};
constexpr MemberType opened[] = {
    {"tables", "string[]?", "Names of the tables that the domain's forms need."},
    {"problem", "Problem?", ""}};
constexpr MemberType loaded[] = {
    {"records", "number", "The number of records in use."},
    {"changed", "boolean?", "They belong to another version of the guide: send guide-changed."},
    {"restored", "number?", "Of an account: the number of records that a snapshot stood for."},
    {"lost", "number?",
     "The session's first record about a change that the account does not have: send "
     "account-changed."},
    {"behind", "boolean?", "As in an outcome."},
    {"day", "string?", "Of a session: the reader's date at its last event."},
    {"problem", "Problem?", ""}};
constexpr MemberType summary_row[] = {
    {"node", "string", ""},
    {"choice", "string?", ""},
    {"item", "unknown?", ""},
    {"byHand", "boolean?", "Without an account: the reader says that it is done."},
    {"heading", "\"action\"?", "As in a view."}};
constexpr MemberType summary_change[] = {{"operation", "string", ""},
                                         {"id", "string", ""},
                                         {"day", "string", ""},
                                         {"undone", "boolean", ""},
                                         {"values", "Record<string, Value>", ""}};
constexpr MemberType summary[] = {{"guide", "string", ""},
                                  {"node", "string", ""},
                                  {"day", "string", ""},
                                  {"path", "SummaryRow[]", ""},
                                  {"changes", "SummaryChange[]", ""},
                                  {"reasons", "string[]", ""},
                                  {"digests", "Digests", ""}};

constexpr RecordType records[] = {
    {"Offer",
     "An event as the view offers it; the element adds v, id, at and day, and a choice or value.",
     offer},
    {"Reason", "Why something can't be done: the message is `reason-<code>`.", reason},
    {"Item", "One line of a list.", item},
    {"List", "At most 50 items of a list.", list},
    {"Field", "One input of a form.", field},
    {"Verdict", "The kind of a typed value.", verdict},
    {"Choice", "One answer of an ask, or a further way out of another node.", choice},
    {"RowField", "A field of a form that was filled in.", row_field},
    {"Row", "A line of the review: what was answered at a node.", row},
    {"Form", "The fields of a form, in the order in which they are asked.", form},
    {"Review", "The answers, and what will change.", review},
    {"Offers", "The events that are possible.", offers},
    {"Left", "A change that a form made on the way to one that was undone.", left},
    {"Digests", "16 hex characters each.", digests},
    {"View", "The step to show now.", view},
    {"Effect", "The work of the adapter, once the records are stored.", effect},
    {"Bank", "The answer of a practice account's bank.", bank},
    {"Append", "A record to store: the next so many of the outgoing bytes.", append},
    {"Problem", "A mistake: a code of the closed list, its place and what was found.", problem},
    {"Difference", "Something that a host's account has in another way: `different-<what>`.",
     difference},
    {"Differences", "", differences},
    {"FieldVerdict", "The verdict of one field.", field_verdict},
    {"Outcome", "The outcome of an event. With a problem, nothing was changed.", outcome},
    {"Opened", "The answer to `open`: tables to load, or why nothing was opened.", opened},
    {"Loaded", "The outcome of loading a journal.", loaded},
    {"SummaryRow", "The answer at a node, with nothing that is personal.", summary_row},
    {"SummaryChange", "A change that was made.", summary_change},
    {"Summary", "For support: what was asked, answered and done.", summary}};

constexpr std::string_view preamble =
    "// Types and constants of the boundary to the core. Printed by `stegvis types` from "
    "core/runtime/types.cpp.\n"
    "\n"
    "/** A typed value: number, text, yes or no, {day}, {money}, {country}, {method}, or a list. "
    "*/\n"
    "export type Value = number | string | boolean | { day: string } | { money: [number, string] "
    "}\n"
    "  | { country: string } | { practice: string; number?: number } | { method: Record<string, "
    "string> } | Value[];\n";

// The constants that stand in the core's tables, so that the page has no copy of its own.
std::string print_constants(std::span<const DomainEntry> domains) {
  std::string fields, brands;
  for (const DomainEntry& entry : domains) {
    std::unique_ptr<Domain> domain = entry.make();
    const SecretFields* secret = domain->secret_fields();
    if (!secret) continue;
    for (uint32_t i = 0; !secret->id(i).empty(); ++i)
      fields += "  \"" + std::string(secret->id(i)) + "\": " + decimal(i) + ",\n";
    for (uint32_t i = 1; !secret->brand(i).empty(); ++i)
      brands += "  \"" + std::string(secret->brand(i)) + "\",\n";
  }
  return "\n/** The secret fields by their numbers, as `secret` of the core takes them. */\n"
         "export const secretFields: Record<string, number> = {\n" +
         fields +
         "};\n\n/** The brands by their numbers, as `secret` of the core gives them; 0 is none. "
         "*/\n"
         "export const brands: readonly string[] = [\n  \"\",\n" +
         brands +
         "];\n\n/** The bytes of the buffer for secret fields. */\n"
         "export const secretBytes = " +
         decimal(Secrets::capacity) +
         ";\n\n/** The newest versions that this build reads, of a journal and of an event. */\n"
         "export const newestVersions = { journal: " +
         decimal(host_journal_version) + ", event: " + decimal(newest_event_version) + " };\n";
}

bool optional(std::string_view& type) {
  if (type.empty() || type.back() != '?') return false;
  type.remove_suffix(1);
  return true;
}

bool fits_value(const Json& value) {
  if (value.is_array()) {
    for (const Json& item : value.items())
      if (!fits_value(item)) return false;
    return true;
  }
  if (!value.is_object()) return !value.is_null();
  if (value.has("practice")) return value.size() == (value.has("number") ? 2u : 1u);
  return value.size() == 1 &&
         (value.has("day") || value.has("money") || value.has("country") || value.has("method"));
}

std::string misfit_type(std::string_view type, const Json& value, const std::string& at);

std::string misfit_any(std::string_view types, const Json& value, const std::string& at) {
  for (std::string_view rest = types;;) {
    size_t bar = rest.find(" | ");
    std::string_view type = rest.substr(0, bar);
    if (misfit_type(type, value, at).empty()) return "";
    if (bar == std::string_view::npos) break;
    rest.remove_prefix(bar + 3);
  }
  return at + ": " + std::string(types);
}

std::string misfit_type(std::string_view type, const Json& value, const std::string& at) {
  constexpr std::string_view map = "Record<string, ";
  if (type.find(" | ") != std::string_view::npos) return misfit_any(type, value, at);
  if (type.size() > 2 && type.substr(type.size() - 2) == "[]") {
    if (!value.is_array()) return at + ": " + std::string(type);
    type.remove_suffix(2);
    for (size_t i = 0; i < value.size(); ++i) {
      std::string found = misfit_type(type, value.items()[i], at + "/" + decimal(int64_t(i)));
      if (!found.empty()) return found;
    }
    return "";
  }
  if (type.substr(0, map.size()) == map) {
    if (!value.is_object()) return at + ": " + std::string(type);
    std::string_view inner = type.substr(map.size(), type.size() - map.size() - 1);
    for (size_t i = 0; i < value.size(); ++i) {
      std::string found = misfit_type(inner, value.items()[i], at + "/" + value.keys()[i]);
      if (!found.empty()) return found;
    }
    return "";
  }
  bool fits = type == "unknown"   ? true
              : type == "string"  ? value.is_string()
              : type == "number"  ? value.is_integer()
              : type == "boolean" ? value.is_boolean()
              : type == "Value"   ? fits_value(value)
              : type[0] == '['    ? value.is_array()
              : type[0] == '"'    ? value.string() == type.substr(1, type.size() - 2)
                                  : true;
  if (!fits) return at + ": " + std::string(type);
  for (const RecordType& record : records)
    if (record.name == type) {
      std::string found = misfit(type, value);
      return found.empty() ? "" : at + found;
    }
  return "";
}

}  // namespace

std::span<const RecordType> boundary_types() { return records; }

std::string print_types(std::span<const DomainEntry> domains) {
  std::string out(preamble);
  out += print_constants(domains);
  for (const RecordType& record : records) {
    out += "\n/** " + std::string(record.note) + " */\nexport interface " +
           std::string(record.name) + " {\n";
    for (const MemberType& member : record.members) {
      std::string_view type = member.type;
      bool maybe = optional(type);
      if (!member.note.empty()) out += "  /** " + std::string(member.note) + " */\n";
      out += "  " + std::string(member.name) + (maybe ? "?: " : ": ") + std::string(type) + ";\n";
    }
    out += "}\n";
  }
  return out;
}

std::string misfit(std::string_view name, const Json& value) {
  for (const RecordType& record : records) {
    if (record.name != name) continue;
    if (!value.is_object()) return ": " + std::string(name);
    size_t known = 0;
    for (const MemberType& member : record.members) {
      std::string_view type = member.type;
      bool maybe = optional(type);
      if (!value.has(member.name)) {
        if (!maybe) return "/" + std::string(member.name) + ": missing";
        continue;
      }
      ++known;
      std::string found = misfit_type(type, value[member.name], "/" + std::string(member.name));
      if (!found.empty()) return found;
    }
    return known == value.size() ? "" : ": a member that " + std::string(name) + " does not have";
  }
  return ": no such record";
}

}  // namespace stegvis
