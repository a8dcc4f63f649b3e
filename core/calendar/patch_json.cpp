#include "core/calendar/patch_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::calendar {
namespace {

std::string unescape_token(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool escape = token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
    out += !escape ? token[i] : token[i + 1] == '0' ? '~' : '/';
    if (escape) ++i;
  }
  return out;
}

bool apply_one(Json& target, std::string_view pointer, const Json& value) {
  Json* at = &target;
  while (at->is_object()) {
    const auto slash = pointer.find('/');
    const std::string token = unescape_token(pointer.substr(0, slash));
    if (slash == std::string_view::npos) {
      if (value.is_null()) {
        at->erase(token);
      } else {
        (*at)[token] = value;
      }
      return true;
    }
    const auto next = at->find(token);
    if (next == at->end()) return false;
    at = &*next;
    pointer.remove_prefix(slash + 1);
  }
  return false;
}

std::string child(const std::string& path, const std::string& name) {
  const std::string token = pointer("", name).substr(1);
  return path.empty() ? token : path + "/" + token;
}

// Whether naming each member would say more than the whole new value; keeps a patch no longer than what it makes.
bool shorter_whole(const Json& from, const Json& to) { return from.size() > 2 * to.size() + 8; }

// Depth is that of the JSON text, limits::json_depth at most.
void compare(const std::string& path, const Json& from, const Json& to, Json& patch) {
  for (auto item = from.begin(); item != from.end(); ++item) {
    if (!to.contains(item.key())) patch[child(path, item.key())] = nullptr;
  }
  for (auto item = to.begin(); item != to.end(); ++item) {
    const auto old = from.find(item.key());
    if (old != from.end() && *old == item.value()) continue;
    if (old != from.end() && old->is_object() && item->is_object() && !shorter_whole(*old, *item)) {
      compare(child(path, item.key()), *old, item.value(), patch);
    } else {
      patch[child(path, item.key())] = item.value();
    }
  }
}

}  // namespace

bool apply_patch(Json& target, const Json& patch) {
  for (auto item = patch.begin(); item != patch.end(); ++item) {
    if (!apply_one(target, item.key(), item.value())) return false;
  }
  return true;
}

Json make_patch(const Json& from, const Json& to) {
  Json patch = Json::object();
  compare("", from, to, patch);
  return patch;
}

}  // namespace relais::calendar
