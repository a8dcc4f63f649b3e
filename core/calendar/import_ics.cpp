#include "core/calendar/import_ics.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/ics_value.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

namespace relais::calendar {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The same bytes without line folds, as far as characters go: a fold may stand within one.
std::string without_folds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text.substr(i, 2) == "\r\n" ? 2 : text[i] == '\n' || text[i] == '\r' ? 1 : 0;
    const bool fold = end > 0 && i + end < text.size() && (text[i + end] == ' ' || text[i + end] == '\t');
    if (fold) {
      i += end;
    } else {
      out += text[i];
    }
  }
  return out;
}

// Whether most bytes beyond ASCII make UTF-8 characters: then the few others are damage, and not another encoding.
bool mostly_utf8(std::string_view text) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character found = character_at(text, at);
    const bool wrong = found.size == 1 && static_cast<unsigned char>(text[at]) >= 0x80;
    if (wrong) ++bad;
    if (found.size > 1) ++good;
    at += found.size;
  }
  return good > bad;
}

// UTF-8 at the door, and what it was made of.
std::string decoded(std::string bytes, Problems& problems) {
  if (std::string_view(bytes).starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  if (!find_invalid_utf8(bytes) || !find_invalid_utf8(without_folds(bytes))) return bytes;
  if (mostly_utf8(bytes)) {
    problems.add(1, "damaged-utf8", {});
    return replace_invalid_utf8(bytes);
  }
  problems.add(1, "latin-1", {});
  return from_latin1(bytes);
}

bool is_event(const IcsComponent& component) {
  for (const char* name : {"VEVENT", "VTODO", "VJOURNAL"}) {
    if (equals_ignoring_case(component.name, name)) return true;
  }
  return false;
}

std::string free_busy_status(std::string_view type) {
  if (equals_ignoring_case(type, "FREE")) return "free";
  if (equals_ignoring_case(type, "BUSY-TENTATIVE")) return "tentative";
  return equals_ignoring_case(type, "BUSY-UNAVAILABLE") ? "unavailable" : "busy";
}

}  // namespace

Result<IcsFile> IcsFile::open(std::string bytes) {
  if (bytes.size() > limits::input_bytes) {
    return Error{
        ErrorCode::input_too_large,
        {{"size", static_cast<std::int64_t>(bytes.size())}, {"limit", static_cast<std::int64_t>(limits::input_bytes)}},
        "",
        ""};
  }
  IcsFile file;
  file.text_ = std::make_shared<const std::string>(decoded(std::move(bytes), file.problems_));
  if (trim(*file.text_).empty()) return Error{ErrorCode::empty_input, {}, "", ""};
  RELAIS_TRY(file.tree_, ComponentTree::parse(*file.text_));
  file.problems_.add_all(file.tree_.problems);
  file.zones_ = IcsZones(file.tree_, file.problems_);
  file.read_calendars();
  return file;
}

void IcsFile::read_calendars() {
  for (const auto& [tzid, reference] : zones_.defined()) info_.zones.emplace_back(tzid, reference);
  std::int32_t root = 0;
  for (; root >= 0; root = tree_.component(root).next) {
    if (equals_ignoring_case(tree_.component(root).name, "VCALENDAR")) {
      read_calendar(tree_.component(root));
    } else {
      problems_.add(tree_.component(root).line, "missing-calendar", {});
      take_component(root);
    }
  }
  link_overrides();
}

void IcsFile::read_calendar(const IcsComponent& component) {
  for (std::int32_t at = component.first_property; at >= 0; at = tree_.property(at).next) {
    take_property(tree_.property(at));
  }
  for (std::int32_t at = component.first_child; at >= 0; at = tree_.component(at).next) take_component(at);
}

