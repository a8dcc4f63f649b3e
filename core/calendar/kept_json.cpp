#include "core/base/limits.hpp"
#include "core/calendar/event_parts_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::calendar {
namespace {

const std::string* text_of(const Json& json) { return json.get_ptr<const std::string*>(); }

void wrong(Reading& reading, const std::string& path, const char* expected) {
  reading.fail({ErrorCode::wrong_type, {}, path, expected});
}

// Names go into a calendar file as they are, so they must be names there (RFC 5545 section 3.1).
bool is_name(const std::string& text) {
  if (text.empty()) return false;
  for (const char c : text) {
    const bool good =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/' || c == '*';
    if (!good) return false;
  }
  return true;
}

class ComponentReader {
 public:
  explicit ComponentReader(Reading& reading) : reading_(reading) {}
  void read_list(const Json& list, const std::string& path, int parent, int depth);
  std::vector<KeptComponent> take() { return std::move(out_); }

 private:
  void read_one(const Json& json, const std::string& path, int parent, int depth);

  Reading& reading_;
  std::vector<KeptComponent> out_;
};

void ComponentReader::read_list(const Json& list, const std::string& path, int parent, int depth) {
  if (!list.is_array()) return wrong(reading_, path, "an array of jCal components");
  if (depth > limits::calendar_depth) {
    return reading_.fail({ErrorCode::too_deep, {{"limit", limits::calendar_depth}}, path, ""});
  }
  for (std::size_t i = 0; i < list.size() && !reading_.failed(); ++i) {
    read_one(list[i], pointer(path, i), parent, depth);
  }
}

void ComponentReader::read_one(const Json& json, const std::string& path, int parent, int depth) {
  const bool good = json.is_array() && json.size() == 3 && text_of(json[0]) && json[1].is_array();
  if (!good || !is_name(*text_of(json[0]))) return wrong(reading_, path, "[name, [properties], [components]]");
  KeptComponent component{*text_of(json[0]), parent, {}};
  for (std::size_t i = 0; i < json[1].size(); ++i) {
    component.properties.push_back(read_kept_property(json[1][i], pointer(pointer(path, 1), i), reading_));
  }
  const int place = static_cast<int>(out_.size());
  out_.push_back(std::move(component));
  read_list(json[2], pointer(path, 2), place, depth + 1);
}

}  // namespace

Parameters read_parameters(const Json& json, const std::string& path, Reading& reading) {
  Parameters out;
  if (!json.is_object()) wrong(reading, path, "an object of parameters");
  for (auto item = json.begin(); json.is_object() && item != json.end(); ++item) {
    std::vector<std::string> values;
    if (text_of(*item)) values.push_back(*text_of(*item));
    if (item->is_array()) {
      for (const Json& value : *item) {
        if (text_of(value)) values.push_back(*text_of(value));
      }
    }
    if (values.empty() || !is_name(item.key())) wrong(reading, path, "a lower-case name with a text or texts");
    out.emplace_back(item.key(), std::move(values));
  }
  return out;
}

Json parameters_to_json(const Parameters& parameters) {
  Json out = Json::object();
  for (const auto& [name, values] : parameters) {
    if (values.size() == 1) {
      out[name] = values.front();
    } else {
      out[name] = values;
    }
  }
  return out;
}

KeptProperty read_kept_property(const Json& json, const std::string& path, Reading& reading) {
  const bool good = json.is_array() && json.size() == 4 && text_of(json[0]) && text_of(json[2]) && text_of(json[3]);
  const bool structural = good && (*text_of(json[0]) == "begin" || *text_of(json[0]) == "end");
  if (!good || structural || !is_name(*text_of(json[0]))) {
    wrong(reading, path, "[name, {parameters}, \"unknown\", value]");
    return {};
  }
  return {*text_of(json[0]), read_parameters(json[1], pointer(path, 1), reading), *text_of(json[3])};
}

Json kept_property_to_json(const KeptProperty& property) {
  return Json::array({property.name, parameters_to_json(property.parameters), "unknown", property.value});
}

std::vector<KeptProperty> read_kept_properties(ObjectReader& object, std::string_view member) {
  std::vector<KeptProperty> out;
  const Json& list = object.any(member);
  if (list.is_null()) return out;
  if (!list.is_array()) wrong(object.reading(), object.path_of(member), "an array of jCal properties");
  for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
    out.push_back(read_kept_property(list[i], pointer(object.path_of(member), i), object.reading()));
  }
  return out;
}

Json kept_properties_to_json(const std::vector<KeptProperty>& properties) {
  Json out = Json::array();
  for (const KeptProperty& property : properties) out.push_back(kept_property_to_json(property));
  return out;
}

std::vector<KeptComponent> read_kept_components(ObjectReader& object, std::string_view member) {
  const Json& list = object.any(member);
  if (list.is_null()) return {};
  ComponentReader reader(object.reading());
  reader.read_list(list, object.path_of(member), -1, 1);
  return reader.take();
}

Json kept_components_to_json(const std::vector<KeptComponent>& components) {
  // Children follow their parent in the list, so each can be moved into its parent from the back.
  std::vector<Json> built;
  built.reserve(components.size());
  for (const KeptComponent& component : components) {
    built.push_back(Json::array({component.name, kept_properties_to_json(component.properties), Json::array()}));
  }
  std::vector<std::vector<std::size_t>> children(components.size());
  std::vector<std::size_t> roots;
  for (std::size_t i = 0; i < components.size(); ++i) {
    (components[i].parent < 0 ? roots : children[static_cast<std::size_t>(components[i].parent)]).push_back(i);
  }
  for (std::size_t i = components.size(); i-- > 0;) {
    for (const std::size_t child : children[i]) built[i][2].push_back(std::move(built[child]));
  }
  Json out = Json::array();
  for (const std::size_t root : roots) out.push_back(std::move(built[root]));
  return out;
}

}  // namespace relais::calendar
