#include "core/calendar/import_json.hpp"

#include "core/base/base64.hpp"
#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/calendar/calendar_info_json.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/event_text.hpp"

#include <nlohmann/json.hpp>

namespace relais::calendar {
namespace {

Json problem_to_json(const Problem& problem) {
  Json out = to_json(problem.reason);
  out["line"] = problem.line;
  return out;
}

ImportAnswer empty_answer() {
  ImportAnswer out;
  out.free_busy = Json::array();
  out.problems = Json::array();
  return out;
}

void add(ImportAnswer& out, const Event& event) {
  std::string& list = event.kind == Event::Kind::task   ? out.tasks
                      : event.kind == Event::Kind::note ? out.notes
                                                        : out.events;
  if (!list.empty()) list += ',';
  append_event(list, event);
}

Result<ImportAnswer> import_ics(std::string bytes) {
  RELAIS_TRY(auto file, IcsFile::open(std::move(bytes)));
  ImportAnswer out = empty_answer();
  while (const auto event = file.next()) add(out, *event);
  append_calendar_info(out.calendar, file.info());
  for (const FreeBusy& item : file.free_busy()) out.free_busy.push_back(free_busy_to_json(item));
  for (const Problem& problem : file.problems()) out.problems.push_back(problem_to_json(problem));
  return out;
}

void import_entry(const Json& entry, const std::string& path, ImportAnswer& out) {
  const auto event = read_event(entry, path);
  if (event.ok()) return add(out, *event);
  Json problem = to_json(event.error());
  problem.erase("message");
  problem["line"] = 0;
  out.problems.push_back(std::move(problem));
}

// A Group, a list of objects, or one.
Result<ImportAnswer> import_jscalendar(const std::string& bytes) {
  if (bytes.size() > limits::input_bytes) {
    return Error{
        ErrorCode::input_too_large,
        {{"size", static_cast<std::int64_t>(bytes.size())}, {"limit", static_cast<std::int64_t>(limits::input_bytes)}},
        "",
        ""};
  }
  RELAIS_TRY(const Json json, parse_json(bytes));
  ImportAnswer out = empty_answer();
  CalendarInfo info;
  const bool group = json.is_object() && json.contains("entries");
  const Json& entries = group ? json["entries"] : json;
  if (!entries.is_array() && !entries.is_object()) {
    return Error{ErrorCode::wrong_type, {}, group ? "/entries" : "", "a JSCalendar object, a list of them, or a Group"};
  }
  if (group) {
    Reading reading;
    ObjectReader object(json, "", reading);
    info.name = object.string_or("title", "");
    info.product = object.string_or("prodId", "");
    info.method = object.string_or("method", "");
    if (reading.failed()) return reading.error();
  }
  const std::string base = group ? "/entries" : "";
  if (entries.is_object()) import_entry(entries, base, out);
  for (std::size_t i = 0; entries.is_array() && i < entries.size(); ++i)
    import_entry(entries[i], pointer(base, i), out);
  append_calendar_info(out.calendar, info);
  return out;
}

}  // namespace

Result<ImportRequest> read_import_request(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  ImportRequest request;
  request.jscalendar = object.one_of("format", {"ics", "jscalendar"}) == 1;
  const auto text = object.optional_string("text");
  const auto base64 = object.optional_string("base64");
  object.finish();
  if (!text && !base64) object.fail("", {ErrorCode::missing_member, {{"member", "text"}}, "", "text or base64"});
  if (text && base64) object.fail("base64", {ErrorCode::unknown_member, {{"member", "base64"}}, "", "text or base64"});
  if (text) request.bytes = *text;
  if (base64 && !text) {
    auto bytes = decode_base64(*base64);
    if (!bytes) object.fail("base64", {ErrorCode::invalid_base64, {}, "", ""});
    if (bytes) request.bytes = std::move(*bytes);
  }
  return reading.result(std::move(request));
}

Result<ImportAnswer> import_calendar(ImportRequest request) {
  if (request.jscalendar) return import_jscalendar(request.bytes);
  return import_ics(std::move(request.bytes));
}

std::string import_answer_text(const ImportAnswer& answer) {
  std::string out = "{\"calendar\":" + answer.calendar;
  out.reserve(out.size() + answer.events.size() + answer.tasks.size() + answer.notes.size() + 200);
  (((out += ",\"events\":[") += answer.events) += "],\"freeBusy\":") += dump(answer.free_busy);
  (((out += ",\"notes\":[") += answer.notes) += "],\"problems\":") += dump(answer.problems);
  return ((out += ",\"tasks\":[") += answer.tasks) += "]}";
}

Result<ExportParameters> read_export_parameters(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  ExportParameters out;
  ExportRequest& request = out.request;
  out.jscalendar = object.one_of("format", {"ics", "jscalendar"}) == 1;
  object.object("calendar", [&](ObjectReader& calendar) { request.info = read_calendar_info(calendar); });
  request.events = read_required_events(object, "events");
  request.tasks = read_events(object, "tasks");
  request.notes = read_events(object, "notes");
  object.each("freeBusy", [&](ObjectReader& item) { request.free_busy.push_back(read_free_busy(item)); });
  if (const auto method = object.optional_string("method")) {
    if (!is_method(*method)) object.fail("method", {ErrorCode::invalid_value, {{"value", *method}}, "", "letters"});
    request.info.method = to_lower(*method);
  }
  request.stamp = object.parsed("stamp", time::parse_instant, "an instant, 2026-03-10T09:00:00Z");
  object.finish();
  return reading.result(std::move(out));
}

std::string export_jscalendar(const ExportRequest& request) {
  Json entries = Json::array();
  for (const auto* list : {&request.events, &request.tasks, &request.notes}) {
    for (const Event& event : *list) entries.push_back(event_to_json(event));
  }
  Json group{{"@type", "Group"}, {"updated", time::format(request.stamp)}};
  if (!request.info.name.empty()) group["title"] = request.info.name;
  if (!request.info.product.empty()) group["prodId"] = request.info.product;
  if (!request.info.method.empty()) group["method"] = request.info.method;
  group["uid"] = group_uid(entries);
  group["entries"] = std::move(entries);
  return dump(group);
}

}  // namespace relais::calendar
