#include "compiler/markdown/arena.h"

#include <algorithm>
#include <cstring>

namespace stegvis {
namespace {

constexpr size_t first_chunk = size_t(256) << 10;
constexpr size_t max_reused_chunk = size_t(1) << 20;
constexpr size_t rounded(size_t size) { return (size + 15) & ~size_t(15); }

}  // namespace

void* Arena::take(size_t size) {
  size = rounded(std::max<size_t>(size, 1));
  if (size_t(end_ - at_) < size) {
    size_t next =
        chunks_.empty() ? first_chunk : std::min(chunks_.back().size * 2, max_reused_chunk * 16);
    Chunk chunk;
    chunk.size = std::max(next, size);
    // take() sets each piece to zero, so the chunk is not set to zero here.
    chunk.bytes.reset(new char[chunk.size]);
    at_ = chunk.bytes.get();
    end_ = at_ + chunk.size;
    chunks_.push_back(std::move(chunk));
  }
  char* piece = at_;
  at_ += size;
  std::memset(piece, 0, size);
  return piece;
}

void* Arena::grow(void* piece, size_t old_size, size_t size) {
  char* old = static_cast<char*>(piece);
  if (old && old + rounded(old_size) == at_ && size_t(end_ - old) >= rounded(size)) {
    at_ = old + rounded(size);
    if (size > old_size) std::memset(old + old_size, 0, size - old_size);
    return old;
  }
  void* grown = take(size);
  if (old) std::memcpy(grown, old, std::min(old_size, size));
  return grown;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* piece = static_cast<char*>(take(text.size()));
  std::memcpy(piece, text.data(), text.size());
  return {piece, text.size()};
}

void Arena::clear() {
  if (chunks_.empty()) return;
  auto fits = [](const Chunk& a, const Chunk& b) {
    return (a.size <= max_reused_chunk ? a.size : 0) < (b.size <= max_reused_chunk ? b.size : 0);
  };
  Chunk largest = std::move(*std::max_element(chunks_.begin(), chunks_.end(), fits));
  chunks_.clear();
  if (largest.size > max_reused_chunk) {
    at_ = end_ = nullptr;
    return;
  }
  at_ = largest.bytes.get();
  end_ = at_ + largest.size;
  chunks_.push_back(std::move(largest));
}

}  // namespace stegvis
