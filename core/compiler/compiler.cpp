#include "compiler/compiler.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/utf8.h"
#include "compiler/article/guide_text.h"
#include "compiler/article/write.h"
#include "compiler/locale.h"
#include "compiler/playbook/playbook.h"
#include "compiler/unguided/unguided.h"
#include "guide/text.h"

namespace stegvis {
namespace {

constexpr uint32_t max_steps = 100000;  // of one list: decode_flow() reads no more

void report(const Error& error, std::string_view file, Diagnostics& diagnostics) {
  diagnostics.error(error.code, file, error.line, error.column, error.detail);
}

bool follow_playbook(const CompileInput& input, const Article& article, std::string_view locale,
                     Diagnostics& diagnostics, GuideText& text, Flow& flow) {
  Playbook playbook;
  if (!read_playbook(*input.playbook, input.find_vocabulary, diagnostics, playbook)) return false;
  bool good = place_playbook(playbook, article, input.article->name, input.playbook->name,
                             diagnostics, text.parts);
  for (uint32_t index : article.lists)
    playbook.flow.lists.push_back(count_items(*article.blocks[index]));
  MessageInput messages;
  messages.flow = &playbook.flow;
  if (!playbook.flow.domain.empty())
    messages.vocabulary = input.find_vocabulary(playbook.flow.domain);
  messages.playbook = input.playbook;
  messages.offsets = &playbook.offsets;
  messages.files = input.messages;
  messages.locale = locale;
  messages.report_unused = input.report_unused;
  good = gather_messages(messages, diagnostics, text.messages, text.of_node) && good;
  std::set<std::string> next;
  for (const Node& node : playbook.flow.nodes)
    if (!node.next.empty() && input.is_there && input.is_there(node.next, std::string(locale)))
      next.insert(node.next);
  text.next.assign(next.begin(), next.end());
  flow = std::move(playbook.flow);
  return good;
}

const std::string& path_of(const CompileInput& input) {
  return input.path.empty() ? input.article->name : input.path;
}

std::string stem(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  size_t dot = path.rfind('.');
  return std::string(path.substr(0, dot == 0 ? std::string_view::npos : dot));
}

}  // namespace

std::string find_locale(const CompileInput& input, Diagnostics& diagnostics) {
  if (!input.locale.empty() && !is_locale(input.locale)) {
    diagnostics.error(Code::locale_unknown, input.article->name, 0, 0,
                      "\"" + input.locale + "\" is no locale");
    return {};
  }
  Arena arena;
  std::string_view bytes = with_line_feeds(arena, input.article->text);
  return article_locale(input.locale, read_front_matter(bytes).locale, path_of(input));
}

bool compile(Arena& arena, const CompileInput& input, Diagnostics& diagnostics, Compiled& out) {
  if (!input.locale.empty() && !is_locale(input.locale)) {
    find_locale(input, diagnostics);
    return false;
  }
  Result<Document> document = read_document(arena, input.article->text);
  if (!document) {
    report(document.error(), input.article->name, diagnostics);
    return false;
  }
  out.locale = article_locale(input.locale, document->front.locale, path_of(input));
  if (document->front.broken)
    diagnostics.warning(Code::front_matter_broken, input.article->name, 1, 1,
                        "the title or the locale is no YAML; it was read as it stands");
  Article article = understand(arena, *document);
  out.steps = article.steps;
  for (uint32_t index : article.lists) {
    const Element& list = *article.blocks[index];
    uint32_t steps = count_items(list);
    if (steps <= max_steps) continue;
    diagnostics.error(Code::article_cost, input.article->name, list.line, list.column,
                      "a list of " + decimal(steps) + " steps");
    return false;
  }
  GuideText text;
  text.article = &article;
  text.front_title = document->front.title;
  if (input.playbook) {
    if (!follow_playbook(input, article, out.locale, diagnostics, text, out.flow)) return false;
  } else {
    plan_unguided(arena, article, stem(input.article->name), out.flow, text);
  }
  bool right_to_left = is_right_to_left(out.locale);
  std::string& guide = out.guide;
  guide = "{\"digest\":\"" + hex16(out.flow.digest()) + "\",\"direction\":\"";
  guide += right_to_left ? "rtl" : "ltr";
  guide += '"';
  // A playbook names its nodes. Without one, a newer guide finds the same nodes by their text.
  if (!input.playbook) {
    guide += ",\"fingerprints\":";
    append_fingerprints(guide, text, out.flow);
  }
  if (input.first_view) guide += ",\"first\":" + input.first_view(out.flow).dump();
  guide += ",\"flow\":";
  append_flow(guide, out.flow);
  guide += ",\"guide\":" + decimal(guide_version) + ",\"locale\":";
  append_json(guide, out.locale);
  guide += ",\"name\":";
  append_json(guide, out.flow.name);
  guide += ",\"text\":";
  append_text(guide, text, out.flow);
  guide += "}";
  if (input.html) out.html = write_html(article, out.locale, right_to_left);
  return true;
}

}  // namespace stegvis
