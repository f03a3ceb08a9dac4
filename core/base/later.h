// What no first visit needs before its second question: the wasm is split there, and the page loads the
// rest later (wasm/split.mjs).
#pragma once

// A function: it stays one of its own.
#define STEGVIS_LATER [[gnu::noinline]]

// A table that such functions alone read: it goes with them.
#ifdef __EMSCRIPTEN__
#define STEGVIS_LATER_DATA [[gnu::section("later")]]
#else
#define STEGVIS_LATER_DATA
#endif

namespace stegvis {

// The wasm is small before it is fast; the command, which reads articles by the hundred thousand,
// is fast first.
#ifdef __EMSCRIPTEN__
inline constexpr bool fast_first = false;
#else
inline constexpr bool fast_first = true;
#endif

}  // namespace stegvis
