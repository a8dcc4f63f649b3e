#include "core/calendar/export_ics.hpp"

#include "core/calendar/export_event.hpp"
#include "core/calendar/export_property.hpp"
#include "core/calendar/vtimezone.hpp"

namespace relais::calendar {
namespace {

std::string utc_text(time::Instant at) { return format_ics_time({IcsTime::Form::utc, {at.seconds}}); }

void text_line(LineWriter& out, std::string_view name, std::string_view value) {
  out.begin(name);
  out.text(value);
  out.end();
}

void write_head(LineWriter& out, const CalendarInfo& info, const std::string& method) {
  out.line("BEGIN", "VCALENDAR");
  out.line("VERSION", "2.0");
  text_line(out, "PRODID", info.product.empty() ? own_product : info.product);
  if (!method.empty()) out.line("METHOD", upper_name(method));
  if (!info.name.empty()) text_line(out, "X-WR-CALNAME", info.name);
  for (const KeptProperty& property : info.properties) write_property(out, property);
}

void write_zones(LineWriter& out, const UsedZones& zones) {
  for (const auto& [tzid, use] : zones.by_tzid) {
    if (use.definition) {
      write_vtimezone(out, *use.definition);
    } else {
      write_vtimezone(out, tzid, *use.zone, use.earliest);
    }
  }
}

std::string free_busy_type(const std::string& status) {
  if (status == "free") return "FREE";
  if (status == "tentative") return "BUSY-TENTATIVE";
  return status == "unavailable" ? "BUSY-UNAVAILABLE" : "BUSY";
}

void write_free_busy(LineWriter& out, const FreeBusy& item, time::Instant stamp) {
  out.line("BEGIN", "VFREEBUSY");
  out.line("UID", item.uid);
  out.line("DTSTAMP", utc_text(item.updated.value_or(stamp)));
  if (!item.updated) {
    out.begin("JSPROP");
    out.parameter("JSPTR", "updated");
    out.value("null");
    out.end();
  }
  if (item.start) out.line("DTSTART", utc_text(*item.start));
  if (item.end) out.line("DTEND", utc_text(*item.end));
  for (const FreeBusy::Span& span : item.spans) {
    out.begin("FREEBUSY");
    if (span.status != "busy") out.parameter("FBTYPE", free_busy_type(span.status));
    out.value(utc_text(span.from) + "/" + utc_text(span.to));
    out.end();
  }
  for (const KeptProperty& property : item.properties) write_property(out, property);
  out.line("END", "VFREEBUSY");
}

Status write_events(LineWriter& out, const std::vector<Event>& events, const char* path, time::Instant stamp,
                    const std::string& method, UsedZones& zones) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Status written = write_event(out, events[i], stamp, method, zones);
    if (written.ok()) continue;
    Error error = written.error();
    error.path = pointer(path, i) + error.path;
    return error;
  }
  return std::monostate{};
}

// The calendar's, or that of its events where they all have one.
std::string method_of(const ExportRequest& request) {
  if (!request.info.method.empty()) return request.info.method;
  const std::string* method = nullptr;
  for (const auto* list : {&request.events, &request.tasks, &request.notes}) {
    for (const Event& event : *list) {
      if (method && *method != event.method) return {};
      method = &event.method;
    }
  }
  return method ? *method : std::string();
}

// Octets, so that most calendars are written in one place.
std::size_t usual_size(const ExportRequest& request) {
  constexpr std::size_t usual_event = 1000;
  constexpr std::size_t usual_head = 8000;
  return usual_head + (request.events.size() + request.tasks.size() + request.notes.size()) * usual_event;
}

}  // namespace

Result<std::string> export_ics(const ExportRequest& request) {
  UsedZones zones;
  const std::string method = method_of(request);
  for (const auto& [tzid, reference] : request.info.zones) {
    if (reference.definition)
      zones.by_tzid[tzid_of(*reference.definition)] = {reference.zone, reference.definition, {}};
  }
  LineWriter body;
  body.reserve(usual_size(request));
  RELAIS_TRY([[maybe_unused]] const auto events,
             write_events(body, request.events, "/events", request.stamp, method, zones));
  RELAIS_TRY([[maybe_unused]] const auto tasks,
             write_events(body, request.tasks, "/tasks", request.stamp, method, zones));
  RELAIS_TRY([[maybe_unused]] const auto notes,
             write_events(body, request.notes, "/notes", request.stamp, method, zones));
  for (const FreeBusy& item : request.free_busy) write_free_busy(body, item, request.stamp);
  write_components(body, request.info.components);
  body.line("END", "VCALENDAR");
  // Which zones it needs is known now.
  LineWriter head;
  write_head(head, request.info, method);
  write_zones(head, zones);
  body.prepend(head.written());
  return body.take();
}

}  // namespace relais::calendar
