#include "core/mail/csv.hpp"

#include <doctest/doctest.h>

using namespace relais;

TEST_CASE("fields may be quoted and hold delimiters, quotes and line breaks (RFC 4180 section 2)") {
  const auto table = mail::read_csv("a,b\r\n\"x, \"\"y\"\"\r\nz\",2\r\n\r\n3,4");
  REQUIRE(table.ok());
  REQUIRE(table->rows.size() == 3);
  CHECK(table->rows[1].fields == std::vector<std::string>{"x, \"y\"\r\nz", "2"});
  CHECK(table->rows[1].line == 2);
  CHECK(table->rows[2].line == 5);
  CHECK(table->malformed_lines.empty());
}

TEST_CASE("the delimiter is found in the first row, a byte order mark is dropped, Latin-1 is read") {
  struct Row {
    std::string bytes;
    char delimiter;
    std::string first;
  };
  const Row rows[] = {{"nom;message\nx;y", ';', "nom"},
                      {"\xEF\xBB\xBFnom\tmessage\n", '\t', "nom"},
                      {"\"a;b\",c\n1,2", ',', "a;b"},
                      {"pr\xE9nom|b", '|', "prénom"}};
  for (const Row& row : rows) {
    const auto table = mail::read_csv(row.bytes);
    REQUIRE(table.ok());
    CHECK(table->delimiter == row.delimiter);
    CHECK(table->rows[0].fields[0] == row.first);
  }
}

TEST_CASE("an unclosed quotation and text behind one are read and named") {
  const auto open = mail::read_csv("a,b\n1,\"open\nto the end");
  REQUIRE(open.ok());
  CHECK(open->rows[1].fields[1] == "open\nto the end");
  CHECK(open->malformed_lines == std::vector<std::size_t>{2});
  const auto behind = mail::read_csv("a\n\"x\"y");
  REQUIRE(behind.ok());
  CHECK(behind->rows[1].fields[0] == "xy");
  CHECK(behind->malformed_lines == std::vector<std::size_t>{2});
  CHECK_FALSE(mail::read_csv(" \n").ok());
}
