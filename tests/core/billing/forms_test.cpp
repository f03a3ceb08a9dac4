// The forms add-method and edit-method, and what their typed values are worth.
#include <fstream>
#include <sstream>

#include "billing/helpers.h"
#include "payment/address.h"

namespace stegvis {
namespace {

std::vector<std::string> ids(const std::vector<Field>& fields) {
  std::vector<std::string> out;
  for (const Field& field : fields) out.push_back(field.id);
  return out;
}

// The practice account of an organization in that country.
Account in(std::string_view country) {
  Account account = practice();
  account.country = country;
  return account;
}

const Field& find(const std::vector<Field>& fields, std::string_view id) {
  for (const Field& field : fields)
    if (field.id == id) return field;
  static const Field none;
  return none;
}

TEST(AddMethod, AsksForACardFirst) {
  Billing billing(practice());
  auto fields = billing.form("add-method", "", Json::object());
  EXPECT_EQ(ids(fields), (Codes{"kind", "number", "expiry", "code", "name", "country", "line1",
                                "city", "postal-code"}));
  EXPECT_EQ(fields[0].options, (Codes{"credit-card", "debit-card", "bank-account"}));
  EXPECT_EQ(fields[0].value.string(), "credit-card");
  EXPECT_EQ(find(fields, "country").value.string(), "NO");
  EXPECT_EQ(find(fields, "country").options, Codes{"NO"});
  for (const char* secret : {"number", "code"}) {
    EXPECT_EQ(find(fields, secret).kind, "secret");
    EXPECT_TRUE(find(fields, secret).value.is_null());
  }
  struct Case {
    const char *id, *autofill;
  };
  for (const Case& c :
       {Case{"number", "cc-number"}, Case{"expiry", "cc-exp"}, Case{"code", "cc-csc"},
        Case{"name", "cc-name"}, Case{"country", "country"}, Case{"line1", "address-line1"},
        Case{"city", "address-level2"}, Case{"postal-code", "postal-code"}})
    EXPECT_EQ(find(fields, c.id).autofill, c.autofill);
}

TEST(AddMethod, FillsInTheHolderAndAddressOfTheReadersLatestMethodThere) {
  Account account = practice();
  account.methods[0].details.holder = "Older";
  account.methods[3].details.holder = "Latest";  // of the debit card
  account.methods[3].details.address.set("line1", "Sagbruksveien 14");
  Billing billing(account);
  auto fields = billing.form("add-method", "", Json::object());
  EXPECT_EQ(find(fields, "name").value.string(), "Latest");
  EXPECT_EQ(find(fields, "line1").value.string(), "Sagbruksveien 14");
  // Elsewhere it is that country's, and where the reader has none, nothing.
  fields = Billing(in("SE")).form("add-method", "", Json::object());
  EXPECT_EQ(find(fields, "line1").value.string(), "Provgatan 3");
  fields = Billing(in("DK")).form("add-method", "", Json::object());
  EXPECT_EQ(find(fields, "name").value.string(), "");
  EXPECT_EQ(find(fields, "line1").value.string(), "");
}

TEST(AddMethod, AsksForAnIbanOfABankAccount) {
  Billing billing(practice());
  auto fields = billing.form("add-method", "", Json().set("kind", "bank-account"));
  EXPECT_EQ(ids(fields),
            (Codes{"kind", "iban", "name", "country", "line1", "city", "postal-code"}));
  EXPECT_EQ(find(fields, "iban").kind, "secret");
  // Closed in France; and a country without IBANs has no such form.
  for (const char* country : {"FR", "US"}) {
    fields = Billing(in(country)).form("add-method", "", Json().set("kind", "bank-account"));
    EXPECT_EQ(fields[0].options.size(), 2u) << country;
    EXPECT_EQ(fields[1].id, "number") << country;
  }
}

TEST(AddMethod, AsksForABankAccountAsItsCountryNamesIt) {
  struct Case {
    const char* country;
    Codes asked;
  };
  for (const Case& c : {Case{"GB", {"uk-sort-code", "uk-account-number"}}, Case{"NO", {"iban"}},
                        Case{"AU", {"au-bsb", "account-number"}},
                        Case{"CA", {"ca-transit", "account-number"}}, Case{"JP", {}}}) {
    Json values = Json().set("kind", "bank-account");
    Codes secrets;
    for (const Field& field : Billing(in(c.country)).form("add-method", "", values))
      if (field.kind == "secret") secrets.push_back(field.id);
    EXPECT_EQ(secrets, c.asked.empty() ? Codes({"number", "code"}) : c.asked) << c.country;
  }
}

TEST(AddMethod, ABritishAccountTakesABritishBankAccount) {
  Billing british(practice("british"));
  EXPECT_EQ(british.account()->country, "GB");
  EXPECT_TRUE(check_account(*british.account()).empty());
  Json fields = Json().set("kind", "bank-account").set("last4", "4958").set("country", "GB");
  fields.set("name", "Ingrid Myrvang").set("line1", "12 Sawmill Lane").set("city", "Skoddeby");
  fields.set("postal-code", "ZE3 9ZZ");
  Operation add = operation("add", {fields});
  ASSERT_TRUE(british.prepare(add).ok());
  ASSERT_TRUE(british.apply(add));
  EXPECT_EQ(british.account()->methods.back().last4, "4958");
  fields.drop("last4");
  Prepared without = Billing(practice("british")).prepare(operation("add", {fields}));
  ASSERT_EQ(codes(without.refusals), Codes{"form-invalid"});
  EXPECT_EQ(without.refusals[0].args["field"].string(), "uk-account-number");
  EXPECT_EQ(without.refusals[0].args["verdict"].string(), "uk-account-number-empty");
}

TEST(AddMethod, IsOfTheTenantsCountryWhateverWasTyped) {
  Billing billing(practice());
  auto fields = billing.form("add-method", "", Json().set("country", "SE"));
  EXPECT_EQ(find(fields, "country").value.string(), "NO");
  EXPECT_EQ(find(fields, "country").options, Codes{"NO"});
  EXPECT_EQ(find(fields, "line1").value.string(), "Sagbruksveien 12");
}

TEST(AddMethod, WithoutAnAccountFillsNothingIn) {
  auto fields = Billing().form("add-method", "", Json::object());
  EXPECT_TRUE(find(fields, "country").value.is_null());
  EXPECT_EQ(Billing().form("edit-method", "m-visa", Json::object()).size(), 0u);
  EXPECT_EQ(Billing().form("no-form", "", Json::object()).size(), 0u);
}

TEST(EditMethod, ShowsWhatTheAccountKnowsAndNeverTheNumber) {
  Billing billing(practice());
  auto fields = billing.form("edit-method", "m-visa", Json::object());
  EXPECT_EQ(ids(fields), (Codes{"name", "expiry", "line1", "city", "postal-code"}));
  EXPECT_EQ(find(fields, "name").value.string(), "Ingrid Myrvang");
  EXPECT_EQ(find(fields, "expiry").value.string(), "2028-01");
  EXPECT_EQ(find(fields, "city").value.string(), "Skoddevik");
  // The form asks for known parts of the address, so that an edit without tables loses none of it.
  Account account = practice();
  account.methods[0].details.address.set("line2", "c/o Lager");
  auto more = Billing(account).form("edit-method", "m-visa", Json::object());
  EXPECT_EQ(find(more, "line2").value.string(), "c/o Lager");
  EXPECT_FALSE(find(more, "line2").required);
  EXPECT_EQ(ids(billing.form("edit-method", "m-bank", Json::object())),
            (Codes{"name", "line1", "city", "postal-code"}));
  EXPECT_EQ(billing.form("edit-method", "m-x", Json::object()).size(), 0u);
}

const AddressBook& addresses() {
  static const AddressBook book = [] {
    std::ifstream file(STEGVIS_ROOT "/core/payment/data/address.txt");
    std::stringstream text;
    text << file.rdbuf();
    return *AddressBook::load(text.str());
  }();
  return book;
}

TEST(Addresses, AreAskedAsTheCountryWritesThem) {
  Billing billing(practice());
  billing.addresses(&addresses());
  auto fields = billing.form("add-method", "", Json::object());
  EXPECT_EQ(ids(fields), (Codes{"kind", "number", "expiry", "code", "name", "country", "line1",
                                "line2", "postal-code", "city"}));
  // Without an account, any country may be meant.
  Billing anywhere;
  anywhere.addresses(&addresses());
  fields = anywhere.form("add-method", "", Json().set("country", "US"));
  EXPECT_GT(find(fields, "country").options.size(), 200u);
  EXPECT_EQ(find(fields, "country").value.string(), "US");
  EXPECT_EQ(find(fields, "region").kind, "choice");
  EXPECT_GT(find(fields, "region").options.size(), 50u);
  EXPECT_EQ(find(fields, "region").autofill, "address-level1");
  EXPECT_EQ(find(fields, "postal-code").label, "zip");
  EXPECT_EQ(find(fields, "region").label, "state");
  EXPECT_EQ(find(fields, "city").label, "");
  auto code = [&](const char* country, const char* postal) {
    return billing
        .check("add-method", "", "postal-code", postal, Json().set("country", country), today)
        .code;
  };
  EXPECT_EQ(code("NO", "8999"), "");
  EXPECT_EQ(code("NO", "89990"), "postal-code-long");
  EXPECT_EQ(code("SE", "89990"), "");
}

TEST(Addresses, AFieldIsCalledByItsIdWhereTheCountryHasNoOtherNameForIt) {
  Billing billing(practice());
  billing.addresses(&addresses());
  for (const Field& field : billing.form("add-method", "", Json::object()))
    EXPECT_EQ(field.label, "") << field.id;
  Billing anywhere;
  anywhere.addresses(&addresses());
  struct Case {
    const char *country, *field, *label;
  };
  for (const Case& c : {Case{"IN", "postal-code", "pin"}, Case{"IE", "postal-code", "eircode"},
                        Case{"IE", "sublocality", "townland"}, Case{"JP", "region", "prefecture"}})
    EXPECT_EQ(
        find(anywhere.form("add-method", "", Json().set("country", c.country)), c.field).label,
        c.label)
        << c.country;
}

TEST(Addresses, AreJudgedBeforeAnOperationAndLeftAloneAfterIt) {
  Billing billing(practice());
  billing.addresses(&addresses());
  Operation it = operation("add", {new_card().set("postal-code", "12!!")});
  Prepared prepared = billing.prepare(it);
  ASSERT_EQ(codes(prepared.refusals), Codes{"form-invalid"});
  EXPECT_EQ(prepared.refusals[0].args["field"].string(), "postal-code");
  it.args[0].set("postal-code", "8999").set("sorting-code", "CEDEX");
  EXPECT_EQ(refusals(billing, it), Codes{"form-invalid"});
  it.args[0].drop("sorting-code");
  it.args[0].set("line2", "2. etasje");
  ASSERT_TRUE(billing.prepare(it).ok());
  // A journal is read with and without tables: what was committed once gives the same account.
  Billing without(practice());
  ASSERT_TRUE(billing.apply(it));
  ASSERT_TRUE(without.apply(it));
  EXPECT_EQ(billing.digest(), without.digest());
  EXPECT_EQ(without.account()->methods.back().details.address["line2"].string(), "2. etasje");
}

// Another value of a field, as the form gives it.
Json another(const Field& field) { return field.id == "expiry" ? "2031-05" : "Other"; }

// The account after it was written as JSON and read.
Account read_again(const Billing& billing) {
  auto account = decode_account(encode_account(*billing.account()));
  EXPECT_TRUE(account) << account.error().where << " " << account.error().detail;
  return *account;
}

TEST(EveryField, OfAnEditIsStoredShownAgainCountedInTheDigestAndUndone) {
  Billing form(practice());
  form.addresses(&addresses());
  for (const Field& field : form.form("edit-method", "m-visa", Json::object())) {
    if (field.kind == "secret") continue;
    Billing billing(practice());
    billing.addresses(&addresses());
    uint64_t digest = billing.digest();
    Json fields = Json().set(field.id, another(field));
    ASSERT_TRUE(billing.apply(operation("update", {"m-visa", fields}, "op-1"))) << field.id;
    EXPECT_NE(billing.digest(), digest) << field.id;
    Billing again(read_again(billing));
    again.addresses(&addresses());
    EXPECT_EQ(again.digest(), billing.digest()) << field.id;
    EXPECT_TRUE(Billing(practice()).restore(billing.snapshot())) << field.id;
    EXPECT_EQ(find(again.form("edit-method", "m-visa", Json::object()), field.id).value.dump(),
              another(field).dump());
    ASSERT_TRUE(again.apply(operation("undo", {"op-1"}, "op-2"))) << field.id;
    EXPECT_EQ(again.digest(), digest) << field.id;
  }
}

TEST(EveryField, OfANewMethodIsStoredAndCountedInTheDigest) {
  Billing form(practice());
  form.addresses(&addresses());
  auto added = [](const Json& fields) {
    Billing billing(practice());
    EXPECT_TRUE(billing.apply(operation("add", {fields}))) << fields.dump();
    Account account = read_again(billing);
    EXPECT_EQ(digest_of(account), billing.digest()) << fields.dump();
    return digest_of(account);
  };
  uint64_t plain = added(new_card());
  for (const Field& field : form.form("add-method", "", Json::object())) {
    if (field.kind == "secret" || field.id == "kind" || field.id == "country") continue;
    EXPECT_NE(added(new_card().set(field.id, another(field))), plain) << field.id;
  }
}

TEST(Check, AnEditIsJudgedByTheCountryOfItsMethod) {
  Billing billing(practice());
  billing.addresses(&addresses());
  auto code = [&](const char* form, const char* of, const char* postal) {
    return billing.check(form, of, "postal-code", postal, Json::object(), today).code;
  };
  EXPECT_EQ(code("edit-method", "m-swedish", "111 22"), "");
  EXPECT_EQ(code("edit-method", "m-visa", "111 22"), "postal-code-long");
  EXPECT_EQ(code("edit-method", "m-swedish", "8999"), "postal-code-short");
  EXPECT_EQ(code("add-method", "", "8999"), "");
}

TEST(Check, JudgesEachFieldByItself) {
  Billing billing(practice());
  struct Case {
    const char *field, *value, *code;
  };
  for (const Case& c :
       {Case{"kind", "debit-card", ""}, Case{"kind", "", "choice-unknown"},
        Case{"kind", "prepaid-card", "choice-unknown"}, Case{"country", "NO", ""},
        Case{"country", "SE", "country-other"}, Case{"expiry", "11/26", ""},
        Case{"expiry", "2028-11", ""}, Case{"expiry", "10/26", "expiry-past"},
        Case{"name", "Ingrid Myrvang", ""}, Case{"name", "", "cardholder-name-empty"},
        Case{"line1", "Sagbruksveien 12", ""}, Case{"line1", "  ", "address-line1-empty"},
        Case{"line1", "4111 1111 1111 1111", "address-number"},
        Case{"shoe-size", "43", "field-unknown"}}) {
    Verdict verdict = billing.check("add-method", "", c.field, c.value, Json::object(), today);
    EXPECT_EQ(verdict.code, c.code) << c.field << " " << c.value;
    EXPECT_EQ(verdict.standing == Standing::valid, verdict.code.empty());
  }
  Verdict verdict =
      billing.check("add-method", "", "kind", "bank-account", Json().set("country", "FR"), today);
  EXPECT_EQ(verdict.code, "bank-account-closed");
  EXPECT_EQ(verdict.args.dump(), "{\"country\":{\"country\":\"FR\"}}");
  EXPECT_EQ(
      billing.check("add-method", "", "line1", std::string(2000, 'x'), Json::object(), today).code,
      "address-long");
  // Neither a country nor a kind can be edited.
  EXPECT_EQ(billing.check("edit-method", "m-visa", "country", "NO", Json::object(), today).code,
            "field-unknown");
}

}  // namespace
}  // namespace stegvis
