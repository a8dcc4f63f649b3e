#pragma once

#include "core/base/json.hpp"
#include "core/policy/policy.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What is wrong with a policy, all of it at once: what its reader refuses, and what it would read without complaint
/// though it cannot be meant: rules that never fire, ids that stand twice, references to nothing.
namespace relais::policy {

struct Problem {
  Reason reason;
  std::string path;      ///< JSON Pointer inside the policy
  std::string expected;  ///< for the reader's errors: what would have been right
};

/// What the rest of the house knows and this room does not.
struct Vocabulary {
  std::span<const std::string_view> signals, categories, channels;
};

/// The policy as far as it can be read, with a problem for each thing that could not.
struct LenientPolicy {
  Policy policy;
  std::vector<Problem> problems;
};
LenientPolicy read_leniently(const Json& json);

/// What a readable policy says that cannot be meant. In the order of the policy's sections.
std::vector<Problem> check(const Policy& policy, const Vocabulary& vocabulary);

}  // namespace relais::policy
