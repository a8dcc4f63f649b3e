#include "core/base/base64.hpp"

#include <doctest/doctest.h>

using namespace relais;

TEST_CASE("base64 is written and read as in RFC 4648 section 10") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : rows) {
    CHECK(encode_base64(bytes) == text);
    CHECK(decode_base64(text) == std::string(bytes));
  }
}

TEST_CASE("base64 of mail may be folded and unpadded; other characters are refused") {
  CHECK(decode_base64("Zm9v\r\n YmE") == "fooba");
  CHECK_FALSE(decode_base64("Zm9v!"));
  CHECK_FALSE(decode_base64("Z"));
  CHECK_FALSE(decode_base64("Zg==Zg"));
}
