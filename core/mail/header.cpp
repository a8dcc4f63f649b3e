#include "core/mail/header.hpp"

#include "core/base/text.hpp"
#include "core/mail/charset.hpp"
#include "core/mail/encoding.hpp"

#include <algorithm>

namespace relais::mail {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// One line without its end, and the offset behind it.
struct Line {
  std::string_view text;
  std::size_t next = 0;
};

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  if (end == std::string_view::npos) return {text.substr(at), text.size()};
  std::string_view line = text.substr(at, end - at);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return {line, end + 1};
}

// The length of a field's name if the line begins one: printable ASCII without a colon (RFC 5322 section 3.6.8).
std::size_t field_name_length(std::string_view line) {
  std::size_t length = 0;
  while (length < line.size() && line[length] > ' ' && line[length] < 0x7F && line[length] != ':') ++length;
  std::size_t colon = length;
  while (colon < line.size() && is_blank(line[colon])) ++colon;
  return length > 0 && colon < line.size() && line[colon] == ':' ? length : 0;
}

}  // namespace

std::string_view Header::value(std::string_view name) const {
  for (const HeaderField& field : fields) {
    if (equals_ignoring_case(field.name, name)) return field.value;
  }
  return {};
}

Header read_header(std::string_view text, std::size_t first_line) {
  Header header;
  header.body_line = first_line;
  std::size_t at = 0;
  for (std::size_t number = first_line; at < text.size(); ++number) {
    const Line line = line_at(text, at);
    header.body_line = number + 1;
    if (trim(line.text).empty()) {
      header.body_at = line.next;
      return header;
    }
    const std::size_t name = field_name_length(line.text);
    if (is_blank(line.text[0]) && !header.fields.empty()) {
      header.fields.back().value += ' ';
      header.fields.back().value += trim(line.text);
    } else if (name > 0) {
      const std::size_t colon = line.text.find(':', name);
      header.fields.push_back(
          {std::string(line.text.substr(0, name)), std::string(trim(line.text.substr(colon + 1))), number});
    } else if (number == first_line && line.text.substr(0, 5) == "From ") {
      // The separator of an mbox file (RFC 4155).
    } else if (header.fields.empty()) {
      header.body_line = first_line;
      header.body_at = 0;
      return header;
    } else {
      header.malformed_lines.push_back(number);
    }
    at = line.next;
  }
  header.body_at = text.size();
  return header;
}

std::string read_text(std::string_view value) { return decode_words(decode_unlabelled(value)).text; }

namespace {

/// Tokens of structured fields: comments are kept apart, quoted strings are opened.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool done() const { return at_ >= text_.size(); }
  char peek() const { return done() ? '\0' : text_[at_]; }
  char take() { return text_[at_++]; }
  void skip_blanks() {
    while (!done() && (is_blank(peek()) || peek() == '\r' || peek() == '\n')) ++at_;
  }

  std::string quoted() {
    std::string out;
    ++at_;
    while (!done() && peek() != '"') {
      if (peek() == '\\' && at_ + 1 < text_.size()) ++at_;
      out += take();
    }
    if (!done()) ++at_;
    return out;
  }

  std::string comment() {
    std::string out;
    int depth = 1;
    ++at_;
    while (!done() && depth > 0) {
      const char c = take();
      if (c == '\\' && !done()) {
        out += take();
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth > 0) out += c;
    }
    return out;
  }

