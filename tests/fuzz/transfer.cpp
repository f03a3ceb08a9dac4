// An imported file: the account's journal and then the session's, as bytes or as a record on each line. A
// journal loads to where it is sound; a file that loads whole replays, and comes to the same digests.
#include <algorithm>

#include "base/hash.h"
#include "fuzz.h"
#include "journal/journal.h"
#include "runtime/replay.h"

using namespace stegvis;

namespace {

struct File {
  std::string_view account, session;
  size_t journals = 0;
};

// As web/src/session/transfer.ts takes it apart.
File take_apart(std::string_view bytes) {
  File file;
  size_t first = scan_journal(bytes).bytes;
  for (std::string_view rest = bytes; !rest.empty(); ++file.journals) {
    size_t size = scan_journal(rest).bytes;
    if (!size) break;
    rest.remove_prefix(size);
  }
  file.account = bytes.substr(0, first);
  file.session = bytes.substr(first);
  if (file.session.empty()) std::swap(file.account, file.session);
  return file;
}

// The latest version of the account that the session knows.
int64_t known_version(std::string_view session) {
  int64_t version = 0;
  for (std::string_view payload : scan_journal(session).payloads) {
    auto json = Json::parse(payload);
    if (!json) continue;
    version = std::max(
        {version, (*json)["read"]["version"].integer(), (*json)["value"]["version"].integer()});
  }
  return version;
}

void import_file(std::string_view bytes) {
  static const Flow flow = *decode_flow(payment_guide()["flow"]);
  File file = take_apart(bytes);
  Runtime runtime{domains()};
  runtime.open(opening(payment_guide()));
  bool loads = true;
  for (auto [name, journal] : {std::pair("account", file.account), {"session", file.session}}) {
    if (journal.empty()) continue;
    Json loaded = runtime.load(name, journal);
    must(loaded["records"].integer() >= 0);
    loads = loads && !loaded.has("problem");
  }
  must(runtime.view(Day{20000}).has("node"));
  auto steps = replay(domains(), flow, bytes);
  if (!steps) {
    must(steps.error().code != Code::none);
    // A file that loads is refused for two reasons alone: another guide, and a change that the account lacks.
    Code code = steps.error().code;
    must(!loads || code == Code::journal_header || code == Code::journal_account);
    return;
  }
  if (!loads || file.journals > 2 || steps->empty()) return;
  must(steps->back().session == hex16(runtime.session().digest()));
  if (!file.account.empty() && known_version(file.session) >= runtime.domain().version())
    must(steps->back().account == hex16(runtime.domain().digest()));
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  import_file(bytes);
  std::string records;
  uint64_t sequence = 0;
  for (std::string_view line : lines_of(bytes)) {
    // A header begins a journal.
    if (line.find("\"journal\":") != line.npos) sequence = 0;
    records += encode_record(sequence++, line);
  }
  import_file(records);
  return 0;
}
