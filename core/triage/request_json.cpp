#include "core/triage/request_json.hpp"

#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::triage {
namespace {

Sender read_sender(ObjectReader& object) {
  Sender sender{object.string_or("name", ""), object.string_or("phone", ""), object.string_or("email", ""),
                object.string_or("company", "")};
  object.finish();
  return sender;
}

void put(Json& out, const char* member, const std::string& text) {
  if (!text.empty()) out[member] = text;
}

std::string read_list(ObjectReader& object, std::string_view member) {
  const Json& value = object.any(member);
  if (value.is_null()) return {};
  if (!value.is_array()) object.fail(member, {ErrorCode::wrong_type, {}, "", "an array"});
  return dump(value);
}

std::string read_extra(ObjectReader& object) {
  const Json& value = object.any("extra");
  if (value.is_null()) return {};
  if (!value.is_object()) object.fail("extra", {ErrorCode::wrong_type, {}, "", "an object"});
  return dump(value);
}

// Most requests of a list are told in one zone: it need not be looked up for each.
time::ZonePtr read_zone(ObjectReader& object, const time::ZonePtr& fallback, const time::ZonePtr& recent) {
  const auto* name = object.any("timeZone").get_ptr<const std::string*>();
  if (recent && name && *name == recent->name()) return recent;
  return time::read_zone_or(object, "timeZone", fallback);
}

}  // namespace

Request read_request(ObjectReader& object, const time::ZonePtr& fallback, const time::ZonePtr& recent) {
  Request request;
  request.id = object.string("id");
  request.lang = object.string_or("lang", "");
  request.channel = object.string_or("channel", "");
  request.received_at = time::read_optional_local_time(object, "receivedAt");
  request.zone = read_zone(object, fallback, recent);
  request.client = object.string_or("client", "");
  request.to = object.string_or("to", "");
  object.object("from", [&](ObjectReader& from) { request.from = read_sender(from); });
  request.subject = object.string_or("subject", "");
  request.body = object.string_or("body", "");
  request.thread_id = object.string_or("threadId", "");
  request.message_id = object.string_or("messageId", "");
  request.attachments = read_list(object, "attachments");
  request.extra = read_extra(object);
  object.finish();
  return request;
}

Json to_json(const Request& request) {
  Json out{{"id", request.id}, {"body", request.body}};
  put(out, "lang", request.lang);
  put(out, "channel", request.channel);
  if (request.received_at) out["receivedAt"] = time::format(*request.received_at);
  if (request.zone) out["timeZone"] = request.zone->name();
  put(out, "client", request.client);
  put(out, "to", request.to);
  Json from = Json::object();
  put(from, "name", request.from.name);
  put(from, "phone", request.from.phone);
  put(from, "email", request.from.email);
  put(from, "company", request.from.company);
  out["from"] = std::move(from);
  put(out, "subject", request.subject);
  put(out, "threadId", request.thread_id);
  put(out, "messageId", request.message_id);
  if (!request.attachments.empty()) out["attachments"] = Json::parse(request.attachments);
  if (!request.extra.empty()) out["extra"] = Json::parse(request.extra);
  return out;
}

}  // namespace relais::triage
