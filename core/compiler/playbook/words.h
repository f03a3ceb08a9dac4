// Checks the words of a playbook by the vocabulary of its domain.
#pragma once
#include <string_view>

#include "compiler/diagnostics.h"
#include "guide/domain.h"
#include "guide/flow.h"

namespace stegvis {

// Checks nodes after the whole flow is read. `json` is the node in the playbook; it has the places.
class WordCheck {
 public:
  WordCheck(const SourceFile& file, const Vocabulary* vocabulary, const Flow& flow,
            Diagnostics& diagnostics)
      : file_(file), vocabulary_(vocabulary), flow_(flow), diagnostics_(diagnostics) {}
  void node(const Node& node, const Json& json);

 private:
  void fail(Code code, const Json& at, std::string detail);
  void condition(const Condition& condition, const Json& place);
  void argument(const ConditionWord& word, std::string_view name, const Json& value);
  void pick(const Node& node, const Json& json);
  void fill(const Node& node, const Json& json);
  void confirmed(const Node& node, const Json& json);
  void dates(const Node& node, const Json& json);
  void of(const Node& node, const Json& json, std::string_view list);
  const ListWord* list(std::string_view name) const;
  const FormWord* form(std::string_view name) const;
  const OperationWord* operation(std::string_view name) const;
  const Node* other(std::string_view id) const;

  const SourceFile& file_;
  const Vocabulary* vocabulary_;
  const Flow& flow_;
  Diagnostics& diagnostics_;
};

}  // namespace stegvis
