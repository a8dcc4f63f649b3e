#include "core/triage/sender.hpp"

#include "core/base/text.hpp"
#include "core/triage/token.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace relais::triage {
namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits.size() > 9 ? digits.substr(digits.size() - 9) : digits;
}

}  // namespace

bool same_address(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (a.find('@') != std::string_view::npos) return equals_ignoring_case(trim(a), trim(b));
  const std::string left = digits_of(a);
  return left.size() >= 6 && left == digits_of(b);
}

bool is_vip(const Request& request, const policy::Client* client) {
  if (!client) return false;
  const auto same_text = [](const std::optional<std::string>& wanted, const std::string& given) {
    return !wanted || (!given.empty() && fold(*wanted) == fold(given));
  };
  const auto same_or_absent = [](const std::optional<std::string>& wanted, const std::string& given) {
    return !wanted || same_address(*wanted, given);
  };
  return std::any_of(client->vips.begin(), client->vips.end(), [&](const policy::Vip& vip) {
    const bool any = vip.name || vip.phone || vip.email || vip.company;
    return any && same_text(vip.name, request.from.name) && same_text(vip.company, request.from.company) &&
           same_or_absent(vip.phone, request.from.phone) && same_or_absent(vip.email, request.from.email);
  });
}

}  // namespace relais::triage
