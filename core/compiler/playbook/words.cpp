#include "compiler/playbook/words.h"

#include <algorithm>

#include "base/utf8.h"
#include "base/word_list.h"

namespace stegvis {
namespace {

template <class T>
const T* find(const std::vector<T>& words, std::string_view name) {
  for (const T& word : words)
    if (word.name == name) return &word;
  return nullptr;
}

template <class T>
std::string names(const std::vector<T>& words) {
  std::string out;
  for (const T& word : words) (out += out.empty() ? "" : ", ").append(word.name);
  return out.empty() ? "none" : out;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

}  // namespace

void WordCheck::fail(Code code, const Json& at, std::string detail) {
  diagnostics_.error_at(code, file_.name, file_.text, at.offset(), std::move(detail));
}

const ListWord* WordCheck::list(std::string_view name) const {
  return vocabulary_ ? find(vocabulary_->lists, name) : nullptr;
}
const FormWord* WordCheck::form(std::string_view name) const {
  return vocabulary_ ? find(vocabulary_->forms, name) : nullptr;
}
const OperationWord* WordCheck::operation(std::string_view name) const {
  return vocabulary_ ? find(vocabulary_->operations, name) : nullptr;
}
const Node* WordCheck::other(std::string_view id) const {
  int32_t index = flow_.find(id);
  return index < 0 ? nullptr : &flow_.nodes[size_t(index)];
}

void WordCheck::node(const Node& node, const Json& json) {
  dates(node, json);
  for (const Known& entry : node.known) condition(entry.when, json["known"][entry.choice]);
  if (!node.unless.name.empty()) condition(node.unless, json["unless"]);
  if (node.kind == NodeKind::pick) pick(node, json);
  if (node.kind == NodeKind::fill) fill(node, json);
  bool confirms = node.kind == NodeKind::outcome && node.confirms();
  if (confirms || node.kind == NodeKind::review) confirmed(node, json);
}

void WordCheck::dates(const Node& node, const Json& json) {
  if (node.dates.empty()) return;
  const ListWord* word = list(node.dates);
  if (!word) {
    fail(Code::playbook_list, json["dates"],
         "no list is called " + quoted(node.dates) + "; there are " +
             (vocabulary_ ? names(vocabulary_->lists) : "none"));
  } else if (word->variables.empty() || !word->of.empty()) {
    fail(Code::playbook_dates, json["dates"],
         "the list " + quoted(node.dates) + " gives no values to messages");
  }
}

void WordCheck::condition(const Condition& condition, const Json& place) {
  const ConditionWord* word = vocabulary_ ? find(vocabulary_->conditions, condition.name) : nullptr;
  if (!word)
    return fail(Code::playbook_condition, place.items()[0],
                "no condition is called " + quoted(condition.name) + "; there are " +
                    (vocabulary_ ? names(vocabulary_->conditions) : "none"));
  const Json& args = place.items()[1];
  for (size_t i = 0; i < args.size(); ++i) argument(*word, args.keys()[i], args.items()[i]);
  size_t wanted = word->one_of ? 1 : word->args.size();
  if (args.size() != wanted)
    fail(Code::playbook_argument, args,
         quoted(word->name) + " takes " + (word->one_of ? "one of " : "") + names(word->args));
}

void WordCheck::argument(const ConditionWord& word, std::string_view name, const Json& value) {
  const ArgumentWord* argument = find(word.args, name);
  if (!argument) {
    fail(Code::playbook_argument, value,
         quoted(word.name) + " takes " + names(word.args) + ", not " + quoted(name));
  } else if (argument->type == 'i') {
    if (!value.is_integer() || value.integer() < 0)
      fail(Code::playbook_argument, value, quoted(name) + " is a whole number from 0");
  } else {
    const Node* node = other(value.string());
    if (!value.is_string() || !node || node->kind != NodeKind::pick)
      fail(Code::playbook_argument, value, quoted(name) + " names a node that picks");
  }
}

// A list or form that depends on another list takes the answer of an earlier pick from that list.
void WordCheck::of(const Node& node, const Json& json, std::string_view list) {
  if (list.empty()) {
    if (!node.of.empty())
      fail(Code::playbook_of, json["of"], "it depends on no other list, so nothing is named here");
    return;
  }
  if (node.of.empty())
    return fail(Code::playbook_of, json,
                quoted(node.id) + " depends on the list " + quoted(list) +
                    ", so \"of\" names the node that picks from it");
  const Node* from = other(node.of);
  if (!from || from->kind != NodeKind::pick) return;  // the proof reports it
  if (!this->list(from->list)) return;                // the check of that node reports it
  if (!lists(list, from->list))
    fail(Code::playbook_of, json["of"],
         quoted(node.of) + " picks from " + quoted(from->list) + ", not from " + quoted(list));
}

void WordCheck::pick(const Node& node, const Json& json) {
  const ListWord* word = list(node.list);
  if (!word)
    return fail(Code::playbook_list, json["pick"],
                "no list is called " + quoted(node.list) + "; there are " +
                    (vocabulary_ ? names(vocabulary_->lists) : "none"));
  if (!word->variables.empty())
    fail(Code::playbook_list, json["pick"],
         quoted(node.list) + " gives values to messages; nothing is picked from it");
  of(node, json, word->of);
  if (node.detail.empty()) return;
  const ListWord* detail = list(node.detail);
  if (!detail) {
    fail(Code::playbook_list, json["detail"], "no list is called " + quoted(node.detail));
  } else if (!lists(detail->of, node.list)) {
    fail(Code::playbook_list, json["detail"],
         quoted(node.detail) + " tells nothing of an item of " + quoted(node.list));
  }
}

void WordCheck::fill(const Node& node, const Json& json) {
  const FormWord* word = form(node.form);
  if (!word)
    return fail(Code::playbook_form, json["fill"],
                "no form is called " + quoted(node.form) + "; there are " +
                    (vocabulary_ ? names(vocabulary_->forms) : "none"));
  of(node, json, word->of);
  if (node.operation.empty()) return;
  const OperationWord* does = operation(node.operation);
  if (!does)
    return fail(Code::playbook_operation, json["confirm"],
                "no operation is called " + quoted(node.operation) + "; there are " +
                    names(vocabulary_->operations));
  if (does->with.size() != 1 || does->with[0] != node.form)
    fail(Code::playbook_with, json["confirm"],
         quoted(node.operation) + " does not take the form " + quoted(node.form));
}

void WordCheck::confirmed(const Node& node, const Json& json) {
  const OperationWord* word = operation(node.operation);
  if (!word)
    return fail(Code::playbook_operation,
                json[node.kind == NodeKind::review ? "review" : "confirm"],
                "no operation is called " + quoted(node.operation) + "; there are " +
                    (vocabulary_ ? names(vocabulary_->operations) : "none"));
  std::string wanted;
  for (std::string_view with : word->with) (wanted += wanted.empty() ? "" : ", ").append(with);
  if (node.with.size() != word->with.size())
    return fail(Code::playbook_with, json["with"].is_null() ? json : json["with"],
                quoted(node.operation) + " takes " + decimal(int64_t(word->with.size())) +
                    " answers (" + wanted + "), not " + decimal(int64_t(node.with.size())));
  for (size_t i = 0; i < node.with.size(); ++i) {
    const Node* from = other(node.with[i]);
    if (!from || (from->kind != NodeKind::pick && from->kind != NodeKind::fill)) continue;
    const std::string& gives = from->kind == NodeKind::pick ? from->list : from->form;
    if (!list(gives) && !form(gives)) continue;  // the check of that node reports it
    if (!lists(word->with[i], gives))
      fail(Code::playbook_with, json["with"].items()[i],
           quoted(node.with[i]) + " answers with " + quoted(gives) + ", but " +
               quoted(node.operation) + " takes " + quoted(word->with[i]) + " here");
  }
}

}  // namespace stegvis
