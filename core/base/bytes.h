// Whole numbers and texts as bytes, little-endian, for journals and snapshots.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace stegvis {

// Appends the lowest `count` bytes of a number.
void put_number(std::string& out, uint64_t value, size_t count);
// Appends a text of at most 65,535 bytes behind its length in 2 bytes.
void put_text(std::string& out, std::string_view text);

// Reads what those wrote. After the end, or for a number that is too large for its place, every further
// result is 0 or empty and ok() is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  uint64_t number(size_t count);
  // A number below `bound`.
  uint32_t below(uint64_t bound, size_t count);
  std::string_view text();
  // The next bytes, to be read at once.
  std::string_view take(size_t count);
  size_t left() const { return rest_.size(); }
  bool ok() const { return ok_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

// The number that bytes hold from `at` on; they must be there.
uint64_t number_at(std::string_view bytes, size_t at, size_t count);

}  // namespace stegvis
