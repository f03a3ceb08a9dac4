#include "recorded.h"

namespace stegvis::simulation {
namespace {

const char* place_of(Random& random) { return random.one_in(2) ? "primary" : "mirror"; }
const char* key_of(Random& random) { return random.one_in(3) ? "account" : "session"; }

Json journals_of(Random& random) {
  Json journals = Json::array();
  if (random.one_in(3)) journals.push("account");
  return journals.push("session");
}

Json failing_call(Random& random, int64_t tab) {
  static constexpr const char* writes[] = {"full", "failed", "late", "refused", "closed"};
  static constexpr const char* reads[] = {"unreadable", "late", "refused"};
  Json step = Json::object().set("fail", tab).set("place", place_of(random));
  if (random.one_in(3)) return step.set("call", "read").set("code", reads[random.below(3)]);
  step.set("call", random.one_in(3) ? "replace" : "append").set("code", writes[random.below(5)]);
  if (step["code"].string() == "late" && random.one_in(2)) step.set("done", true);
  return step;
}

Json damage(Random& random) {
  Json step = Json::object();
  uint32_t choice = random.below(10);
  if (choice == 0) {
    static constexpr const char* places[] = {"primary", "mirror", "notes", "all"};
    return step.set("clear", places[random.below(4)]);
  }
  const char* acts[] = {"flip", "drop", "cut"};
  const char* act = acts[random.below(3)];
  step.set(act, place_of(random)).set("key", key_of(random));
  if (act == acts[2]) return step.set("bytes", 1 + random.below(40));
  step.set("record", random.below(4));
  return act == acts[0] ? step.set("bit", random.below(200)) : step;
}

}  // namespace

Json recorded_steps(uint64_t seed) {
  Random random(seed);
  Json steps = Json::array();
  bool waits[3] = {}, there[3] = {};
  auto add = [&](int64_t tab) {
    steps.push(Json::object().set("add", tab).set("journals", journals_of(random)));
  };
  steps.push(Json::object().set("open", Json(int64_t{0})).set("fresh", true));
  steps.push(Json::object()
                 .set("add", Json(int64_t{0}))
                 .set("journals", Json::array().push("account").push("session")));
  steps.push(Json::object().set("later", Json(int64_t{0})));
  there[0] = true;
  for (uint32_t left = 8 + random.below(10); left > 0; --left) {
    int64_t tab = random.below(3);
    if (!there[tab]) {
      steps.push(Json::object().set("open", tab));
      there[tab] = true;
      continue;
    }
    uint32_t choice = random.below(20);
    if (waits[tab]) {
      bool ends = random.one_in(4);
      steps.push(Json::object().set(ends ? "crash" : "go", tab));
      waits[tab] = false;
      if (ends) there[tab] = false;
    } else if (choice < 9) {
      add(tab);
    } else if (choice < 12) {
      steps.push(Json::object().set("open", tab));
    } else if (choice < 14) {
      steps.push(failing_call(random, tab));
      random.one_in(3) ? void(steps.push(Json::object().set("open", tab))) : add(tab);
    } else if (choice < 18) {
      steps.push(damage(random));
    } else if (choice < 19) {
      steps.push(Json::object()
                     .set("hold", tab)
                     .set("place", place_of(random))
                     .set("call", random.one_in(3) ? "replace" : "append"));
      add(tab);
      waits[tab] = true;
    } else {
      steps.push(Json::object().set("crash", tab));
      there[tab] = false;
    }
  }
  for (int64_t tab = 0; tab < 3; ++tab)
    if (there[tab]) steps.push(Json::object().set("crash", tab));
  steps.push(Json::object().set("open", 9));
  add(9);
  steps.push(Json::object().set("crash", 9));
  return steps.push(Json::object().set("open", 10));
}

}  // namespace stegvis::simulation
