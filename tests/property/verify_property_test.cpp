#include "core/journal/verify.hpp"

#include "tests/property/drawn_desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

using namespace relais;
using journal::ProblemKind;

namespace {

using Lines = std::vector<Json>;

Lines lines_of(const std::vector<journal::Entry>& entries) {
  Lines lines;
  for (const journal::Entry& entry : entries) lines.push_back(journal::to_json(entry));
  return lines;
}

journal::Verification verified(const Lines& lines, const std::vector<journal::Tip>& anchors) {
  std::vector<journal::ReadLine> read;
  for (const Json& line : lines) read.push_back(journal::read_line(line));
  return journal::verify(read, {anchors, {}, {}});
}

std::string first_problem(const Lines& lines, const std::vector<journal::Tip>& anchors) {
  const journal::Verification found = verified(lines, anchors);
  if (found.problems.empty()) return "";
  return std::to_string(found.problems.front().seq) + " " + std::string(name(found.problems.front().kind));
}

std::string expected(std::size_t seq, ProblemKind kind) { return std::to_string(seq) + " " + std::string(name(kind)); }

/// A way to damage the entry at a place of a journal, and what is to be found first.
struct Damage {
  const char* what;
  std::string (*inflict)(Lines& lines, std::size_t place, SplitMix64& random);
};

const Damage damages[] = {
    {"a payload is edited",
     [](Lines& lines, std::size_t place, SplitMix64& random) {
       lines[place]["payload"]["forged"] = random.below(1000);
       return expected(place + 1, ProblemKind::payload);
     }},
    {"a salt is exchanged",
     [](Lines& lines, std::size_t place, SplitMix64& random) {
       lines[place]["salt"] = journal_fixture::salt(1000000 + random.below(1000));
       return expected(place + 1, ProblemKind::payload);
     }},
    {"a head is edited",
     [](Lines& lines, std::size_t place, SplitMix64& random) {
       constexpr const char* members[] = {"by", "ref", "type", "client", "class", "forged"};
       lines[place]["head"][members[random.below(6)]] = "mallory";
       const bool is_last = place + 1 == lines.size();  // No entry knows it; the anchor does.
       return expected(place + 1, is_last ? ProblemKind::anchor : ProblemKind::edited);
     }},
    {"an entry is forged in the place of another's seq",
     [](Lines& lines, std::size_t place, SplitMix64&) {
       Json forged = lines[place];
       forged["head"]["by"] = "mallory";
       lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place) + 1, forged);
       return expected(place + 1, ProblemKind::duplicate);
     }},
    {"an entry is taken out",
     [](Lines& lines, std::size_t place, SplitMix64&) {
       const bool is_last = place + 1 == lines.size();
       lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(place));
       return expected(place + 1, is_last ? ProblemKind::cut : ProblemKind::missing);
     }},
    {"two entries are exchanged",
     [](Lines& lines, std::size_t place, SplitMix64&) {
       const std::size_t first = place + 1 == lines.size() ? place - 1 : place;
       std::swap(lines[first], lines[first + 1]);
       return expected(first + 1, ProblemKind::order);
     }},
    {"words are gone, and no entry says that they were erased",
     [](Lines& lines, std::size_t place, SplitMix64&) {
       lines[place].erase("payload");
       lines[place].erase("salt");
       return expected(place + 1, ProblemKind::unerased);
     }},
    {"a line is torn",
     [](Lines& lines, std::size_t place, SplitMix64& random) {
       if (random.below(2) == 0) {
         lines[place] = "torn";
       } else {
         lines[place]["head"].erase("prev");
       }
       return expected(place + 1, ProblemKind::malformed);
     }},
};

}  // namespace

TEST_CASE("whatever is done to one entry, verifying names it first, and the kind of damage") {
  for (const Damage& damage : damages) {
    CAPTURE(damage.what);
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      CAPTURE(seed);
      SplitMix64 random(seed);
      const auto entries = drawn_desk::chained(drawn_desk::drafts(seed, 6));
      Lines lines = lines_of(entries);
      const journal::Tip anchor{entries.back().head.seq, entries.back().hash};
      REQUIRE(first_problem(lines, {anchor}) == "");
      const auto place = random.below(static_cast<std::uint32_t>(lines.size()));
      const std::string wanted = damage.inflict(lines, place, random);
      CHECK(first_problem(lines, {anchor}) == wanted);
    }
  }
}

TEST_CASE("a cut tail, or one that is written anew, is seen by any anchor beyond it and by none before it") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    CAPTURE(seed);
    const auto drafts = drawn_desk::drafts(seed, 5);
    const auto entries = drawn_desk::chained(drafts);
    for (std::size_t kept = 0; kept < entries.size(); ++kept) {
      const std::vector<journal::Entry> cut(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(kept));
      std::vector<journal::Draft> other = drafts;
      other[kept].by = "mallory";
      const Lines cut_lines = lines_of(cut), anew = lines_of(drawn_desk::chained(other));
      for (std::size_t held = 1; held <= entries.size(); ++held) {
        const journal::Tip anchor{static_cast<std::int64_t>(held), entries[held - 1].hash};
        CHECK(first_problem(cut_lines, {anchor}) == (held > kept ? expected(held, ProblemKind::cut) : ""));
        CHECK(first_problem(anew, {anchor}) == (held > kept ? expected(held, ProblemKind::anchor) : ""));
      }
    }
  }
}
