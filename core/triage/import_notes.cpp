#include "core/base/sha256.hpp"
#include "core/base/text.hpp"
#include "core/triage/extract.hpp"
#include "core/triage/import.hpp"
#include "core/triage/token.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace relais::triage {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != separator) continue;
    parts.push_back(text.substr(start, i - start));
    start = i + 1;
  }
  return parts;
}

// The clock time that a note begins with: `10h05`, `10:05`, `9h`, `2.15pm`; minutes, and the index behind it.
std::optional<int> leading_clock(const Tokens& tokens, std::size_t& next) {
  if (tokens.empty() || !tokens[0].is_number() || tokens[0].text.size() > 2 || tokens.size() < 2) return std::nullopt;
  const std::int64_t hour = tokens[0].value();
  const bool joint = !tokens[1].space_before && (tokens[1].is("h") || tokens[1].is(":") || tokens[1].is("."));
  const bool half = tokens[1].is("am") || tokens[1].is("pm");
  if (hour > 23 || (!joint && !half)) return std::nullopt;
  std::int64_t minutes = 0;
  next = half ? 1 : 2;
  const bool minute_follows =
      joint && tokens.size() > 2 && tokens[2].is_number() && tokens[2].text.size() == 2 && !tokens[2].space_before;
  if (minute_follows) {
    minutes = tokens[2].value();
    next = 3;
  } else if (joint && !tokens[1].is("h")) {
    return std::nullopt;
  }
  std::int64_t shift = 0;
  if (next < tokens.size() && (tokens[next].is("am") || tokens[next].is("pm")))
    shift = tokens[next++].is("pm") && hour < 12 ? 12 : 0;
  return minutes < 60 ? std::optional(static_cast<int>((hour + shift) * 60 + minutes)) : std::nullopt;
}

bool begins_with_title(std::string_view part) {
  const Tokens tokens = tokenize(part);
  constexpr std::string_view titles[] = {"mme", "madame", "m",    "mr",     "monsieur", "mrs", "ms",     "miss",
                                         "dr",  "me",     "mlle", "maitre", "docteur",  "sir", "sister", "famille"};
  return tokens.size() > 1 && std::find(std::begin(titles), std::end(titles), tokens[0].text) != std::end(titles);
}

// A name with its title, not a whole sentence that begins with one.
bool few_words(std::string_view part) {
  const Tokens tokens = tokenize(part);
  std::size_t words = 0, small = 0;
  for (const Token& token : tokens) {
    words += token.is_word();
    small += token.is_word() && !token.capital && token.text.size() > 3;
    if (token.is_number()) return false;
  }
  return words <= 6 && small <= 2;
}

// The parts of a note: between commas, semicolons, brackets, colons and dashes that stand alone.
std::vector<std::string_view> parts_of(std::string_view note) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= note.size(); ++i) {
    const bool end = i == note.size();
    const bool dash =
        !end && note[i] == '-' && i > 0 && note[i - 1] == ' ' && i + 1 < note.size() && note[i + 1] == ' ';
    const bool long_dash = !end && note.substr(i, 3) == "\xE2\x80\x93";
    if (!end && !dash && !long_dash && std::string_view(",;:()").find(note[i]) == std::string_view::npos) continue;
    std::string_view part = trim(note.substr(start, i - start));
    const std::size_t letters = part.find_first_not_of("0123456789 .+");  // `06 12 34 56 78 Mme Roux`
    if (letters != std::string_view::npos && letters > 6) part.remove_prefix(letters);
    parts.push_back(part);
    start = i + (long_dash ? 3 : 1);
  }
  return parts;
}

// `appel de Karim Haddad`, `Paul Martin a appelé`, `it was Susan Cole`: the capitals beside words that introduce.
std::string introduced_name(std::string_view note) {
  const Tokens tokens = tokenize(note);
  const auto is_name = [&](std::size_t at) {
    return at < tokens.size() && tokens[at].is_word() && tokens[at].capital && tokens[at].text.size() > 1;
  };
  constexpr std::string_view leads[] = {"de", "par", "from", "for", "is", "est", "was", "by", "of", "ici", "behalf"};
  constexpr std::string_view calls[] = {"appel", "part", "message", "call",      "called", "rang",   "this",     "its",
                                        "it",    "c",    "laisse",  "voicemail", "note",   "caller", "appelant", "on"};
  constexpr std::string_view follows[] = {"a",    "rappelle", "called",  "rang",     "phoned", "demande",
                                          "asks", "wants",    "appelle", "souhaite", "veut",   "needs",
                                          "is",   "signale",  "reports", "says"};
  const auto among = [&](std::size_t at, const auto& words) {
    return at < tokens.size() && std::find(std::begin(words), std::end(words), tokens[at].text) != std::end(words);
  };
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    std::size_t end = at;
    while (is_name(end) && end - at < 4 && tokens[end].sentence == tokens[at].sentence) ++end;
    const bool led = at >= 2 && among(at - 1, leads) && among(at - 2, calls);
    const bool followed = end >= at + 2 && among(end, follows);
    if (end > at && (led || followed))
      return std::string(note.substr(tokens[at].start, tokens[end - 1].end - tokens[at].start));
    if (end > at) at = end - 1;
  }
  return {};
}

