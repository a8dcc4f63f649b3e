#include "core/base/json.hpp"

#include "core/base/json_reader.hpp"
#include "core/base/json_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;

namespace {

struct Refused {
  std::string text;
  std::string_view code;
  std::string_view path;
};

std::string nested(int depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("a JSON text is read and written again") {
  const auto value = parse_json(R"({"b": [1, -2.5, "é\n", null, true], "a": {}})");
  REQUIRE(value.ok());
  CHECK(dump(*value) == R"({"a":{},"b":[1,-2.5,"é\n",null,true]})");
}

TEST_CASE("what JSON does not allow is refused with its line and column") {
  const Refused rows[] = {
      {"", "empty-input", "1:1"},
      {" \n\t", "empty-input", "1:1"},
      {"{\n  \"a\": }", "invalid-json", "2:8"},
      {"[1, 2", "invalid-json", "1:5"},
      {"[1] x", "invalid-json", "1:5"},
      {"\"\xC3(\"", "invalid-utf8", "1:2"},
      {"\"\\ud800\"", "invalid-json", "1:8"},
      {"{\"a\": 1,\n\"a\": 2}", "duplicate-member", "2:3"},
      {"[9007199254740992]", "out-of-range", "1:18"},
      {"[-9007199254740992]", "out-of-range", "1:19"},
      {"[123456789012345678901234567890]", "out-of-range", "1:32"},
      {nested(101), "too-deep", "1:101"},
  };
  for (const Refused& row : rows) {
    CAPTURE(row.text);
    const auto value = parse_json(row.text);
    REQUIRE_FALSE(value.ok());
    CHECK(name(value.error().code) == row.code);
    CHECK(value.error().path == row.path);
  }
}

TEST_CASE("limits hold at the limit") {
  CHECK(parse_json(nested(100)).ok());
  CHECK(parse_json("[9007199254740991, -9007199254740991]").ok());
}

TEST_CASE("a pointer escapes its tokens (RFC 6901 section 3)") {
  CHECK(pointer("/a", "b/c~d") == "/a/b~1c~0d");
  CHECK(pointer("/a", std::size_t{3}) == "/a/3");
}

TEST_CASE("a reader reports the first thing that is wrong, with its path") {
  struct Row {
    const char* text;
    const char* code;
    const char* path;
  };
  const Row rows[] = {
      {R"({"list": [{"id": "x", "n": 3}]})", "", ""},
      {R"([])", "wrong-type", ""},
      {R"({"list": {}})", "wrong-type", "/list"},
      {R"({"list": [{"id": "x", "n": 3}, 5]})", "wrong-type", "/list/1"},
      {R"({"list": [{"n": 3}]})", "missing-member", "/list/0"},
      {R"({"list": [{"id": null, "n": 3}]})", "wrong-type", "/list/0/id"},
      {R"({"list": [{"id": "x", "n": 6}]})", "out-of-range", "/list/0/n"},
      {R"({"list": [{"id": "x", "n": "6"}]})", "wrong-type", "/list/0/n"},
      {R"({"list": [{"id": "x", "n": 1.0}]})", "wrong-type", "/list/0/n"},
      {R"({"list": [{"id": "x", "n": 1, "more": 1}]})", "unknown-member", "/list/0/more"},
      {R"({"list": [{"id": "x", "n": 1, "kind": "c"}]})", "invalid-value", "/list/0/kind"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto json = parse_json(row.text);
    REQUIRE(json.ok());
    Reading reading;
    ObjectReader object(*json, "", reading);
    object.each("list", [](ObjectReader& item) {
      item.string("id");
      item.integer("n", {1, 5});
      item.one_of_or("kind", 0, {"a", "b"});
      item.finish();
    });
    object.finish();
    if (*row.code == '\0') {
      CHECK_FALSE(reading.failed());
      continue;
    }
    REQUIRE(reading.failed());
    CHECK(name(reading.error().code) == row.code);
    CHECK(reading.error().path == row.path);
  }
}

TEST_CASE("JSON written straight has the bytes of the same values dumped") {
  const std::string awkward = "a \"quote\", a \\, \b\f\n\r\t, \x01\x1f\x7f, é, 😀, " + std::string(1, '\0');
  JsonText out;
  out.open_object().member("a").open_array().integer(-1).integer(9007199254740991).text("").close_array();
  out.member("b").open_object().close_object().member("c\n").text(awkward).member("d").null().close_object();
  const Json value{{"a", {-1, 9007199254740991, ""}}, {"b", Json::object()}, {"c\n", awkward}, {"d", nullptr}};
  CHECK(out.take() == dump(value));
}
