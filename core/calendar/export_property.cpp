#include "core/calendar/export_property.hpp"

namespace relais::calendar {

std::string upper_name(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return out;
}

void write_property(LineWriter& out, const KeptProperty& property) {
  out.begin(property.name);
  for (const auto& [name, values] : property.parameters) out.parameter(name, values);
  out.value(property.value);
  out.end();
}

void write_components(LineWriter& out, const std::vector<KeptComponent>& components) {
  // Children follow their parent: a component ends where one comes that is not below it.
  std::vector<int> open;
  const auto close_to = [&](int parent) {
    while (!open.empty() && open.back() != parent) {
      out.line("END", upper_name(components[static_cast<std::size_t>(open.back())].name));
      open.pop_back();
    }
  };
  for (std::size_t i = 0; i < components.size(); ++i) {
    close_to(components[i].parent);
    out.line("BEGIN", upper_name(components[i].name));
    for (const KeptProperty& property : components[i].properties) write_property(out, property);
    open.push_back(static_cast<int>(i));
  }
  close_to(-1);
}

}  // namespace relais::calendar
