#pragma once

#include "core/base/json.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <type_traits>
#include <vector>

/// Writing plain structs as JSON: what is not known is absent.
namespace relais {

/// The member, unless the text is empty.
inline void put(Json& json, const char* member, const std::string& text) {
  if (!text.empty()) json[member] = text;
}

/// An array of what `write` makes of each thing.
template <class Thing>
Json list(const std::vector<Thing>& things, Json (*write)(const std::type_identity_t<Thing>&)) {
  Json out = Json::array();
  for (const Thing& thing : things) out.push_back(write(thing));
  return out;
}

}  // namespace relais
