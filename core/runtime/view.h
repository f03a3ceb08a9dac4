// The view: what to show now, as typed values, from a flow, a session and a domain.
#pragma once
#include "guide/session.h"

namespace stegvis {

// Items that a view carries of a list; the page asks for more in windows of at most 50.
inline constexpr uint32_t view_items = 20;

// See types.h for the shapes.
Json encode_view(const Flow& flow, const Session& session, const Domain& domain, Day day);
Json encode_list(const ListName& name, const Window& window, const List& list);
Json encode_item(const Item& item);
Json encode_fields(const std::vector<Field>& fields, const Json& values);
Json encode_verdict(const Verdict& verdict);
Json encode_reasons(const std::vector<Reason>& reasons);

// Returns whether the reader does a node's step elsewhere: there is no account, or the form of the node can't
// be filled in here.
bool is_elsewhere(const Flow& flow, const Node& node, const Domain& domain);

// The id of the item that was picked at that node; empty: none.
std::string picked(const Session& session, std::string_view node);

// Prepares the operation of the node that is shown, with that window of its changes.
Prepared prepare_here(const Flow& flow, const Session& session, const Domain& domain,
                      const Window& window, Day day);

// A condition's arguments with each node named in them replaced by the item that was picked there.
Json resolve(const Flow& flow, const Session& session, const Json& args);

// A row of the review: the answer at a node of the path.
Json encode_row(const Flow& flow, const Session& session, const Domain& domain, const Node& node,
                Day day);

// The same value without what is personal: numbers, days, countries and money, and the texts that the
// domain says are of no person. For the summary, which may leave the page.
Json impersonal(const Domain& domain, const Json& value);

}  // namespace stegvis
