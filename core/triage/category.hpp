#pragma once

#include "core/triage/evidence.hpp"

namespace relais::triage {

struct CategoryChoice {
  Category category = Category::information;
  std::array<int, category_count> points{};
};

/// The category with the most votes, after what the categories are to one another: a call back is one only where
/// nothing else is asked for, thanks only where nothing is.
CategoryChoice choose_category(const Evidence& evidence, const Request& request);

}  // namespace relais::triage
