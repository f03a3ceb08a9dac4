// Fluent is read by its grammar, and every message that a flow needs exists with its attributes and
// variables.
#include "compiled.h"
#include "compiler/messages/fluent.h"
#include "compiler/messages/functions.h"
#include "domains/domains.h"

namespace stegvis {
namespace {

struct Parsed {
  SourceFile file;
  FluentFile fluent;
  Diagnostics diagnostics;
  bool good;
};

Parsed parse(std::string text) {
  Parsed out;
  out.file = {"m.ftl", std::move(text)};
  out.good = parse_fluent(out.file, out.diagnostics, out.fluent);
  out.fluent.text = {};
  return out;
}

// Returns "code line:column" for each mistake.
std::string mistakes(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all())
    out += (out.empty() ? "" : ", ") + std::string(name_of(d.code)) + " " + std::to_string(d.line) +
           ":" + std::to_string(d.column);
  return out;
}

TEST(Fluent, ReadsEverythingThatTheGrammarAllows) {
  for (const char* text : {"",
                           "\n\n",
                           "a = b",
                           "a=b\n",
                           "a =\n    b\n",
                           "a =\n    b\n\n    c\n",
                           "a = b\n    .x = y\n    .z =\n        w\n",
                           "a =\n    .x = y\n",
                           "-t = v\n",
                           "-t = v\n    .x = y\n",
                           "# c\n",
                           "## g\n\n### r\n#\n",
                           "a = { $x }\n",
                           "a = {$x}{ \"q\\\"\\\\\\u00e5\\U01F600\" }{ 1.5 }{ -3 }\n",
                           "a = { b }{ b.c }{ -t }{ -t(case: \"x\") }\n",
                           "a = { NUMBER($x, minimumFractionDigits: 2) }\n",
                           "a = { DATETIME( $x , day : \"numeric\" , ) }\n",
                           "a = { $x ->\n    [one] 1\n   *[other] 2\n }\n",
                           "a = { $x ->\n   *[0.5] { $y ->\n       *[a] b\n    }\n}\n",
                           "a = { -t.x ->\n   *[a] b\n}\n",
                           "a = { { $x } }\n",
                           "a = b\r\n    .x = y\r\n",
                           "a = {\n    $x\n}\n",
                           "a = x\n    { $y } z\n",
                           "a =\n{ $x }\n",
                           "\xef\xbb\xbf"
                           "a = b\n",
                           "a = [not a variant]\n",
                           "a = b { \"{\" } c\n",
                           "a = { NUMBER(1) ->\n   *[other] x\n}\n"}) {
    Parsed out = parse(text);
    EXPECT_TRUE(out.good) << text << "\n"
                          << (out.diagnostics.all().empty() ? "" : out.diagnostics.all()[0].detail);
  }
}

TEST(Fluent, RefusesEverythingElseWithItsPlace) {
  struct Case {
    const char* text;
    const char* where;
  };
  for (const Case& c : {Case{"a b\n", "1:3"},
                        Case{"a =\n", "1:4"},
                        Case{"-t =\n    .x = y\n", "2:11"},
                        Case{"1a = b\n", "1:1"},
                        Case{"  a = b\n", "1:1"},
                        Case{"a = {\n", "2:1"},
                        Case{"a = { $ }\n", "1:8"},
                        Case{"a = { $x\n", "1:9"},
                        Case{"a = b }\n", "1:7"},
                        Case{"a = { \"x\n\" }\n", "1:9"},
                        Case{"a = { \"\\x\" }\n", "1:9"},
                        Case{"a = { \"\\U110000\" }\n", "1:9"},
                        Case{"a = { \"\\UFFFFFF\" }\n", "1:9"},
                        Case{"a = { \"\\uD800\" }\n", "1:9"},
                        Case{"a = { \"\\uDFFF\" }\n", "1:9"},
                        Case{"a = { \"\\U00D83D\" }\n", "1:9"},
                        Case{"a = { \"\\u12\" }\n", "1:12"},
                        Case{"a = { $x ->\n    [a] b\n}\n", "2:10"},
                        Case{"a = { $x ->\n   *[a] b\n   *[c] d\n}\n", "3:9"},
                        Case{"a = { b ->\n   *[a] c\n}\n", "1:7"},
                        Case{"a = { -t ->\n   *[a] c\n}\n", "1:7"},
                        Case{"a = { -t.x }\n", "1:7"},
                        Case{"a = { number($x) }\n", "1:7"},
                        Case{"a = { NUMBER(x: 1, $y) }\n", "1:20"},
                        Case{"a = { NUMBER($x, a: 1, a: 2) }\n", "1:27"},
                        Case{"a = { NUMBER($x, a: $y) }\n", "1:21"},
                        Case{"a = b\n    .x\n", "2:7"},
                        Case{"a = { $x -> *[a] b }\n", "1:13"},
                        Case{"#x\n", "1:2"}}) {
    Parsed out = parse(c.text);
    EXPECT_FALSE(out.good) << c.text;
    EXPECT_EQ(mistakes(out.diagnostics), "message-syntax " + std::string(c.where)) << c.text;
  }
}

TEST(Fluent, AFunctionTakesOneVariableAndTheOptionsOfIntl) {
  struct Case {
    const char* call;
    uint32_t column;  // of the mistake in the call; 0: there is none
  };
  for (const Case& c : {Case{"DATETIME($x)", 0},
                        Case{"DATETIME($x, day: \"numeric\", month: \"long\")", 0},
                        Case{"DATETIME($x, dateStyle: \"full\", hourCycle: \"h23\")", 0},
                        Case{"DATETIME($x, fractionalSecondDigits: 3)", 0},
                        Case{"NUMBER($x, minimumFractionDigits: 2, maximumFractionDigits: 2)", 0},
                        Case{"NUMBER($x, minimumFractionDigits: \"2\")", 0},
                        Case{"NUMBER($x, style: \"percent\", useGrouping: 0)", 0},
                        Case{"DATETIME($x, day: \"numerik\")", 14},
                        Case{"DATETIME($x, day: \"long\")", 14},
                        Case{"DATETIME($x, day: \"\")", 14},
                        Case{"DATETIME($x, month: \"Long\")", 14},
                        Case{"DATETIME($x, month: 2)", 14},
                        Case{"DATETIME($x, dag: \"numeric\")", 14},
                        Case{"DATETIME($x, timeZone: \"Europe/Oslo\")", 14},
                        Case{"DATETIME($x, minimumFractionDigits: 2)", 14},
                        Case{"DATETIME($x, dateStyle: \"full\", day: \"numeric\")", 33},
                        Case{"DATETIME($x, fractionalSecondDigits: 4)", 14},
                        Case{"NUMBER($x, minimumFractionDigits: 21)", 12},
                        Case{"NUMBER($x, minimumFractionDigits: -1)", 12},
                        Case{"NUMBER($x, minimumFractionDigits: 1.5)", 12},
                        Case{"NUMBER($x, minimumIntegerDigits: 0)", 12},
                        Case{"NUMBER($x, minimumFractionDigits: 3, maximumFractionDigits: 2)", 12},
                        Case{"NUMBER($x, style: \"currency\")", 12},
                        Case{"NUMBER($x, currency: \"NOK\")", 12},
                        Case{"NUMBER()", 1},
                        Case{"NUMBER($x, $y)", 1},
                        Case{"DATETIME(\"2026-01-01\")", 1},
                        Case{"DATETIME(day: \"numeric\")", 1}}) {
    Parsed out = parse("a = { " + std::string(c.call) + " }\n");
    ASSERT_TRUE(out.good) << c.call;
    std::optional<Misuse> wrong = misuse_of(out.fluent.entries[0].value.uses[0]);
    ASSERT_EQ(wrong.has_value(), c.column != 0) << c.call;
    if (!wrong) continue;
    EXPECT_EQ(wrong->code, Code::message_option) << c.call;
    EXPECT_EQ(wrong->offset, 5 + c.column) << c.call;
  }
}

TEST(Fluent, GoesOnAfterAMistake) {
  Parsed out = parse("a = {\nb = ok\nc d\n# note\ne = ok\n    .x = y\n");
  EXPECT_EQ(mistakes(out.diagnostics), "message-syntax 2:2, message-syntax 3:3");
  EXPECT_EQ(out.fluent.entries.size(), 1u);
  EXPECT_EQ(out.fluent.entries[0].id, "e");
}

TEST(Fluent, NoIdIsRepeated) {
  EXPECT_EQ(mistakes(parse("a = b\n-a = c\na = d\n").diagnostics), "message-duplicate 3:1");
  EXPECT_EQ(mistakes(parse("a = b\n    .x = c\n    .x = d\n").diagnostics),
            "message-duplicate 3:10");
}

TEST(Fluent, AnyBytesEnd) {
  for (const char* piece :
       {"{", "{ $x ->\n *[a] ", "{ A(", "{ \"", "}", "a = { { ", "a =\n .", "\xff"}) {
    std::string text = "a = ";
    while (text.size() < 200000) text += piece;
    EXPECT_FALSE(parse(text).good) << piece;
  }
  EXPECT_EQ(mistakes(parse(std::string(2 << 20, 'a')).diagnostics), "message-size 0:0");
  EXPECT_EQ(mistakes(parse("a = b\nb = \xc3\n").diagnostics), "utf8-invalid 2:5");
}

// A playbook with every kind of node.
constexpr const char* playbook_text = R"({
  "playbook": 1, "name": "test", "domain": "billing",
  "article": {}, "start": "how-many",
  "nodes": {
    "how-many": { "ask": ["few", "many"], "dates": "notices", "to": { "few": "wait", "many": "old" } },
    "wait": { "outcome": "wait", "dates": "retry-window", "to": { "anyway": "old" } },
    "old": { "pick": "methods", "to": { "picked": "new", "not-mine": "other" } },
    "new": { "pick": "replacements", "of": "old", "to": { "picked": "check", "add": "add" } },
    "add": { "fill": "add-method", "confirm": "add", "binds": "new", "to": "check" },
    "check": { "review": "replace-all", "with": ["old", "new"], "to": "done" },
    "done": { "outcome": "fixed", "undo": true },
    "other": { "outcome": "other" } } })";
