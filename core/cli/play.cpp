// stegvis play GUIDE.json [--account practice:few] [--day 2026-11-23] [--json]: runs a guide in the
// terminal, with the practice account. Without --day it is today.
//
// One line is one answer, typed or from a pipe: the number of an answer, or ":" and its name. Of a
// form, the value of the field that is asked for; an empty line keeps what stands there. Commands are
// one letter: b back, u undo, r restart, q quit; "/words" searches a list. The end of the input ends it.
// Exit code: 0; 2 where the guide can't be read.
//
// --json prints one line for each step rather than words, for programs:
//   {"node", "kind", "state", "answers": [names to choose from], "offers": ["back"...], "reasons": [...],
//    "next"?: the guide that an outcome leads into}
//   {"field", "kind", "value"?, "options"?} for each field of a form
//   {"problem": {...}, "verdicts": [...]} where an answer is not taken
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "cli/books.h"
#include "cli/cli.h"
#include "cli/play_words.h"
#include "domains/domains.h"
#include "runtime/runtime.h"

namespace stegvis {
namespace {

constexpr size_t max_line = 4096;

// A whole number as it is typed; 0 for anything else.
size_t number_of(std::string_view line) {
  size_t number = 0;
  for (char c : line) {
    if (c < '0' || c > '9' || number > 100000) return 0;
    number = number * 10 + size_t(c - '0');
  }
  return number;
}

// One way on: what is sent for it, and how it is shown.
struct Way {
  std::string name;
  std::string text;
  Json event;
  bool enabled = true;
};

enum class Typed : uint8_t { value, command, end };

class Play {
 public:
  Play(const Json& guide, Day day, bool as_json) : guide_(guide), day_(day), as_json_(as_json) {}

  int run(const std::string& path, const std::string& account) {
    Diagnostics diagnostics;
    if (!words_.read(guide_["text"], diagnostics)) return report(diagnostics);
    Json start = Json::object();
    start.set("flow", guide_["flow"]).set("fingerprints", guide_["fingerprints"]);
    Json opened = runtime_.open(start.set("account", account));
    const Json& problem = opened["problem"];
    if (problem.is_object())
      return bad_use(path + ": " + problem["code"].string() + " " + problem["detail"].string());
    for (const Json& table : opened["tables"].items())
      runtime_.tables(table.string(), table_bytes(table.string()));
    view_ = runtime_.view(day_);
    say(words_.title() + "\n");
    Typed typed = Typed::command;
    while (typed != Typed::end) {
      show();
      bool form = view_["kind"].string() == "fill" && view_["state"].string() == "open";
      typed = form ? fill() : choose();
    }
    return 0;
  }

 private:
  // --- out

  void say(const std::string& text) {
    if (!as_json_) print(printable(text) + "\n");
  }
  void tell(const Json& line) { print(line.dump() + "\n"); }

  std::string heading() const {
    const std::string& node = view_["node"].string();
    std::string out = words_.message(node, view_["heading"].string(), view_["values"]);
    if (out.empty()) out = words_.message(node, "", view_["values"]);
    if (out.empty()) out = words_.label(node, "title");
    if (!out.empty()) return out;
    const std::string& kind = view_["kind"].string();
    return kind == "ask"       ? "Which of these fits?"
           : kind == "outcome" ? "That was all"
                               : "Next step";
  }

  std::string choice_text(const std::string& choice) const {
    const std::string& node = view_["node"].string();
    std::string out = words_.message(node, choice, view_["values"]);
    if (out.empty()) out = words_.label(node, choice);
    if (!out.empty()) return out;
    return choice == "all" ? "All of them, in order" : choice;
  }

