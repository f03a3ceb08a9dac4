#include "compiler/messages/own_words.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "compiler/messages/fluent.h"
#include "compiler/messages/functions.h"

namespace stegvis {
namespace {

using Names = std::set<std::string_view>;

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string file_locale(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

template <class Take>
void each_use(const FluentEntry& entry, Take take) {
  for (const FluentUse& use : entry.value.uses) take(use);
  for (const FluentAttribute& attribute : entry.attributes)
    for (const FluentUse& use : attribute.pattern.uses) take(use);
}

Names variables_of(const FluentEntry& entry) {
  Names out;
  each_use(entry, [&](const FluentUse& use) {
    if (use.kind == UseKind::variable) out.insert(use.name);
  });
  return out;
}

class OneFile {
 public:
  OneFile(const FluentFile& file, const FluentFile& english, Diagnostics& diagnostics)
      : file_(file), english_(english), diagnostics_(diagnostics) {}

  void check() {
    for (const FluentEntry& entry : file_.entries) uses(entry);
    if (&file_ == &english_) return;
    const FluentEntry* before = nullptr;  // the last English entry that this file also has
    for (const FluentEntry& entry : english_.entries) {
      const FluentEntry* own = file_.find(entry.id, entry.is_term);
      if (own) {
        compare(*own, entry);
        before = own;
      } else if (!entry.is_term) {
        warn(Code::message_stands_in, before ? before->offset : 0,
             quoted(entry.id) + " is not there in " + file_locale(file_.name) +
                 (before ? "; in English it follows " + quoted(before->id) : ""));
      }
    }
    for (const FluentEntry& entry : file_.entries)
      if (!entry.is_term && !english_.find_message(entry.id))
        warn(Code::message_unused, entry.offset, quoted(entry.id) + " is no message in English");
  }

 private:
  void warn(Code code, size_t offset, std::string detail) {
    diagnostics_.warning_at(code, file_.name, file_.text, offset, std::move(detail));
  }
  void fail(Code code, size_t offset, std::string detail) {
    diagnostics_.error_at(code, file_.name, file_.text, offset, std::move(detail));
  }

  void uses(const FluentEntry& entry) {
    each_use(entry, [&](const FluentUse& use) {
      if (use.kind == UseKind::function)
        if (std::optional<Misuse> wrong = misuse_of(use))
          fail(wrong->code, wrong->offset, std::move(wrong->detail));
      if (use.kind != UseKind::message && use.kind != UseKind::term) return;
      bool term = use.kind == UseKind::term;
      const FluentEntry* other = file_.find(use.name, term);
      if (!other && !term) other = english_.find_message(use.name);
      bool there = other && (use.attribute.empty() ? other->value.present
                                                   : other->attribute(use.attribute) != nullptr);
      if (!there) fail(Code::message_reference, use.offset, quoted(use.name) + " is not there");
    });
  }

  // Compares a message with the English one of that name.
  void compare(const FluentEntry& own, const FluentEntry& english) {
    if (own.is_term) return;
    if (english.value.present && !own.value.present)
      fail(Code::message_attribute, own.offset, quoted(own.id) + " has no text");
    for (const FluentAttribute& attribute : english.attributes)
      if (!own.attribute(attribute.name))
        fail(Code::message_attribute, own.offset,
             quoted(own.id) + " has no attribute " + quoted("." + std::string(attribute.name)));
    for (const FluentAttribute& attribute : own.attributes)
      if (!english.attribute(attribute.name))
        warn(Code::message_unused, attribute.pattern.offset,
             quoted("." + std::string(attribute.name)) + " is no attribute in English");
    Names known = variables_of(english);
    each_use(own, [&](const FluentUse& use) {
      if (use.kind == UseKind::variable && !known.count(use.name))
        fail(Code::message_variable, use.offset,
             quoted("$" + std::string(use.name)) + " is none of the English message");
    });
  }

  const FluentFile& file_;
  const FluentFile& english_;
  Diagnostics& diagnostics_;
};

bool is_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_';
}

class Sayings {
 public:
  Sayings(const OwnWords& words, const FluentFile& english, Diagnostics& diagnostics)
      : words_(words), english_(english), diagnostics_(diagnostics) {}

