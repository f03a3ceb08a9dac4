// The closed list of codes, as a page.
#pragma once
#include <string>

namespace stegvis {

// Markdown: a section a code, with what to do about it.
std::string write_codes();

}  // namespace stegvis
