#include "core/base/sha256.hpp"
#include "core/base/text.hpp"
#include "core/triage/extract.hpp"
#include "core/triage/import.hpp"
#include "core/triage/token.hpp"

#include <algorithm>
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

// A short part in capitals at the beginning: `Karim Haddad`, `Pharmacie Beaulieu`.
bool looks_like_name(std::string_view part) {
  const Tokens tokens = tokenize(part);
  std::size_t words = 0, capitals = 0;
  for (const Token& token : tokens) {
    if (token.is_number()) return false;
    words += token.is_word();
    capitals += token.is_word() && token.capital;
  }
  return words >= 1 && words <= 4 && capitals == words;
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
  const Extracted extracted = extract(line);
  if (!extracted.phones.empty()) request.from.phone = extracted.phones.front();
  if (!extracted.emails.empty()) request.from.email = extracted.emails.front();
  const std::vector<std::string_view> parts = split(rest.substr(0, rest.find_first_of(";:(")), ',');
  for (std::size_t i = 0; i < parts.size() && i < 3; ++i) {
    const std::string_view part = trim(parts[i]);
    if (part.size() > 60 || !(begins_with_title(part) || (i == 0 && looks_like_name(part)))) continue;
    request.from.name = part;
    break;
  }
  if (request.from.name.empty() && !extracted.names.empty()) request.from.name = extracted.names.front();
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
  for (const Request& request : requests) taken.insert(request.id);
  for (Request& request : requests) {
    if (!request.id.empty()) continue;
    const std::string base = "r-" + sha256_hex(content_of(request)).substr(0, 16);
    std::string id = base;
    for (int n = 2; taken.count(id) > 0; ++n) id = base + "-" + std::to_string(n);
    taken.insert(id);
    request.id = id;
  }
}

}  // namespace relais::triage
