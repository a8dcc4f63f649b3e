#include "core/journal/fold.hpp"
#include "core/journal/state_json.hpp"

#include "tests/property/drawn_desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace relais;

TEST_CASE("a fold that goes on as its journal grows gives the state of the whole, whatever comes in whatever parts") {
  int gone_on = 0, anew = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    SplitMix64 random(seed);
    const auto entries = drawn_desk::chained(drawn_desk::drafts(seed, 40));
    const std::span<const journal::Entry> all(entries);
    journal::Fold held;
    for (std::size_t done = 0; done < all.size();) {
      const std::size_t size = std::min<std::size_t>(1 + random.below(9), all.size() - done);
      const bool goes_on = held.add(all.subspan(done, size));
      done += size;
      if (!goes_on) held = journal::Fold(all.first(done));
      ++(goes_on ? gone_on : anew);
      REQUIRE(journal::digest(held.state()) == journal::digest(journal::fold(all.first(done))));
    }
  }
  CHECK(gone_on > 100);
  CHECK(anew > 10);
}

TEST_CASE("a fold does not go on with what changes what came before") {
  const auto entries = drawn_desk::chained(drawn_desk::drafts(1, 4));
  const std::span<const journal::Entry> all(entries);
  const auto takes = [&](std::span<const journal::Entry> held, journal::Entry next) {
    return journal::Fold(held).add({&next, 1});
  };
  journal::Entry late = entries[0], next = entries.back(), undoes = entries.back(), amends = entries.back();
  undoes.head.type = "entry.reverted";
  amends.head.type = "entry.amended";
  CHECK(takes(all.first(all.size() - 1), next));
  CHECK_FALSE(takes(all.first(all.size() - 1), undoes));
  CHECK_FALSE(takes(all.first(all.size() - 1), amends));
  CHECK_FALSE(takes(all, late));
  CHECK_FALSE(takes(all, next));
  std::vector<journal::Entry> twice(entries.begin(), entries.end() - 1);
  twice.push_back(twice.back());
  CHECK_FALSE(takes(twice, next));
}