constexpr const char* good_messages = R"(
# A comment
how-many = How many since { $since }, of { $count }?
    .unknown = How many?
    .few = Few
    .many = { -brand(case: "x") } Many
wait = Wait
    .body = From { $from } to { $until }
    .body-unknown = For some weeks
    .anyway = Anyway
old = Which?
    .not-mine = None
new = With which?
    .hint = { shared }
    .add = Add
add = Add
    .action = Add
check = { $old } by { $new }, { NUMBER($count) }?
    .action = Do it
done = { $new } is there
    .undone = Undone
    .unverified = You did it
other = Other
shared = Shared
-brand = Brand
    .case = { $case }
unused = Nobody reads this
)";

struct Outcome {
  bool good;
  Diagnostics diagnostics;
  Compiled compiled;
};

Outcome with_messages(std::vector<SourceFile> files, size_t stand_in = 99, bool unused = false) {
  SourceFile article{"a.md", "# T\n"}, playbook{"p.json", playbook_text};
  CompileInput input;
  input.article = &article;
  input.playbook = &playbook;
  input.find_vocabulary = find_vocabulary;
  input.locale = "nb-NO";
  input.report_unused = unused;
  for (size_t i = 0; i < files.size(); ++i) input.messages.push_back({&files[i], i >= stand_in});
  Outcome out;
  Arena arena;
  out.good = compile(arena, input, out.diagnostics, out.compiled);
  return out;
}

