#include "payment/bank.h"
#include "payment/typed.h"

namespace stegvis {

Formatted format_bank_digits(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret,
                             uint32_t group, uint32_t max_digits) {
  std::string_view typed(buffer, length);
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    if (digit_of(character) < 0 && !is_blank(character) && !is_dash(character))
      return {length, caret};
  }
  // An ASCII digit is never longer than the digit it replaces, so the digits can move to the front
  // of the same buffer.
  typed = {buffer, length};
  uint32_t before = 0, count = 0;
  while (!typed.empty()) {
    uint32_t at = uint32_t(typed.data() - buffer);
    int32_t digit = digit_of(next_typed(typed));
    if (digit < 0) continue;
    if (at < caret) ++before;
    buffer[count++] = char('0' + digit);
  }
  uint32_t gaps = group && count && count <= max_digits ? (count - 1) / group : 0;
  if (count + gaps > capacity) gaps = 0;
  for (uint32_t i = count, to = count + gaps; gaps && i-- > 0;) {
    buffer[--to] = buffer[i];
    if (i && i % group == 0) buffer[--to] = '-';
  }
  for (uint32_t i = count + gaps; i < length; ++i) buffer[i] = 0;
  return {count + gaps, gaps && before ? before + (before - 1) / group : before};
}

}  // namespace stegvis
