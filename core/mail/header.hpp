#pragma once

#include "core/mail/message.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The header of a message or of one of its parts (RFC 5322 section 2.2), and the structured fields in it.
namespace relais::mail {

struct HeaderField {
  std::string name;   ///< as written
  std::string value;  ///< unfolded, raw bytes
  std::size_t line = 1;
};

struct Header {
  std::vector<HeaderField> fields;
  std::size_t body_at = 0;                   ///< the offset of the body
  std::size_t body_line = 1;                 ///< its line
  std::vector<std::size_t> malformed_lines;  ///< lines that are no field; skipped

  /// The value of the first field of that name, empty if there is none.
  std::string_view value(std::string_view name) const;
};

/// Reads up to the empty line. A text that does not begin with a field has no header: all of it is body.
Header read_header(std::string_view text, std::size_t first_line = 1);

/// `text/plain; charset="utf-8"`: the value in lower case and its parameters (RFC 2045 section 5.1, RFC 2231).
struct Parameterized {
  std::string value;
  std::map<std::string, std::string> parameters;
  std::string parameter(const std::string& name) const;
};
Parameterized read_parameterized(std::string_view text);

/// The mailboxes of an address list (RFC 5322 section 3.4); groups are opened, comments serve as names.
std::vector<Mailbox> read_mailboxes(std::string_view text);

/// `Tue, 10 Mar 2026 10:05:00 +0100` with its obsolete forms (RFC 5322 section 3.3 and 4.3).
std::optional<MailDate> read_date(std::string_view text);

/// A header's text: its encoded words, or its raw 8-bit bytes, as UTF-8.
std::string read_text(std::string_view value);

}  // namespace relais::mail
