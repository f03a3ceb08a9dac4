#include "compiler/tools/diff.h"

#include <algorithm>

#include "base/utf8.h"
#include "compiler/tools/text.h"

namespace stegvis {
namespace {

constexpr size_t max_lines = 20;
constexpr size_t max_steps = 400;

std::string short_text(const Json& value) {
  std::string text = text_of(value);
  std::string out;
  std::string_view rest = text;
  for (int i = 0; i < 40 && !rest.empty() && rest[0] != '\n'; ++i)
    utf8_append(out, utf8_next(rest));
  return "\"" + out + (rest.empty() ? "" : "…") + "\"";
}

// Appends the form of a step: the kinds of its elements, without its words. Most translations of a
// step have the same form.
void add_form(std::string& out, const Json& value) {
  if (!value.is_array() || value.size() == 0) return;
  if (value.items()[0].is_string() && value.items()[0].string().size() < 6) {
    const std::string& kind = value.items()[0].string();
    if (kind != "p") out += kind + " ";
  }
  for (const Json& item : value.items()) add_form(out, item);
}
std::string form_of(const Json& step) {
  std::string out;
  add_form(out, step);
  return out;
}

struct List {
  std::string heading;
  std::vector<const Json*> steps;
};

struct Outline {
  std::vector<List> lists;
  std::vector<const Json*> headings;
  size_t texts = 0;
};

Outline outline(const Json& guide) {
  Outline out;
  std::string heading;
  for (const Json& block : guide["text"]["blocks"].items()) {
    const std::string& kind = block.size() ? block.items()[0].string() : block.string();
    if (kind == "h") {
      out.headings.push_back(&block);
      heading = short_text(block);
    } else if (kind == "ol") {
      out.lists.push_back({heading, {}});
      for (size_t i = 2; i < block.size(); ++i) out.lists.back().steps.push_back(&block.items()[i]);
    } else if (kind != "hr") {
      ++out.texts;
    }
  }
  return out;
}

class Comparison {
 public:
  Comparison(std::string_view first, std::string_view second) : first_(first), second_(second) {}
  std::vector<std::string> lines;

  void outlines(const Outline& a, const Outline& b) {
    counts(a.lists.size(), b.lists.size(), "list of steps", "lists of steps");
    for (size_t i = 0; i < std::min(a.lists.size(), b.lists.size()); ++i)
      list(i, a.lists[i], b.lists[i]);
    counts(a.headings.size(), b.headings.size(), "heading", "headings");
    if (a.headings.size() != b.headings.size()) {
      headings(a, first_);
      headings(b, second_);
    }
    counts(a.texts, b.texts, "block of text outside the steps", "blocks of text outside the steps");
  }

  void nodes(const Flow& a, const Flow& b) {
    only(a, b, first_);
    only(b, a, second_);
    for (const Node& node : a.nodes) {
      int32_t index = b.find(node.id);
      if (index < 0) continue;
      const Node& other = b.nodes[size_t(index)];
      if (node.kind != other.kind)
        add("\"" + node.id + "\" is to " + std::string(name_of(node.kind)) + " in " + first_ +
            ", to " + std::string(name_of(other.kind)) + " in " + second_ + ".");
      if (node.show != other.show)
        add("\"" + node.id + "\" shows " + parts(node) + " in " + first_ + ", " + parts(other) +
            " in " + second_ + ".");
      for (const Choice& edge : node.to) {
        int32_t to = b.next(uint32_t(index), edge.id);
        const std::string& target = a.nodes[edge.to].id;
        if (to < 0)
          add("\"" + node.id + "\" has the answer \"" + edge.id + "\" in " + first_ + " alone.");
        else if (b.nodes[size_t(to)].id != target)
          add("At \"" + node.id + "\", \"" + edge.id + "\" leads to \"" + target + "\" in " +
              first_ + ", to \"" + b.nodes[size_t(to)].id + "\" in " + second_ + ".");
      }
      for (const Choice& edge : other.to)
        if (a.next(uint32_t(a.find(node.id)), edge.id) < 0)
          add("\"" + node.id + "\" has the answer \"" + edge.id + "\" in " + second_ + " alone.");
    }
  }

  // Compares the content of steps. These differences do not change the flow.
  void insides(const Outline& a, const Outline& b) {
    for (size_t i = 0; i < std::min(a.lists.size(), b.lists.size()); ++i) {
      if (a.lists[i].steps.size() != b.lists[i].steps.size()) continue;
      for (size_t j = 0; j < a.lists[i].steps.size(); ++j)
        inside(i, j, *a.lists[i].steps[j], *b.lists[i].steps[j]);
    }
  }

 private:
  void add(std::string line) { lines.push_back(std::move(line)); }

  static std::string parts(const Node& node) {
    std::string out;
    for (const std::string& part : node.show) out += (out.empty() ? "" : ", ") + part;
    return out.empty() ? "nothing" : out;
  }