  void show() {
    gather_ways();
    if (as_json_) return show_json();
    const std::string& node = view_["node"].string();
    const std::string& state = view_["state"].string();
    for (const Json& row : view_["known"].items()) say(known_text(row));
    say("\n[" + node + "] " + heading() + (state == "open" ? "" : " (" + state + ")"));
    for (const char* more : {"hint", "body"}) {
      std::string text = words_.message(node, more, view_["values"]);
      if (!text.empty() && state != "undone" && !view_.has("heading")) say(text);
    }
    const std::string& kind = view_["kind"].string();
    if (kind == "by-hand") say("Do this where your account is; nothing is done here.");
    if (view_["heading"].string() == "unverified")
      say("Nothing was looked up, and nothing was done here.");
    if (view_.has("unless")) say(words_.message(node, "unless", view_["values"]));
    for (const Json& part : view_["show"].items()) say("| " + indented(words_.part(part.string())));
    if (view_.has("review")) show_review(view_["review"]);
    if (view_["form"].has("undoable")) say("  " + undo_text(view_["form"]));
    if (view_.has("left")) show_left(view_["left"]);
    show_next();
    if (view_["reasons"].size()) say("Not possible: " + reasons_text(view_["reasons"]));
    for (size_t i = 0; i < ways_.size(); ++i)
      say((ways_[i].enabled ? "  " : "- ") + decimal(int64_t(i + 1)) + "  " + ways_[i].text);
    int64_t rest = list_["total"].integer() - int64_t(list_["items"].size());
    if (rest > 0) say("     and " + decimal(rest) + " more: search with /words");
    std::string commands;
    for (const char* offer : {"back", "undo", "restart"})
      if (view_["offers"].has(offer)) commands += std::string(1, offer[0]) + " " + offer + "   ";
    say("  " + commands + "q quit");
  }

  // An answer of the account to a question that was not asked.
  std::string known_text(const Json& row) const {
    const std::string& node = row["node"].string();
    std::string answer = words_.message(node, row["choice"].string(), Json());
    if (row.has("item")) answer = item_text(row["item"]);
    std::string out =
        "As your account says: " + words_.message(node, "", view_["values"]) + ": " + answer;
    if (row.has("said")) out += ", not " + words_.message(node, row["said"].string(), Json());
    return out + " (@" + node + ")";
  }

  // The change that a form made on the way, after the undo of the latest one.
  void show_left(const Json& left) {
    const Json& values = left["values"];
    std::string what = left["operation"].string();
    if (values.has("method")) what += " " + plain_value(values["method"]);
    say((left["undone"].boolean() ? "  undone too: " : "  still there, undo takes it back too: ") +
        what);
  }

  static std::string undo_text(const Json& change) {
    return change["undoable"].boolean() ? "can be undone" : "can't be undone";
  }

  // The guide that an outcome leads into, where it is there in this locale.
  void show_next() {
    const std::string& next = view_["next"].string();
    for (const Json& there : guide_["text"]["next"].items())
      if (there.string() == next)
        say("  " + words_.message(view_["node"].string(), "next", view_["values"]) +
            ": the guide " + next);
  }

  void show_review(const Json& review) {
    for (const Json& row : review["rows"].items()) {
      std::string answer = words_.message(row["node"].string(), row["choice"].string(), Json());
      if (row.has("item")) answer = item_text(row["item"]);
      for (const Json& field : row["fields"].items())
        (answer += answer.empty() ? "" : ", ") +=
            field["field"].string() + " " + plain_value(field["value"]);
      say("  " + words_.message(row["node"].string(), "", view_["values"]) + ": " + answer);
    }
    if (!review.has("changes")) return;
    say("  changes: " + decimal(review["changes"]["total"].integer()) + ", " + undo_text(review));
    if (review.has("warnings")) say("  Take care: " + reasons_text(review["warnings"]));
    for (const Json& item : review["changes"]["items"].items()) say("    " + item_text(item));
  }

  void show_json() {
    Json answers = Json::array(), offers = Json::array();
    for (const Way& way : ways_)
      if (way.enabled) answers.push(way.name);
    for (const std::string& offer : view_["offers"].keys()) offers.push(offer);
    Json line = Json::object();
    for (const char* same : {"node", "kind", "state", "reasons"}) line.set(same, view_[same]);
    if (view_.has("next")) line.set("next", view_["next"]);
    tell(line.set("answers", std::move(answers)).set("offers", std::move(offers)));
  }

  // --- what can be answered

  static Json answer(const std::string& choice) {
    return Json::object().set("kind", "answer").set("choice", choice);
  }

  void gather_ways() {
    ways_.clear();
    list_ = Json();
    const std::string& kind = view_["kind"].string();
    bool open = view_["state"].string() == "open";
    auto go_on = [&](const char* choice) {
      ways_.push_back({choice, "Continue", answer(choice), true});
    };
    if (view_["offers"].has("answer")) {
      if (kind == "read") go_on("next");
      if (kind == "by-hand") {
        const std::string& done = view_["choice"].string();
        ways_.push_back({done, "I have done this", answer(done), true});
      }
      if (kind == "pick") gather_items();
      if (kind == "fill" && !open) go_on("filled");
      if (kind == "review" && !open) go_on("done");
    }
    if (view_["offers"].has("confirm") && kind != "fill") {
      std::string text = words_.message(view_["node"].string(), "action", view_["values"]);
      ways_.push_back({"confirm", text.empty() ? "Confirm" : text,
                       Json::object().set("kind", "confirm"), true});
    }
    for (const Json& choice : view_["choices"].items()) {
      const std::string& id = choice["id"].string();
      bool known = choice["known"].boolean();
      ways_.push_back(
          {id, choice_text(id) + (known ? " (as your account says)" : ""), answer(id), true});
    }
  }

