#include "payment/name.h"

#include "payment/typed.h"

namespace stegvis {

namespace {

constexpr uint32_t max_characters = 255;
constexpr uint32_t min_card_digits = 12;  // of the shortest card numbers

// Returns whether a character is a space, a sign or punctuation. Every other one that is not a
// digit counts as a letter.
bool is_sign(char32_t c) {
  if (c < 0x80) return letter_of(c) == 0;
  return is_blank(c) || is_dash(c) ||
         (c >= 0x80 && c <= 0xbf && c != 0xaa && c != 0xb5 && c != 0xba) || c == 0xd7 ||
         c == 0xf7 || c == 0x66b || c == 0x66c || c == 0x60c || c == 0x6d4 ||
         (c >= 0x2000 && c <= 0x206f) || (c >= 0x2190 && c <= 0x2bff) ||
         (c >= 0x3000 && c <= 0x3004) || (c >= 0x3007 && c <= 0x3020) || c == 0x30fb ||
         (c >= 0xfe10 && c <= 0xfe6b) || (c >= 0xff00 && c <= 0xff0f) ||
         (c >= 0xff1a && c <= 0xff20) || (c >= 0xff3b && c <= 0xff40) ||
         (c >= 0xff5b && c <= 0xff65) || (c >= 0xfff0 && c <= 0xffff) ||
         (c >= 0x1f000 && c <= 0x1faff);
}

}  // namespace

Verdict check_cardholder_name(std::string_view typed) {
  uint32_t characters = 0, run = 0, longest = 0;
  bool has_letter = false, has_visible = false;
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    ++characters;
    bool control = (character < 0x20 && character != '\t') || character == 0x7f ||
                   (character >= 0x80 && character < 0xa0) || character == 0xfffd;
    if (control) return culprit("cardholder-name-character", character);
    if (digit_of(character) >= 0) {
      has_visible = true;
      if (++run > longest) longest = run;
      continue;
    }
    has_visible |= !is_blank(character);
    if (is_sign(character)) continue;
    has_letter = true;
    run = 0;
  }
  if (!has_visible) return verdict_of(Standing::possible, "cardholder-name-empty");
  if (longest >= min_card_digits) return verdict_of(Standing::invalid, "cardholder-name-number");
  if (characters > max_characters) {
    Verdict verdict = verdict_of(Standing::invalid, "cardholder-name-long");
    verdict.args.set("most", max_characters);
    return verdict;
  }
  if (!has_letter) return verdict_of(Standing::possible, "cardholder-name-letters");
  return {};
}

}  // namespace stegvis
