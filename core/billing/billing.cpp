#include "billing/billing.h"

#include "base/later.h"
#include "billing/differences.h"
#include "billing/forms.h"
#include "billing/notices.h"
#include "billing/operations.h"
#include "billing/practice.h"
#include "billing/snapshot.h"
#include "billing/values.h"
#include "payment/expiry.h"

namespace stegvis {
namespace {

Truth truth(bool yes) { return yes ? Truth::yes : Truth::no; }

// A list of methods: all of them, or those that could take over.
struct Methods {
  const Account& account;
  std::string_view purpose;
  Day day;
  bool replacements = false;
  uint32_t from = no_index;  // the method that is replaced
  uint32_t use = no_index;   // for that use alone

  bool has(uint32_t method) const { return !account.methods[method].deleted && method != from; }
  std::vector<Reason> reasons(uint32_t method) const {
    if (replacements) return against_replacement(account, from, method, use, day, true);
    // Nobody can help with a method that pays for nothing.
    bool attached = account.methods[method].uses();
    if (purpose == "replace-all" && attached) return against_replacing(account, method);
    if (purpose == "replace-all" || purpose == "replace-one")
      return against_moving_one(account, method);
    if (purpose == "delete") return against_deletion(account, method);
    if (purpose == "pay") return against_paying(account, method, day, true);
    std::vector<Reason> out;
    if (!may_manage(account, account.reader, method)) out.push_back(not_manager(account, method));
    return out;
  }
  // The declined method with the most notices; of those that could take over, or pay what no bank wants to be
  // confirmed, the newest card since the notice.
  uint32_t suggested() const {
    Heard heard = heard_of(account);
    bool takes_over = replacements || purpose == "pay";
    for (uint32_t i = 0; purpose == "pay" && i < account.methods.size(); ++i)
      if (heard.methods[i] && to_be_confirmed(account, i)) takes_over = false;
    uint32_t best = no_index;
    int64_t most = -1;
    for (uint32_t i = 0; i < account.methods.size(); ++i) {
      if (!has(i) || !(takes_over ? added_since(account, heard, i) : heard.methods[i])) continue;
      int64_t weight = 0;
      if (takes_over)
        weight = account.methods[i].added.number;
      else
        for (const Notice& it : account.notices)
          weight += it.method == i && it.period == account.billing_day;
      if (weight <= most || !reasons(i).empty()) continue;
      best = i;
      most = weight;
    }
    return best;
  }
  Item item(uint32_t method, uint32_t suggested) const {
    Item out = method_item(account, account.methods[method], day);
    out.reasons = reasons(method);
    out.enabled = out.reasons.empty();
    out.suggested = method == suggested;
    return out;
  }
  List list(const Window& window) const {
    Gather gather(window);
    uint32_t best = suggested();
    for (uint32_t i = 0; i < account.methods.size(); ++i) {
      const Method& it = account.methods[i];
      if (!has(i)) continue;
      if (gather.take(it.brand + " " + it.last4, it.details.holder))
        gather.list.items.push_back(item(i, best));
    }
    return std::move(gather.list);
  }
};

// The list of methods of that name, or nothing.
std::optional<Methods> methods_list(const Account& account, const ListName& list, Day day) {
  const auto& [name, of, purpose] = list;
  if (name == "methods") return Methods{account, purpose, day};
  if (name == "replacements") {
    uint32_t from = find_method(account, of);
    if (from != no_index) return Methods{account, purpose, day, true, from};
  }
  if (name == "replacements-one") {
    uint32_t use = find_use(account, of);
    if (use != no_index && account.uses[use].method != no_index)
      return Methods{account, purpose, day, true, account.uses[use].method, use};
  }
  return std::nullopt;
}

// A use that is picked to be moved says why it can't be.
STEGVIS_LATER void with_move_reasons(const Account& account, std::string_view purpose, Item& item) {
  if (purpose != "replace-one") return;
  uint32_t use = find_use(account, item.id);
  if (account.uses[use].method == no_index)
    item.reasons.push_back(on_profile(account, use));
  else if (!may_move(account, account.reader, use))
    item.reasons.push_back(not_mover(account, use));
  item.enabled = item.reasons.empty();
}

// A subscription, and the method that pays for it.
STEGVIS_LATER Item subscription_item(const Account& account, uint32_t use,
                                     std::string_view purpose) {
  Item item = use_item(account, use);
  item.values.set("payer", method_value(account, account.methods[payer_of(account, use)]));
  with_move_reasons(account, purpose, item);
  return item;
}

bool is_subscription(const Account& account, uint32_t use) {
  return use != no_index && !account.is_profile(use) &&
         account.subscription(use).status != SubscriptionStatus::deleted;
}

STEGVIS_LATER List subscriptions_list(const Account& account, std::string_view purpose,
                                      const Window& window) {
  Gather gather(window);
  for (uint32_t use = uint32_t(account.profiles.size()); use < account.uses.size(); ++use)
    if (is_subscription(account, use) && gather.take(account.name_of(use)))
      gather.list.items.push_back(subscription_item(account, use, purpose));
  return std::move(gather.list);
}

// Conditions about what is owed.
STEGVIS_LATER Truth condition_of_debt(const Account& account, std::string_view name, Day day) {
  if (name == "owed-unknown") return truth(!account.owed_known);
  if (!account.owed_known) return Truth::unknown;
  if (name == "others-pay") return truth(!account.charges.empty() && !may_pay(account, day));
  return truth(account.charges.empty() == (name == "nothing-owed"));
}

// Conditions about what was declined, but for those of the first question; each takes no argument.
STEGVIS_LATER Truth condition_of_notices(const Account& account, std::string_view name, Day day) {
  if (name == "something-owed" || name == "nothing-owed" || name == "owed-unknown" ||
      name == "others-pay")
    return condition_of_debt(account, name, day);
  Heard heard = heard_of(account);
  bool added = false;
  uint32_t declined = 0;
  for (uint32_t i = 0; i < account.methods.size(); ++i) {
    added |= added_since(account, heard, i);
    declined += heard.methods[i];
  }
  if (name == "method-added-since-notice") return truth(added);
  if (name == "no-method-added-since-notice") return truth(!added);
  if (name == "one-declined-method") return truth(declined == 1);
  if (name == "others-manage") return truth(declined && !may_help(account, heard, day));
  Help help = help_of(account, heard, day);
  auto is = [&](Help wanted) {
    return help == Help::unknown ? Truth::unknown : truth(help == wanted);
  };
  if (name == "correcting-helps") return is(Help::correct);
  if (name == "replacing-helps") return is(Help::replace);
  if (name == "bank-helps") return is(Help::bank);
  if (name == "confirming-helps") return is(Help::confirm);
  return Truth::unknown;
}

}  // namespace

std::unique_ptr<Domain> make_billing() { return std::make_unique<Billing>(); }

bool Billing::practice(std::string_view name, Day day) {
  std::optional<Account> made = practice_account(name, day);
  if (!made) return false;
  // Made where it stands: assigning an account is much code.
  account_.reset();
  account_.emplace(std::move(*made));
  return true;
}

STEGVIS_LATER Status Billing::load_account(const Json& json, Differences* different) {
  auto account = decode_account(json);
  if (!account) return account.error();
  if (different && account_) *different = differences_between(*account_, *account);
  account_.reset();
  account_.emplace(std::move(*account));
  return {};
}

STEGVIS_LATER Status Billing::act_as(std::string_view person) {
  if (!account_) return Error{Code::account_unknown, "", 0, 0, ""};
  uint32_t found = find_person(*account_, person);
  if (found == no_index) return Error{Code::account_reference, "/reader", 0, 0, ""};
  account_->reader = found;
  return {};
}

STEGVIS_LATER Json Billing::tenant() const {
  return account_ ? name_value(account_->company) : Json();
}

STEGVIS_LATER std::string Billing::snapshot() const {
  return account_ ? encode_snapshot(*account_) : std::string();
}

STEGVIS_LATER Status Billing::restore(std::string_view bytes) {
  if (!account_) return Error{Code::journal_snapshot, "", 0, 0, "no account"};
  return restore_snapshot(*account_, bytes);
}

STEGVIS_LATER SecretFields* Billing::secret_fields() {
  if (!secrets_) {
    secrets_ = std::make_unique<BillingSecrets>();
    secrets_->banks(banks_.get());
  }
  return secrets_.get();
}

std::span<const std::string_view> Billing::tables() const {
  static constexpr std::string_view names[] = {"addresses", "bank"};
  return names;
}

STEGVIS_LATER Status Billing::load_table(std::string_view name, std::string_view bytes) {
  if (name == "bank") {
    auto book = BankBook::load(bytes);
    if (!book) return book.error();
    banks_ = std::make_unique<BankBook>(std::move(*book));
    if (secrets_) secrets_->banks(banks_.get());
    return {};
  }
  if (name != "addresses") return Domain::load_table(name, bytes);
  auto book = AddressBook::load(bytes);
  if (!book) return book.error();
  addresses_ = std::make_unique<AddressBook>(std::move(*book));
  book_ = addresses_.get();
  return {};
}

STEGVIS_LATER bool Billing::impersonal(std::string_view name) const {
  return name == "kind" || name == "brand" || name == "status" || name == "practice";
}

Truth Billing::condition(std::string_view name, const Json& args, Day day) const {
  if (!account_) return Truth::unknown;
  const Account& account = *account_;
  if (name == "notices") {
    int64_t count = heard_of(account).count;
    const Json &most = args["at-most"], &least = args["at-least"];
    if (most.is_integer() == least.is_integer()) return Truth::unknown;
    return truth(most.is_integer() ? count <= most.integer() : count >= least.integer());
  }
  if (name == "retry-is-over") return retry_is_over(account, heard_of(account), day);
  if (args.size() == 0) return condition_of_notices(account, name, day);
  uint32_t method = find_method(account, args["method"].string());
  if (method == no_index) return Truth::unknown;
  if (name == "anything-on-profile") return truth(account.methods[method].profiles);
  if (name == "may-manage") return truth(may_manage(account, account.reader, method));
  return Truth::unknown;
}

STEGVIS_LATER Json Billing::facts(Day day) const {
  return account_ ? facts_of(*account_, day) : Json();
}

STEGVIS_LATER List Billing::list(const ListName& name, const Window& window, Day day) const {
  if (!account_) return {};
  if (auto methods = methods_list(*account_, name, day)) return methods->list(window);
  if (name.name == "uses") {
    uint32_t method = find_method(*account_, name.of);
    if (method == no_index) return {};
    List uses = uses_of(*account_, method, window);
    for (Item& item : uses.items) with_move_reasons(*account_, name.purpose, item);
    return uses;
  }
  if (name.name == "subscriptions") return subscriptions_list(*account_, name.purpose, window);
  if (name.name == "notice-count") return notice_count(*account_);
  if (name.name == "notices") return notices_list(*account_, window);
  if (name.name == "retry-window") return retry_window(*account_, day);
  if (name.name == "managers") return managers_list(*account_, day);
  if (name.name == "owed") return owed_list(*account_);
  return {};
}

STEGVIS_LATER Item Billing::item(const ListName& list, std::string_view id, Day day) const {
  if (!account_ || id.empty()) return {};
  if (auto methods = methods_list(*account_, list, day)) {
    uint32_t method = find_method(*account_, id);
    if (method == no_index || !methods->has(method)) return {};
    return methods->item(method, methods->suggested());
  }
  if (list.name == "uses") {
    uint32_t use = find_use(*account_, id), method = find_method(*account_, list.of);
    bool there = use != no_index && method != no_index && account_->uses[use].method == method;
    if (!there) return {};
    Item item = use_item(*account_, use);
    with_move_reasons(*account_, list.purpose, item);
    return item;
  }
  if (list.name == "subscriptions") {
    uint32_t use = find_use(*account_, id);
    return is_subscription(*account_, use) ? subscription_item(*account_, use, list.purpose)
                                           : Item();
  }
  for (Window window;; window.from += 50) {
    List part = this->list(list, window, day);
    for (Item& item : part.items)
      if (item.id == id) return std::move(item);
    if (window.from + 50 >= part.total) return {};
  }
}

std::vector<Field> Billing::form(std::string_view name, std::string_view of,
                                 const Json& values) const {
  if (name == "add-method")
    return add_form(account(), book_, values, numbers_ == Numbers::provider);
  if (name != "edit-method" || !account_) return {};
  uint32_t method = find_method(*account_, of);
  if (method == no_index) return {};
  return edit_form(*account_, account_->methods[method], book_, numbers_ == Numbers::own);
}

Verdict Billing::check(std::string_view form, std::string_view of, std::string_view field,
                       std::string_view value, const Json& values, Day day) const {
  bool add = form == "add-method";
  std::string_view country = filled(values, "country");
  // An edit leaves a method in its country.
  uint32_t edited = add || !account_ ? no_index : find_method(*account_, of);
  if (edited != no_index) country = account_->methods[edited].country;
  if (country.empty() && account_) country = account_->country;
  if (add && field == "provider") return check_provided(values, day);
  if (add && account_ && (field == "kind" || field == "country"))
    return check_choice(*account_, field, value, country, day);
  return check_field(book_, country, field, value, day);
}

STEGVIS_LATER std::optional<FieldVerdict> Billing::judge(std::string_view form, std::string_view of,
                                                         const Json& values, Day day) const {
  if (!account_) return std::nullopt;
  if (form == "add-method") {
    Method made;
    made.brand = values["brand"].string();
    made.last4 = values["last4"].string();
    ExpiryCheck expiry = check_expiry(values["expiry"].string(), day);
    made.details.expiry = expiry.year * 12 + expiry.month - 1;
    for (const Method& method : account_->methods)
      if (!method.deleted && same_card(method, made))
        return FieldVerdict{"number",
                            {Standing::possible, "already-there",
                             Json().set("method", method_value(*account_, method))}};
    return std::nullopt;
  }
  uint32_t edited = find_method(*account_, of);
  if (form != "edit-method" || edited == no_index) return std::nullopt;
  const Method& method = account_->methods[edited];
  Details details;
  Json changed;
  std::vector<Reason> reasons;
  read_details(method, values, book_, false, day, details, changed, reasons);
  if (changed.size() || !reasons.empty()) return std::nullopt;
  return FieldVerdict{is_expired(method, day) ? "expiry" : "name",
                      {Standing::invalid, "details-unchanged"}};
}

STEGVIS_LATER Prepared Billing::prepare(const Operation& operation, const Window& window) const {
  Prepared out;
  if (!account_) {
    out.refusals.push_back({"no-account", Json::object()});
    return out;
  }
  Plan plan = plan_operation(*account_, operation, book_, true);
  out.refusals = std::move(plan.refusals);
  out.warnings = std::move(plan.warnings);
  // A refused plan has its values too: the review that shows the reasons names the methods.
  out.values = values_of(*account_, plan);
  if (!out.ok()) return out;
  out.changes = touched_by(*account_, plan, window, operation.day);
  out.undoable = undoable(operation.name);
  return out;
}

bool Billing::undoable(std::string_view operation) const {
  if (account_ && !account_->has_changes && !account_->host_undoes) return false;
  std::optional<OperationKind> kind = operation_of(operation);
  return kind && *kind != OperationKind::undo && *kind != OperationKind::pay;
}

STEGVIS_LATER Json Billing::bank(const Operation& operation) const {
  return account_ ? practice_bank(*account_, operation) : Json();
}

bool Billing::holds(std::string_view event_id) const {
  return account_ && find_change(*account_, event_id) != no_index;
}

// A host finds its own changes, also those that were made before its account was loaded here.
STEGVIS_LATER bool Billing::recalls(std::string_view event_id) const {
  return account_ && (account_->host_undoes || (account_->has_changes && holds(event_id)));
}

Result<std::string> Billing::apply(const Operation& operation) {
  if (!account_) return Error{Code::operation_refused, "", 0, 0, "no-account"};
  if (operation.id.empty()) return Error{Code::operation_shape, "/id", 0, 0, "empty"};
  uint32_t done = find_change(*account_, operation.id);
  if (done != no_index) {
    const Change& change = account_->changes[done];
    return change.kind == OperationKind::add ? account_->methods[change.method].id : std::string();
  }
  Plan plan = plan_operation(*account_, operation, nullptr, false);
  if (plan.refusals.empty()) {
    std::string made = carry_out(*account_, operation, std::move(plan));
    if (operation.version) account_->version = *operation.version;
    return made;
  }
  Error error{Code::operation_refused};
  for (const Reason& reason : plan.refusals)
    error.detail.append(error.detail.empty() ? "" : ", ").append(reason.code);
  return error;
}

}  // namespace stegvis
