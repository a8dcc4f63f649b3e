#include "core/calendar/plain_event.hpp"

#include "core/base/text.hpp"
#include "core/base/text_scan.hpp"
#include "core/calendar/ics_value.hpp"
#include "core/calendar/property_name.hpp"

#include <algorithm>
#include <initializer_list>

namespace relais::calendar {
namespace {

bool any_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// Whether a text has no control but those allowed.
bool no_control_but(std::string_view allowed, std::string_view text) {
  const auto next = [&](std::size_t at) { return find_control_or<'\x7F'>(text, at); };
  for (std::size_t at = next(0); at < text.size(); at = next(at + 1)) {
    if (allowed.find(text[at]) == allowed.npos) return false;
  }
  return true;
}

bool is_line(std::string_view text) { return no_control_but("\t", text); }
bool is_text(std::string_view text) { return no_control_but("\t\n", text); }

bool is_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

bool plain_times(const Event& event) {
  if (!event.start || !event.end_time_zone.empty() || !event.zones.empty() || event.due) return false;
  if (event.all_day()) {
    const bool whole = event.duration && event.duration->days > 0 && event.duration->seconds == 0;
    return whole && event.time_zone.empty() && time::second_of_day(*event.start) == 0;
  }
  if (event.show_without_time) return false;
  if (!event.time_zone.empty() && (!event.zone || event.zone->name() != event.time_zone)) return false;
  if (!event.duration || prefers_duration(event) || !event.zone) return true;
  // The end must not be in an hour that stands twice.
  const time::Instant end = event.zone->to_instant(*event.start) + total_seconds(*event.duration);
  return event.zone->to_instant(event.zone->to_local(end)) == end;
}

bool plain_rule(const Event& event, const RecurrenceRule& rule) {
  if (!rule.kept.empty() || rule.skip != Skip::omit) return false;
  if (!rule.until) return true;
  if (rule.until->form != Until::Form::local || event.all_day()) return false;
  return !event.zone || event.zone->to_local(event.zone->to_instant(rule.until->at)) == rule.until->at;
}

bool plain_recurrence(const Event& event) {
  if (event.recurrence_id || !event.recurrence_id_time_zone.empty()) return false;
  if (!event.excluded_rules.empty() || !event.overrides.empty()) return false;
  return std::all_of(event.rules.begin(), event.rules.end(),
                     [&](const RecurrenceRule& rule) { return plain_rule(event, rule); });
}

bool plain_texts(const Event& event) {
  const auto plain_keyword = [](const std::string& keyword) {
    return !keyword.empty() && trim(keyword) == keyword && is_text(keyword);
  };
  const auto plain_location = [](const Location& location) {
    return location.id == "1" && !location.name.empty() && is_text(location.name) && location.kept.empty();
  };
  const auto plain_link = [](const Link& link) {
    return link.id == "url" && !link.href.empty() && is_line(link.href) && link.kept.empty();
  };
  return !trim(event.uid).empty() && is_text(event.uid) && is_text(event.title) && is_text(event.description) &&
         event.description_type.empty() && is_text(event.color) &&
         std::all_of(event.keywords.begin(), event.keywords.end(), plain_keyword) && event.locations.size() <= 1 &&
         std::all_of(event.locations.begin(), event.locations.end(), plain_location) && event.links.size() <= 1 &&
         std::all_of(event.links.begin(), event.links.end(), plain_link);
}

bool plain_words(const Event& event) {
  return any_of(event.status, {"", "confirmed", "tentative", "cancelled"}) &&
         any_of(event.free_busy_status, {"", "busy", "free"}) &&
         any_of(event.privacy, {"", "public", "private", "secret"}) && !event.percent_complete &&
         !event.progress_updated;
}

bool plain_address(const std::string& address) {
  const std::string_view mail = mail_address(address);
  return !mail.empty() && address.starts_with("mailto:") && trim(mail) == mail && is_line(mail);
}

bool plain_roles(const Participant& person) {
  std::vector<std::string> roles = person.roles;
  std::erase(roles, "owner");
  const bool only_owner = roles.empty() && person.roles.size() == 1;
  if (only_owner) return person.kind.empty() && person.status.empty() && !person.expect_reply;
  const std::string one = roles.size() == 1 ? roles[0] : "";
  if (one == "attendee" || (one == "informational" && person.roles.size() == 1)) return true;
  return roles.size() == 2 && roles[0] == "attendee" && any_of(roles[1], {"chair", "optional"});
}

bool plain_person(const Participant& person) {
  return plain_address(person.address) && person.email == mail_address(person.address) && has_usual_id(person) &&
         is_line(person.name) && is_word(person.status) &&
         any_of(person.kind, {"", "individual", "group", "resource", "location"}) && plain_roles(person) &&
         person.kept.empty();
}

// With an organizer, one is the owner, and nobody else has that address.
bool plain_people(const Event& event) {
  std::size_t owners = 0;
  for (const Participant& person : event.participants) {
    if (!plain_person(person)) return false;
    const bool owner = person.has_role("owner");
    if (owner != equals_ignoring_case(person.address, event.reply_to)) return false;
    if (owner && person.address != event.reply_to) return false;
    owners += owner ? 1 : 0;
  }
  return event.reply_to.empty() ? owners == 0 : owners == 1;
}

bool plain_property(const KeptProperty& property) {
  const PropertyName name = property_name(property.name);
  return (name == PropertyName::other || name == PropertyName::last_modified) && property.parameters.empty() &&
         is_line(property.value);
}

bool plain_alert(const Event& event, const Alert& alert) {
  const time::Duration& offset = alert.offset;
  const bool one_way = (offset.days <= 0 && offset.seconds <= 0) || (offset.days >= 0 && offset.seconds >= 0);
  const std::string_view title = event.title.empty() ? std::string_view("-") : std::string_view(event.title);
  const auto plain = [&](const KeptProperty& property) {
    if (property.name == "description")
      return property.parameters.empty() && is_line(property.value) && unescape_text(property.value) != title;
    return property_name(property.name) == PropertyName::other && property.parameters.empty() &&
           is_line(property.value) && !any_of(property.name, {"action", "acknowledged"});
  };
  return any_of(alert.action, {"display", "email", "audio"}) && one_way && is_line(alert.uid) && alert.kept.empty() &&
         std::all_of(alert.properties.begin(), alert.properties.end(), plain);
}

// Numbered from 1 as the reader numbers them.
bool plain_alerts(const Event& event) {
  for (std::size_t i = 0; i < event.alerts.size(); ++i) {
    if (event.alerts[i].id != std::to_string(i + 1) || !plain_alert(event, event.alerts[i])) return false;
  }
  return event.alerts.size() <= 9;
}

}  // namespace

bool is_plain(const Event& event) {
  return event.kind == Event::Kind::event && event.updated && event.method.empty() && event.kept.empty() &&
         event.converted.empty() && event.components.empty() && plain_times(event) && plain_recurrence(event) &&
         plain_texts(event) && plain_words(event) && plain_people(event) && plain_alerts(event) &&
         std::all_of(event.properties.begin(), event.properties.end(), plain_property);
}

}  // namespace relais::calendar
