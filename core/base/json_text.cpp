#include "core/base/json_text.hpp"

#include "core/base/text_scan.hpp"

namespace relais {
namespace {

void append_escape(std::string& out, char c) {
  constexpr std::string_view special = "\"\\\b\f\n\r\t";
  constexpr std::string_view written = "\"\\bfnrt";
  constexpr std::string_view digits = "0123456789abcdef";
  out += '\\';
  if (const std::size_t place = special.find(c); place != special.npos) {
    out += written[place];
  } else {
    out += "u00";
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t written = 0;
  const auto next = [&] { return find_control_or<'"', '\\'>(text, written); };
  for (std::size_t at = next(); at < text.size(); at = next()) {
    out += text.substr(written, at - written);
    append_escape(out, text[at]);
    written = at + 1;
  }
  out += text.substr(written);
  out += '"';
}

JsonText& JsonText::member(std::string_view name) {
  text(name);
  out_ += ':';
  first_ = true;
  return *this;
}

JsonText& JsonText::text(std::string_view utf8) {
  part();
  append_json_string(out_, utf8);
  return *this;
}

JsonText& JsonText::integer(std::int64_t value) {
  part();
  out_ += std::to_string(value);
  return *this;
}

JsonText& JsonText::null() {
  part();
  out_ += "null";
  return *this;
}

JsonText& JsonText::open(char bracket) {
  part();
  out_ += bracket;
  first_ = true;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

void JsonText::part() {
  if (!first_) out_ += ',';
  first_ = false;
}

}  // namespace relais
