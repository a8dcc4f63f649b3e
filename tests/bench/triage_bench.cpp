#include "core/base/json.hpp"
#include "core/triage/rank_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

/// Times what ranking is made of, on the parameters of `triage.rank` from standard input: `{"requests", "parse",
/// "labels", "rank", "write", "again", "oneMore", "order"}`, in seconds for all of them. `labels` is what a classifier
/// of texts does, request to decisions; `again` ranks what was read before, `oneMore` that and one request that was
/// not; `order` puts as many as 10,000 into working order.
namespace {

using namespace relais;
using namespace relais::triage;

std::string input() {
  std::string text;
  for (int c = std::getchar(); c != EOF; c = std::getchar()) text += static_cast<char>(c);
  return text;
}

// The least of several runs.
template <class Work>
double seconds(int runs, Work work) {
  double least = 1e300;
  for (int i = 0; i < runs; ++i) {
    const auto began = std::chrono::steady_clock::now();
    work();
    least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  }
  return least;
}

std::size_t decide(const RankParameters& parameters) {
  std::size_t sure = 0;
  for (const Request& request : parameters.requests) {
    const Evidence evidence = read_evidence(request, request.received_at.value_or(time::LocalTime{}));
    const Learned says = consult(parameters.model, request, evidence, judge_by_rules(request, evidence));
    sure += says.category && says.category->second > 500;
  }
  return sure;
}

std::vector<Waiting> queue(std::size_t count) {
  std::vector<Waiting> items(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto n = static_cast<std::int64_t>(i);
    items[i].probabilities = {n % 7 * 100, 200, 700 - n % 7 * 100, 100};
    items[i].slack = {n * 7919 % 500 - 100, n * 7919 % 900, n * 7919 % 2000, 3000};
    items[i].age = n * 31 % 900;
    items[i].minutes = 1 + n % 8;
  }
  return items;
}

}  // namespace

int main() {
  const std::string text = input();
  auto parameters = read_rank_parameters(parse_json(text).value());
  if (!parameters.ok()) return 1;
  const double parse = seconds(3, [&] { static_cast<void>(read_rank_parameters(parse_json(text).value())); });
  std::size_t sure = 0;
  const double labels = seconds(3, [&] { sure += decide(*parameters); });
  const double first = seconds(3, [&] { sure += rank(*parameters).items.size(); });
  const Ranking ranking = rank(*parameters);
  const double write = seconds(3, [&] { sure += json_text(ranking).size(); });
  Readings held;
  static_cast<void>(rank(*parameters, &held));
  const double again = seconds(3, [&] { static_cast<void>(rank(*parameters, &held)); });
  const double one_more = seconds(3, [&] {
    parameters->requests.back().body += '.';
    static_cast<void>(rank(*parameters, &held));
  });
  const std::vector<Waiting> items = queue(10'000);
  const double order = seconds(3, [&] { sure += order_of_work(items, 480).size(); });
  std::printf(
      "{\"requests\": %zu, \"parse\": %.6f, \"labels\": %.6f, \"rank\": %.6f, \"write\": %.6f, \"again\": %.6f, "
      "\"oneMore\": %.6f, \"order\": %.6f, \"sure\": %zu}\n",
      parameters->requests.size(), parse, labels, first, write, again, one_more, order, sure);
}
