#include "compiler/article/article.h"

#include <algorithm>

#include "base/utf8.h"

namespace stegvis {
namespace {

// A list that a later list can continue.
struct OpenList {
  size_t block = size_t(-1);  // its index; -1: no list is open
  int32_t next = 0;           // the number that continues it
  bool all_ones = false;      // every step so far has the number 1
};

struct Numbering {
  uint32_t count = 0;
  bool all_ones = true;
};

Numbering numbering(const Element& list) {
  Numbering out;
  for (const Element* item = list.first; item; item = item->next) {
    ++out.count;
    out.all_ones = out.all_ones && item->level == 1;
  }
  return out;
}

// Joins lists that a block without an indent split in two. The blocks between them become part of
// the step before them. The second list continues the first if its number is the next one, or if
// every step of both has the number 1.
void join_lists(Article& article) {
  std::vector<Element*> blocks;
  std::vector<std::string_view> zones;
  OpenList open;
  for (size_t i = 0; i < article.blocks.size(); ++i) {
    Element* block = article.blocks[i];
    bool known = open.block != size_t(-1);
    if (block->tag == Tag::heading || (known && article.zones[i] != zones[open.block])) open = {};
    if (block->tag == Tag::ordered) {
      Numbering own = numbering(*block);
      bool goes_on = open.block != size_t(-1) &&
                     (block->start == open.next || (open.all_ones && own.all_ones));
      if (goes_on) {
        Element* list = blocks[open.block];
        for (size_t j = open.block + 1; j < blocks.size(); ++j) list->last->append(blocks[j]);
        blocks.resize(open.block + 1);
        zones.resize(open.block + 1);
        list->last->next = block->first;
        list->last = block->last;
        open.next += int32_t(own.count);
        open.all_ones = open.all_ones && own.all_ones;
        continue;
      }
      open = {blocks.size(), block->start + int32_t(own.count), own.all_ones};
    }
    blocks.push_back(block);
    zones.push_back(article.zones[i]);
  }
  article.blocks = std::move(blocks);
  article.zones = std::move(zones);
}

// Sets the level at which each heading is shown. A bold paragraph is one level below the heading
// before it.
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
      // Text between the bold parts is white space; after them one punctuation character of any
      // script can follow.
      std::string_view rest = trim(child->text);
      size_t length = utf8_length(rest);
      char32_t character = length && length == rest.size() ? utf8_decode(rest, length) : 0;
      bool stop =
          std::u32string_view(U".:!?。：！？۔؟।．։").find(character) != std::u32string_view::npos;
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
