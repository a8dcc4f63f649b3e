#pragma once

#include "core/base/json.hpp"

#include <memory>
#include <utility>

namespace relais::calendar {

/// Members that this program does not understand, held to be written out again. Copies share one value.
class Kept {
 public:
  Kept() = default;
  explicit Kept(Json value);

  bool empty() const { return !value_; }
  /// The members, an empty object if there are none.
  const Json& json() const;

 private:
  std::shared_ptr<const Json> value_;
};

bool operator==(const Kept& a, const Kept& b);

}  // namespace relais::calendar
