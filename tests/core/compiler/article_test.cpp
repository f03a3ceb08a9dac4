// The structure of an article is recognized as its writer meant it.
#include "compiled.h"

namespace stegvis {
namespace {

std::string blocks_of(const std::string& markdown) {
  return compile_text(markdown).blocks().dump();
}
std::string lists_of(const ForTest& out) { return out.guide["flow"]["lists"].dump(); }

TEST(Article, AListThatIsSplitInTwoIsOneList) {
  ForTest out = compile_text("1. One\n2. Two\n\nThis lost its indent.\n\n3. Three\n");
  EXPECT_EQ(lists_of(out), "[3]");
  EXPECT_EQ(out.blocks().dump(),
            "[[\"ol\",1,[[\"p\",\"One\"]],[[\"p\",\"Two\"],[\"p\",\"This lost its indent.\"]],"
            "[[\"p\",\"Three\"]]]]");
  EXPECT_EQ(lists_of(compile_text("1. One\n\n- a\n- b\n\n2. Two\n")), "[2]");
  EXPECT_EQ(lists_of(compile_text("1. One\n2) Two\n")), "[2]");
}

TEST(Article, AListNumberedOneThroughoutGoesOnToo) {
  EXPECT_EQ(lists_of(compile_text("1. One\n1. Two\n\nBetween.\n\n1. Three\n1. Four\n")), "[4]");
  EXPECT_EQ(lists_of(compile_text("1. One\n\nBetween.\n\n1. Two\n\nBetween.\n\n1. Three\n")),
            "[3]");
}

TEST(Article, AListThatStartsAgainIsAnother) {
  EXPECT_EQ(lists_of(compile_text("1. One\n2. Two\n\nNow the other way:\n\n1. One\n2. Two\n")),
            "[2,2]");
  EXPECT_EQ(lists_of(compile_text("1. One\n2. Two\n\n**More**\n\n3. Three\n")), "[2,1]");
  EXPECT_EQ(lists_of(compile_text("1. One\n2. Two\n\n## More\n\n3. Three\n")), "[2,1]");
}

TEST(Article, AParagraphThatIsOnlyBoldIsAHeading) {
  for (const char* heading : {"**Replace it**", "**Replace it**.", "**Replace it** ",
                              "**Replace** **it**", "**Replace it**:", "**Replace it** <br>"}) {
    ForTest out = compile_text("# Title\n\n" + std::string(heading) + "\n\n1. Go\n");
    EXPECT_EQ(out.blocks().items()[0].items()[0].string(), "h") << heading;
    EXPECT_EQ(out.blocks().items()[0].items()[1].integer(), 2) << heading;
    EXPECT_EQ(text_of(out.text()["labels"]["list-1.step-1"]["title"].items()[0]),
              text_of(out.blocks().items()[0].items()[2]))
        << heading;
  }
  for (const char* text : {"**Important**: read this", "Do **not** wait", "**Bold** and more"})
    EXPECT_EQ(compile_text(text).blocks().items()[0].items()[0].string(), "p") << text;
  EXPECT_EQ(blocks_of("## Part\n\n**Below**\n"), "[[\"h\",2,\"Part\"],[\"h\",3,\"Below\"]]");
}

TEST(Article, NotesHaveThreeSpellings) {
  EXPECT_EQ(blocks_of("1. Go\n\n    > [!NOTE]\n    > Mind this.\n"),
            "[[\"ol\",1,[[\"p\",\"Go\"],[\"note\",\"note\",[\"p\",\"Mind this.\"]]]]]");
  EXPECT_EQ(blocks_of("1. Go\n\n    **Hinweis**: Mind this.\n"),
            "[[\"ol\",1,[[\"p\",\"Go\"],[\"note\",\"note\",[\"p\",[\"b\",\"Hinweis\"],\": Mind "
            "this.\"]]]]]");
  EXPECT_EQ(blocks_of("1. Go\n\n    **注意：** Mind this.\n"),
            "[[\"ol\",1,[[\"p\",\"Go\"],[\"note\",\"note\",[\"p\",[\"b\",\"注意：\"],\" Mind "
            "this.\"]]]]]");
  EXPECT_EQ(blocks_of("> [!WARNING] Hot.\n"), "[[\"note\",\"warning\",[\"p\",\"Hot.\"]]]");
  for (const char* kind : {"note", "important", "tip", "warning", "caution"})
    EXPECT_EQ(blocks_of("> [!" + std::string(kind) + "]\n> - a\n"),
              "[[\"note\",\"" + std::string(kind) + "\",[\"ul\",[[\"p\",\"a\"]]]]]");
  // A word of another language stays in the text.
  EXPECT_EQ(blocks_of("> [!MERK] Varmt.\n"), "[[\"note\",\"note\",[\"p\",\"[!MERK] Varmt.\"]]]");
  EXPECT_EQ(blocks_of("> Said once.\n"), "[[\"quote\",[\"p\",\"Said once.\"]]]");
}

TEST(Article, ABoldWordAndAColonIsNoNoteIfItDescribesAField) {
  EXPECT_EQ(blocks_of("1. Fill in:\n\n    **Name**: yours\n\n    **Town**: where you live\n"),
            "[[\"ol\",1,[[\"p\",\"Fill in:\"],[\"p\",[\"b\",\"Name\"],\": yours\"],"
            "[\"p\",[\"b\",\"Town\"],\": where you live\"]]]]");
  EXPECT_EQ(blocks_of("**Viktig**: Les dette.\n"), "[[\"p\",[\"b\",\"Viktig\"],\": Les dette.\"]]");
}

TEST(Article, StepsNameButtonsAndWaysThroughMenus) {
  EXPECT_EQ(blocks_of("1. Choose **Save**.\n"),
            "[[\"ol\",1,[[\"p\",\"Choose \",[\"ui\",\"Save\"],\".\"]]]]");
  EXPECT_EQ(blocks_of("1. Go to **A** > **B c** > [D](https://d.example/).\n"),
            "[[\"ol\",1,[[\"p\",\"Go to \",[\"path\",\"A\",\"B "
            "c\",[\"a\",\"https://d.example/\",\"D\"]],\".\"]]]]");
  EXPECT_EQ(blocks_of("1. Go to **A > B > C** now\n"),
            "[[\"ol\",1,[[\"p\",\"Go to \",[\"path\",\"A\",\"B\",\"C\"],\" now\"]]]]");
  EXPECT_EQ(blocks_of("1. Go to **A** > Settings > **C**.\n"),
            "[[\"ol\",1,[[\"p\",\"Go to \",[\"path\",\"A\",\"Settings\",\"C\"],\".\"]]]]");
  // A path would add spaces around the sign, so without spaces it is text.
  EXPECT_EQ(blocks_of("1. Go to **A**>**B**.\n"),
            "[[\"ol\",1,[[\"p\",\"Go to \",[\"ui\",\"A\"],\">\",[\"ui\",\"B\"],\".\"]]]]");
  EXPECT_EQ(
      blocks_of("Choose **Save** or **A** > **B**.\n"),
      "[[\"p\",\"Choose \",[\"b\",\"Save\"],\" or \",[\"b\",\"A\"],\" > \",[\"b\",\"B\"],\".\"]]");
}

TEST(Article, TheTitleIsTheFirstHeading) {
  ForTest out = compile_text("---\ntitle: Front\n---\n# <a name=\"x\"></a>Title\n\nText\n");
  EXPECT_EQ(out.text()["title"].dump(), "[\"Title\"]");
  EXPECT_FALSE(out.text().has("untitled"));
  out = compile_text("---\ntitle: Front\n---\nText\n");
  EXPECT_EQ(out.text()["title"].dump(), "[\"Front\"]");
  EXPECT_TRUE(out.text()["untitled"].boolean());
  EXPECT_EQ(guide_text(out.text()), "Text\n");
  out = compile_text("Text\n\n# Late\n");
  EXPECT_EQ(out.blocks().dump(), "[[\"p\",\"Text\"],[\"h\",1,\"Late\"]]");
}

TEST(Article, RawHtmlIsReducedToTheClosedList) {
  EXPECT_EQ(blocks_of("a<br>b</br>c <b>d</b> <a href=\"https://x.example/\">e</a> <u>f</u>\n"),
            "[[\"p\",\"a\",[\"br\"],\"b\",[\"br\"],\"c \",[\"b\",\"d\"],\" "
            "\",[\"a\",\"https://x.example/\",\"e\"],"
            "\" \",\"f\"]]");
  EXPECT_EQ(
      blocks_of(
          "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><p>2</p></td></tr></table>\n"),
      "[[\"table\",[],[[\"A\"],[\"B\"]],[[\"1\"],[\"2\"]]]]");
  EXPECT_EQ(blocks_of("<ul><li>a<li>b &amp; c</ul>\n"),
            "[[\"ul\",[[\"p\",\"a\"]],[[\"p\",\"b & c\"]]]]");
  EXPECT_EQ(blocks_of("<div onclick=\"x()\">a<script>bad()</script></div>\n"), "[[\"p\",\"a\"]]");
  EXPECT_EQ(blocks_of("<!-- gone -->\n\nstays\n"), "[[\"p\",\"stays\"]]");
  EXPECT_EQ(blocks_of("<pre>a\n b</pre>\n"), "[[\"pre\",\"a\\u000a b\"]]");
}

TEST(Article, AddressesAreHttpMailOrRelative) {
  for (const char* bad :
       {"javascript:alert(1)", "data:text/html,x", "vbscript:x", "JAVASCRIPT:x", "file:///etc"})
    EXPECT_EQ(blocks_of("[a](" + std::string(bad) + ")\n"), "[[\"p\",\"a\"]]") << bad;
  for (const char* good :
       {"https://a.example/", "mailto:a@b.example", "/there", "there.md#x", "?a:b"})
    EXPECT_EQ(blocks_of("[a](" + std::string(good) + ")\n"),
              "[[\"p\",[\"a\",\"" + std::string(good) + "\",\"a\"]]]")
        << good;
  EXPECT_EQ(blocks_of("![alt](javascript:x)\n"), "[[\"p\",\"alt\"]]");
  EXPECT_EQ(blocks_of("a <img src=\"data:x\" alt=\"gear\"> b\n"),
            "[[\"p\",\"a \",\"gear\",\" b\"]]");
  // A link with only white space still separates the words around it.
  EXPECT_EQ(blocks_of("a[ ](https://a.example/)b\n"), "[[\"p\",\"a\",\" \",\"b\"]]");
  EXPECT_EQ(blocks_of("![alt](a.png)\n"), "[[\"p\",[\"img\",\"a.png\",\"alt\"]]]");
}

TEST(Article, TablesAndCodeStay) {
  EXPECT_EQ(blocks_of("| a | b |\n|:--|--:|\n| 1 | `2` |\n"),
            "[[\"table\",[\"left\",\"right\"],[[\"a\"],[\"b\"]],[[\"1\"],[[\"c\",\"2\"]]]]]");
  EXPECT_EQ(blocks_of("```\nx > y\n```\n"), "[[\"pre\",\"x > y\\u000a\"]]");
}

TEST(Article, LineEndsAndMarksOfOtherSystemsChangeNothing) {
  std::string text = "---\ntitle: T\n---\n# T\n\n**A**\n\n1. One\n2. Two\n\nEnd\n";
  std::string windows;
  for (char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(compile_text(text).compiled.guide, compile_text(windows).compiled.guide);
  EXPECT_EQ(compile_text(text).compiled.guide, compile_text("\xef\xbb\xbf" + text).compiled.guide);
}

TEST(Article, LinesThatEndAsOnOldMacintoshesAreLines) {
  std::string text = "---\ntitle: T\nms.contentlocale: nb-NO\n---\n1. One\n1. Two\n\n<x>\n", old;
  for (char c : text) old += c == '\n' ? '\r' : c;
  EXPECT_EQ(compile_text(old).compiled.guide, compile_text(text).compiled.guide);
}

TEST(Article, PartsOfAStepWithLettersHaveLinesOfTheirOwn) {
  EXPECT_EQ(blocks_of("1. Do this:\n   a. One\n   b. **Two**\n   c) Three\n"),
            "[[\"ol\",1,[[\"p\",\"Do this:\",[\"br\"],\"a. One\",[\"br\"],\"b. \",[\"ui\",\"Two\"],"
            "[\"br\"],\"c) Three\"]]]]");
  EXPECT_EQ(blocks_of("a. One\nb. Two\n"), "[[\"p\",\"a. One\",[\"br\"],\"b. Two\"]]");
  // Letters out of order are no numbers: they end a sentence or begin a name.
  EXPECT_EQ(blocks_of("Type the letter\nq. Then wait for\nb. Ltd\n"),
            "[[\"p\",\"Type the letter q. Then wait for b. Ltd\"]]");
}

TEST(Article, AFilmIsALink) {
  EXPECT_EQ(blocks_of("> [!VIDEO https://films.example/7?x=1]\n"),
            "[[\"quote\",[\"p\",[\"a\",\"https://films.example/7?x=1\","
            "\"[!VIDEO https://films.example/7?x=1]\"]]]]");
  EXPECT_EQ(blocks_of("> [!VIDEO javascript:x]\n"),
            "[[\"quote\",[\"p\",\"[!VIDEO javascript:x]\"]]]");
}

TEST(Article, HtmlIsTheSameArticle) {
  ForTest out = compile_text(
      "# A & b\n\n1. Go to **A** > **B**.\n\n    > [!TIP]\n    > x\n\n<b>2</b> \"<\"\n",
      "nb-NO/a.md");
  EXPECT_EQ(
      out.compiled.html,
      "<article lang=\"nb-NO\" dir=\"ltr\">\n<h1>A &amp; b</h1>\n<ol>\n<li><p>Go to "
      "<strong>A</strong> &gt; "
      "<strong>B</strong>.</p>\n<blockquote class=\"tip\">\n<p>x</p>\n</blockquote>\n</li>\n</ol>\n"
      "<p><strong>2</strong> &quot;&lt;&quot;</p>\n</article>\n");
}

TEST(Article, LocaleIsTheFrontMattersElseTheFolders) {
  EXPECT_EQ(compile_text("---\nms.contentlocale: ar-sa\n---\nx").guide["locale"].string(), "ar-SA");
  EXPECT_EQ(compile_text("---\nms.contentlocale: ar-SA\n---\nx").guide["direction"].string(),
            "rtl");
  EXPECT_EQ(compile_text("x", "docs/nb-NO/more/a.md").guide["locale"].string(), "nb-NO");
  EXPECT_EQ(compile_text("x", "nb-NO/de-DE/a.md").guide["locale"].string(), "de-DE");
  EXPECT_EQ(compile_text("x", "docs/to/a.md").guide["locale"].string(), "en-US");
  EXPECT_EQ(compile_text("---\nms.contentlocale: nonsense here\n---\nx", "sr-Latn-RS/a.md")
                .guide["locale"]
                .string(),
            "sr-Latn-RS");
}

}  // namespace
}  // namespace stegvis
