// The tools: text, diff, graph, lint and the page of codes.
#include <fstream>
#include <sstream>

#include "compiled.h"
#include "compiler/tools/codes.h"
#include "compiler/tools/diff.h"
#include "compiler/tools/graph.h"
#include "compiler/tools/lint.h"
#include "domains/domains.h"

namespace stegvis {
namespace {

std::string difference(const std::string& a, const std::string& b) {
  ForTest first = compile_text(a), second = compile_text(b);
  GuideDifference found = compare_guides(first.guide, first.compiled.flow, "nb-NO", second.guide,
                                         second.compiled.flow, "de-DE");
  EXPECT_EQ(found.same_flow, first.guide["digest"] == second.guide["digest"]);
  std::string out = found.same_flow ? "same\n" : "";
  for (const std::string& line : found.lines) out += line + "\n";
  return out;
}

TEST(Diff, UsesWordsThatATranslatorUnderstands) {
  EXPECT_EQ(difference("1. a\n2. b\n", "1. x\n2. y\n"), "same\n");
  EXPECT_EQ(difference("**H**\n\n1. a\n2. Choose **B**.\n3. c\n", "**I**\n\n1. x\n2. z\n"),
            "List 1 (\"H\") has 3 steps in nb-NO, 2 steps in de-DE.\n"
            "  It may be step 2 of nb-NO: \"Choose B.\".\n");
  EXPECT_EQ(difference("1. a\n\n   > [!NOTE]\n   > n\n", "1. a\n"),
            "same\nStep 1 of list 1 holds besides its text a note in nb-NO, nothing in de-DE. The "
            "flow is the same.\n");
  EXPECT_EQ(
      difference("Text\n\n1. a\n", "1. a\n").substr(0, 110),
      "nb-NO has 1 block of text outside the steps, de-DE has 0 blocks of text outside the steps.\n"
      "\"list-1.step-1\" sho");
  EXPECT_EQ(difference("**H**\n\n1. a\n2. b\n\n**I**\n\n1. c\n2. d\n",
                       "**H**\n\n1. a\n2. b\n\nI\n\n1. c\n2. d\n")
                .substr(0, 65),
            "nb-NO has 2 headings, de-DE has 1 heading.\n  In nb-NO: \"H\", \"I\".\n");
}

TEST(Diff, FitsOnOneScreen) {
  std::string a, b;
  for (int i = 0; i < 60; ++i) {
    a += "**H" + std::to_string(i) + "**\n\n1. a\n2. b\n\n";
    b += "**H" + std::to_string(i) + "**\n\n1. a\n\n";
  }
  std::string text = difference(a, b);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 20);
}

TEST(Graph, IsWrittenInFourForms) {
  Flow flow = compile_text("**A \"x\"**\n\n1. a\n\n**B**\n\n1. b\n", "a&b.md").compiled.flow;
  EXPECT_EQ(write_graph(flow, GraphFormat::mermaid).substr(0, 48),
            "flowchart TD\n  n0{\"choose<br/>ask\"}\n  n1[\"list-1");
  std::string dot = write_graph(flow, GraphFormat::dot);
  EXPECT_NE(dot.find("digraph \"a&b\" {"), std::string::npos);
  EXPECT_NE(dot.find("  \"choose\" -> \"list-1.step-1\" [label=\"list-1\"];\n"), std::string::npos);
  Result<Json> machine = Json::parse(write_graph(flow, GraphFormat::xstate));
  ASSERT_TRUE(machine);
  EXPECT_EQ((*machine)["initial"].string(), "choose");
  EXPECT_EQ((*machine)["states"]["choose"]["on"]["all"]["target"].string(),
            "all\\.list-1\\.step-1");
  EXPECT_EQ((*machine)["states"]["outcome"]["type"].string(), "final");
  std::string scxml = write_graph(flow, GraphFormat::scxml);
  EXPECT_NE(scxml.find("name=\"a&amp;b\" initial=\"choose\""), std::string::npos);
  EXPECT_NE(scxml.find("<transition event=\"all\" target=\"all.list-1.step-1\"/>"),
            std::string::npos);
  EXPECT_FALSE(graph_format("svg"));
}

// Returns "code line:column" for each finding.
std::string findings(const std::string& markdown) {
  SourceFile file{"a.md", markdown};
  Diagnostics diagnostics;
  lint_article(file, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.all())
    out += (out.empty() ? "" : ", ") + std::string(name_of(d.code)) + " " + std::to_string(d.line) +
           ":" + std::to_string(d.column);
  return out;
}

TEST(Lint, FindsWhatAWriterShouldCorrect) {
  EXPECT_EQ(findings("# T\n\nText\n\n1. Choose **A**.\n2. Type **x** and choose **B**. Wait.\n"),
            "");
  EXPECT_EQ(findings("1. ok\n2. Choose **A**. Then choose **B**.\n"), "step-two-things 2:1");
  EXPECT_EQ(findings("---\nx: y\n---\n1. **A**を選択します。次に**B**を選択します。\n"),
            "step-two-things 4:1");
  EXPECT_EQ(findings("**A**\n\n1. a\n\n**B**\n\nNothing to do\n"), "heading-without-steps 5:1");
  EXPECT_EQ(findings("**A**\n\nNo steps at all\n"), "");
  EXPECT_EQ(findings("[a]() [b](javascript:x)\n"),
            "link-without-address 1:1, link-without-address 1:7");
  EXPECT_EQ(findings("x [](https://a.example/)\n"), "link-without-text 1:3");
  EXPECT_EQ(findings("Use <mailbox> and <b>b</b>\n"), "html-unknown 1:5");
  // Columns count characters, in every line.
  EXPECT_EQ(findings("På ås <x>\nog så []()\n\n> 表 <y>\n"),
            "html-unknown 1:7, link-without-address 2:7, html-unknown 4:5");
}

TEST(Lint, FindsAConfirmThatIsRepeated) {
  auto check = [](const char* nodes) {
    SourceFile file{
        "p.json",
        "{\"playbook\":1,\"name\":\"p\",\"domain\":\"billing\",\"article\":{\"x\":{\"block\":1}},"
        "\"start\":\"old\",\"nodes\":{\"old\":{\"pick\":\"methods\",\"to\":\"one\"},\"one\":{"
        "\"review\":\"delete\",\"with\":[\"old\"],\"to\":\"two\"}," +
            std::string(nodes) + "}}"};
    Diagnostics diagnostics;
    Playbook playbook;
    EXPECT_TRUE(read_playbook(file, find_vocabulary, diagnostics, playbook));
    lint_playbook(file, playbook, diagnostics);
    std::string out;
    for (const Diagnostic& d : diagnostics.all())
      out += std::string(name_of(d.code)) + " " + d.detail + "\n";
    return out;
  };
  EXPECT_EQ(check("\"two\":{\"review\":\"delete\",\"with\":[\"old\"],\"to\":\"end\"},\"end\":{"
                  "\"outcome\":\"x\"}"),
            "part-unused no node shows \"x\"\n"
            "confirm-repeated \"two\" does \"delete\" again, with the answers of \"one\"\n");
  EXPECT_EQ(check("\"two\":{\"pick\":\"methods\",\"to\":\"three\"},\"three\":{\"review\":"
                  "\"delete\",\"with\":[\"two\"],"
                  "\"show\":[\"x\"],\"to\":\"end\"},\"end\":{\"outcome\":\"x\"}"),
            "");
}

TEST(Codes, ThePageIsUpToDate) {
  std::ifstream in(STEGVIS_ROOT "/i18n/codes.md", std::ios::binary);
  std::stringstream page;
  page << in.rdbuf();
  EXPECT_EQ(page.str(), write_codes()) << "write it again: stegvis codes > i18n/codes.md";
}

TEST(Text, PartsAreCountedAsAPlaybookCountsThem) {
  EXPECT_EQ(guide_parts(
                compile_text("# T\n\nBefore\n\n**H**\n\n1. a\n2. b\n\n   > c\n\n---\n\n- d\n- e\n\n"
                             "## I\n\n1. f\n")
                    .text()),
            "block 1  Before\nheading  H\nlist 1, step 1  a\nlist 1, step 2  b c\nblock 2  d e\n"
            "heading  I\nlist 2, step 1  f\n");
}

TEST(Text, MalformedGuidesDoNoHarm) {
  for (const char* text : {"null", "[]", "{\"blocks\":[[]]}",
                           "{\"blocks\":[[\"ol\"],[\"table\",1,2],[[\"p\"]],[1],\"x\"]}",
                           "{\"title\":{},\"blocks\":{}}"})
    guide_text(*Json::parse(text)), guide_parts(*Json::parse(text));
  EXPECT_EQ(guide_text(*Json::parse("{\"blocks\":[[\"p\",[\"unknown\",\"a\"],\"b\"]]}")), "b\n");
}

}  // namespace
}  // namespace stegvis
