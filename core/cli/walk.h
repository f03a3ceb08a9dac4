// A walk through a flow with answers that are written down, on an account of its own: what `stegvis
// test` tries a guide by.
//
// Answers are {NODE: answer}: a choice's name ("many"; of an outcome also "confirm"), {"item": id}
// of a pick, {FIELD: text} of a form. A node without one is answered as a reader does who presses
// Continue: a read goes on, a question takes what the account knows, a pick what is chosen, a
// review confirms. An outcome without one ends the walk.
#pragma once
#include <string>
#include <vector>

#include "base/day.h"
#include "base/json.h"
#include "domains/domains.h"
#include "runtime/runtime.h"

namespace stegvis {

class Walk {
 public:
  Walk(const Json& flow, const Json& answers, Day day)
      : flow_(flow), answers_(answers), day_(day) {}

  // Walks to the end. Returns the reason why it can't, with the node; empty at an outcome.
  std::string run(const std::string& account);

  // Returns the node where it ended.
  const std::string& node() const { return view_["node"].string(); }
  // Returns {"node", "choice"} of each answer on the way, also of those that the account gave.
  const std::vector<Json>& steps() const { return steps_; }
  // Returns the reason why the account is not as {LIST: [ids]} and {LIST: {ITEM: [ids]}} say; empty
  // if it is.
  std::string against(const Json& account);

 private:
  bool step(std::string& reason);
  bool fill(const Json& answer, std::string& reason);
  bool choose(const std::string& choice, const Json& value, std::string& reason);
  bool send(Json event, std::string& reason);
  Json dispatch(Json event);
  std::string continued() const;
  void type(const std::string& field, const std::string& text);
  std::string against_list(const std::string& list, const std::string& of, const Json& ids);
  void note_steps();

  const Json& flow_;
  const Json& answers_;
  Day day_;
  Runtime runtime_{domains()};
  Json view_;
  std::vector<Json> steps_;
  std::vector<std::string> used_;
  int64_t events_ = 0;
};

}  // namespace stegvis
