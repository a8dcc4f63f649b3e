#include "core/triage/signals.hpp"

#include "tests/unit/triage/triage_cases.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace relais;
using namespace relais::triage;

namespace {

struct Row {
  const char* lang;
  const char* text;
  const char* signal;
  bool found;
};

void check(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.signal);
    REQUIRE(find_signal(row.signal) != nullptr);
    CHECK((evidence_of(request_of(row.lang, row.text)).find(row.signal) != nullptr) == row.found);
  }
}

}  // namespace

TEST_CASE("danger is read from what happens, not from urgent words") {
  const Row rows[] = {{"fr", "L'eau coule du plafond de la cuisine.", "water-pouring", true},
                      {"en", "Water is coming through the kitchen ceiling.", "water-pouring", true},
                      {"fr", "Il y a une odeur de gaz dans le hall.", "gas-or-fumes", true},
                      {"en", "There is a smell of gas in the hall.", "gas-or-fumes", true},
                      {"fr", "De la fumée sort du tableau électrique.", "fire", true},
                      {"en", "Smoke is coming out of the fuse box.", "fire", true},
                      {"fr", "Ma joue est très enflée et j'ai de la fièvre.", "medical-emergency", true},
                      {"en", "My cheek is very swollen and I have a fever.", "medical-emergency", true},
                      {"fr", "URGENT ! Rappelez-moi vite !", "water-pouring", false},
                      {"en", "URGENT! Call me back now!", "fire", false}};
  check(rows);
}

TEST_CASE("a negated danger is none, and the negation ends with its clause") {
  const Row rows[] = {{"fr", "Il n'y a pas de fuite d'eau, je voudrais seulement un devis.", "water-pouring", false},
                      {"en", "There is no leak, I only want a price.", "water-pouring", false},
                      {"fr", "Aucune odeur de gaz.", "gas-or-fumes", false},
                      {"en", "There isn't any smell of gas.", "gas-or-fumes", false},
                      {"fr", "Je ne peux plus attendre, l'eau coule du plafond.", "water-pouring", true},
                      {"en", "I can't wait, water is pouring through the ceiling.", "water-pouring", true}};
  check(rows);
}

TEST_CASE("harm that was put right is none, unless it came back or began since") {
  const Row rows[] = {
      {"fr", "L'odeur de gaz de ce matin, le plombier l'a réglée, elle a été réparée à midi.", "gas-or-fumes", false},
      {"fr", "Fuite de gaz dans la cave hier soir. C'est réparé, merci.", "gas-or-fumes", false},
      {"fr", "La fuite de gaz a été réparée mais ça recommence.", "gas-or-fumes", true},
      {"fr", "Odeur de gaz depuis que la chaudière a été réparée.", "gas-or-fumes", true},
      {"fr", "La fuite d'eau n'a pas été réparée.", "water-pouring", true},
      {"en", "The gas smell in the hall has been fixed.", "gas-or-fumes", false},
      {"en", "There was water coming through the ceiling. It has stopped and been mended.", "water-pouring", false},
      {"en", "The gas leak was repaired but we can smell gas again.", "gas-or-fumes", true},
      {"en", "Smell of gas since the cooker was repaired.", "gas-or-fumes", true},
      {"en", "The smell of gas has not been fixed.", "gas-or-fumes", true}};
  check(rows);
}

TEST_CASE("contacts, anger and calm have signals of their own in both languages") {
  const Row rows[] = {{"fr", "C'est la troisième fois que j'appelle.", "repeated-contact", true},
                      {"en", "This is the third time I have called.", "repeated-contact", true},
                      {"fr", "Vous deviez me rappeler lundi.", "promise-missed", true},
                      {"en", "You were supposed to ring me on Monday.", "promise-missed", true},
                      {"fr", "Je vais saisir mon avocat.", "threat-to-sue", true},
                      {"en", "I will take you to court.", "threat-to-sue", true},
                      {"fr", "Merci beaucoup pour votre aide !", "thanks", true},
                      {"en", "Thank you so much for your help!", "thanks", true},
                      {"fr", "Bonjour, quels sont vos horaires ?", "repeated-contact", false},
                      {"en", "Hello, what are your opening hours?", "threat-to-sue", false}};
  check(rows);
}

