// The words that a playbook of this domain may use: for the compiler, in a file of its own that
// nothing in the wasm links.
//
// Undo is no word here: an outcome with "undo" offers it, and a fill that carried out what can be
// undone.
#pragma once
#include "guide/domain.h"

namespace stegvis {

const Vocabulary& billing_vocabulary();

}  // namespace stegvis