  static std::string count(size_t number, const char* singular, const char* plural) {
    return decimal(int64_t(number)) + " " + (number == 1 ? singular : plural);
  }
  void counts(size_t a, size_t b, const char* singular, const char* plural) {
    if (a != b)
      add(first_ + " has " + count(a, singular, plural) + ", " + second_ + " has " +
          count(b, singular, plural) + ".");
  }

  void headings(const Outline& outline, const std::string& name) {
    std::string out;
    for (const Json* heading : outline.headings) {
      if (out.size() > 300) break;
      out += (out.empty() ? "" : ", ") + short_text(*heading);
    }
    if (!out.empty()) add("  In " + name + ": " + out + ".");
  }

  void only(const Flow& a, const Flow& b, const std::string& name) {
    std::string out;
    size_t more = 0;
    for (const Node& node : a.nodes) {
      if (b.find(node.id) >= 0) continue;
      if (out.size() < 100)
        out += (out.empty() ? "" : ", ") + node.id;
      else
        ++more;
    }
    if (!out.empty())
      add("Only in " + name + ": " + out +
          (more ? " and " + decimal(int64_t(more)) + " more" : "") + ".");
  }

  void list(size_t index, const List& a, const List& b) {
    if (a.steps.size() == b.steps.size()) return;
    std::string place = "List " + decimal(int64_t(index) + 1);
    if (!a.heading.empty()) place += " (" + a.heading + ")";
    add(place + " has " + count(a.steps.size(), "step", "steps") + " in " + first_ + ", " +
        count(b.steps.size(), "step", "steps") + " in " + second_ + ".");
    bool more = a.steps.size() > b.steps.size();
    alone(more ? a : b, more ? b : a, more ? first_ : second_);
  }

  // Reports the steps of the longer list that are not in the longest common subsequence of both
  // lists, compared by their forms.
  void alone(const List& longer, const List& shorter, const std::string& name) {
    size_t n = longer.steps.size(), m = shorter.steps.size();
    if (n > max_steps) return;
    std::vector<std::string> x, y;
    for (const Json* step : longer.steps) x.push_back(form_of(*step));
    for (const Json* step : shorter.steps) y.push_back(form_of(*step));
    std::vector<std::vector<uint32_t>> common(n + 1, std::vector<uint32_t>(m + 1));
    for (size_t i = n; i-- > 0;)
      for (size_t j = m; j-- > 0;)
        common[i][j] =
            x[i] == y[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    size_t left = n - m;
    for (size_t i = 0, j = 0; i < n && left;) {
      if (j < m && x[i] == y[j]) {
        ++i, ++j;
      } else if (j == m || common[i + 1][j] >= common[i][j + 1]) {
        add("  It may be step " + decimal(int64_t(i) + 1) + " of " + name + ": " +
            short_text(Json().push("quote").push(
                longer.steps[i]->size() ? longer.steps[i]->items()[0] : Json())) +
            ".");
        ++i, --left;
      } else {
        ++j;
      }
    }
  }

  void inside(size_t list, size_t step, const Json& a, const Json& b) {
    auto kinds = [](const Json& item) {
      std::string out;
      for (size_t i = 1; i < item.size(); ++i)
        out += (out.empty() ? "" : ", ") + word(item.items()[i].items()[0].string());
      return out.empty() ? std::string("nothing") : out;
    };
    std::string in_a = kinds(a), in_b = kinds(b);
    if (in_a != in_b)
      add("Step " + decimal(int64_t(step) + 1) + " of list " + decimal(int64_t(list) + 1) +
          " holds besides its text " + in_a + " in " + first_ + ", " + in_b + " in " + second_ +
          ". The flow is the same.");
  }
  static std::string word(const std::string& kind) {
    if (kind == "p") return "a paragraph";
    if (kind == "note") return "a note";
    if (kind == "ul" || kind == "ol") return "a list";
    if (kind == "table") return "a table";
    if (kind == "pre") return "code";
    return "a quotation";
  }

  std::string first_, second_;
};

}  // namespace

GuideDifference compare_guides(const Json& a, const Flow& flow_a, std::string_view first,
                               const Json& b, const Flow& flow_b, std::string_view second) {
  GuideDifference out;
  out.same_flow = flow_a.digest() == flow_b.digest();
  Comparison comparison(first, second);
  Outline outline_a = outline(a), outline_b = outline(b);
  if (!out.same_flow) {
    if (flow_a.name != flow_b.name)
      comparison.lines.push_back("They are guides of two names, \"" + flow_a.name + "\" and \"" +
                                 flow_b.name + "\".");
    comparison.outlines(outline_a, outline_b);
    // If the lists differ, the nodes differ because of them, so the nodes are not compared.
    if (flow_a.lists == flow_b.lists) comparison.nodes(flow_a, flow_b);
  }
  comparison.insides(outline_a, outline_b);
  out.lines = std::move(comparison.lines);
  if (out.lines.size() > max_lines) {
    size_t more = out.lines.size() - max_lines + 1;
    out.lines.resize(max_lines - 1);
    out.lines.push_back("And " + decimal(int64_t(more)) + " more.");
  }
  return out;
}

}  // namespace stegvis
