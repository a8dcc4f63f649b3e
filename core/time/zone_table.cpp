#include "core/time/posix_rule.hpp"
#include "core/time/zone.hpp"
#include "core/time/zone_data.hpp"

#include <algorithm>
#include <charconv>

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

ZonePtr find_iana_zone(std::string_view name) {
  const auto place = find_line(data::names, name, ' ');
  if (!place) return nullptr;
  return decode_zone(name, data::zones[static_cast<std::size_t>(to_number(*place, 10))]);
}

}  // namespace

ZonePtr find_zone(std::string_view name) {
  if (name == "Z") return find_iana_zone("Etc/UTC");
  if (name.find('\n') != std::string_view::npos) return nullptr;
  if (ZonePtr zone = find_iana_zone(name)) return zone;
  const auto iana = find_line(data::windows_names, name, '=');
  return iana ? find_iana_zone(*iana) : nullptr;
}

std::string_view zone_data_version() { return data::release; }

std::vector<std::string_view> zone_names() {
  std::vector<std::string_view> names;
  for (std::string_view lines = data::names; !lines.empty();) {
    std::string_view line = take_until(lines, '\n');
    names.push_back(take_until(line, ' '));
  }
  return names;
}

}  // namespace relais::time
