#include "core/base/text.hpp"
#include "core/calendar/import_event.hpp"

/// VALARM (RFC 5545 section 3.6.6, RFC 9074).
namespace relais::calendar {
namespace {

bool take_trigger(const ComponentTree& tree, const IcsProperty& trigger, TimeReader& times, Alert& alert) {
  const std::string_view value = trim(trigger.value);
  if (const auto offset = parse_ics_duration(value)) {
    alert.offset = *offset;
    alert.from_end = equals_ignoring_case(tree.parameter(trigger, "RELATED"), "END");
    return true;
  }
  if (!equals_ignoring_case(tree.parameter(trigger, "VALUE"), "DATE-TIME") && !parse_ics_time(value)) return false;
  alert.when = times.read_instant(trigger);
  return alert.when.has_value();
}

// What the export writes where the standard wants a description and there is none.
bool is_title(std::string_view description, std::string_view title) {
  return unescape_text(description) == (title.empty() ? "-" : title);
}

}  // namespace

std::optional<Alert> import_alarm(const ComponentTree& tree, const IcsComponent& component, TimeReader& times,
                                  std::string_view title) {
  const IcsProperty* trigger = tree.find(component, PropertyName::trigger);
  Alert alert;
  if (component.first_child >= 0 || !trigger || !take_trigger(tree, *trigger, times, alert)) return std::nullopt;
  for (std::int32_t at = component.first_property; at >= 0; at = tree.property(at).next) {
    const IcsProperty& property = tree.property(at);
    if (&property == trigger) continue;
    const bool plain = property.parameter_count == 0;
    const auto is = [&](std::string_view name) { return plain && equals_ignoring_case(property.name, name); };
    if (is("ACTION") && alert.action.empty()) {
      alert.action = lower_name(trim(property.value));
    } else if (is("UID") && alert.uid.empty()) {
      alert.uid = property.value;
    } else if (is("ACKNOWLEDGED") && !alert.acknowledged) {
      alert.acknowledged = times.read_instant(property);
      if (!alert.acknowledged) alert.properties.push_back(tree.keep(property));
    } else if (is("DESCRIPTION") && is_title(property.value, title)) {
      continue;
    } else {
      alert.properties.push_back(tree.keep(property));
    }
  }
  return alert;
}

}  // namespace relais::calendar
