#include "compiler/messages/required.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "compiler/messages/functions.h"
#include "compiler/playbook/operations.h"

namespace stegvis {
namespace {

using Names = std::vector<std::string_view>;

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// Removes carriage returns, because a guide has line feeds only.
std::string without_returns(std::string_view text) {
  std::string out(text);
  std::erase(out, '\r');
  return out;
}

// Words that are said in the place of others, where the account does not say what these need.
bool is_for_unknown(std::string_view name) {
  constexpr std::string_view end = "-unknown";
  return name == "unknown" ||
         (name.size() > end.size() && name.substr(name.size() - end.size()) == end);
}

class Gatherer {
 public:
  Gatherer(const MessageInput& input, Diagnostics& diagnostics, std::string& source,
           std::vector<std::string>& of_node)
      : input_(input), diagnostics_(diagnostics), source_(source), of_node_(of_node) {}

  bool run() {
    uint32_t before = diagnostics_.errors();
    for (const MessageFile& message_file : input_.files) {
      FluentFile parsed;
      parse_fluent(*message_file.file, diagnostics_, parsed);
      files_.push_back(std::move(parsed));
    }
    std::vector<MessageVariables> variables(input_.flow->nodes.size());
    auto needed = required_attributes(*input_.flow);
    if (input_.vocabulary) variables = message_variables(*input_.flow, *input_.vocabulary);
    of_node_.assign(input_.flow->nodes.size(), "");
    for (size_t i = 0; i < input_.flow->nodes.size(); ++i) node(i, needed[i], variables[i]);
    if (input_.report_unused) unused();
    return diagnostics_.errors() == before;
  }

 private:
  enum class Entry : uint8_t { message, term };
  struct Found {
    const FluentEntry* entry = nullptr;
    size_t file = 0;
  };
  Found find(std::string_view id, Entry kind) const {
    for (size_t i = 0; i < files_.size(); ++i)
      if (const FluentEntry* entry = files_[i].find(id, kind == Entry::term)) return {entry, i};
    return {};
  }
  void fail(Code code, const Found& in, size_t offset, std::string detail) {
    diagnostics_.error_at(code, files_[in.file].name, files_[in.file].text, offset,
                          std::move(detail));
  }

  void node(size_t index, const std::vector<std::string_view>& needed,
            const MessageVariables& variables) {
    const Node& node = input_.flow->nodes[index];
    if (!needs_message(node)) return;
    Found found = find(node.id, Entry::message);
    if (!found.entry) {
      std::string names;
      for (const FluentFile& file : files_) (names += names.empty() ? "" : ", ") += file.name;
      diagnostics_.error_at(Code::message_missing, input_.playbook->name, input_.playbook->text,
                            (*input_.offsets)[index],
                            "the node " + quoted(node.id) + " has no message" +
                                (names.empty() ? "" : " in " + names));
      return;
    }
    if (input_.files[found.file].stands_in) stands_in(node.id, found.file);
    const FluentEntry& entry = *found.entry;
    if (!entry.value.present)
      fail(Code::message_attribute, found, entry.offset, quoted(node.id) + " has no heading");
    for (std::string_view name : needed)
      if (!entry.attribute(name))
        fail(Code::message_attribute, found, entry.offset,
             quoted(node.id) + " has no attribute " + quoted("." + std::string(name)));
    for (const FluentAttribute& attribute : entry.attributes) {
      bool wanted = is_reserved_attribute(attribute.name) ||
                    std::find(needed.begin(), needed.end(), attribute.name) != needed.end();
      if (!wanted) {
        Place place = place_of(files_[found.file].text, attribute.pattern.offset);
        diagnostics_.warning(
            Code::message_unused, files_[found.file].name, place.line, place.column,
            quoted("." + std::string(attribute.name)) + " is no choice of " + quoted(node.id));
      }
    }
    take(found, variables.all);
    auto without_operation = [&](std::string_view name) {
      return (name == "action" && node.needs_account()) || name == "unverified" ||
             (name == "next" && !node.next.empty());
    };
    for (const FluentAttribute& attribute : entry.attributes)
      if (without_operation(attribute.name)) pattern(found, attribute.pattern, variables.dates);
    without_account(node, found, variables);
    of_node_[index] = without_returns(entry.source);
  }

