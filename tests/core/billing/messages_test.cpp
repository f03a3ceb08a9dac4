// Every code and name that billing gives has words.
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "billing/helpers.h"
#include "payment/address.h"
#include "payment/bank.h"

namespace stegvis {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string messages(const char* locale) {
  return "\n" + read(std::string(STEGVIS_ROOT "/i18n/ui/") + locale + ".ftl");
}

// Codes of reasons as they stand in the sources.
std::set<std::string> codes_in_sources() {
  std::set<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(STEGVIS_ROOT "/core/billing")) {
    if (entry.path().extension() != ".cpp" || entry.path().stem() == "make_account") continue;
    std::string text = read(entry.path());
    for (std::string before :
         {"refuse(\"", "push_back({\"", "push_back(\n            {\"", "push_back(\n        {\"",
          "return {\"", "Reason reason{\"", "Reason{\"", "reason.code = \""})
      for (size_t at = text.find(before); at != text.npos; at = text.find(before, at + 1)) {
        size_t from = at + before.size();
        out.insert(text.substr(from, text.find('"', from) - from));
      }
  }
  return out;
}

TEST(Messages, EveryReasonHasWords) {
  std::set<std::string> codes = codes_in_sources();
  EXPECT_GT(codes.size(), 30u);
  // The values that operations really have are among those that were found.
  for (uint64_t seed = 0; seed < 60; ++seed) {
    Billing billing(make_account(20, seed, today));
    for (const Method& from : billing.account()->methods)
      for (const Method& to : billing.account()->methods)
        for (const char* name : {"replace-all", "delete", "undo", "add"}) {
          std::vector<Json> args{from.id, to.id};
          if (name != std::string_view("replace-all")) args.pop_back();
          for (const std::string& code : refusals(billing, operation(name, args)))
            EXPECT_TRUE(codes.count(code)) << code;
        }
  }
  for (const char* locale : {"nb-NO", "en-US"}) {
    std::string text = messages(locale);
    for (const std::string& code : codes)
      EXPECT_NE(text.find("\nreason-" + code + " ="), text.npos) << locale << " " << code;
  }
}

TEST(Messages, EveryNameHasWords) {
  std::set<std::string> names;
  for (int i = 0; i <= int(MethodKind::bank_account); ++i)
    names.insert("kind-" + std::string(name_of(MethodKind(i))));
  for (int i = 0; i <= int(SubscriptionStatus::deleted); ++i)
    names.insert("status-" + std::string(name_of(SubscriptionStatus(i))));
  names.insert("status-" + std::string(name_of(MethodStatus::declined)));
  names.insert(
      {"kind-profile", "kind-subscription", "method-card", "method-card-until", "method-bank"});
  Billing billing(practice());
  for (const char* kind : {"credit-card", "bank-account"})
    for (const Field& field : billing.form("add-method", "", Json().set("kind", kind)))
      names.insert("field-" + field.id);
  const SecretFields& secret = *billing.secret_fields();
  for (uint32_t i = 0; !secret.id(i).empty(); ++i)
    names.insert("field-" + std::string(secret.id(i)));
  for (const char* field : {"line2", "sublocality", "region", "sorting-code"})
    names.insert(std::string("field-") + field);
  for (const Method& method : billing.account()->methods)
    if (!method.brand.empty()) names.insert("brand-" + method.brand);
  for (const char* code : {"choice-unknown", "bank-account-closed", "country-other",
                           "field-unknown", "details-unchanged", "already-there"})
    names.insert(std::string("verdict-") + code);
  for (const char* code : {"notices-elsewhere", "same-card"})
    names.insert(std::string("warning-") + code);
  Account many = practice("many-500");
  for (const Profile& it : many.profiles) names.insert("practice-" + it.name.text);
  for (const Subscription& it : many.subscriptions) names.insert("practice-" + it.name.text);
  for (const char* locale : {"nb-NO", "en-US"}) {
    std::string text = messages(locale);
    for (const std::string& name : names)
      EXPECT_NE(text.find("\n" + name + " ="), text.npos) << locale << " " << name;
  }
}

// The rest of a form is the billing address, of which one text speaks.
TEST(Messages, AFieldThatIsRefusedIsNamedAsItIs) {
  std::set<std::string> fields{"number"};
  Billing billing(practice());
  for (const char* kind : {"credit-card", "bank-account"})
    for (const Field& field : billing.form("add-method", "", Json().set("kind", kind)))
      if (field.kind != "secret" && field.id != "country") fields.insert(field.id);
  for (const char* of_address : {"line1", "city", "postal-code"}) fields.erase(of_address);
  // Of several fields that name a bank account, the last one is asked for again.
  for (char a = 'A'; a <= 'Z'; ++a)
    for (char b = 'A'; b <= 'Z'; ++b) {
      auto asked = bank_fields(std::string{a, b});
      if (!asked.empty()) fields.insert(std::string(asked.back()));
    }
  for (const char* locale : {"nb-NO", "en-US", "de-DE", "ar-SA", "ja-JP"}) {
    std::string text = messages(locale);
    size_t from = text.find("\nreason-form-invalid =");
    text = text.substr(from, text.find("\n    }", from) - from);
    for (const std::string& field : fields)
      EXPECT_NE(text.find("[" + field + "]"), text.npos) << locale << " " << field;
  }
}

TEST(Messages, EveryCountrysOwnNameForAFieldHasWords) {
  std::ifstream file(STEGVIS_ROOT "/core/payment/data/address.txt");
  std::stringstream data;
  data << file.rdbuf();
  AddressBook book = *AddressBook::load(data.str());
  Billing billing;
  billing.addresses(&book);
  std::set<std::string> names;
  for (std::string_view country : book.countries())
    for (const Field& field : billing.form("add-method", "", Json().set("country", country)))
      if (!field.label.empty()) names.insert("field-" + field.id + "-" + field.label);
  EXPECT_GT(names.size(), 15u);
  for (const char* locale : {"nb-NO", "en-US", "de-DE", "ar-SA", "ja-JP"}) {
    std::string text = messages(locale);
    for (const std::string& name : names)
      EXPECT_NE(text.find("\n" + name + " ="), text.npos) << locale << " " << name;
  }
}

}  // namespace
}  // namespace stegvis
