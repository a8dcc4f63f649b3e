#include "core/base/json_text.hpp"
#include "core/policy/policy_json.hpp"
#include "core/time/time_json.hpp"
#include "core/triage/dates_json.hpp"
#include "core/triage/rank_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

// Members stand in byte order of their names.
namespace relais::triage {
namespace {

void write(JsonText& out, const Argument& argument) {
  out.member(argument.name);
  if (const auto* text = std::get_if<std::string>(&argument.value)) {
    out.text(*text);
  } else {
    out.integer(std::get<std::int64_t>(argument.value));
  }
}

// `args` and `code` of a reason; the object around them is the caller's.
void write_members(JsonText& out, const Reason& reason) {
  std::vector<const Argument*> sorted;
  for (const Argument& argument : reason.args) sorted.push_back(&argument);
  std::sort(sorted.begin(), sorted.end(), [](const Argument* a, const Argument* b) { return a->name < b->name; });
  out.member("args").open_object();
  for (const Argument* argument : sorted) write(out, *argument);
  out.close_object().member("code").text(reason.code);
}

void write(JsonText& out, const Reason& reason) {
  out.open_object();
  write_members(out, reason);
  out.close_object();
}

void write(JsonText& out, const Contribution& contribution, const Utf16Offsets& subject, const Utf16Offsets& body) {
  out.open_object();
  write_members(out, contribution.reason);
  out.member("source").text(name(contribution.source));
  if (contribution.place) {
    const Place& place = *contribution.place;
    const Utf16Offsets& offsets = place.field == Field::subject ? subject : body;
    out.member("span").open_object().member("end").integer(offsets.at(place.end));
    out.member("field").text(name(place.field)).member("start").integer(offsets.at(place.start)).close_object();
  }
  out.member("weight").integer(contribution.weight).close_object();
}

void write(JsonText& out, std::string_view member, const std::vector<std::string>& texts) {
  out.member(member).open_array();
  for (const std::string& text : texts) out.text(text);
  out.close_array();
}

void write(JsonText& out, const Extracted& extracted) {
  out.open_object().member("amounts").open_array();
  for (const Amount& amount : extracted.amounts) {
    out.open_object().member("cents").integer(amount.cents).member("currency").text(amount.currency).close_object();
  }
  out.close_array();
  write(out, "emails", extracted.emails);
  write(out, "names", extracted.names);
  write(out, "phones", extracted.phones);
  write(out, "references", extracted.references);
  out.close_object();
}

void write(JsonText& out, std::string_view member, const std::optional<time::Instant>& at) {
  out.member(member);
  at ? out.text(time::format(*at)) : out.null();
}

void write(JsonText& out, const std::array<std::int64_t, 4>& probabilities) {
  using policy::Priority;
  out.open_object();
  for (const Priority priority : {Priority::critical, Priority::high, Priority::low, Priority::normal})
    out.member(policy::name(priority)).integer(probabilities[static_cast<std::size_t>(priority)]);
  out.close_object();
}

void write(JsonText& out, const Route& route) {
  out.open_object().member("because");
  write(out, route.because);
  out.member("to");
  route.to.empty() ? out.null() : out.text(route.to);
  out.close_object();
}

void write_reasons(JsonText& out, const Item& item) {
  const Utf16Offsets subject(item.subject), body(item.body);
  out.member("reasons").open_array();
  for (const Contribution& contribution : item.judgement.reasons) write(out, contribution, subject, body);
  out.close_array();
}

void write(JsonText& out, const Item& item) {
  const Judgement& judgement = item.judgement;
  out.open_object().member("action").text(name(judgement.action)).member("asOf").text(time::format(item.as_of));
  if (judgement.ask) write(out.member("ask"), *judgement.ask);
  out.member("category").text(judgement.category).member("deadline");
  judgement.deadline ? out.text(format(*judgement.deadline)) : out.null();
  if (item.duplicate_of) out.member("duplicateOf").text(*item.duplicate_of);
  write(out.member("extracted"), item.extracted);
  write(out, "firstResponseDue", item.due.first_response);
  out.member("id").text(item.id).member("lang").text(name(item.language));
  out.member("priority").text(policy::name(judgement.priority));
  write(out.member("probabilities"), judgement.probabilities);
  write_reasons(out, item);
  write(out, "resolutionDue", item.due.resolution);
  write(out.member("route"), item.route);
  out.member("score").integer(judgement.score).member("urgency").integer(item.urgency).close_object();
}

}  // namespace

std::string json_text(const Ranking& ranking) {
  JsonText out;
  out.open_object().member("items").open_array();
  for (const Item& item : ranking.items) write(out, item);
  out.close_array().member("order").open_array();
  for (const Ordered& ordered : ranking.order) {
    write(out.open_object().member("because"), ordered.because);
    out.member("id").text(ordered.id).close_object();
  }
  return out.close_array().close_object().take();
}

Json to_json(const Ranking& ranking) { return parse_json(json_text(ranking)).value(); }

}  // namespace relais::triage
