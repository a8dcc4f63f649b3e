#include "core/time/zone.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <map>

// Compares every zone with the system's zoneinfo, compiled by zic from the same database (RFC 8536), from 1970 to 2037.
// RELAIS_ZONEINFO names another folder than /usr/share/zoneinfo. Where the release is another, nothing is compared.
using namespace relais::time;

namespace {

std::string folder() {
  const char* given = std::getenv("RELAIS_ZONEINFO");
  return given ? given : "/usr/share/zoneinfo";
}

std::string read_file(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return bytes;
  char block[4096];
  for (std::size_t size = 0; (size = std::fread(block, 1, sizeof block, file)) > 0;) bytes.append(block, size);
  std::fclose(file);
  return bytes;
}

std::int64_t big_endian(const std::string& bytes, std::size_t at, int size) {
  std::uint64_t value = 0;
  for (int i = 0; i < size; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return size == 4 ? static_cast<std::int32_t>(value) : static_cast<std::int64_t>(value);
}

// The offsets of a TZif file of version 2 or later by the instants from which they hold.
std::map<std::int64_t, std::int32_t> read_tzif(const std::string& bytes) {
  const auto count = [&](std::size_t header, int i) {
    return static_cast<std::size_t>(big_endian(bytes, header + 20 + 4 * static_cast<std::size_t>(i), 4));
  };
  enum { isut, isstd, leap, time, type, chars };
  const std::size_t second = 44 + count(0, time) * 5 + count(0, type) * 6 + count(0, chars) + count(0, leap) * 8 +
                             count(0, isstd) + count(0, isut);
  const std::size_t times = second + 44;
  const std::size_t kinds = times + count(second, time) * 8;
  const std::size_t types = kinds + count(second, time);
  std::map<std::int64_t, std::int32_t> offsets;
  offsets[INT64_MIN] = static_cast<std::int32_t>(big_endian(bytes, types, 4));
  for (std::size_t i = 0; i < count(second, time); ++i) {
    const auto kind = static_cast<unsigned char>(bytes[kinds + i]);
    offsets[big_endian(bytes, times + 8 * i, 8)] = static_cast<std::int32_t>(big_endian(bytes, types + 6u * kind, 4));
  }
  return offsets;
}

}  // namespace

TEST_CASE("every zone changes when zoneinfo of the same release says, 1970 to 2037") {
  const std::string head = read_file(folder() + "/tzdata.zi").substr(0, 40);
  if (head.find("# version " + std::string(zone_data_version()) + "\n") != 0) {
    MESSAGE("skipped: the zoneinfo in " << folder() << " is not of release " << zone_data_version());
    return;
  }
  const std::int64_t until = parse_instant("2037-12-31T00:00:00Z")->seconds;
  for (const std::string_view name : zone_names()) {
    CAPTURE(name);
    const std::string bytes = read_file(folder() + "/" + std::string(name));
    REQUIRE(bytes.size() > 44);
    const auto expected = read_tzif(bytes);
    const ZonePtr zone = find_zone(name);
    std::map<std::int64_t, std::int32_t> got;
    std::int32_t offset = std::prev(expected.upper_bound(0))->second;
    REQUIRE(zone->offset_at({0}) == offset);
    for (auto next = zone->next_transition({0}, {until}); next; next = zone->next_transition(next->at, {until})) {
      if (next->offset != offset) got[next->at.seconds] = next->offset;
      offset = next->offset;
    }
    std::map<std::int64_t, std::int32_t> wanted;
    offset = zone->offset_at({0});
    for (auto next = expected.upper_bound(0); next != expected.end() && next->first <= until; ++next) {
      if (next->second != offset) wanted.insert(*next);
      REQUIRE(zone->offset_at({next->first - 1}) == offset);
      REQUIRE(zone->offset_at({next->first}) == next->second);
      offset = next->second;
    }
    CHECK(got == wanted);
  }
}
