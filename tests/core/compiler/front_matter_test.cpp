// Front matter: a value with broken quotes loses neither the two keys nor the article.
#include "compiler/markdown/front_matter.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiled.h"

namespace stegvis {
namespace {

TEST(FrontMatter, ValuesAreReadAsYamlReadsThem) {
  struct Case {
    const char* yaml;
    const char* title;
  };
  for (const Case& c :
       {Case{"title: Plain", "Plain"}, Case{"title: \"Quoted: yes\"", "Quoted: yes"},
        Case{"title: 'It''s'", "It's"}, Case{"title: \"a \\\"b\\\"\"", "a \"b\""},
        Case{"title: on\n  two lines", "on two lines"}, Case{"title: >-\n  folded", "folded"},
        Case{"title:   spaced  ", "spaced"}, Case{"title: a # comment", "a"},
        Case{"title: a:b", "a:b"}, Case{"author: x\nauthor: y\ntitle: T", "T"},
        Case{"other:\n  title: inner", ""}, Case{"title:", ""}}) {
    FrontMatter front = read_front_matter("---\n" + std::string(c.yaml) + "\n---\nBody");
    EXPECT_EQ(front.title, c.title) << c.yaml;
    EXPECT_FALSE(front.broken) << c.yaml;
  }
}

TEST(FrontMatter, BrokenQuotingIsReadLineByLine) {
  struct Case {
    const char* yaml;
    const char* title;
  };
  for (const Case& c : {Case{"title: \"never closed", "never closed"},
                        Case{"title: \"a\" and \"b\"", "a\" and \"b"}, Case{"title: 'it's", "it's"},
                        Case{"title: What: this", "What: this"}, Case{"title: [x", "[x"}}) {
    FrontMatter front =
        read_front_matter("---\n" + std::string(c.yaml) + "\nms.contentlocale: nb-NO\n---\nBody");
    EXPECT_TRUE(front.broken) << c.yaml;
    EXPECT_EQ(front.title, c.title) << c.yaml;
    EXPECT_EQ(front.locale, "nb-NO") << c.yaml;
    EXPECT_EQ(front.lines, 4u) << c.yaml;
  }
}

TEST(FrontMatter, NoOtherKeyBreaksTheTwo) {
  for (const char* other : {"bad: \"y", "a: b: c", "- list", "title: again", "{"}) {
    FrontMatter front = read_front_matter("---\ntitle: \"T\"\n" + std::string(other) +
                                          "\nms.contentlocale: \"nb-NO\"\n---\n");
    EXPECT_EQ(front.title, "T") << other;
    EXPECT_EQ(front.locale, "nb-NO") << other;
    EXPECT_FALSE(front.broken) << other;
  }
}

TEST(FrontMatter, WithoutAnEndItIsNone) {
  EXPECT_EQ(read_front_matter("---\ntitle: T\nBody").bytes, 0u);
  EXPECT_EQ(read_front_matter("").bytes, 0u);
  EXPECT_EQ(read_front_matter("---").bytes, 0u);
  EXPECT_EQ(read_front_matter("Body\n---\n").bytes, 0u);
  EXPECT_EQ(read_front_matter("---\n---\nBody").bytes, 8u);
  EXPECT_EQ(read_front_matter("---\r\ntitle: T\r\n---\r\nBody").title, "T");
}

// Values that are read without yaml-cpp are the same as yaml-cpp reads, over all sample articles.
TEST(FrontMatter, TheFastWayAgreesWithYaml) {
  const char* sample = std::getenv("STEGVIS_SAMPLE");
  std::string root = sample && *sample ? sample : STEGVIS_ROOT "/tests/articles";
  size_t compared = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    std::string text = bytes.str();
    FrontMatter front = read_front_matter(text);
    if (!front.bytes || front.broken) continue;
    std::string title, locale;
    std::string yaml = text.substr(4, text.rfind("---", front.bytes) - 4);
    bool whole = read_yaml(yaml, "title", title) && read_yaml(yaml, "ms.contentlocale", locale);
    if (!whole) continue;
    ++compared;
    EXPECT_EQ(front.title, title) << entry.path();
    EXPECT_EQ(front.locale, locale) << entry.path();
  }
  EXPECT_GT(compared, 5u);
}

}  // namespace
}  // namespace stegvis
