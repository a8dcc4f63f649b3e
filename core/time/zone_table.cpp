#include "core/time/posix_rule.hpp"
#include "core/time/zone.hpp"
#include "core/time/zone_data.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace relais::time {
namespace {

// The head of `text` up to `end`, taken off together with it.
std::string_view take_until(std::string_view& text, char end) {
  const std::size_t size = std::min(text.find(end), text.size());
  const std::string_view head = text.substr(0, size);
  text.remove_prefix(std::min(size + 1, text.size()));
  return head;
}

// What follows `key` and `separator` on the line that starts with both.
std::optional<std::string_view> find_line(std::string_view lines, std::string_view key, char separator) {
  while (!lines.empty()) {
    const std::string_view line = take_until(lines, '\n');
    if (line.size() > key.size() && line[key.size()] == separator && line.substr(0, key.size()) == key) {
      return line.substr(key.size() + 1);
    }
  }
  return std::nullopt;
}

std::int64_t to_number(std::string_view text, int base) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, base);
  return number;
}

std::vector<Transition> decode_offsets(std::string_view text) {
  std::vector<Transition> offsets;
  while (!text.empty()) {
    std::string_view offset = take_until(text, ',');
    const bool daylight = offset.back() == 'd';
    if (daylight) offset.remove_suffix(1);
    offsets.push_back({{}, static_cast<std::int32_t>(to_number(offset, 10)), daylight});
  }
  return offsets;
}

std::vector<Transition> decode_transitions(std::string_view text, const std::vector<Transition>& offsets) {
  std::vector<Transition> transitions;
  Instant at;
  while (!text.empty()) {
    const bool in_seconds = text.front() == '!';
    if (in_seconds) text.remove_prefix(1);
    const std::size_t digits = text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    at = at + to_number(text.substr(0, digits), 36) * (in_seconds ? 1 : 60);
    Transition transition = offsets[static_cast<std::size_t>(text[digits] - 'A')];
    transition.at = at;
    transitions.push_back(transition);
    text.remove_prefix(digits + 1);
  }
  return transitions;
}

ZonePtr decode_zone(std::string_view name, std::string_view line) {
  const std::vector<Transition> offsets = decode_offsets(take_until(line, '|'));
  std::vector<Transition> transitions = decode_transitions(take_until(line, '|'), offsets);
  return std::make_shared<const Zone>(std::string(name), offsets.front().offset, std::move(transitions),
                                      parse_posix_rule(line));
}

// The table in use: the one built in, or one that was given in its place.
struct Table {
  std::shared_ptr<const std::string> given;  // what the others are views of
  std::string_view release = data::release, names = data::names, windows_names = data::windows_names;
  std::vector<std::string_view> zones{data::zones.begin(), data::zones.end()};
  int number = 0;
};

Table& table() {
  static Table in_use;
  return in_use;
}

// What was decoded is remembered, a thread for itself, until the table is replaced.
struct Decoded {
  int table = 0;
  std::map<std::string, ZonePtr, std::less<>> zones;
};

std::map<std::string, ZonePtr, std::less<>>& decoded_zones() {
  thread_local Decoded decoded;
  if (decoded.table != table().number) decoded = {table().number, {}};
  return decoded.zones;
}

ZonePtr find_iana_zone(std::string_view name) {
  auto& decoded = decoded_zones();
  if (const auto known = decoded.find(name); known != decoded.end()) return known->second;
  const auto place = find_line(table().names, name, ' ');
  if (!place) return nullptr;
  ZonePtr zone = decode_zone(name, table().zones[static_cast<std::size_t>(to_number(*place, 10))]);
  decoded.emplace(std::string(name), zone);
  return zone;
}

Error no_table(std::string_view part) {
  return {ErrorCode::invalid_value, {{"value", std::string(part.substr(0, 60))}}, "", "a table of time zones"};
}

