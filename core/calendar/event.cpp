#include "core/calendar/event.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace relais::calendar {

bool Participant::has_role(std::string_view role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string_view mail_address(std::string_view address) {
  constexpr std::string_view mailto = "mailto:";
  return equals_ignoring_case(address.substr(0, mailto.size()), mailto) ? address.substr(mailto.size())
                                                                        : std::string_view{};
}

std::string participant_id(std::string_view address) {
  const std::string_view mail = mail_address(address);
  std::string id((mail.empty() ? address : mail).substr(0, 200));
  for (char& c : id) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (!good) c = '-';
  }
  return id.empty() ? "unknown" : id;
}

bool prefers_duration(const Event& event) {
  const time::Duration length = event.duration.value_or(time::Duration{});
  if (event.all_day()) return length.seconds != 0 || length.days == 0;
  return length.days != 0 || length.seconds == 0;
}

}  // namespace relais::calendar
