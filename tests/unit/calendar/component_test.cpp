#include "core/calendar/component.hpp"

#include "core/base/limits.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::calendar;

namespace {

std::string codes(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems.list()) out += std::to_string(problem.line) + " " + problem.reason.code + "; ";
  return out;
}

}  // namespace

TEST_CASE("a calendar is a tree of components") {
  const std::string text =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nuid;x-a=1;X-B=\"a;b:c\":u\r\nBEGIN:VALARM\r\nEND:VALARM\r\n"
      "SUMMARY:s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const auto tree = ComponentTree::parse(text);
  REQUIRE(tree.ok());
  CHECK(tree->problems.count() == 0);
  REQUIRE(tree->components().size() == 3);
  const IcsComponent& event = tree->component(1);
  CHECK(event.name == "VEVENT");
  const IcsProperty* uid = tree->find(event, "UID");
  REQUIRE(uid);
  CHECK(uid->line == 4);
  CHECK(uid->value == "u");
  CHECK(tree->parameter(*uid, "x-b") == "a;b:c");
  CHECK(tree->find(event, "SUMMARY")->value == "s");
  CHECK(tree->component(event.first_child).name == "VALARM");
}

TEST_CASE("what is wrong within a calendar is listed with its line, and the rest is read") {
  struct Row {
    const char* text;
    const char* problems;
  };
  const Row rows[] = {
      {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nno property\nUID:1\nEND:VEVENT\nEND:VCALENDAR", "3 malformed-line; "},
      {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VCALENDAR", "4 unclosed-component; "},
      {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1", "1 unclosed-component; 2 unclosed-component; "},
      {"BEGIN:VCALENDAR\nEND:VTODO\nEND:VCALENDAR", "2 stray-end; "},
      {"BEGIN:VCALENDAR\nEND:VCALENDAR\nX:1", "3 stray-line; "},
      {"\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n\n", ""},
      {"BEGIN:VCALENDAR\nX;A=\"b:1\nEND:VCALENDAR", ""},
      {"BEGIN:VCALENDAR\nX;QUOTED:1\nEND:VCALENDAR", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto tree = ComponentTree::parse(row.text);
    REQUIRE(tree.ok());
    CHECK(codes(tree->problems) == row.problems);
  }
}

TEST_CASE("what is no calendar is refused with its place") {
  struct Row {
    const char* text;
    std::string_view code, path;
  };
  const Row rows[] = {{"hello", "invalid-calendar", "1:1"},
                      {"\n\n{\"a\": 1}", "invalid-calendar", "3:1"},
                      {"BEGIN:VCARD\nEND:VCARD", "invalid-calendar", "1:1"},
                      {"BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR", "unsupported", "2:1"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto tree = ComponentTree::parse(row.text);
    REQUIRE_FALSE(tree.ok());
    CHECK(name(tree.error().code) == row.code);
    CHECK(tree.error().path == row.path);
  }
}

TEST_CASE("components nest up to a limit") {
  const auto nested = [](int depth) {
    std::string text = "BEGIN:VCALENDAR\n";
    for (int i = 1; i < depth; ++i) text += "BEGIN:X-A\n";
    return text;
  };
  CHECK(ComponentTree::parse(nested(limits::calendar_depth)).ok());
  const auto deeper = ComponentTree::parse(nested(limits::calendar_depth + 1));
  REQUIRE_FALSE(deeper.ok());
  CHECK(name(deeper.error().code) == "too-deep");
}
