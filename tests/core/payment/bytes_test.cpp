// Any typed bytes get a verdict from every check, and no format function writes outside its buffer.
#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "payment/card.h"
#include "payment/expiry.h"
#include "payment/name.h"
#include "payment_tables.h"

namespace stegvis {
namespace {

// Pseudo-random bytes from a fixed seed: mostly digits, letters and separators, some broken UTF-8.
struct Bytes {
  uint64_t state = 20261123;
  uint32_t below(uint32_t limit) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return uint32_t(state >> 33) % limit;
  }
  std::string text() {
    constexpr std::string_view usual = "0123456789 -/.GBNO411";
    std::string bytes;
    for (uint32_t i = below(40); i > 0; --i) {
      switch (below(8)) {
        case 0: bytes += char(below(256)); break;
        case 1:
          bytes += "\xef\xbc";  // a full-width digit, whole or broken
          bytes += char(0x90 + below(12));
          break;
        default: bytes += usual[below(uint32_t(usual.size()))];
      }
    }
    return bytes;
  }
};

TEST(AnyBytes, GetAVerdictWithACodeUnlessTheyAreValid) {
  Bytes bytes;
  Day today = *parse_day("2026-11-23");
  constexpr const char* countries[] = {"NO", "GB", "US", "IE", "JP", "LV", "QQ", ""};
  for (int i = 0; i < 20000; ++i) {
    std::string text = bytes.text();
    for (const Verdict& verdict :
         {check_card_number(text).verdict, check_security_code(text, "visa"),
          check_expiry(text, today).verdict, check_cardholder_name(text),
          check_iban(text, &bank_book()).verdict, check_bic(text), check_us_routing(text),
          check_uk_account(text, &bank_book()),
          check_uk_account_number(text, "089999", &bank_book()), check_au_bsb(text),
          check_ca_transit(text), check_account_number(text, "US"),
          address_book().check(countries[i % 8], "postal-code", text),
          address_book().check(countries[i % 8], "region", text)}) {
      ASSERT_EQ(verdict.code.empty(), verdict.standing == Standing::valid);
      ASSERT_TRUE(Json::parse(verdict.args.dump()));
    }
  }
}

TEST(AnyBytes, AreFormattedWithinTheirBufferAndOnceIsEnough) {
  Bytes bytes;
  for (int i = 0; i < 20000; ++i) {
    std::string text = bytes.text();
    for (auto format : {format_card_number, format_expiry, format_iban}) {
      char buffer[160];
      memset(buffer, '#', sizeof buffer);
      memcpy(buffer, text.data(), text.size());
      uint32_t capacity = uint32_t(text.size()) + bytes.below(8);
      Formatted once =
          format(buffer, uint32_t(text.size()), capacity, bytes.below(uint32_t(text.size()) + 1));
      ASSERT_LE(once.length, capacity);
      ASSERT_LE(once.caret, once.length);
      for (uint32_t at = capacity; at < sizeof buffer; ++at) ASSERT_EQ(buffer[at], '#');
      std::string shown(buffer, once.length);
      Formatted twice = format(buffer, once.length, capacity, once.caret);
      ASSERT_EQ(std::string(buffer, twice.length), shown);
      ASSERT_EQ(twice.caret, once.caret);
    }
  }
}

}  // namespace
}  // namespace stegvis
