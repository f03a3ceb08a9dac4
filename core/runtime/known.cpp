#include "runtime/known.h"

#include "base/later.h"
#include "runtime/view.h"

namespace stegvis {
namespace {

Truth holds(const Flow& flow, const Session& session, const Domain& domain,
            const Condition& condition, Day day) {
  return domain.condition(condition.name, resolve(flow, session, condition.args), day);
}

// The item that a list suggests, where it can be chosen.
STEGVIS_LATER std::string suggested(const Flow& flow, const Session& session, const Domain& domain,
                                    const Node& node, Day day) {
  std::string of = picked(session, node.of);
  List list = domain.list({node.list, of, flow.purpose(node.id)}, Window{}, day);
  for (const Item& item : list.items)
    if (item.suggested && item.enabled) return item.id;
  return {};
}

}  // namespace

std::string_view known_choice(const Flow& flow, const Session& session, const Domain& domain,
                              const Node& node, Day day) {
  for (const Known& known : node.known)
    if (holds(flow, session, domain, known.when, day) == Truth::yes) return known.choice;
  return {};
}

bool article_fails(const Flow& flow, const Session& session, const Domain& domain, const Node& node,
                   Day day) {
  return !node.unless.name.empty() && holds(flow, session, domain, node.unless, day) == Truth::yes;
}

STEGVIS_LATER std::string_view known_against(const Flow& flow, const Session& session,
                                             const Domain& domain, const Event& event) {
  const Node& node = *flow.node(event.node);
  std::string_view better = known_choice(flow, session, domain, node, event.day);
  // A reader who comes back to the question has seen what the account knows.
  const Answer* before = session.answer(node.id);
  bool seen = before && (before->known || before->choice == event.choice);
  if (better.empty() || better == event.choice || seen) return {};
  for (const Known& known : node.known)
    if (known.choice == event.choice &&
        holds(flow, session, domain, known.when, event.day) == Truth::no)
      return better;
  return {};
}

STEGVIS_LATER Json known_answer(const Flow& flow, const Session& session, const Domain& domain,
                                Day day) {
  const Node& node = *flow.node(session.node());
  const Answer* before = session.answer(node.id);
  if (before && !before->known) return {};
  std::string_view choice = known_choice(flow, session, domain, node, day);
  if (choice.empty()) choice = node.otherwise;
  if (choice.empty()) return {};
  Json answer = Json::object();
  answer.set("choice", choice);
  if (node.kind != NodeKind::pick || choice != plain_choice(node)) return answer;
  std::string item = suggested(flow, session, domain, node, day);
  return item.empty() ? Json() : answer.set("value", Json().set("item", item));
}

Json silent_answers(const Flow& flow, const Node& node, std::string_view choice, bool& asks) {
  Json known;
  for (int32_t at = int32_t(&node - flow.nodes.data());;) {
    at = flow.next(uint32_t(at), choice);
    if (at < 0) return known;
    const Node& next = flow.nodes[size_t(at)];
    asks |= !next.known.empty();
    choice = next.otherwise;
    if (choice.empty()) return known;
    known.set(next.id, Json().set("choice", choice));
  }
}

bool is_silent(const Node& node, const Answer& answer) {
  return answer.known && answer.choice == node.otherwise;
}

}  // namespace stegvis