// A short part in capitals at the beginning: `Karim Haddad`, `Pharmacie Beaulieu`.
bool looks_like_name(std::string_view part) {
  const Tokens tokens = tokenize(part);
  std::size_t words = 0, capitals = 0;
  if (tokens.size() == 1 && tokens[0].all_capitals) return false;  // `URGENT`
  for (const Token& token : tokens) {
    if (token.is_number()) return false;
    words += token.is_word();
    capitals += token.is_word() && token.capital;
  }
  return words >= 1 && words <= 4 && capitals == words;
}

// The caller: a part that is a name and nothing else, `Karim Haddad, …`, `… - Mme Roux - …`; else the words behind
// `appel de`, `on behalf of`; else whoever is named with a title.
std::string name_in(std::string_view note, const Extracted& extracted) {
  const std::vector<std::string_view> parts = parts_of(note);
  for (const std::string_view part : parts) {
    if (part.size() <= 60 && begins_with_title(part) && few_words(part)) return std::string(part);
  }
  if (!parts.empty() && parts[0].size() <= 60 && looks_like_name(parts[0])) return std::string(parts[0]);
  if (auto introduced = introduced_name(note); !introduced.empty()) return introduced;
  if (!extracted.names.empty()) return extracted.names.front();
  // `… rappeler Paul Martin, 06 …`: of several parts, two capitals and no figure make a person.
  for (const std::string_view part : parts) {
    if (part.size() <= 60 && looks_like_name(part) && tokenize(part).size() >= 2) return std::string(part);
  }
  return {};
}

Request read_note(std::string_view line, const ImportDefaults& defaults, bool& dated) {
  Request request;
  request.channel = "phone";
  request.client = defaults.client;
  request.lang = defaults.lang;
  request.zone = defaults.zone;
  request.body = line;
  std::size_t next = 0;
  const Tokens tokens = tokenize(line);
  const auto clock = leading_clock(tokens, next);
  if (defaults.today)
    request.received_at = clock ? time::midnight(day_of(*defaults.today)) + *clock * 60 : *defaults.today;
  dated = request.received_at.has_value();
  std::string_view rest = clock && next < tokens.size() ? line.substr(tokens[next].start)
                          : clock                       ? std::string_view()
                                                        : line;
  while (!rest.empty() && (rest.front() == ',' || rest.front() == '-' || rest.front() == ' ')) rest.remove_prefix(1);
  const Extracted extracted = extract(rest);
  if (!extracted.phones.empty()) request.from.phone = extracted.phones.front();
  if (!extracted.emails.empty()) request.from.email = extracted.emails.front();
  request.from.name = name_in(rest, extracted);
  return request;
}

std::string content_of(const Request& request) {
  std::string content;
  const std::string received = request.received_at ? time::format(*request.received_at) : "";
  for (const std::string* part : {&request.message_id, &request.client, &request.channel, &received, &request.from.name,
                                  &request.from.phone, &request.from.email, &request.subject, &request.body}) {
    content += std::to_string(part->size()) + ":" + *part;
  }
  return content;
}

}  // namespace

Imported import_notes(std::string_view text, const ImportDefaults& defaults) {
  Imported imported;
  std::size_t number = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++number;
    const std::string_view line = trim(raw);
    if (line.empty()) continue;
    bool dated = false;
    imported.requests.push_back(read_note(line, defaults, dated));
    if (!dated) imported.problems.push_back({number, {"import-no-date", {}}});
  }
  give_ids(imported.requests);
  return imported;
}

void give_ids(std::vector<Request>& requests) {
  std::set<std::string> taken;
  std::map<std::string, int> numbers;  // the last one behind each content's id: a thousand alike need no search each
  for (const Request& request : requests) taken.insert(request.id);
  for (Request& request : requests) {
    if (!request.id.empty()) continue;
    const std::string base = "r-" + sha256_hex(content_of(request)).substr(0, 16);
    std::string id = base;
    int& number = numbers.try_emplace(base, 1).first->second;
    while (taken.count(id) > 0) id = base + "-" + std::to_string(++number);
    taken.insert(id);
    request.id = id;
  }
}

}  // namespace relais::triage
