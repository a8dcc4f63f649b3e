#include "core/agenda/cliques.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace relais::agenda {
namespace {

// Further apart than any horizon reaches.
constexpr std::int64_t beyond = 1 << 30;

std::size_t at(int place) { return static_cast<std::size_t>(place); }

constexpr double broken_by = 0.01;

bool has(const std::vector<std::uint64_t>& bits, std::size_t place) { return bits[place / 64] >> place % 64 & 1; }

}  // namespace

Cliques::Cliques(const Model& model, const Gaps& gaps) : model_(model), gaps_(gaps), neighbours_(model.kinds.size()) {
  const int kinds = static_cast<int>(model.kinds.size());
  if (kinds <= most_tabled) table_.assign(at(kinds) * at(kinds), -1);
  for (int a = 0; a < kinds; ++a) {
    for (int b = 0; b < kinds; ++b) {
      const std::int64_t apart = separation(model, gaps, model.kinds[at(a)], model.kinds[at(b)]);
      if (apart < 0) continue;
      neighbours_[at(a)].push_back(b);
      if (!table_.empty()) table_[at(a) * at(kinds) + at(b)] = static_cast<std::int32_t>(std::min(apart, beyond));
    }
  }
}

std::int64_t Cliques::separation_of(int before, int after) const {
  if (!table_.empty()) return table_[at(before) * model_.kinds.size() + at(after)];
  return separation(model_, gaps_, model_.kinds[at(before)], model_.kinds[at(after)]);
}

bool Cliques::exclude(int option, int other) const {
  const int kind = model_.kind_of[at(option)];
  const int other_kind = model_.kind_of[at(other)];
  if (model_.kinds[at(kind)].item == model_.kinds[at(other_kind)].item) return true;
  const std::int64_t after = separation_of(kind, other_kind);
  if (after < 0) return false;
  const std::int64_t start = model_.starts[at(option)];
  const std::int64_t other_start = model_.starts[at(other)];
  const std::int64_t before = separation_of(other_kind, kind);
  return other_start < start + model_.items[at(model_.kinds[at(kind)].item)].duration + after &&
         start < other_start + model_.items[at(model_.kinds[at(other_kind)].item)].duration + before;
}

std::vector<int> Cliques::excluded_by(int option) const {
  std::vector<int> out;
  const int kind = model_.kind_of[at(option)];
  const std::int64_t start = model_.starts[at(option)];
  const std::int64_t end = start + model_.items[at(model_.item_of(option))].duration;
  for (const int place : neighbours_[at(kind)]) {
    const Kind& other = model_.kinds[at(place)];
    const std::int64_t duration = model_.items[at(other.item)].duration;
    const auto first = model_.starts.begin() + other.first;
    const auto last = model_.starts.begin() + other.last;
    const auto from = std::upper_bound(first, last, start - duration - separation_of(place, kind));
    const auto to = std::lower_bound(first, last, end + separation_of(kind, place));
    for (auto one = from; one < to; ++one) out.push_back(static_cast<int>(one - model_.starts.begin()));
  }
  return out;
}

void Cliques::compare(const std::vector<Share>& shares) {
  excluded_.assign(shares.size(), std::vector<std::uint64_t>((shares.size() + 63) / 64, 0));
  for (std::size_t i = 0; i < shares.size(); ++i) {
    for (std::size_t j = i + 1; j < shares.size(); ++j) {
      if (!exclude(shares[i].option, shares[j].option)) continue;
      excluded_[i][j / 64] |= std::uint64_t{1} << j % 64;
      excluded_[j][i / 64] |= std::uint64_t{1} << i % 64;
    }
  }
  effort_ += static_cast<std::int64_t>(shares.size() * shares.size() / 256);
}

/// The set around one share that takes the largest that still fits, again and again.
Cliques::Found Cliques::grow(const std::vector<Share>& shares, std::size_t seed) const {
  Found found{{shares[seed].option}, shares[seed].value};
  std::vector<std::uint64_t> left = excluded_[seed];
  for (;;) {
    std::size_t best = shares.size();
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (has(left, i) && (best == shares.size() || shares[i].value > shares[best].value)) best = i;
    }
    if (best == shares.size()) return found;
    found.options.push_back(shares[best].option);
    found.sum += shares[best].value;
    for (std::size_t word = 0; word < left.size(); ++word) left[word] &= excluded_[best][word];
  }
}

