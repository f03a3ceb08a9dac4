// A flow is read whole or not at all, and the proof finds every flow that could leave a reader
// without a next step.
#include "guide/flow.h"

#include "base/hash.h"
#include "guide/flows.h"
#include "guide/proof.h"

namespace stegvis {
namespace {

Error refusal(const char* text) {
  auto json = Json::parse(text);
  EXPECT_TRUE(json) << text;
  auto flow = decode_flow(*json);
  EXPECT_FALSE(flow) << text;
  return flow ? Error{} : flow.error();
}

TEST(Flow, IsWrittenAsItIsRead) {
  Flow flow = flow_of(replacement_flow);
  std::string written;
  append_flow(written, flow);
  auto json = Json::parse(written);
  ASSERT_TRUE(json);
  EXPECT_EQ(json->dump(), written) << "it is not canonical";
  auto again = decode_flow(*json);
  ASSERT_TRUE(again);
  std::string twice;
  append_flow(twice, *again);
  EXPECT_EQ(twice, written);
  EXPECT_EQ(again->digest(), flow.digest());
}

TEST(Flow, TheDigestCoversEveryPartOfTheFlow) {
  Flow flow = flow_of(replacement_flow);
  auto changed = [&](auto change) {
    Flow other = flow;
    change(other);
    return other.compute_digest() != flow.digest();
  };
  EXPECT_TRUE(changed([](Flow& f) { f.lists[0] = 4; }));
  EXPECT_TRUE(changed([](Flow& f) { f.nodes[0].to[0].to = 1; }));
  EXPECT_TRUE(changed([](Flow& f) { f.nodes[2].id = "older"; }));
  EXPECT_TRUE(changed([](Flow& f) { f.nodes[6].undo = false; }));
  EXPECT_TRUE(changed([](Flow& f) { f.nodes[5].with.pop_back(); }));
  EXPECT_TRUE(changed([](Flow& f) { f.start = 1; }));
  EXPECT_TRUE(changed([](Flow& f) { f.nodes[0].unless.name = "c"; }));
}

TEST(Flow, AnAskSaysWhereItsArticleDoesNotHold) {
  auto with = [](const std::string& kind, const char* unless) {
    return decode_flow(*Json::parse(R"({"name":"x","start":"a","nodes":[{"id":"a","kind":")" +
                                    kind + R"(","to":[["next","b"]],"unless":)" + unless +
                                    R"(},{"id":"b","kind":"outcome","outcome":"o"}]})"));
  };
  auto flow = with("ask", R"(["c",{"n":1}])");
  ASSERT_TRUE(flow);
  EXPECT_EQ(flow->nodes[0].unless.name, "c");
  std::string written;
  append_flow(written, *flow);
  EXPECT_NE(written.find(R"("to":[["next","b"]],"unless":["c",{"n":1}]})"), std::string::npos);
  for (const char* bad : {"true", "[]", R"(["c"])", R"(["c",1])", R"([1,{}])"})
    EXPECT_FALSE(with("ask", bad)) << bad;
  EXPECT_FALSE(with("read", R"(["c",{}])"));
}

TEST(Flow, AnOutcomeNamesTheGuideThatItLeadsInto) {
  auto with = [](const char* kind, const char* next) {
    std::string text = R"({"name":"x","start":"a","nodes":[{"id":"a","kind":")" +
                       std::string(kind) + R"(","outcome":"o","next":")" + next + R"("}]})";
    return decode_flow(*Json::parse(text));
  };
  auto flow = with("outcome", "pay-balance");
  ASSERT_TRUE(flow);
  EXPECT_EQ(flow->nodes[0].next, "pay-balance");
  std::string written;
  append_flow(written, *flow);
  EXPECT_EQ(decode_flow(*Json::parse(written))->digest(), flow->digest());
  EXPECT_NE(with("outcome", "")->digest(), flow->digest());
  EXPECT_NE(with("outcome", "pay")->digest(), flow->digest());
}

