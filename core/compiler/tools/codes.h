// Writes the closed list of error codes as a page.
#pragma once
#include <string>

namespace stegvis {

// Returns Markdown with a section for each code: its name and the advice.
std::string write_codes();

}  // namespace stegvis
