// Answers that the account knows, so that the reader is not asked: a question's by its conditions, a pick's
// by what the domain suggests, a silent question's (`else`) in any case.
#pragma once
#include "guide/session.h"

namespace stegvis {

// The choice of a node that the account knows to be the answer; empty where it knows none.
std::string_view known_choice(const Flow& flow, const Session& session, const Domain& domain,
                              const Node& node, Day day);

// True where the account says that the article's parts at this node don't hold.
bool article_fails(const Flow& flow, const Session& session, const Domain& domain, const Node& node,
                   Day day);

// The choice that the account knows in place of the event's, where the reader's is against it and they
// have not seen that it is; else empty.
std::string_view known_against(const Flow& flow, const Session& session, const Domain& domain,
                               const Event& event);

// The account's answer to the node where a session is, as it stands in an event's `read`: {"choice",
// "value"}; null where it knows none, or the reader has answered there already.
Json known_answer(const Flow& flow, const Session& session, const Domain& domain, Day day);

// The answers to the silent questions that a choice leads to, up to one that an account may know; null for
// none. `asks` becomes true where that one is next.
Json silent_answers(const Flow& flow, const Node& node, std::string_view choice, bool& asks);

// True for an answer that stands where the account knows none: it says nothing.
bool is_silent(const Node& node, const Answer& answer);

}  // namespace stegvis
