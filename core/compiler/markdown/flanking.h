// Asterisks in scripts that write no spaces between words.
//
// CommonMark lets no "**" close between punctuation and a letter, because it takes a space there
// for granted. Japanese, Chinese, Thai and others have none there, so the asterisks would stay
// visible. Here such a run may both open and close, as the sites that these articles come from show
// it (rules: github.com/tats-u/markdown-cjk-friendly, as of 2026-11).
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/markdown/arena.h"

namespace stegvis {

class Flanks {
 public:
  // Returns the Markdown with a private letter on both sides of each such run, so that cmark finds
  // letters there; the same text if it has no such run, or already has that letter.
  std::string_view add(Arena& arena, std::string_view markdown);

  // Removes the private letters from what cmark has read.
  std::string_view remove(Arena& arena, std::string_view text) const;

  // Returns the column of the source for a column of the Markdown with the letters; both in bytes,
  // and lines and columns from 1.
  uint32_t column(uint32_t line, uint32_t column) const;

 private:
  struct Letter {
    uint32_t line, column;
  };
  std::vector<Letter> letters_;  // in order
};

}  // namespace stegvis
