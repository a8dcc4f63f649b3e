#include "core/triage/judgement.hpp"

#include "tests/unit/triage/triage_cases.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

using namespace relais;
using namespace relais::triage;
using policy::Priority;

namespace {

const char* const texts[] = {
    "",
    "👍",
    "L'eau coule du plafond, je ne trouve pas la vanne.",
    "Merci beaucoup !",
    "Buy now!!! 50% off, click here, limited offer, unsubscribe",
    "Guten Tag, ich möchte einen Termin am Freitag.",
    "<p>Bonjour</p><p>Pouvez-vous me rappeler ?</p>",
    "Vous deviez me rappeler lundi, c'est la troisième fois que j'appelle, je vais saisir un avocat.",
};

}  // namespace

TEST_CASE("the score is exactly the sum of the reasons shown, and the probabilities of a thousand") {
  for (const char* text : texts) {
    for (const char* lang : {"fr", "en", ""}) {
      CAPTURE(text);
      const Judgement judgement = judged(request_of(lang, text));
      std::int64_t sum = 0;
      for (const Contribution& reason : judgement.reasons) sum += reason.weight;
      CHECK(sum == judgement.score);
      CHECK(std::accumulate(judgement.probabilities.begin(), judgement.probabilities.end(), std::int64_t{0}) == 1000);
      const auto best = std::max_element(judgement.probabilities.begin(), judgement.probabilities.end());
      CHECK(static_cast<Priority>(best - judgement.probabilities.begin()) == judgement.priority);
    }
  }
}

TEST_CASE("a calm sentence about harm is critical, a shout about nothing is low") {
  CHECK(judged(request_of("fr", "L'eau coule du plafond de la cuisine et atteint le tableau électrique.")).priority ==
        Priority::critical);
  CHECK(judged(request_of("en", "I can smell gas in the stairwell and two people feel dizzy.")).priority ==
        Priority::critical);
  CHECK(judged(request_of("en", "URGENT!!! Win a prize now, click here before midnight, limited offer")).priority ==
        Priority::low);
  CHECK(judged(request_of("fr", "Merci beaucoup pour tout, bonne journée !")).priority == Priority::low);
}

TEST_CASE("where no priority is likelier than all others together, one question is asked") {
  std::size_t asked = 0;
  for (const char* text : texts) {
    const Judgement judgement = judged(request_of("fr", text));
    const auto best = *std::max_element(judgement.probabilities.begin(), judgement.probabilities.end());
    if (best < 500) CHECK(judgement.ask.has_value());
    asked += judgement.ask.has_value();
  }
  CHECK(judged(request_of("fr", "")).ask.has_value());
  CHECK(asked < std::size(texts));
}

TEST_CASE("a policy's weight, its VIP and its rules move the score by reasons of their own") {
  const Request request = request_of("fr", "Bonjour, vous deviez me rappeler lundi. Merci de me contacter.");
  const Evidence evidence = evidence_of(request);
  policy::Policy policy;
  policy.weights["promise-missed"] = 3000;
  const Judgement usual = judge(request, evidence, {}, {}, {});
  const Judgement heavier = judge(request, evidence, policy, {}, {});
  CHECK(heavier.score > usual.score);
  policy::Rule rule;
  rule.id = "first";
  rule.then.priority = Priority::critical;
  policy.rules.push_back(rule);
  const Judgement ruled = judge(request, evidence, policy, {}, {});
  CHECK(ruled.priority == Priority::critical);
  CHECK(std::any_of(ruled.reasons.begin(), ruled.reasons.end(),
                    [](const Contribution& reason) { return reason.source == Source::rule; }));
}

TEST_CASE("a person's word leaves no doubt, and the score is still the sum of its reasons") {
  Judgement judgement = judged(request_of("fr", "Quels sont vos horaires ?"));
  set_by_person(judgement, Priority::critical);
  CHECK(judgement.priority == Priority::critical);
  CHECK(judgement.probabilities[0] == 1000);
  CHECK(judgement.reasons.front().reason.code == "corrected");
  std::int64_t sum = 0;
  for (const Contribution& reason : judgement.reasons) sum += reason.weight;
  CHECK(sum == judgement.score);
}

