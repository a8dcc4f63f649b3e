#include "core/triage/date_gate.hpp"

#include "core/triage/moment.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <string>

using namespace relais;
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

// Where mentions stand, what they name and how they are meant.
std::string listed(const std::string& text, Language language, bool gated) {
  const DateReading reading{language, *time::parse_local_time("2026-11-25T10:00:00"), false, gated};
  std::string out;
  for (const Mention& mention : find_mentions(tokenize(text), reading)) {
    out += std::to_string(mention.start) + "-" + std::to_string(mention.end) + " " + time::format(mention.value.start);
    if (mention.value.end) out += "/" + time::format(*mention.value.end);
    out += " " + std::string(name(mention.value.grain)) + " " + std::string(name(mention.sense)) + " " +
           time::format(mention.due) + "\n";
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

TEST_CASE("nothing is lost where no date can begin: the messages of the training read alike with and without") {
  constexpr std::array<const char*, 6> sets{"train", "third", "stories", "offices", "more", "voices"};
  std::size_t read = 0;
  for (const char* set : sets) {
    for (const Language language : {Language::french, Language::english}) {
      const std::string end = language == Language::french ? ".fr.txt" : ".en.txt";
      std::ifstream file(RELAIS_SOURCE_DIR "/core/triage/training/" + (set + end));
      for (std::string line; std::getline(file, line); ++read) {
        if (line.size() > 2000) continue;
        CAPTURE(line);
        CHECK(listed(line, language, true) == listed(line, language, false));
      }
    }
  }
  CHECK(read > 4000);
}
