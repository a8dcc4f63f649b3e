#include "core/triage/mask.hpp"

#include "core/triage/import_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;
using namespace relais::triage;

TEST_CASE("personal data that can be recognised is masked in both languages") {
  struct Row {
    const char* text;
    const char* masked;
  };
  const Sender roux{"Lucie Roux-Martel", "", "", "Garage Bellard"};
  const Row rows[] = {
      {"Rappeler Mme Roux au 06 12 34 56 78.", "Rappeler Mme [name] au [phone]."},
      {"rappeler au +33 5 56 00 11 22 ou (01) 99 00 12 34", "rappeler au [phone] ou [phone]"},
      {"Écrire à lucie.roux@example.org, merci. Lucie Roux-Martel", "Écrire à [email], merci. [name]"},
      {"Le garage Bellard m'a compté 1 250,50 € au lieu de 240 euros.",
       "Le garage [name] m'a compté [amount] au lieu de [amount]."},
      {"J'habite 14 bis rue des Lilas, 33000 Bordeaux.", "J'habite [address], [address]."},
      {"Mon IBAN : FR76 3000 6000 0112 3456 7890 189, merci", "Mon IBAN : [account], merci"},
      {"Carte 4539 1488 0343 6467, elle ne passe plus", "Carte [card], elle ne passe plus"},
      {"Ask Dr Okafor to ring 020 7946 0123.", "Ask Dr [name] to ring [phone]."},
      {"You charged £1,249.99 and then $20.", "You charged [amount] and then [amount]."},
      {"The keys are at 3 Orchard Row, SW1A 2AA.", "The keys are at [address], [address]."},
      {"GB29 NWBK 6016 1331 9268 19 is the account", "[account] is the account"},
      {"Le 12/03/2026 à 14:30, lot 3, 2e étage", "Le 12/03/2026 à 14:30, lot 3, 2e étage"},
      {"Order 77120, three chairs, by 5 pm on 12 March", "Order 77120, three chairs, by 5 pm on 12 March"},
      {"", ""},
      {"😀", "😀"}};
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(masked_text(text, roux) == row.masked);
  }
}

TEST_CASE("a masked request keeps what it is about and nothing that says whose it is") {
  Request request;
  request.from = {"Karim Haddad", "06 12 34 56 78", "k.haddad@example.org", "Haddad SARL"};
  request.subject = "Devis Haddad";
  request.body = "Bonjour, Karim Haddad ici, toujours pas de devis.";
  request.message_id = "<1@haddad.example.org>";
  request.thread_id = "haddad";
  request.attachments = "[]";
  request.extra = "{}";
  const Request out = masked(request);
  CHECK(out.subject == "Devis [name]");
  CHECK(out.body == "Bonjour, [name] ici, toujours pas de devis.");
  CHECK(out.from == Sender{"[name]", "[phone]", "[email]", "[name]"});
  CHECK((out.message_id + out.thread_id + out.attachments + out.extra).empty());
  CHECK(masked(out) == out);
}

TEST_CASE("an import masks where it is asked to, and refuses another value") {
  Json params{
      {"format", "note"}, {"text", "10h05 Mme Roux, 06 12 34 56 78, fuite d'eau"}, {"now", "2026-03-10T11:00:00"}};
  const auto plain = import_requests(params);
  REQUIRE(plain.ok());
  CHECK(plain->at("requests").at(0).at("from").at("phone") == "0612345678");
  params["mask"] = true;
  const auto hidden = import_requests(params);
  REQUIRE(hidden.ok());
  CHECK(hidden->at("requests").at(0).at("body") == "10h05 Mme [name], [phone], fuite d'eau");
  CHECK(hidden->at("requests").at(0).at("from").at("name") == "[name]");
  params["mask"] = "yes";
  CHECK(!import_requests(params).ok());
}
