// The boundary to a backend in Node: one account of the billing domain, without guides and sessions. Values
// go in and out as UTF-8 JSON and bytes; the rules are Billing's, and no logic is here.
//
//   buffer(bytes)                the address of so many bytes in the wasm's memory, to be filled
//   load()                       {"version"}: the account is in the buffer; the others need one
//   table(name)                  {}: "addresses" are in the buffer
//   restore()                    {"version"}: a snapshot of the account is in the buffer
//   knows(person)                1 for a person of the account, else 0
//   prepare(operation, person)   {"values"} or {"reasons"}: as it is asked for now, judged whole
//   apply(operation, person)     {"version", "made"?}: one that prepare allowed, or that was accepted before
//   encode(person)               the account as JSON, with that person as its reader
//   digest(person)               of what encode gives, 16 hex characters; "" for nobody of the account
//   snapshot()                   [address, bytes]: in the wasm's memory, until the next call
// Instead of these: {"problem"}, where input is not what it should be. It changes nothing.
#include <emscripten/bind.h>

#include <utility>

#include "base/hash.h"
#include "billing/billing.h"

namespace stegvis {
namespace {

std::string problem(const Error& error) {
  Json it = Json().set("code", name_of(error.code)).set("detail", error.detail);
  if (!error.where.empty()) it.set("where", error.where);
  return Json().set("problem", std::move(it)).dump();
}

Json reasons_of(const std::vector<Reason>& reasons) {
  Json out = Json::array();
  for (const Reason& reason : reasons)
    out.push(Json().set("code", reason.code).set("args", reason.args));
  return out;
}

class Backend {
 public:
  int buffer(int bytes) {
    buffer_.resize(size_t(bytes));
    return int(reinterpret_cast<uintptr_t>(buffer_.data()));
  }

  std::string load() {
    auto json = Json::parse(std::exchange(buffer_, {}));
    if (!json) return problem(json.error());
    auto account = decode_account(*json);
    if (!account) return problem(account.error());
    billing_ = Billing(std::move(*account));
    billing_.addresses(book_ ? &*book_ : nullptr);
    return version();
  }

  std::string table(const std::string& name) {
    if (name != "addresses") return problem({Code::query_unknown, name});
    auto book = AddressBook::load(std::exchange(buffer_, {}));
    if (!book) return problem(book.error());
    book_.emplace(std::move(*book));
    billing_.addresses(&*book_);
    return "{}";
  }

  int knows(const std::string& person) const {
    return billing_.account() && find_person(*billing_.account(), person) != no_index;
  }

  std::string prepare(const std::string& text, const std::string& person) {
    auto operation = read(text, person);
    if (!operation) return problem(operation.error());
    Prepared prepared = billing_.prepare(*operation, {0, 1});
    if (prepared.ok()) return Json().set("values", std::move(prepared.values)).dump();
    return Json().set("reasons", reasons_of(prepared.refusals)).dump();
  }

  std::string apply(const std::string& text, const std::string& person) {
    auto operation = read(text, person);
    if (!operation) return problem(operation.error());
    auto made = billing_.apply(*operation);
    if (!made) return problem(made.error());
    Json out = Json().set("version", billing_.version());
    if (!made->empty()) out.set("made", *made);
    return out.dump();
  }

  std::string encode(const std::string& person) {
    if (Status status = billing_.act_as(person); !status) return problem(status.error());
    return encode_account(*billing_.account()).dump();
  }

  // The digest names the reader, so another reader's is that of a copy.
  std::string digest(const std::string& person) {
    if (!billing_.act_as(person)) return "";
    Account copy = *billing_.account();
    seal(copy);
    return hex16(digest_of(copy));
  }

  std::string snapshot() {
    outgoing_ = billing_.snapshot();
    return Json()
        .push(int64_t(reinterpret_cast<uintptr_t>(outgoing_.data())))
        .push(int64_t(outgoing_.size()))
        .dump();
  }

  std::string restore() {
    Status status = billing_.restore(std::exchange(buffer_, {}));
    return status ? version() : problem(status.error());
  }

 private:
  std::string version() const { return Json().set("version", billing_.version()).dump(); }

  Result<Operation> read(const std::string& text, const std::string& person) {
    auto json = Json::parse(text);
    if (!json) return json.error();
    auto operation = decode_operation(*json);
    if (!operation) return operation;
    if (Status status = billing_.act_as(person); !status) return status.error();
    return operation;
  }

  Billing billing_;
  std::optional<AddressBook> book_;
  std::string buffer_, outgoing_;
};

EMSCRIPTEN_BINDINGS(stegvis_backend) {
  emscripten::class_<Backend>("Backend")
      .constructor<>()
      .function("buffer", &Backend::buffer)
      .function("load", &Backend::load)
      .function("table", &Backend::table)
      .function("knows", &Backend::knows)
      .function("prepare", &Backend::prepare)
      .function("apply", &Backend::apply)
      .function("encode", &Backend::encode)
      .function("digest", &Backend::digest)
      .function("snapshot", &Backend::snapshot)
      .function("restore", &Backend::restore);
}

}  // namespace
}  // namespace stegvis