  void gather_items() {
    Json question = Json::object();
    question.set("query", "list").set("day", format_day(day_)).set("list", view_["list"]["list"]);
    question.set("of", view_["list"]["of"].string()).set("search", search_);
    question.set("purpose", view_["list"]["purpose"].string());
    list_ = runtime_.query(question);
    for (const Json& item : list_["items"].items()) {
      Json event = answer("picked").set("value", Json::object().set("item", item["id"]));
      ways_.push_back({item["id"].string(), item_text(item), event, item["enabled"].boolean()});
    }
  }

  // --- in

  // One line without its end; nothing at the end of the input. Read byte by byte, so that no buffer
  // but this one holds what is typed into a secret field.
  bool read_line(std::string& line) {
    line.clear();
    line.reserve(max_line);
    char c = 0;
    ssize_t count;
    while ((count = ::read(0, &c, 1)) == 1 && c != '\n')
      if (line.size() < max_line) line += c;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return count == 1 || !line.empty();
  }

  // Reads a line and carries it out where it is a command or names an answer.
  Typed next(std::string& line) {
    if (!as_json_ && isatty(0)) print("> ");
    if (!read_line(line) || line == "q") return Typed::end;
    for (const char* offer : {"back", "undo", "restart"})
      if (line.size() == 1 && line[0] == offer[0]) {
        view_["offers"].has(offer) ? void(send(Json::object().set("kind", offer)))
                                   : refuse(Code::event_place);
        return Typed::command;
      }
    if (line.size() > 1 && line[0] == '@') {
      send(Json::object().set("kind", "go-to").set("node", line.substr(1)));
      return Typed::command;
    }
    if (line.size() > 1 && line[0] == ':') {
      auto named = [&](const Way& way) { return way.name == line.substr(1); };
      auto way = std::find_if(ways_.begin(), ways_.end(), named);
      send(way != ways_.end() ? way->event : answer(line.substr(1)));
      return Typed::command;
    }
    return Typed::value;
  }

  Typed choose() {
    std::string line;
    Typed typed = next(line);
    if (typed != Typed::value) return typed;
    if (!line.empty() && line[0] == '/') {
      search_ = line.substr(1);
      return Typed::command;
    }
    size_t number = number_of(line);
    if (number >= 1 && number <= ways_.size()) {
      send(Json(ways_[number - 1].event));
    } else {
      refuse(Code::event_choice);
    }
    return Typed::command;
  }

  // Asks the fields of a form one by one, as the values so far make them; then those again that
  // are not valid.
  Typed fill() {
    const Json form = view_["form"];
    Json values = Json::object();
    std::vector<std::string> asked;
    bool warned = false;
    while (true) {
      Json question = Json::object();
      question.set("query", "form").set("day", format_day(day_)).set("form", form["form"]);
      question.set("of", form["of"].string()).set("values", values);
      Json fields = runtime_.query(question)["fields"];
      const Json* open = nullptr;
      for (const Json& field : fields.items())
        if (!open && std::find(asked.begin(), asked.end(), field["id"].string()) == asked.end())
          open = &field;
      if (open) {
        Typed typed = ask(*open, values);
        if (typed != Typed::value) {
          runtime_.secrets().forget();
          return typed;
        }
        asked.push_back((*open)["id"].string());
        continue;
      }
      Json event = answer("filled");
      if (view_["offers"].has("confirm"))
        event.set("kind", "confirm").set("choice", warned ? "anyway" : "");
      Json verdicts = send(event.set("value", values));
      if (verdicts.size() == 0) return Typed::command;
      // A reader who types the same once more means it.
      warned = true;
      for (const Json& row : verdicts.items()) {
        std::erase(asked, row["field"].string());
        warned &= row["verdict"]["standing"].string() == "possible";
      }
    }
  }

