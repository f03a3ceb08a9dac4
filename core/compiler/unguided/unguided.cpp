#include "compiler/unguided/unguided.h"

#include <algorithm>

#include "base/utf8.h"
#include "compiler/unguided/sections.h"

namespace stegvis {
namespace {

constexpr size_t max_nodes = 1000;
constexpr size_t max_choices = 50;
constexpr size_t max_title = 500;  // bytes

// The detail of the flow. Each is tried in this order until the flow is small enough.
enum class Grain : uint8_t { choices, steps, lists, whole };

class Planner {
 public:
  Planner(Arena& arena, const Article& article, Flow& flow, GuideText& text, Grain grain)
      : arena_(arena), article_(article), flow_(flow), text_(text), grain_(grain) {
    number_.resize(article.blocks.size());
    for (uint32_t i = 0; i < article.lists.size(); ++i) number_[article.lists[i]] = i + 1;
    for (uint32_t i = 0; i < article.texts.size(); ++i) number_[article.texts[i]] = i + 1;
    uint32_t headings = 0;
    for (uint32_t i = 0; i < article.blocks.size(); ++i)
      if (article.blocks[i]->tag == Tag::heading) number_[i] = ++headings;
  }

  // Returns false if the flow is too large with this grain.
  bool run() {
    std::vector<std::string> pivots = find_pivots();
    if (pivots.size() < 2 || grain_ == Grain::whole) {
      variant("", "");
    } else {
      if (pivots.size() > max_choices) return false;
      uint32_t ask = add("pivot", NodeKind::ask, {});
      label(ask).title = title();
      for (size_t i = 0; i < pivots.size() && !full_; ++i) {
        std::string id = pivot_id(pivots[i], i);
        label(ask).choices.push_back({id, text_element(pivots[i])});
        open_.push_back({ask, uint32_t(flow_.nodes[ask].to.size())});
        flow_.nodes[ask].to.push_back({id, 0});
        variant(id + ".", pivots[i]);
      }
    }
    finish_parts();
    return !full_;
  }

 private:
  struct Edge {
    uint32_t node;
    uint32_t choice;
  };

  std::vector<std::string> find_pivots() const {
    std::vector<std::string> out;
    for (std::string_view zone : article_.zones) {
      while (!zone.empty()) {
        size_t at = zone.find(',');
        std::string name(trim(zone.substr(0, at)));
        if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end())
          out.push_back(std::move(name));
        zone.remove_prefix(at == std::string_view::npos ? zone.size() : at + 1);
      }
    }
    return out;
  }
  // Returns whether a block is shown for a pivot. An empty pivot shows every block.
  static bool in_zone(std::string_view zone, std::string_view pivot) {
    if (zone.empty() || pivot.empty()) return true;
    while (!zone.empty()) {
      size_t at = zone.find(',');
      if (trim(zone.substr(0, at)) == pivot) return true;
      zone.remove_prefix(at == std::string_view::npos ? zone.size() : at + 1);
    }
    return false;
  }
  static std::string pivot_id(const std::string& name, size_t index) {
    bool good = name != "title" && name != "all" && name[0] >= 'a' && name[0] <= 'z';
    for (char c : name)
      good = good && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    return good ? name : "pivot-" + decimal(int64_t(index) + 1);
  }

  const Element* text_element(std::string_view text) {
    Element* holder = arena_.make<Element>();
    Element* inner = arena_.make<Element>();
    holder->tag = Tag::paragraph;
    inner->tag = Tag::text;
    inner->text = arena_.copy(text);
    holder->append(inner);
    return holder;
  }
  const Element* title() {
    if (article_.title) return article_.title;
    return text_.front_title.empty() ? nullptr : text_element(text_.front_title);
  }
  Label& label(uint32_t node) {
    for (size_t i = text_.labels.size(); i-- > 0;)
      if (text_.labels[i].node == node) return text_.labels[i];
    text_.labels.push_back({node, nullptr, {}});
    return text_.labels.back();
  }

