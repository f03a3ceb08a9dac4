// Memory for one article: taken piece by piece, given back as a whole. cmark and our tree live in
// the same one, so that text is never copied out of cmark's nodes.
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

  // `size` bytes, aligned to 16 and zeroed.
  void* take(size_t size);
  // The piece, grown to `size` bytes: in place where it was the last one taken.
  void* grow(void* piece, size_t old_size, size_t size);
  std::string_view keep(std::string_view text);
  template <class T>
  T* make() {
    return new (take(sizeof(T))) T();
  }
  // Forgets all pieces. One chunk of at most 1 MB stays for the next article.
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