  // A text that uses a date of the account needs other words where there is no account, or where it does
  // not know. An outcome has an action only where the account lets it, and its body knows the operation
  // before it.
  void without_account(const Node& node, const Found& found, const MessageVariables& variables) {
    const FluentEntry& entry = *found.entry;
    const auto& dates = variables.dates;
    Names rest;
    if (node.kind == NodeKind::outcome)
      for (std::string_view name : variables.all)
        if (std::find(dates.begin(), dates.end(), name) == dates.end()) rest.push_back(name);
    auto check = [&](const FluentPattern& said, const std::string& instead) {
      const FluentAttribute* other = entry.attribute(instead);
      if (other) pattern(found, other->pattern, instead == "body-unknown" ? rest : Names());
      if (!other && uses_any(said, dates))
        fail(Code::message_attribute, found, said.offset,
             quoted(entry.id) + " needs " + quoted("." + instead) +
                 ": what is said without the account's dates");
    };
    check(entry.value, "unknown");
    for (const FluentAttribute& attribute : entry.attributes)
      if (!is_for_unknown(attribute.name) && (attribute.name != "action" || node.needs_account()))
        check(attribute.pattern, std::string(attribute.name) + "-unknown");
  }

  // Returns whether a pattern, or a message that it refers to, uses one of these variables.
  bool uses_any(const FluentPattern& pattern, const std::vector<std::string_view>& variables,
                uint32_t depth = 0) const {
    for (const FluentUse& use : pattern.uses) {
      bool named = std::find(variables.begin(), variables.end(), use.name) != variables.end();
      if (use.kind == UseKind::variable && named) return true;
      Found other = find(use.name, Entry::message);
      if (use.kind != UseKind::message || !other.entry || depth > 32) continue;
      const FluentAttribute* attribute = other.entry->attribute(use.attribute);
      if (uses_any(attribute ? attribute->pattern : other.entry->value, variables, depth + 1))
        return true;
    }
    return false;
  }

  void stands_in(std::string_view id, size_t file) {
    bool own_file = std::any_of(input_.files.begin(), input_.files.end(),
                                [](const MessageFile& f) { return !f.stands_in; });
    if (!own_file && reported_) return;
    reported_ = true;
    std::string detail = own_file ? quoted(id) + " is not there in " + std::string(input_.locale)
                                  : "there are no messages in " + std::string(input_.locale);
    diagnostics_.warning(Code::message_stands_in, own_file ? files_[0].name : files_[file].name, 0,
                         0, detail + "; English stands in");
  }

  // Adds an entry and the entries that it refers to to the guide's messages.
  void take(const Found& found, const std::vector<std::string_view>& variables) {
    const FluentEntry& entry = *found.entry;
    if (std::find(open_.begin(), open_.end(), &entry) != open_.end())
      return fail(Code::message_reference, found, entry.offset,
                  quoted(entry.id) + " refers to itself");
    if (open_.size() > 32)
      return fail(Code::message_reference, found, entry.offset, "references more than 32 deep");
    if (taken_.insert(&entry).second) {
      source_ += without_returns(entry.source) + '\n';
    }
    open_.push_back(&entry);
    pattern(found, entry.value, variables);
    for (const FluentAttribute& attribute : entry.attributes)
      pattern(found, attribute.pattern, variables);
    open_.pop_back();
  }

  void pattern(const Found& found, const FluentPattern& pattern,
               const std::vector<std::string_view>& variables) {
    for (const FluentUse& use : pattern.uses) {
      if (++uses_ > 100000) return;
      switch (use.kind) {
        case UseKind::variable:
          if (std::find(variables.begin(), variables.end(), use.name) == variables.end())
            fail(Code::message_variable, found, use.offset,
                 no_variable(use.name, variables, found.entry->is_term));
          break;
        case UseKind::function:
          if (std::optional<Misuse> wrong = misuse_of(use))
            fail(wrong->code, found, wrong->offset, std::move(wrong->detail));
          break;
        case UseKind::message:
        case UseKind::term: reference(found, use, variables);
      }
    }
  }

  static std::string no_variable(std::string_view name,
                                 const std::vector<std::string_view>& variables, bool is_term) {
    std::string out = "$" + std::string(name) + " is not known here; there ";
    out += variables.size() == 1 ? "is" : "are";
    for (std::string_view variable : variables)
      (out += variable == variables[0] ? " $" : ", $") += variable;
    if (variables.empty()) out += is_term ? " no arguments to this term" : " no variables";
    return out;
  }