  uint32_t add(std::string id, NodeKind kind, std::vector<std::string> show) {
    uint32_t index = uint32_t(flow_.nodes.size());
    if (index >= max_nodes) {
      full_ = true;
      return index - 1;
    }
    Node node;
    node.id = std::move(id);
    node.kind = kind;
    node.show = std::move(show);
    flow_.nodes.push_back(std::move(node));
    for (Edge edge : open_) flow_.nodes[edge.node].to[edge.choice].to = index;
    open_.clear();
    return index;
  }
  void add_read(std::string id, std::vector<std::string> show, int32_t heading) {
    uint32_t node = add(std::move(id), NodeKind::read, std::move(show));
    if (full_) return;
    flow_.nodes[node].to.push_back({"next", 0});
    open_.push_back({node, 0});
    last_read_ = node;
    if (heading >= 0) text_.labels.push_back({node, article_.blocks[size_t(heading)], {}});
  }
  std::string part(uint32_t block) const {
    Tag tag = article_.blocks[block]->tag;
    std::string_view name = tag == Tag::ordered   ? "list-"
                            : tag == Tag::heading ? "heading-"
                                                  : "block-";
    return std::string(name) + decimal(number_[block]);
  }
  std::vector<std::string> take_pending() {
    std::vector<std::string> out;
    out.swap(pending_);
    return out;
  }

  void variant(const std::string& prefix, std::string_view pivot) {
    std::vector<uint32_t> blocks;
    for (uint32_t i = 0; i < article_.blocks.size(); ++i)
      if (in_zone(article_.zones[i], pivot)) blocks.push_back(i);
    Section root = read_sections(article_, blocks);
    asks_ = 0;
    prefix_ = prefix;
    if (root.lists == 0 || grain_ == Grain::whole) {
      std::vector<std::string> show;
      for (uint32_t block : blocks)
        if (article_.blocks[block]->tag != Tag::rule) show.push_back(part(block));
      add_read(prefix_ + "article", std::move(show), -1);
    } else {
      section(root, prefix_, Order::chosen);
    }
    uint32_t outcome = add(prefix_ + "outcome", NodeKind::outcome, take_pending());
    if (!full_) flow_.nodes[outcome].outcome = "read";
  }

  // Returns the heading of a section, or -1. A heading over max_title is not used, because each
  // step repeats it and the guide would be many times larger than the article.
  int32_t title_of(const Section& section) const {
    if (section.heading < 0) return -1;
    return visible_text(*article_.blocks[size_t(section.heading)]).size() <= max_title
               ? section.heading
               : -1;
  }

  // Adds the blocks directly below a heading: its lists, and the text for the next step.
  void own(const Section& section, const std::string& prefix) {
    int32_t heading = title_of(section);
    for (uint32_t block : section.own) {
      const Element& element = *article_.blocks[block];
      if (element.tag == Tag::rule) continue;
      if (element.tag != Tag::ordered) {
        pending_.push_back(part(block));
        continue;
      }
      std::string list = part(block);
      uint32_t steps = grain_ == Grain::lists ? 1 : count_items(element);
      for (uint32_t i = 1; i <= steps && !full_; ++i) {
        std::vector<std::string> show = take_pending();
        bool whole = grain_ == Grain::lists;
        show.push_back(whole ? list : list + "." + decimal(i));
        add_read(prefix + list + (whole ? "" : ".step-" + decimal(i)), std::move(show), heading);
      }
    }
  }

  // Shows a section without lists at the next step.
  void add_pending(const Section& section) {
    if (section.heading >= 0) pending_.push_back(part(uint32_t(section.heading)));
    own(section, "");
    for (const Section& child : section.children) add_pending(child);
  }

  // Alternatives are chosen by a question, or follow each other in turn.
  enum class Order : uint8_t { chosen, in_turn };

  void section(const Section& section_, const std::string& prefix, Order order) {
    if (full_) return;
    own(section_, prefix);
    size_t alternatives = 0;
    for (const Section& child : section_.children) alternatives += child.lists > 0;
    bool own_lists = std::any_of(section_.own.begin(), section_.own.end(), [&](uint32_t block) {
      return article_.blocks[block]->tag == Tag::ordered;
    });
    if (own_lists && alternatives) show_at_end();
    bool ask = alternatives > 1 && order == Order::chosen && grain_ == Grain::choices;
    if (ask) return choose(section_, prefix, alternatives);
    add_children(section_, prefix, order, alternatives);
  }

