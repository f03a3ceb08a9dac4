// Finds what is allowed in an article or a playbook but should be corrected.
#pragma once
#include "compiler/article/article.h"
#include "compiler/diagnostics.h"
#include "compiler/playbook/playbook.h"

namespace stegvis {

// Checks an article from its bytes. Warnings: step-two-things, heading-without-steps,
// link-without-address, link-without-text, html-unknown; none if it can't be read.
void lint_article(const SourceFile& article, Diagnostics& diagnostics);

// Checks a playbook without errors. Warnings: part-unused, confirm-repeated.
void lint_playbook(const SourceFile& file, const Playbook& playbook, Diagnostics& diagnostics);

}  // namespace stegvis
