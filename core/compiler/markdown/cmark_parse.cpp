#include "compiler/markdown/cmark_parse.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <csetjmp>

#include "base/utf8.h"

namespace stegvis {
namespace {

// cmark's allocator has no argument for the arena, so a variable of the thread has it. A request
// above the bound leaves cmark by longjmp, which is safe because cmark's functions are C and own
// nothing outside the arena.
struct Heap {
  Arena* arena = nullptr;
  size_t taken = 0;
  jmp_buf full;
};
thread_local Heap heap;

struct alignas(16) Header {
  size_t size;
};

void charge(size_t size) {
  heap.taken += size;
  if (heap.taken > max_parse_bytes) longjmp(heap.full, 1);
}

void* take(size_t count, size_t size) {
  if (size && count > max_parse_bytes / size) longjmp(heap.full, 1);
  charge(count * size);
  auto* header = static_cast<Header*>(heap.arena->take(sizeof(Header) + count * size));
  header->size = count * size;
  return header + 1;
}

void* grow(void* piece, size_t size) {
  if (!piece) return take(1, size);
  Header* header = static_cast<Header*>(piece) - 1;
  if (size <= header->size) return piece;
  if (size > max_parse_bytes) longjmp(heap.full, 1);
  charge(size - header->size);
  size_t old = header->size;
  header =
      static_cast<Header*>(heap.arena->grow(header, sizeof(Header) + old, sizeof(Header) + size));
  header->size = size;
  return header + 1;
}

void give_back(void*) {}

cmark_mem memory = {take, grow, give_back};

// cmark's list of extensions is global. The first thread fills it, and other threads wait for that.
cmark_syntax_extension* tables() {
  static cmark_syntax_extension* const found = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  return found;
}

cmark_node* parse(std::string_view markdown, bool valid) {
  cmark_syntax_extension* table = tables();
  if (setjmp(heap.full)) return nullptr;
  int options = CMARK_OPT_DEFAULT | (valid ? 0 : CMARK_OPT_VALIDATE_UTF8);
  cmark_parser* parser = cmark_parser_new_with_mem(options, &memory);
  cmark_parser_attach_syntax_extension(parser, table);
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  return cmark_parser_finish(parser);
}

}  // namespace

Result<cmark_node*> cmark_parse(Arena& arena, std::string_view markdown) {
  heap.arena = &arena;
  heap.taken = 0;
  cmark_node* document = parse(markdown, utf8_valid(markdown));
  if (!document)
    return Error{Code::article_cost, "", 1, 1, "reading it would take more than 256 MB"};
  return document;
}

}  // namespace stegvis
