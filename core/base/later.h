// Marks code that a first visit does not need before its second question. wasm/split.mjs splits the
// wasm there, and the page loads the second half later.
#pragma once

// Marks a function. It is not inlined, because only a function of its own can move to the second
// half.
#define STEGVIS_LATER [[gnu::noinline]]

// Marks a table that only such functions read. It moves with them.
#ifdef __EMSCRIPTEN__
#define STEGVIS_LATER_DATA [[gnu::section("later")]]
#else
#define STEGVIS_LATER_DATA
#endif

namespace stegvis {

// The wasm prefers small code. The command prefers fast code, because it reads articles by the
// hundred thousand.
#ifdef __EMSCRIPTEN__
inline constexpr bool fast_first = false;
#else
inline constexpr bool fast_first = true;
#endif

}  // namespace stegvis
