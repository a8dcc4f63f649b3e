#include "core/handover/contracts.hpp"

#include <algorithm>
#include <set>

namespace relais::handover {
namespace {

int month_of(time::Day day) {
  const time::Date date = time::to_date(day);
  return date.year * 12 + date.month;
}

Balance balance_of(const policy::Client& client, const journal::Worked& worked, time::Day today) {
  const policy::Contract& contract = *client.contract;
  Balance balance{client.id, contract.minutes, 0, worked.sources};
  const bool monthly = contract.per == "month";
  const int now = month_of(today);
  std::int64_t spent = 0;
  for (const auto& [day, minutes] : worked.days) {
    const bool counts = !monthly || contract.carry_over || month_of(time::Day{day}) == now;
    if (counts) spent += minutes;
  }
  if (monthly && contract.carry_over && !worked.days.empty()) {
    const int months = std::max(0, now - month_of(time::Day{worked.days.begin()->first}));
    balance.granted += months * contract.minutes;
  }
  balance.left = balance.granted - spent;
  return balance;
}

}  // namespace

std::vector<Balance> balances(const View& view) {
  std::set<std::string_view> touched;
  for (const journal::Task& task : view.state.tasks) {
    if (task.open) touched.insert(task.client);
  }
  const time::Day today = time::day_of(time::LocalTime{view.at.seconds});
  std::vector<Balance> out;
  for (const policy::Client& client : view.policy.clients) {
    if (!client.contract || client.contract->kind != "package" || client.contract->minutes <= 0) continue;
    const auto found = view.state.worked.find(client.id);
    if (found == view.state.worked.end() && !touched.contains(client.id)) continue;
    out.push_back(balance_of(client, found == view.state.worked.end() ? journal::Worked{} : found->second, today));
  }
  std::stable_sort(out.begin(), out.end(), [](const Balance& a, const Balance& b) { return a.client < b.client; });
  return out;
}

}  // namespace relais::handover
