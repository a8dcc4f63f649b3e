#include "core/journal/canonical_json.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
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

class Writer {
 public:
  Result<std::string> write(const Json& value) {
    put(value, "");
    if (error_) return *error_;
    return std::move(out_);
  }

 private:
  void put(const Json& value, const std::string& path) {
    if (error_) return;
    switch (value.type()) {
      case Json::value_t::object:
        return put_object(value, path);
      case Json::value_t::array:
        return put_array(value, path);
      case Json::value_t::string:
        return put_string(*value.get_ptr<const std::string*>());
      case Json::value_t::boolean:
        out_ += *value.get_ptr<const bool*>() ? "true" : "false";
        return;
      case Json::value_t::number_integer:
        return put_integer(*value.get_ptr<const std::int64_t*>(), path);
      case Json::value_t::number_unsigned:
        return put_unsigned(*value.get_ptr<const std::uint64_t*>(), path);
      case Json::value_t::null:
        out_ += "null";
        return;
      default:
        error_ = Error{ErrorCode::wrong_type, {}, path, "an integer; a journal holds no fractions"};
    }
  }

  void put_object(const Json& value, const std::string& path) {
    std::vector<Json::const_iterator> members;
    for (auto item = value.begin(); item != value.end(); ++item) members.push_back(item);
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return utf16_less(a.key(), b.key()); });
    out_ += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i > 0) out_ += ',';
      put_string(members[i].key());
      out_ += ':';
      put(members[i].value(), pointer(path, members[i].key()));
    }
    out_ += '}';
  }

  void put_array(const Json& value, const std::string& path) {
    out_ += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out_ += ',';
      put(value[i], pointer(path, i));
    }
    out_ += ']';
  }

  // RFC 8785 section 3.2.2.2.
  void put_string(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out_ += '"';
    for (const char c : text) {
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
    out_ += '"';
  }

  void put_integer(std::int64_t value, const std::string& path) {
    if (value < -limits::json_integer || value > limits::json_integer) {
      error_ = Error{ErrorCode::out_of_range, {{"value", value}}, path, "an integer within ±9007199254740991"};
      return;
    }
    out_ += std::to_string(value);
  }

  void put_unsigned(std::uint64_t value, const std::string& path) {
    put_integer(static_cast<std::int64_t>(std::min<std::uint64_t>(value, INT64_MAX)), path);
  }

  std::string out_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::string> canonical_json(const Json& value) { return Writer().write(value); }

}  // namespace relais::journal
