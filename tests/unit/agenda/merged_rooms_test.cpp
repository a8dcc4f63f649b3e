#include "core/agenda/merged_rooms.hpp"

#include "tests/unit/agenda/agenda_support.hpp"

using namespace relais;
using namespace relais::agenda;

namespace {

std::string event(const std::string& uid, const std::string& start, const std::string& duration,
                  const std::string& rooms, const std::string& rest = "") {
  return R"({"uid": ")" + uid + R"(", "start": "2026-03-10T)" + start + R"(:00", "duration": ")" + duration +
         R"(", "people": [{"id": ")" + uid + R"("}], "rooms": )" + rooms + rest + "}";
}

const std::string people = R"("people": [{"id": "a"}, {"id": "b"}, {"id": "c"}], )";
const std::string rooms = R"("rooms": [{"id": "r1"}, {"id": "r2"}, {"id": "r3"}], )";
const std::string fresh =
    R"(, "isNew": true, "windows": [{"start": "2026-03-10T09:00:00", "end": "2026-03-10T11:00:00"}])";

}  // namespace

TEST_CASE("The room an event has is kept apart, all others are one") {
  const Problem problem = week(people + rooms + R"("events": [)" +
                               event("a", "09:00", "PT1H", R"(["r1", "r2", "r3"])", R"(, "room": "r2")") + ", " +
                               event("b", "09:00", "PT1H", R"(["r1", "r2", "r3"])") + "]");
  const Ground ground(problem);
  const Model model = make_model(ground).value();
  const MergedRooms merged = merge_rooms(ground, model);
  CHECK(merged.merges());
  CHECK(merged.rooms == std::vector<std::vector<int>>{{0, 2}, {1}, {0, 1, 2}});
  CHECK(merged.options.size() == model.starts.size());
  for (int option = 0; option < merged.model.option_count(); ++option) {
    for (const int one : merged.options_of(option)) {
      CHECK(model.costs[static_cast<std::size_t>(one)] == merged.model.costs[static_cast<std::size_t>(option)]);
    }
  }
  CHECK_FALSE(keep_rooms(model).merges());
}

TEST_CASE("Each event of an arrangement finds a room of its own, if there are enough") {
  for (const bool enough : {true, false}) {
    CAPTURE(enough);
    const std::string list = enough ? R"(["r1", "r2", "r3"])" : R"(["r1", "r2"])";
    const Problem problem = week(people + rooms + R"("events": [)" + event("a", "09:00", "PT1H", list) + ", " +
                                 event("b", "09:00", "PT1H", list) + ", " + event("c", "09:00", "PT1H", list) + "]");
    const Ground ground(problem);
    const Model model = make_model(ground).value();
    const MergedRooms merged = merge_rooms(ground, model);
    std::vector<int> chosen;
    for (const Item& item : merged.model.items) {
      for (int option = item.first; option < item.last; ++option) {
        if (merged.model.costs[static_cast<std::size_t>(option)] == 0) chosen.push_back(option);
      }
    }
    REQUIRE(chosen.size() == 3);
    CHECK(with_rooms(merged, model, chosen).has_value() == enough);
  }
}

TEST_CASE("Where counting rooms does not suffice, they are told apart, and the proof holds") {
  // At no time are two rooms too few, but the long event would have to change its room in the middle.
  const Problem problem = week(
      people + rooms + R"("events": [)" + event("a", "09:00", "PT2H", R"(["r1", "r2"])", fresh) + ", " +
      event("b", "09:00", "PT1H", R"(["r1"])",
            R"(, "isNew": true, "windows": [{"start": "2026-03-10T09:00:00", "end": "2026-03-10T10:00:00"}])") +
      ", " +
      event(
          "c", "10:00", "PT1H", R"(["r2"])",
          R"(, "isNew": true, "windows": [{"start": "2026-03-10T10:00:00", "end": "2026-03-10T11:00:00"}], "importance": 2)") +
      "]");
  const Solution solution = solve(problem);
  CHECK(solution.status == SolutionStatus::optimal);
  CHECK(solution.cost == 2000);
  CHECK(places(problem, solution) == "a kept r2; b kept r1; c unscheduled");
}
