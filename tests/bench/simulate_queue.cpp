// A desk of two assistants, simulated minute by minute from a seed, to compare orders of work. Classes are known as
// well as a classifier that is right three times in four knows it: of each request alike, or of some more surely than
// of others, as calibrated probabilities are. Prints one JSON object: for each desk and order the weighted tardiness an
// item and the longest wait of a low one, in minutes. "classes known" is the order with which no class is in doubt.
//
//     build/release/tests/bench/relais_simulate [SEED=1] [ITEMS=20000]
#include "core/triage/queue.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace {

using relais::triage::order_of_work;
using relais::triage::Waiting;

constexpr std::array<std::int64_t, 4> allowed{15, 120, 480, 1440};
constexpr std::array<double, 4> cost{64, 16, 4, 1};
constexpr double right = 0.75;
constexpr int assistants = 2;

struct Desk {
  const char* name;
  double load;
  bool alike;                   // every class as sure as every other
  std::array<double, 4> prior;  // shares of critical, high, normal and low
};

constexpr Desk desks[] = {
    {"90 %", 0.90, true, {0.10, 0.25, 0.40, 0.25}},
    {"90 %, surer of some than of others", 0.90, false, {0.10, 0.25, 0.40, 0.25}},
    {"80 %", 0.80, true, {0.10, 0.25, 0.40, 0.25}},
    {"95 %", 0.95, true, {0.10, 0.25, 0.40, 0.25}},
    {"90 %, little urgent", 0.90, true, {0.05, 0.20, 0.45, 0.30}},
    {"90 %, much urgent", 0.90, true, {0.15, 0.30, 0.35, 0.20}},
};

// How likely a class is taken for another: a wrong one is any of the three alike.
double taken_for(double certainty, std::size_t truth, std::size_t said) {
  return truth == said ? certainty : (1 - certainty) / 3;
}

struct Item {
  std::int64_t came = 0, minutes = 5;
  std::size_t truth = 0, said = 0;
  std::array<std::int64_t, 4> probabilities{};
};

std::vector<Item> make(const Desk& desk, std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  const auto uniform = [&] { return static_cast<double>(random() >> 11) / 9007199254740992.0; };
  constexpr std::array<std::int64_t, 8> lengths{1, 2, 3, 4, 6, 8, 10, 22};
  constexpr double mean = 7;
  const double gap = mean / assistants / desk.load;
  std::vector<Item> items;
  double clock = 0;
  for (std::size_t i = 0; i < count; ++i) {
    clock -= gap * std::log(1 - uniform());
    Item item;
    item.came = static_cast<std::int64_t>(clock);
    item.minutes = lengths[random() % lengths.size()];
    const auto draw = [&](auto share) {
      double left = uniform();
      std::size_t at = 0;
      while (at < 3 && (left -= share(at)) > 0) ++at;
      return at;
    };
    item.truth = draw([&](std::size_t at) { return desk.prior[at]; });
    const double certainty = desk.alike ? right : 1 - 2 * (1 - right) * uniform();
    item.said = draw([&](std::size_t at) { return taken_for(certainty, item.truth, at); });
    double sum = 0;
    for (std::size_t k = 0; k < 4; ++k) sum += desk.prior[k] * taken_for(certainty, k, item.said);
    for (std::size_t k = 0; k < 4; ++k)
      item.probabilities[k] = std::lround(1000 * desk.prior[k] * taken_for(certainty, k, item.said) / sum);
    items.push_back(item);
  }
  return items;
}

using Choose = std::function<std::size_t(const std::vector<const Item*>&, std::int64_t now)>;

template <typename Key>
Choose least(Key key) {
  return [key](const std::vector<const Item*>& waiting, std::int64_t) {
    const auto before = [&](const Item* a, const Item* b) { return key(*a) < key(*b); };
    return static_cast<std::size_t>(std::min_element(waiting.begin(), waiting.end(), before) - waiting.begin());
  };
}

std::size_t first_by_cost(const std::vector<const Item*>& waiting, std::int64_t now, bool known) {
  std::vector<Waiting> queue;
  for (const Item* item : waiting) {
    Waiting one;
    one.probabilities = item->probabilities;
    if (known) {
      one.probabilities = {};
      one.probabilities[item->truth] = 1000;
    }
    one.minutes = item->minutes;
    one.age = now - item->came;
    for (std::size_t k = 0; k < 4; ++k) one.slack[k] = item->came + allowed[k] - now;
    queue.push_back(one);
  }
  return order_of_work(queue, std::nullopt).front().index;
}

void simulate(const char* name, const std::vector<Item>& items, const Choose& choose, bool last) {
  std::vector<std::int64_t> free(assistants, 0);
  std::vector<const Item*> waiting;
  double tardiness = 0;
  std::int64_t longest = 0;
  std::size_t next = 0;
  while (next < items.size() || !waiting.empty()) {
    const auto who = std::min_element(free.begin(), free.end());
    std::int64_t now = *who;
    if (waiting.empty()) now = std::max(now, items[next].came);
    while (next < items.size() && items[next].came <= now) waiting.push_back(&items[next++]);
    const std::size_t at = choose(waiting, now);
    const Item& item = *waiting[at];
    waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(at));
    const std::int64_t late = std::max<std::int64_t>(0, now - item.came - allowed[item.truth]);
    tardiness += cost[item.truth] * static_cast<double>(late);
    if (item.truth == 3) longest = std::max(longest, now - item.came);
    *who = now + item.minutes;
  }
  std::printf("    \"%s\": {\"tardiness\": %.3f, \"longestLow\": %lld}%s\n", name,
              tardiness / static_cast<double>(items.size()), static_cast<long long>(longest), last ? "" : ",");
}

}  // namespace

int main(int count, char** arguments) {
  const std::uint64_t seed = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1;
  const std::size_t size = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 20000;
  std::printf("{\n");
  for (const Desk& desk : desks) {
    const std::vector<Item> items = make(desk, seed, size);
    std::printf("  \"%s\": {\n", desk.name);
    simulate("first in, first out", items, least([](const Item& item) { return item.came; }), false);
    simulate("static priority", items,
             least([](const Item& item) { return static_cast<std::int64_t>(item.said) * 100'000'000 + item.came; }),
             false);
    simulate("earliest due date", items, least([](const Item& item) { return item.came + allowed[item.said]; }), false);
    simulate(
        "expected cost", items, [](const auto& waiting, auto now) { return first_by_cost(waiting, now, false); },
        false);
    simulate(
        "classes known", items, [](const auto& waiting, auto now) { return first_by_cost(waiting, now, true); }, true);
    std::printf("  }%s\n", &desk == std::end(desks) - 1 ? "" : ",");
  }
  std::printf("}\n");
}
