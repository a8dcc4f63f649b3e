#include "core/calendar/ics_value.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::calendar;

TEST_CASE("a time is read and written as RFC 5545 sections 3.3.4 and 3.3.5 have it") {
  for (const char* text : {"20260310", "20260310T100000", "20260310T235959Z", "00010101", "99991231T000000"}) {
    CAPTURE(text);
    const auto value = parse_ics_time(text);
    REQUIRE(value);
    CHECK(format_ics_time(*value) == text);
  }
  CHECK(parse_ics_time("20260310T235960")->at == parse_ics_time("20260310T235959")->at);
  for (const char* text : {"", "2026031", "20260229", "20261301", "20260310T", "20260310T240000", "20260310T1000",
                           "20260310T100000X", "2026-03-10", "00000101", "20260310 100000"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_ics_time(text));
  }
}

TEST_CASE("an offset is hours, minutes and perhaps seconds with a sign (section 3.3.14)") {
  struct Row {
    const char* text;
    int seconds;
  };
  for (const Row& row : {Row{"+0100", 3600}, Row{"-0330", -12600}, Row{"+013020", 5420}, Row{"-0000", 0}}) {
    CAPTURE(row.text);
    CHECK(parse_utc_offset(row.text) == row.seconds);
  }
  CHECK(format_utc_offset(-12600) == "-0330");
  CHECK(format_utc_offset(5420) == "+013020");
  for (const char* text : {"", "0100", "+100", "+2400", "+0160", "+01:00"}) CHECK_FALSE(parse_utc_offset(text));
}

TEST_CASE("a duration is read with the leniency that files need (section 3.3.6)") {
  struct Row {
    const char* text;
    int days;
    std::int64_t seconds;
  };
  const Row rows[] = {{"PT15M", 0, 900}, {"-PT15M", 0, -900}, {"+P1D", 1, 0},      {"P2W", 14, 0},
                      {"P1W2D", 9, 0},   {"pt1h", 0, 3600},   {"P1DT2H", 1, 7200}, {"-P1W1DT1H", -8, -3600}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto duration = parse_ics_duration(row.text);
    REQUIRE(duration);
    CHECK(duration->days == row.days);
    CHECK(duration->seconds == row.seconds);
  }
  for (const char* text : {"", "P", "15M", "PT", "P1M", "P1Y", "PT1.5H", "one hour"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_ics_duration(text));
  }
}

TEST_CASE("text is escaped and comes back (section 3.3.11)") {
  std::string out;
  append_escaped_text(out, "a,b;c\\d\ne\r\nf\x07g");
  CHECK(out == "a\\,b\\;c\\\\d\\ne\\nfg");
  CHECK(unescape_text(out) == "a,b;c\\d\ne\nfg");
  CHECK(unescape_text("\\N\\x\\") == "\nx\\");
  CHECK(unescape_text(std::string_view("a\0b\x01\tc\x7F", 7)) == "ab\tc");
}

TEST_CASE("a number is digits with a sign or none") {
  CHECK(parse_signed("-12") == -12);
  CHECK(parse_signed("+7") == 7);
  CHECK(parse_signed("999999999999999") == 999999999999999);
  for (const char* text : {"", "-", "1a", "1.0", " 1", "9999999999999999"}) CHECK_FALSE(parse_signed(text));
}
