#include "core/policy/policy_json.hpp"

#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace relais::policy {
namespace {

constexpr std::array<std::string_view, 4> priority_names{"critical", "high", "normal", "low"};
constexpr std::array<std::string_view, 4> clearance_names{"public", "internal", "confidential", "secret"};

Priority read_priority(ObjectReader& object, std::string_view member) {
  return static_cast<Priority>(object.one_of(member, {"critical", "high", "normal", "low"}));
}

std::optional<Priority> read_optional_priority(ObjectReader& object, std::string_view member) {
  if (!object.has(member)) {
    object.any(member);
    return std::nullopt;
  }
  return read_priority(object, member);
}

Clearance read_clearance(ObjectReader& object, std::string_view member) {
  const auto fallback = static_cast<std::size_t>(Clearance::internal);
  return static_cast<Clearance>(object.one_of_or(member, fallback, {"public", "internal", "confidential", "secret"}));
}

bool read_business_clock(ObjectReader& object) { return object.one_of_or("clock", 0, {"business", "always"}) == 0; }

time::ZonePtr read_zone(ObjectReader& object) {
  static const time::ZonePtr utc = time::find_zone("UTC");
  return time::read_zone_or(object, "timeZone", utc);
}

time::WorkingHours read_hours(ObjectReader& object) {
  time::WorkingHours hours;
  hours.week = time::read_week(object, "hours");
  time::read_holidays(object, "holidays", hours);
  return hours;
}

std::optional<bool> read_optional_boolean(ObjectReader& object, std::string_view member) {
  if (!object.has(member)) {
    object.any(member);
    return std::nullopt;
  }
  return object.boolean_or(member, false);
}

Contact read_contact(ObjectReader& object) {
  Contact contact;
  contact.id = object.string("id");
  contact.name = object.string_or("name", contact.id);
  contact.skills = object.strings("skills");
  contact.hours = read_hours(object);
  object.finish();
  return contact;
}

Vip read_vip(ObjectReader& object) {
  Vip vip{object.optional_string("name"), object.optional_string("phone"), object.optional_string("email"),
          object.optional_string("company")};
  object.finish();
  return vip;
}

Instruction read_instruction(ObjectReader& object) {
  Instruction instruction;
  instruction.id = object.string("id");
  instruction.text = object.string("text");
  instruction.from = time::read_optional_day(object, "from");
  instruction.to = time::read_optional_day(object, "to");
  instruction.confidentiality = read_clearance(object, "confidentiality");
  object.finish();
  return instruction;
}

Contract read_contract(ObjectReader& object) {
  constexpr std::array<std::string_view, 2> kinds{"package", "hourly"};
  Contract contract;
  contract.kind = kinds[object.one_of_or("kind", 0, {"package", "hourly"})];
  contract.minutes = object.integer_or("minutes", 0, {0, 10'000'000});
  contract.per = object.one_of_or("per", 1, {"month", "once"}) == 0 ? "month" : "";
  contract.carry_over = object.boolean_or("carryOver", false);
  object.finish();
  return contract;
}

Rule::When read_when(ObjectReader& object) {
  Rule::When when;
  when.client = object.optional_string("client");
  when.kind = object.optional_string("kind");
  when.signal = object.optional_string("signal");
  when.channel = object.optional_string("channel");
  when.category = object.optional_string("category");
  when.lang = object.optional_string("lang");
  when.vip = read_optional_boolean(object, "vip");
  object.finish();
  return when;
}

Rule::Then read_then(ObjectReader& object) {
  Rule::Then then;
  then.priority = read_optional_priority(object, "priority");
  constexpr std::array<std::string_view, 5> actions{"transfer", "schedule", "message", "answer", "filter"};
  if (object.has("action")) {
    then.action = actions[object.one_of("action", {"transfer", "schedule", "message", "answer", "filter"})];
  }
  object.any("action");
  then.category = object.optional_string("category");
  then.route = object.optional_string("route");
  object.finish();
  return then;
}

}  // namespace

std::string_view name(Priority priority) { return priority_names[static_cast<std::size_t>(priority)]; }

std::string_view name(Clearance clearance) { return clearance_names[static_cast<std::size_t>(clearance)]; }

