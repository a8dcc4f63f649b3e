#include "core/journal/canonical_json.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
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
bool order_differs(const Json& object) {
  for (auto item = object.begin(); item != object.end(); ++item) {
    const std::string& name = item.key();
    if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; }))
      return true;
  }
  return false;
}

/// Every `put` says whether it went well; the path of an error is built on the way out.
class Writer {
 public:
  Result<std::string> write(const Json& value) {
    out_.reserve(512);
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
    if (order_differs(value)) return put_sorted(value);
    out_ += '{';
    for (auto item = value.begin(); item != value.end(); ++item) {
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
    if (put(item.value())) return true;
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

  // RFC 8785 section 3.2.2.2.
  bool put_string(std::string_view text) {
    out_ += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (static_cast<unsigned char>(text[i]) >= 0x20 && text[i] != '"' && text[i] != '\\') continue;
      out_ += text.substr(written, i - written);
      put_character(text[i]);
      written = i + 1;
    }
    out_ += text.substr(written);
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

Result<std::string> canonical_json(const Json& value) { return Writer().write(value); }

}  // namespace relais::journal
