#include "core/report/indicators_json.hpp"

#include "core/journal/journal_json.hpp"
#include "core/journal/moment.hpp"
#include "core/policy/policy_json.hpp"
#include "core/time/time_json.hpp"

#include <algorithm>

namespace relais::report {
namespace {

time::Instant read_edge(ObjectReader& object, std::string_view member, const time::Zone& zone) {
  const auto moment = object.parsed(member, journal::parse_moment, "an instant, a day or a local time");
  return object.reading().failed() ? time::Instant{} : journal::beginning(moment, zone);
}

time::Instant latest(const std::vector<journal::Entry>& entries) {
  time::Instant latest{0};
  for (const journal::Entry& entry : entries) latest = std::max({latest, entry.head.at, entry.head.occurred_at});
  return latest;
}

std::int64_t minutes(std::int64_t seconds) { return (seconds + 30) / 60; }

Json to_json(const Summary& summary) {
  Json out{{"n", summary.n}};
  if (summary.n == 0) return out;
  out["median"] = minutes(summary.median);
  out["p90"] = minutes(summary.p90);
  out["mean"] = minutes(summary.mean);
  return out;
}

Json to_json(const Oldest& oldest) { return {{"id", oldest.id}, {"minutes", minutes(oldest.seconds)}}; }

Json to_json(const Flow& flow, const char* opened) {
  return {{opened, flow.opened},
          {"closed", flow.closed},
          {"reopened", flow.reopened},
          {"processed", flow.closed - flow.reopened},
          {"open", flow.open}};
}

Json to_json(const FirstResponse& response) {
  Json out = to_json(response.answered);
  out["groupedBy"] = "received";
  out["stillWaiting"] = response.still_waiting;
  if (response.longest_waiting) out["longestWaiting"] = to_json(*response.longest_waiting);
  out["closedUnanswered"] = response.closed_unanswered;
  out["outboundFirst"] = response.outbound_first;
  return out;
}

Json to_json(const Resolution& resolution) {
  Json out = to_json(resolution.closed);
  out["groupedBy"] = "closed";
  return out;
}

Json to_json(const Attainment& kept) {
  Json out{{"met", kept.met}, {"breached", kept.breached}, {"overdue", kept.overdue}, {"pending", kept.pending}};
  if (kept.judged() > 0) out["attainment"] = thousandths(kept.met, kept.judged());
  return out;
}

Json to_json(const Backlog& backlog) {
  Json bands = Json::array();
  for (std::size_t i = 0; i < band_starts.size(); ++i) {
    Json band{{"from", band_starts[i]}, {"n", backlog.bands[i]}};
    if (i + 1 < band_starts.size()) band["to"] = band_starts[i + 1];
    bands.push_back(std::move(band));
  }
  Json out{{"open", backlog.open}, {"bands", std::move(bands)}};
  if (backlog.oldest) out["oldest"] = to_json(*backlog.oldest);
  return out;
}

Json to_json(const Satisfaction& satisfaction) {
  Json out{{"n", satisfaction.answers}, {"asked", satisfaction.asked}};
  if (satisfaction.asked > 0) out["responseRate"] = thousandths(satisfaction.answers, satisfaction.asked);
  if (satisfaction.answers < Satisfaction::least_answers) return out;
  const Share share = wilson(satisfaction.satisfied, satisfaction.answers);
  out["share"] = share.value;
  out["low"] = share.low;
  out["high"] = share.high;
  return out;
}

Json to_json(const Figures& figures) {
  return {
      {"requests", to_json(figures.requests, "received")},
      {"tasks", to_json(figures.tasks, "opened")},
      {"firstResponse", to_json(figures.first_response)},
      {"resolution", to_json(figures.resolution)},
      {"serviceLevels",
       {{"firstResponse", to_json(figures.first_response_kept)}, {"resolution", to_json(figures.resolution_kept)}}},
      {"backlog", to_json(figures.backlog)},
      {"events",
       {{"booked", figures.events.booked}, {"moved", figures.events.moved}, {"cancelled", figures.events.cancelled}}},
      {"minutesWorked", figures.minutes},
      {"satisfaction", to_json(figures.satisfaction)}};
}

Json to_json(const HandoverFigures& handovers) {
  return {{"issued", handovers.issued},
          {"accepted", handovers.accepted},
          {"queries", handovers.queries},
          {"refusals", handovers.refusals},
          {"toAccept", to_json(handovers.to_accept)}};
}

}  // namespace

IndicatorsQuestion read_indicators_question(ObjectReader& object) {
  IndicatorsQuestion question;
  question.entries = journal::read_entries(object, "entries");
  question.policy = policy::read_policy(object, "policy");
  const time::ZonePtr zone = time::read_zone_or(object, "timeZone", time::find_zone("UTC"));
  question.window.from = read_edge(object, "from", *zone);
  question.window.to = read_edge(object, "to", *zone);
  const auto now = time::read_optional_instant(object, "now");
  object.finish();
  if (!object.reading().failed() && question.window.to < question.window.from) {
    object.fail("to", {ErrorCode::invalid_value,
                       {{"value", time::format(question.window.to)}},
                       "",
                       "an end that is not before the start"});
  }
  question.window.now = now ? *now : latest(question.entries);
  return question;
}

Json answer_indicators(const IndicatorsQuestion& question) {
  const Window& window = question.window;
  const time::Instant end = std::min(window.to, window.now + 1);
  const History history = read_history(question.entries, question.policy, end);
  const Indicators indicators = compute_indicators(history, question.policy, window);
  Json out = to_json(indicators.all);
  out["from"] = time::format(window.from);
  out["to"] = time::format(window.to);
  out["asOf"] = time::format(window.as_of());
  out["handovers"] = to_json(indicators.handovers);
  out["unreadable"] = history.unreadable;
  out["clients"] = Json::array();
  for (const auto& [client, figures] : indicators.clients) {
    Json row = to_json(figures);
    row["client"] = client;
    out["clients"].push_back(std::move(row));
  }
  return out;
}

}  // namespace relais::report
