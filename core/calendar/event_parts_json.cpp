#include "core/calendar/event_parts_json.hpp"

#include "core/base/text.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::calendar {
namespace {

bool is_mail_address(std::string_view address) { return equals_ignoring_case(address.substr(0, 7), "mailto:"); }

std::string_view method_of(std::string_view address) { return is_mail_address(address) ? "imip" : "other"; }

// The one address of `sendTo`; several, or another method, stay in `kept` as they are.
std::string read_address(ObjectReader& object, Json& rest) {
  const auto newer = object.optional_string("calendarAddress");
  const Json& send_to = object.any("sendTo");
  if (newer || send_to.is_null()) return newer.value_or("");
  std::string address, method;
  bool good = send_to.is_object();
  for (auto item = send_to.begin(); good && item != send_to.end(); ++item) {
    const auto* text = item->get_ptr<const std::string*>();
    good = text != nullptr;
    if (!good || !(method.empty() || item.key() == "imip")) continue;
    address = *text;
    method = item.key();
  }
  if (!good) object.fail("sendTo", {ErrorCode::wrong_type, {}, "", "an object of URIs"});
  if (good && (send_to.size() > 1 || method != method_of(address))) rest["sendTo"] = send_to;
  return address;
}

std::vector<std::string> read_set(ObjectReader& object, std::string_view member) {
  std::vector<std::string> out;
  const Json& set = object.any(member);
  if (set.is_null()) return out;
  bool good = set.is_object();
  for (auto item = set.begin(); good && item != set.end(); ++item) {
    good = *item == true;
    out.push_back(item.key());
  }
  if (!good) object.fail(member, {ErrorCode::wrong_type, {}, "", "an object whose members are true"});
  return out;
}

void put(Json& out, const char* member, const std::string& text) {
  if (!text.empty()) out[member] = text;
}

void keep(Kept& kept, const Json& rest, const ObjectReader& object) {
  Json all = object.rest();
  all.update(rest);
  kept = Kept(std::move(all));
}

}  // namespace

Participant read_participant(const std::string& id, ObjectReader& object) {
  Participant out;
  Json rest = Json::object();
  out.id = id;
  object.one_of_or("@type", 0, {"Participant"});
  out.name = object.string_or("name", "");
  out.email = object.string_or("email", "");
  out.kind = object.string_or("kind", "");
  out.address = read_address(object, rest);
  out.roles = read_set(object, "roles");
  out.status = object.string_or("participationStatus", "");
  if (object.has("expectReply")) out.expect_reply = object.boolean_or("expectReply", false);
  keep(out.kept, rest, object);
  return out;
}

Json participant_to_json(const Participant& participant) {
  Json out = participant.kept.json();
  out["@type"] = "Participant";
  put(out, "name", participant.name);
  put(out, "email", participant.email);
  put(out, "kind", participant.kind);
  if (!participant.address.empty() && !out.contains("sendTo")) {
    out["sendTo"][std::string(method_of(participant.address))] = participant.address;
  }
  for (const std::string& role : participant.roles) out["roles"][role] = true;
  put(out, "participationStatus", participant.status);
  if (participant.expect_reply) out["expectReply"] = *participant.expect_reply;
  return out;
}

Location read_location(const std::string& id, ObjectReader& object) {
  Location out;
  out.id = id;
  object.one_of_or("@type", 0, {"Location"});
  out.name = object.string_or("name", "");
  out.kept = Kept(object.rest());
  return out;
}

Json location_to_json(const Location& location) {
  Json out = location.kept.json();
  out["@type"] = "Location";
  put(out, "name", location.name);
  return out;
}

Link read_link(const std::string& id, ObjectReader& object) {
  Link out;
  out.id = id;
  object.one_of_or("@type", 0, {"Link"});
  out.href = object.string_or("href", "");
  out.kept = Kept(object.rest());
  return out;
}

Json link_to_json(const Link& link) {
  Json out = link.kept.json();
  out["@type"] = "Link";
  put(out, "href", link.href);
  return out;
}

Alert read_alert(const std::string& id, ObjectReader& object) {
  Alert out;
  out.id = id;
  object.one_of_or("@type", 0, {"Alert"});
  out.action = object.string_or("action", "");
  out.uid = object.string_or("uid", "");
  out.acknowledged = time::read_optional_instant(object, "acknowledged");
  object.object("trigger", [&](ObjectReader& trigger) {
    const std::string type = trigger.string_or("@type", "OffsetTrigger");
    if (type == "AbsoluteTrigger") {
      out.when = time::read_instant(trigger, "when");
    } else {
      out.offset = trigger.parsed("offset", time::parse_duration, "a duration, -PT15M");
      out.from_end = trigger.one_of_or("relativeTo", 0, {"start", "end"}) == 1;
    }
    trigger.finish();
  });
  out.properties = read_kept_properties(object, "iCalProps");
  out.kept = Kept(object.rest());
  return out;
}

Json alert_to_json(const Alert& alert) {
  Json out = alert.kept.json();
  out["@type"] = "Alert";
  put(out, "action", alert.action);
  put(out, "uid", alert.uid);
  if (alert.acknowledged) out["acknowledged"] = time::format(*alert.acknowledged);
  if (alert.when) {
    out["trigger"] = {{"@type", "AbsoluteTrigger"}, {"when", time::format(*alert.when)}};
  } else {
    out["trigger"] = {{"@type", "OffsetTrigger"}, {"offset", time::format(alert.offset)}};
    if (alert.from_end) out["trigger"]["relativeTo"] = "end";
  }
  if (!alert.properties.empty()) out["iCalProps"] = kept_properties_to_json(alert.properties);
  return out;
}

}  // namespace relais::calendar