TEST_CASE("earlier requests without an answer press") {
  const Request request = request_of("en", "Could somebody let me know about my file?");
  const Evidence evidence = evidence_of(request);
  History history;
  history.open_requests = 2;
  history.oldest_days = 6;
  const Judgement first = judge(request, evidence, {}, {}, {});
  const Judgement again = judge(request, evidence, {}, history, {});
  CHECK(again.score > first.score);
}

TEST_CASE("a date in a mere question, in thanks or in prospecting binds nobody") {
  CHECK(!judged(request_of("fr", "Bonjour, êtes-vous ouverts vendredi ?")).deadline.has_value());
  CHECK(!judged(request_of("en", "Hello, are you open on Friday?")).deadline.has_value());
  CHECK(judged(request_of("fr", "Il me faut l'attestation avant vendredi.")).deadline.has_value());
  CHECK(judged(request_of("en", "I need the certificate by Friday.")).deadline.has_value());
}

namespace {

std::int64_t weight_of(const Judgement& judgement, std::string_view code) {
  std::int64_t sum = 0;
  for (const Contribution& reason : judgement.reasons) sum += reason.reason.code == code ? reason.weight : 0;
  return sum;
}

}  // namespace

TEST_CASE("a deadline that the learned category makes binding counts once, in the signals or in the learned layer") {
  const std::pair<const char*, const char*> rows[] = {{"en", "cant be in at 2 today can u come at 5"},
                                                      {"en", "can karim come at 4 today not 2? stuck at the vet's"},
                                                      {"fr", "je peux pas etre la a 14h auj, plutot 17h ?"},
                                                      {"fr", "Le technicien peut-il passer à 16 h au lieu de 14 h ?"}};
  for (const auto& [lang, text] : rows) {
    const std::string said = text;
    CAPTURE(said);
    const Judgement judgement = judged(request_of(lang, text));
    CHECK(judgement.priority != Priority::critical);
    const auto best = std::max_element(judgement.probabilities.begin(), judgement.probabilities.end());
    CHECK(static_cast<Priority>(best - judgement.probabilities.begin()) == judgement.priority);
  }
}

TEST_CASE("the learned layer moves nothing where the signals come to the priority that it finds most likely") {
  const std::pair<const char*, const char*> rows[] = {{"en", "Water is pouring through the kitchen ceiling."},
                                                      {"fr", "L'eau coule du plafond de la cuisine."},
                                                      {"en", "Buy now, 50% off, limited offer, click here."},
                                                      {"fr", "Il y a une odeur de gaz dans le hall."}};
  for (const auto& [lang, text] : rows) {
    const std::string said = text;
    CAPTURE(said);
    const Request request = request_of(lang, text);
    const Judgement rules = judge_by_rules(request, evidence_of(request)), both = judged(request);
    REQUIRE(rules.priority == both.priority);
    CHECK(weight_of(both, "learned-text") == 0);
    CHECK(both.score == rules.score);
  }
}

TEST_CASE("what the journal adds stands beside what the learned layer says") {
  const Request request = request_of("en", "Could somebody let me know about my file?");
  const Evidence evidence = evidence_of(request);
  const Learned learned = consult(Model(), request, evidence, judge_by_rules(request, evidence));
  History history;
  history.missed_callbacks = 1;
  const Judgement without = judge(request, evidence, {}, {}, learned);
  const Judgement with = judge(request, evidence, {}, history, learned);
  CHECK(with.score == without.score + weight_of(with, "callback-missed"));
  const auto best = std::max_element(with.probabilities.begin(), with.probabilities.end());
  CHECK(static_cast<Priority>(best - with.probabilities.begin()) == with.priority);
}

namespace {

const std::array<std::int64_t, 4> all_but_sure_low{5, 20, 175, 800};

Judgement outvoted(const char* lang, const char* text, bool from_desk = false) {
  const Request request = request_of(lang, text);
  const Evidence evidence = evidence_of(request);
  Learned learned = consult(Model(), request, evidence, judge_by_rules(request, evidence));
  learned.priority = all_but_sure_low;
  learned.from_desk = from_desk;
  return judge(request, evidence, {}, {}, learned);
}

bool has(const Judgement& judgement, std::string_view code) {
  return std::any_of(judgement.reasons.begin(), judgement.reasons.end(),
                     [&](const Contribution& reason) { return reason.reason.code == code; });
}

}  // namespace

