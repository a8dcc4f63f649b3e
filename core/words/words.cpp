#include "core/words/words.hpp"

#include "core/base/text.hpp"
#include "core/words/pattern.hpp"
#include "core/words/values.hpp"

#include <algorithm>
#include <vector>

namespace relais::words {
namespace {

using Tables = std::span<const Phrase> (*)();
constexpr Tables tables[] = {error_phrases,  label_phrases,   calendar_phrases, agenda_phrases,
                             triage_phrases, journal_phrases, handover_phrases, holiday_phrases};

std::vector<const Phrase*> sorted_phrases() {
  std::vector<const Phrase*> all;
  for (const Tables table : tables) {
    for (const Phrase& phrase : table()) all.push_back(&phrase);
  }
  std::stable_sort(all.begin(), all.end(), [](const Phrase* a, const Phrase* b) { return a->code < b->code; });
  return all;
}

const Argument* find(const Arguments& args, std::string_view name) {
  const auto found = std::find_if(args.begin(), args.end(), [&](const Argument& arg) { return arg.name == name; });
  return found == args.end() ? nullptr : &*found;
}

std::string plain(const Argument& arg, const Names& names) {
  if (const auto* number = std::get_if<std::int64_t>(&arg.value)) return std::to_string(*number);
  const auto& text = std::get<std::string>(arg.value);
  const auto named = names.find(text);
  return named == names.end() ? text : named->second;
}

std::optional<time::LocalTime> local_time(std::string_view text) {
  if (const auto local = time::parse_local_time(text)) return local;
  if (const auto instant = time::parse_instant(text)) return time::LocalTime{instant->seconds};
  return std::nullopt;
}

std::optional<std::string> say_text(std::string_view text, const Piece& place, Language language) {
  const auto local = local_time(text);
  if (place.kind == "time") {
    if (const auto whole_day = time::parse_day(text)) return day(*whole_day, language);
    if (!local) return std::nullopt;
    const bool in_utc = text.ends_with('Z');
    return moment(*local, language) + (in_utc ? " UTC" : "");
  }
  if (place.kind == "day" || place.kind == "date") {
    const auto value = local ? std::optional(time::day_of(*local)) : time::parse_day(text);
    if (!value) return std::nullopt;
    return place.kind == "day" ? day(*value, language) : date(*value, language);
  }
  if (place.kind == "clock") {
    const auto value = local ? std::optional(time::second_of_day(*local) / 60) : time::parse_clock(text);
    if (!value) return std::nullopt;
    return clock(*value, language);
  }
  if (place.kind == "word") return word(place.options.empty() ? place.name : place.options[0], text, language);
  return std::nullopt;
}

bool begins_with_vowel(std::string_view text) {
  const char32_t first = text.empty() ? 0 : to_lower(without_accent(character_at(text, 0).code));
  return first == 'a' || first == 'e' || first == 'i' || first == 'o' || first == 'u' || first == 0x153;
}

// French counts millions with a noun: 1 million de tâches, 2 millions d'entrées.
std::string say_count(std::int64_t value, std::string_view& rest, Language language) {
  constexpr std::int64_t million = 1'000'000;
  if (language != Language::french || value < million || value % million != 0) return number(value, language);
  std::string out = number(value / million, language) + (value == million ? "\u00A0million" : "\u00A0millions");
  if (!rest.starts_with(' ')) return out;
  rest.remove_prefix(1);
  return out + (begins_with_vowel(rest) ? " d\u2019" : " de ");
}

std::string say_plural(std::int64_t value, const Piece& place, Language language) {
  if (place.options.size() != 2) return std::string(place.text);
  std::string out;
  std::string_view rest = place.options[is_singular(value, language) ? 0 : 1];
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '#') {
      out += say_count(value, rest, language);
    } else {
      out += c;
    }
  }
  return out;
}

std::optional<std::string> say_number(std::int64_t value, const Piece& place, Language language) {
  if (place.kind == "number") return number(value, language);
  if (place.kind == "minutes") return minutes(value, language);
  if (place.kind == "plural") return say_plural(value, place, language);
  return std::nullopt;
}

std::string say(const Piece& place, const Reason& reason, Language language, const Names& names) {
  const Argument* arg = find(reason.args, place.name);
  if (!arg) return std::string(place.text);
  const auto* number = std::get_if<std::int64_t>(&arg->value);
  const auto said =
      number ? say_number(*number, place, language) : say_text(std::get<std::string>(arg->value), place, language);
  return said ? *said : plain(*arg, names);
}

bool starts_with_high_punctuation(std::string_view text) {
  return text.starts_with(";") || text.starts_with(":") || text.starts_with("!") || text.starts_with("?") ||
         text.starts_with("»") || text.starts_with("%") || text.starts_with("‰");
}

// Imprimerie nationale, "Lexique des règles typographiques": the spaces that go with high punctuation, and
// those before % and ‰, do not break.
std::string french_typography(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool glued = starts_with_high_punctuation(text.substr(i + 1)) || text.substr(0, i).ends_with("«");
    if (text[i] == '\'') {
      out += "’";
    } else if (text[i] == ' ' && glued) {
      out += "\u00A0";
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string_view pattern(const Phrase& phrase, Language language) {
  return language == Language::french ? phrase.french : phrase.english;
}

}  // namespace

std::string_view name(Language language) { return language == Language::french ? "fr" : "en"; }

std::optional<Language> parse_language(std::string_view text) {
  if (text == "en") return Language::english;
  if (text == "fr") return Language::french;
  return std::nullopt;
}

std::span<const Phrase* const> phrases() {
  static const std::vector<const Phrase*> all = sorted_phrases();
  return all;
}

const Phrase* find_phrase(std::string_view code) {
  const auto all = phrases();
  const auto found = std::lower_bound(all.begin(), all.end(), code, [](const Phrase* phrase, std::string_view wanted) {
    return phrase->code < wanted;
  });
  return found == all.end() || (*found)->code != code ? nullptr : *found;
}

std::string word(std::string_view family, std::string_view code, Language language) {
  const Phrase* phrase = find_phrase(std::string(family).append(".").append(code));
  if (!phrase) return std::string(code);
  return language == Language::french ? french_typography(phrase->french) : std::string(phrase->english);
}

std::string render(const Reason& reason, Language language, const Names& names) {
  const Phrase* phrase = find_phrase(reason.code);
  if (!phrase) return reason.code;
  std::string out;
  for (const Piece& piece : pieces(pattern(*phrase, language))) {
    if (piece.place) {
      out += say(piece, reason, language, names);
    } else {
      out += language == Language::french ? french_typography(piece.text) : std::string(piece.text);
    }
  }
  return out;
}

}  // namespace relais::words
