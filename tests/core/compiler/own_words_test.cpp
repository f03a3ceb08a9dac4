// The interface's messages are compared with the English ones, and those with the code.
#include "compiler/messages/own_words.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiled.h"

namespace stegvis {
namespace {

// Returns "file code line:column" for each finding, with "!" for an error.
std::string findings(std::string english, std::string norwegian, std::string code = "") {
  SourceFile en{"ui/en-US.ftl", std::move(english)}, nb{"ui/nb-NO.ftl", std::move(norwegian)},
      ts{"a.ts", std::move(code)};
  OwnWords words;
  words.english = &en;
  words.others = {&nb};
  if (!ts.text.empty()) words.code = {&ts};
  Diagnostics diagnostics;
  check_own_words(words, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.all())
    out += (out.empty() ? "" : ", ") + d.file + " " + (d.is_error ? "!" : "") +
           std::string(name_of(d.code)) + " " + std::to_string(d.line) + ":" +
           std::to_string(d.column);
  return out;
}

TEST(OwnWords, EveryLanguageHasTheMessagesOfEnglish) {
  EXPECT_EQ(findings("a = A { $x }\nb = B\n    .c = C\n", "b = B\n    .c = C\na = { $x } A\n"), "");
  EXPECT_EQ(findings("a = A\nb = B\n", "a = A\n"), "ui/nb-NO.ftl message-stands-in 1:1");
  EXPECT_EQ(findings("a = A\nb = B\n", "# none\n\nb = B\n"), "ui/nb-NO.ftl message-stands-in 1:1");
  EXPECT_EQ(findings("a = A\nb = B\nc = C\n", "a = A\n\nb = B\n"),
            "ui/nb-NO.ftl message-stands-in 3:1");
  EXPECT_EQ(findings("a = A\n    .b = B\n", "a = A\n"), "ui/nb-NO.ftl !message-attribute 1:1");
}

TEST(OwnWords, NoLanguageHasMessagesThatEnglishDoesNotHave) {
  EXPECT_EQ(findings("a = A\n", "a = A\nold = O\n"), "ui/nb-NO.ftl message-unused 2:1");
  EXPECT_EQ(findings("a = A\n", "a = A\n    .b = B\n"), "ui/nb-NO.ftl message-unused 2:10");
  EXPECT_EQ(findings("a = A { $x }\n", "a = A { $x } { $y }\n"),
            "ui/nb-NO.ftl !message-variable 1:16");
  EXPECT_EQ(findings("a = A\n", "a = { -brand }\n-brand = B\n"), "");
}

TEST(OwnWords, MistakesAreFoundInEachFile) {
  EXPECT_EQ(findings("a = { b }\n", "a = { SUM(1) }\n"),
            "ui/en-US.ftl !message-reference 1:7, ui/nb-NO.ftl !message-function 1:7");
  EXPECT_EQ(findings("a = A\na = B\n", "a = {\n"),
            "ui/en-US.ftl !message-duplicate 2:1, ui/nb-NO.ftl !message-syntax 2:1, "
            "ui/nb-NO.ftl message-stands-in 1:1");
}

TEST(OwnWords, TheCodeUsesEveryMessageAndOnlyThose) {
  std::string english = "a = A\nkind-x = X\nreason-y = Y\nz = { inner }\ninner = I\n";
  EXPECT_EQ(findings(english, english,
                     "say(\"a\"); say(\"kind-\" + id); explain(\"reason\", code); say('z')"),
            "");
  EXPECT_EQ(findings(english, english, "say(\"a\", {}) + say(`kind-${id}`); say(\"z\")"),
            "ui/en-US.ftl message-unused 3:1");
  EXPECT_EQ(
      findings("a = A\nc = C\n", "a = A\nc = C\n", "say(x === \"d\" ? \"a\" : \"b\");\nsay(\"c\")"),
      "a.ts !message-missing 1:24");
  EXPECT_EQ(findings("a = A\n", "a = A\n", "stage.say(\"a.title\")"), "a.ts !message-missing 1:12");
}

TEST(OwnWords, TheProjectsOwnLanguagesHaveNoFindings) {
  namespace fs = std::filesystem;
  std::vector<SourceFile> files, code;
  auto read = [](const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return SourceFile{path.string(), bytes.str()};
  };
  SourceFile english = read(STEGVIS_ROOT "/i18n/ui/en-US.ftl");
  for (const auto& entry : fs::directory_iterator(STEGVIS_ROOT "/i18n/ui"))
    if (entry.path().extension() == ".ftl" && entry.path().stem() != "en-US")
      files.push_back(read(entry.path()));
  for (const auto& entry : fs::recursive_directory_iterator(STEGVIS_ROOT "/web/src"))
    if (entry.path().extension() == ".ts") code.push_back(read(entry.path()));
  ASSERT_FALSE(files.empty());
  ASSERT_FALSE(code.empty());
  OwnWords words;
  words.english = &english;
  for (const SourceFile& file : files) words.others.push_back(&file);
  for (const SourceFile& file : code) words.code.push_back(&file);
  Diagnostics diagnostics;
  check_own_words(words, diagnostics);
  // A message that only English has is a warning and no mistake.
  for (const Diagnostic& d : diagnostics.all())
    if (d.code != Code::message_stands_in) ADD_FAILURE() << format_diagnostic(d);
}

}  // namespace
}  // namespace stegvis
