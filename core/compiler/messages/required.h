// What messages a flow needs: one for each node but those that only show the article.
//
// A message's value is the node's heading. Attributes: `hint`; `action`, the button of a node that
// confirms; `body`, an outcome's text; `undone`, an outcome's heading once its change is undone; and
// one for each choice that the reader sees by name, called like the choice.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics.h"
#include "compiler/messages/fluent.h"
#include "guide/domain.h"
#include "guide/flow.h"

namespace stegvis {

// hint, action, body, undone: no choice may be called so.
bool is_reserved_attribute(std::string_view name);

bool needs_message(const Node& node);

// The attributes that the node's message must have.
std::vector<std::string_view> required_attributes(const Node& node);

// The variables that a node's message may use: of the list that it takes dates from, and of the
// operation that it reviews, or that led to it on every way.
std::vector<std::vector<std::string_view>> message_variables(const Flow& flow,
                                                             const Vocabulary& vocabulary);

// The messages of a guide, where they are to be looked for, in this order.
struct MessageFile {
  const SourceFile* file = nullptr;
  bool stands_in = false;  // English, where the article's own language has none
};

struct MessageInput {
  const Flow* flow = nullptr;
  const Vocabulary* vocabulary = nullptr;  // null: no domain
  const SourceFile* playbook = nullptr;
  const std::vector<uint32_t>* offsets = nullptr;  // of the nodes in the playbook
  std::vector<MessageFile> files;
  std::string_view locale;
  bool report_unused = false;
};

// Checks all messages of the flow and puts together their source without comments: what the page
// formats. `of_node` is filled with the source of each node's own message. False where something
// is wrong.
bool gather_messages(const MessageInput& input, Diagnostics& diagnostics, std::string& source,
                     std::vector<std::string>& of_node);

}  // namespace stegvis
