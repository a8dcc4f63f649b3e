#include "core/journal/canonical_json.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

namespace relais::journal {
namespace {

// The first UTF-16 code unit of a character and, beyond the Basic Multilingual Plane, the second.
std::pair<std::uint32_t, std::uint32_t> utf16_units(char32_t code) {
  if (code < 0x10000) return {code, 0};
  return {0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF)};
}

// RFC 8785 section 3.2.3. UTF-8 and UTF-16 order differ where one text has a character beyond U+FFFF.
bool utf16_less(std::string_view left, std::string_view right) {
  std::size_t at = 0;
  while (at < left.size() && at < right.size()) {
    const Character a = character_at(left, at), b = character_at(right, at);
    if (a.code != b.code) return utf16_units(a.code) < utf16_units(b.code);
    at += a.size;
  }
  return left.size() < right.size();
}

// Objects hold their members in byte order, which for UTF-8 is the order of code points. That of UTF-16 differs only
// where a name has a character beyond U+FFFF, whose first byte is 0xF0 or more.
bool is_beyond_bmp(const std::string& name) {
  bool found = false;
  for (const char c : name) found |= static_cast<unsigned char>(c) >= 0xF0;
  return found;
}

constexpr std::uint64_t every_byte(std::uint64_t byte) { return byte * 0x0101010101010101; }

// Whether one of eight bytes is below another, which is at most 0x80.
constexpr std::uint64_t bytes_below(std::uint64_t eight, std::uint64_t byte) {
  return (eight - every_byte(byte)) & ~eight & every_byte(0x80);
}

bool is_escaped(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// Where the first character stands that RFC 8785 section 3.2.2.2 escapes, from `at` on, or the end.
std::size_t find_escaped(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + at, 8);
    const std::uint64_t quotes = eight ^ every_byte('"'), slashes = eight ^ every_byte('\\');
    if ((bytes_below(eight, 0x20) | bytes_below(quotes, 1) | bytes_below(slashes, 1)) != 0) break;
  }
  while (at < text.size() && !is_escaped(text[at])) ++at;
  return at;
}

/// Every `put` says whether it went well; the path of an error is built on the way out.
class Writer {
 public:
  explicit Writer(std::string before) : out_(std::move(before)) { out_.reserve(out_.size() + 1024); }

  Result<std::string> write(const Json& value) {
    if (!put(value)) return std::move(error_);
    return std::move(out_);
  }

 private:
  bool put(const Json& value) {
    switch (value.type()) {
      case Json::value_t::object:
        return put_object(value);
      case Json::value_t::array:
        return put_array(value);
      case Json::value_t::string:
        return put_string(*value.get_ptr<const std::string*>());
      case Json::value_t::boolean:
        return put_word(*value.get_ptr<const bool*>() ? "true" : "false");
      case Json::value_t::number_integer:
        return put_integer(*value.get_ptr<const std::int64_t*>());
      case Json::value_t::number_unsigned:
        return put_unsigned(*value.get_ptr<const std::uint64_t*>());
      case Json::value_t::null:
        return put_word("null");
      default:
        error_ = {ErrorCode::wrong_type, {}, "", "an integer; a journal holds no fractions"};
        return false;
    }
  }

  bool put_word(std::string_view word) {
    out_ += word;
    return true;
  }

  bool put_object(const Json& value) {
    const std::size_t start = out_.size();
    out_ += '{';
    for (auto item = value.begin(); item != value.end(); ++item) {
      if (is_beyond_bmp(item.key())) {
        out_.resize(start);
        return put_sorted(value);
      }
      if (!put_member(item)) return false;
    }
    return close('}');
  }

  bool put_sorted(const Json& value) {
    std::vector<Json::const_iterator> members;
    for (auto item = value.begin(); item != value.end(); ++item) members.push_back(item);
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return utf16_less(a.key(), b.key()); });
    out_ += '{';
    for (const Json::const_iterator& item : members) {
      if (!put_member(item)) return false;
    }
    return close('}');
  }

  bool put_member(const Json::const_iterator& item) {
    if (out_.back() != '{') out_ += ',';
    put_string(item.key());
    out_ += ':';
    if (put(*item)) return true;
    error_.path = pointer("", item.key()) + error_.path;
    return false;
  }

  bool put_array(const Json& value) {
    out_ += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out_ += ',';
      if (put(value[i])) continue;
      error_.path = pointer("", i) + error_.path;
      return false;
    }
    return close(']');
  }

  bool close(char bracket) {
    out_ += bracket;
    return true;
  }

  bool put_string(const std::string& text) {
    out_ += '"';
    std::size_t written = 0;
    for (std::size_t at = find_escaped(text, 0); at < text.size(); at = find_escaped(text, written)) {
      out_.append(text, written, at - written);
      put_character(text[at]);
      written = at + 1;
    }
    out_.append(text, written, text.size() - written);
    return close('"');
  }

  void put_character(char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\b':
        out_ += "\\b";
        break;
      case '\t':
        out_ += "\\t";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\f':
        out_ += "\\f";
        break;
      case '\r':
        out_ += "\\r";
        break;
      default:
        if (byte < 0x20) {
          out_.append("\\u00").append(1, hex[byte >> 4]).append(1, hex[byte & 15]);
        } else {
          out_ += c;
        }
    }
  }

  bool put_integer(std::int64_t value) {
    if (value < -limits::json_integer || value > limits::json_integer) {
      error_ = {ErrorCode::out_of_range, {{"value", value}}, "", "an integer within ±9007199254740991"};
      return false;
    }
    return put_word(std::to_string(value));
  }

  bool put_unsigned(std::uint64_t value) {
    return put_integer(static_cast<std::int64_t>(std::min<std::uint64_t>(value, INT64_MAX)));
  }

  std::string out_;
  Error error_;
};

}  // namespace

Result<std::string> canonical_json(const Json& value, std::string before) {
  return Writer(std::move(before)).write(value);
}

}  // namespace relais::journal