TEST(Flow, RefusesAMalformedFlow) {
  EXPECT_EQ(refusal("[]").code, Code::guide_shape);
  EXPECT_EQ(refusal(R"({"name":"x","start":"a","nodes":[]})").code, Code::guide_shape);
  EXPECT_EQ(refusal(R"({"name":"x","start":"a","nodes":[{"id":"a","kind":"dance"}]})").where,
            "/flow/nodes/0/kind");
  EXPECT_EQ(
      refusal(R"({"name":"x","start":"a","nodes":[{"id":"a","kind":"read","to":[["next","b"]]}]})")
          .code,
      Code::flow_reference);
  EXPECT_EQ(
      refusal(R"({"name":"x","start":"b","nodes":[{"id":"a","kind":"outcome","outcome":"o"}]})")
          .where,
      "/flow/start");
  EXPECT_EQ(refusal(R"({"name":"x","start":"a","nodes":[{"id":"a","kind":"outcome","outcome":"o"},)"
                    R"({"id":"a","kind":"outcome","outcome":"o"}]})")
                .where,
            "/flow/nodes/1/id");
}

TEST(Proof, FindsEveryFlowThatCouldStopAReader) {
  struct Case {
    const char* nodes;
    Code code;
    const char* node;
  };
  const char* end = R"({"id":"z","kind":"outcome","outcome":"o"})";
  for (const Case& c : {
           Case{R"({"id":"a","kind":"read","to":[["next","z"]]},)"
                R"({"id":"lost","kind":"read","to":[["next","z"]]})",
                Code::flow_unreachable, "lost"},
           Case{R"({"id":"a","kind":"ask","to":[["x","b"],["y","z"]]},)"
                R"({"id":"b","kind":"read"})",
                Code::flow_dead_end, "b"},
           Case{R"({"id":"a","kind":"ask","to":[["x","b"],["y","z"]]},)"
                R"({"id":"b","kind":"ask","to":[["x","a"],["y","z"]]})",
                Code::flow_cycle, "b"},
           Case{R"({"id":"a","kind":"ask","to":[["x","p"],["y","q"]]},)"
                R"({"id":"p","kind":"pick","list":"l","to":[["picked","q"]]},)"
                R"({"id":"q","kind":"pick","list":"l","of":"p","to":[["picked","z"]]})",
                Code::flow_unanswered, "q"},
           Case{R"({"id":"a","kind":"pick","list":"l","to":[["picked","q"],["other","q"]]},)"
                R"({"id":"q","kind":"pick","list":"l","of":"a","to":[["picked","z"]]})",
                Code::flow_unanswered, "q"},
           Case{R"({"id":"a","kind":"pick","list":"l","of":"z","to":[["picked","z"]]})",
                Code::flow_reference, "a"},
           Case{R"({"id":"a","kind":"pick","list":"l","to":[["other","z"]]})", Code::flow_dead_end,
                "a"},
           Case{R"({"id":"a","kind":"ask","known":[["no","c",{}]],"to":[["x","z"]]})",
                Code::flow_reference, "a"},
       }) {
    std::string text =
        std::string(R"({"name":"x","start":"a","nodes":[)") + c.nodes + "," + end + "]}";
    Error error = refusal(text.c_str());
    EXPECT_EQ(error.code, c.code) << text;
    auto json = Json::parse(text);
    std::string index = error.where.substr(error.where.rfind('/') + 1);
    EXPECT_EQ((*json)["nodes"].items()[size_t(std::stoi(index))]["id"].string(), c.node) << text;
  }
}

TEST(Proof, ALongFlowIsNoDeepRecursion) {
  std::string nodes;
  for (int i = 0; i < 999; ++i)
    nodes += R"({"id":"n)" + std::to_string(i) + R"(","kind":"read","to":[["next","n)" +
             std::to_string(i + 1) + R"("]]},)";
  std::string text = R"({"name":"x","start":"n0","nodes":[)" + nodes +
                     R"({"id":"n999","kind":"outcome","outcome":"o"}]})";
  EXPECT_EQ(flow_of(text.c_str()).nodes.size(), 1000u);
  text = R"({"name":"x","start":"n0","nodes":[)" + nodes + nodes +
         R"({"id":"z","kind":"outcome","outcome":"o"}]})";
  EXPECT_EQ(refusal(text.c_str()).code, Code::flow_size);
}

}  // namespace
}  // namespace stegvis
