#include "core/agenda/board.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace relais::agenda {
namespace {

// Further apart than any horizon reaches.
constexpr std::int64_t beyond = 1 << 30;

std::size_t at(int place) { return static_cast<std::size_t>(place); }

/// The bits of one word that lie in [from, to), both counted from the word's first.
std::uint64_t mask(int from, int to) {
  const std::uint64_t up_to = to >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << to) - 1;
  return up_to & ~((std::uint64_t{1} << from) - 1);
}

}  // namespace

Board::Board(const Ground& ground, const Model& model)
    : ground_(ground), model_(model), gaps_(ground.gaps()), travel_(!ground.problem().travel.empty()) {
  number_points();
  number_uses();
  number_crews();
  words_ = (points_.size() + 63) / 64;
  bits_.assign(resources_.size() * words_, 0);
  owner_.assign(resources_.size() * points_.size(), -1);
  chosen_.assign(model.items.size(), -1);
  for (const Load& load : model.loads) load_left_.push_back(load.left);
  options_of_person_.resize(travel_ ? ground.problem().people.size() : 0);
}

void Board::number_points() {
  // The kinds of an item differ in little but their room: most starts of one are those of the one before.
  for (std::size_t i = 0; i < model_.kinds.size(); ++i) {
    const auto starts = [&](const Kind& kind) {
      return std::span(model_.starts).subspan(at(kind.first), at(kind.last - kind.first));
    };
    const auto own = starts(model_.kinds[i]);
    const auto known = i == 0 ? own.first(0) : starts(model_.kinds[i - 1]);
    std::set_difference(own.begin(), own.end(), known.begin(), known.end(), std::back_inserter(points_));
  }
  std::sort(points_.begin(), points_.end());
  points_.erase(std::unique(points_.begin(), points_.end()), points_.end());
  for (const std::int64_t start : model_.starts) {
    const auto found = std::lower_bound(points_.begin(), points_.end(), start);
    point_of_.push_back(static_cast<int>(found - points_.begin()));
  }
}

int Board::resource(int number) {
  return resources_.emplace(number, static_cast<int>(resources_.size())).first->second;
}

int Board::length_class(std::int64_t seconds) {
  const auto known = std::find(lengths_.begin(), lengths_.end(), seconds);
  if (known != lengths_.end()) return static_cast<int>(known - lengths_.begin());
  lengths_.push_back(seconds);
  std::vector<int> until;
  std::size_t next = 0;
  for (const std::int64_t point : points_) {
    while (next < points_.size() && points_[next] < point + seconds) ++next;
    until.push_back(static_cast<int>(next));
  }
  until_.push_back(std::move(until));
  return static_cast<int>(lengths_.size()) - 1;
}

void Board::number_uses() {
  const int rooms_from = static_cast<int>(ground_.problem().people.size());
  for (const Kind& kind : model_.kinds) {
    const Item& item = model_.items[at(kind.item)];
    std::vector<Use> uses;  // people first, the room last
    for (const int person : kind.people) {
      uses.push_back({resource(person), length_class(item.duration + gaps_.after(person, item.event))});
    }
    if (kind.room >= 0) uses.push_back({resource(rooms_from + kind.room), length_class(item.duration)});
    uses_.push_back(std::move(uses));
  }
}

/// Kinds of one item that differ in their room alone are one crew: how far two crews must lie apart is worked out once.
void Board::number_crews() {
  std::vector<Kind> crews;
  for (const Kind& kind : model_.kinds) {
    const bool known = !crews.empty() && crews.back().item == kind.item && crews.back().people == kind.people;
    if (!known) crews.push_back(kind);
    if (!known) crews.back().room = -1;
    crew_of_.push_back(static_cast<int>(crews.size()) - 1);
  }
  if (crews.size() > most_crews) return;
  crews_ = crews.size();
  for (const Kind& before : crews) {
    for (const Kind& after : crews) {
      apart_.push_back(static_cast<std::int32_t>(std::min(separation(model_, gaps_, before, after), beyond)));
    }
  }
}

Board::Range Board::range(int option, const Use& use) const {
  const int from = point_of_[at(option)];
  return {from, until_[at(use.length)][at(from)]};
}

bool Board::is_free(int resource, Range range) const {
  const std::uint64_t* bits = bits_.data() + at(resource) * words_;
  for (int word = range.from / 64; word <= (range.to - 1) / 64; ++word) {
    if (bits[word] & mask(std::max(range.from - word * 64, 0), range.to - word * 64)) return false;
  }
  return true;
}

void Board::set(int resource, Range range, int item, bool taken) {
  std::uint64_t* bits = bits_.data() + at(resource) * words_;
  for (int word = range.from / 64; word <= (range.to - 1) / 64; ++word) {
    const std::uint64_t part = mask(std::max(range.from - word * 64, 0), range.to - word * 64);
    bits[word] = taken ? bits[word] | part : bits[word] & ~part;
  }
  int* owner = owner_.data() + at(resource) * points_.size();
  std::fill(owner + range.from, owner + range.to, taken ? item : -1);
}

