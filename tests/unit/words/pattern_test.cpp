#include "core/words/pattern.hpp"

#include <doctest/doctest.h>

using namespace relais::words;

TEST_CASE("a pattern is text and places in order") {
  const auto found = pieces("At {at:time}: {n:plural|one|# more}{id}.");
  REQUIRE(found.size() == 6);
  CHECK(found[0].text == "At ");
  CHECK_FALSE(found[0].place);
  CHECK(found[1].name == "at");
  CHECK(found[1].kind == "time");
  CHECK(found[2].text == ": ");
  CHECK(found[3].kind == "plural");
  REQUIRE(found[3].options.size() == 2);
  CHECK(found[3].options[1] == "# more");
  CHECK(found[4].name == "id");
  CHECK(found[4].kind.empty());
  CHECK(found[5].text == ".");
}

TEST_CASE("a brace that nothing closes is text") {
  const auto found = pieces("a {b");
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].place);
  CHECK(found[0].text == "a {b");
  CHECK(pieces("").empty());
}
