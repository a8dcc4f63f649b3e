#include "core/calendar/patch_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;
using namespace relais::calendar;

TEST_CASE("a patch of two objects makes one of the other (RFC 8984 section 1.4.9)") {
  struct Row {
    const char *from, *to, *patch;
  };
  const Row rows[] = {
      {R"({"a": 1})", R"({"a": 1})", R"({})"},
      {R"({"a": 1, "b": 2})", R"({"a": 3})", R"({"a": 3, "b": null})"},
      {R"({"a": {"b": 1, "c/d~": {"e": 1}}})", R"({"a": {"b": 2, "c/d~": {"e": 2}}})",
       R"({"a/b": 2, "a/c~1d~0/e": 2})"},
      {R"({"a": [1, 2]})", R"({"a": [1]})", R"({"a": [1]})"},
      {R"({})", R"({"a": {"b": 1}})", R"({"a": {"b": 1}})"},
      {R"({"a": {"b": 1}})", R"({"a": {}})", R"({"a/b": null})"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    Json from = *parse_json(row.from);
    const Json to = *parse_json(row.to);
    const Json patch = make_patch(from, to);
    CHECK(patch == *parse_json(row.patch));
    REQUIRE(apply_patch(from, patch));
    CHECK(from == to);
  }
}

TEST_CASE("a pointer must lead through objects") {
  for (const char* patch : {R"({"x/y": 1})", R"({"a/b": 1})", R"({"l/0": 1})"}) {
    CAPTURE(patch);
    Json target = *parse_json(R"({"a": 1, "l": [1]})");
    CHECK_FALSE(apply_patch(target, *parse_json(patch)));
  }
}
