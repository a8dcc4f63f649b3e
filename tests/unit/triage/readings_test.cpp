#include "core/triage/rank_json.hpp"

#include "tests/unit/triage/triage_cases.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;
using namespace relais::triage;

namespace {

RankParameters two_requests() {
  RankParameters parameters;
  for (const auto& [lang, body] : {std::pair("fr", "Une fuite d'eau inonde la cave, rappelez avant 17h."),
                                   std::pair("en", "Could you send the invoice by Friday?")}) {
    parameters.requests.push_back(request_of(lang, body));
    parameters.requests.back().id = lang;
  }
  return parameters;
}

}  // namespace

TEST_CASE("ranking from what was read before answers as a fresh ranking, whatever was taught or changed since") {
  RankParameters parameters = two_requests();
  Readings held;
  const auto same = [&] { return json_text(rank(parameters, &held)) == json_text(rank(parameters)); };
  CHECK(same());
  CHECK(same());
  Correction correction;
  correction.request = parameters.requests[1];
  correction.category = "quote";
  parameters.model = learn(Model(), {correction, correction, correction}).value();
  CHECK(same());
  parameters.requests[0].body = "Ce n'est plus urgent, merci.";
  CHECK(same());
  parameters.requests.pop_back();
  CHECK(same());
  parameters.requests.clear();
  CHECK(same());
}
