// What is allowed and still better mended: in articles and in playbooks.
#pragma once
#include "compiler/article/article.h"
#include "compiler/diagnostics.h"
#include "compiler/playbook/playbook.h"

namespace stegvis {

// Warnings: step-two-things, heading-without-steps, link-without-address, link-without-text,
// html-unknown. Reads the article again from its bytes; one that can't be read gives none.
void lint_article(const SourceFile& article, Diagnostics& diagnostics);

// Warnings of a playbook that has no errors: part-unused, confirm-repeated.
void lint_playbook(const SourceFile& file, const Playbook& playbook, Diagnostics& diagnostics);

}  // namespace stegvis
