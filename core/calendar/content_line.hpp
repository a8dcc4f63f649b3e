#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace relais::calendar {

/// The logical lines of a text: physical lines end at CRLF, LF or CR; one that begins with a space or a tab continues
/// the line before it (RFC 5545 section 3.1).
class LineReader {
 public:
  /// Folded lines are joined in `arena`, which must have room for all of `text` and keep its place.
  LineReader(std::string_view text, std::string& arena) : text_(text), arena_(arena) {}

  /// False at the end.
  bool next(std::string_view& line);
  /// The number of the line given last, from 1.
  std::size_t number() const { return number_; }

 private:
  std::string_view physical();
  bool continues() const { return at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'); }

  std::string_view text_;
  std::string& arena_;
  std::size_t at_ = 0, line_feed_ = 0;
  bool line_feed_known_ = false;
  std::size_t number_ = 0, read_ = 0;
};

/// One value without its quotes, RFC 6868 escapes (`^n`, `^^`, `^'`) undone.
std::string decode_parameter(std::string_view raw);

/// The values of a parameter: split at commas outside quotes, decoded.
std::vector<std::string> parameter_values(std::string_view raw);

/// Writes content lines: folded at 75 octets between characters, ended by CRLF.
class LineWriter {
 public:
  void begin(std::string_view name);
  /// The values are quoted and escaped where they must be.
  void parameter(std::string_view name, const std::vector<std::string>& values);
  void parameter(std::string_view name, std::string_view value);
  void value(std::string_view raw);
  void text(std::string_view text);  ///< escaped
  void end();

  void line(std::string_view name, std::string_view raw_value);
  void append(std::string_view lines) { out_ += lines; }           ///< lines written elsewhere
  void prepend(std::string_view lines) { out_.insert(0, lines); }  ///< the same, before all others
  void reserve(std::size_t octets) { out_.reserve(octets); }
  std::string take() { return std::move(out_); }
  const std::string& written() const { return out_; }

 private:
  void parameter_value(std::string_view value);
  void fold();

  std::string out_;
  std::string unfolded_;  // the line that is being folded; kept for its room
  std::size_t line_ = 0;  // where the line that is being written begins
};

}  // namespace relais::calendar
