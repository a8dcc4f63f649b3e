#include "core/handover/document_json.hpp"

#include "core/base/json_writer.hpp"
#include "core/handover/document_members.hpp"

namespace relais::handover {
namespace {

template <class Part, std::size_t N>
void put_texts(Json& json, const Part& part, const std::array<Member<Part, std::string>, N>& members) {
  for (const auto& [name, place] : members) put(json, name, part.*place);
}

template <class Part, std::size_t N>
Json numbers_to_json(const Part& part, const std::array<Member<Part, std::int64_t>, N>& members) {
  Json json = Json::object();
  for (const auto& [name, place] : members) json[name] = part.*place;
  return json;
}

Json reason_to_json(const Reason& reason) { return relais::to_json(reason); }

Json masked_to_json(const Masked& masked) {
  Json json{{"level", masked.level}};
  put(json, "ask", masked.ask);
  return json;
}

Json waiting_to_json(const Waiting& waiting) {
  Json json{{"since", waiting.since}, {"minutes", waiting.minutes}, {"chases", waiting.chases}};
  put(json, "who", waiting.who);
  put(json, "what", waiting.what);
  put(json, "chase", waiting.chase);
  if (waiting.times > 0) json["times"] = waiting.times;
  return json;
}

Json if_then_to_json(const journal::IfThen& if_then) {
  Json json{{"if", if_then.condition}, {"then", if_then.action}};
  put(json, "who", if_then.who);
  return json;
}

std::string_view name(Severity severity) {
  constexpr std::string_view names[] = {"red", "amber", "green"};
  return names[static_cast<std::size_t>(severity)];
}

Json line_to_json(const Line& line) {
  Json json{
      {"id", line.id},           {"kind", line.is_request ? "request" : "task"},  {"severity", name(line.severity)},
      {"overdue", line.overdue}, {"reasons", list(line.reasons, reason_to_json)}, {"gaps", line.gaps},
      {"sources", line.sources}};
  put_texts(json, line, line_texts);
  if (line.waiting) json["waiting"] = waiting_to_json(*line.waiting);
  if (line.if_then) json["ifThen"] = if_then_to_json(*line.if_then);
  if (line.masked) json["masked"] = masked_to_json(*line.masked);
  if (line.erased) json["erased"] = true;
  return json;
}

Json agenda_item_to_json(const AgendaItem& item) {
  Json json{{"reason", relais::to_json(item.reason)}, {"ref", item.ref}, {"sources", item.sources}};
  put_texts(json, item, agenda_texts);
  if (item.masked) json["masked"] = masked_to_json(*item.masked);
  return json;
}

Json change_to_json(const Change& change) {
  Json json{{"reason", relais::to_json(change.reason)}, {"id", change.id}, {"sources", change.sources}};
  put_texts(json, change, change_texts);
  return json;
}

Json instruction_to_json(const InstructionLine& line) {
  Json json{{"id", line.id}, {"text", line.text}, {"new", line.is_new}, {"sources", line.sources}};
  put_texts(json, line, instruction_texts);
  return json;
}

Json steady_task_to_json(const SteadyTask& task) {
  Json json{{"id", task.id}, {"sources", task.sources}};
  put(json, "title", task.title);
  put(json, "request", task.request);
  return json;
}

Json steady_to_json(const SteadyClient& steady) {
  Json json{{"tasks", list(steady.tasks, steady_task_to_json)}};
  put(json, "client", steady.client);
  return json;
}

Json match_to_json(const Match& match) { return {{"id", match.id}, {"field", match.field}}; }

Json difference_to_json(const Difference& difference) {
  Json json{{"id", difference.id}, {"field", difference.field}, {"readBack", difference.said}};
  put(json, "document", difference.document);
  return json;
}

}  // namespace

Json to_json(const Document& document) {
  Json json{{"id", document.id},
            {"reader", document.reader},
            {"at", time::format(document.at)},
            {"timeZone", document.zone},
            {"clearance", document.clearance},
            {"journal", {{"size", document.size}, {"head", document.head}}},
            {"counts", numbers_to_json(document.counts, count_members)},
            {"notices", list(document.notices, reason_to_json)},
            {"watch", list(document.watch, line_to_json)},
            {"soon", list(document.soon, line_to_json)},
            {"waiting", list(document.waiting, line_to_json)},
            {"agenda", list(document.agenda, agenda_item_to_json)},
            {"changes", list(document.changes, change_to_json)},
            {"instructions", list(document.instructions, instruction_to_json)},
            {"steady", list(document.steady, steady_to_json)},
            {"limits", numbers_to_json(document.limits, limit_members)},
            {"readBack", document.read_back},
            {"names", Json::object()}};
  for (const auto& [id, name] : document.names) json["names"][id] = name;
  put_texts(json, document, document_texts);
  if (document.since) {
    json["since"] = {{"at", time::format(document.since->at)}};
    put(json["since"], "handover", document.since->handover);
  }
  return json;
}

Json to_json(const Comparison& comparison) {
  return {{"matches", list(comparison.matches, match_to_json)},
          {"differs", list(comparison.differs, difference_to_json)},
          {"missing", list(comparison.missing, match_to_json)}};
}

}  // namespace relais::handover
