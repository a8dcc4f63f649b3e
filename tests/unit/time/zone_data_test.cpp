#include "core/time/zone.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace relais;
using namespace relais::time;

namespace {

std::string offset_of_paris() {
  const ZonePtr zone = find_zone("Europe/Paris");
  return zone ? std::to_string(zone->offset_at(*parse_instant("2026-07-01T00:00:00Z"))) : "none";
}

const std::string table =
    "2099z\n\n0||X0\n7200|kmcA|X-2\n\nEtc/UTC 0\nEurope/Paris 1\n\nRomance Standard Time=Europe/Paris\n";

}  // namespace

TEST_CASE("another table of zones takes the place of the one built in, and leaves it again") {
  const ZonePtr before = find_zone("Europe/Paris");
  REQUIRE(replace_zone_data("2099z\n\n0||X0\n10800||X-3\n\nEtc/UTC 0\nEurope/Paris 1\n\nX Time=Europe/Paris\n").ok());
  CHECK(zone_data_version() == "2099z");
  CHECK(offset_of_paris() == "10800");
  CHECK(find_zone("X Time")->name() == "Europe/Paris");
  CHECK_FALSE(find_zone("America/New_York"));
  CHECK(before->offset_at(*parse_instant("2026-07-01T00:00:00Z")) == 7200);
  REQUIRE(replace_zone_data(table).ok());
  CHECK(offset_of_paris() == "7200");
  restore_zone_data();
  CHECK(zone_data_version() == "2026f");
  CHECK(offset_of_paris() == "7200");
  CHECK(find_zone("America/New_York"));
}

TEST_CASE("what is no table of zones is refused, and changes nothing") {
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string text = table;
    return text.replace(text.find(from), from.size(), to);
  };
  for (const std::string& text :
       {std::string(), std::string("2099z"), std::string("2099z\n\n"), with("0||X0", "0|"),
        with("0||X0",
             "|"
             "|X0"),
        with("0||X0", "x||X0"), with("kmcA", "kmcB"), with("kmcA", "A"), with("kmcA", "kmc"),
        with("kmcA", "1234567890A"), with("UTC 0", "UTC 2"), with("UTC 0", "UTC -1"), with("UTC 0", "UTC"),
        with("Etc/UTC", "Z/UTC"), with("Time=Europe", "Time Europe"), with("X-2", "X-2,M3"), table + "\nmore\n"}) {
    CAPTURE(text);
    CHECK_FALSE(replace_zone_data(text).ok());
    CHECK(zone_data_version() == "2026f");
  }
  CHECK(offset_of_paris() == "7200");
}