// Returns the good messages with one text replaced.
std::string changed(std::string_view from, std::string_view to) {
  std::string text = good_messages;
  size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Messages, AGuideHasThoseItNeedsWithoutComments) {
  Outcome out = with_messages({{"m.ftl", good_messages}});
  ASSERT_TRUE(out.good) << mistakes(out.diagnostics);
  Result<Json> guide = Json::parse(out.compiled.guide);
  const std::string& source = (*guide)["text"]["messages"].string();
  EXPECT_EQ(source.find('#'), std::string::npos);
  EXPECT_EQ(source.find("unused"), std::string::npos);
  EXPECT_NE(source.find("shared = Shared\n"), std::string::npos);
  EXPECT_NE(source.find("-brand = Brand\n    .case = { $case }\n"), std::string::npos);
  EXPECT_TRUE(parse(source).good);
}

TEST(Messages, EveryMissingPartIsNamed) {
  struct Case {
    const char* from;
    const char* to;
    const char* mistake;
  };
  for (const Case& c :
       {Case{"other = Other\n", "", "message-missing 12:14"},
        Case{"    .few = Few\n", "", "message-attribute 3:1"},
        Case{"    .not-mine = None\n", "", "message-attribute 11:1"},
        Case{"    .anyway = Anyway\n", "", "message-attribute 7:1"},
        Case{"add = Add\n    .action = Add\n", "add = Add\n", "message-attribute 16:1"},
        Case{"    .action = Do it\n", "", "message-attribute 18:1"},
        Case{"    .undone = Undone\n", "", "message-attribute 20:1"},
        Case{"    .unverified = You did it\n", "", "message-attribute 20:1"},
        Case{"    .unknown = How many?\n", "", "message-attribute 3:12"},
        Case{"    .body-unknown = For some weeks\n", "", "message-attribute 8:13"},
        Case{"For some weeks", "From { $from }", "message-variable 9:28"},
        Case{"You did it", "You took { $new }", "message-variable 22:30"},
        Case{".action = Do it", ".action = Take { $new }", "message-variable 19:22"},
        Case{"old = Which?\n", "old =\n", "message-attribute 11:1"},
        Case{"{ $since }", "{ $until }", "message-variable 3:29"},
        Case{"old = Which?", "old = { $count }", "message-variable 11:9"},
        Case{"{ $new } is there", "{ $item } is there", "message-variable 20:10"},
        Case{"other = Other", "other = { $new }", "message-variable 23:11"},
        Case{"-brand(case: \"x\")", "-brand", "message-variable 26:15"},
        Case{"shared = Shared", "shared = { $count }", "message-variable 24:12"},
        Case{"NUMBER($count)", "ROUND($count)", "message-function 18:33"},
        Case{"NUMBER($count)", "NUMBER($count, style: \"x\")", "message-option 18:48"},
        Case{"{ shared }", "{ nowhere }", "message-reference 14:15"},
        Case{"{ shared }", "{ shared.x }", "message-reference 14:15"},
        Case{"{ -brand(", "{ -label(", "message-reference 6:15"},
        Case{"shared = Shared", "shared = { shared }", "message-reference 24:1"},
        Case{"shared = Shared", "shared = { new.hint }", "message-reference 13:1"}}) {
    Outcome out = with_messages({{"m.ftl", changed(c.from, c.to)}});
    EXPECT_FALSE(out.good) << c.from;
    EXPECT_EQ(mistakes(out.diagnostics).substr(0, std::string(c.mistake).size()), c.mistake)
        << c.from << c.to;
  }
}

