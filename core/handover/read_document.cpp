#include "core/handover/document_json.hpp"
#include "core/handover/document_members.hpp"
#include "core/time/time_json.hpp"
#include "core/words/words_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::handover {
namespace {

template <class Thing>
std::vector<Thing> read_list(ObjectReader& object, std::string_view member, Thing (*read)(ObjectReader&)) {
  std::vector<Thing> things;
  if (!object.required(member).is_array()) object.fail(member, {ErrorCode::wrong_type, {}, "", "an array"});
  object.each(member, [&](ObjectReader& item) { things.push_back(read(item)); });
  return things;
}

template <class Thing>
Thing read_one(ObjectReader& object, std::string_view member, Thing (*read)(ObjectReader&)) {
  Thing thing;
  if (!object.required(member).is_object()) object.fail(member, {ErrorCode::wrong_type, {}, "", "an object"});
  object.object(member, [&](ObjectReader& inner) { thing = read(inner); });
  return thing;
}

template <class Thing>
std::optional<Thing> read_optional(ObjectReader& object, std::string_view member, Thing (*read)(ObjectReader&)) {
  std::optional<Thing> thing;
  object.object(member, [&](ObjectReader& inner) { thing = read(inner); });
  return thing;
}

std::string text(ObjectReader& object, std::string_view member) { return object.string_or(member, ""); }

template <class Part, std::size_t N>
void read_texts(ObjectReader& object, Part& part, const std::array<Member<Part, std::string>, N>& members) {
  for (const auto& [name, place] : members) part.*place = text(object, name);
}

// `later`: a number that documents issued before it was counted lack.
template <class Part, std::size_t N>
Part read_numbers(ObjectReader& object, const std::array<Member<Part, std::int64_t>, N>& members,
                  std::string_view later = {}) {
  Part part;
  for (const auto& [name, place] : members) {
    part.*place = name == later ? object.integer_or(name, 0, {0}) : object.integer(name, {0});
  }
  object.finish();
  return part;
}

Sources read_sources(ObjectReader& object) {
  Sources sources;
  const Json& list = object.required("sources");
  if (!list.is_array()) object.fail("sources", {ErrorCode::wrong_type, {}, "", "an array of integers"});
  for (const Json& seq : list) {
    const auto* number = seq.get_ptr<const std::int64_t*>();
    if (!number) object.fail("sources", {ErrorCode::wrong_type, {}, "", "an array of integers"});
    sources.push_back(number ? *number : 0);
  }
  return sources;
}

std::vector<std::string> read_strings(ObjectReader& object, std::string_view member) {
  if (!object.required(member).is_array()) object.fail(member, {ErrorCode::wrong_type, {}, "", "an array of strings"});
  return object.strings(member);
}

bool read_boolean(ObjectReader& object, std::string_view member) {
  if (!object.required(member).is_boolean()) object.fail(member, {ErrorCode::wrong_type, {}, "", "true or false"});
  return object.boolean_or(member, false);
}

std::int64_t count(ObjectReader& object, std::string_view member) { return object.integer(member, {0}); }

Reason read_reason(ObjectReader& object) {
  Reason reason = words::read_reason(object);
  object.finish();
  return reason;
}

Masked read_masked(ObjectReader& object) {
  Masked masked{object.string("level"), text(object, "ask")};
  object.finish();
  return masked;
}

Waiting read_waiting(ObjectReader& object) {
  Waiting waiting{text(object, "who"),
                  text(object, "what"),
                  object.string("since"),
                  text(object, "chase"),
                  object.integer("minutes"),
                  count(object, "chases"),
                  object.integer_or("times", 0, {0})};
  object.finish();
  return waiting;
}

journal::IfThen read_if_then(ObjectReader& object) {
  journal::IfThen if_then{object.string("if"), object.string("then"), text(object, "who")};
  object.finish();
  return if_then;
}

Line read_line(ObjectReader& object) {
  Line line;
  line.id = object.string("id");
  read_texts(object, line, line_texts);
  line.is_request = object.one_of("kind", {"task", "request"}) == 1;
  line.severity = static_cast<Severity>(object.one_of("severity", {"red", "amber", "green"}));
  line.overdue = read_boolean(object, "overdue");
  line.waiting = read_optional(object, "waiting", read_waiting);
  line.if_then = read_optional(object, "ifThen", read_if_then);
  line.reasons = read_list(object, "reasons", read_reason);
  line.gaps = read_strings(object, "gaps");
  line.masked = read_optional(object, "masked", read_masked);
  line.erased = object.boolean_or("erased", false);
  line.sources = read_sources(object);
  object.finish();
  return line;
}

AgendaItem read_agenda_item(ObjectReader& object) {
  AgendaItem item;
  item.reason = read_one(object, "reason", read_reason);
  read_texts(object, item, agenda_texts);
  item.ref = object.string("ref");
  item.masked = read_optional(object, "masked", read_masked);
  item.sources = read_sources(object);
  object.finish();
  return item;
}

Change read_change(ObjectReader& object) {
  Change change;
  change.reason = read_one(object, "reason", read_reason);
  change.id = object.string("id");
  read_texts(object, change, change_texts);
  change.sources = read_sources(object);
  object.finish();
  return change;
}

InstructionLine read_instruction(ObjectReader& object) {
  InstructionLine line;
  line.id = object.string("id");
  line.text = object.string("text");
  read_texts(object, line, instruction_texts);
  line.is_new = read_boolean(object, "new");
  line.sources = read_sources(object);
  object.finish();
  return line;
}

SteadyTask read_steady_task(ObjectReader& object) {
  SteadyTask task{object.string("id"), text(object, "title"), text(object, "request"), read_sources(object)};
  object.finish();
  return task;
}

SteadyClient read_steady(ObjectReader& object) {
  SteadyClient steady{text(object, "client"), read_list(object, "tasks", read_steady_task)};
  object.finish();
  return steady;
}

Counts read_counts(ObjectReader& object) { return read_numbers(object, count_members); }
Limits read_limits(ObjectReader& object) { return read_numbers(object, limit_members, "draftsUnsent"); }

Since read_since(ObjectReader& object) {
  Since since{time::read_instant(object, "at"), text(object, "handover")};
  object.finish();
  return since;
}

journal::Tip read_anchor(ObjectReader& object) {
  journal::Tip tip{count(object, "size"), object.string("head")};
  object.finish();
  return tip;
}

}  // namespace

