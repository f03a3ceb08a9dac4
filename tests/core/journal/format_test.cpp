// core/journal/FORMAT.md: its example is a journal, byte for byte.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "guide/operation.h"
#include "journal/journal.h"

namespace stegvis {
namespace {

// The bytes of the page's last block: two hexadecimal digits a byte.
std::string example() {
  std::ifstream file(STEGVIS_ROOT "/core/journal/FORMAT.md");
  std::string line, block;
  bool inside = false;
  while (std::getline(file, line)) {
    if (line == "```") {
      inside = !inside;
      if (inside) block.clear();
    } else if (inside) {
      block += line + " ";
    }
  }
  std::string bytes;
  for (size_t at = 0; at + 1 < block.size(); at += 3)
    bytes.push_back(char(std::stoi(block.substr(at, 2), nullptr, 16)));
  return bytes;
}

TEST(Format, TheExampleIsAJournal) {
  std::string bytes = example();
  Scan scan = scan_journal(bytes);
  EXPECT_TRUE(scan.stopped);
  EXPECT_EQ(scan.bytes, bytes.size());
  ASSERT_EQ(scan.payloads.size(), 2u);
  auto header = Json::parse(scan.payloads[0]);
  ASSERT_TRUE(header);
  EXPECT_EQ((*header)["journal"].integer(), journal_version);
  EXPECT_EQ((*header)["kind"].string(), "account");
  auto operation = Json::parse(scan.payloads[1]);
  ASSERT_TRUE(operation);
  auto decoded = decode_operation(*operation);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->name, "replace-all");
  EXPECT_EQ(
      encode_record(0, scan.payloads[0]) + encode_record(1, encode_operation(*decoded).dump()),
      bytes);
}

TEST(Format, EveryMemberOfTheExampleIsNamed) {
  std::ifstream file(STEGVIS_ROOT "/core/journal/FORMAT.md");
  std::string page((std::istreambuf_iterator<char>(file)), {});
  std::string bytes = example();
  for (std::string_view payload : scan_journal(bytes).payloads) {
    auto json = Json::parse(payload);
    ASSERT_TRUE(json);
    for (const std::string& member : json->keys())
      EXPECT_NE(page.find("| `" + member + "` |"), std::string::npos) << member;
  }
}

}  // namespace
}  // namespace stegvis
