#pragma once

#include <cstddef>
#include <cstdint>

/// Every limit of the core, in one place. One past a limit is an error that names it; never a cut, a hang or a crash.
namespace relais::limits {

inline constexpr std::size_t input_bytes = 32u << 20;  ///< One text handed to an operation: 32 MiB.
inline constexpr int json_depth = 100;                 ///< Nested arrays and objects.
inline constexpr std::int64_t json_integer = (std::int64_t{1} << 53) - 1;  ///< RFC 8259 section 6, either sign.

inline constexpr std::size_t policy_problems = 200;  ///< `policy.check` reports the reader's errors up to this many.

inline constexpr int first_year = 1;  ///< Civil years, as RFC 3339 writes them in four digits.
inline constexpr int last_year = 9999;

}  // namespace relais::limits
