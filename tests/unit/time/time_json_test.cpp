#include "core/time/time_json.hpp"

#include "core/base/limits.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;
using namespace relais::time;

namespace {

Json json(std::string_view text) { return parse_json(text).value(); }

template <class Read>
std::string error_of(const Json& value, Read read) {
  Reading reading;
  ObjectReader object(value, "", reading);
  read(object);
  object.finish();
  if (!reading.failed()) return "none";
  return std::string(name(reading.error().code)) + " " + reading.error().path;
}

std::string week_error(std::string_view text) {
  return error_of(json(text), [](ObjectReader& object) { read_week(object, "hours"); });
}

std::string holidays_error(std::string_view text) {
  return error_of(json(text), [](ObjectReader& object) {
    WorkingHours hours;
    read_holidays(object, "holidays", hours);
  });
}

std::string many(std::size_t count, std::string_view item) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i ? "," : "") + std::string(item);
  return text;
}

}  // namespace

TEST_CASE("a week is read, sorted and written again") {
  const Json value = json(R"({"hours":{"tu":[["14:00","24:00"],["00:00","12:30"]],"su":[],"mo":null}})");
  Reading reading;
  ObjectReader object(value, "", reading);
  const auto week = read_week(object, "hours");
  CHECK_FALSE(reading.failed());
  CHECK(week[1] == std::vector<ClockSpan>{{0, 750}, {840, 1440}});
  CHECK(dump(week_to_json(week)) == R"({"tu":[["00:00","12:30"],["14:00","24:00"]]})");
}

TEST_CASE("a week that makes no sense is refused at its place") {
  CHECK(week_error("{}") == "none");
  CHECK(week_error(R"({"hours":null})") == "none");
  CHECK(week_error(R"({"hours":[]})") == "wrong-type /hours");
  CHECK(week_error(R"({"hours":{"mon":[]}})") == "unknown-member /hours/mon");
  CHECK(week_error(R"({"hours":{"mo":"09:00"}})") == "wrong-type /hours/mo");
  CHECK(week_error(R"({"hours":{"mo":[["09:00"]]}})") == "wrong-type /hours/mo/0");
  CHECK(week_error(R"({"hours":{"mo":[["09:00","12:00"],["13:00",1]]}})") == "wrong-type /hours/mo/1/1");
  CHECK(week_error(R"({"hours":{"mo":[["9:00","12:00"]]}})") == "invalid-value /hours/mo/0/0");
  CHECK(week_error(R"({"hours":{"mo":[["12:00","12:00"]]}})") == "invalid-value /hours/mo/0");
  CHECK(week_error(R"({"hours":{"mo":[["22:00","06:00"]]}})") == "invalid-value /hours/mo/0");
  CHECK(week_error(R"({"hours":{"mo":[["09:00","12:00"],["11:00","13:00"]]}})") == "invalid-value /hours/mo");
  CHECK(week_error(R"({"hours":{"mo":[["09:00","12:00"],["12:00","13:00"]]}})") == "none");
}

TEST_CASE("the spans of a day and the days off are counted against their limits") {
  std::string spans;
  for (std::size_t i = 0; i <= limits::spans_per_day; ++i) {
    spans += (i ? ",[\"" : "[\"") + format_clock(static_cast<int>(2 * i)) + "\",\"" +
             format_clock(static_cast<int>(2 * i + 1)) + "\"]";
  }
  CHECK(week_error("{\"hours\":{\"mo\":[" + spans + "]}}") == "too-many /hours/mo");
  spans.resize(spans.rfind(",["));
  CHECK(week_error("{\"hours\":{\"mo\":[" + spans + "]}}") == "none");
  CHECK(holidays_error("{\"holidays\":[" + many(limits::days_off, "\"2026-01-01\"") + "]}") == "none");
  CHECK(holidays_error("{\"holidays\":[" + many(limits::days_off + 1, "\"2026-01-01\"") + "]}") ==
        "too-many /holidays");
}

TEST_CASE("holidays are a region or days") {
  WorkingHours hours;
  Reading reading;
  const Json value = json(R"({"a":"FR","b":["2026-05-15","2026-01-02","2026-05-15"]})");
  ObjectReader object(value, "", reading);
  read_holidays(object, "a", hours);
  read_holidays(object, "b", hours);
  read_holidays(object, "c", hours);
  CHECK_FALSE(reading.failed());
  CHECK(hours.region == Region::france);
  CHECK(hours.closed == std::vector<Day>{*parse_day("2026-01-02"), *parse_day("2026-05-15")});
  CHECK(holidays_error(R"({"holidays":"DE"})") == "invalid-value /holidays");
  CHECK(holidays_error(R"({"holidays":[1]})") == "wrong-type /holidays/0");
  CHECK(holidays_error(R"({"holidays":["2026-02-30"]})") == "invalid-value /holidays/0");
  CHECK(holidays_error(R"({"holidays":7})") == "wrong-type /holidays");
}

TEST_CASE("zones, times and durations are read by name") {
  const auto zone_error = [](std::string_view text) {
    return error_of(json(text), [](ObjectReader& object) { CHECK(read_zone(object, "timeZone")); });
  };
  CHECK(zone_error(R"({"timeZone":"Europe/Paris"})") == "none");
  CHECK(zone_error(R"({"timeZone":"Europe/Lutetia"})") == "unknown-zone /timeZone");
  CHECK(zone_error(R"({"timeZone":1})") == "wrong-type /timeZone");
  CHECK(zone_error("{}") == "missing-member ");
  const Json value =
      json(R"({"i":"2026-03-10T09:00:00Z","l":"2026-03-10T10:00:00","d":"2026-03-10","p":"PT1H","z":null})");
  Reading reading;
  ObjectReader object(value, "", reading);
  CHECK(format(read_instant(object, "i")) == "2026-03-10T09:00:00Z");
  CHECK(format(read_local_time(object, "l")) == "2026-03-10T10:00:00");
  CHECK(format(read_day(object, "d")) == "2026-03-10");
  CHECK(read_duration(object, "p") == Duration{0, 3600});
  CHECK_FALSE(read_optional_instant(object, "z"));
  CHECK_FALSE(read_optional_duration(object, "none"));
  CHECK(read_zone_or(object, "z", find_zone("Asia/Tokyo"))->name() == "Asia/Tokyo");
  object.finish();
  CHECK_FALSE(reading.failed());
  CHECK(error_of(json(R"({"p":"-PT1H"})"), [](ObjectReader& o) { read_duration(o, "p"); }) == "invalid-value /p");
  CHECK(error_of(json(R"({"d":"2026-03-10T10:00:00"})"), [](ObjectReader& o) { read_day(o, "d"); }) ==
        "invalid-value /d");
}
