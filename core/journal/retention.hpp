#pragma once

#include <string_view>

namespace relais::journal {

/// The retention class of a type's payload, the member `class` of a head: `request`, `task`, `contact`, `agenda`,
/// `work`, `desk`, `handover`, `trace`, and `other` for types that Relais does not know. A policy says how long each
/// class is kept.
std::string_view retention_class(std::string_view type);

}  // namespace relais::journal
