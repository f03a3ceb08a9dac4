// Each operation's changes, its refusals and its undo.
#include "billing/helpers.h"

namespace stegvis {
namespace {

TEST(ReplaceAll, MovesEverythingWhateverItsStatusAndKeepsTheOldMethod) {
  Billing billing(practice());
  Prepared prepared = billing.prepare(operation("replace-all", {"m-visa", "m-debit"}));
  ASSERT_TRUE(prepared.ok());
  EXPECT_TRUE(prepared.undoable);
  EXPECT_EQ(prepared.changes.total, 4u);
  ASSERT_EQ(prepared.changes.items.size(), 4u);
  EXPECT_EQ(prepared.changes.items[0].id, "b-drift");
  EXPECT_EQ(
      prepared.values.dump(),
      "{\"count\":4,"
      "\"new\":{\"method\":{\"brand\":\"visa\",\"kind\":\"debit-card\",\"last4\":\"5556\"}},"
      "\"old\":{\"method\":{\"brand\":\"visa\",\"kind\":\"credit-card\",\"last4\":\"1111\"}}}");
  ASSERT_TRUE(billing.apply(operation("replace-all", {"m-visa", "m-debit"})));
  for (const char* use : {"b-drift", "b-butikk", "s-epost", "s-telefon", "s-tegning"})
    EXPECT_EQ(payer(billing, use), "m-debit") << use;
  EXPECT_EQ(payer(billing, "s-regnskap"), "m-bank");
  EXPECT_EQ(billing.version(), 1);
  EXPECT_NE(find_method(*billing.account(), "m-visa"), no_index);
  EXPECT_TRUE(check_account(*billing.account()).empty());
}

TEST(ReplaceAll, ABankAccountIsRefusedWholeWhereAnythingIsOnAProfile) {
  Billing billing(practice());
  uint64_t digest = billing.digest();
  Prepared prepared = billing.prepare(operation("replace-all", {"m-visa", "m-bank"}));
  ASSERT_EQ(codes(prepared.refusals), Codes{"bank-account-on-profile"});
  EXPECT_EQ(prepared.refusals[0].args["profiles"].dump(),
            R"([{"practice":"operations"},{"practice":"shops"}])");
  EXPECT_EQ(prepared.changes.total, 0u);
  auto applied = billing.apply(operation("replace-all", {"m-visa", "m-bank"}));
  ASSERT_FALSE(applied);
  EXPECT_EQ(applied.error().code, Code::operation_refused);
  EXPECT_EQ(applied.error().detail, "bank-account-on-profile");
  EXPECT_EQ(billing.digest(), digest);
  EXPECT_EQ(billing.version(), 0);
  EXPECT_TRUE(
      Billing(practice("individual")).prepare(operation("replace-all", {"m-visa", "m-bank"})).ok());
}

TEST(ReplaceAll, GivesEveryReason) {
  Billing billing(practice("invoice-manager"));
  EXPECT_EQ(refusals(billing, operation("replace-all", {"m-expired", "m-swedish"})),
            (Codes{"not-manager", "nothing-attached", "other-country", "not-manager"}));
  EXPECT_EQ(refusals(billing, operation("replace-all", {"m-x", "m-y"})),
            (Codes{"unknown-method", "unknown-method"}));
  // Reasons against the replacement itself are listed whether the old method is known or not.
  EXPECT_EQ(refusals(billing, operation("replace-all", {"m-x", "m-swedish"})),
            (Codes{"unknown-method", "other-country", "not-manager"}));
}

TEST(ReplaceOne, MovesOneProfileOrSubscription) {
  Billing billing(practice());
  Prepared prepared = billing.prepare(operation("replace-one", {"s-epost", "m-bank"}));
  ASSERT_TRUE(prepared.ok());
  EXPECT_EQ(prepared.values["item"]["practice"].string(), "business-email");
  ASSERT_EQ(prepared.changes.total, 1u);
  ASSERT_TRUE(billing.apply(operation("replace-one", {"s-epost", "m-bank"}, "op-1")));
  EXPECT_EQ(payer(billing, "s-epost"), "m-bank");
  EXPECT_EQ(payer(billing, "b-drift"), "m-visa");
  EXPECT_EQ(refusals(billing, operation("replace-one", {"b-drift", "m-bank"}, "op-2")),
            Codes{"bank-account-on-profile"});
  EXPECT_EQ(refusals(billing, operation("replace-one", {"b-drift", "m-visa"}, "op-2")),
            Codes{"same-method"});
  EXPECT_EQ(refusals(billing, operation("replace-one", {"s-kontor", "m-debit"}, "op-2")),
            Codes{"on-profile"});
  EXPECT_EQ(refusals(billing, operation("replace-one", {"s-nothing", "m-debit"}, "op-2")),
            Codes{"unknown-item"});
  EXPECT_EQ(refusals(billing, operation("replace-one", {"s-nothing", "m-swedish"}, "op-2")),
            (Codes{"unknown-item", "other-country"}));
  EXPECT_EQ(refusals(billing, operation("replace-one", {"s-kontor", "m-expired"}, "op-2")),
            (Codes{"on-profile", "expired"}));
}

TEST(Add, AttachesNothingAndTakesItsIdFromTheOperation) {
  Billing billing(practice());
  uint64_t digest = billing.digest();
  std::string id = "00112233445566778899aabbccddeeff";
  Prepared prepared = billing.prepare(operation("add", {new_card()}, id));
  ASSERT_TRUE(prepared.ok()) << prepared.refusals[0].args.dump();
  EXPECT_TRUE(prepared.undoable);
  auto made = billing.apply(operation("add", {new_card()}, id));
  ASSERT_TRUE(made);
  EXPECT_EQ(*made, "m-0011223344556677");
  Item item = billing.item({"methods"}, *made, today);
  EXPECT_TRUE(item.enabled);
  EXPECT_EQ(item.values["uses"].integer(), 0);
  EXPECT_EQ(item.values["added-by"].string(), "Ingrid Myrvang");
  // It came after the notices, so it is what should take over.
  EXPECT_TRUE(billing.item({"replacements", "m-visa"}, *made, today).suggested);
  ASSERT_TRUE(billing.apply(operation("undo", {id}, "op-2")));
  EXPECT_EQ(billing.digest(), digest);
  EXPECT_EQ(billing.item({"methods"}, *made, today).id, "");
  // Nothing personal stays of what was undone.
  EXPECT_EQ(encode_account(*billing.account()).dump().find("0002"), std::string::npos);
}

TEST(Add, ChecksTheFormAgain) {
  Billing billing(practice());
  auto refused = [&](Json fields, Day day = today) {
    Codes out;
    for (const Reason& reason : billing.prepare(operation("add", {fields}, "op-1", day)).refusals)
      out.push_back(reason.code != "form-invalid"
                        ? reason.code
                        : reason.args["field"].string() + ": " + reason.args["verdict"].string());
    return out;
  };
  EXPECT_EQ(refused(new_card()), Codes{});
  EXPECT_EQ(refused(new_card().set("expiry", "2026-10")), Codes{"expiry: expiry-past"});
  EXPECT_EQ(refused(new_card().set("country", "SE")), Codes{"other-country"});
  EXPECT_EQ(refused(new_card().set("name", "4111 1111 1111 1111")),
            Codes{"name: cardholder-name-number"});
  EXPECT_EQ(refused(new_card().set("line1", " ")), Codes{"line1: address-line1-empty"});
  EXPECT_EQ(refused(new_card().set("kind", "prepaid-card")), Codes{"card-prepaid"});
  EXPECT_EQ(refused(new_card().set("kind", "cheque")), Codes{"kind: choice-unknown"});
  EXPECT_EQ(refused(new_card().set("last4", "41111")), Codes{"number: card-number-empty"});
  EXPECT_EQ(refused(new_card().set("number", "4111111111111111")), Codes{"number: field-unknown"});
  EXPECT_EQ(refused(new_card().set("code", "123")), Codes{"code: field-unknown"});
  EXPECT_EQ(refused(new_card().set("city", 7)),
            (Codes{"city: field-unknown", "city: address-city-empty"}));
  EXPECT_EQ(refused(Json::object()).size(), 7u);
  EXPECT_EQ(refused("text").size(), 7u);
}

TEST(Add, ABankAccountWhereTheCountryAndTheDayAllowOne) {
  Json bank = new_card();
  bank.set("kind", "bank-account").set("last4", "4932");
  bank.drop("brand");
  bank.drop("expiry");
  Billing billing(practice());
  ASSERT_TRUE(billing.apply(operation("add", {bank})));
  EXPECT_TRUE(check_account(*billing.account()).empty());

  // An IBAN of another country says so itself.
  EXPECT_EQ(refusals(billing, operation("add", {Json(bank).set("issuer-country", "SE")}, "op-2")),
            Codes{"other-country"});
  EXPECT_TRUE(
      billing.prepare(operation("add", {Json(bank).set("issuer-country", "NO")}, "op-2")).ok());

  Account french = practice("individual");
  french.country = "FR";
  for (Method& method : french.methods) method.country = "FR";
  seal(french);
  bank.set("country", "FR");
  EXPECT_EQ(refusals(Billing(french), operation("add", {bank})), Codes{"bank-account-closed"});
  EXPECT_TRUE(
      Billing(french).prepare(operation("add", {bank}, "op-1", *parse_day("2021-01-25"))).ok());
}

TEST(Update, ChangesNameAddressAndExpiryAndNothingElse) {
  Billing billing(practice());
  uint64_t digest = billing.digest();
  Json fields = moved_to("Vik").set("expiry", "2030-01").set("name", "Ingrid Myrvang");
  Prepared prepared = billing.prepare(operation("update", {"m-visa", fields}));
  ASSERT_TRUE(prepared.ok());
  EXPECT_EQ(prepared.changes.items[0].values["changed"].dump(), "[\"expiry\",\"city\"]");
  ASSERT_TRUE(billing.apply(operation("update", {"m-visa", fields}, "op-1")));
  EXPECT_EQ(billing.item({"methods"}, "m-visa", today).values["expiry"].string(), "2030-01");
  for (const char* field : {"number", "last4", "country", "kind", "status"})
    EXPECT_EQ(refusals(billing, operation("update", {"m-visa", Json().set(field, "1")})).at(0),
              "not-editable");
  EXPECT_EQ(refusals(billing, operation("update", {"m-visa", fields}, "op-2")),
            Codes{"nothing-changed"});
  EXPECT_EQ(refusals(billing, operation("update", {"m-amex", moved_to("Vik")}, "op-2")),
            Codes{"not-manager"});
  EXPECT_EQ(
      refusals(billing, operation("update", {"m-visa", Json().set("expiry", "2020-01")}, "op-2")),
      Codes{"form-invalid"});
  EXPECT_EQ(refusals(billing, operation("update", {"m-visa", Json().set("line1", "")}, "op-2")),
            (Codes{"form-invalid", "form-invalid"}));
  EXPECT_EQ(
      refusals(billing, operation("update", {"m-bank", Json().set("expiry", "2030-01")}, "op-2")),
      Codes{"not-editable"});
  ASSERT_TRUE(billing.apply(operation("undo", {"op-1"}, "op-2")));
  EXPECT_EQ(billing.digest(), digest);
}

TEST(Delete, OnlyWhatNothingIsAttachedTo) {
  Billing billing(practice());
  uint64_t digest = billing.digest();
  Prepared prepared = billing.prepare(operation("delete", {"m-visa"}));
  ASSERT_EQ(codes(prepared.refusals), Codes{"in-use"});
  EXPECT_EQ(prepared.refusals[0].args["count"].integer(), 4);
  ASSERT_TRUE(billing.apply(operation("delete", {"m-expired"}, "op-1")));
  EXPECT_EQ(billing.item({"methods"}, "m-expired", today).id, "");
  EXPECT_EQ(refusals(billing, operation("delete", {"m-expired"}, "op-2")), Codes{"unknown-method"});
  EXPECT_TRUE(check_account(*billing.account()).empty());
  ASSERT_TRUE(billing.apply(operation("undo", {"op-1"}, "op-2")));
  EXPECT_EQ(billing.digest(), digest);

  Account alone = practice("individual");
  alone.methods.resize(1);
  alone.subscriptions.clear();
  alone.uses.clear();
  seal(alone);
  EXPECT_EQ(refusals(Billing(alone), operation("delete", {"m-visa"})), Codes{"sole-method"});

  // Undoing the adding of what replaced it would leave the account without any, too.
  Billing replaced(alone);
  ASSERT_TRUE(replaced.apply(operation("add", {new_card()}, "op-1")));
  ASSERT_TRUE(replaced.apply(operation("delete", {"m-visa"}, "op-2")));
  EXPECT_EQ(refusals(replaced, operation("undo", {"op-1"}, "op-3")), Codes{"sole-method"});
  ASSERT_TRUE(replaced.apply(operation("undo", {"op-2"}, "op-3")));
  EXPECT_TRUE(replaced.apply(operation("undo", {"op-1"}, "op-4")));
  // The first method of an account may go as it came.
  alone.methods.clear();
  seal(alone);
  Billing first(alone);
  uint64_t digest_of_none = first.digest();
  ASSERT_TRUE(first.apply(operation("add", {new_card()}, "op-1")));
  ASSERT_TRUE(first.apply(operation("undo", {"op-1"}, "op-2")));
  ASSERT_TRUE(first.apply(operation("add", {new_card()}, "op-3")));
  ASSERT_TRUE(first.apply(operation("undo", {"op-3"}, "op-4")));
  EXPECT_EQ(first.digest(), digest_of_none);
}

TEST(Undo, GivesBackTheSameAccount) {
  Billing billing(practice());
  uint64_t digest = billing.digest();
  ASSERT_TRUE(billing.apply(operation("replace-all", {"m-visa", "m-debit"}, "op-1")));
  uint64_t between = billing.digest();
  ASSERT_TRUE(billing.apply(operation("replace-one", {"s-epost", "m-bank"}, "op-2")));
  // The first can't be undone while something of it was moved on ...
  Prepared prepared = billing.prepare(operation("undo", {"op-1"}, "op-3"));
  ASSERT_EQ(codes(prepared.refusals), Codes{"changed-since"});
  EXPECT_EQ(prepared.refusals[0].args["items"].dump(), R"([{"practice":"business-email"}])");
  // ... but it can once that is undone.
  ASSERT_TRUE(billing.apply(operation("undo", {"op-2"}, "op-3")));
  EXPECT_EQ(billing.digest(), between);
  prepared = billing.prepare(operation("undo", {"op-1"}, "op-4"));
  ASSERT_TRUE(prepared.ok());
  EXPECT_FALSE(prepared.undoable);
  EXPECT_EQ(prepared.changes.total, 4u);
  ASSERT_TRUE(billing.apply(operation("undo", {"op-1"}, "op-4")));
  EXPECT_EQ(billing.digest(), digest);
  EXPECT_EQ(billing.version(), 4);
  EXPECT_EQ(payer(billing, "s-tegning"), "m-debit");
}

TEST(Undo, IsRefusedWithItsReason) {
  Billing billing(practice());
  ASSERT_TRUE(billing.apply(operation("replace-all", {"m-visa", "m-debit"}, "op-1")));
  EXPECT_EQ(refusals(billing, operation("undo", {"op-x"}, "op-2")), Codes{"unknown-change"});
  // A method that something would go back to is gone.
  ASSERT_TRUE(billing.apply(operation("delete", {"m-visa"}, "op-2")));
  EXPECT_EQ(refusals(billing, operation("undo", {"op-1"}, "op-3")), Codes{"method-gone"});
  ASSERT_TRUE(billing.apply(operation("undo", {"op-2"}, "op-3")));
  EXPECT_EQ(refusals(billing, operation("undo", {"op-2"}, "op-4")), Codes{"already-undone"});
  EXPECT_EQ(refusals(billing, operation("undo", {"op-3"}, "op-4")), Codes{"not-undoable"});
  EXPECT_TRUE(billing.prepare(operation("undo", {"op-1"}, "op-4")).ok());

  Account other = *billing.account();
  other.reader = 1;
  EXPECT_EQ(refusals(Billing(other), operation("undo", {"op-1"}, "op-4")), Codes{"not-yours"});
}

TEST(Undo, OfAnAddOnlyUntilSomethingIsAttached) {
  Billing billing(practice());
  std::string made = *billing.apply(operation("add", {new_card()}, "op-1"));
  ASSERT_TRUE(billing.apply(operation("replace-one", {"s-epost", made}, "op-2")));
  Prepared prepared = billing.prepare(operation("undo", {"op-1"}, "op-3"));
  ASSERT_EQ(codes(prepared.refusals), Codes{"attached-since"});
  EXPECT_EQ(prepared.refusals[0].args["items"].dump(), R"([{"practice":"business-email"}])");
  ASSERT_TRUE(billing.apply(operation("undo", {"op-2"}, "op-3")));
  ASSERT_TRUE(billing.apply(operation("update", {made, moved_to("Vik")}, "op-4")));
  EXPECT_EQ(refusals(billing, operation("undo", {"op-1"}, "op-5")), Codes{"method-changed-since"});
}

TEST(Operation, AnUnknownOneIsRefusedAndARepeatedOneChangesNothing) {
  Billing billing(practice());
  EXPECT_EQ(refusals(billing, operation("burn", {})), Codes{"operation-unknown"});
  EXPECT_EQ(refusals(billing, operation("replace-all", {"m-visa"})), Codes{"operation-unknown"});
  EXPECT_EQ(refusals(billing, operation("replace-all", {7, Json::array()})),
            (Codes{"unknown-method", "unknown-method"}));
  auto made = billing.apply(operation("add", {new_card()}));
  auto again = billing.apply(operation("add", {new_card()}));
  ASSERT_TRUE(made && again);
  EXPECT_EQ(*made, *again);
  EXPECT_EQ(billing.version(), 1);
  EXPECT_EQ(Billing().apply(operation("add", {new_card()})).error().code, Code::operation_refused);
  EXPECT_EQ(refusals(Billing(), operation("add", {new_card()})), Codes{"no-account"});
}

TEST(Operation, IsTheSameAfterJson) {
  Operation it = operation("update", {"m-visa", Json().set("city", "Vik")}, "op-1");
  Json json = encode_operation(it);
  EXPECT_EQ(json.dump(),
            "{\"args\":[\"m-visa\",{\"city\":\"Vik\"}],\"day\":\"2026-11-23\",\"id\":\"op-1\","
            "\"operation\":\"update\"}");
  auto again = decode_operation(json);
  ASSERT_TRUE(again);
  EXPECT_EQ(encode_operation(*again), json);
  for (const char* member : {"args", "day", "id", "operation"}) {
    Json bad = json;
    bad.drop(member);
    auto result = decode_operation(bad);
    ASSERT_FALSE(result) << member;
    EXPECT_EQ(result.error().code, Code::operation_shape);
    EXPECT_EQ(result.error().where, std::string("/") + member);
  }
  EXPECT_EQ(decode_operation(Json(json).set("more", 1)).error().where, "/more");
  EXPECT_EQ(decode_operation(Json(json).set("args", Json().push(1))).error().where, "/args/0");
}

TEST(Operation, ListsEverythingThatItTouches) {
  Billing billing(practice("many-500"));
  Operation it = operation("replace-all", {"m-visa", "m-debit"});
  Prepared prepared = billing.prepare(it);
  EXPECT_EQ(prepared.changes.items.size(), 50u);
  uint32_t seen = 0;
  for (Window window; window.from < prepared.changes.total; window.from += 50)
    seen += uint32_t(billing.prepare(it, window).changes.items.size());
  EXPECT_EQ(seen, prepared.changes.total);
  EXPECT_EQ(seen, billing.account()->methods[0].uses());
  ASSERT_TRUE(billing.apply(it));
  EXPECT_EQ(billing.prepare(operation("undo", {"op-1"}, "op-2")).changes.total, seen);
}

}  // namespace
}  // namespace stegvis
