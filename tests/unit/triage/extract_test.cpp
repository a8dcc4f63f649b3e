#include "core/triage/extract.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::triage;

TEST_CASE("telephone numbers, addresses, amounts and references are copied down, each once") {
  const Extracted found = extract(
      "Commande 77120, facture F-20418 de 1 250,50 €. Rappeler au 06 12 34 56 78 ou +33 5 56 00 11 22, "
      "ou écrire à jean.dupont@example.org. Encore : 06 12 34 56 78.");
  CHECK(found.phones.size() == 2);
  CHECK(found.emails == std::vector<std::string>{"jean.dupont@example.org"});
  REQUIRE(found.amounts.size() == 1);
  CHECK(found.amounts[0].cents == 125050);
  CHECK(found.amounts[0].currency == "EUR");
  CHECK(!found.references.empty());
}

TEST_CASE("English amounts have their own marks") {
  const Extracted found = extract("You charged £1,249.99 and then $20. Ring 07700 900214.");
  REQUIRE(found.amounts.size() == 2);
  CHECK(found.amounts[0].cents == 124999);
  CHECK(found.amounts[0].currency == "GBP");
  CHECK(found.amounts[1].cents == 2000);
  CHECK(found.phones.size() == 1);
}

TEST_CASE("a date or a clock time is no telephone number") {
  CHECK(extract("Le 12/03/2026 à 14:30, du 3 au 5.").phones.empty());
  CHECK(normalized_phone("12:30").empty());
  CHECK(!normalized_phone("+33 6 12 34 56 78").empty());
}