TEST_CASE("contact that went unanswered is read in the first person and in a note of the third") {
  const Row rows[] = {
      {"fr", "Il a appelé deux fois la semaine dernière et personne ne l'a rappelé.", "repeated-contact", true},
      {"fr", "Il a appelé deux fois la semaine dernière et personne ne l'a rappelé.", "unanswered", true},
      {"en", "He called twice last week and nobody rang him.", "repeated-contact", true},
      {"en", "He called twice last week and nobody rang him.", "unanswered", true},
      {"fr", "Je n'ai jamais eu de réponse.", "unanswered", true},
      {"en", "No one has replied.", "unanswered", true},
      {"fr", "Vous ne répondez pas à mes messages.", "automatic-message", false},
      {"en", "I still have no reply to my messages.", "automatic-message", false},
      {"fr", "Vous ne répondez pas à mes messages.", "no-reply-needed", false},
      {"fr", "Vous ne me rappelez jamais.", "no-reply-needed", false},
      {"en", "You do not reply to my messages.", "no-reply-needed", false},
      {"fr", "Ne me rappelez pas.", "no-reply-needed", true},
      {"fr", "Merci de ne pas répondre à ce message.", "automatic-message", true},
      {"en", "Please do not reply to this message.", "automatic-message", true},
      {"fr", "On m'avait dit que ce serait prêt hier.", "promise-missed", true},
      {"en", "I was told it would be ready yesterday.", "promise-missed", true},
      {"fr", "Inutile de répondre, aucune réponse attendue.", "unanswered", false},
      {"en", "No reply needed, no answer required.", "unanswered", false},
      {"fr", "J'y vais deux fois par semaine.", "repeated-contact", false},
      {"en", "I go there twice a week.", "repeated-contact", false}};
  check(rows);
}

TEST_CASE("what is denied is not complained of, and nobody hurt is no harm") {
  const Row rows[] = {{"fr", "Ce n'est pas une réclamation.", "dissatisfaction", false},
                      {"en", "It is not a complaint.", "dissatisfaction", false},
                      {"fr", "Je ne suis pas contente du travail.", "dissatisfaction", true},
                      {"en", "I'm not happy with the work.", "dissatisfaction", true},
                      {"en", "I'm not angry, just curious.", "anger", false},
                      {"fr", "C'est scandaleux.", "anger", true},
                      {"fr", "Personne n'est blessé.", "contained", true},
                      {"en", "Nobody is hurt.", "contained", true},
                      {"fr", "Personne n'a été blessé.", "medical-emergency", false},
                      {"en", "No one was hurt.", "medical-emergency", false}};
  check(rows);
}

TEST_CASE("a finding quotes the words that it was read from") {
  const Request request = request_of("fr", "Bonjour. L'eau coule du plafond depuis ce matin.");
  const Evidence evidence = evidence_of(request);
  const Finding* finding = evidence.find("water-pouring");
  REQUIRE(finding != nullptr);
  const std::string quoted = request.body.substr(finding->place.start, finding->place.end - finding->place.start);
  CHECK(quoted.find("coule") != std::string::npos);
}

TEST_CASE("every word of a language's tables belongs to a signal, and every signal has a name of its own") {
  std::set<std::string_view> codes;
  for (const Signal& signal : signals()) CHECK(codes.insert(signal.code).second);
  for (const auto table :
       {french_signals(), english_signals(), topic_words(Language::french), topic_words(Language::english)}) {
    for (const SignalWords& words : table) CHECK(find_signal(words.code) != nullptr);
  }
}

TEST_CASE("what is quoted and what is signed is not what is said") {
  const Request reply = request_of("en",
                                   "All good now, thanks.\n\nOn Mon, 9 Mar 2026, Desk <desk@example.org> wrote:\n"
                                   "> Water is coming through the ceiling!\n");
  CHECK(evidence_of(reply).find("water-pouring") == nullptr);
  const Request signed_one =
      request_of("fr", "Bonjour, quels sont vos horaires ?\n\n-- \nJean Feu\nIncendie & Secours");
  CHECK(evidence_of(signed_one).find("fire") == nullptr);
}

