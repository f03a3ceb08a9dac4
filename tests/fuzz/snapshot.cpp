// The bytes of a snapshot, as they come and behind the sizes of a real one: they are refused and change
// nothing, or make an account of the digest that they name, which goes on.
#include "billing/snapshot.h"

#include "billing/billing.h"
#include "billing/practice.h"
#include "fuzz.h"

using namespace stegvis;

namespace {

void restore(const Account& born, std::string_view bytes) {
  Billing billing(born);
  uint64_t before = billing.digest();
  if (!billing.restore(bytes)) return must(billing.digest() == before);
  std::string again = billing.snapshot();
  Billing other(born);
  must(bool(other.restore(again)) && other.digest() == billing.digest());
  Operation undo{"undo", {Json("0")}, "fuzz", Day{20000}};
  if (!billing.account()->changes.empty()) undo.args = {Json(billing.account()->changes.back().id)};
  (void)billing.prepare(undo, {});
  (void)billing.apply(undo);
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Account born = *practice_account("few", Day{20000});
  static const std::string real = Billing(born).snapshot();
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  restore(born, bytes);
  restore(born, real.substr(0, 32) + std::string(bytes));
  // A real one with some bytes replaced.
  if (size < 3) return 0;
  std::string changed = real;
  size_t at = (data[0] | data[1] << 8) % changed.size();
  for (size_t i = 2; i < size && at + i - 2 < changed.size(); ++i)
    changed[at + i - 2] = char(data[i]);
  restore(born, changed);
  return 0;
}
