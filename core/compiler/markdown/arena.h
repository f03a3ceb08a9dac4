// Memory for one article: allocated piece by piece and released as a whole. cmark's tree and ours
// are in the same arena, so our elements can refer to the text of cmark's nodes without a copy.
#pragma once
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace stegvis {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Allocates `size` bytes, aligned to 16 and set to zero.
  void* take(size_t size);
  // Returns a piece with `size` bytes and the content of the old one: in place if the old one is
  // the last piece of the arena, else a new one.
  void* grow(void* piece, size_t old_size, size_t size);
  // Copies a text into the arena.
  std::string_view copy(std::string_view text);
  template <class T>
  T* make() {
    return new (take(sizeof(T))) T();
  }
  // Releases all pieces. One chunk of at most 1 MB stays allocated for the next article.
  void clear();

 private:
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    size_t size = 0;
  };
  std::vector<Chunk> chunks_;
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace stegvis
