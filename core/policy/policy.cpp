#include "core/policy/policy.hpp"

#include <algorithm>

namespace relais::policy {
namespace {

template <class T>
const T* find_id(const std::vector<T>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Client* Policy::client(std::string_view id) const { return find_id(clients, id); }

const Assistant* Policy::assistant(std::string_view id) const { return find_id(assistants, id); }

}  // namespace relais::policy
