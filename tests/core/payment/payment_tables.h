// The tables of core/payment, read from the source tree for the tests.
#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "payment/address.h"
#include "payment/bank.h"

namespace stegvis {

inline std::string read_file(const std::string& path) {
  std::ifstream file(std::string(STEGVIS_ROOT "/") + path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Reads a file with one JSON value on each line.
inline std::vector<Json> read_lines(const std::string& path) {
  std::istringstream text(read_file(path));
  std::vector<Json> values;
  for (std::string line; std::getline(text, line);) {
    Result<Json> json = Json::parse(line);
    EXPECT_TRUE(json) << path << ": " << line;
    if (json) values.push_back(*json);
  }
  return values;
}

inline const AddressBook& address_book() {
  static const Result<AddressBook> book =
      AddressBook::load(read_file("core/payment/data/address.txt"));
  EXPECT_TRUE(book) << book.error().where << ": " << book.error().detail;
  return *book;
}

inline const BankBook& bank_book() {
  static const Result<BankBook> book = BankBook::load(read_file("core/payment/data/bank.txt"));
  EXPECT_TRUE(book) << book.error().detail;
  return *book;
}

}  // namespace stegvis
