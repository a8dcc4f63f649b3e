#include "core/triage/date_gate.hpp"

#include <doctest/doctest.h>

using namespace relais::triage;

namespace {

// The words at which a date can begin.
std::string places(std::string_view text) {
  const Tokens tokens = tokenize(text);
  const std::vector<bool> can = where_dates_can_begin(tokens);
  std::string out;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (can[at]) out += (out.empty() ? "" : " ") + tokens[at].text;
  }
  return out;
}

}  // namespace

TEST_CASE("a date begins only where known words lead to one that names a time") {
  CHECK(places("le robinet de la cuisine goutte") == "");
  CHECK(places("le robinet goutte avant le 3") == "avant le 3");
  CHECK(places("au plus tard demain matin volontiers") == "au plus tard demain matin");
  CHECK(places("the kitchen tap drips") == "");
  CHECK(places("the tap drips on Mondays") == "on mondays");
  CHECK(places("see https://example.com/2026-03-10") == "");
  CHECK(places("") == "");
}
