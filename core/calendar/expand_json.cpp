#include "core/calendar/expand_json.hpp"

#include "core/base/json_text.hpp"
#include "core/base/limits.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <optional>

namespace relais::calendar {
namespace {

// A bound of the window: an instant, or a local time or day in the zone of the request.
time::Instant read_bound(ObjectReader& object, std::string_view member, const time::Zone& zone) {
  const auto parse = [&](std::string_view text) -> std::optional<time::Instant> {
    if (const auto at = time::parse_instant(text)) return at;
    if (const auto at = time::parse_local_time(text)) return zone.to_instant(*at);
    if (const auto day = time::parse_day(text)) return zone.to_instant(time::midnight(*day));
    return std::nullopt;
  };
  return object.parsed(member, parse, "an instant, a local time or a day");
}

void put(Json& out, const char* member, const std::string& text) {
  if (!text.empty()) out[member] = text;
}

Json names_of(const std::vector<Location>& locations) {
  std::string names;
  for (const Location& location : locations) {
    if (location.name.empty()) continue;
    names += names.empty() ? "" : ", ";
    names += location.name;
  }
  return names.empty() ? Json() : Json(std::move(names));
}

// Who is invited, as a page shows it.
Json guests(const std::vector<Participant>& participants) {
  Json out = Json::array();
  for (const Participant& participant : participants) {
    Json guest{{"id", participant.id}};
    put(guest, "name", participant.name);
    put(guest, "email", participant.email);
    put(guest, "status", participant.status);
    if (!participant.roles.empty()) guest["roles"] = participant.roles;
    out.push_back(std::move(guest));
  }
  return out;
}

// What all occurrences of an event say alike: the text of its members between those that differ.
struct Shared {
  std::string before_end, before_id, before_start, after_start;
};

// The members of `json` from `begin` to before `end`, each with its comma in front.
std::string members_between(const Json& json, std::string_view begin, std::string_view end) {
  std::string out;
  for (auto item = json.begin(); item != json.end(); ++item) {
    if (item.key() < begin || item.key() >= end) continue;
    append_json_string(out += ',', item.key());
    (out += ':') += dump(item.value());
  }
  return out;
}

Shared shared_by(const Event& event) {
  Json all{{"uid", event.uid}, {"allDay", event.all_day()}, {"title", event.title}};
  put(all, "timeZone", event.time_zone);
  put(all, "status", event.status);
  put(all, "freeBusyStatus", event.free_busy_status);
  put(all, "privacy", event.privacy);
  put(all, "color", event.color);
  if (Json location = names_of(event.locations); !location.is_null()) all["location"] = std::move(location);
  if (!event.participants.empty()) all["participants"] = guests(event.participants);
  if (!event.keywords.empty()) all["keywords"] = event.keywords;
  return {members_between(all, "", "end").substr(1), members_between(all, "end", "recurrenceId"),
          members_between(all, "recurrenceId", "start"), members_between(all, "start", "~") + "}"};
}

/// What an occurrence says of itself; `id` is null where it has none.
struct Moments {
  std::string_view end;
  const std::string* id;
  std::string_view start;
};

void append_occurrence(std::string& out, const Shared& shared, const Moments& own) {
  (((out += '{') += shared.before_end) += ",\"end\":\"") += own.end;
  (out += '"') += shared.before_id;
  if (own.id) ((out += ",\"recurrenceId\":\"") += *own.id) += '"';
  ((out += shared.before_start) += ",\"start\":\"") += own.start;
  (out += '"') += shared.after_start;
}

// The text of each event, made once: a series has many occurrences, a changed one is met once.
class SharedTexts {
 public:
  explicit SharedTexts(const std::vector<Event>& events) : events_(events), texts_(events.size()) {}

  const Shared& of(const Occurrence& occurrence) {
    if (is_changed(occurrence)) return changed_ = shared_by(*occurrence.event);
    auto& text = texts_[occurrence.index];
    if (!text) text = shared_by(*occurrence.event);
    return *text;
  }
  bool is_changed(const Occurrence& occurrence) const { return occurrence.event.get() != &events_[occurrence.index]; }

 private:
  const std::vector<Event>& events_;
  std::vector<std::optional<Shared>> texts_;
  Shared changed_;
};

// Characters of a local time with a year of four digits.
constexpr std::size_t moment_size = 19;

/// Writes occurrences as rows, see ExpansionRows.
class RowWriter {
 public:
  explicit RowWriter(const ExpandRequest& request) : shared_(request.events), places_(request.events.size()) {}

