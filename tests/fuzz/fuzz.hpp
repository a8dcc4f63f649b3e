#pragma once

#include "core/base/json.hpp"
#include "core/base/text.hpp"
#include "core/desk/operations.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

/// What the fuzz targets share. A target feeds bytes that nobody chose to operations, as any face could, and stops the
/// fuzzer where an answer is not one: a crash, a hang and a leak it sees by itself.
namespace relais::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// The head of `text` up to a line's end, taken off.
inline std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// Searches are given little effort, so that a run is short whatever the input asks for.
inline void bound_effort(Json& params) {
  constexpr std::int64_t most = 2000;
  if (!params.is_object()) return;
  const auto effort = params.find("effort");
  const auto* given = effort == params.end() ? nullptr : effort->get_ptr<const std::int64_t*>();
  const bool unusual = effort != params.end() && (!given || *given < most);
  if (!unusual) params["effort"] = most;
}

/// The result of an operation, or null where it answers an error. Every answer can be written and read again.
inline Json answer(std::string_view operation, const Json& params) {
  const Result<Json> answer = desk::run(operation, params);
  if (!answer.ok()) {
    require(name(answer.error().code) != "internal");
    require(parse_json(dump(to_json(answer.error()))).ok());
    return nullptr;
  }
  require(parse_json(dump(*answer)).ok());
  return *answer;
}

}  // namespace relais::fuzz