void IcsFile::take_property(const IcsProperty& property) {
  const auto is = [&](std::string_view name) { return equals_ignoring_case(property.name, name); };
  const auto plain = [&](std::string_view name, std::string& member) {
    if (!is(name) || !member.empty() || property.parameter_count > 0) return false;
    member = unescape_text(property.value);
    return true;
  };
  if (is("VERSION")) return;
  if (is("CALSCALE") && equals_ignoring_case(trim(property.value), "GREGORIAN")) return;
  if (plain("X-WR-CALNAME", info_.name)) return;
  if (is("PRODID") && property.value == own_product) return;
  if (plain("PRODID", info_.product)) return;
  if (is("METHOD") && info_.method.empty() && property.parameter_count == 0) {
    info_.method = lower_name(trim(property.value));
    return;
  }
  if (is("CALSCALE")) problems_.add(property.line, "unsupported-scale", {{"value", std::string(property.value)}});
  info_.properties.push_back(tree_.keep(property));
}

void IcsFile::take_component(std::int32_t at) {
  const IcsComponent& component = tree_.component(at);
  if (is_event(component)) {
    items_.push_back({at, {}, false});
  } else if (equals_ignoring_case(component.name, "VFREEBUSY")) {
    read_free_busy(component);
  } else if (!equals_ignoring_case(component.name, "VTIMEZONE")) {
    kept_.push_back(&component);
  }
}

// Which series each component with a RECURRENCE-ID belongs to: the first of its kind and UID without one.
void IcsFile::link_overrides() {
  // Answers and additions are each for itself: they say nothing of a series (RFC 5546 sections 3.2.3 and 3.2.4).
  if (message_method() == "reply" || message_method() == "add") return;
  struct Entry {
    std::string_view uid;
    Event::Kind kind;
    std::size_t item;
    bool change;
    bool operator<(const Entry& other) const {
      return std::tie(uid, kind, change, item) < std::tie(other.uid, other.kind, other.change, other.item);
    }
  };
  std::vector<Entry> entries;
  std::deque<std::string> unescaped;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const IcsComponent& component = tree_.component(items_[i].component);
    std::string_view value = component.uid >= 0 ? tree_.property(component.uid).value : std::string_view();
    if (!is_plain_text(value)) value = unescaped.emplace_back(unescape_text(value));
    const bool change = component.contains(PropertyName::recurrence_id);
    if (change || (!value.empty() && component.contains(PropertyName::dtstart))) {
      entries.push_back({value, event_kind(component.name), i, change});
    }
  }
  if (!std::is_sorted(entries.begin(), entries.end())) std::sort(entries.begin(), entries.end());
  const Entry* series = nullptr;
  for (const Entry& entry : entries) {
    if (series && (series->uid != entry.uid || series->kind != entry.kind)) series = nullptr;
    if (series && entry.change) {
      items_[series->item].changes.push_back(items_[entry.item].component);
      items_[entry.item].linked = true;
    } else if (series) {
      problems_.add(tree_.component(items_[entry.item].component).line, "repeated-uid",
                    {{"id", std::string(entry.uid)}});
    } else if (!entry.change) {
      series = &entry;
    }
  }
}

// The method of messages that are about an event and not a copy of it.
std::string_view IcsFile::message_method() const {
  for (const char* method : {"reply", "add", "cancel", "refresh", "counter", "declinecounter"}) {
    if (info_.method == method) return info_.method;
  }
  return {};
}

// METHOD:CANCEL cancels also what does not say so itself (RFC 5546 section 3.2.5).
void IcsFile::mark_cancelled(Event& event) const {
  if (info_.method == "cancel" && event.status.empty() && event.kind != Event::Kind::note) event.status = "cancelled";
}

void IcsFile::add_overrides(Event& series, const std::vector<std::int32_t>& changes) {
  const OverrideMaker maker(without_recurrence(series));
  std::map<time::LocalTime, std::pair<Override, std::int64_t>> made;
  for (const std::int32_t at : changes) {
    auto imported = import_event(tree_, tree_.component(at), zones_, problems_, message_method());
    if (!imported || !imported->recurrence_id) {
      kept_.push_back(&tree_.component(at));
      continue;
    }
    Event& event = imported->event;
    mark_cancelled(event);
    event.recurrence_id = occurrence_id(series, *imported->recurrence_id);
    const std::int64_t sequence = event.sequence.value_or(0);
    const auto known = made.find(*event.recurrence_id);
    if (known != made.end()) {
      const std::string id = time::format(*event.recurrence_id);
      problems_.add(tree_.component(at).line, "repeated-occurrence", {{"id", id}});
      if (known->second.second > sequence) continue;
    }
    made.insert_or_assign(*event.recurrence_id, std::pair(maker.make(event), sequence));
  }
  // A changed occurrence replaces what EXDATE and RDATE said of it.
  std::vector<Override> all;
  for (Override& said : series.overrides) {
    if (!made.contains(said.id)) all.push_back(std::move(said));
  }
  for (auto& [id, change] : made) all.push_back(std::move(change.first));
  std::sort(all.begin(), all.end(), [](const Override& a, const Override& b) { return a.id < b.id; });
  series.overrides = std::move(all);
}

