#include "core/triage/pattern.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::triage;

namespace {

// The words that each pattern finds, by the number of the pattern: `0:fuite 1:ne marche plus`.
std::string found(std::initializer_list<const char*> patterns, std::string_view text,
                  std::size_t most = ~std::size_t{0}) {
  PatternSet set;
  std::uint32_t rule = 0;
  for (const char* pattern : patterns) set.add(rule++, pattern);
  const Tokens tokens = tokenize(text);
  std::string out;
  for (const Hit& hit : set.find(tokens, most)) {
    const std::size_t start = tokens[hit.first].start, end = tokens[hit.last - 1].end;
    out += (out.empty() ? "" : " ") + std::to_string(hit.rule) + ":" + std::string(text.substr(start, end - start));
  }
  return out;
}

}  // namespace

TEST_CASE("patterns of words, beginnings, participles and choices are found where they stand") {
  CHECK(found({"fuite*"}, "Deux fuites, une fuite") == "0:fuites 0:fuite");
  CHECK(found({"regle~"}, "réglées et règle et régler") == "0:réglées 0:règle");
  CHECK(found({"plus/sans eau"}, "sans eau, plus d'eau") == "0:sans eau");
  CHECK(found({"de? clients?"}, "trop de clients, un client") == "0:de clients 0:clients 0:client");
  CHECK(found({"no hot water", "water"}, "No hot water") == "0:No hot water 1:water");
  CHECK(found({"a*"}, "as a tap") == "0:as 0:a");
}

TEST_CASE("gaps, places and kinds of tokens hold within one sentence") {
  CHECK(found({"marche .. plus"}, "ne marche vraiment plus") == "0:marche vraiment plus");
  CHECK(found({"marche .. plus"}, "ça marche. Rien de plus") == "");
  CHECK(found({"water ... floor"}, "water all over the kitchen floor") == "0:water all over the kitchen floor");
  CHECK(found({"< merci"}, "merci. Oui merci") == "0:merci");
  CHECK(found({"merci >"}, "merci bien, merci") == "0:merci");
  CHECK(found({"# euros"}, "cent euros, 100 euros") == "0:100 euros");
  CHECK(found({"see &"}, "see www.example.com") == "0:see www.example.com");
  CHECK(found({"a _ c"}, "a b c") == "0:a b c");
}

TEST_CASE("marks inside a phrase are passed over") {
  CHECK(found({"tres urgent"}, "très, urgent") == "0:très, urgent");
  CHECK(found({"not urgent"}, "not \"urgent\"") == "0:not \"urgent");
  CHECK(found({"not urgent"}, "not; urgent") == "");
}

TEST_CASE("only the first hits of a rule are kept where a number is given") {
  CHECK(found({"non"}, "non non non non", 2) == "0:non 0:non");
}

TEST_CASE("dates and amounts of time are found as the tokens that stand for them") {
  PatternSet set;
  set.add(0, "avant .. @");
  set.add(1, "@ au plus tard");
  set.add(2, "sous %");
  Tokens tokens = tokenize("avant vendredi sous peu");
  CHECK(set.find(tokens).empty());
  tokens[1].rename("@date");
  tokens[3].rename("@amount");
  const std::vector<Hit> hits = set.find(tokens);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].mention == 1);
  CHECK(hits[1].rule == 2);
}
