// No content is lost. For every sample article, the visible text of the guide is the visible text
// that cmark's HTML has, in the same order. The comparison shares no code with the compiler.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiled.h"

namespace stegvis {
namespace {

namespace fs = std::filesystem;

// Returns the paths of the project's articles, and of those in STEGVIS_SAMPLE if it is set.
std::vector<std::string> sample() {
  std::vector<std::string> out;
  const char* sample = std::getenv("STEGVIS_SAMPLE");
  for (std::string folder :
       {std::string(STEGVIS_ROOT "/tests/articles"), std::string(sample ? sample : "")}) {
    if (folder.empty()) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      bool article = entry.path().extension() == ".md" && entry.path().filename() != "README.md";
      if (article) out.push_back(entry.path().string());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

// Returns whether asterisks stand beside a character of three bytes or more. There cmark leaves some
// in the text that mark bold words here.
bool asterisks_beside_wide(std::string_view text) {
  for (size_t at = 0; (at = text.find('*', at)) != text.npos; ++at) {
    bool before = at > 0 && uint8_t(text[at - 1]) >= 0x80;
    if (before || (at + 1 < text.size() && uint8_t(text[at + 1]) >= 0xe0)) return true;
  }
  return false;
}

// Folds white space, no-break spaces too, to single spaces, and removes characters without width.
std::string folded(std::string text) {
  std::string out;
  for (const char* none : {"\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff"})
    for (size_t at; (at = text.find(none)) != std::string::npos;) text.erase(at, 3);
  for (size_t at; (at = text.find("\u00a0")) != std::string::npos;) text.replace(at, 2, " ");
  for (char c : text) {
    bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Removes the front matter and the lines of the publishing system from an article.
std::string markdown_of(std::string text) {
  if (text.rfind("\xef\xbb\xbf", 0) == 0) text.erase(0, 3);
  std::istringstream in(text);
  std::string line, out;
  bool front = false, first = true, open = false;
  while (std::getline(in, line)) {
    std::string bare = line;
    while (!bare.empty() && (bare.back() == '\r' || bare.back() == ' ')) bare.pop_back();
    if (first && bare == "---") {
      front = open = true;
    } else if (open && (bare == "---" || bare == "...")) {
      open = false;
      out.clear();
    } else {
      size_t at = bare.find_first_not_of(' ');
      bool directive = !open && at != std::string::npos && bare.compare(at, 3, ":::") == 0;
      out += directive ? "\n<!-- -->\n\n" : line + "\n";
    }
    first = false;
  }
  return front && open ? text : out;
}

struct Reference {
  std::string visible;
  int steps = 0;
  int sections = 0;
};

// Returns the text of raw HTML, with the text alternatives of images.
std::string without_tags(std::string html) {
  std::string out;
  for (const char* name : {"script", "style"}) {
    for (size_t at; (at = html.find("<" + std::string(name))) != std::string::npos;) {
      size_t end = html.find("</" + std::string(name), at);
      html.erase(at, end == std::string::npos ? end : end - at);
    }
  }
  for (size_t i = 0; i < html.size(); ++i) {
    if (html.compare(i, 4, "<!--") == 0) {
      size_t end = html.find("-->", i);
      i = end == std::string::npos ? html.size() : end + 2;
    } else if (html[i] == '<') {
      size_t end = std::min(html.find('>', i), html.size());
      size_t alt = html.find("alt=\"", i);
      if (html.compare(i, 4, "<img") == 0 && alt < end)
        out += html.substr(alt + 5, html.find('"', alt + 5) - alt - 5);
      i = end;
      out += ' ';
    } else {
      out += html[i];
    }
  }
  for (auto [from, to] : {std::pair{"&lt;", "<"},
                          {"&gt;", ">"},
                          {"&quot;", "\""},
                          {"&nbsp;", " "},
                          {"&copy;", "©"},
                          {"&amp;", "&"}})
    for (size_t at = 0; (at = out.find(from, at)) != std::string::npos; ++at)
      out.replace(at, std::string(from).size(), to);
  return out;
}

bool is_break(const std::string& tag) {
  return tag.rfind("<br", 0) == 0 || tag.rfind("</br", 0) == 0;
}

bool only_bold(cmark_node* paragraph) {
  bool bold = false;
  for (cmark_node* node = cmark_node_first_child(paragraph); node; node = cmark_node_next(node)) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_STRONG) {
      bold = true;
    } else if (type == CMARK_NODE_TEXT) {
      std::string rest = folded(cmark_node_get_literal(node));
      bool stop = rest == "." || rest == ":" || rest == "!" || rest == "。" || rest == "：";
      if (!rest.empty() && !stop) return false;
    } else if (type == CMARK_NODE_HTML_INLINE) {
      std::string tag = cmark_node_get_literal(node);
      if (!is_break(tag) && tag.rfind("<a", 0) != 0 && tag.rfind("</a", 0) != 0) return false;
    } else if (type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK) {
      return false;
    }
  }
  return bold;
}

Reference reference(const std::string& markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  cmark_node* document = cmark_parser_finish(parser);
  Reference out;
  for (cmark_node* node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) ++out.sections;
    if (type == CMARK_NODE_PARAGRAPH && only_bold(node)) ++out.sections;
    if (type == CMARK_NODE_LIST && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
      for (cmark_node* item = cmark_node_first_child(node); item; item = cmark_node_next(item))
        ++out.steps;
  }
  cmark_iter* iter = cmark_iter_new(document);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(iter);
    cmark_node_type type = cmark_node_get_type(node);
    const char* literal = cmark_node_get_literal(node);
    if (event == CMARK_EVENT_EXIT) {
      bool block = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
      if (block) out.visible += ' ';
    } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      out.visible += literal;
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      out.visible += std::string(" ") + literal + " ";
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      out.visible += ' ';
    } else if (type == CMARK_NODE_HTML_INLINE) {
      if (is_break(literal)) out.visible += ' ';
      if (std::string(literal).rfind("<img", 0) == 0) out.visible += without_tags(literal);
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      out.visible += " " + without_tags(literal) + " ";
    }
  }
  for (const char* alert : {"[!NOTE]", "[!IMPORTANT]", "[!TIP]", "[!WARNING]", "[!CAUTION]"})
    for (size_t at; (at = out.visible.find(alert)) != std::string::npos;)
      out.visible.replace(at, std::string(alert).size(), " ");
  out.visible = folded(out.visible);
  cmark_iter_free(iter);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return out;
}

TEST(Content, AsterisksBesideScriptsWithoutSpacesMarkBoldWords) {
  struct Case {
    const char *markdown, *html;
  };
  for (const Case& c :
       {Case{"**「設定」**を開きます。", "<strong>「設定」</strong>を"},
        Case{"**注意：**もう一度。", "<strong>注意：</strong>もう"},
        Case{"**保存（S）**を押す。", "<strong>保存（S）</strong>を"},
        Case{"画面の**[次へ]**を選ぶ。", "画面の<strong>[次へ]</strong>を"},
        Case{"请选择**“付款方式”**页。", "请选择<strong>“付款方式”</strong>页"},
        Case{"**(설정)**을 여세요.", "<strong>(설정)</strong>을"},
        Case{"กด**(ตกลง)**แล้ว", "กด<strong>(ตกลง)</strong>แล้ว"},
        Case{"次の*「名前」*と**「番号」**を", "<em>「名前」</em>と<strong>「番号」</strong>を"},
        Case{"`**「x」**を`と", "<code>**「x」**を</code>と"}, Case{"\\**「x」**を", "*"},
        Case{"3 * 4 * 5は", "3 * 4 * 5は"}}) {
    ForTest out = compile_text("# T\n\n" + std::string(c.markdown) + "\n");
    ASSERT_TRUE(out.good) << c.markdown;
    EXPECT_NE(out.compiled.html.find(c.html), std::string::npos) << out.compiled.html;
    EXPECT_EQ(out.compiled.html.find("\xef\x9f\xbf"), std::string::npos) << out.compiled.html;
  }
}

TEST(Content, NothingIsLostAndNothingIsAdded) {
  std::vector<std::string> articles = sample();
  ASSERT_FALSE(articles.empty());
  for (const std::string& path : articles) {
    std::string bytes = read_whole(path);
    ForTest out = compile_text(bytes, path);
    ASSERT_TRUE(out.good) << path;
    Reference wanted = reference(markdown_of(bytes));
    std::string shown = folded(guide_text(out.text()));
    if (asterisks_beside_wide(bytes)) {
      std::erase(shown, '*');
      std::erase(wanted.visible, '*');
    }
    EXPECT_EQ(shown, wanted.visible) << path;
    int steps = 0,
        sections = out.text()["untitled"].boolean() || !out.text()["title"].size() ? 0 : 1;
    for (uint32_t count : out.compiled.flow.lists) steps += int(count);
    for (const Json& block : out.blocks().items()) sections += block.items()[0].string() == "h";
    EXPECT_EQ(steps, wanted.steps) << path;
    EXPECT_EQ(sections, wanted.sections) << path;
  }
}

// A node shows every part of the article that is not a heading.
TEST(Content, EveryBlockIsReachedByTheFlow) {
  for (const std::string& path : sample()) {
    ForTest out = compile_text(read_whole(path), path);
    std::vector<int> shown(out.blocks().size());
    for (const Json& part : out.text()["parts"].items()) ++shown[size_t(part.items()[0].integer())];
    for (size_t i = 0; i < shown.size(); ++i) {
      const std::string& kind = out.blocks().items()[i].items()[0].string();
      size_t wanted = kind == "ol"                  ? out.blocks().items()[i].size() - 2
                      : kind == "h" || kind == "hr" ? 0
                                                    : 1;
      EXPECT_GE(size_t(shown[i]), wanted) << path << " block " << i;
    }
  }
}

TEST(Content, ArticlesOfOneNameHaveOneFlowIfTheirMarkdownHasOneStructure) {
  std::map<std::string, std::map<std::string, std::string>> flows;  // name, structure: digest
  size_t pairs = 0;
  for (const std::string& path : sample()) {
    std::string bytes = read_whole(path);
    ForTest out = compile_text(bytes, path);
    std::string structure;
    for (const Json& block : out.blocks().items()) {
      structure += block.items()[0].string();
      if (block.items()[0].string() == "h") structure += std::to_string(block.items()[1].integer());
      if (block.items()[0].string() == "ol") structure += std::to_string(block.size());
      structure += ' ';
    }
    auto [at, inserted] =
        flows[fs::path(path).filename()].emplace(structure, out.guide["digest"].string());
    pairs += !inserted;
    EXPECT_EQ(at->second, out.guide["digest"].string()) << path;
  }
  EXPECT_GT(pairs, 0u);
}

}  // namespace
}  // namespace stegvis
