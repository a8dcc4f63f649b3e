#include "core/agenda/answer_json.hpp"

#include "core/time/time_json.hpp"

namespace relais::agenda {
namespace {

bool names_an_occurrence(const std::string& id) { return time::parse_local_time(id) || time::parse_day(id); }

Answer read_answer(ObjectReader& object) {
  Answer answer;
  answer.uid = object.string("uid");
  answer.recurrence_id = object.optional_string("recurrenceId");
  if (answer.recurrence_id && !names_an_occurrence(*answer.recurrence_id)) {
    object.fail("recurrenceId",
                {ErrorCode::invalid_value, {{"value", *answer.recurrence_id}}, "", "a local time or a day"});
  }
  answer.state = static_cast<State>(object.one_of("state", {"kept", "moved", "unscheduled"}));
  answer.start = time::read_local_time(object, "start");
  answer.room = object.optional_string("room");
  answer.proposal = object.boolean_or("proposal", false);
  object.strings("missed");
  object.each("reasons", [&](ObjectReader& reason) {
    answer.explained = true;
    reason.string("code");
    reason.any("args");
    reason.finish();
  });
  object.finish();
  return answer;
}

}  // namespace

std::vector<Answer> read_answers(ObjectReader& solution) {
  std::vector<Answer> answers;
  solution.required("events");
  solution.each("events", [&](ObjectReader& one) { answers.push_back(read_answer(one)); });
  return answers;
}

}  // namespace relais::agenda