bool Board::crew_fits(int option) const {
  const auto& uses = uses_[at(model_.kind_of[at(option)])];
  const std::size_t people = model_.kind(option).people.size();
  for (std::size_t i = 0; i < people; ++i) {
    if (!is_free(uses[i].resource, range(option, uses[i]))) return false;
  }
  return loads_allow(option) && (!travel_ || apart_by_travel(option));
}

bool Board::room_fits(int option) const {
  if (model_.kind(option).room < 0) return true;
  const Use& use = uses_[at(model_.kind_of[at(option)])].back();
  return is_free(use.resource, range(option, use));
}

bool Board::loads_allow(int option) const {
  for (const LoadShare& share : model_.shares(option)) {
    if (load_left_[at(share.load)] < share.seconds) return false;
  }
  return true;
}

bool Board::exclude(int option, int other) const {
  const int kind = model_.kind_of[at(option)];
  const int other_kind = model_.kind_of[at(other)];
  const std::int64_t start = model_.starts[at(option)];
  const std::int64_t other_start = model_.starts[at(other)];
  const std::int64_t after = separation_of(kind, other_kind);
  if (after < 0) return false;
  const std::int64_t before = separation_of(other_kind, kind);
  return other_start < start + model_.items[at(model_.item_of(option))].duration + after &&
         start < other_start + model_.items[at(model_.item_of(other))].duration + before;
}

std::int64_t Board::separation_of(int kind, int other) const {
  const Kind& before = model_.kinds[at(kind)];
  const Kind& after = model_.kinds[at(other)];
  if (apart_.empty()) return separation(model_, gaps_, before, after);
  if (before.item == after.item) return -1;
  const std::int32_t crews = apart_[at(crew_of_[at(kind)]) * crews_ + at(crew_of_[at(other)])];
  return crews < 0 && before.room >= 0 && before.room == after.room ? 0 : crews;
}

bool Board::apart_by_travel(int option) const {
  for (const int person : model_.kind(option).people) {
    for (const int other : options_of_person_[at(person)]) {
      if (exclude(option, other)) return false;
    }
  }
  return true;
}

void Board::place(int option) {
  const Kind& kind = model_.kind(option);
  for (const Use& use : uses_[at(model_.kind_of[at(option)])]) set(use.resource, range(option, use), kind.item, true);
  for (const LoadShare& share : model_.shares(option)) load_left_[at(share.load)] -= share.seconds;
  if (travel_) {
    for (const int person : kind.people) options_of_person_[at(person)].push_back(option);
  }
  chosen_[at(kind.item)] = option;
}

void Board::remove(int option) {
  const Kind& kind = model_.kind(option);
  for (const Use& use : uses_[at(model_.kind_of[at(option)])]) set(use.resource, range(option, use), kind.item, false);
  for (const LoadShare& share : model_.shares(option)) load_left_[at(share.load)] += share.seconds;
  if (travel_) {
    for (const int person : kind.people) std::erase(options_of_person_[at(person)], option);
  }
  chosen_[at(kind.item)] = -1;
}

void Board::blockers(int option, std::vector<int>& out) const {
  for (const Use& use : uses_[at(model_.kind_of[at(option)])]) {
    const Range taken = range(option, use);
    const int* owner = owner_.data() + at(use.resource) * points_.size();
    for (int point = taken.from; point < taken.to; ++point) {
      const bool known = owner[point] < 0 || std::find(out.begin(), out.end(), owner[point]) != out.end();
      if (!known) out.push_back(owner[point]);
    }
  }
}

bool Board::neighbours_hold(std::span<const int> items) const {
  if (!travel_) return true;
  return std::all_of(items.begin(), items.end(), [&](int place) {
    const Item& item = model_.items[at(place)];
    for (int kind = item.first_kind; kind < item.last_kind; ++kind) {
      const auto& people = model_.kinds[at(kind)].people;
      if (!std::all_of(people.begin(), people.end(), [&](int person) { return line_holds(person); })) return false;
    }
    return true;
  });
}

bool Board::line_holds(int person) const {
  struct Stop {
    std::int64_t from = 0, to = 0;
    int event = 0;
    bool fixed = false;
  };
  std::vector<Stop> line;
  for (const int option : options_of_person_[at(person)]) {
    const Item& item = model_.items[at(model_.item_of(option))];
    line.push_back({model_.starts[at(option)], model_.starts[at(option)] + item.duration, item.event, false});
  }
  for (const int place : ground_.fixed_of(person)) {
    const Fixed& fixed = ground_.fixed()[at(place)];
    line.push_back({fixed.span.from.seconds, fixed.span.to.seconds, fixed.event, true});
  }
  std::stable_sort(line.begin(), line.end(), [](const Stop& a, const Stop& b) { return a.from < b.from; });
  for (std::size_t i = 1; i < line.size(); ++i) {
    const bool both_fixed = line[i - 1].fixed && line[i].fixed;
    const std::int64_t gap = line[i].from - line[i - 1].to;
    if (!both_fixed && gap < gaps_.between(person, line[i - 1].event, line[i].event)) return false;
  }
  return true;
}

}  // namespace relais::agenda
