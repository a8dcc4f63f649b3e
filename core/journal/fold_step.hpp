#pragma once

#include "core/base/json_reader.hpp"
#include "core/journal/effective.hpp"
#include "core/journal/state.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relais::journal {

/// Where things stand in a list of the state, by id.
class Places {
 public:
  template <class Thing>
  Thing* find(std::vector<Thing>& things, const std::string& id) const {
    const auto found = places_.find(id);
    return found == places_.end() ? nullptr : &things[found->second];
  }

  template <class Thing>
  Thing& find_or_add(std::vector<Thing>& things, const std::string& id) {
    const auto [place, added] = places_.try_emplace(id, things.size());
    if (added) things.emplace_back();
    return things[place->second];
  }

 private:
  std::map<std::string, std::size_t> places_;
};

/// One entry on its way into the state.
struct Step {
  State& state;
  const Effective& effective;

  const Head& head() const { return effective.entry->head; }
  const Json* payload() const { return effective.payload; }  ///< Null if it is erased.
  void odd(Oddity::Kind kind) const { state.oddities.push_back({head().seq, kind}); }

  void add_sources(Sources& sources) const {
    sources.push_back(head().seq);
    if (!effective.amendment) return;
    const std::int64_t amendment = effective.amendment->head.seq;
    sources.insert(std::upper_bound(sources.begin(), sources.end(), amendment), amendment);
  }

  template <class Thing>
  void keep(Thing& place, Thing after) const {
    add_sources(after.sources);
    place = std::move(after);
  }

  /// A thing as `read` changes it by the payload. A member that cannot be read is told and set aside, and the others
  /// are taken in: a slip in one loses no task. An erased payload leaves `thing` as it is.
  template <class Thing, class Read>
  std::optional<Thing> changed(const Thing& thing, Read read) const {
    if (!payload()) return thing;
    std::optional<Json> mended;
    while (true) {
      Thing tried = thing;
      Reading reading;
      ObjectReader object(mended ? *mended : *payload(), "", reading);
      read(object, tried);
      if (!reading.failed()) return tried;
      if (!mended) odd(Oddity::Kind::payload);
      if (!mended) mended = *payload();
      if (!set_aside(*mended, reading.error().path)) return std::nullopt;
    }
  }

 private:
  /// Takes away what the path leads to; false if there is nothing. Whoever wrote how secret a thing is meant
  /// it to be: if that cannot be read, the thing is secret.
  static bool set_aside(Json& payload, std::string_view path);
};

}  // namespace relais::journal