  void reserve(std::size_t rows) { rows_.reserve(rows * (place_digits + 3 * moment_size + 2)); }

  void add(const Occurrence& occurrence) {
    if (!fits(occurrence)) {
      const std::string end = time::format(occurrence.time.to), start = time::format(occurrence.time.from);
      const std::string id = occurrence.recurrence_id ? time::format(*occurrence.recurrence_id) : "";
      append_place(add_template(occurrence, {end, &id, start}));
      rows_.append(3 * moment_size + 2, ' ');
      return;
    }
    append_place(place_of(occurrence));
    time::append(rows_, occurrence.time.to);
    if (occurrence.recurrence_id) {
      time::append(rows_, *occurrence.recurrence_id);
    } else {
      rows_.append(moment_size, ' ');
    }
    time::append(rows_, occurrence.time.from);
  }

  const std::string& templates() const { return templates_; }
  std::string take_rows() { return std::move(rows_); }

 private:
  static constexpr std::size_t place_digits = 4;

  // An end in the year 10000 has a digit more.
  static bool fits(const Occurrence& occurrence) {
    return time::to_date(time::day_of(time::LocalTime{occurrence.time.to.seconds})).year <= limits::last_year;
  }

  std::uint32_t place_of(const Occurrence& occurrence) {
    if (shared_.is_changed(occurrence)) return add_template(occurrence, {"", &no_moment, ""});
    auto& place = places_[occurrence.index][occurrence.recurrence_id ? 1 : 0];
    if (!place) place = add_template(occurrence, {"", &no_moment, ""});
    return *place;
  }

  std::uint32_t add_template(const Occurrence& occurrence, Moments moments) {
    if (!occurrence.recurrence_id) moments.id = nullptr;
    if (count_ > 0) templates_ += ',';
    append_occurrence(templates_, shared_.of(occurrence), moments);
    return count_++;
  }

  void append_place(std::uint32_t place) {
    for (const int shift : {18, 12, 6, 0}) rows_ += static_cast<char>('0' + (place >> shift & 63));
  }

  static inline const std::string no_moment;

  SharedTexts shared_;
  std::vector<std::array<std::optional<std::uint32_t>, 2>> places_;  // by event: without and with a recurrence id
  std::string templates_, rows_;
  std::uint32_t count_ = 0;
};

std::string problems_text(const ExpandRequest& request, const Expansion& expansion) {
  Json problems = Json::array();
  for (const ExpansionProblem& problem : expansion.problems) {
    Json item = to_json(problem.error);
    item["uid"] = request.events[problem.index].uid;
    problems.push_back(std::move(item));
  }
  return dump(problems);
}

}  // namespace

Result<ExpandRequest> read_expand_request(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  ExpandRequest request;
  request.zone = time::read_zone(object, "timeZone");
  request.window.from = read_bound(object, "from", *request.zone);
  request.window.to = read_bound(object, "to", *request.zone);
  request.events = read_required_events(object, "events");
  object.finish();
  if (!reading.failed() && request.window.to < request.window.from) {
    object.fail("to", {ErrorCode::out_of_range, {{"value", time::format(request.window.to)}}, "", "not before from"});
  }
  return reading.result(std::move(request));
}

std::string expansion_text(const ExpandRequest& request, const Expansion& expansion) {
  SharedTexts shared(request.events);
  std::string out = "{\"occurrences\":[";
  std::string end, id, start;
  for (const Occurrence& occurrence : expansion.occurrences) {
    end.clear(), id.clear(), start.clear();
    time::append(end, occurrence.time.to);
    if (occurrence.recurrence_id) time::append(id, *occurrence.recurrence_id);
    time::append(start, occurrence.time.from);
    append_occurrence(out, shared.of(occurrence), {end, occurrence.recurrence_id ? &id : nullptr, start});
    out += ',';
  }
  if (!expansion.occurrences.empty()) out.pop_back();
  return ((out += "],\"problems\":") += problems_text(request, expansion)) += '}';
}

ExpansionRows expansion_rows(const ExpandRequest& request, const Expansion& expansion) {
  RowWriter writer(request);
  writer.reserve(expansion.occurrences.size());
  for (const Occurrence& occurrence : expansion.occurrences) writer.add(occurrence);
  return {"{\"occurrences\":[" + writer.templates() + "],\"problems\":" + problems_text(request, expansion) + '}',
          writer.take_rows()};
}

}  // namespace relais::calendar
