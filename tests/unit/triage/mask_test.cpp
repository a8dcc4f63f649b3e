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

TEST_CASE("people are masked where words introduce them, in both languages") {
  struct Row {
    const char* text;
    const char* masked;
  };
  const Row rows[] = {{"Je m'appelle Nadia Benali, rappelez.", "Je m'appelle [name], rappelez."},
                      {"C'est Mathieu Girard à l'appareil", "C'est [name] à l'appareil"},
                      {"Bonjour, ici Sophie, la voisine.", "Bonjour, ici [name], la voisine."},
                      {"Au nom de Dupont-Moretti, dossier 4421", "Au nom de [name], dossier 4421"},
                      {"ma fille Chloé a mal aux dents", "ma fille [name] a mal aux dents"},
                      {"Mon mari, Hervé, passera", "Mon mari, [name], passera"},
                      {"Rappelez-moi svp, Jean-Pierre Lemaître", "Rappelez-moi svp, [name]"},
                      {"Les clés sont chez Gérard", "Les clés sont chez [name]"},
                      {"Cordialement,\nP. Durand", "Cordialement,\n[name]"},
                      {"My name is Priya Raman.", "My name is [name]."},
                      {"This is Tom Hughes calling about flat 4", "This is [name] calling about flat 4"},
                      {"it's Amy Brown", "it's [name]"},
                      {"my son Liam has a toothache", "my son [name] has a toothache"},
                      {"Ask for Karen at reception", "Ask for [name] at reception"},
                      {"Regards,\nJ. Smith", "Regards,\n[name]"},
                      {"This is urgent. C'est urgent. It is Monday, c'est Mardi.",
                       "This is urgent. C'est urgent. It is Monday, c'est Mardi."},
                      {"Bonjour Madame, Merci d'avance.", "Bonjour Madame, Merci d'avance."},
                      {"IT IS URGENT CALL NOW", "IT IS URGENT CALL NOW"}};
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(masked_text(text, {}) == row.masked);
  }
}

TEST_CASE("numbers that identify a person are masked, numbers of the matter are not") {
  struct Row {
    const char* text;
    const char* masked;
  };
  const Row rows[] = {
      {"N° sécu : 2850578006084 clé 91", "N° sécu : [number]"},
      {"NIR 185057800608436", "NIR [number]"},
      {"Mot de passe : hunter2", "Mot de passe : [secret]"},
      {"le mdp est Été&2025! merci", "le mdp est [secret] merci"},
      {"password: Tr0ub4dor&3 for the portal", "password: [secret] for the portal"},
      {"I need a password reset", "I need a password reset"},
      {"Ma plaque est AB-123-CD, une Clio grise", "Ma plaque est [plate], une Clio grise"},
      {"la Clio AB 123 CD ou 1234 AB 75", "la Clio [plate] ou [plate]"},
      {"Passeport 12AB34567", "Passeport [number]"},
      {"permis de conduire 123456789012", "permis de conduire [number]"},
      {"né le 12/03/1985 à Brest", "né le [date] à Brest"},
      {"date de naissance : 4 mai 1972", "date de naissance : [date]"},
      {"BIC AGRIFRPP", "BIC [number]"},
      {"NI number QQ 12 34 56 C", "NI number [number]"},
      {"the blue Fiesta AB12 CDE", "the blue Fiesta [plate]"},
      {"sort code 20-00-00", "sort code [number]"},
      {"passport no. 123456789", "passport no. [number]"},
      {"driver's license D1234567", "driver's license [number]"},
      {"born 4 May 1972", "born [date]"},
      {"un code promo, le compte rendu, the plate is broken", "un code promo, le compte rendu, the plate is broken"},
      {"Rendez-vous le 12 mars à 14h30, lot 3, commande 77120",
       "Rendez-vous le 12 mars à 14h30, lot 3, commande 77120"},
      {"Meeting on 12 March at 2:30 pm, order 77120, 3 chairs",
       "Meeting on 12 March at 2:30 pm, order 77120, 3 chairs"}};
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(masked_text(text, {}) == row.masked);
  }
}

TEST_CASE("addresses in the net are masked however they are spelled") {
  struct Row {
    const char* text;
    const char* masked;
  };
  const Row rows[] = {{"écrire à jean.dupont [at] exemple.fr", "écrire à [email]"},
                      {"tom dot hughes at gmail dot com, thanks", "[email], thanks"},
                      {"jean point dupont arobase exemple point fr", "[email]"},
                      {"facebook.com/lucie.roux et @lucie_roux sur insta", "[link] et [link] sur insta"},
                      {"meet at noon. Come at 5. com", "meet at noon. Come at 5. com"}};
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(masked_text(text, {}) == row.masked);
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
