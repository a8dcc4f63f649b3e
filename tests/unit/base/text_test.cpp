#include "core/base/text.hpp"

#include <doctest/doctest.h>

using namespace relais;

TEST_CASE("malformed UTF-8 is found at its first byte (RFC 3629 section 3)") {
  struct Row {
    std::string_view bytes;
    int offset;
  };
  const Row rows[] = {{"plain", -1},
                      {"é€😀", -1},
                      {"a\x80", 1},
                      {"\xC0\xAF", 0},
                      {"ab\xE2\x82", 2},
                      {"\xED\xA0\x80", 0},
                      {"\xF4\x90\x80\x80", 0},
                      {"\xF8\x88\x80\x80\x80", 0},
                      {"\xE0\x80\xAF", 0}};
  for (const Row& row : rows) {
    const auto found = find_invalid_utf8(row.bytes);
    CHECK((found ? static_cast<int>(*found) : -1) == row.offset);
  }
  CHECK(replace_invalid_utf8("a\x80z") == "a\xEF\xBF\xBDz");
}

TEST_CASE("Latin-1 bytes become UTF-8, with windows-1252 in the C1 range") {
  CHECK(from_latin1("caf\xE9 \x80 \x9C"
                    "uvre") == "café € œuvre");
}

TEST_CASE("spans count in UTF-16 units") {
  CHECK(utf16_length("abc") == 3);
  CHECK(utf16_length("é€") == 2);
  CHECK(utf16_length("😀") == 2);
}

TEST_CASE("letters are lowered and lose their accents, ligatures stay") {
  CHECK(to_lower("ÀÉÎÔÙÇŒŸ Straße") == "àéîôùçœÿ straße");
  CHECK(without_accent(U'é') == U'e');
  CHECK(without_accent(U'Ç') == U'C');
  CHECK(without_accent(U'ÿ') == U'y');
  CHECK(without_accent(U'œ') == U'œ');
  CHECK(without_accent(U'×') == U'×');
}

TEST_CASE("white space is trimmed at both ends") {
  CHECK(trim(" \t a b\r\n") == "a b");
  CHECK(trim("  ").empty());
}
