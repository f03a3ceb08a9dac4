// Compiles an article for a test.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "compiler/compiler.h"
#include "compiler/tools/text.h"

namespace stegvis {

struct ForTest {
  bool good = false;
  Compiled compiled;
  Json guide;
  Diagnostics diagnostics;

  const Json& text() const { return guide["text"]; }
  const Json& blocks() const { return guide["text"]["blocks"]; }
  // Returns the ids of all nodes: "list-1.step-1 list-1.step-2 outcome".
  std::string nodes() const {
    std::string out;
    for (const Node& node : compiled.flow.nodes) out += (out.empty() ? "" : " ") + node.id;
    return out;
  }
  // Returns the parts that a node shows: "block-1 list-1.1".
  std::string shows(std::string_view id) const {
    std::string out;
    int32_t index = compiled.flow.find(id);
    if (index < 0) return "no such node";
    for (const std::string& part : compiled.flow.nodes[size_t(index)].show)
      out += (out.empty() ? "" : " ") + part;
    return out;
  }
  Code first_error() const {
    for (const Diagnostic& diagnostic : diagnostics.all())
      if (diagnostic.is_error) return diagnostic.code;
    return Code::none;
  }
};

inline ForTest compile_text(std::string markdown, std::string name = "article.md") {
  ForTest out;
  SourceFile file{std::move(name), std::move(markdown)};
  CompileInput input;
  input.article = &file;
  input.html = true;
  Arena arena;
  out.good = compile(arena, input, out.diagnostics, out.compiled);
  if (!out.good) return out;
  Result<Json> guide = Json::parse(out.compiled.guide);
  EXPECT_TRUE(guide) << out.compiled.guide;
  if (guide) out.guide = std::move(*guide);
  EXPECT_EQ(out.guide.dump(), out.compiled.guide) << "the guide is not canonical";
  Result<Flow> flow = decode_flow(out.guide["flow"]);
  EXPECT_TRUE(flow) << flow.error().where << flow.error().detail;
  return out;
}

}  // namespace stegvis
