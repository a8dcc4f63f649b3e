#include "core/policy/service_level.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::policy;

namespace {

Client office() {
  Client client;
  client.id = "law";
  client.zone = time::find_zone("Europe/Paris");
  for (int day = 0; day < 4; ++day) client.hours.week[day] = {{540, 720}, {840, 1080}};
  client.hours.week[4] = {{540, 720}};
  client.hours.region = time::Region::france;
  return client;
}

}  // namespace

TEST_CASE("a time allowed ends on the client's clock") {
  struct Row {
    const char* from;
    const char* allowed;
    bool business;
    const char* due;
  };
  const Row rows[] = {
      {"2026-03-10T10:30:00Z", "PT1H", true, "2026-03-10T13:30:00Z"},  // over lunch
      {"2026-03-10T17:30:00Z", "PT1H", true, "2026-03-11T09:00:00Z"},  // after hours
      {"2026-03-10T10:30:00Z", "P1D", true, "2026-03-11T10:30:00Z"},   // the same time on the next day
      {"2026-03-12T15:00:00Z", "P1D", true, "2026-03-13T11:00:00Z"},   // which ends earlier
      {"2026-03-14T10:00:00Z", "P1D", true, "2026-03-17T08:00:00Z"},   // from the first working instant
      {"2026-04-03T08:00:00Z", "P1D", true, "2026-04-07T08:00:00Z"},   // past Easter Monday
      {"2026-03-10T10:30:00Z", "P2DT1H", true, "2026-03-12T13:30:00Z"},
      {"2026-03-10T10:30:00Z", "PT1H", false, "2026-03-10T11:30:00Z"},
      {"2026-03-28T10:30:00Z", "P1D", false, "2026-03-29T09:30:00Z"},  // the same clock time: a day of 23 hours
  };
  const Client client = office();
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.allowed);
    const auto end = due(*time::parse_duration(row.allowed), row.business, &client, *time::parse_instant(row.from));
    REQUIRE(end);
    CHECK(time::format(*end) == row.due);
  }
}

TEST_CASE("without hours or without a client the clock never stops") {
  Client always = office();
  always.hours = {};
  const auto from = *time::parse_instant("2026-03-14T10:00:00Z");
  CHECK(time::format(*due({0, 3600}, true, &always, from)) == "2026-03-14T11:00:00Z");
  CHECK(time::format(*due({1, 0}, true, nullptr, from)) == "2026-03-15T10:00:00Z");
  CHECK(clock_seconds(true, nullptr, from, from + 86400) == 86400);
  CHECK(clock_seconds(true, &always, from, from + 86400) == 86400);
  const Client client = office();
  CHECK(clock_seconds(true, &client, from, from + 86400) == 0);
  CHECK(clock_seconds(false, &client, from, from + 86400) == 86400);
  CHECK(clock_seconds(false, &client, from, from + -1) == 0);
}

TEST_CASE("no end within ten years is none") {
  Client never = office();
  never.hours.region.reset();
  for (time::Day day = *time::parse_day("2026-01-01"); day < *time::parse_day("2038-01-01"); day = day + 1) {
    never.hours.closed.push_back(day);
  }
  CHECK_FALSE(due({1, 0}, true, &never, *time::parse_instant("2026-03-14T10:00:00Z")));
  CHECK_FALSE(due({0, 1}, true, &never, *time::parse_instant("2026-03-14T10:00:00Z")));
}

TEST_CASE("a client's own service level goes before that for everyone") {
  Policy policy;
  policy.service_levels.resize(3);
  policy.service_levels[0].priority = Priority::high;
  policy.service_levels[1].priority = Priority::high;
  policy.service_levels[1].client = "law";
  policy.service_levels[2].priority = Priority::low;
  policy.service_levels[2].client = "law";
  CHECK(find_service_level(policy, "law", Priority::high) == &policy.service_levels[1]);
  CHECK(find_service_level(policy, "dental", Priority::high) == &policy.service_levels[0]);
  CHECK(find_service_level(policy, "dental", Priority::low) == nullptr);
  CHECK(find_service_level(policy, "", Priority::high) == &policy.service_levels[0]);
}
