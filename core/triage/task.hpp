#pragma once

#include <cstddef>
#include <cstdint>

namespace relais::triage {

/// Which of the three decisions the learned layer takes.
enum class Task : std::uint8_t { priority, category, action };
inline constexpr std::size_t task_count = 3;

}  // namespace relais::triage