TEST(Messages, AnAskSaysWhyItsArticleDoesNotHold) {
  std::string playbook = R"({ "playbook": 1, "name": "x", "domain": "billing",
    "article": { "intro": { "block": 1 } }, "start": "a", "nodes": {
      "a": { "ask": ["b"], "show": ["intro"], "unless": ["retry-is-over", {}], "to": { "b": "c" } },
      "c": { "outcome": "c" } } })";
  for (bool said : {true, false}) {
    SourceFile article{"a.md", "# T\n\nWords\n"}, file{"p.json", playbook};
    SourceFile messages{"m.ftl", "a = A?\n    .b = B\n" +
                                     std::string(said ? "    .unless = No\n" : "") + "c = C\n"};
    CompileInput input;
    input.article = &article;
    input.playbook = &file;
    input.find_vocabulary = find_vocabulary;
    input.locale = "nb-NO";
    input.messages.push_back({&messages, false});
    Arena arena;
    Diagnostics diagnostics;
    Compiled compiled;
    EXPECT_EQ(compile(arena, input, diagnostics, compiled), said);
    EXPECT_EQ(mistakes(diagnostics), said ? "" : "message-attribute 1:1");
    if (said) {
      EXPECT_NE(compiled.guide.find(R"("unless":["retry-is-over",{}])"), std::string::npos);
    }
  }
}

