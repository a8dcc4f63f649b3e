#include "core/words/pattern.hpp"
#include "core/words/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace relais;
using namespace relais::words;

namespace {

constexpr std::string_view kinds[] = {"", "number", "minutes", "time", "day", "date", "clock", "word", "plural"};

std::set<std::string> arguments(std::string_view pattern) {
  std::set<std::string> names;
  for (const Piece& piece : pieces(pattern)) {
    if (piece.place) names.emplace(piece.name);
  }
  return names;
}

bool well_formed(const Piece& piece) {
  if (!piece.place) return piece.text.find_first_of("{}") == std::string_view::npos;
  if (piece.name.empty()) return false;
  if (std::find(std::begin(kinds), std::end(kinds), piece.kind) == std::end(kinds)) return false;
  const std::size_t options = piece.options.size();
  return piece.kind == "plural" ? options == 2 : piece.kind == "word" ? options <= 1 : options == 0;
}

}  // namespace

TEST_CASE("every code of the catalogue stands once and in both languages, with the same arguments") {
  std::string_view previous;
  for (const Phrase* phrase : phrases()) {
    CAPTURE(phrase->code);
    CHECK_FALSE(phrase->code.empty());
    CHECK(phrase->code != previous);
    CHECK_FALSE(phrase->english.empty());
    CHECK_FALSE(phrase->french.empty());
    CHECK(arguments(phrase->english) == arguments(phrase->french));
    previous = phrase->code;
  }
}

TEST_CASE("every place of the catalogue is of a known kind, with the options that it takes") {
  for (const Phrase* phrase : phrases()) {
    for (const std::string_view pattern : {phrase->english, phrase->french}) {
      for (const Piece& piece : pieces(pattern)) {
        CAPTURE(pattern);
        CAPTURE(piece.text);
        CHECK(well_formed(piece));
      }
    }
  }
}

TEST_CASE("every error has a phrase, whose English is the sentence of the error itself") {
  for (std::size_t i = 0; i < static_cast<std::size_t>(ErrorCode::count_); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    const Phrase* phrase = find_phrase(name(code));
    CAPTURE(name(code));
    REQUIRE(phrase);
    CHECK(phrase->english == sentence(code));
  }
}

TEST_CASE("phrases are found by their code alone") {
  CHECK(find_phrase("unknown-member"));
  CHECK_FALSE(find_phrase("unknown-membe"));
  CHECK_FALSE(find_phrase("unknown-members"));
  CHECK_FALSE(find_phrase(""));
}
