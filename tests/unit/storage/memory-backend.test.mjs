// The memory backend keeps to the rules of all backends.
import { test } from "node:test";
import { load } from "../modules.mjs";

const { rulesOf, run, memory, MemoryBackend } = await load(
  "tests/unit/storage/backend-rules.mjs",
  "tests/unit/storage/places.mjs",
  "web/src/storage/memory-backend.ts",
);
const place = memory(MemoryBackend);
for (const name of rulesOf(place)) test(name, () => run(name, place));
