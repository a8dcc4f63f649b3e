#pragma once

#include "core/base/json.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

/// Looking into a JSON object that need not have the member, nor one of that type.
namespace relais::calendar {

inline const std::string* text_of(const Json& json, const char* member) {
  const auto found = json.find(member);
  return found == json.end() ? nullptr : found->get_ptr<const std::string*>();
}

inline std::string text_or_empty(const Json& json, const char* member) {
  const std::string* text = text_of(json, member);
  return text ? *text : std::string();
}

inline std::int64_t number_or_zero(const Json& json, const char* member) {
  const auto found = json.find(member);
  const auto* number = found == json.end() ? nullptr : found->get_ptr<const std::int64_t*>();
  return number ? *number : 0;
}

}  // namespace relais::calendar