  void check() {
    for (const SourceFile* source : words_.code) said(*source);
    Names referred;
    for (const FluentEntry& entry : english_.entries)
      each_use(entry, [&](const FluentUse& use) {
        if (use.kind == UseKind::message) referred.insert(use.name);
      });
    for (const FluentEntry& entry : english_.entries)
      if (!entry.is_term && !referred.count(entry.id) && !named(entry.id))
        diagnostics_.warning_at(Code::message_unused, english_.name, english_.text, entry.offset,
                                "nothing in the code says " + quoted(entry.id));
  }

 private:
  // Checks the ids in the first argument of say(): its literals that no operator joins to another
  // value.
  void said(const SourceFile& source) {
    std::string_view text = source.text;
    for (size_t call = text.find("say("); call != text.npos; call = text.find("say(", call + 1)) {
      if (call > 0 && is_id(text[call - 1]) && text[call - 1] != '.') continue;
      char before = '(';
      size_t at = call + 4;
      for (size_t depth = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '(') ++depth;
        if (c == '`' || c == ';' || (c == ',' && !depth) || (c == ')' && !depth--)) break;
        if (c == '"' || c == '\'') {
          size_t end = std::min(text.find(c, at + 1), text.size());
          literal(source, at + 1, text.substr(at + 1, end - at - 1), before,
                  text.substr(std::min(end + 1, text.size())));
          at = end;
        }
        if (c != ' ' && c != '\n') before = c;
      }
    }
  }

  void literal(const SourceFile& source, size_t offset, std::string_view id, char before,
               std::string_view after) {
    after = after.substr(std::min(after.find_first_not_of(" \n"), after.size()));
    bool whole = std::string_view("(?:|&").find(before) != std::string_view::npos &&
                 after.substr(0, 1) != "+" && after.substr(0, 1) != "=" && !id.empty() &&
                 std::all_of(id.begin(), id.end(), is_id);
    if (!whole) return;
    size_t dot = id.find('.');
    const FluentEntry* entry = english_.find_message(id.substr(0, dot));
    bool there = entry && (dot == id.npos ? entry->value.present
                                          : entry->attribute(id.substr(dot + 1)) != nullptr);
    if (!there)
      diagnostics_.error_at(Code::message_missing, source.name, source.text, offset,
                            quoted(id) + " is not there in English");
  }

  bool stands(const std::string& text) const {
    return std::any_of(words_.code.begin(), words_.code.end(), [&](const SourceFile* source) {
      return source->text.find(text) != std::string::npos;
    });
  }

  // Returns whether a literal of the code is the id, one of its attributes, or the beginning of the
  // id up to a hyphen (with or without it).
  bool named(std::string_view id) const {
    for (std::string quote : {"\"", "'", "`"}) {
      std::string whole = quote + std::string(id);
      if (stands(whole + quote) || stands(whole + ".")) return true;
      for (size_t at = id.find('-'); at != id.npos; at = id.find('-', at + 1)) {
        std::string start = quote + std::string(id.substr(0, at + 1));
        if (stands(start + quote) || stands(start + "${")) return true;
        if (stands(quote + std::string(id.substr(0, at)) + quote)) return true;
      }
    }
    return false;
  }

  const OwnWords& words_;
  const FluentFile& english_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_own_words(const OwnWords& words, Diagnostics& diagnostics) {
  // Each file gets diagnostics of its own, because the number of diagnostics is limited.
  Diagnostics of_english;
  FluentFile english;
  parse_fluent(*words.english, of_english, english);
  OneFile(english, english, of_english).check();
  if (!words.code.empty()) Sayings(words, english, of_english).check();
  diagnostics.add(of_english);
  for (const SourceFile* source : words.others) {
    Diagnostics of_file;
    FluentFile file;
    parse_fluent(*source, of_file, file);
    OneFile(file, english, of_file).check();
    diagnostics.add(of_file);
  }
}

}  // namespace stegvis
