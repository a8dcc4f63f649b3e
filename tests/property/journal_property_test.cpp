#include "core/base/random.hpp"
#include "core/desk/journal_operations.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace relais;

namespace {

Json drawn_value(SplitMix64& random, int depth) {
  switch (random.below(depth > 2 ? 4 : 6)) {
    case 0:
      return static_cast<std::int64_t>(random.below(1000)) - 500;
    case 1:
      return std::string(random.below(5), static_cast<char>('a' + random.below(26)));
    case 2:
      return random.below(2) == 0;
    case 3:
      return nullptr;
    case 4: {
      Json list = Json::array();
      for (auto n = random.below(4); n > 0; --n) list.push_back(drawn_value(random, depth + 1));
      return list;
    }
    default: {
      Json object = Json::object();
      for (auto n = random.below(4); n > 0; --n) {
        const std::string name(1, static_cast<char>('a' + random.below(26)));
        object[name] = drawn_value(random, depth + 1);
      }
      return object;
    }
  }
}

Json drawn_journal(SplitMix64& random) {
  std::vector<journal::Draft> drafts;
  const auto size = 2 + random.below(20);
  for (std::uint32_t i = 0; i < size; ++i) {
    journal::Draft draft;
    draft.at = {1773043200 + std::int64_t{i} * 60};
    draft.by = "ana";
    draft.type = random.below(2) == 0 ? "task.opened" : "of.tomorrow";
    draft.ref = "t" + std::to_string(random.below(5));
    draft.payload = {{"a", drawn_value(random, 0)}, {"b", drawn_value(random, 0)}};
    draft.salt = journal_fixture::salt(i);
    drafts.push_back(std::move(draft));
  }
  return journal::to_json(journal::append({}, drafts).value().entries);
}

// Changes one value anywhere below `value`.
void change(Json& value, SplitMix64& random) {
  if ((value.is_object() || value.is_array()) && !value.empty() && random.below(4) != 0) {
    auto item = value.begin();
    std::advance(item, random.below(static_cast<std::uint32_t>(value.size())));
    return change(*item, random);
  }
  const Json before = value;
  while (value == before) value = drawn_value(random, 0);
}

Json verify(const Json& entries, const Json& anchor) {
  return desk::journal_verify({{"entries", entries}, {"anchors", Json::array({anchor})}}).value();
}

}  // namespace

TEST_CASE("whatever one changes in a journal with an anchor is seen, at its entry or beside it") {
  for (std::uint64_t seed = 0; seed < 250; ++seed) {
    CAPTURE(seed);
    SplitMix64 random(seed);
    Json entries = drawn_journal(random);
    const Json whole = desk::journal_verify({{"entries", entries}}).value();
    const Json anchor{{"size", whole["size"]}, {"head", whole["head"]}};
    CHECK(verify(entries, anchor)["ok"] == true);
    const auto place = random.below(static_cast<std::uint32_t>(entries.size()));
    change(entries[place], random);
    const Json found = verify(entries, anchor);
    REQUIRE(found["ok"] == false);
    bool near = false;
    for (const Json& problem : found["problems"])
      near = near || std::abs(problem["seq"].get<int>() - int(place) - 1) <= 1;
    CHECK(near);
  }
}

TEST_CASE("a journal verifies whatever was erased from it, and forgets the words") {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    SplitMix64 random(seed);
    const Json entries = drawn_journal(random);
    Json seqs = Json::array({1});
    for (std::size_t seq = 2; seq <= entries.size(); ++seq) {
      if (random.below(3) == 0) seqs.push_back(seq);
    }
    const Json erased = desk::journal_erase({{"entries", entries}, {"seqs", seqs}, {"ground", "test"}}).value();
    CHECK(verify(erased["entries"], erased["tip"])["ok"] == true);
    for (const Json& seq : seqs) CHECK_FALSE(erased["entries"][seq.get<std::size_t>() - 1].contains("payload"));
  }
}
