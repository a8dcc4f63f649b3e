#include "core/journal/fold_step.hpp"

namespace relais::journal {

// The deepest member that the path leads into goes; above it, whatever held it.
bool Step::set_aside(Json& payload, std::string_view path) {
  for (; !path.empty(); path = path.substr(0, path.rfind('/'))) {
    const Json::json_pointer place{std::string(path)};
    if (!payload.contains(place)) continue;
    if (path == "/confidentiality") {
      payload[place] = "secret";
    } else if (Json& holder = payload[place.parent_pointer()]; holder.is_object()) {
      holder.erase(place.back());
    } else {
      continue;  // A list with a gap would say something else.
    }
    return true;
  }
  return false;
}

}  // namespace relais::journal
