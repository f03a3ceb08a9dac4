#include "compiler/article/article.h"

#include <algorithm>

#include "base/utf8.h"

namespace stegvis {
namespace {

bool all_ones(const Element& list) {
  for (const Element* item = list.first; item; item = item->next)
    if (item->level != 1) return false;
  return true;
}

// Whether the numbering of `first` goes on in `second`: with the next number, or with "1." where
// every step is numbered "1.".
bool goes_on(const Element& first, const Element& second) {
  int32_t next = first.start + int32_t(count_items(first));
  return second.start == next || (all_ones(first) && all_ones(second));
}

// Joins lists that a block without an indent broke in two: what stands between becomes part of the
// last step before it.
void join_lists(Article& article) {
  std::vector<Element*> blocks;
  std::vector<std::string_view> zones;
  size_t list = size_t(-1);  // where the list that may go on stands in `blocks`
  for (size_t i = 0; i < article.blocks.size(); ++i) {
    Element* block = article.blocks[i];
    if (block->tag == Tag::heading) list = size_t(-1);
    if (block->tag == Tag::ordered) {
      bool same = list != size_t(-1) && zones[list] == article.zones[i] &&
                  std::all_of(zones.begin() + long(list), zones.end(),
                              [&](std::string_view zone) { return zone == zones[list]; });
      if (same && goes_on(*blocks[list], *block)) {
        Element* into = blocks[list];
        for (size_t j = list + 1; j < blocks.size(); ++j) into->last->append(blocks[j]);
        blocks.resize(list + 1);
        zones.resize(list + 1);
        into->last->next = block->first;
        into->last = block->last;
        continue;
      }
      list = blocks.size();
    }
    blocks.push_back(block);
    zones.push_back(article.zones[i]);
  }
  article.blocks = std::move(blocks);
  article.zones = std::move(zones);
}

// The level that a heading is shown at: a bold paragraph stands one below the heading before it.
void set_shown_levels(Article& article) {
  int32_t above = 1;
  for (Element* block : article.blocks) {
    if (block->tag != Tag::heading) continue;
    if (block->level < 7) above = block->level;
    block->start = block->level < 7 ? block->level : std::min(above + 1, 6);
  }
}

}  // namespace

uint32_t count_items(const Element& list) {
  uint32_t count = 0;
  for (const Element* item = list.first; item; item = item->next) ++count;
  return count;
}

bool make_heading(Element& paragraph) {
  Element children;
  bool bold = false;
  for (Element *child = paragraph.first, *next; child; child = next) {
    next = child->next;
    if (child->tag == Tag::strong) {
      bold = bold || shows_something(*child);
    } else if (child->tag == Tag::text) {
      // White space, and at most one mark after the bold text: a full stop or a colon of some
      // script.
      std::string_view rest = trim(child->text);
      size_t length = utf8_length(rest);
      char32_t mark = length && length == rest.size() ? utf8_decode(rest, length) : 0;
      bool stop = mark == '.' || mark == ':' || mark == 0x3002 || mark == 0xff1a || mark == 0x6d4 ||
                  mark == 0x964 || mark == 0xff0e || mark == 0x589;
      if (!rest.empty() && !(stop && bold && !next)) return false;
    } else if (child->tag != Tag::line_break) {
      return false;
    }
  }
  if (!bold) return false;
  for (Element *child = paragraph.first, *next; child; child = next) {
    next = child->next;
    if (child->tag != Tag::strong) {
      children.append(child);
      continue;
    }
    for (Element *inner = child->first, *after; inner; inner = after) {
      after = inner->next;
      children.append(inner);
    }
  }
  paragraph.first = children.first;
  paragraph.last = children.last;
  paragraph.tag = Tag::heading;
  paragraph.level = 7;
  return true;
}

Article understand(Arena& arena, const Document& document) {
  Article article;
  understand_notes(arena, *document.root);
  std::string_view zone;
  for (Element *block = document.root->first, *next; block; block = next) {
    next = block->next;
    block->next = nullptr;
    if (block->tag == Tag::zone) {
      zone = block->text;
      continue;
    }
    bool title = article.blocks.empty() && !article.title && zone.empty() &&
                 block->tag == Tag::heading && block->level == 1;
    if (title) {
      article.title = block;
      continue;
    }
    if (block->tag == Tag::paragraph) make_heading(*block);
    article.blocks.push_back(block);
    article.zones.push_back(zone);
  }
  join_lists(article);
  set_shown_levels(article);
  for (uint32_t i = 0; i < article.blocks.size(); ++i) {
    Element* block = article.blocks[i];
    if (block->tag == Tag::ordered) {
      article.lists.push_back(i);
      for (Element* item = block->first; item; item = item->next) {
        understand_step(arena, *item);
        ++article.steps;
      }
    } else if (block->tag != Tag::heading && block->tag != Tag::rule) {
      article.texts.push_back(i);
    }
  }
  return article;
}

}  // namespace stegvis