  // Shows the text between a list and the next heading at the last step of the list.
  void show_at_end() {
    if (full_) return;
    for (std::string& part : take_pending())
      flow_.nodes[last_read_].show.push_back(std::move(part));
  }

  void add_children(const Section& parent, const std::string& prefix, Order order, size_t left) {
    for (const Section& child : parent.children) {
      if (!child.lists) {
        add_pending(child);
        continue;
      }
      section(child, prefix, order);
      if (--left) show_at_end();
    }
  }

  void choose(const Section& parent, const std::string& prefix, size_t alternatives) {
    if (alternatives >= max_choices) {
      full_ = true;
      return;
    }
    ++asks_;
    std::string id = prefix + (asks_ == 1 ? "choose" : "choose-" + decimal(asks_));
    std::string all = prefix + (asks_ == 1 ? "all." : "all-" + decimal(asks_) + ".");
    uint32_t node = add(id, NodeKind::ask, take_pending());
    if (full_) return;
    label(node).title = parent.heading >= 0 ? article_.blocks[size_t(parent.heading)] : title();
    std::vector<Edge> ends;
    auto answer = [&](std::string choice) {
      open_.push_back({node, uint32_t(flow_.nodes[node].to.size())});
      flow_.nodes[node].to.push_back({std::move(choice), 0});
    };
    size_t left = alternatives;
    for (const Section& child : parent.children) {
      if (!child.lists) {
        add_pending(child);
        continue;
      }
      std::string choice = "list-" + decimal(child.first_list + 1);
      label(node).choices.push_back({choice, article_.blocks[size_t(child.heading)]});
      answer(std::move(choice));
      section(child, prefix, Order::chosen);
      if (full_) return;
      // The text after the last alternative is shown at the outcome.
      if (--left) show_at_end();
      ends.insert(ends.end(), open_.begin(), open_.end());
      open_.clear();
    }
    std::vector<std::string> after = take_pending();
    answer("all");
    add_children(parent, all, Order::in_turn, alternatives);
    pending_ = std::move(after);
    open_.insert(open_.end(), ends.begin(), ends.end());
  }

  void finish_parts() {
    std::vector<std::string> names;
    for (const Node& node : flow_.nodes)
      names.insert(names.end(), node.show.begin(), node.show.end());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<uint32_t> headings;
    for (uint32_t i = 0; i < article_.blocks.size(); ++i)
      if (article_.blocks[i]->tag == Tag::heading) headings.push_back(i);
    for (std::string& name : names) {
      Placed placed;
      size_t dash = name.find('-'), dot = name.find('.');
      auto number = [](std::string_view digits) {
        uint32_t n = 0;
        for (char c : digits) n = n * 10 + uint32_t(c - '0');
        return n;
      };
      uint32_t n = number(
          std::string_view(name).substr(dash + 1, dot == std::string::npos ? dot : dot - dash - 1));
      placed.block = (name[0] == 'l'   ? article_.lists
                      : name[0] == 'h' ? headings
                                       : article_.texts)[n - 1];
      if (dot != std::string::npos)
        placed.item = int32_t(number(std::string_view(name).substr(dot + 1))) - 1;
      placed.name = std::move(name);
      text_.parts.push_back(std::move(placed));
    }
  }

  Arena& arena_;
  const Article& article_;
  Flow& flow_;
  GuideText& text_;
  Grain grain_;
  std::vector<uint32_t> number_;      // of each block among the blocks of its kind
  std::vector<Edge> open_;            // answers that lead to the next node
  std::vector<std::string> pending_;  // parts to show at the next step
  std::string prefix_;
  uint32_t last_read_ = 0;
  int64_t asks_ = 0;
  bool full_ = false;
};

}  // namespace

void plan_unguided(Arena& arena, const Article& article, const std::string& name, Flow& flow,
                   GuideText& text) {
  for (Grain grain : {Grain::choices, Grain::steps, Grain::lists, Grain::whole}) {
    flow = {};
    flow.name = name;
    for (uint32_t list : article.lists) flow.lists.push_back(count_items(*article.blocks[list]));
    text.parts.clear();
    text.labels.clear();
    if (Planner(arena, article, flow, text, grain).run()) return;
  }
}

}  // namespace stegvis
