#include "core/base/limits.hpp"
#include "core/policy/check.hpp"
#include "core/policy/policy_json.hpp"

#include <nlohmann/json.hpp>

#include <charconv>

namespace relais::policy {
namespace {

std::string unescape(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] == '~' && i + 1 < token.size()) {
      out += token[++i] == '1' ? '/' : '~';
    } else {
      out += token[i];
    }
  }
  return out;
}

// Takes the value at a JSON Pointer out of `json`; false if that would move array elements or there is none.
bool remove_at(Json& json, std::string_view path) {
  Json* here = &json;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string token = unescape(path.substr(0, end));
    path.remove_prefix(end);
    if (here->is_object()) {
      const auto found = here->find(token);
      if (found == here->end()) return false;
      if (path.empty()) return here->erase(found), true;
      here = &*found;
    } else {
      std::size_t index = 0;
      const auto parsed = std::from_chars(token.data(), token.data() + token.size(), index);
      if (!here->is_array() || parsed.ec != std::errc{} || index >= here->size() || path.empty()) return false;
      here = &(*here)[index];
    }
  }
  return false;
}

Problem to_problem(const Error& error) {
  return {{std::string(name(error.code)), error.args}, error.path, error.expected};
}

// Reads one thing again and again, each time without what the last reading refused.
template <class Read>
auto read_repairing(Json json, const std::string& path, std::vector<Problem>& problems, Read read) {
  while (true) {
    Reading reading;
    ObjectReader object(json, path, reading);
    auto value = read(object);
    if (!reading.failed()) return value;
    if (problems.size() >= limits::policy_problems) return value;
    const Error& error = reading.error();
    problems.push_back(to_problem(error));
    if (error.path.size() <= path.size() || !remove_at(json, std::string_view(error.path).substr(path.size()))) {
      return value;
    }
  }
}

template <class T, class Read>
void read_section(Json& json, std::string_view member, std::vector<T>& out, std::vector<Problem>& problems, Read read) {
  const auto found = json.find(std::string(member));
  if (found == json.end()) return;
  if (found->is_array()) {
    for (std::size_t i = 0; i < found->size(); ++i) {
      out.push_back(read_repairing((*found)[i], pointer(pointer("", member), i), problems, read));
    }
  } else if (!found->is_null()) {
    problems.push_back(to_problem({ErrorCode::wrong_type, {}, pointer("", member), "an array of objects"}));
  }
  json.erase(found);
}

}  // namespace

LenientPolicy read_leniently(const Json& json) {
  LenientPolicy out;
  if (!json.is_object()) {
    out.problems.push_back(to_problem({ErrorCode::wrong_type, {}, "", "an object"}));
    return out;
  }
  Json rest = json;
  read_section(rest, "assistants", out.policy.assistants, out.problems, read_assistant);
  read_section(rest, "clients", out.policy.clients, out.problems, read_client);
  read_section(rest, "serviceLevels", out.policy.service_levels, out.problems, read_service_level);
  read_section(rest, "rules", out.policy.rules, out.problems, read_rule);
  read_section(rest, "followUps", out.policy.follow_ups, out.problems, read_follow_up);
  read_section(rest, "templates", out.policy.templates, out.problems, read_template);
  const Policy settings = read_repairing(rest, "", out.problems, [](ObjectReader& object) {
    Policy policy;
    read_settings(object, policy);
    object.finish();
    return policy;
  });
  out.policy.pause_in = settings.pause_in;
  out.policy.weights = settings.weights;
  out.policy.retention = settings.retention;
  if (out.problems.size() >= limits::policy_problems) {
    const auto limit = static_cast<std::int64_t>(limits::policy_problems);
    out.problems.push_back(to_problem({ErrorCode::too_many, {{"limit", limit}, {"what", "problems"}}, "", ""}));
  }
  return out;
}

}  // namespace relais::policy
