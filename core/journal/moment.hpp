#pragma once

#include "core/time/civil.hpp"
#include "core/time/zone.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace relais::journal {

/// A time as people write it into a journal: a day, a time on their wall, or an instant.
using Moment = std::variant<time::Day, time::LocalTime, time::Instant>;

/// `2026-03-10`, `2026-03-10T17:00:00`, `2026-03-10T16:00:00Z`.
std::optional<Moment> parse_moment(std::string_view text);
std::string format(const Moment& moment);

/// The instant by which it must have happened: a day ends with its last second, `zone` tells the rest.
time::Instant deadline(const Moment& moment, const time::Zone& zone);

/// The first instant of it.
time::Instant beginning(const Moment& moment, const time::Zone& zone);

}  // namespace relais::journal
