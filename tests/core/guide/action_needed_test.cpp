// A person has to confirm an operation at the bank: it stays pending until the adapter has its answer.
#include "guide/session_fixture.h"

namespace stegvis {
namespace {

class ActionNeeded : public SessionTest {};

TEST_F(ActionNeeded, KeepsTheOperationPending) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  std::string key = session.pending()->operation.id;
  EXPECT_EQ(send(EventKind::action_needed, "", "", of("x")).error().code, Code::event_place);
  uint64_t before = session.digest();
  EXPECT_TRUE(send(EventKind::action_needed, "", "", of(key)));
  EXPECT_TRUE(session.pending()->action_needed);
  EXPECT_NE(session.digest(), before);
  EXPECT_EQ(send(EventKind::back, "review").error().code, Code::event_pending);
  EXPECT_TRUE(send(EventKind::unknown, "", "", of(key)));
  EXPECT_TRUE(session.pending()->action_needed);
  commit(1);
  EXPECT_FALSE(session.pending());
  EXPECT_EQ(session.committed().size(), 1u);
}

TEST_F(ActionNeeded, IsRefusedWhereNobodyConfirms) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  Json value = of(session.pending()->operation.id);
  EXPECT_TRUE(send(EventKind::action_needed, "", "", value));
  value.set("reasons", Json().push(Json().set("code", "authentication-failed")));
  EXPECT_TRUE(send(EventKind::refused, "", "", value));
  EXPECT_FALSE(session.pending());
  EXPECT_EQ(session.node(), "review");
  EXPECT_EQ(session.reasons()[0].code, "authentication-failed");
}

TEST_F(ActionNeeded, HasTheThirdVersionOfEvents) {
  Event event = make(EventKind::action_needed, "", "", of("x"));
  Json json = encode_event(event);
  EXPECT_EQ(json["v"].integer(), 3);
  EXPECT_TRUE(decode_event(json));
  EXPECT_EQ(decode_event(json.set("v", 1)).error().where, "/v");
  EXPECT_EQ(decode_event(json.set("v", 4)).error().code, Code::event_version);
}

}  // namespace
}  // namespace stegvis
