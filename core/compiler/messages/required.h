// The messages of a guide. Every node needs one, except nodes that only show the article.
//
// The value of a message is the node's heading. Its attributes:
//   hint
//   action     the button of a node that confirms
//   body       the text of an outcome
//   undone     the heading of an outcome after its change is undone
//   unverified the heading of an outcome behind an operation where there is no account: the reader says
//              that it is done, and nothing was looked up
//   next       the words that lead into another guide, of an outcome that does
//   <choice>   the name of a choice, for each choice that has one
//   unknown, body-unknown, <choice>-unknown...   what is said in the place of the value, of `body`, of a
//              choice..., where that uses a date of the account and there is no account
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics.h"
#include "compiler/messages/fluent.h"
#include "guide/domain.h"
#include "guide/flow.h"

namespace stegvis {

// Returns whether no choice can have this name: hint, action, body, undone, unverified, unknown, and
// whatever ends in "-unknown".
bool is_reserved_attribute(std::string_view name);

bool needs_message(const Node& node);

// Returns the attributes that the message of each node must have.
std::vector<std::vector<std::string_view>> required_attributes(const Flow& flow);

// The variables that a node's message can use: those of its list of dates, and those of the operation
// that it reviews; for an outcome, those that every operation before it has. `action`, `unverified` and
// `next` are said without an account too, and can use `dates` alone.
struct MessageVariables {
  std::vector<std::string_view> all, dates;
};
std::vector<MessageVariables> message_variables(const Flow& flow, const Vocabulary& vocabulary);

// A file of messages.
struct MessageFile {
  const SourceFile* file = nullptr;
  bool stands_in = false;  // English messages, for those that the article's language does not have
};

struct MessageInput {
  const Flow* flow = nullptr;
  const Vocabulary* vocabulary = nullptr;  // null: no domain
  const SourceFile* playbook = nullptr;
  const std::vector<uint32_t>* offsets = nullptr;  // of the nodes, in the playbook's bytes
  std::vector<MessageFile> files;
  std::string_view locale;
  bool report_unused = false;
};

// Checks all messages of the flow. Sets `source` to the messages that the page needs, without
// comments, and `of_node` to the source of each node's message. Returns false if there is an error.
bool gather_messages(const MessageInput& input, Diagnostics& diagnostics, std::string& source,
                     std::vector<std::string>& of_node);

}  // namespace stegvis
