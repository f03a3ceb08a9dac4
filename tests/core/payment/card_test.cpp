// Card numbers and security codes: brands, and the format of a number while it is typed.
#include "payment/card.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "payment/brands.h"

namespace stegvis {
namespace {

// A text field. Tests write its text with a bar at the caret: "4111| 1".
struct Typing {
  char buffer[64] = {};
  uint32_t length = 0, caret = 0;
  Formatted (*format)(char*, uint32_t, uint32_t, uint32_t);

  explicit Typing(Formatted (*how)(char*, uint32_t, uint32_t, uint32_t)) : format(how) {}
  void set(std::string text) {
    caret = uint32_t(text.find('|'));
    text.erase(caret, 1);
    length = uint32_t(text.size());
    memcpy(buffer, text.data(), length);
    reformat();
  }
  void reformat() {
    Formatted formatted = format(buffer, length, sizeof buffer, caret);
    length = formatted.length;
    caret = formatted.caret;
  }
  void type(std::string_view text) {
    for (char c : text) {
      memmove(buffer + caret + 1, buffer + caret, length - caret);
      buffer[caret++] = c;
      ++length;
      reformat();
    }
  }
  void backspace() {
    if (caret == 0) return;
    memmove(buffer + caret - 1, buffer + caret, length - caret);
    --caret;
    --length;
    reformat();
  }
  std::string shown() const {
    std::string text(buffer, length);
    return text.insert(caret, "|");
  }
};

TEST(CardFormat, GroupsAsTheBrandPrintsItWhileItIsTyped) {
  Typing visa(format_card_number);
  visa.type("4111");
  EXPECT_EQ(visa.shown(), "4111|");
  visa.type("1");
  EXPECT_EQ(visa.shown(), "4111 1|");
  visa.type("11111111111");
  EXPECT_EQ(visa.shown(), "4111 1111 1111 1111|");
  Typing amex(format_card_number);
  amex.type("378282246310005");
  EXPECT_EQ(amex.shown(), "3782 822463 10005|");
  Typing diners(format_card_number);
  diners.type("30569309025904");
  EXPECT_EQ(diners.shown(), "3056 930902 5904|");
  Typing air(format_card_number);
  air.type("135412345678911");
  EXPECT_EQ(air.shown(), "1354 12345 678911|");
  Typing maestro(format_card_number);
  maestro.type("6759649826438453127");
  EXPECT_EQ(maestro.shown(), "6759 6498 2643 8453 127|");
}

TEST(CardFormat, BackspaceGoesThroughTheSpacesToTheStart) {
  Typing typing(format_card_number);
  typing.type("4111111111111111");
  for (int presses = 0; typing.length > 0; ++presses) {
    ASSERT_LT(presses, 20) << typing.shown();
    typing.backspace();
  }
  EXPECT_EQ(typing.shown(), "|");
}

TEST(CardFormat, TheCaretStaysBehindTheSameDigit) {
  Typing typing(format_card_number);
  typing.set("4111 |1111");
  EXPECT_EQ(typing.shown(), "4111| 1111");
  typing.type("2");
  EXPECT_EQ(typing.shown(), "4111 2|111 1");
  typing.backspace();
  EXPECT_EQ(typing.shown(), "4111| 1111");
  typing.set("|4111 1111");
  EXPECT_EQ(typing.shown(), "|4111 1111");
}

TEST(CardFormat, PastedDigitsOfAnyScriptBecomeAsciiAndTheRestIsCleared) {
  Typing typing(format_card_number);
  typing.set("４１１１-１１１１|");
  EXPECT_EQ(typing.shown(), "4111 1111|");
  for (uint32_t i = typing.length; i < sizeof typing.buffer; ++i) EXPECT_EQ(typing.buffer[i], 0);
}

TEST(CardFormat, LeavesWhatIsNoNumberAsItWasTyped) {
  Typing typing(format_card_number);
  typing.set("4111x11|11");
  EXPECT_EQ(typing.shown(), "4111x11|11");
}

TEST(CardFormat, NeverWritesPastTheBuffer) {
  char buffer[12] = {};
  memcpy(buffer, "4111111111", 10);
  buffer[10] = buffer[11] = '#';
  Formatted formatted = format_card_number(buffer, 10, 10, 10);
  EXPECT_EQ(std::string(buffer, formatted.length), "4111111111");
  EXPECT_EQ(formatted.caret, 10u);
  EXPECT_EQ(buffer[10], '#');
}

TEST(CardFormat, ChangesNoVerdict) {
  for (std::string number : {"4111111111111111", "378282246310005", "36148900647913", "622", "6",
                             "", "4111111111111112", "5019717010103742"})
    for (size_t size = 0; size <= number.size(); ++size) {
      char buffer[64] = {};
      memcpy(buffer, number.data(), size);
      CardCheck before = check_card_number({buffer, size});
      Formatted formatted = format_card_number(buffer, uint32_t(size), 64, uint32_t(size));
      CardCheck after = check_card_number({buffer, formatted.length});
      EXPECT_EQ(before.verdict.code, after.verdict.code);
      EXPECT_EQ(before.brand, after.brand);
      EXPECT_EQ(formatted.caret, formatted.length);
    }
}

TEST(ExpiryFormat, PutsTheSlashInAsSoonAsItsPlaceIsCertain) {
  struct Case {
    const char *typed, *shown;
  };
  for (Case c : {Case{"1", "1|"},
                 {"12", "12|"},
                 {"123", "12/3|"},
                 {"1230", "12/30|"},
                 {"330", "3/30|"},
                 {"13", "1/3|"},
                 {"130", "1/30|"},
                 {"0130", "01/30|"},
                 {"127", "127|"},
                 {"2030", "2030|"},
                 {"20301", "2030-1|"},
                 {"203012", "2030-12|"},
                 {"12/30", "12/30|"},
                 {"12 / 30", "12 / 30|"},
                 {"2030-12", "2030-12|"}}) {
    Typing typing(format_expiry);
    typing.type(c.typed);
    EXPECT_EQ(typing.shown(), c.shown) << c.typed;
  }
}

TEST(ExpiryFormat, BackspaceGoesThroughTheSlash) {
  Typing typing(format_expiry);
  typing.type("1230");
  typing.backspace();
  typing.backspace();
  EXPECT_EQ(typing.shown(), "12/|");
  typing.backspace();
  EXPECT_EQ(typing.shown(), "12|");
}

TEST(ExpiryFormat, WritesDigitsAndSignsOfAnyScriptInAscii) {
  Typing typing(format_expiry);
  typing.set("１２／３０|");
  EXPECT_EQ(typing.shown(), "12/30|");
  typing.set("１２３０|");
  EXPECT_EQ(typing.shown(), "12/30|");
  typing.set("12x3|");
  EXPECT_EQ(typing.shown(), "12x3|");
}

TEST(Brands, AreDecidedByTheLongestPrefix) {
  EXPECT_EQ(brands_of(4, 1).brand, nullptr);
  EXPECT_EQ(brands_of(41, 2).brand, find_brand("visa"));
  EXPECT_EQ(brands_of(457393, 6).brand, find_brand("elo"));
  EXPECT_EQ(brands_of(65, 2).brand, nullptr);
  EXPECT_EQ(brands_of(6521, 4).brand, find_brand("rupay"));
  EXPECT_EQ(brands_of(63737423, 8).brand, find_brand("hiper"));
  EXPECT_EQ(brands_of(63737424, 8).brand, find_brand("maestro"));
  EXPECT_FALSE(brands_of(79, 2).any);
}

// Every beginning of a brand's numbers can be typed on, digit by digit, to a valid number of each
// length that the brand has.
TEST(Brands, EveryPrefixOfEveryLengthOfEveryBrandIsPossible) {
  for (uint32_t start = 10000000; start < 100000000; start += 3331) {
    Brands brands = brands_of(start, 8);
    if (!brands.brand) continue;
    for (uint32_t length = 12; length <= 19; ++length) {
      if (!brands.brand->takes(length)) continue;
      std::string number = std::to_string(start) + std::string(length - 9, '7');
      for (char last = '0'; last <= '9'; ++last)
        if (check_card_number(number + last).verdict.standing == Standing::valid) {
          number += last;
          break;
        }
      ASSERT_EQ(number.size(), length) << "no check digit fits";
      for (size_t size = 1; size < length; ++size)
        ASSERT_NE(check_card_number(number.substr(0, size)).verdict.standing, Standing::invalid)
            << number.substr(0, size);
    }
  }
}

TEST(SecurityCode, TakesBothLengthsWhereTheBrandIsNotKnown) {
  EXPECT_EQ(check_security_code("123", "").standing, Standing::valid);
  EXPECT_EQ(check_security_code("1234", "").standing, Standing::valid);
  EXPECT_EQ(check_security_code("12", "").code, "security-code-short");
  EXPECT_EQ(check_security_code("12345", "").code, "security-code-long");
  EXPECT_EQ(check_security_code("1234", 4, 4).standing, Standing::valid);
}

TEST(CardNumber, NamesTheCharacterThatIsWrongAndNoOther) {
  Verdict verdict = check_card_number("4111 1111_1111").verdict;
  EXPECT_EQ(verdict.code, "card-number-character");
  EXPECT_EQ(verdict.args.dump(), "{\"character\":\"_\"}");
  EXPECT_EQ(check_card_number(std::string_view("4111111111111111\0", 17)).verdict.code,
            "card-number-character");
  EXPECT_EQ(check_card_number("41\xff").verdict.args.dump(), "{\"character\":\"\xef\xbf\xbd\"}");
}

}  // namespace
}  // namespace stegvis