TEST_CASE("danger, and contact left without an answer or a promise, are not outvoted by the learned layer") {
  const std::pair<const char*, const char*> rows[] = {
      {"en", "He called twice last week and nobody rang him."},
      {"fr", "Il a appelé deux fois la semaine dernière et personne ne l'a rappelé."},
      {"en", "You promised to call me on Friday. Nobody called me back."},
      {"fr", "Vous m'aviez promis un appel vendredi. Personne ne m'a rappelé."},
      {"en", "There is a strong smell of gas in the hall."},
      {"fr", "Il y a une forte odeur de gaz dans le hall."}};
  for (const auto& [lang, text] : rows) {
    const std::string said = text;
    CAPTURE(said);
    const Judgement judgement = outvoted(lang, text);
    CHECK(judgement.priority <= Priority::high);
    CHECK(judgement.probabilities[0] + judgement.probabilities[1] == 700);
    CHECK(has(judgement, "signal-floor"));
    CHECK(judgement.action == Action::transfer);
    std::int64_t sum = 0;
    for (const Contribution& reason : judgement.reasons) sum += reason.weight;
    CHECK(sum == judgement.score);
  }
}

TEST_CASE("the learned layer is believed where one word of contact stands alone, where it waits, or is contained") {
  const std::pair<const char*, const char*> rows[] = {
      {"en", "This is the third time I have called, your line was engaged."},
      {"fr", "C'est la troisième fois que j'appelle, votre ligne était occupée."},
      {"en", "He called twice and nobody rang him, but there is no rush at all."},
      {"fr", "Il a appelé deux fois et personne ne l'a rappelé, mais rien ne presse."},
      {"en", "There was water coming through the ceiling, I have turned it off at the stopcock."},
      {"fr", "L'eau coulait du plafond, j'ai coupé l'eau au compteur."},
      {"en", "Hello, what are your opening hours?"},
      {"fr", ""}};
  for (const auto& [lang, text] : rows) {
    const std::string said = text;
    CAPTURE(said);
    const Judgement judgement = outvoted(lang, text);
    CHECK(!has(judgement, "signal-floor"));
    CHECK(judgement.priority == Priority::low);
  }
}

TEST_CASE("this desk's corrections may teach otherwise where they are all but sure") {
  const char* text = "He called twice last week and nobody rang him.";
  CHECK(outvoted("en", text, true).priority == Priority::high);
  const Request request = request_of("en", text);
  const Evidence evidence = evidence_of(request);
  Learned learned = consult(Model(), request, evidence, judge_by_rules(request, evidence));
  learned.priority = {0, 10, 30, 960};
  learned.from_desk = true;
  CHECK(judge(request, evidence, {}, {}, learned).priority == Priority::low);
}

TEST_CASE("a request of unanswered contact is high with the model that is shipped") {
  for (const auto& [lang, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"en", "he called twice last week and nobody rang him"},
           {"fr", "il a appelé deux fois la semaine dernière et personne ne l'a rappelé"}}) {
    const std::string said = text;
    CAPTURE(said);
    CHECK(judged(request_of(lang, text)).priority == Priority::high);
  }
}

TEST_CASE("a thing that broke, told in a few words, is not critical where no harm is named") {
  const std::pair<const char*, const char*> rows[] = {{"fr", "Une ampoule est grillée dans l'escalier"},
                                                      {"en", "A bulb is out on the stairs"},
                                                      {"en", "The door handle fell off"},
                                                      {"fr", "La climatisation souffle tiède"},
                                                      {"en", "the website is not responding"},
                                                      {"en", "A filling fell out yesterday, it does not hurt."},
                                                      {"fr", "le site ne répond pas"}};
  for (const auto& [lang, text] : rows) {
    const std::string said = text;
    CAPTURE(said);
    const Judgement judgement = judged(request_of(lang, text));
    CHECK(judgement.priority != Priority::critical);
    const auto best = std::max_element(judgement.probabilities.begin(), judgement.probabilities.end());
    CHECK(static_cast<Priority>(best - judgement.probabilities.begin()) == judgement.priority);
    CHECK(std::accumulate(judgement.probabilities.begin(), judgement.probabilities.end(), std::int64_t{0}) == 1000);
  }
}

