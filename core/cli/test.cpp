// stegvis test FOLDER ... [--paths]: walks through a guide as the folder's tests.json says, and
// compares where each walk ends and how the account is then. tests.json stands beside
// playbook.json:
//
//   [ { "name": "an expired card is replaced", "account": "practice:expired", "day": "2026-11-23",
//       "answers": {NODE: answer} (cli/walk.h), "ends": NODE,
//       "account-after": {"uses": {"m-visa": []}} } ... ]
//
// "account", "day" and "account-after" may be left out: the account is "practice" then, and the day
// the one above. Prints a line for each test, the nodes that none of them reaches, and with --paths
// each path that none of them walks. Exit code: 0; 1 where a test fails; 2 where a file
// can't be read.
#include <algorithm>

#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/walk.h"
#include "compiler/playbook/node_reader.h"

namespace stegvis {
namespace {

constexpr size_t max_bytes = size_t(1) << 20;
constexpr size_t max_paths = 1000;
constexpr const char* default_day = "2026-11-23";

struct WalkTest {
  std::string name;
  std::string account = "practice";
  std::string ends;
  Day day;
  Json answers = Json::object();
  Json after = Json::object();
};

// Reads tests.json. Each mistake is reported at its place.
class TestReader : PlaybookFile {
 public:
  TestReader(const SourceFile& file, const Flow& flow, Diagnostics& diagnostics)
      : PlaybookFile(file, diagnostics), flow_(flow) {}

  std::vector<WalkTest> run() {
    std::vector<WalkTest> tests;
    Result<Json> parsed = Json::parse(file_.text, max_bytes);
    if (!parsed) {
      const Error& error = parsed.error();
      diagnostics_.error(error.code, file_.name, error.line, error.column, error.detail);
      return tests;
    }
    if (!parsed->is_array()) fail(Code::shape_type, *parsed, "the tests are a list");
    for (const Json& json : parsed->items()) {
      if (json.is_object())
        tests.push_back(read(json));
      else
        fail(Code::shape_type, json, "a test is an object");
    }
    return tests;
  }

 private:
  WalkTest read(const Json& json) {
    WalkTest test;
    only(json, "name account day answers ends account-after", "a test");
    text(json, "name", test.name);
    text(json, "ends", test.ends);
    if (json.has("account")) text(json, "account", test.account);
    std::string day = default_day;
    if (json.has("day")) text(json, "day", day);
    if (std::optional<Day> read = parse_day(day))
      test.day = *read;
    else
      fail(Code::shape_value, json["day"], "\"day\" is a day: 2026-11-23");
    object(json, "answers", test.answers);
    object(json, "account-after", test.after);
    for (size_t i = 0; i < test.answers.size(); ++i)
      node(test.answers.keys()[i], test.answers.items()[i]);
    if (!test.ends.empty()) node(test.ends, json["ends"]);
    return test;
  }

  void text(const Json& json, std::string_view member, std::string& out) {
    const Json& value = json[member];
    if (!json.has(member))
      fail(Code::shape_missing, json, "a test needs " + quoted(member));
    else if (!value.is_string())
      fail(Code::shape_type, value, quoted(member) + " is a text");
    else
      out = value.string();
  }

  void object(const Json& json, std::string_view member, Json& out) {
    if (!json.has(member)) return;
    out = json[member];
    if (!out.is_object()) fail(Code::shape_type, json[member], quoted(member) + " is an object");
  }

  void node(const std::string& id, const Json& at) {
    if (flow_.find(id) < 0)
      fail(Code::flow_reference, at, "there is no node " + quoted(id) + " in the playbook");
  }

  const Flow& flow_;
};

// The paths of a flow, each as "notices many, mine yes, ... replaced".
class Paths {
 public:
  explicit Paths(const Flow& flow) : flow_(flow), counts_(flow.nodes.size(), -1) {}

  // Returns the number of paths from the start, at most about 10^18.
  int64_t count() { return count(flow_.start); }

  // Returns the first paths that are not among those that were walked.
  std::vector<std::string> except(const std::vector<std::string>& walked) {
    std::vector<std::string> out;
    gather(flow_.start, "", walked, out);
    return out;
  }

 private:
  int64_t count(uint32_t at) {
    constexpr int64_t most = int64_t(1) << 60;
    if (counts_[at] >= 0) return counts_[at];
    const Node& node = flow_.nodes[at];
    int64_t sum = node.kind == NodeKind::outcome ? 1 : 0;
    for (const Choice& choice : node.to) sum = std::min(most, sum + count(choice.to));
    return counts_[at] = sum;
  }

