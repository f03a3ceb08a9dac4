// Recognizes notes, names of buttons and fields, and ways through menus in a step.
#include <algorithm>

#include "base/utf8.h"
#include "compiler/article/article.h"
#include "compiler/markdown/html.h"

namespace stegvis {
namespace {

constexpr size_t max_label = 40;   // characters of the bold word that begins a note
constexpr size_t max_button = 80;  // characters of the name of a button or field
constexpr size_t max_place = 60;   // characters of a place in a path that is not bold

size_t characters(std::string_view text) {
  size_t count = 0;
  for (char c : text) count += (uint8_t(c) & 0xc0) != 0x80;
  return count;
}

enum class Side : uint8_t { start, end };

// Returns whether a text has a colon at a side.
bool has_colon(std::string_view text, Side side) {
  for (std::string_view colon : {std::string_view(":"), std::string_view("：")}) {
    if (text.size() < colon.size()) continue;
    size_t at = side == Side::end ? text.size() - colon.size() : 0;
    if (text.substr(at, colon.size()) == colon) return true;
  }
  return false;
}

// Returns whether a paragraph is "**Word**: text" or "**Word:** text".
bool begins_with_label(const Element& paragraph) {
  const Element* bold = paragraph.first;
  while (bold && bold->tag == Tag::text && skip_space(bold->text).empty()) bold = bold->next;
  if (!bold || bold->tag != Tag::strong || !bold->next) return false;
  std::string label = visible_text(*bold);
  if (label.empty() || characters(label) > max_label) return false;
  bool inside = has_colon(trim_end(label), Side::end);
  const Element* after = bold->next;
  bool outside = after->tag == Tag::text && has_colon(skip_space(after->text), Side::start);
  if (!inside && !outside) return false;
  for (; after; after = after->next) {
    if (after->tag != Tag::text) return true;
    std::string_view rest = skip_space(after->text);
    if (rest.size() > (has_colon(rest, Side::start) ? 3u : 0u)) return true;
  }
  return false;
}

bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Returns whether a text is the separator of a path: white space, ">", white space. Only then has
// the path the same visible text as the article.
bool is_separator(std::string_view text) {
  if (text.size() < 3 || !is_gap(text[0]) || !is_gap(text.back())) return false;
  size_t at = text.find_first_not_of(" \t\n");
  return at != std::string_view::npos && text[at] == '>' &&
         text.find_first_not_of(" \t\n", at + 1) == std::string_view::npos;
}

// Returns the place between two separators in one text, " > Settings > "; empty for another text.
std::string_view middle_place(std::string_view text) {
  size_t first = text.find('>');
  size_t last = text.rfind('>');
  if (first == last || first == std::string_view::npos) return {};
  if (!is_separator(text.substr(0, first + 2)) || !is_separator(text.substr(last - 1))) return {};
  std::string_view place = text.substr(first + 1, last - first - 1);
  if (!is_gap(place[0]) || !is_gap(place.back())) return {};
  while (!place.empty() && is_gap(place[0])) place.remove_prefix(1);
  while (!place.empty() && is_gap(place.back())) place.remove_suffix(1);
  bool plain = !place.empty() && characters(place) <= max_place &&
               place.find_first_of(">.,;:!?") == std::string_view::npos;
  return plain ? place : std::string_view();
}

bool is_place(const Element& element) {
  return (element.tag == Tag::strong || element.tag == Tag::link || element.tag == Tag::emphasis ||
          element.tag == Tag::code) &&
         shows_something(element);
}

bool is_bold_place(const Element& element) {
  return element.tag == Tag::strong || element.tag == Tag::link;
}

class Step {
 public:
  explicit Step(Arena& arena) : arena_(arena) {}

  void block(Element& element) {
    switch (element.tag) {
      case Tag::paragraph:
        paths(element);
        buttons(element);
        return;
      case Tag::item: notes(element); [[fallthrough]];
      case Tag::ordered:
      case Tag::bullets:
      case Tag::quote:
      case Tag::note:
        for (Element* child = element.first; child; child = child->next) block(*child);
        return;
      default: return;
    }
  }

