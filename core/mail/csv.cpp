#include "core/mail/csv.hpp"

#include "core/base/text.hpp"
#include "core/mail/charset.hpp"

#include <array>

namespace relais::mail {
namespace {

char find_delimiter(std::string_view text) {
  constexpr std::array<char, 4> candidates{',', ';', '\t', '|'};
  std::array<std::size_t, 4> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') {
      if (counts != std::array<std::size_t, 4>{}) break;
      continue;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += c == candidates[i];
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    if (counts[i] > counts[best]) best = i;
  }
  return candidates[best];
}

class Reader {
 public:
  Reader(std::string_view text, CsvTable& table) : text_(text), table_(table) {}

  void run() {
    while (at_ < text_.size()) row();
  }

 private:
  void row() {
    CsvRow row{line_, {}};
    while (true) {
      row.fields.push_back(field());
      if (at_ < text_.size() && text_[at_] == table_.delimiter) {
        ++at_;
        continue;
      }
      break;
    }
    end_line();
    const bool blank = row.fields.size() == 1 && trim(row.fields[0]).empty();
    if (!blank) table_.rows.push_back(std::move(row));
  }

  std::string field() {
    std::string out;
    const std::size_t start_line = line_;
    if (at_ < text_.size() && text_[at_] == '"') {
      ++at_;
      if (!quoted(out)) table_.malformed_lines.push_back(start_line);
    }
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != table_.delimiter && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    if (!out.empty() && !trim(text_.substr(start, at_ - start)).empty()) table_.malformed_lines.push_back(start_line);
    out += text_.substr(start, at_ - start);
    return out;
  }

  // The inside of a quoted field up to behind its closing quote; false if there is none.
  bool quoted(std::string& out) {
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') {
        if (at_ == text_.size() || text_[at_] != '"') return true;
        ++at_;
      }
      if (c == '\n') ++line_;
      out += c;
    }
    return false;
  }

  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view text_;
  CsvTable& table_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

Result<CsvTable> read_csv(std::string_view bytes) {
  const std::string text = decode_unlabelled(bytes);
  if (trim(text).empty()) return Error{ErrorCode::empty_input, {}, "", ""};
  CsvTable table;
  table.delimiter = find_delimiter(text);
  Reader(text, table).run();
  return table;
}

}  // namespace relais::mail
