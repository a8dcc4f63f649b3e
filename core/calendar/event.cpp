#include "core/calendar/event.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace relais::calendar {
namespace {

// What an id is made of, never empty.
std::string_view id_source(std::string_view address) {
  constexpr std::size_t most = 200;
  const std::string_view mail = mail_address(address);
  const std::string_view source = (mail.empty() ? address : mail).substr(0, most);
  return source.empty() ? "unknown" : source;
}

char id_character(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
  const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  return good ? c : '-';
}

}  // namespace

bool Participant::has_role(std::string_view role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string_view mail_address(std::string_view address) {
  constexpr std::string_view mailto = "mailto:";
  return equals_ignoring_case(address.substr(0, mailto.size()), mailto) ? address.substr(mailto.size())
                                                                        : std::string_view{};
}

std::string participant_id(std::string_view address) {
  std::string id(id_source(address));
  std::transform(id.begin(), id.end(), id.begin(), id_character);
  return id;
}

bool has_usual_id(const Participant& participant) {
  const std::string_view source = id_source(participant.address);
  return std::equal(source.begin(), source.end(), participant.id.begin(), participant.id.end(),
                    [](char written, char read) { return id_character(written) == read; });
}

bool prefers_duration(const Event& event) {
  const time::Duration length = event.duration.value_or(time::Duration{});
  if (event.all_day()) return length.seconds != 0 || length.days == 0;
  return length.days != 0 || length.seconds == 0;
}

}  // namespace relais::calendar
