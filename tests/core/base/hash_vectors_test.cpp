// The hash over tests/vectors/siphash.jsonl: the page computes the same ones (tests/unit/storage).
#include <gtest/gtest.h>

#include "base/hash.h"
#include "payment/payment_tables.h"

namespace stegvis {
namespace {

std::string from_hex(const std::string& hex) {
  std::string bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes.push_back(char(std::stoi(hex.substr(i, 2), nullptr, 16)));
  return bytes;
}

TEST(Hash, IsTheOneOfTheVectors) {
  std::vector<Json> vectors = read_lines("tests/vectors/siphash.jsonl");
  ASSERT_FALSE(vectors.empty());
  for (const Json& vector : vectors)
    EXPECT_EQ(hex16(siphash(from_hex(vector["bytes"].string()))), vector["hash"].string())
        << vector["bytes"].string();
}

}  // namespace
}  // namespace stegvis