Document read_document(ObjectReader& object) {
  Document document;
  document.id = object.string("id");
  document.reader = object.string("reader");
  read_texts(object, document, document_texts);
  document.at = time::read_instant(object, "at");
  document.zone = time::read_zone(object, "timeZone")->name();
  document.clearance = object.string("clearance");
  document.since = read_optional(object, "since", read_since);
  const journal::Tip anchor = read_one(object, "journal", read_anchor);
  document.size = anchor.size;
  document.head = anchor.head;
  document.counts = read_one(object, "counts", read_counts);
  document.notices = read_list(object, "notices", read_reason);
  document.watch = read_list(object, "watch", read_line);
  document.soon = read_list(object, "soon", read_line);
  document.waiting = read_list(object, "waiting", read_line);
  document.agenda = read_list(object, "agenda", read_agenda_item);
  document.changes = read_list(object, "changes", read_change);
  document.instructions = read_list(object, "instructions", read_instruction);
  document.steady = read_list(object, "steady", read_steady);
  document.limits = read_one(object, "limits", read_limits);
  document.read_back = read_strings(object, "readBack");
  if (!object.required("names").is_object()) object.fail("names", {ErrorCode::wrong_type, {}, "", "an object"});
  document.names = words::read_names(object, "names");
  object.finish();
  return document;
}

Said read_said(ObjectReader& object) {
  Said said{object.string("id"), object.optional_string("owner"), object.optional_string("due"),
            object.optional_string("next")};
  object.finish();
  return said;
}

}  // namespace relais::handover