TEST_CASE("the language of a short text shows in its small words and in its days") {
  struct Row {
    const char* text;
    Language language;
  };
  using enum Language;
  const Row rows[] = {{"My car won't start", english},    {"Tuesday?", english},
                      {"The gate is stuck", english},     {"Call Mrs Dupont", english},
                      {"Wednesday or Thursday", english}, {"any news", english},
                      {"Mardi ou mercredi", french},      {"Rappeler Mme Smith", french},
                      {"Toujours rien reçu", french},     {"vendredi 17h", french}};
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    const auto found = detect_language(tokenize(text));
    REQUIRE(found.has_value());
    CHECK(*found == row.language);
  }
  CHECK(!detect_language(tokenize("12 34")).has_value());
  CHECK(!detect_language(tokenize("")).has_value());
}

TEST_CASE("what collapses is a structure or a person, and a fire alarm has its tests and prices") {
  const Row rows[] = {{"en", "I collapsed laughing at your joke, thank you", "medical-emergency", false},
                      {"en", "I collapsed laughing at your joke, thank you", "collapse", false},
                      {"en", "The deal has collapsed, can you recover the deposit?", "collapse", false},
                      {"en", "The deal has collapsed, can you recover the deposit?", "medical-emergency", false},
                      {"en", "My father has just collapsed", "medical-emergency", true},
                      {"en", "The ceiling has collapsed", "collapse", true},
                      {"en", "We run a first aid and cardiac arrest course", "medical-emergency", false},
                      {"fr", "Exercice incendie vendredi à 10h", "fire", false},
                      {"fr", "Essai de l'alarme incendie demain", "fire", false},
                      {"fr", "Alarme incendie : devis pour six détecteurs", "fire", false},
                      {"fr", "L'alarme incendie sonne et il y a de la fumée", "fire", true},
                      {"en", "Fire alarm in the building: quote for six detectors", "fire", false},
                      {"en", "The fire alarm is ringing and there is smoke", "fire", true}};
  check(rows);
}

TEST_CASE("a joke told, hair lost and a device that does not respond are no anger, no threat, no silence") {
  const Row rows[] = {{"en", "I liked your joke", "anger", false},
                      {"en", "Your service is a joke", "anger", true},
                      {"fr", "Mon chat a perdu un peu de poil", "threat-to-leave", false},
                      {"fr", "Vous avez perdu un client", "threat-to-leave", true},
                      {"fr", "J'appelle pour un autre rendez-vous", "threat-to-leave", false},
                      {"fr", "L'imprimante ne répond pas", "unanswered", false},
                      {"fr", "Le site ne répond pas", "unanswered", false},
                      {"fr", "Le serveur ne répond plus", "unanswered", false},
                      {"fr", "Le standard ne répond pas", "unanswered", true}};
  check(rows);
}

TEST_CASE("words of haste that name a thing, or tell how it stands now, are none") {
  struct Told {
    const char* lang;
    const char* text;
    int urgency;
  };
  for (const Told& told :
       {Told{"en", "No need to hurry", -1}, Told{"en", "I am not in pain any more, no need to hurry", -1},
        Told{"en", "it is all sorted now", 0}, Told{"en", "the emergency plumber number for my records", 0},
        Told{"en", "I need it fixed now", 1}, Told{"en", "Please hurry", 1}, Told{"en", "It is an emergency", 1},
        Told{"fr", "Pas besoin de vous presser", -1}, Told{"fr", "Vous avez besoin de vous dépêcher", 0},
        Told{"fr", "C'est réglé maintenant", 0}, Told{"fr", "Le numéro d'urgence du plombier", 0},
        Told{"fr", "Venez d'urgence", 1}, Told{"fr", "Il faut venir maintenant", 1}}) {
    CAPTURE(told.text);
    CHECK(evidence_of(request_of(told.lang, told.text)).wording.urgency == told.urgency);
  }
}