std::optional<Event> IcsFile::read_item(const Item& item) {
  auto event = import_series(tree_, tree_.component(item.component), zones_, problems_, message_method());
  if (event) {
    mark_cancelled(*event);
    if (!item.changes.empty()) add_overrides(*event, item.changes);
    return event;
  }
  // Nothing lost: it stays with the calendar, as do the changes that came with it.
  kept_.push_back(&tree_.component(item.component));
  for (const std::int32_t change : item.changes) kept_.push_back(&tree_.component(change));
  return event;
}

std::optional<Event> IcsFile::next() {
  while (at_ < items_.size()) {
    const Item& item = items_[at_++];
    if (item.linked) continue;
    if (auto event = read_item(item)) return event;
  }
  return std::nullopt;
}

// FREEBUSY as spans; none of them, and false, if any cannot be read.
bool IcsFile::read_spans(const IcsProperty& property, TimeReader& times, FreeBusy& out) {
  const std::size_t before = times.failures();
  const std::size_t spans = out.spans.size();
  for (const Period& period : times.read_list(property)) {
    const time::Instant from{TimeReader::local_in(period.start, nullptr).seconds};
    const std::int64_t length = total_seconds(period.duration.value_or(time::Duration{}));
    out.spans.push_back({from, from + length, free_busy_status(tree_.parameter(property, "FBTYPE"))});
  }
  if (times.failures() == before) return true;
  out.spans.resize(spans);
  return false;
}

void IcsFile::read_free_busy(const IcsComponent& component) {
  FreeBusy out;
  TimeReader times(tree_, zones_, problems_);
  bool stamped = true;
  for (std::int32_t at = component.first_property; at >= 0; at = tree_.property(at).next) {
    const IcsProperty& property = tree_.property(at);
    const auto is = [&](std::string_view name) { return equals_ignoring_case(property.name, name); };
    const auto instant = [&](std::string_view name, std::optional<time::Instant>& member) {
      if (!is(name) || member) return false;
      member = times.read_instant(property);
      return member.has_value();
    };
    if (is("UID") && out.uid.empty()) {
      out.uid = property.value;
    } else if (is("JSPROP") && tree_.text_parameter(property, "JSPTR") == "updated") {
      stamped = false;
    } else if (instant("DTSTAMP", out.updated) || instant("DTSTART", out.start) || instant("DTEND", out.end)) {
      continue;
    } else if (!is("FREEBUSY") || !read_spans(property, times, out)) {
      out.properties.push_back(tree_.keep(property));
    }
  }
  if (!stamped) out.updated.reset();
  if (out.uid.empty()) out.uid = made_uid(tree_, component);
  free_busy_.push_back(std::move(out));
}

CalendarInfo IcsFile::info() const {
  CalendarInfo out = info_;
  std::vector<const IcsComponent*> kept = kept_;
  std::sort(kept.begin(), kept.end(), [](const auto* a, const auto* b) { return a->line < b->line; });
  for (const IcsComponent* component : kept) tree_.keep(*component, out.components);
  return out;
}

std::vector<Problem> IcsFile::problems() const {
  std::vector<Problem> sorted = problems_.list();
  std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) { return a.line < b.line; });
  if (const std::size_t more = problems_.count() - sorted.size(); more > 0) {
    sorted.push_back({0, {"more-problems", {{"n", static_cast<std::int64_t>(more)}}}});
  }
  return sorted;
}

}  // namespace relais::calendar
