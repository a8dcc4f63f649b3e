#include "core/journal/moment.hpp"

namespace relais::journal {
namespace {

time::Instant to_instant(const Moment& moment, const time::Zone& zone, std::int32_t day_offset) {
  if (const auto* day = std::get_if<time::Day>(&moment)) return zone.to_instant(time::midnight(*day + day_offset));
  if (const auto* local = std::get_if<time::LocalTime>(&moment)) return zone.to_instant(*local);
  return *std::get_if<time::Instant>(&moment);
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  if (const auto day = time::parse_day(text)) return Moment(*day);
  if (const auto local = time::parse_local_time(text)) return Moment(*local);
  if (const auto instant = time::parse_instant(text)) return Moment(*instant);
  return std::nullopt;
}

std::string format(const Moment& moment) {
  return std::visit([](const auto& value) { return time::format(value); }, moment);
}

time::Instant deadline(const Moment& moment, const time::Zone& zone) { return to_instant(moment, zone, 1); }

time::Instant beginning(const Moment& moment, const time::Zone& zone) { return to_instant(moment, zone, 0); }

}  // namespace relais::journal
