#include "core/agenda/standing.hpp"

#include <map>
#include <string>
#include <utility>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

using Name = std::pair<std::string, std::string>;

std::map<std::string, int> numbered(const std::vector<Room>& rooms) {
  std::map<std::string, int> numbers;
  for (std::size_t i = 0; i < rooms.size(); ++i) numbers.emplace(rooms[i].id, static_cast<int>(i));
  return numbers;
}

/// The last of the cheapest first is the one with the fewest people: each who is missed costs.
int standing_option(const Model& model, const Item& item, const Place& place) {
  int found = -1;
  for (const int option : model.cheapest_first(item)) {
    if (model.starts[at(option)] == place.start.seconds && model.kind(option).room == place.room) found = option;
  }
  return found;
}

}  // namespace

std::vector<std::optional<Place>> places_of(const Problem& problem, const std::vector<Answer>& last) {
  std::vector<std::optional<Place>> places(problem.events.size());
  if (last.empty()) return places;
  const std::map<std::string, int> rooms = numbered(problem.rooms);
  std::map<Name, const Answer*> answers;
  for (const Answer& one : last) answers.emplace(Name{one.uid, one.recurrence_id.value_or("")}, &one);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Event& event = problem.events[i];
    const auto found = answers.find(Name{event.uid, event.recurrence_id.value_or("")});
    if (found == answers.end() || found->second->state == State::unscheduled) continue;
    const Answer& answer = *found->second;
    const auto room = answer.room ? rooms.find(*answer.room) : rooms.end();
    if (answer.room && room == rooms.end()) continue;
    places[i] = Place{event.zone->to_instant(answer.start), answer.room ? room->second : -1};
  }
  return places;
}

std::vector<int> standing_options(const Model& model, const std::vector<std::optional<Place>>& places) {
  std::vector<int> options;
  for (const Item& item : model.items) {
    const auto& place = places[at(item.event)];
    options.push_back(place && item.attendance_of < 0 ? standing_option(model, item, *place) : -1);
  }
  return options;
}

}  // namespace relais::agenda