  void gather(uint32_t at, std::string path, const std::vector<std::string>& walked,
              std::vector<std::string>& out) {
    if (out.size() >= max_paths) return;
    const Node& node = flow_.nodes[at];
    path += node.id;
    if (node.kind == NodeKind::outcome &&
        std::find(walked.begin(), walked.end(), path) == walked.end())
      out.push_back(path);
    for (const Choice& choice : node.to)
      gather(choice.to, path + " " + choice.id + ", ", walked, out);
  }

  const Flow& flow_;
  std::vector<int64_t> counts_;
};

// The tests of a guide, and what they reach.
class GuideTests {
 public:
  GuideTests(const std::string& folder, const Playbook& playbook) : folder_(folder) {
    flow_ = playbook.flow;
    std::string text;
    append_flow(text, flow_);
    json_ = *Json::parse(text);
  }

  // Returns the number of tests that fail.
  size_t run(const std::vector<WalkTest>& tests) {
    size_t failed = 0;
    for (const WalkTest& test : tests) {
      std::string reason = against(test);
      print((reason.empty() ? "ok " : "not ok ") + test.name +
            (reason.empty() ? "" : "\n  " + reason) + "\n");
      failed += !reason.empty();
    }
    return failed;
  }

  // Prints which nodes the tests reach, and which paths none of them walks.
  void report(bool paths) {
    std::string missed;
    size_t reached = 0;
    for (const Node& node : flow_.nodes) {
      bool there = std::find(reached_.begin(), reached_.end(), node.id) != reached_.end();
      reached += there;
      if (!there) (missed += missed.empty() ? "" : ", ") += node.id;
    }
    print(folder_ + ": " + decimal(int64_t(reached)) + " of " +
          decimal(int64_t(flow_.nodes.size())) + " nodes reached" +
          (missed.empty() ? "" : ", not " + missed) + "\n");
    if (!paths) return;
    Paths all(flow_);
    std::vector<std::string> rest = all.except(walked_);
    for (const std::string& path : rest) print("not walked: " + path + "\n");
    print(folder_ + ": " + decimal(all.count()) + " paths, " +
          (rest.size() < max_paths ? decimal(int64_t(rest.size())) : "1,000 or more") +
          " not walked\n");
  }

 private:
  std::string against(const WalkTest& test) {
    Walk walk(json_, test.answers, test.day);
    std::string reason = walk.run(test.account), path;
    const std::vector<Json>& steps = walk.steps();
    for (size_t i = 0; i < steps.size(); ++i) {
      path += steps[i]["node"].string();
      if (i + 1 < steps.size()) path += " " + way(steps[i], steps[i + 1]["node"].string()) + ", ";
      reached_.push_back(steps[i]["node"].string());
    }
    walked_.push_back(path);
    if (!reason.empty()) return reason;
    if (walk.node() != test.ends)
      return "it ends at " + quoted(walk.node()) + ", not at " + quoted(test.ends);
    return walk.against(test.after);
  }

  // Returns the choice that led from a step to the next node. A form may have set another answer to
  // the step since, and a review that was confirmed has none.
  std::string way(const Json& step, const std::string& next) const {
    const std::string& answered = step["choice"].string();
    std::string found;
    for (const Choice& choice : flow_.nodes[size_t(flow_.find(step["node"].string()))].to) {
      if (flow_.nodes[choice.to].id != next) continue;
      if (found.empty() || choice.id == answered) found = choice.id;
    }
    return found;
  }

  std::string folder_;
  Flow flow_;
  Json json_;
  std::vector<std::string> reached_, walked_;
};

// Runs the tests of a folder. Returns the exit code.
int test_folder(std::string folder, bool paths) {
  if (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  SourceFile file, tests_file;
  if (!read_file(folder + "/playbook.json", file) || !read_file(folder + "/tests.json", tests_file))
    return 2;
  Diagnostics diagnostics;
  Playbook playbook;
  if (!read_playbook(file, find_vocabulary, diagnostics, playbook)) return report(diagnostics);
  std::vector<WalkTest> tests = TestReader(tests_file, playbook.flow, diagnostics).run();
  if (diagnostics.failed()) return report(diagnostics);
  GuideTests guide(folder, playbook);
  size_t failed = guide.run(tests);
  guide.report(paths);
  print(decimal(int64_t(tests.size() - failed)) + " passed, " + decimal(int64_t(failed)) +
        " failed\n");
  return failed ? 1 : 0;
}

}  // namespace

int run_test(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {"--paths"})) return 2;
  if (arguments.files().empty()) return bad_use("name the folder of a playbook and its tests.json");
  int code = 0;
  for (const std::string& folder : arguments.files())
    code = std::max(code, test_folder(folder, arguments.has("--paths")));
  return code;
}

}  // namespace stegvis
