#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Errors are values. Every failure a caller can meet is one `Error`: a stable code that programs test, arguments
/// that complete its sentence in any language, and the place in the input that is wrong.
///
///     Error e{ErrorCode::missing_member, {{"member", "uid"}}, "/events/0"};
///     message(e);   // "The member \"uid\" is missing."
namespace relais {

enum class ErrorCode : std::uint8_t {
  cancelled,
  duplicate_id,
  duplicate_member,
  empty_input,
  input_too_large,
  internal,
  invalid_base64,
  invalid_calendar,
  invalid_csv,
  invalid_json,
  invalid_message,
  invalid_utf8,
  invalid_value,
  missing_member,
  out_of_range,
  too_deep,
  too_many,
  unknown_member,
  unknown_operation,
  unknown_reference,
  unknown_zone,
  unreadable_file,
  unsupported,
  wrong_type,
  count_,  // the number of codes, not a code
};

/// A named value that completes a sentence: an id, a number, a limit. Never another client's words.
struct Argument {
  std::string name;
  std::variant<std::int64_t, std::string> value;
  bool operator==(const Argument&) const = default;
};
using Arguments = std::vector<Argument>;

struct Error {
  ErrorCode code = ErrorCode::internal;
  Arguments args;
  std::string path;      ///< JSON Pointer (RFC 6901) into the parameters, or `line:column` of a text, both from 1.
  std::string expected;  ///< What would have been right, in a few English words; empty where the code says it all.
};

/// The stable name of a code as it leaves the core: `missing-member`.
std::string_view name(ErrorCode code);

/// The English sentence of a code, with `{argument}` places.
std::string_view sentence(ErrorCode code);

/// Puts `args` into the `{name}` places of `pattern`. A place without its argument stays as it is.
std::string fill(std::string_view pattern, const Arguments& args);

/// The English sentence of an error.
std::string message(const Error& error);

/// `{code, message, args, path, expected}`; the last three only where they say something.
nlohmann::json to_json(const Error& error);

/// `{name: value}` of all arguments.
nlohmann::json to_json(const Arguments& args);

}  // namespace relais
