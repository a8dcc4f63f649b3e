#include "core/calendar/import_times.hpp"

#include "core/base/text.hpp"
#include "core/calendar/content_line.hpp"

namespace relais::calendar {
namespace {

// `2026-03-10 10:00`, `20260310T1000`: the digits, and T and Z where they belong.
std::optional<IcsTime> parse_lenient(std::string_view text) {
  std::string digits;
  bool utc = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c == 'Z' || c == 'z')
      utc = true;
    else if (c != '-' && c != ':' && c != 'T' && c != 't' && c != ' ')
      return std::nullopt;
  }
  if (digits.size() == 8 && !utc) return parse_ics_time(digits);
  if (digits.size() == 12) digits += "00";
  if (digits.size() != 14) return std::nullopt;
  digits.insert(8, "T");
  if (utc) digits += 'Z';
  return parse_ics_time(digits);
}

}  // namespace

std::optional<IcsTime> TimeReader::read_value(std::string_view text, const IcsProperty& property) {
  text = trim(text);
  if (const auto exact = parse_ics_time(text)) return exact;
  const auto lenient = parse_lenient(text);
  if (!lenient) ++failures_;
  const char* code = lenient ? "lenient-time" : "invalid-time";
  problems_.add(property.line, code, {{"value", std::string(text.substr(0, 60))}});
  return lenient;
}

ZonedTime TimeReader::zoned(IcsTime time, const IcsProperty& property) {
  ZonedTime out{time, nullptr};
  if (property.parameter_count == 0 || time.form != IcsTime::Form::local) return out;
  const std::string_view raw = tree_.parameter(property, "TZID");
  const bool escaped = raw.find_first_of("^\"") != std::string_view::npos;
  const std::string decoded = escaped ? decode_parameter(raw) : std::string();
  const std::string_view tzid = escaped ? std::string_view(decoded) : raw;
  if (tzid.empty()) return out;
  out.zone = &zones_.resolve(tzid);
  if (out.zone->zone) return out;
  ++failures_;
  problems_.add(property.line, "unknown-tzid", {{"zone", std::string(tzid)}});
  return out;
}

std::optional<ZonedTime> TimeReader::read(const IcsProperty& property) {
  const auto time = read_value(property.value, property);
  if (!time) return std::nullopt;
  return zoned(*time, property);
}

std::optional<Period> TimeReader::read_period(std::string_view text, const IcsProperty& property) {
  const auto slash = text.find('/');
  const auto start = read_value(text.substr(0, slash), property);
  if (!start) return std::nullopt;
  Period out{zoned(*start, property), std::nullopt};
  if (slash == std::string_view::npos) return out;
  const std::string_view rest = trim(text.substr(slash + 1));
  if (rest.find('P') != std::string_view::npos || rest.find('p') != std::string_view::npos) {
    out.duration = parse_ics_duration(rest);
  } else if (const auto end = read_value(rest, property)) {
    out.duration = time::Duration{0, end->at - start->at};
    const time::Zone* zone = out.start.zone ? out.start.zone->zone.get() : nullptr;
    if (zone) out.duration->seconds = zone->to_instant(end->at) - zone->to_instant(start->at);
  }
  if (!out.duration || total_seconds(*out.duration) < 0) {
    problems_.add(property.line, "invalid-duration", {{"value", std::string(rest.substr(0, 60))}});
    out.duration.reset();
    ++failures_;
  }
  return out;
}

std::vector<Period> TimeReader::read_list(const IcsProperty& property) {
  std::vector<Period> out;
  std::string_view list = property.value;
  while (true) {
    const auto comma = list.find(',');
    const std::string_view item = trim(list.substr(0, comma));
    if (!item.empty()) {
      if (auto period = read_period(item, property)) out.push_back(*period);
    }
    if (comma == std::string_view::npos) return out;
    list.remove_prefix(comma + 1);
  }
}

std::optional<time::Instant> TimeReader::read_instant(const IcsProperty& property) {
  const auto at = read(property);
  if (!at) return std::nullopt;
  if (at->zone && at->zone->zone) return at->zone->zone->to_instant(at->time.at);
  return time::Instant{at->time.at.seconds};
}

time::LocalTime TimeReader::local_in(const ZonedTime& at, const time::Zone* zone) {
  if (at.time.form == IcsTime::Form::day) return at.time.at;
  if (at.time.form == IcsTime::Form::utc) return zone ? zone->to_local({at.time.at.seconds}) : at.time.at;
  const bool same = !zone || !at.zone || !at.zone->zone || at.zone->zone.get() == zone;
  return same ? at.time.at : zone->to_local(at.zone->zone->to_instant(at.time.at));
}

}  // namespace relais::calendar
