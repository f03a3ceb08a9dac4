#include "compiler/messages/fluent.h"

#include "base/utf8.h"
#include "compiler/messages/fluent_patterns.h"

namespace stegvis {
namespace {

constexpr size_t max_bytes = size_t(1) << 20;

// A recursive-descent parser of the entries of a file.
class FluentParser : FluentPatterns {
 public:
  FluentParser(const SourceFile& file, Diagnostics& diagnostics, FluentFile& out)
      : FluentPatterns(file, diagnostics), out_(out) {}

  bool resource() {
    if (text_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;
    while (at_ < text_.size()) {
      if (blank_line()) continue;
      if (text_[at_] == '#') {
        comment_line();
        continue;
      }
      size_t from = at_;
      FluentEntry entry;
      failed_ = false;
      entry_(entry);
      if (!failed_) {
        add(std::move(entry), from);
      } else {
        good_ = false;
        skip_junk(from);
      }
    }
    return good_;
  }

 private:
  void comment_line() {
    size_t hashes = 0;
    while (hashes < 3 && peek() == '#') ++at_, ++hashes;
    if (!at_line_end() && peek() != ' ') {
      failed_ = false;
      fail("a comment has a space after its \"#\"");
      good_ = false;
    }
    while (!at_line_end()) ++at_;
    line_end();
  }
  void skip_junk(size_t from) {
    if (at_ == from) ++at_;
    while (!at_end()) {
      bool starts = text_[at_ - 1] == '\n' && (is_letter(peek()) || peek() == '-' || peek() == '#');
      if (starts) return;
      ++at_;
    }
  }

  void entry_(FluentEntry& entry) {
    entry.offset = uint32_t(at_);
    entry.is_term = peek() == '-';
    if (entry.is_term) ++at_;
    entry.id = identifier();
    blank_inline();
    if (!expect('=', "\"=\" was expected after the name")) return;
    blank_inline();
    pattern(entry.value);
    while (!failed_ && attribute(entry)) {
    }
    if (failed_) return;
    if (!entry.value.present && (entry.is_term || entry.attributes.empty()))
      return fail("a text was expected after \"=\"");
    if (!at_line_end()) fail("the end of the line was expected");
  }

  bool attribute(FluentEntry& entry) {
    size_t from = at_;
    if (!at_line_end() || at_end()) return false;
    blank();
    if (at_end() || peek() != '.') {
      at_ = from;
      return false;
    }
    ++at_;
    FluentAttribute out;
    out.name = identifier();
    blank_inline();
    if (!expect('=', "\"=\" was expected after the name")) return false;
    blank_inline();
    pattern(out.pattern);
    if (!failed_ && !out.pattern.present) fail("a text was expected after \"=\"");
    entry.attributes.push_back(std::move(out));
    return true;
  }

  void add(FluentEntry entry, size_t from) {
    entry.source = text_.substr(from, at_ - from);
    if (const FluentEntry* first = out_.find(entry.id, entry.is_term)) {
      good_ = false;
      Place place = place_of(text_, first->offset);
      diagnostics_.error_at(
          Code::message_duplicate, out_.name, text_, from,
          "\"" + std::string(entry.id) + "\" stands at line " + decimal(place.line) + " already");
    } else {
      for (size_t i = 0; i < entry.attributes.size(); ++i)
        for (size_t j = 0; j < i; ++j)
          if (entry.attributes[i].name == entry.attributes[j].name) {
            good_ = false;
            diagnostics_.error_at(
                Code::message_duplicate, out_.name, text_, entry.attributes[i].pattern.offset,
                "\"." + std::string(entry.attributes[i].name) + "\" stands twice");
          }
      (entry.is_term ? out_.terms : out_.messages)[entry.id] = uint32_t(out_.entries.size());
      out_.entries.push_back(std::move(entry));
    }
  }

  FluentFile& out_;
  bool good_ = true;
};

}  // namespace

const FluentAttribute* FluentEntry::attribute(std::string_view name) const {
  for (const FluentAttribute& candidate : attributes)
    if (candidate.name == name) return &candidate;
  return nullptr;
}

const FluentEntry* FluentFile::find(std::string_view id, bool is_term) const {
  const auto& index = is_term ? terms : messages;
  auto at = index.find(id);
  return at == index.end() ? nullptr : &entries[at->second];
}

const FluentEntry* FluentFile::find_message(std::string_view id) const {
  auto at = messages.find(id);
  return at == messages.end() ? nullptr : &entries[at->second];
}

bool parse_fluent(const SourceFile& file, Diagnostics& diagnostics, FluentFile& out) {
  out.name = file.name;
  out.text = file.text;
  if (file.text.size() > max_bytes) {
    diagnostics.error(Code::message_size, file.name, 0, 0,
                      decimal(int64_t(file.text.size())) + " bytes");
    return false;
  }
  std::string_view rest = file.text;
  while (size_t length = utf8_length(rest)) rest.remove_prefix(length);
  if (!rest.empty()) {
    diagnostics.error_at(Code::utf8_invalid, file.name, file.text, file.text.size() - rest.size(),
                         "these bytes are no text");
    return false;
  }
  return FluentParser(file, diagnostics, out).resource();
}

}  // namespace stegvis
