// Marks a function that no first visit needs before its second question: it stays a function of its
// own, so that the wasm can be split there and the page loads it later.
#pragma once

#define STEGVIS_LATER [[gnu::noinline]]
