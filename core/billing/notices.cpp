#include "billing/notices.h"

#include "billing/values.h"

namespace stegvis {

Heard heard_of(const Account& account) {
  Heard out;
  bool mine = false;
  for (uint32_t i = 0; i < account.methods.size(); ++i) {
    const Method& method = account.methods[i];
    out.methods.push_back(!method.deleted && method.status == MethodStatus::declined);
    mine |= out.methods[i] && may_manage(account, account.reader, i);
  }
  for (uint32_t i = 0; mine && i < account.methods.size(); ++i)
    out.methods[i] = out.methods[i] && may_manage(account, account.reader, i);
  for (const Notice& notice : account.notices) {
    if (notice.period != account.billing_day || !out.methods[notice.method]) continue;
    ++out.count;
    if (out.latest < notice.day) out.latest = notice.day;
  }
  return out;
}

bool added_since(const Account& account, const Heard& heard, uint32_t method) {
  const Method& it = account.methods[method];
  return heard.count && !it.deleted && it.status == MethodStatus::active &&
         it.kind != MethodKind::bank_account && it.added >= heard.latest &&
         may_manage(account, account.reader, method);
}

List notices_list(const Account& account, const Window& window) {
  Gather gather(window);
  Heard heard = heard_of(account);
  auto item = [&] {
    Item out;
    out.values.set("count", heard.count).set("since", day_value(account.billing_day));
    return out;
  };
  for (size_t i = 0; i < account.notices.size(); ++i) {
    const Notice& notice = account.notices[i];
    if (notice.period != account.billing_day || !heard.methods[notice.method]) continue;
    const Method& method = account.methods[notice.method];
    if (!gather.take(method.brand, method.last4)) continue;
    Item it = item();
    it.id = "notice-" + format_day(notice.day) + "-" + method.id;
    it.values.set("day", day_value(notice.day)).set("method", method_value(account, method));
    gather.list.items.push_back(std::move(it));
  }
  if (!heard.count) gather.list.items.push_back(item());
  return std::move(gather.list);
}

List retry_window(const Account& account) {
  List list;
  list.total = 1;
  Item item;
  item.id = "retry-window";
  item.values.set("from", day_value(account.billing_day + 1));
  item.values.set("until", day_value(account.billing_day + account.rules->retry_days));
  list.items.push_back(std::move(item));
  return list;
}

}  // namespace stegvis
