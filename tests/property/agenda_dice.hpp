#pragma once

#include "core/base/random.hpp"

#include "tests/unit/agenda/agenda_support.hpp"

namespace relais::agenda {

/// A small problem in which every rule may bite.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  Problem roll(int least_events = 2, int most_events = 5) {
    Json problem = {{"timeZone", "Europe/Paris"},
                    {"horizon", {{"from", "2026-03-10"}, {"to", below(4) == 0 ? "2026-03-12" : "2026-03-11"}}},
                    {"grid", "PT1H"},
                    {"people", Json::array()},
                    {"rooms", Json::array()},
                    {"events", Json::array()}};
    if (below(3) == 0) problem["now"] = "2026-03-10T08:00:00Z";
    if (problem.contains("now")) problem["notice"] = below(2) ? "PT1H" : "PT3H";
    for (int i = 0; i < 3; ++i) problem["people"].push_back(person(i));
    problem["rooms"].push_back({{"id", "r0"}, {"capacity", below(4) == 0 ? 1 : 4}});
    problem["rooms"].push_back(
        {{"id", "r1"}, {"features", {"video"}}, {"busy", below(3) ? Json::array() : Json::array({block()})}});
    if (below(3) == 0) {
      problem["travel"] = Json::array({{{"from", "a"}, {"to", "b"}, {"duration", below(2) ? "PT2H" : "PT1H"}}});
    }
    const int events = least_events + below(most_events - least_events + 1);
    for (int i = 0; i < events; ++i) problem["events"].push_back(event(i, events));
    auto read = read_text(dump(problem));
    REQUIRE_MESSAGE(read.ok(), dump(problem));
    return std::move(read).value();
  }

 private:
  int below(int bound) { return static_cast<int>(random_.below(static_cast<std::uint32_t>(bound))); }

  static std::string clock(int hour, int minute = 0) {
    return (hour < 10 ? "0" : "") + std::to_string(hour) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
  }

  Json block() {
    const int from = 7 + below(6);
    const int to = from + 1 + below(2);
    return {{"start", "2026-03-10T" + clock(from) + ":00Z"},
            {"end", "2026-03-10T" + clock(to, below(2) * 30) + ":00Z"}};
  }

  Json person(int i) {
    Json out = {{"id", "p" + std::to_string(i)}, {"busy", Json::array()}};
    const int first = 8 + below(3);
    const int last = 13 + below(3);
    const Json day = below(3) == 0 ? Json::array({{clock(first), "11:00"}, {"12:00", clock(last)}})
                                   : Json::array({{clock(first), clock(last)}});
    if (below(5)) out["hours"] = {{"tu", day}, {"we", day}};
    if (below(4) == 0) out["timeZone"] = "Europe/London";
    if (below(3) == 0) out["busy"].push_back(block());
    if (below(3) == 0) out["buffer"] = below(2) ? "PT30M" : "PT1H";
    if (below(3) == 0) out["maxDaily"] = below(2) ? "PT2H" : "PT3H";
    if (below(8) == 0) out["holidays"] = Json::array({"2026-03-11"});
    return out;
  }

  Json event(int i, int events) {
    Json out = {{"uid", "e" + std::to_string(i)}, {"importance", 1 + below(5)}, {"people", Json::array()}};
    out["start"] = "2026-03-10T" + clock(8 + below(7), below(6) == 0 ? 20 : 0) + ":00";
    const char* lengths[] = {"PT30M", "PT1H", "PT1H", "PT2H", "PT90M"};
    out["duration"] = lengths[below(5)];
    for (int p = 0; p < 3; ++p) {
      const int role = below(5);
      if (role < 2) out["people"].push_back({{"id", "p" + std::to_string(p)}, {"role", "required"}});
      if (role == 2 && events < 5) out["people"].push_back({{"id", "p" + std::to_string(p)}, {"role", "optional"}});
    }
    add_place(out);
    if (below(4) == 0) out["movable"] = below(2) ? "no" : "ask";
    if (below(4) == 0) out["isNew"] = true;
    if (below(6) == 0) out["heldUntil"] = below(2) ? "2026-03-10T07:00:00Z" : "2026-03-10T20:00:00Z";
    if (below(4) == 0) out["bufferAfter"] = below(2) ? "PT30M" : "PT1H";
    if (below(3) == 0)
      out["windows"] = Json::array({{{"start", "2026-03-10T" + clock(8 + below(3)) + ":00"},
                                     {"end", "2026-03-10T" + clock(12 + below(4)) + ":00"}}});
    out["cost"] = {{"notified", below(3)}};
    if (below(2)) out["cost"]["unscheduled"] = 30 + below(300);
    if (below(3) == 0) out["cost"]["optionalMissed"] = below(60);
    return out;
  }

  void add_place(Json& out) {
    if (below(2)) out["location"] = below(2) ? "a" : "b";
    const int rooms = below(4);
    if (rooms == 1) out["rooms"] = Json::array({"r0", "r1"});
    if (rooms == 2) out["rooms"] = Json::array({"r1"});
    if (rooms == 1 && below(3)) out["room"] = below(2) ? "r0" : "r1";
    if (rooms == 1 && below(4) == 0) out["needs"] = Json::array({"video"});
  }

  SplitMix64 random_;
};

}  // namespace relais::agenda
