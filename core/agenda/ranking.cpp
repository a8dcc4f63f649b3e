#include "core/agenda/ranking.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

bool are_twins(const Model& model, int a, int b) {
  return model.starts[at(a)] == model.starts[at(b)] && model.costs[at(a)] == model.costs[at(b)] &&
         model.kind(a).people == model.kind(b).people;
}

}  // namespace

std::span<const int> Ranking::twins(int item, int rank) const {
  const std::size_t place = at(first_twins[at(item)] + rank);
  return std::span(options).subspan(at(twins_from[place]), at(twins_from[place + 1] - twins_from[place]));
}

Ranking rank_options(const Model& model, const std::vector<std::int64_t>& keys, const std::vector<bool>& dead) {
  Ranking out;
  const auto before = [&](int a, int b) {
    if (keys[at(a)] != keys[at(b)]) return keys[at(a)] < keys[at(b)];
    if (model.costs[at(a)] != model.costs[at(b)]) return model.costs[at(a)] < model.costs[at(b)];
    if (model.starts[at(a)] != model.starts[at(b)]) return model.starts[at(a)] < model.starts[at(b)];
    if (model.kind(a).people != model.kind(b).people) return model.kind(a).people < model.kind(b).people;
    return a < b;
  };
  for (const Item& item : model.items) {
    const auto first = static_cast<std::ptrdiff_t>(out.options.size());
    for (int option = item.first; option < item.last; ++option) {
      if (dead.empty() || !dead[at(option)]) out.options.push_back(option);
    }
    std::sort(out.options.begin() + first, out.options.end(), before);
    out.first_twins.push_back(static_cast<int>(out.twins_from.size()));
    for (auto i = at(static_cast<int>(first)); i < out.options.size(); ++i) {
      const bool fresh = i == at(static_cast<int>(first)) || !are_twins(model, out.options[i - 1], out.options[i]);
      if (fresh) out.twins_from.push_back(static_cast<int>(i));
    }
  }
  out.first_twins.push_back(static_cast<int>(out.twins_from.size()));
  out.twins_from.push_back(static_cast<int>(out.options.size()));
  return out;
}

}  // namespace relais::agenda
