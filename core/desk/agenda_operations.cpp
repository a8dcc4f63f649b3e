#include "core/desk/agenda_operations.hpp"

#include "core/agenda/answer_json.hpp"
#include "core/agenda/apply_json.hpp"
#include "core/agenda/conflicts.hpp"
#include "core/agenda/problem_json.hpp"
#include "core/agenda/search.hpp"
#include "core/agenda/slots.hpp"
#include "core/agenda/solution_json.hpp"
#include "core/base/limits.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace relais::desk {
namespace {

struct Question {
  agenda::Problem problem;
  std::vector<agenda::Answer> last;  ///< what was answered before
};

Result<Question> read_question(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  Question question;
  question.problem = agenda::read_problem(object);
  object.object("last", [&](ObjectReader& last) { question.last = agenda::read_answers(last); });
  object.finish();
  return reading.result(std::move(question));
}

/// What `only` of `agenda.conflicts` names has to be there.
Status check_only(const agenda::Problem& problem, const std::vector<std::string>& only) {
  std::set<std::string> known;
  for (const agenda::Event& event : problem.events) {
    known.insert(event.uid);
    known.insert(agenda::reference(event));
  }
  for (std::size_t i = 0; i < only.size(); ++i) {
    if (known.contains(only[i])) continue;
    return Error{ErrorCode::unknown_reference,
                 {{"kind", "event"}, {"id", only[i]}},
                 pointer("/only", i),
                 "the uid of one of the problem's events, or its `uid@recurrenceId`"};
  }
  return std::monostate{};
}

class Solving : public Work {
 public:
  explicit Solving(std::unique_ptr<agenda::Search> search) : search_(std::move(search)) {}

  bool advance(std::int64_t units) override { return search_->advance(units); }

  Json progress() const override {
    const auto [cost, bound, effort] = search_->progress();
    return {{"cost", cost}, {"bound", bound}, {"gap", cost - bound}, {"effort", effort}};
  }

  void stop(std::string_view stopped) override {
    search_->stop(stopped == "clock" ? agenda::Stopped::clock : agenda::Stopped::cancelled);
  }

  Json answer() const override { return agenda::to_json(search_->problem(), search_->solution()); }

 private:
  std::unique_ptr<agenda::Search> search_;
};

}  // namespace

Result<Json> agenda_problem(const Json& params) {
  RELAIS_TRY(const auto request, agenda::read_calendar_request(params));
  RELAIS_TRY(const auto problem, agenda::problem_from_calendars(request));
  return agenda::to_json(problem);
}

Result<Json> agenda_apply(const Json& params) {
  RELAIS_TRY(const auto application, agenda::read_application(params));
  RELAIS_TRY(const auto applied, agenda::apply(application));
  return agenda::to_json(applied);
}

Result<Json> agenda_conflicts(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const agenda::Problem problem = agenda::read_problem(object);
  const std::vector<std::string> only = object.strings("only");
  object.finish();
  if (reading.failed()) return reading.error();
  const Status known = check_only(problem, only);
  if (!known.ok()) return known.error();
  RELAIS_TRY(const auto conflicts, agenda::find_conflicts(problem, {only.begin(), only.end()}));
  Json out = Json::array();
  for (const agenda::Conflict& one : conflicts) out.push_back(agenda::to_json(problem, one));
  return Json{{"conflicts", std::move(out)}};
}

Result<Json> agenda_slots(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  agenda::Problem problem = agenda::read_problem(object);
  object.required("meeting");
  std::optional<agenda::Event> meeting;
  if (!reading.failed()) {
    object.object("meeting", [&](ObjectReader& one) { meeting = agenda::read_meeting(one, problem); });
  }
  const std::int64_t limit = object.integer_or("limit", 10, {1, limits::agenda_slots});
  object.finish();
  if (reading.failed()) return reading.error();
  if (!meeting) return Error{ErrorCode::wrong_type, {}, "/meeting", "an object"};
  problem.events.push_back(std::move(*meeting));
  return agenda::to_json(problem, agenda::find_slots(problem, static_cast<std::size_t>(limit)));
}

Result<std::unique_ptr<Work>> agenda_solve_start(const Json& params) {
  RELAIS_TRY(Question question, read_question(params));
  RELAIS_TRY(auto search, agenda::Search::start(std::move(question.problem), question.last));
  return std::unique_ptr<Work>(new Solving(std::move(search)));
}

Result<Json> agenda_solve(const Json& params) {
  RELAIS_TRY(const auto work, agenda_solve_start(params));
  while (work->advance(1 << 20)) {
  }
  return work->answer();
}

}  // namespace relais::desk
