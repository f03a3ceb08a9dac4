// The flow of an article without a playbook.
#include "compiled.h"

namespace stegvis {
namespace {

std::string choices(const ForTest& out, std::string_view node) {
  std::string text;
  int32_t index = out.compiled.flow.find(node);
  if (index < 0) return "no such node";
  for (const Choice& edge : out.compiled.flow.nodes[size_t(index)].to)
    text += (text.empty() ? "" : " ") + edge.id + ">" + out.compiled.flow.nodes[edge.to].id;
  return text;
}
std::string label(const ForTest& out, std::string_view node, std::string_view member) {
  return out.text()["labels"][node][member].dump();
}

TEST(Unguided, ListsAreSequencesOfReadNodes) {
  ForTest out = compile_text("Before\n\n1. One\n2. Two\n\nAfter\n", "x/how-to.md");
  EXPECT_EQ(out.compiled.flow.name, "how-to");
  EXPECT_EQ(out.nodes(), "list-1.step-1 list-1.step-2 outcome");
  EXPECT_EQ(out.shows("list-1.step-1"), "block-1 list-1.1");
  EXPECT_EQ(out.shows("list-1.step-2"), "list-1.2");
  EXPECT_EQ(out.shows("outcome"), "block-2");
  EXPECT_EQ(choices(out, "list-1.step-1"), "next>list-1.step-2");
  EXPECT_EQ(out.text()["parts"].dump(),
            "{\"block-1\":[0],\"block-2\":[2],\"list-1.1\":[1,0],\"list-1.2\":[1,1]}");
}

TEST(Unguided, AnArticleWithoutStepsIsOneNode) {
  ForTest out = compile_text("# T\n\nText\n\n## More\n\n- a\n");
  EXPECT_EQ(out.nodes(), "article outcome");
  EXPECT_EQ(out.shows("article"), "block-1 heading-1 block-2");
  EXPECT_EQ(compile_text("").nodes(), "article outcome");
}

TEST(Unguided, ListsUnderOneHeadingFollowEachOther) {
  ForTest out = compile_text("## A\n\n1. a\n\nThen start again:\n\n1. b\n2. c\n");
  EXPECT_EQ(out.nodes(), "list-1.step-1 list-2.step-1 list-2.step-2 outcome");
  EXPECT_EQ(out.shows("list-2.step-1"), "block-1 list-2.1");
}

TEST(Unguided, ListsUnderHeadingsOfOneLevelAreAlternatives) {
  ForTest out = compile_text(
      "# Title\n\nIntro\n\n**With the app**\n\nFirst this\n\n1. a\n2. b\n\nThen that\n\n**In the "
      "browser**\n\n1. c\n\n"
      "Last\n\n**See also**\n\n- d\n");
  EXPECT_EQ(choices(out, "choose"),
            "list-1>list-1.step-1 list-2>list-2.step-1 all>all.list-1.step-1");
  EXPECT_EQ(out.shows("choose"), "block-1");
  EXPECT_EQ(out.shows("list-1.step-1"), "block-2 list-1.1");
  EXPECT_EQ(out.shows("list-1.step-2"), "list-1.2 block-3");
  EXPECT_EQ(out.shows("outcome"), "block-4 heading-3 block-5");
  EXPECT_EQ(choices(out, "list-1.step-2"), "next>outcome");
  EXPECT_EQ(choices(out, "all.list-1.step-2"), "next>all.list-2.step-1");
  EXPECT_EQ(label(out, "choose", "title"), "[\"Title\"]");
  EXPECT_EQ(label(out, "choose", "list-1"), "[\"With the app\"]");
  EXPECT_EQ(label(out, "choose", "list-2"), "[\"In the browser\"]");
  EXPECT_EQ(label(out, "choose", "all"), "null");
  EXPECT_EQ(label(out, "all.list-2.step-1", "title"), "[\"In the browser\"]");
}

TEST(Unguided, OneHeadingWithStepsIsNoQuestion) {
  ForTest out = compile_text("## A\n\nText\n\n## B\n\n1. b\n");
  EXPECT_EQ(out.nodes(), "list-1.step-1 outcome");
  EXPECT_EQ(out.shows("list-1.step-1"), "heading-1 block-1 list-1.1");
}

TEST(Unguided, AlternativesCanHaveAlternatives) {
  ForTest out = compile_text("## A\n\n**A1**\n\n1. a\n\n**A2**\n\n1. b\n\n## B\n\n1. c\n");
  EXPECT_EQ(choices(out, "choose"), "list-1>choose-2 list-3>list-3.step-1 all>all.list-1.step-1");
  EXPECT_EQ(choices(out, "choose-2"),
            "list-1>list-1.step-1 list-2>list-2.step-1 all>all-2.list-1.step-1");
  EXPECT_EQ(choices(out, "all.list-2.step-1"), "next>all.list-3.step-1");
  EXPECT_EQ(choices(out, "all-2.list-2.step-1"), "next>outcome");
  EXPECT_EQ(label(out, "choose-2", "title"), "[\"A\"]");
}

TEST(Unguided, PivotsAreAQuestion) {
  ForTest out = compile_text(
      "# T\n\n::: zone pivot=\"windows\"\n\n1. a\n\n::: zone-end\n\n::: zone pivot=\"mac, "
      "Linux\"\n\n1. b\n2. c\n\n"
      "::: zone-end\n\nFor all\n");
  EXPECT_EQ(choices(out, "pivot"),
            "windows>windows.list-1.step-1 mac>mac.list-2.step-1 pivot-3>pivot-3.list-2.step-1");
  EXPECT_EQ(out.shows("windows.outcome"), "block-1");
  EXPECT_EQ(out.shows("mac.outcome"), "block-1");
  EXPECT_EQ(label(out, "pivot", "pivot-3"), "[\"Linux\"]");
  EXPECT_EQ(guide_text(out.text()), "T\na\nb\nc\nFor all\n");
}

TEST(Unguided, ALargeArticleHasALessDetailedFlow) {
  auto article = [](int headings, int steps) {
    std::string out;
    for (int i = 0; i < headings; ++i) {
      out += "## Way " + std::to_string(i) + "\n\n";
      for (int j = 1; j <= steps; ++j) out += std::to_string(j) + ". go\n";
      out += "\n";
    }
    return out;
  };
  EXPECT_EQ(compile_text(article(2, 249)).compiled.flow.nodes.size(), 1u + 2 * 498 + 1);
  EXPECT_EQ(compile_text(article(2, 300)).compiled.flow.nodes.size(), 601u);  // no question
  EXPECT_EQ(compile_text(article(60, 2)).compiled.flow.nodes.size(), 121u);   // too many answers
  EXPECT_EQ(compile_text(article(10, 200)).compiled.flow.nodes.size(),
            11u);                                                            // a node for each list
  EXPECT_EQ(compile_text(article(1100, 1)).compiled.flow.nodes.size(), 2u);  // one in all
}

TEST(Unguided, BlocksInsideAStepAreNoPartOfTheFlow) {
  std::string plain = compile_text("1. a\n2. b\n").guide["digest"].string();
  EXPECT_EQ(
      compile_text("1. a\n\n    > [!NOTE]\n    > n\n2. b\n\n   - c\n").guide["digest"].string(),
      plain);
  EXPECT_NE(compile_text("1. a\n2. b\n3. c\n").guide["digest"].string(), plain);
}

TEST(Unguided, FingerprintsDependOnTheTextThatIsShown) {
  ForTest first = compile_text("1. a\n2. b\n"), second = compile_text("1. new\n2. a\n3. b\n");
  EXPECT_EQ(first.guide["fingerprints"]["list-1.step-1"],
            second.guide["fingerprints"]["list-1.step-2"]);
  EXPECT_NE(first.guide["fingerprints"]["list-1.step-1"],
            second.guide["fingerprints"]["list-1.step-1"]);
}

}  // namespace
}  // namespace stegvis
