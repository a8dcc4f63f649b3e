#include "core/calendar/content_line.hpp"

#include <doctest/doctest.h>

using namespace relais::calendar;

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::string arena;
  arena.reserve(text.size() + 64);
  LineReader reader(text, arena);
  std::vector<std::string> out;
  std::string_view line;
  while (reader.next(line)) out.push_back(std::to_string(reader.number()) + " " + std::string(line));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines end at CRLF, LF or CR and go on after a space or tab (RFC 5545 section 3.1)") {
  CHECK(lines_of("A:1\r\nB:2\r\n") == Lines{"1 A:1", "2 B:2"});
  CHECK(lines_of("A:1\nB:2") == Lines{"1 A:1", "2 B:2"});
  CHECK(lines_of("A:1\rB:2\r") == Lines{"1 A:1", "2 B:2"});
  CHECK(lines_of("A:1\r\n 2\r\n\t3\r\nB:4") == Lines{"1 A:123", "4 B:4"});
  CHECK(lines_of("A:1\r\n  2\n\nB:3") == Lines{"1 A:1 2", "3 ", "4 B:3"});
  CHECK(lines_of("A:\xC3\r\n \xA9") == Lines{"1 A:é"});
  CHECK(lines_of("").empty());
}

TEST_CASE("parameter values are split at commas outside quotes and decoded (RFC 6868)") {
  CHECK(parameter_values("a,b") == Lines{"a", "b"});
  CHECK(parameter_values("\"a,b\",c") == Lines{"a,b", "c"});
  CHECK(parameter_values("\"say ^'hi^'^nline ^^ two\"") == Lines{"say \"hi\"\nline ^ two"});
  CHECK(parameter_values("^x^") == Lines{"^x^"});
  CHECK(parameter_values("") == Lines{""});
}

TEST_CASE("a line is folded at 75 octets between characters") {
  LineWriter writer;
  writer.begin("summary");
  std::string text(66, 'x');
  writer.text(text + "ééé" + std::string(90, 'y'));
  writer.end();
  const std::string out = writer.take();
  std::size_t begin = 0;
  std::string joined;
  for (std::size_t end = out.find("\r\n"); end != std::string::npos; end = out.find("\r\n", begin)) {
    const std::string line = out.substr(begin, end - begin);
    CHECK(line.size() <= 75);
    CHECK((static_cast<unsigned char>(line[begin == 0 ? 0 : 1]) & 0xC0) != 0x80);
    joined += begin == 0 ? line : line.substr(1);
    begin = end + 2;
  }
  CHECK(begin == out.size());
  CHECK(joined == "SUMMARY:" + text + "ééé" + std::string(90, 'y'));
}

TEST_CASE("parameters are quoted where they must be and come back") {
  for (const char* value : {"plain", "a,b", "a;b:c", "say \"hi\"", "two\nlines", "^n", "^", "é"}) {
    CAPTURE(value);
    LineWriter writer;
    writer.begin("x");
    writer.parameter("cn", value);
    writer.value("v");
    writer.end();
    const std::string line = writer.take();
    const std::string raw = line.substr(5, line.size() - 5 - 4);
    CHECK(parameter_values(raw) == Lines{value});
  }
}

TEST_CASE("a raw value cannot end its line") {
  LineWriter writer;
  writer.line("x-a", "1\r\nBEGIN:VALARM");
  writer.line("x-b", "\r\n");
  writer.line("x-c",
              "a\tb\x01"
              "c\n");
  CHECK(writer.take() ==
        "X-A:1BEGIN:VALARM\r\nX-B:\r\nX-C:a\tb\x01"
        "c\r\n");
}
