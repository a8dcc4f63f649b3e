#include "core/calendar/kept.hpp"

#include <nlohmann/json.hpp>

namespace relais::calendar {

Kept::Kept(Json value) {
  if (!value.empty()) value_ = std::make_shared<const Json>(std::move(value));
}

const Json& Kept::json() const {
  static const Json none = Json::object();
  return value_ ? *value_ : none;
}

bool operator==(const Kept& a, const Kept& b) { return a.json() == b.json(); }

}  // namespace relais::calendar
