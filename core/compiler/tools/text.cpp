#include "compiler/tools/text.h"

#include "base/utf8.h"

namespace stegvis {
namespace {

void fold(std::string& out, std::string_view text) {
  for (char c : text) {
    bool space = c == ' ' || (c >= 9 && c <= 13);
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ' && out.back() != '\n')
      out += ' ';
  }
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && out.back() != '\n') out += '\n';
}

class TextWriter {
 public:
  std::string out;

  void value(const Json& json) {
    if (json.is_string()) return fold(out, json.string());
    if (!json.is_array() || json.size() == 0 || !json.items()[0].is_string()) return;
    const std::string& kind = json.items()[0].string();
    if (kind == "b" || kind == "i" || kind == "ui") return rest(json, 1);
    if (kind == "a") return rest(json, 2);
    if (kind == "c") return rest(json, 1);
    if (kind == "img") return rest(json, 2);
    if (kind == "br") return fold(out, " ");
    if (kind == "path") {
      for (size_t i = 1; i < json.size(); ++i) {
        if (i > 1) fold(out, " > ");
        value(json.items()[i]);
      }
      return;
    }
    end_line(out);
    if (kind == "p" || kind == "pre" || kind == "quote") rest(json, 1);
    if (kind == "h" || kind == "note") rest(json, 2);
    if (kind == "ol") lists(json, 2);
    if (kind == "ul") lists(json, 1);
    if (kind == "table")
      for (size_t i = 2; i < json.size(); ++i) lists(json.items()[i], 0);
    end_line(out);
  }

 private:
  void rest(const Json& json, size_t from) {
    for (size_t i = from; i < json.size(); ++i) value(json.items()[i]);
  }
  // Writes children that are arrays of elements: items of a list, cells of a row.
  void lists(const Json& json, size_t from) {
    for (size_t i = from; i < json.size(); ++i) {
      end_line(out);
      rest(json.items()[i], 0);
      end_line(out);
    }
  }
};

}  // namespace

std::string guide_text(const Json& text) {
  TextWriter writer;
  if (!text["untitled"].boolean())
    for (const Json& part : text["title"].items()) writer.value(part);
  end_line(writer.out);
  for (const Json& block : text["blocks"].items()) writer.value(block);
  end_line(writer.out);
  return writer.out;
}

std::string guide_parts(const Json& text) {
  std::string out;
  auto add = [&](const std::string& place, std::string words) {
    for (char& c : words)
      if (c == '\n') c = ' ';
    out += place + "  " + words + "\n";
  };
  int64_t lists = 0, blocks = 0;
  for (const Json& block : text["blocks"].items()) {
    const std::string& kind = block.size() ? block.items()[0].string() : block.string();
    if (kind == "ol") {
      std::string list = "list " + decimal(++lists) + ", step ";
      for (size_t i = 2; i < block.size(); ++i) {
        TextWriter step;
        for (const Json& part : block.items()[i].items()) step.value(part);
        end_line(step.out);
        if (!step.out.empty()) step.out.pop_back();
        add(list + decimal(int64_t(i) - 1), std::move(step.out));
      }
    } else if (kind == "h") {
      add("heading", text_of(block));
    } else if (kind != "hr") {
      add("block " + decimal(++blocks), text_of(block));
    }
  }
  return out;
}

std::string text_of(const Json& value) {
  TextWriter writer;
  writer.value(value);
  end_line(writer.out);
  if (!writer.out.empty()) writer.out.pop_back();
  return writer.out;
}

}  // namespace stegvis
