#pragma once

#include "core/time/civil.hpp"
#include "core/time/duration.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Values of iCalendar properties (RFC 5545 section 3.3), from text and to text.
namespace relais::calendar {

/// DATE and DATE-TIME (sections 3.3.4 and 3.3.5).
struct IcsTime {
  enum class Form : std::uint8_t { local, utc, day } form = Form::local;
  time::LocalTime at;  ///< midnight for a day; read as UTC for `utc`
  bool operator==(const IcsTime&) const = default;
};

/// `20260310T100000`, `20260310T100000Z`, `20260310`; years 0001–9999; second 60 is read as 59.
std::optional<IcsTime> parse_ics_time(std::string_view text);
std::string format_ics_time(const IcsTime& value);
void append_ics_time(std::string& out, const IcsTime& value);

/// `+0100`, `-033000` (section 3.3.14), in seconds, less than a day. `+0100` is written with seconds only if needed.
std::optional<std::int32_t> parse_utc_offset(std::string_view text);
std::string format_utc_offset(std::int32_t seconds);

/// A duration as section 3.3.6 has it, and with the leniency that files need: lower case, `P1W2D`, a sign before it.
std::optional<time::Duration> parse_ics_duration(std::string_view text);

/// Digits with a sign or none, nothing else; within ±10^15.
std::optional<std::int64_t> parse_signed(std::string_view text);

/// TEXT (section 3.3.11): `\n` and `\N` are line ends, any other character after a backslash is itself;
/// controls other than tab are left out, as in writing.
std::string unescape_text(std::string_view text);
/// Whether every character of a TEXT stands for itself: what is unescaped is the same.
bool is_plain_text(std::string_view text);
/// Backslash, semicolon, comma and line end escaped; other controls than tab are left out.
void append_escaped_text(std::string& out, std::string_view text);

}  // namespace relais::calendar