/// The starts at which every option of a kind excludes all of `set`; that of its own item is no bar.
Cliques::Stretch Cliques::allowed(const std::vector<Stretch>& set, int kind) const {
  const int item = model_.kinds[at(kind)].item;
  const std::int64_t duration = model_.items[at(item)].duration;
  Stretch out{kind, std::numeric_limits<std::int64_t>::min() / 4, std::numeric_limits<std::int64_t>::max() / 4};
  for (const Stretch& other : set) {
    const int other_item = model_.kinds[at(other.kind)].item;
    if (other_item == item) continue;
    out.from = std::max(out.from, other.to - duration - separation_of(kind, other.kind) + 1);
    out.to = std::min(out.to, other.from + model_.items[at(other_item)].duration + separation_of(other.kind, kind) - 1);
  }
  return out;
}

bool Cliques::joins(const std::vector<Stretch>& set, int kind) const {
  const int item = model_.kinds[at(kind)].item;
  return std::all_of(set.begin(), set.end(), [&](const Stretch& other) {
    if (other.kind == kind) return false;
    return model_.kinds[at(other.kind)].item == item || separation_of(kind, other.kind) >= 0;
  });
}

Row Cliques::widened(const std::vector<int>& options) {
  std::vector<Stretch> set;
  std::int64_t anchor = std::numeric_limits<std::int64_t>::min();
  for (const int option : options) {
    const int kind = model_.kind_of[at(option)];
    const std::int64_t start = model_.starts[at(option)];
    anchor = std::max(anchor, start);
    const auto known = std::find_if(set.begin(), set.end(), [&](const Stretch& one) { return one.kind == kind; });
    if (known == set.end()) {
      set.push_back({kind, start, start});
    } else {
      *known = {kind, std::min(known->from, start), std::max(known->to, start)};
    }
  }
  const auto widen = [&](Stretch& one, std::int64_t latest) {
    const Stretch room = allowed(set, one.kind);
    one.from = std::min(one.from, room.from);
    one.to = std::max(one.to, std::min(room.to, latest));
  };
  for (Stretch& one : set) widen(one, anchor);
  for (const int kind : std::vector<int>(neighbours_[at(set.front().kind)])) {
    if (!joins(set, kind)) continue;
    Stretch fresh = allowed(set, kind);
    fresh.to = std::min(fresh.to, anchor);
    if (fresh.from <= fresh.to) set.push_back(fresh);
  }
  for (Stretch& one : set) widen(one, std::numeric_limits<std::int64_t>::max() / 4);
  for (std::size_t i = 0; i < set.size(); ++i) {
    const Item& item = model_.items[at(model_.kinds[at(set[i].kind)].item)];
    for (int kind = item.first_kind; kind < item.last_kind; ++kind) {
      if (!joins(set, kind)) continue;
      const Stretch fresh = allowed(set, kind);
      if (fresh.from <= fresh.to) set.push_back(fresh);
    }
  }
  effort_ += static_cast<std::int64_t>(set.size() * set.size() / 32);
  return to_row(set);
}

Row Cliques::to_row(const std::vector<Stretch>& set) const {
  Row row;
  for (const Stretch& one : set) {
    const Kind& kind = model_.kinds[at(one.kind)];
    const auto first = model_.starts.begin() + kind.first;
    const auto last = model_.starts.begin() + kind.last;
    const auto from = static_cast<int>(std::lower_bound(first, last, one.from) - model_.starts.begin());
    const auto to = static_cast<int>(std::upper_bound(first, last, one.to) - model_.starts.begin());
    if (from < to) row.runs.push_back({from, to, 1});
  }
  std::sort(row.runs.begin(), row.runs.end(), [](const Run& a, const Run& b) { return a.from < b.from; });
  return row;
}

std::vector<Row> Cliques::broken(const std::vector<Share>& shares, std::size_t most) {
  compare(shares);
  std::vector<Found> found;
  std::set<std::vector<int>> known;
  for (std::size_t seed = 0; seed < shares.size(); ++seed) {
    Found one = grow(shares, seed);
    if (one.sum < 1 + broken_by) continue;
    std::sort(one.options.begin(), one.options.end());
    if (known.insert(one.options).second) found.push_back(std::move(one));
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.sum > b.sum; });
  std::vector<Row> rows;
  for (std::size_t i = 0; i < found.size() && i < most; ++i) rows.push_back(widened(found[i].options));
  return rows;
}

}  // namespace relais::agenda