 private:
  // Makes notes of the paragraphs that begin with a label, except the first of the step. Two such
  // paragraphs in a row describe fields and are not notes.
  void notes(Element& item) {
    bool before = true;
    for (Element *child = item.first, *previous = nullptr; child;
         previous = child, child = child->next) {
      bool label = child->tag == Tag::paragraph && begins_with_label(*child);
      bool next_too =
          child->next && child->next->tag == Tag::paragraph && begins_with_label(*child->next);
      if (label && previous && !before && !next_too) {
        Element* inner = arena_.make<Element>();
        *inner = *child;
        inner->next = nullptr;
        child->tag = Tag::note;
        child->text = "note";
        child->first = child->last = inner;
      }
      before = label;
    }
  }

  Element* make(Tag tag, const Element& like) {
    Element* out = arena_.make<Element>();
    out->tag = tag;
    out->line = like.line;
    out->column = like.column;
    return out;
  }

  // Adds the places of one element to a path: the element itself, or the parts of a bold "A > B".
  void add_places(Element& element, Element& path) {
    Element* only = element.first;
    bool split = element.tag == Tag::strong && only && !only->next && only->tag == Tag::text;
    std::string_view text = split ? only->text : std::string_view();
    size_t at = split ? text.find(" > ") : std::string_view::npos;
    if (at == std::string_view::npos || trim(text.substr(0, at)).empty() ||
        trim(text.substr(text.rfind(" > ") + 3)).empty()) {
      path.append(&element);
      return;
    }
    while (true) {
      at = text.find(" > ");
      Element* bold = make(Tag::strong, element);
      Element* part = make(Tag::text, element);
      part->text = text.substr(0, at);
      bold->append(part);
      path.append(bold);
      if (at == std::string_view::npos) return;
      text.remove_prefix(at + 3);
    }
  }

  void paths(Element& paragraph) {
    std::vector<Element*> all;
    for (Element* child = paragraph.first; child; child = child->next) all.push_back(child);
    bool any = std::any_of(all.begin(), all.end(), [](Element* e) {
      return (e->tag == Tag::text && e->text.find('>') != std::string_view::npos) ||
             (e->tag == Tag::strong && e->first && e->first->tag == Tag::text &&
              e->first->text.find(" > ") != std::string_view::npos);
    });
    if (!any) return;
    Element out;
    for (size_t i = 0; i < all.size();) {
      size_t end = path_end(all, i);
      Element* path = make(Tag::path, *all[i]);
      if (is_place(*all[i])) {
        bool bold = false;
        for (size_t j = i; j < end; ++j) {
          bold = bold || is_bold_place(*all[j]);
          if (j % 2 == i % 2) {
            add_places(*all[j], *path);
          } else if (std::string_view place = middle_place(all[j]->text); !place.empty()) {
            Element* plain = make(Tag::text, *all[j]);
            plain->text = place;
            path->append(plain);
          }
        }
        if (bold && path->first != path->last) {
          out.append(path);
          i = end;
          continue;
        }
      }
      for (; i < end; ++i) out.append(all[i]);
    }
    paragraph.first = out.first;
    paragraph.last = out.last;
  }

  // Returns the end of the path that begins at `from`: place, separator, place...
  size_t path_end(const std::vector<Element*>& all, size_t from) {
    size_t end = from + 1;
    if (!is_place(*all[from])) return end;
    while (end + 1 < all.size() && all[end]->tag == Tag::text && is_place(*all[end + 1]) &&
           (is_separator(all[end]->text) || !middle_place(all[end]->text).empty()))
      end += 2;
    return end;
  }