TEST(Messages, TheFirstFileThatHasItWins) {
  std::vector<SourceFile> files{{"own.ftl", "other = Annet\n"}, {"en.ftl", good_messages}};
  Outcome out = with_messages(files, 1);
  ASSERT_TRUE(out.good);
  EXPECT_NE(out.compiled.guide.find("other = Annet"), std::string::npos);
  EXPECT_EQ(out.compiled.guide.find("other = Other"), std::string::npos);
  // Each other message is English and gives a warning.
  EXPECT_EQ(out.diagnostics.warnings(), 7u);
  EXPECT_EQ(out.diagnostics.all()[0].code, Code::message_stands_in);
  EXPECT_EQ(out.diagnostics.all()[0].file, "own.ftl");
  // If the locale has no file of its own, there is one warning in all.
  EXPECT_EQ(with_messages({{"en.ftl", good_messages}}, 0).diagnostics.warnings(), 1u);
}

TEST(Messages, UnusedMessagesAreReportedOnRequest) {
  EXPECT_EQ(mistakes(with_messages({{"m.ftl", good_messages}}, 99, true).diagnostics),
            "message-unused 27:1");
  EXPECT_EQ(mistakes(with_messages({{"m.ftl", changed(".few = Few", ".few = Few\n    .fewer = x")}})
                         .diagnostics),
            "message-unused 6:14");
}

TEST(Next, HasWordsOfItsOwnWhereAnOutcomeLeadsIntoAnotherGuide) {
  std::string with_next = playbook_text;
  size_t at = with_next.find("\"undo\": true");
  ASSERT_NE(at, std::string::npos);
  with_next.insert(at, "\"next\": \"pay\", ");
  SourceFile article{"a.md", "# T\n"}, playbook{"p.json", with_next};
  auto compiled = [&](std::string words, Diagnostics& diagnostics) {
    SourceFile file{"m.ftl", words};
    CompileInput input;
    input.article = &article;
    input.playbook = &playbook;
    input.find_vocabulary = find_vocabulary;
    input.locale = "nb-NO";
    input.messages.push_back({&file, false});
    input.is_there = [](const std::string& guide, const std::string& locale) {
      return guide == "pay" && locale == "nb-NO";
    };
    Arena arena;
    Compiled out;
    compile(arena, input, diagnostics, out);
    return out.guide;
  };
  auto said = [&](const char* next) {
    return changed("    .undone = Undone\n",
                   std::string("    .undone = Undone\n    .next = ") + next + "\n");
  };
  Diagnostics none, words, values;
  compiled(changed("", ""), none);
  EXPECT_EQ(mistakes(none).substr(0, 22), "message-attribute 20:1");
  std::string guide = compiled(said("Pay"), words);
  EXPECT_EQ(words.errors(), 0u) << mistakes(words);
  EXPECT_NE(guide.find("\"next\":[\"pay\"]"), std::string::npos) << "it is there in this locale";
  // The values of an operation are not known where the reader did it elsewhere.
  compiled(said("Pay for { $new }"), values);
  EXPECT_EQ(mistakes(values).substr(0, 16), "message-variable");
}

}  // namespace
}  // namespace stegvis
