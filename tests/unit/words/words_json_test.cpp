#include "core/desk/words_operations.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace relais;

namespace {

Result<Json> render(std::string_view params) { return desk::words_render(parse_json(params).value()); }

}  // namespace

TEST_CASE("words.render says reasons in order, errors included, whatever stands beside code and args") {
  const auto answer = render(R"({"lang": "fr", "names": {"ana": "Ana Petit"}, "reasons": [
      {"code": "unknown-reference", "args": {"id": "ana"}, "weight": 3, "span": {"field": "body"}},
      {"code": "empty-input", "message": "The input is empty.", "path": "/x"},
      {"code": "of-tomorrow", "args": null}]})");
  REQUIRE(answer.ok());
  CHECK(dump(*answer) ==
        "{\"texts\":[\"Rien ne porte l’identifiant «\u00A0Ana Petit\u00A0».\",\"L’entrée est vide.\","
        "\"of-tomorrow\"]}");
}

TEST_CASE("words.render refuses what it cannot say, with its place") {
  struct Row {
    const char *params, *code, *path;
  };
  const Row rows[] = {
      {R"([])", "wrong-type", ""},
      {R"({"lang": "fr"})", "missing-member", ""},
      {R"({"reasons": []})", "missing-member", ""},
      {R"({"lang": "de", "reasons": []})", "invalid-value", "/lang"},
      {R"({"lang": "fr", "reasons": {}})", "wrong-type", "/reasons"},
      {R"({"lang": "fr", "reasons": null})", "wrong-type", "/reasons"},
      {R"({"lang": "fr", "reasons": ["x"]})", "wrong-type", "/reasons/0"},
      {R"({"lang": "fr", "reasons": [{"args": {}}]})", "missing-member", "/reasons/0"},
      {R"({"lang": "fr", "reasons": [{"code": "x", "args": {"a": 1.5}}]})", "wrong-type", "/reasons/0/args/a"},
      {R"({"lang": "fr", "reasons": [{"code": "x", "args": {"a": true}}]})", "wrong-type", "/reasons/0/args/a"},
      {R"({"lang": "fr", "reasons": [], "names": {"a": 1}})", "wrong-type", "/names/a"},
      {R"({"lang": "fr", "reasons": [], "more": 1})", "unknown-member", "/more"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.params);
    const auto answer = render(row.params);
    REQUIRE_FALSE(answer.ok());
    CHECK(name(answer.error().code) == row.code);
    CHECK(answer.error().path == row.path);
  }
}