  Typed ask(const Json& field, Json& values) {
    const std::string& id = field["id"].string();
    bool secret = field["kind"].string() == "secret";
    if (as_json_) {
      Json line = Json::object().set("field", id).set("kind", field["kind"]);
      if (field.has("value")) line.set("value", field["value"]);
      if (field.has("options")) line.set("options", field["options"]);
      tell(line);
    } else {
      std::string prompt = "  " + id + (field["required"].boolean() ? "" : " (optional)");
      if (field.has("value")) prompt += " [" + plain_value(field["value"]) + "]";
      const std::vector<Json>& options = field["options"].items();
      for (size_t i = 0; i < options.size() && options.size() <= 10; ++i)
        prompt += (i ? ", " : ": ") + decimal(int64_t(i + 1)) + " " + options[i].string();
      say(prompt);
    }
    std::string line;
    if (secret) return ask_secret(id, line);
    Typed typed = next(line);
    if (typed != Typed::value) return typed;
    size_t number = number_of(line);
    const std::vector<Json>& options = field["options"].items();
    if (number >= 1 && number <= options.size()) line = options[number - 1].string();
    while (!line.empty() && line[0] == ' ') line.erase(0, 1);
    if (line.empty() && field.has("value")) line = plain_value(field["value"]);
    line.empty() ? values.drop(id) : void(values.set(id, line));
    return Typed::value;
  }

  // The typed text goes only into the core's buffer. It is not shown, and no problem contains it.
  Typed ask_secret(const std::string& id, std::string& line) {
    termios shown{};
    bool terminal = tcgetattr(0, &shown) == 0;
    termios hidden = shown;
    hidden.c_lflag &= tcflag_t(~ECHO);
    if (terminal) tcsetattr(0, TCSANOW, &hidden);
    Typed typed = next(line);
    if (terminal) tcsetattr(0, TCSANOW, &shown);
    if (typed != Typed::value) return typed;
    Secrets& secrets = runtime_.secrets();
    size_t length = line.size() <= Secrets::capacity ? line.size() : 0;
    std::memcpy(secrets.buffer(), line.data(), length);
    volatile char* bytes = line.data();
    for (size_t i = 0; i < line.size(); ++i) bytes[i] = 0;
    secrets.type(secrets.number_of(id), int32_t(length), int32_t(length));
    secrets.wipe();
    return Typed::value;
  }

  // --- events

  void problem(const Json& outcome) {
    Json line = Json::object().set("problem", outcome["problem"]);
    if (outcome.has("verdicts")) line.set("verdicts", outcome["verdicts"]);
    if (as_json_) return tell(line);
    say("Not taken: " + outcome["problem"]["code"].string());
    for (const Json& row : outcome["verdicts"].items())
      say("  " + row["field"].string() + ": " + row["verdict"]["code"].string());
  }

  void refuse(Code code) { problem(Json().set("problem", encode_problem({code, "", 0, 0, ""}))); }

  // Sends an event, and answers its effect at once. Gives the verdicts of a form that is not valid.
  Json send(Json event) {
    Json outcome = dispatch(std::move(event));
    if (outcome.has("problem")) return problem(outcome), outcome["verdicts"];
    for (const Json& effect : outcome["effects"].items()) {
      Json value = Json::object().set("of", effect["key"]);
      dispatch(Json::object().set("kind", "committed").set("value", value));
    }
    view_ = runtime_.view(day_);
    search_.clear();
    return {};
  }

  Json dispatch(Json event) {
    std::string id = decimal(++events_);
    event.set("v", 1).set("id", std::string(32 - id.size(), '0') + id).set("at", events_);
    event.set("day", format_day(day_));
    if (!event.has("node")) event.set("node", view_["node"]);
    return runtime_.dispatch(event);
  }

  const Json& guide_;
  Day day_;
  bool as_json_;
  PlayWords words_;
  Runtime runtime_{domains()};
  Json view_;
  std::vector<Way> ways_;
  Json list_;           // of a pick: the window that is shown
  std::string search_;  // of a pick
  int64_t events_ = 0;
};

}  // namespace

int run_play(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {"--account", "--day"}, {"--json"})) return 2;
  if (arguments.files().size() != 1) return bad_use("play takes one guide");
  std::optional<Day> day = this_day();
  if (arguments.has("--day")) day = parse_day(arguments.value("--day"));
  if (!day) return bad_use("--day is a day: 2026-11-23");
  Json guide;
  Flow flow;
  if (!read_guide(arguments.files()[0], guide, flow)) return 2;
  std::string account = arguments.has("--account") ? arguments.value("--account") : "practice";
  return Play(guide, *day, arguments.has("--json")).run(arguments.files()[0], account);
}

}  // namespace stegvis