  // Makes buttons of short bold texts in a sentence: they name buttons or fields.
  void buttons(Element& paragraph) {
    if (!paragraph.first || !paragraph.first->next) return;
    bool label = begins_with_label(paragraph);
    bool sentence = false;
    for (Element* child = paragraph.first; child; child = child->next)
      sentence = sentence || (child->tag != Tag::strong && shows_something(*child));
    if (!sentence) return;
    for (Element* child = paragraph.first; child; child = child->next) {
      if (child->tag != Tag::strong) continue;
      if (label) {
        label = false;
        continue;
      }
      bool plain = true;
      for (Element* inner = child->first; inner; inner = inner->next)
        plain = plain &&
                (inner->tag == Tag::text || inner->tag == Tag::code || inner->tag == Tag::emphasis);
      std::string name = visible_text(*child);
      if (plain && !name.empty() && characters(name) <= max_button &&
          name.find(". ") == std::string::npos)
        child->tag = Tag::button;
    }
  }

  Arena& arena_;
};

// The word of "[!NOTE]" and its kind of note. A quote with an unknown word is a note that keeps the
// word in its text.
struct Alert {
  std::string_view name;
  std::string_view kind;
};
constexpr Alert alerts[] = {{"NOTE", "note"},
                            {"IMPORTANT", "important"},
                            {"TIP", "tip"},
                            {"WARNING", "warning"},
                            {"CAUTION", "caution"}};

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return (x >= 'a' && x <= 'z' ? char(x - 32) : x) == y;
         });
}

// Makes a link of "> [!VIDEO https://...]", which is a film in the publishing system. The text of
// the link is the same as in the article.
void make_film(Arena& arena, Element& quote) {
  Element* paragraph = quote.first;
  if (!paragraph || paragraph->next || paragraph->tag != Tag::paragraph) return;
  Element* only = paragraph->first;
  if (!only || only->next || only->tag != Tag::text) return;
  std::string_view text = trim(only->text), start = "[!VIDEO ";
  if (text.substr(0, start.size()) != start || text.back() != ']') return;
  std::string_view address = trim(text.substr(start.size(), text.size() - start.size() - 1));
  if (!is_good_address(address) || address.substr(0, 4) != "http") return;
  Element* link = arena.make<Element>();
  link->tag = Tag::link;
  link->text = address;
  link->append(only);
  paragraph->first = paragraph->last = link;
}

void make_alert(Element& quote) {
  Element* paragraph = quote.first;
  if (!paragraph || paragraph->tag != Tag::paragraph || !paragraph->first ||
      paragraph->first->tag != Tag::text)
    return;
  std::string_view text = skip_space(paragraph->first->text);
  if (text.substr(0, 2) != "[!") return;
  size_t end = text.find(']');
  if (end == std::string_view::npos || end < 3) return;
  std::string_view word = text.substr(2, end - 2);
  if (characters(word) > 20 || word.find_first_of(" /=\"[") != std::string_view::npos) return;
  quote.tag = Tag::note;
  quote.text = "note";
  for (const Alert& alert : alerts) {
    if (!same_word(word, alert.name)) continue;
    quote.text = alert.kind;
    text.remove_prefix(end + 1);
    paragraph->first->text = skip_space(text);
    if (paragraph->first->text.empty()) paragraph->first = paragraph->first->next;
    if (paragraph->first && paragraph->first->tag == Tag::line_break)
      paragraph->first = paragraph->first->next;
    if (!paragraph->first) quote.first = paragraph->next;
    if (!quote.first) quote.last = nullptr;
    return;
  }
}

}  // namespace

void understand_step(Arena& arena, Element& item) { Step(arena).block(item); }

void understand_notes(Arena& arena, Element& parent) {
  Element* previous = nullptr;
  for (Element* child = parent.first; child; child = child->next) {
    if (is_inline(child->tag)) return;
    if (child->tag == Tag::quote) make_film(arena, *child), make_alert(*child);
    understand_notes(arena, *child);
    bool empty = child->tag == Tag::note && !shows_something(*child);
    if (!empty) {
      previous = child;
      continue;
    }
    (previous ? previous->next : parent.first) = child->next;
    if (parent.last == child) parent.last = previous;
  }
}

}  // namespace stegvis