TEST_CASE("a trifle is critical where the learned layer is very sure, or the desk has taught it") {
  const Request request = request_of("en", "The door handle fell off");
  const Evidence evidence = evidence_of(request);
  Learned learned = consult(Model(), request, evidence, judge_by_rules(request, evidence));
  struct Row {
    std::int64_t critical;
    bool from_desk;
    Priority priority;
  };
  for (const Row& row :
       {Row{899, false, Priority::high}, Row{900, false, Priority::critical}, Row{600, true, Priority::critical}}) {
    CAPTURE(row.critical);
    learned.priority = {row.critical, 10, 20, 970 - row.critical};
    learned.from_desk = row.from_desk;
    const Judgement judgement = judge(request, evidence, {}, {}, learned);
    CHECK(judgement.priority == row.priority);
    CHECK(judgement.probabilities[static_cast<std::size_t>(row.priority)] == row.critical);
  }
}

TEST_CASE("an e-mail without a body is never filtered by learning, and asks") {
  const std::pair<const char*, const char*> rows[] = {{"fr", "Mise en demeure"},
                                                      {"fr", "Convocation audience"},
                                                      {"en", "Court summons"},
                                                      {"en", "Urgent"},
                                                      {"fr", "Urgent"},
                                                      {"en", "Signed contract attached"},
                                                      {"en", ""},
                                                      {"fr", ""}};
  for (const auto& [lang, subject] : rows) {
    const std::string said = subject;
    CAPTURE(said);
    const Judgement judgement = judged(request_of(lang, "", subject));
    CHECK(judgement.action != Action::filter);
    CHECK(judgement.category != "solicitation");
    CHECK(judgement.category != "thanks");
    CHECK(judgement.ask.has_value());
    CHECK(!has(judgement, "learned-category-text"));
    CHECK(!has(judgement, "learned-action-text"));
  }
}

TEST_CASE("a hearing that sits today does not wait for whoever only lets it be known") {
  const Judgement judgement =
      judged(request_of("en", "Just so you know, the hearing is today at 1pm, thank you for everything you did"));
  CHECK(has(judgement, "hearing-today"));
  CHECK(judgement.priority <= Priority::high);
  const Judgement french = judged(request_of("fr", "Je vous laisse savoir que l'audience est aujourd'hui à 13h."));
  CHECK(french.priority <= Priority::high);
}

TEST_CASE("the hour of something else is not the court's") {
  CHECK(!has(
      judged(request_of("en",
                        "Please send the order of the tribunal that you mentioned in your last letter to us and to "
                        "the buyers' bank as well. I need it by 1pm today.")),
      "hearing-today"));
}

TEST_CASE("danger that is a trade's subject, a joke's or a drill's lifts nothing") {
  const std::pair<const char*, const char*> rows[] = {
      {"en", "I collapsed laughing at your joke, thank you"},
      {"en", "The deal collapsed, can you recover the deposit?"},
      {"en", "We run a first aid and cardiac arrest course, what is the price?"},
      {"fr", "Alarme incendie : devis pour six détecteurs"},
      {"fr", "Exercice incendie vendredi à 10h"},
      {"en", "Fire drill on Friday at 10"}};
  for (const auto& [lang, text] : rows) {
    const std::string said = text;
    CAPTURE(said);
    const Judgement judgement = judged(request_of(lang, text));
    CHECK(!has(judgement, "signal-floor"));
    CHECK(judgement.priority != Priority::critical);
  }
}

TEST_CASE("danger asked about as a price is lifted only where the learned layer sees some haste") {
  const Request request = request_of("en", "There is a strong smell of gas, what is the price of a visit?");
  const Evidence evidence = evidence_of(request);
  Learned learned = consult(Model(), request, evidence, judge_by_rules(request, evidence));
  learned.category = {"quote", 900};
  learned.priority = {100, 199, 601, 100};
  CHECK(!has(judge(request, evidence, {}, {}, learned), "signal-floor"));
  learned.priority = {100, 200, 600, 100};
  CHECK(has(judge(request, evidence, {}, {}, learned), "signal-floor"));
}

TEST_CASE("who tells of a silence is not filtered by the look of the words") {
  for (const auto& request : {request_of("fr", "Vous ne répondez pas à mes messages"),
                              request_of("en", "I still have no reply to my messages, you do not reply")}) {
    const Judgement judgement = judged(request);
    CHECK(has(judgement, "unanswered"));
    CHECK(judgement.action != Action::filter);
  }
}
