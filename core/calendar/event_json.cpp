#include "core/calendar/event_json.hpp"

#include "core/calendar/event_members_json.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace relais::calendar {
namespace {

constexpr std::array<std::string_view, 3> types{"Event", "Task", "Note"};

}  // namespace

Result<Event> read_event(const Json& json, const std::string& path) {
  Reading reading;
  ObjectReader object(json, path, reading);
  if (reading.failed()) return reading.error();
  const auto& given = *json.get_ptr<const Json::object_t*>();
  Event event;
  event.kind = static_cast<Event::Kind>(object.one_of_or("@type", 0, {types[0], types[1], types[2]}));
  Json rest = Json::object();
  std::optional<Event> another;
  // Both are in byte order of their names.
  auto next = given.begin();
  for (const EventMember& member : event_members()) {
    while (next != given.end() && next->first < member.name) ++next;
    if (next == given.end() || next->first != member.name || object.any(member.name).is_null()) continue;
    // What belongs to another kind is checked like the rest, and kept.
    const bool ours = member.of(event.kind);
    member.read(object, member.name, ours ? event : another.emplace());
    if (!ours) rest[std::string(member.name)] = object.any(member.name);
  }
  rest.update(object.rest());
  rest.update(event.kept.json());
  event.kept = Kept(std::move(rest));
  object.string("uid");
  if (event.uid.empty()) object.fail("uid", {ErrorCode::invalid_value, {{"value", ""}}, "", "an id"});
  // A message may name an event without saying when it is (RFC 5546 section 3.2).
  if (event.kind == Event::Kind::event && event.method.empty()) object.required("start");
  resolve_zone(event, object);
  return reading.result(std::move(event));
}

std::vector<Event> read_required_events(ObjectReader& object, std::string_view member) {
  const Json& list = object.required(member);
  if (list.is_null() && !object.reading().failed()) {
    object.fail(member, {ErrorCode::wrong_type, {}, "", "an array of events"});
  }
  return read_events(object, member);
}

std::vector<Event> read_events(ObjectReader& object, std::string_view member) {
  std::vector<Event> out;
  const Json& list = object.any(member);
  if (list.is_null()) return out;
  if (!list.is_array()) {
    object.fail(member, {ErrorCode::wrong_type, {}, "", "an array of events"});
    return out;
  }
  out.reserve(list.size());
  for (std::size_t i = 0; i < list.size() && !object.reading().failed(); ++i) {
    auto event = read_event(list[i], pointer(object.path_of(member), i));
    if (event.ok()) {
      out.push_back(std::move(event).value());
    } else {
      object.reading().fail(event.error());
    }
  }
  return out;
}

Json event_to_json(const Event& event) {
  Json out = event.kept.json();
  out["@type"] = types[static_cast<std::size_t>(event.kind)];
  for (const EventMember& member : event_members()) {
    if (!member.of(event.kind)) continue;
    Json value = member.write(event);
    if (!value.is_null()) out[std::string(member.name)] = std::move(value);
  }
  return out;
}

Json events_to_json(const std::vector<Event>& events) {
  Json out = Json::array();
  for (const Event& event : events) out.push_back(event_to_json(event));
  return out;
}

}  // namespace relais::calendar
