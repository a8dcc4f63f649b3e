#include "core/base/text.hpp"
#include "core/calendar/import_event.hpp"

#include <algorithm>

/// Properties that become a member of their own, one handler each (RFC 5545 section 3.8).
namespace relais::calendar {

using time::Instant;

bool EventImporter::text(const IcsProperty& property, std::string& member, const char* pointer) {
  if (!member.empty()) return refuse(property, "repeated-property");
  member = unescape_text(property.value);
  convert(property, pointer, {});
  return !member.empty() || property.parameter_count == 0;
}

bool EventImporter::number(const IcsProperty& property, std::optional<std::int64_t>& member, std::int64_t most,
                           const char* pointer) {
  if (member) return refuse(property, "repeated-property");
  const auto value = parse_signed(trim(property.value));
  if (!value || *value < 0 || *value > most) return refuse(property);
  member = value;
  convert(property, pointer, {});
  return true;
}

bool EventImporter::instant(const IcsProperty& property, std::optional<Instant>& member, const char* pointer) {
  if (member) return refuse(property, "repeated-property");
  member = times_.read_instant(property);
  if (!member) return false;
  convert(property, pointer, {"VALUE", "TZID"});
  return true;
}

bool EventImporter::word(const IcsProperty& property, std::string& member, const char* pointer,
                         std::initializer_list<std::pair<std::string_view, std::string_view>> words) {
  if (!member.empty()) return refuse(property, "repeated-property");
  for (const auto& [theirs, ours] : words) {
    if (!equals_ignoring_case(trim(property.value), theirs)) continue;
    member = ours;
    convert(property, pointer, {});
    return true;
  }
  return refuse(property);
}

bool EventImporter::uid(const IcsProperty& property) {
  if (trim(property.value).empty()) return true;
  return text(property, event_.uid, "uid");
}

bool EventImporter::created(const IcsProperty& property) { return instant(property, event_.created, "created"); }

bool EventImporter::stamp(const IcsProperty& property) {
  if (stamped_) return refuse(property, "repeated-property");
  const auto at = times_.read_instant(property);
  if (!at) return false;
  stamped_ = true;
  event_.updated = at;
  convert(property, "updated", {"VALUE", "TZID"});
  return true;
}

// Stands in for a DTSTAMP that is missing, and is kept in any case.
bool EventImporter::modified(const IcsProperty& property) {
  if (!stamped_ && !event_.updated) event_.updated = times_.read_instant(property);
  return false;
}

bool EventImporter::sequence(const IcsProperty& property) {
  return number(property, event_.sequence, 2147483647, "sequence");
}

bool EventImporter::summary(const IcsProperty& property) { return text(property, event_.title, "title"); }

bool EventImporter::description(const IcsProperty& property) {
  return text(property, event_.description, "description");
}

bool EventImporter::location(const IcsProperty& property) {
  if (!event_.locations.empty()) return refuse(property, "repeated-property");
  if (property.value.empty()) return property.parameter_count == 0;
  const std::string id = tree_.text_parameter(property, "JSID");
  event_.locations.push_back({id.empty() ? "1" : id, unescape_text(property.value), {}});
  convert(property, "locations/", {"JSID"}, event_.locations.front().id);
  return true;
}

bool EventImporter::url(const IcsProperty& property) {
  if (!event_.links.empty() || property.value.empty()) return refuse(property, "repeated-property");
  event_.links.push_back({"url", std::string(property.value), {}});
  convert(property, "links/url", {});
  return true;
}

bool EventImporter::categories(const IcsProperty& property) {
  if (property.parameter_count > 0) return false;
  std::string_view list = property.value;
  while (true) {
    std::size_t comma = 0;
    while (comma < list.size() && list[comma] != ',') comma += list[comma] == '\\' ? 2 : 1;
    comma = std::min(comma, list.size());
    std::string keyword = unescape_text(trim(list.substr(0, comma)));
    if (!keyword.empty()) event_.keywords.push_back(std::move(keyword));
    if (comma >= list.size()) break;
    list.remove_prefix(comma + 1);
  }
  return true;
}

// Once for all CATEGORIES of a component: a set.
void EventImporter::sort_keywords() {
  auto& keywords = event_.keywords;
  std::sort(keywords.begin(), keywords.end());
  keywords.erase(std::unique(keywords.begin(), keywords.end()), keywords.end());
}

bool EventImporter::priority(const IcsProperty& property) { return number(property, event_.priority, 9, "priority"); }

bool EventImporter::percent(const IcsProperty& property) {
  return event_.kind == Event::Kind::task && number(property, event_.percent_complete, 100, "percentComplete");
}

bool EventImporter::completed(const IcsProperty& property) {
  return event_.kind == Event::Kind::task && instant(property, event_.progress_updated, "progressUpdated");
}

bool EventImporter::status(const IcsProperty& property) {
  switch (event_.kind) {
    case Event::Kind::event:
      return word(property, event_.status, "status",
                  {{"CONFIRMED", "confirmed"}, {"TENTATIVE", "tentative"}, {"CANCELLED", "cancelled"}});
    case Event::Kind::task:
      return word(property, event_.status, "progress",
                  {{"NEEDS-ACTION", "needs-action"},
                   {"IN-PROCESS", "in-process"},
                   {"COMPLETED", "completed"},
                   {"CANCELLED", "cancelled"}});
    case Event::Kind::note:
      break;
  }
  return word(property, event_.status, "status", {{"DRAFT", "draft"}, {"FINAL", "final"}, {"CANCELLED", "cancelled"}});
}

bool EventImporter::transparency(const IcsProperty& property) {
  return word(property, event_.free_busy_status, "freeBusyStatus", {{"OPAQUE", "busy"}, {"TRANSPARENT", "free"}});
}

bool EventImporter::classification(const IcsProperty& property) {
  return word(property, event_.privacy, "privacy",
              {{"PUBLIC", "public"}, {"PRIVATE", "private"}, {"CONFIDENTIAL", "secret"}});
}

bool EventImporter::color(const IcsProperty& property) { return text(property, event_.color, "color"); }

}  // namespace relais::calendar
