#include "core/base/text_scan.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace relais;

TEST_CASE("the first control or special character is found wherever it stands") {
  for (const char c : {'\0', '\t', '\n', '\x1F', '"', '\\', '\x7F'}) {
    for (std::size_t size = 1; size <= 20; ++size) {
      for (std::size_t place = 0; place < size; ++place) {
        std::string text(size, 'a');
        text[place] = c;
        CAPTURE(static_cast<int>(c));
        CAPTURE(size);
        CAPTURE(place);
        CHECK(find_control_or<'"', '\\', '\x7F'>(text, 0) == place);
        CHECK(find_control_or<'"', '\\', '\x7F'>(text, place) == place);
        CHECK(find_control_or<'"', '\\', '\x7F'>(text, place + 1) == size);
      }
    }
  }
}

TEST_CASE("all other characters are passed over") {
  for (int c = 0x20; c < 0x100; ++c) {
    const bool special = c == '"' || c == '\\';
    CAPTURE(c);
    CHECK(find_control_or<'"', '\\'>(std::string(11, static_cast<char>(c)), 0) == (special ? 0u : 11u));
  }
  CHECK(find_control_or<'"'>("", 0) == 0);
}
