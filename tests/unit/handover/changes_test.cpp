#include "core/handover/changes.hpp"

#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::handover_fixture;

namespace {

const std::vector<Line> before{
    {"2026-03-09T08:00:00Z", "ana", "task.opened", "a", "law",
     R"({"title": "A", "owner": "ana", "due": "2026-03-20"})"},
    {"2026-03-09T08:01:00Z", "ana", "task.opened", "b", "law", R"({"title": "B", "owner": "ana"})"},
    {"2026-03-09T08:02:00Z", "ana", "task.opened", "c", "law", R"({"title": "C", "owner": "ana"})"},
    {"2026-03-09T08:03:00Z", "ana", "task.closed", "c", "law", "{}"},
    {"2026-03-09T08:04:00Z", "ana", "task.opened", "d", "law",
     R"({"title": "D", "owner": "ana", "confidentiality": "secret"})"},
};
const std::vector<Line> after{
    {"2026-03-10T08:00:00Z", "ana", "task.changed", "a", "law", R"({"owner": "ben", "due": "2026-03-11T10:00:00"})"},
    {"2026-03-10T08:01:00Z", "ana", "task.closed", "b", "law", "{}"},
    {"2026-03-10T08:02:00Z", "ana", "task.reopened", "c", "law", "{}"},
    {"2026-03-10T08:03:00Z", "ana", "task.changed", "d", "law", R"({"owner": null, "title": "D, hidden"})"},
    {"2026-03-10T08:04:00Z", "ana", "task.opened", "e", "law", R"({"title": "E"})"},
    {"2026-03-10T08:05:00Z", "ana", "callback.promised", "e", "law",
     R"({"to": "Mme Roux", "by": "2026-03-20T10:00:00"})"},
    {"2026-03-10T08:06:00Z", "ana", "instruction.given", "i9", "law", R"({"text": "New."})"},
    {"2026-03-10T08:07:00Z", "ana", "instruction.given", "i10", "law",
     R"({"text": "Hidden.", "confidentiality": "secret"})"},
};

std::vector<Line> joined(std::vector<Line> lines, const std::vector<Line>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

std::string told(const Json& document) {
  std::string out;
  for (const Json& change : document["changes"]) {
    out += change["id"].get<std::string>() + " " + change["reason"]["code"].get<std::string>().substr(17);
    out += change.contains("title") ? "! " : " ";
  }
  return out;
}

constexpr const char* expected =
    "a owner! a due! a severity! b closed! c reopened! d owner-removed e new! e promise-by! i9 instruction ";

}  // namespace

TEST_CASE("what changed since a given instant is told, masked as the rest is") {
  const Json document = compose(joined(before, after), "ben", "2026-03-10T17:00:00Z", "2026-03-09T09:00:00Z");
  CHECK(told(document) == expected);
  CHECK(dump(document["changes"][0]["reason"]["args"]) == R"({"from":"ana","to":"ben"})");
  CHECK(dump(document["changes"][1]["reason"]["args"]) == R"({"from":"2026-03-20","to":"2026-03-11T10:00:00"})");
  CHECK(dump(document["changes"][2]["reason"]["args"]) == R"({"from":"green","to":"amber"})");
  CHECK(dump(document["changes"][0]["sources"]) == "[6]");
  CHECK(dump(document).find("idden") == std::string::npos);
}

TEST_CASE("else since the last handover that this reader accepted") {
  const std::vector<Line> handed{
      {"2026-03-09T08:10:00Z", "ana", "handover.issued", "h1", "", R"({"reader": "ben", "size": 5, "head": "x"})"},
      {"2026-03-09T08:11:00Z", "ben", "handover.accepted", "h1", "", R"({"reader": "ben", "size": 5, "head": "x"})"}};
  const Json ben = compose(joined(joined(before, handed), after));
  CHECK(told(ben) == expected);
  CHECK(ben["since"]["handover"] == "h1");
  CHECK(ben["notices"].empty());
  const Json ana = compose(joined(joined(before, handed), after), "ana");
  CHECK(ana["changes"].empty());
  CHECK_FALSE(ana.contains("since"));
  CHECK(ana["notices"][0]["code"] == "handover.first");
}

TEST_CASE("a handover that was only issued, or refused, is no beginning, and is told") {
  const std::vector<Line> issued{
      {"2026-03-09T08:10:00Z", "ana", "handover.issued", "h1", "", R"({"reader": "ben", "size": 5, "head": "x"})"}};
  CHECK(compose(joined(before, issued))["notices"][1]["code"] == "handover.last-open");
  const Line refused{"2026-03-09T08:11:00Z", "ben", "handover.refused", "h1", "", "{}"};
  CHECK(compose(joined(joined(before, issued), {refused}))["notices"][1]["code"] == "handover.last-refused");
}

TEST_CASE("nothing changed where nothing was written") {
  const Json document = compose(before, "ben", "2026-03-09T10:00:00Z", "2026-03-09T09:00:00Z");
  CHECK(document["changes"].empty());
  CHECK(document["since"]["at"] == "2026-03-09T09:00:00Z");
}
