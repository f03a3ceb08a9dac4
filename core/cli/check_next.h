// stegvis check: the guides that outcomes lead into.
#pragma once
#include <string>
#include <vector>

#include "compiler/playbook/playbook.h"

namespace stegvis {

bool ends_with(std::string_view text, std::string_view end);
// Returns the names of a folder's files that end like this, without that end, sorted.
std::vector<std::string> names_in(const std::string& folder, std::string_view end);
// Returns those that are locales: "nb-NO" for "nb-NO.ftl".
std::vector<std::string> locales_in(const std::string& folder, std::string_view end);

// Reports each "next" of a playbook whose guide isn't in a folder beside this one's: with a playbook that
// passes the proof, so that its first node is there, under that name, for the same domain, and in one of this
// guide's languages. A language that it hasn't is no mistake: the guide in that language doesn't lead there.
void check_next(const SourceFile& file, const Playbook& playbook, Diagnostics& diagnostics);

// Checks the built guides of a folder, <guide>.<locale>.json: each guide that one says to be there in its
// locale is there, can be read and begins. Returns false, and does nothing, if the folder has none.
bool check_built_guides(std::string folder, Diagnostics& diagnostics);

}  // namespace stegvis
