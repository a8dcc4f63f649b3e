#include "core/triage/calendar_words.hpp"

#include <array>
#include <span>

namespace relais::triage {
namespace {

struct Entry {
  std::string_view word;
  int value;
};

constexpr Entry french_weekdays[] = {{"lundi", 0},  {"mardi", 1},    {"mercredi", 2}, {"jeudi", 3}, {"vendredi", 4},
                                     {"samedi", 5}, {"dimanche", 6}, {"lun", 0},      {"mer", 2},   {"jeu", 3},
                                     {"ven", 4},    {"sam", 5},      {"dim", 6}};
constexpr Entry english_weekdays[] = {{"monday", 0},   {"tuesday", 1}, {"wednesday", 2}, {"thursday", 3}, {"friday", 4},
                                      {"saturday", 5}, {"sunday", 6},  {"mon", 0},       {"tue", 1},      {"tues", 1},
                                      {"wed", 2},      {"weds", 2},    {"thu", 3},       {"thur", 3},     {"thurs", 3},
                                      {"fri", 4},      {"sat", 5},     {"sun", 6}};
constexpr Entry french_months[] = {{"janvier", 1},   {"fevrier", 2},   {"mars", 3}, {"avril", 4},     {"mai", 5},
                                   {"juin", 6},      {"juillet", 7},   {"aout", 8}, {"septembre", 9}, {"octobre", 10},
                                   {"novembre", 11}, {"decembre", 12}, {"janv", 1}, {"jan", 1},       {"fevr", 2},
                                   {"fev", 2},       {"avr", 4},       {"juil", 7}, {"jui", 7},       {"jul", 7},
                                   {"sept", 9},      {"sep", 9},       {"oct", 10}, {"nov", 11},      {"dec", 12}};
constexpr Entry english_months[] = {
    {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
    {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
    {"jan", 1},     {"feb", 2},      {"mar", 3},       {"apr", 4},      {"jun", 6},       {"jul", 7},
    {"aug", 8},     {"sep", 9},      {"sept", 9},      {"oct", 10},     {"nov", 11},      {"dec", 12}};

struct UnitEntry {
  std::string_view word;
  UnitWord unit;
};

constexpr UnitEntry french_units[] = {
    {"seconde", {Unit::second, 1}}, {"secondes", {Unit::second, 1}}, {"minute", {Unit::minute, 1}},
    {"minutes", {Unit::minute, 1}}, {"min", {Unit::minute, 1}},      {"mn", {Unit::minute, 1}},
    {"heure", {Unit::hour, 1}},     {"heures", {Unit::hour, 1}},     {"h", {Unit::hour, 1}},
    {"hrs", {Unit::hour, 1}},       {"jour", {Unit::day, 1}},        {"jours", {Unit::day, 1}},
    {"j", {Unit::day, 1}},          {"journee", {Unit::day, 1}},     {"journees", {Unit::day, 1}},
    {"semaine", {Unit::week, 1}},   {"semaines", {Unit::week, 1}},   {"sem", {Unit::week, 1}},
    {"mois", {Unit::month, 1}},     {"trimestre", {Unit::month, 3}}, {"trimestres", {Unit::month, 3}},
    {"an", {Unit::year, 1}},        {"ans", {Unit::year, 1}},        {"annee", {Unit::year, 1}},
    {"annees", {Unit::year, 1}}};
constexpr UnitEntry english_units[] = {
    {"second", {Unit::second, 1}}, {"seconds", {Unit::second, 1}}, {"sec", {Unit::second, 1}},
    {"secs", {Unit::second, 1}},   {"minute", {Unit::minute, 1}},  {"minutes", {Unit::minute, 1}},
    {"min", {Unit::minute, 1}},    {"mins", {Unit::minute, 1}},    {"hour", {Unit::hour, 1}},
    {"hours", {Unit::hour, 1}},    {"hr", {Unit::hour, 1}},        {"hrs", {Unit::hour, 1}},
    {"h", {Unit::hour, 1}},        {"day", {Unit::day, 1}},        {"days", {Unit::day, 1}},
    {"week", {Unit::week, 1}},     {"weeks", {Unit::week, 1}},     {"wk", {Unit::week, 1}},
    {"wks", {Unit::week, 1}},      {"fortnight", {Unit::week, 2}}, {"fortnights", {Unit::week, 2}},
    {"month", {Unit::month, 1}},   {"months", {Unit::month, 1}},   {"mth", {Unit::month, 1}},
    {"mths", {Unit::month, 1}},    {"quarter", {Unit::month, 3}},  {"quarters", {Unit::month, 3}},
    {"year", {Unit::year, 1}},     {"years", {Unit::year, 1}},     {"yr", {Unit::year, 1}},
    {"yrs", {Unit::year, 1}}};

struct PartEntry {
  std::string_view word;
  DayPart part;
};

constexpr PartEntry french_parts[] = {{"matin", {0, 12}}, {"matinee", {0, 12}}, {"midi", {12, 14}}, {"aprem", {12, 19}},
                                      {"soir", {18, 24}}, {"soiree", {18, 24}}, {"nuit", {0, 4}}};
constexpr PartEntry english_parts[] = {{"morning", {0, 12}}, {"afternoon", {12, 19}}, {"evening", {18, 24}},
                                       {"night", {18, 24}},  {"eve", {18, 24}},       {"lunchtime", {12, 14}},
                                       {"arvo", {12, 19}},   {"nite", {18, 24}}};

std::optional<int> find(std::span<const Entry> entries, std::string_view word) {
  for (const Entry& entry : entries) {
    if (entry.word == word) return entry.value;
  }
  return std::nullopt;
}

template <class Found, class E>
std::optional<Found> find_in(std::span<const E> entries, std::string_view word, Found E::*member) {
  for (const E& entry : entries) {
    if (entry.word == word) return entry.*member;
  }
  return std::nullopt;
}

bool is_french(Language language) { return language == Language::french; }

}  // namespace

std::optional<time::Weekday> weekday_word(std::string_view word, Language language) {
  const auto found = is_french(language) ? find(french_weekdays, word) : find(english_weekdays, word);
  if (!found) return std::nullopt;
  return static_cast<time::Weekday>(*found);
}

bool is_weekday_plural(std::string_view word, Language language) {
  if (word.size() < 5 || word.back() != 's') return false;
  word.remove_suffix(1);
  return word.size() >= 5 && weekday_word(word, language).has_value();
}

std::optional<int> month_word(std::string_view word, Language language) {
  return is_french(language) ? find(french_months, word) : find(english_months, word);
}

std::optional<UnitWord> unit_word(std::string_view word, Language language) {
  return is_french(language) ? find_in<UnitWord, UnitEntry>(french_units, word, &UnitEntry::unit)
                             : find_in<UnitWord, UnitEntry>(english_units, word, &UnitEntry::unit);
}

std::optional<DayPart> day_part_word(std::string_view word, Language language) {
  return is_french(language) ? find_in<DayPart, PartEntry>(french_parts, word, &PartEntry::part)
                             : find_in<DayPart, PartEntry>(english_parts, word, &PartEntry::part);
}

}  // namespace relais::triage