  std::string until(std::string_view stops) {
    const std::size_t start = at_;
    while (!done() && stops.find(peek()) == std::string_view::npos) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// `name*0*`, `name*1`, `name*`: RFC 2231 sections 3 and 4.
struct ParameterName {
  std::string base;
  int section = 0;
  bool extended = false;
};

ParameterName split_name(std::string name) {
  ParameterName out;
  if (!name.empty() && name.back() == '*') {
    out.extended = true;
    name.pop_back();
  }
  const std::size_t star = name.find('*');
  out.base = name.substr(0, star);
  for (std::size_t i = star == std::string::npos ? name.size() : star + 1; i < name.size() && out.section < 1000; ++i) {
    if (name[i] >= '0' && name[i] <= '9') out.section = out.section * 10 + (name[i] - '0');
  }
  return out;
}

}  // namespace

std::string Parameterized::parameter(const std::string& name) const {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string() : found->second;
}

Parameterized read_parameterized(std::string_view text) {
  Parameterized out;
  Scanner scan(text);
  out.value = to_lower(trim(scan.until(";(")));
  struct Section {
    std::string text;
    bool extended = false;
  };
  std::map<std::string, std::map<int, Section>> sections;
  while (!scan.done()) {
    if (scan.peek() == '(') {
      scan.comment();
      continue;
    }
    if (scan.peek() != '=') {
      scan.take();
      scan.skip_blanks();
      if (scan.done()) break;
    }
    const std::string name = to_lower(trim(scan.until("=;(")));
    if (scan.peek() != '=') continue;
    scan.take();
    scan.skip_blanks();
    const std::string value = scan.peek() == '"' ? scan.quoted() : std::string(trim(scan.until(";(")));
    const ParameterName parsed = split_name(name);
    sections[parsed.base].emplace(parsed.section, Section{value, parsed.extended});
  }
  for (auto& [name, parts] : sections) {
    std::string joined;
    bool extended = false;
    for (auto& [index, part] : parts) {
      joined += part.text;
      extended = extended || part.extended;
    }
    out.parameters[name] = extended ? decode_extended(joined) : read_text(joined);
  }
  return out;
}

std::vector<Mailbox> read_mailboxes(std::string_view text) {
  std::vector<Mailbox> out;
  Scanner scan(text);
  std::string name, address, comment;
  const auto flush = [&] {
    std::string_view bare = trim(name);
    if (address.empty() && bare.find('@') != std::string_view::npos) {
      address = bare;
      bare = {};
    }
    if (bare.empty()) bare = trim(comment);
    if (!bare.empty() || !address.empty()) out.push_back({read_text(bare), std::string(trim(address))});
    name.clear();
    address.clear();
    comment.clear();
  };
  while (!scan.done()) {
    switch (scan.peek()) {
      case '"':
        name += scan.quoted();
        break;
      case '(':
        comment += scan.comment();
        break;
      case '<':
        scan.take();
        address = scan.until(">");
        if (!scan.done()) scan.take();
        break;
      case ':':
        scan.take();
        name.clear();
        break;
      case ',':
      case ';':
        scan.take();
        flush();
        break;
      default:
        name += scan.take();
    }
  }
  flush();
  return out;
}

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool separator = i == text.size() || is_blank(text[i]) || text[i] == ',';
    if (!separator) continue;
    if (i > start) words.push_back(text.substr(start, i - start));
    start = i + 1;
  }
  return words;
}

std::optional<int> number(std::string_view text, int most) {
  if (text.empty() || text.size() > 5) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value <= most ? std::optional(value) : std::nullopt;
}

std::optional<int> month_number(std::string_view name) {
  constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
  const std::size_t at = names.find(to_lower(name.substr(0, 3)));
  if (name.size() < 3 || at == std::string_view::npos || at % 3 != 0) return std::nullopt;
  return static_cast<int>(at / 3) + 1;
}

std::optional<std::int32_t> seconds_of_clock(std::string_view text) {
  const std::size_t first = text.find(':');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find(':', first + 1);
  const auto hour = number(text.substr(0, first), 23);
  const auto minute = number(text.substr(first + 1, second - first - 1), 59);
  const auto seconds = second == std::string_view::npos ? std::optional(0) : number(text.substr(second + 1), 60);
  if (!hour || !minute || !seconds) return std::nullopt;
  return *hour * 3600 + *minute * 60 + std::min(*seconds, 59);
}

std::int32_t zone_offset(std::string_view text) {
  if (text.size() == 5 && (text[0] == '+' || text[0] == '-')) {
    const auto hours = number(text.substr(1, 2), 24);
    const auto minutes = number(text.substr(3, 2), 59);
    if (hours && minutes) return (text[0] == '-' ? -1 : 1) * (*hours * 3600 + *minutes * 60);
  }
  struct Named {
    std::string_view name;
    int hours;
  };
  constexpr Named named[] = {{"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                             {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
  for (const Named& zone : named) {
    if (equals_ignoring_case(zone.name, text)) return zone.hours * 3600;
  }
  return 0;
}

}  // namespace

std::optional<MailDate> read_date(std::string_view text) {
  const std::string_view bare = text.substr(0, text.find('('));
  std::vector<std::string_view> words = words_of(bare);
  if (!words.empty() && !number(words[0], 31)) words.erase(words.begin());
  if (words.size() < 4) return std::nullopt;
  const auto day = number(words[0], 31);
  const auto month = month_number(words[1]);
  auto year = number(words[2], 9999);
  const auto clock = seconds_of_clock(words[3]);
  if (!day || !month || !year || !clock) return std::nullopt;
  if (words[2].size() == 2) *year += *year < 50 ? 2000 : 1900;  // RFC 5322 section 4.3
  if (words[2].size() == 3) *year += 1900;
  if (*year < 1 || *day < 1 || *day > time::days_in_month(*year, *month)) return std::nullopt;
  const time::LocalTime local = time::midnight(time::to_day({*year, *month, *day})) + *clock;
  return MailDate{local, words.size() > 4 ? zone_offset(words[4]) : 0};
}

}  // namespace relais::mail