Assistant read_assistant(ObjectReader& object) {
  Assistant assistant;
  assistant.id = object.string("id");
  assistant.name = object.string_or("name", assistant.id);
  assistant.languages = object.strings("languages");
  assistant.skills = object.strings("skills");
  assistant.clearance = read_clearance(object, "clearance");
  assistant.zone = read_zone(object);
  assistant.hours = read_hours(object);
  object.finish();
  return assistant;
}

Client read_client(ObjectReader& object) {
  Client client;
  client.id = object.string("id");
  client.name = object.string_or("name", client.id);
  client.kind = object.string_or("kind", "");
  client.zone = read_zone(object);
  client.hours = read_hours(object);
  client.addresses = object.strings("addresses");
  object.each("contacts", [&](ObjectReader& item) { client.contacts.push_back(read_contact(item)); });
  object.each("vips", [&](ObjectReader& item) { client.vips.push_back(read_vip(item)); });
  object.each("instructions", [&](ObjectReader& item) { client.instructions.push_back(read_instruction(item)); });
  object.object("contract", [&](ObjectReader& item) { client.contract = read_contract(item); });
  object.finish();
  return client;
}

ServiceLevel read_service_level(ObjectReader& object) {
  ServiceLevel level;
  level.client = object.string_or("client", "");
  level.priority = read_priority(object, "priority");
  level.first_response = time::read_optional_duration(object, "firstResponse");
  level.resolution = time::read_optional_duration(object, "resolution");
  level.business_clock = read_business_clock(object);
  object.finish();
  return level;
}

Rule read_rule(ObjectReader& object) {
  Rule rule;
  rule.id = object.string("id");
  object.object("when", [&](ObjectReader& when) { rule.when = read_when(when); });
  object.object("then", [&](ObjectReader& then) { rule.then = read_then(then); });
  rule.stop = object.boolean_or("stop", false);
  object.finish();
  return rule;
}

FollowUp read_follow_up(ObjectReader& object) {
  constexpr std::array<std::string_view, 3> actions{"call", "message", "task"};
  FollowUp follow_up;
  follow_up.id = object.string("id");
  follow_up.client = object.string_or("client", "");
  follow_up.priority = read_optional_priority(object, "priority");
  follow_up.category = object.string_or("category", "");
  follow_up.after = time::read_duration(object, "after");
  follow_up.business_clock = read_business_clock(object);
  follow_up.action = actions[object.one_of_or("action", 2, {"call", "message", "task"})];
  follow_up.template_id = object.string_or("template", "");
  follow_up.times = object.integer_or("times", 1, {1, 100});
  object.finish();
  return follow_up;
}

Template read_template(ObjectReader& object) {
  Template text;
  text.id = object.string("id");
  text.lang = object.string_or("lang", "");
  text.client = object.string_or("client", "");
  text.channel = object.string_or("channel", "");
  text.subject = object.string_or("subject", "");
  text.body = object.string("body");
  object.finish();
  return text;
}

void read_settings(ObjectReader& object, Policy& policy) {
  policy.pause_in = object.strings("pauseIn");
  object.object("weights", [&](ObjectReader& weights) {
    const Json codes = weights.rest();
    for (const auto& [code, value] : codes.items()) {
      policy.weights[code] = weights.integer(code, {-10'000, 10'000});
    }
  });
  object.object("retention", [&](ObjectReader& retention) {
    const Json classes = retention.rest();
    for (const auto& [name, value] : classes.items()) {
      policy.retention[name] = time::read_duration(retention, name);
    }
  });
}

Policy read_policy(ObjectReader& object, std::string_view member) {
  Policy policy;
  object.object(member, [&](ObjectReader& reader) {
    reader.each("assistants", [&](ObjectReader& item) { policy.assistants.push_back(read_assistant(item)); });
    reader.each("clients", [&](ObjectReader& item) { policy.clients.push_back(read_client(item)); });
    reader.each("serviceLevels",
                [&](ObjectReader& item) { policy.service_levels.push_back(read_service_level(item)); });
    reader.each("rules", [&](ObjectReader& item) { policy.rules.push_back(read_rule(item)); });
    reader.each("followUps", [&](ObjectReader& item) { policy.follow_ups.push_back(read_follow_up(item)); });
    reader.each("templates", [&](ObjectReader& item) { policy.templates.push_back(read_template(item)); });
    read_settings(reader, policy);
    reader.finish();
  });
  return policy;
}

}  // namespace relais::policy
