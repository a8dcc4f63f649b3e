#include "core/journal/canonical_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdint>

using namespace relais;
using journal::canonical_json;

TEST_CASE("the canonical text is that of RFC 8785") {
  struct Row {
    const char *text, *canonical;
  };
  const Row rows[] = {
      {"{ }", "{}"},
      {R"([ 1 , -0, null, true , false ])", "[1,0,null,true,false]"},
      {R"({"b": {"z": 1, "a": [2]}, "a": "x"})", R"({"a":"x","b":{"a":[2],"z":1}})"},
      // Section 3.2.2.2: the short escapes, \u00xx in lower case, everything else as it is.
      {R"("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\u007f")", "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\x7f\""},
      // Section 3.2.3: names in UTF-16 order, in which 😀 (D83D DE00) comes before U+FB33.
      {R"({"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7})",
       "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}"},
      {R"({"ab": 1, "a": 2, "": 3})", R"({"":3,"a":2,"ab":1})"},
      {"[9007199254740991, -9007199254740991]", "[9007199254740991,-9007199254740991]"},
  };
  for (const Row& row : rows) {
    const auto value = parse_json(row.text);
    REQUIRE(value.ok());
    CHECK(canonical_json(*value).value() == row.canonical);
  }
}

TEST_CASE("a fraction is refused with its path, even where it is whole") {
  struct Row {
    const char *text, *path;
  };
  const Row rows[] = {{"1.5", ""}, {"[0, 1.0]", "/1"}, {R"({"a": [{"b/c": 1e3}]})", "/a/0/b~1c"}};
  for (const Row& row : rows) {
    const auto canonical = canonical_json(parse_json(row.text).value());
    REQUIRE_FALSE(canonical.ok());
    CHECK(name(canonical.error().code) == "wrong-type");
    CHECK(canonical.error().path == row.path);
  }
}

TEST_CASE("an integer beyond 2^53-1 is refused, however the value was made") {
  for (const Json& value : {Json(std::int64_t{1} << 53), Json(-(std::int64_t{1} << 53)), Json(UINT64_MAX)}) {
    const auto canonical = canonical_json(value);
    REQUIRE_FALSE(canonical.ok());
    CHECK(name(canonical.error().code) == "out-of-range");
  }
  CHECK(canonical_json(Json(std::uint64_t{7})).value() == "7");
}

TEST_CASE("a text is escaped wherever its signs stand, and nothing else in it is (RFC 8785 section 3.2.2.2)") {
  const std::pair<std::string, const char*> signs[] = {{std::string(1, '\0'), "\\u0000"},
                                                       {"\x1f", "\\u001f"},
                                                       {"\n", "\\n"},
                                                       {"\"", "\\\""},
                                                       {"\\", "\\\\"},
                                                       {"\x20", " "},
                                                       {"\x7f", "\x7f"},
                                                       {"!", "!"},
                                                       {"#", "#"},
                                                       {"é", "é"},
                                                       {"\U0001F600", "\U0001F600"}};
  for (std::size_t before = 0; before < 19; ++before) {
    for (std::size_t after = 0; after < 10; ++after) {
      for (const auto& [sign, escaped] : signs) {
        const std::string left(before, 'a'), right(after, '~');
        CHECK(canonical_json(Json(left + sign + right)).value() == "\"" + left + escaped + right + "\"");
      }
    }
  }
}

TEST_CASE("what stands before a value stays before it, also where the members are sorted anew") {
  const Json json = parse_json(R"({"\uFFFD": 1, "\uD83D\uDE00": {"b": "{", "a": []}})").value();
  CHECK(canonical_json(json, "salt{\n").value() == "salt{\n{\"\U0001F600\":{\"a\":[],\"b\":\"{\"},\"\uFFFD\":1}");
}
