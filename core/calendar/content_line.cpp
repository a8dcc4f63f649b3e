#include "core/calendar/content_line.hpp"

#include "core/base/text_scan.hpp"
#include "core/calendar/ics_value.hpp"

#include <algorithm>
#include <cstring>

namespace relais::calendar {
namespace {

constexpr std::size_t most_octets = 75;

std::string undo_caret(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '^' && i + 1 < text.size() ? text[i + 1] : '\0';
    const char plain = next == 'n' ? '\n' : next == '^' ? '^' : next == '\'' ? '"' : '\0';
    out += plain ? plain : text[i];
    if (plain) ++i;
  }
  return out;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void append_upper(std::string& out, std::string_view name) {
  const std::size_t begin = out.size();
  out += name;
  for (std::size_t i = begin; i < out.size(); ++i) {
    if (out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
  }
}

// Where a value ends: at a comma outside quotes.
std::size_t value_end(std::string_view raw) {
  bool quoted = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '"') quoted = !quoted;
    if (raw[i] == ',' && !quoted) return i;
  }
  return raw.size();
}

}  // namespace

std::string decode_parameter(std::string_view raw) {
  if (raw.size() >= 2 && raw.front() == '"' && raw.back() == '"') raw = raw.substr(1, raw.size() - 2);
  return undo_caret(raw);
}

std::string_view LineReader::physical() {
  const std::size_t begin = at_;
  if (!line_feed_known_ || line_feed_ < at_) {
    const void* found = std::memchr(text_.data() + at_, '\n', text_.size() - at_);
    line_feed_ = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) : text_.size();
    line_feed_known_ = true;
  }
  const void* found = std::memchr(text_.data() + at_, '\r', line_feed_ - at_);
  const std::size_t end = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) : line_feed_;
  at_ = end;
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n' && (at_ == end || at_ == end + 1)) ++at_;
  ++read_;
  return text_.substr(begin, end - begin);
}

bool LineReader::next(std::string_view& line) {
  if (at_ >= text_.size()) return false;
  number_ = read_ + 1;
  line = physical();
  if (!continues()) return true;
  const std::size_t begin = arena_.size();
  arena_ += line;
  while (continues()) arena_ += physical().substr(1);
  line = std::string_view(arena_).substr(begin);
  return true;
}

std::vector<std::string> parameter_values(std::string_view raw) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t end = value_end(raw);
    out.push_back(decode_parameter(raw.substr(0, end)));
    if (end == raw.size()) return out;
    raw.remove_prefix(end + 1);
  }
}

void LineWriter::begin(std::string_view name) {
  line_ = out_.size();
  append_upper(out_, name);
}

void LineWriter::parameter_value(std::string_view value) {
  const std::size_t special = find_control_or<',', ';', ':', '"', '^'>(value, 0);
  if (special == value.size()) return void(out_ += value);
  const bool quote = value.find_first_of(",;:") != std::string_view::npos;
  if (quote) out_ += '"';
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const char next = i + 1 < value.size() ? value[i + 1] : '\0';
    if (c == '"') {
      out_ += "^'";
    } else if (c == '\n') {
      out_ += "^n";
    } else if (c == '^' && (next == 'n' || next == '^' || next == '\'' || next == '"' || next == '\n')) {
      out_ += "^^";
    } else if (c != '\r') {
      out_ += c;
    }
  }
  if (quote) out_ += '"';
}

void LineWriter::parameter(std::string_view name, const std::vector<std::string>& values) {
  out_ += ';';
  append_upper(out_, name);
  char before = '=';
  for (const std::string& value : values) {
    out_ += before;
    parameter_value(value);
    before = ',';
  }
}

void LineWriter::parameter(std::string_view name, std::string_view value) {
  out_ += ';';
  append_upper(out_, name);
  out_ += '=';
  parameter_value(value);
}

void LineWriter::value(std::string_view raw) {
  out_ += ':';
  // A raw value cannot hold a line end: it would end the line.
  const auto next = [&] { return find_control_or<>(raw, 0); };
  for (std::size_t at = next(); at < raw.size(); at = next()) {
    out_ += raw.substr(0, at);
    if (raw[at] != '\r' && raw[at] != '\n') out_ += raw[at];
    raw.remove_prefix(at + 1);
  }
  out_ += raw;
}

void LineWriter::text(std::string_view text) {
  out_ += ':';
  append_escaped_text(out_, text);
}

void LineWriter::fold() {
  unfolded_.assign(out_, line_);
  out_.resize(line_);
  std::string_view rest = unfolded_;
  std::size_t room = most_octets;
  while (rest.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && continues_character(rest[cut])) --cut;
    out_ += rest.substr(0, cut);
    out_ += "\r\n ";
    rest.remove_prefix(cut);
    room = most_octets - 1;
  }
  out_ += rest;
}

void LineWriter::end() {
  if (out_.size() - line_ > most_octets) fold();
  out_ += "\r\n";
}

void LineWriter::line(std::string_view name, std::string_view raw_value) {
  begin(name);
  value(raw_value);
  end();
}

}  // namespace relais::calendar
