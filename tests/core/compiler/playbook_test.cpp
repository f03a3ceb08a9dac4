// Every rule of playbooks, with the vectors that also test the JSON Schema.
#include "compiler/playbook/playbook.h"

#include <fstream>
#include <set>
#include <sstream>

#include "compiled.h"
#include "domains/domains.h"
#include "merged.h"

namespace stegvis {
namespace {

Diagnostics check(const std::string& text) {
  Diagnostics diagnostics;
  Playbook playbook;
  SourceFile file{"playbook.json", text};
  bool good = read_playbook(file, find_vocabulary, diagnostics, playbook);
  EXPECT_EQ(good, !diagnostics.failed());
  return diagnostics;
}

std::string described(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all())
    out += format_diagnostic(diagnostic) + "\n";
  return out;
}

TEST(Playbook, EveryVectorHasItsVerdict) {
  std::ifstream in(STEGVIS_ROOT "/tests/vectors/playbooks.jsonl");
  std::string line;
  Json base;
  size_t bad = 0;
  while (std::getline(in, line)) {
    Result<Json> vector = Json::parse(line);
    ASSERT_TRUE(vector) << line;
    if (vector->has("base")) {
      base = (*vector)["base"];
      continue;
    }
    const std::string& rule = (*vector)["rule"].string();
    std::string text =
        vector->has("text") ? (*vector)["text"].string() : merged(base, (*vector)["change"]).dump();
    Diagnostics found = check(text);
    const std::string& code = (*vector)["code"].string();
    if (code.empty()) {
      EXPECT_FALSE(found.failed()) << rule << "\n" << described(found);
      continue;
    }
    ++bad;
    ASSERT_TRUE(found.failed()) << rule;
    // A mistake can cause others; the expected one must be among them.
    std::set<std::string_view> codes;
    for (const Diagnostic& diagnostic : found.all()) {
      codes.insert(name_of(diagnostic.code));
      EXPECT_GT(diagnostic.line, 0u) << rule;
      EXPECT_FALSE(diagnostic.detail.empty()) << rule;
    }
    EXPECT_TRUE(codes.count(code)) << rule << ": " << code << " was expected\n" << described(found);
    EXPECT_LE(codes.size(), code == "playbook-list" ? 4u : 2u) << rule << "\n" << described(found);
  }
  EXPECT_GE(bad, 60u);
}

TEST(Playbook, AllMistakesAreReportedWithTheirPlaces) {
  Diagnostics found = check(
      "{ \"playbook\": 1, \"name\": \"A\",\n  \"article\": { \"x\": { \"list\": 0, \"steps\": 1 } "
      "},\n"
      "  \"start\": \"a\",\n  \"nodes\": { \"a\": { \"ask\": [\"hint\"],\n    \"to\": \"b\" } } }");
  EXPECT_EQ(
      described(found),
      "playbook.json:1:26: error: \"A\" is no name: a lower-case letter, then letters, digits and "
      "\"-\". Use a "
      "lower-case letter, then lower-case letters, digits and hyphens, at most 64. [playbook-id]\n"
      "playbook.json:2:31: error: \"list\" counts from 1 to 1000. Use one of the values that are "
      "listed. "
      "[shape-value]\n"
      "playbook.json:4:29: error: \"hint\" is a message's own attribute. Call the choice something "
      "else than "
      "hint, action, body or undone. [playbook-reserved]\n"
      "playbook.json:5:11: error: no node is called \"b\". Name a node of this playbook, of the "
      "kind that is "
      "needed. [flow-reference]\n");
}

struct Shape {
  const char* markdown;
  const char* message;
};

TEST(Playbook, AnArticleOfAnotherShapeIsRefusedAtItsPlace) {
  SourceFile playbook{
      "p.json",
      "{\"playbook\":1,\"name\":\"p\",\"article\":{\"steps\":{\"list\":1,\"steps\":2},"
      "\"after\":{\"block\":1}},\"start\":\"a\",\"nodes\":{\"a\":{\"read\":true,\"show\":"
      "[\"steps.2\",\"after\"],\"to\":\"b\"},\"b\":{\"outcome\":\"end\"}}}"};
  SourceFile messages{"en-US.ftl", "b = Done\n"};
  for (const Shape& shape :
       {Shape{"# T\n\n1. a\n2. b\n\nText\n", ""},
        Shape{"# T\n\n1. a\n2. b\n3. c\n\nText\n",
              "a.md:3:1: list 1 with 2 steps was expected (\"steps\" of p.json), found 3 steps"},
        Shape{"# T\n\nText\n",
              "a.md:3:1: list 1 was expected (\"steps\" of p.json), found no lists of steps"},
        Shape{"# T\n\n1. a\n2. b\n",
              "a.md:3:1: block 1 was expected (\"after\" of p.json), found no blocks of text"},
        Shape{"1. a\n2. b\n\nText\n\n**H**\n\n1. c\n",
              "a.md:8:1: 1 list of steps was expected by p.json, found 2"}}) {
    SourceFile article{"a.md", shape.markdown};
    CompileInput input;
    input.article = &article;
    input.playbook = &playbook;
    input.messages = {{&messages, false}};
    Arena arena;
    Diagnostics diagnostics;
    Compiled out;
    bool good = compile(arena, input, diagnostics, out);
    EXPECT_EQ(good, !*shape.message) << described(diagnostics);
    if (good) continue;
    const Diagnostic& first = diagnostics.all()[0];
    EXPECT_EQ(first.code, Code::article_shape);
    EXPECT_EQ(first.file + ":" + std::to_string(first.line) + ":" + std::to_string(first.column) +
                  ": " + first.detail,
              shape.message);
  }
}

}  // namespace
}  // namespace stegvis