  void reference(const Found& found, const FluentUse& use,
                 const std::vector<std::string_view>& variables) {
    bool term = use.kind == UseKind::term;
    std::string name = (term ? "-" : "") + std::string(use.name);
    Found other = find(use.name, term ? Entry::term : Entry::message);
    if (!other.entry)
      return fail(Code::message_reference, found, use.offset, "there is no " + quoted(name));
    if (!use.attribute.empty() && !other.entry->attribute(use.attribute))
      return fail(Code::message_reference, found, use.offset,
                  quoted(name) + " has no attribute " + quoted(use.attribute));
    std::vector<std::string_view> names;
    for (const FluentArgument& argument : use.arguments) names.push_back(argument.name);
    take(other, term ? names : variables);
  }

  void unused() {
    std::set<const FluentEntry*> used(taken_.begin(), taken_.end());
    for (size_t i = 0; i < files_.size(); ++i) {
      for (const FluentEntry& entry : files_[i].entries) {
        bool hidden = find(entry.id, entry.is_term ? Entry::term : Entry::message).entry != &entry;
        if (used.count(&entry) || hidden) continue;
        Place place = place_of(files_[i].text, entry.offset);
        diagnostics_.warning(
            Code::message_unused, files_[i].name, place.line, place.column,
            quoted((entry.is_term ? "-" : "") + std::string(entry.id)) + " is used nowhere");
      }
    }
  }

  const MessageInput& input_;
  Diagnostics& diagnostics_;
  std::string& source_;
  std::vector<std::string>& of_node_;
  std::vector<FluentFile> files_;
  std::set<const FluentEntry*> taken_;
  std::vector<const FluentEntry*> open_;
  uint32_t uses_ = 0;
  bool reported_ = false;  // that the locale has no messages
};

}  // namespace

bool is_reserved_attribute(std::string_view name) {
  return name == "hint" || name == "action" || name == "body" || name == "undone" ||
         name == "unverified" || name == "unless" || is_for_unknown(name);
}

bool needs_message(const Node& node) { return node.kind != NodeKind::read; }

std::vector<std::vector<std::string_view>> required_attributes(const Flow& flow) {
  auto before = operations_before(flow);
  auto by_hand = reached_by_hand(flow);
  std::vector<std::vector<std::string_view>> out(flow.nodes.size());
  for (size_t i = 0; i < out.size(); ++i) {
    const Node& node = flow.nodes[i];
    if (node.confirms()) out[i].push_back("action");
    if (node.undo) out[i].push_back("undone");
    if (!node.next.empty()) out[i].push_back("next");
    if (!node.unless.name.empty()) out[i].push_back("unless");
    bool changed = std::any_of(before[i].begin(), before[i].end(),
                               [](const std::string& name) { return !name.empty(); });
    if (node.kind == NodeKind::outcome && changed && by_hand[i]) out[i].push_back("unverified");
    for (const Choice& choice : node.to)
      if (choice.id != plain_choice(node)) out[i].push_back(choice.id);
  }
  return out;
}

std::vector<MessageVariables> message_variables(const Flow& flow, const Vocabulary& vocabulary) {
  auto of_operation = [&](std::string_view name) {
    std::vector<std::string_view> out;
    for (const OperationWord& word : vocabulary.operations)
      if (word.name == name) out = word.variables;
    return out;
  };
  auto before = operations_before(flow);
  std::vector<MessageVariables> out(flow.nodes.size());
  for (size_t i = 0; i < flow.nodes.size(); ++i) {
    const Node& node = flow.nodes[i];
    auto& [all, dates] = out[i];
    if (node.kind == NodeKind::review) all = of_operation(node.operation);
    if (node.kind == NodeKind::outcome && !before[i].empty()) {
      all = of_operation(before[i][0]);
      for (const std::string& name : before[i]) {
        auto also = of_operation(name);
        std::erase_if(all, [&](std::string_view variable) {
          return std::find(also.begin(), also.end(), variable) == also.end();
        });
      }
    }
    for (const ListWord& word : vocabulary.lists)
      if (word.name == node.dates) dates = word.variables;
    all.insert(all.end(), dates.begin(), dates.end());
  }
  return out;
}

bool gather_messages(const MessageInput& input, Diagnostics& diagnostics, std::string& source,
                     std::vector<std::string>& of_node) {
  return Gatherer(input, diagnostics, source, of_node).run();
}

}  // namespace stegvis