// `OFFSETS|TRANSITIONS|RULE` that decode_zone can read.
bool is_zone(std::string_view line) {
  std::string_view offsets = take_until(line, '|');
  if (offsets.empty()) return false;
  const auto kinds = static_cast<std::size_t>(std::count(offsets.begin(), offsets.end(), ',')) + 1;
  while (!offsets.empty()) {
    std::string_view offset = take_until(offsets, ',');
    if (!offset.empty() && offset.back() == 'd') offset.remove_suffix(1);
    if (offset.starts_with('-')) offset.remove_prefix(1);
    if (offset.empty() || offset.size() > 5 || offset.find_first_not_of("0123456789") != offset.npos) return false;
    if (offsets.empty()) break;
  }
  std::string_view transitions = take_until(line, '|');
  while (!transitions.empty()) {
    if (transitions.front() == '!') transitions.remove_prefix(1);
    const std::size_t digits = transitions.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz");
    if (digits == 0 || digits > 8 || digits == transitions.npos) return false;
    const auto kind = static_cast<std::size_t>(static_cast<unsigned char>(transitions[digits]) - 'A');
    if (kind >= kinds || kind > 25) return false;
    transitions.remove_prefix(digits + 1);
  }
  return parse_posix_rule(line).has_value();
}

// `NAME PLACE` or `NAME=IANA` a line, sorted; gives the names.
std::optional<std::vector<std::string_view>> names_of(std::string_view lines, char separator) {
  std::vector<std::string_view> names;
  while (!lines.empty()) {
    const std::string_view line = take_until(lines, '\n');
    const std::size_t end = line.find(separator);
    if (end == 0 || end == line.npos || (!names.empty() && names.back() >= line.substr(0, end))) return std::nullopt;
    names.push_back(line.substr(0, end));
  }
  return names;
}

}  // namespace

ZonePtr find_zone(std::string_view name) {
  if (name == "Z") return find_iana_zone("Etc/UTC");
  if (name.find('\n') != std::string_view::npos) return nullptr;
  if (ZonePtr zone = find_iana_zone(name)) return zone;
  const auto iana = find_line(table().windows_names, name, '=');
  return iana ? find_iana_zone(*iana) : nullptr;
}

std::string_view zone_data_version() { return table().release; }

std::vector<std::string_view> zone_names() {
  std::vector<std::string_view> names;
  for (std::string_view lines = table().names; !lines.empty();) {
    std::string_view line = take_until(lines, '\n');
    names.push_back(take_until(line, ' '));
  }
  return names;
}

// Four parts, a blank line between them: the release; the zones; the names; the Windows names.
Status replace_zone_data(std::string text) {
  Table next;
  next.given = std::make_shared<const std::string>(std::move(text));
  next.number = table().number + 1;
  next.zones.clear();
  std::string_view parts[4];
  std::string_view rest = *next.given;
  for (std::string_view& part : parts) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    part = rest.substr(0, std::min(end + 1, rest.size()));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  next.release = take_until(parts[0], '\n');
  if (next.release.empty() || next.release.size() > 20 || !rest.empty()) return no_table(*next.given);
  while (!parts[1].empty()) {
    next.zones.push_back(take_until(parts[1], '\n'));
    if (!is_zone(next.zones.back())) return no_table(next.zones.back());
  }
  next.names = parts[2];
  next.windows_names = parts[3];
  const auto names = names_of(next.names, ' ');
  if (!names || !names_of(next.windows_names, '=') || !find_line(next.names, "Etc/UTC", ' ')) {
    return no_table(next.names);
  }
  for (const std::string_view name : *names) {
    const std::string_view place = *find_line(next.names, name, ' ');
    const bool digits = !place.empty() && place.size() < 6 && place.find_first_not_of("0123456789") == place.npos;
    if (!digits || static_cast<std::size_t>(to_number(place, 10)) >= next.zones.size()) return no_table(name);
  }
  table() = std::move(next);
  return std::monostate{};
}

void restore_zone_data() {
  const int number = table().number + 1;
  table() = Table();
  table().number = number;
}

}  // namespace relais::time
