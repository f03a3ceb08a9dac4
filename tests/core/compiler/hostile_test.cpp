// Any bytes can be read. The worst cases are refused with a code before they are parsed, and all
// others end within the time.
#include <algorithm>
#include <ctime>

#include "compiled.h"
#include "compiler/messages/fluent.h"
#include "compiler/playbook/playbook.h"

namespace stegvis {
namespace {

std::string repeated(std::string_view piece, size_t size) {
  std::string out;
  while (out.size() + piece.size() <= size) out += piece;
  return out;
}

// Returns the processor time of a compilation, because the machine can be busy with other work.
double seconds(const std::string& markdown, ForTest& out) {
  std::clock_t start = std::clock();
  out = compile_text(markdown);
  return double(std::clock() - start) / CLOCKS_PER_SEC;
}

// Sanitizers are ten times slower, so they get less to read. The time limits are the same.
#ifdef __SANITIZE_ADDRESS__
constexpr size_t most = size_t(1) << 16;
#else
constexpr size_t most = size_t(1) << 20;
#endif

TEST(Hostile, NothingTakesLongerThanTwoSeconds) {
  std::vector<std::string> pieces{"![[]()",
                                  "[",
                                  "![",
                                  "[a](",
                                  "[a](<b",
                                  "[a][",
                                  "<a ",
                                  "<!-- ",
                                  "<? ",
                                  "<![CDATA[ ",
                                  "<!A ",
                                  "a`b``",
                                  "*a_ ",
                                  "*a **a ",
                                  "**a ",
                                  "_a ",
                                  "***a ",
                                  "> ",
                                  "- ",
                                  "1. ",
                                  ">",
                                  "\n",
                                  "a\n-|-\n",
                                  "|a",
                                  "|\n",
                                  "[a]: b\n",
                                  "\\",
                                  "&#x",
                                  "**x [a*b**c*](d)",
                                  "<b>",
                                  "<td>",
                                  "<pre>a",
                                  "<li>",
                                  "<a href=\"",
                                  "<b ",
                                  "</",
                                  "<div>\n\n",
                                  "::: zone pivot=\"a\"\n",
                                  ":::\n",
                                  "**a** > ",
                                  "*a* > ",
                                  "1. **a**: b\n\n   **c**: d\n\n",
                                  "# a\n",
                                  "**a**\n\n1. b\n\n",
                                  "1. a\n\nb\n\n",
                                  "\xff",
                                  std::string("\0", 1),
                                  "\xe2\x80\x8b",
                                  "- a\n\n",
                                  "  - a\n",
                                  "\t",
                                  "~~~\n",
                                  "{",
                                  "\"",
                                  "title: \"",
                                  "1) a\n2. b\n"};
  for (const std::string& piece : pieces) {
    bool starts_a_block =
        std::string_view("#>-1|:~\n\t *").find(piece[0]) != std::string_view::npos;
    for (const char* prefix : {"", "a "}) {
      if (*prefix == 0 && !starts_a_block) continue;
      ForTest out;
      double time = seconds(prefix + repeated(piece, most - 64), out);
      EXPECT_LT(time, 2.0) << prefix << piece;
      if (!out.good) {
        Code code = out.first_error();
        EXPECT_TRUE(code == Code::article_cost || code == Code::article_depth) << prefix << piece;
      }
      // An article that is refused is refused with other line ends too.
      std::string other = prefix + repeated(piece, most - 64);
      if (other.find('\n') == std::string::npos) continue;
      std::replace(other.begin(), other.end(), '\n', '\r');
      ForTest again;
      EXPECT_LT(seconds(other, again), 2.0) << prefix << piece << " with carriage returns";
      EXPECT_EQ(again.first_error(), out.first_error()) << prefix << piece;
    }
  }
}

TEST(Hostile, PlaybooksAndMessagesOfAnySizeEnd) {
  Diagnostics diagnostics;
  Playbook playbook;
  std::string members;
  for (int i = 0; i < 60000; ++i) members += "\"m" + std::to_string(i) + "\":1,";
  std::clock_t start = std::clock();
  SourceFile unknown{"p.json", "{" + members + "\"playbook\":1}"};
  EXPECT_FALSE(read_playbook(unknown, nullptr, diagnostics, playbook));
  EXPECT_EQ(diagnostics.errors(), 100u);
  for (const char* piece : {"a=b\n", "{\n", "a = { b }\n"}) {
    std::string text;
    for (int i = 0; text.size() < most - 100; ++i) text += "m" + std::to_string(i) + piece;
    SourceFile messages{"m.ftl", text};
    FluentFile parsed;
    Diagnostics found;
    parse_fluent(messages, found, parsed);
  }
  EXPECT_LT(double(std::clock() - start) / CLOCKS_PER_SEC, 4.0);
}

TEST(Hostile, CrossesOfTwoAreBoundedToo) {
  std::string deep = repeated("- ", 40) + "a\n", quotes = repeated("> ", 40) + "a\n";
  std::string columns = repeated("|a", 1000) + "\n" + repeated("|-", 1000) + "\n";
  std::string stairs;
  for (int i = 0; i < 900; ++i) stairs += std::string(size_t(2 * i), ' ') + "- a\n";
  for (const std::string& text :
       {deep + repeated("\n", most - 200), deep + repeated("b\n", most - 200),
        quotes + repeated("a\n", most - 200), columns + repeated("|b\n", most - 4000),
        "a\n-|\n" + repeated(repeated("x|", 20000) + "\n", most - 64), stairs,
        "[a]: /" + repeated("x", most / 2) + "\n\n" + repeated("[a]", most / 2 - 64),
        "[a]: /" + repeated("x", 20000) + "\n\n" + repeated("[a] b\n\n", most / 2)}) {
    ForTest out;
    EXPECT_LT(seconds(text, out), 2.0) << text.substr(0, 40);
  }
}

TEST(Hostile, AnArticleThatIsTooLargeOrTooDeepIsRefusedWithItsCode) {
  EXPECT_EQ(compile_text(std::string((1 << 20) + 1, 'a')).first_error(), Code::article_size);
  EXPECT_EQ(compile_text(std::string(10 << 20, 'a')).first_error(), Code::article_size);
  EXPECT_EQ(compile_text(repeated("> ", 20000) + "a").first_error(), Code::article_depth);
  EXPECT_EQ(compile_text(repeated("- ", 20000) + "a").first_error(), Code::article_depth);
  std::string nested;
  for (size_t i = 0; i < 40; ++i) nested += std::string(2 * i, ' ') + "- a\n";
  ForTest out = compile_text("---\nx: y\n---\n" + nested);
  EXPECT_EQ(out.first_error(), Code::article_depth);
  EXPECT_GT(out.diagnostics.all()[0].line, 20u);
  EXPECT_EQ(compile_text(repeated("![[]()", 300000)).first_error(), Code::article_cost);
}

TEST(Hostile, DeepInlinesKeepTheirTextAndReadAgain) {
  for (const char* piece : {"**a *b ", "[a **b ", "<b><i>a", "*a **b [c"}) {
    ForTest out = compile_text(repeated(piece, 3000));
    EXPECT_TRUE(out.good) << piece;
  }
  std::string text =
      "> - > - > - > - > - > - > - > - > - > - <table><tr><td>**a *b **c *d **e *f **g *h **i j** "
      "k* l** m* n** o*\n";
  ForTest out = compile_text(text);
  ASSERT_TRUE(out.good);
  EXPECT_NE(guide_text(out.text()).find("j"), std::string::npos);
}

TEST(Hostile, BytesThatAreNotUtf8AreReplaced) {
  ForTest out = compile_text(std::string("a\xff"
                                         "b\0c\xed\xa0\x80",
                                         9) +
                             "\n");
  ASSERT_TRUE(out.good);
  EXPECT_EQ(guide_text(out.text()).substr(0, 9),
            "a\xef\xbf\xbd"
            "b\xef\xbf\xbd"
            "c");
}

// Pseudo-random mixtures, from a fixed seed, of pieces that have a meaning in Markdown.
TEST(Hostile, AnyMixtureOfPiecesGivesAGuideOrAnError) {
  const char* pieces[] = {"\n",
                          "\n\n",
                          "# ",
                          "**",
                          "*",
                          "[",
                          "](",
                          ")",
                          "![",
                          "<",
                          ">",
                          "<b>",
                          "</b>",
                          "`",
                          "```\n",
                          "1. ",
                          "- ",
                          "> ",
                          "[!NOTE]",
                          ":",
                          "::: zone pivot=\"a\"\n",
                          "::: zone-end\n",
                          "|",
                          "-|-",
                          "    ",
                          "a",
                          "å",
                          "<!--",
                          "-->",
                          "<table>",
                          "<td>",
                          "<li>",
                          "</ul>",
                          "&amp;",
                          "\\",
                          "---\n",
                          "title: ",
                          "\"",
                          "\xc3",
                          "<br>",
                          " > "};
  uint64_t state = 42;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      text += pieces[(state >> 33) % std::size(pieces)];
    }
    ForTest out = compile_text(text);
    EXPECT_TRUE(out.good || out.diagnostics.failed()) << text;
    if (!out.good) continue;
    EXPECT_TRUE(decode_flow(out.guide["flow"])) << text;
  }
}

}  // namespace
}  // namespace stegvis
