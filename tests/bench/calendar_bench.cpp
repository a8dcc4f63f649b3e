#include "core/calendar/expand.hpp"
#include "core/calendar/export_ics.hpp"
#include "core/calendar/import_ics.hpp"
#include "core/calendar/recurrence.hpp"

#include <libical/ical.h>
#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

// Relais and libical at the same work, one after the other, in CPU time. Usage: RULES FILE YEAR ROUNDS; RULES has a
// start and a rule a line. Prints a line a measurement, `work engine seconds amount`; tests/bench/calendar.mjs sums up.
namespace {

using namespace relais;

constexpr int occurrences = 1000;

struct Rule {
  std::string start, text;
};

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Rule> read_rules(const char* path) {
  std::ifstream file(path);
  std::vector<Rule> rules;
  for (Rule rule; file >> rule.start >> rule.text;) rules.push_back(rule);
  return rules;
}

void measure(const char* work, const char* engine, const std::function<std::int64_t()>& run) {
  malloc_trim(0);  // what the engine before has freed is not this one's work
  const std::clock_t began = std::clock();
  const std::int64_t amount = run();
  const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  std::printf("%s %s %.6f %lld\n", work, engine, seconds, static_cast<long long>(amount));
  std::fflush(stdout);
}

template <class T>
T must(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "%s at %s\n", std::string(name(result.error().code)).c_str(), result.error().path.c_str());
  std::exit(1);
}

// The sum of the first thousand.
std::int64_t recur(const Rule& rule) {
  const auto start = calendar::parse_ics_time(rule.start);
  calendar::Recurrence all(must(calendar::parse_rrule(rule.text)), start->at, calendar::Recurrence::Form::time,
                           nullptr);
  std::int64_t sum = 0;
  for (int i = 0; i < occurrences; ++i) {
    const auto next = all.next();
    if (!next) break;
    sum += next->local.seconds;
  }
  return sum;
}

std::int64_t libical_recur(const Rule& rule) {
  icalrecur_iterator* all = icalrecur_iterator_new(icalrecurrencetype_from_string(rule.text.c_str()),
                                                   icaltime_from_string(rule.start.c_str()));
  std::int64_t sum = 0;
  for (int i = 0; i < occurrences; ++i) {
    const icaltimetype next = icalrecur_iterator_next(all);
    if (icaltime_is_null_time(next)) break;
    sum += icaltime_as_timet(next);
  }
  icalrecur_iterator_free(all);
  return sum;
}

// The rules on which both agree: libical ends every rule in the year 2582.
std::vector<Rule> common(const std::vector<Rule>& rules) {
  std::vector<Rule> out;
  for (const Rule& rule : rules) {
    if (recur(rule) == libical_recur(rule)) out.push_back(rule);
  }
  return out;
}

std::int64_t all_of(const std::vector<Rule>& rules, std::int64_t (*one)(const Rule&)) {
  for (const Rule& rule : rules) one(rule);
  return static_cast<std::int64_t>(rules.size()) * occurrences;
}

calendar::ExportRequest import(std::string text) {
  auto file = must(calendar::IcsFile::open(std::move(text)));
  calendar::ExportRequest all;
  while (auto event = file.next()) all.events.push_back(std::move(*event));
  all.info = file.info();
  return all;
}

const time::Instant year_begins = *time::parse_instant("2026-01-01T00:00:00Z");
const time::Instant year_ends = *time::parse_instant("2027-01-01T00:00:00Z");

std::int64_t expand(const std::vector<calendar::Event>& events) {
  const auto all = must(calendar::expand(events, {year_begins, year_ends}, *time::find_zone("Etc/UTC")));
  return static_cast<std::int64_t>(all.occurrences.size());
}

void count_one(icalcomponent*, icaltime_span*, void* count) { ++*static_cast<std::int64_t*>(count); }

std::int64_t libical_expand(icalcomponent* calendar) {
  const auto begin = icaltime_from_timet_with_zone(year_begins.seconds, 0, icaltimezone_get_utc_timezone());
  const auto end = icaltime_from_timet_with_zone(year_ends.seconds, 0, icaltimezone_get_utc_timezone());
  std::int64_t count = 0;
  for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    icalcomponent_foreach_recurrence(event, begin, end, count_one, &count);
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const auto rules = common(read_rules(argv[1]));
  const auto file = read(argv[2]);
  const auto year = read(argv[3]);
  const auto events = import(file);
  const auto recurring = import(year).events;
  icalcomponent* const libical_events = icalparser_parse_string(file.c_str());
  icalcomponent* const libical_recurring = icalparser_parse_string(year.c_str());
  for (int round = 0; round < std::atoi(argv[4]); ++round) {
    measure("recurrence", "relais", [&] { return all_of(rules, recur); });
    measure("recurrence", "libical", [&] { return all_of(rules, libical_recur); });
    std::string handed_over = file;  // the copy that stays for the next round is nobody's work
    measure("parse", "relais", [&] {
      auto reader = must(calendar::IcsFile::open(std::move(handed_over)));
      std::int64_t count = 0;
      while (reader.next()) ++count;
      return count;
    });
    measure("parse", "libical", [&] {
      icalcomponent* all = icalparser_parse_string(file.c_str());
      const int count = icalcomponent_count_components(all, ICAL_VEVENT_COMPONENT);
      icalcomponent_free(all);
      return std::int64_t{count};
    });
    measure("write", "relais", [&] { return std::int64_t{!must(calendar::export_ics(events)).empty()}; });
    measure("write", "libical", [&] {
      char* text = icalcomponent_as_ical_string_r(libical_events);
      std::free(text);
      return std::int64_t{text != nullptr};
    });
    measure("year", "relais", [&] { return expand(recurring); });
    measure("year", "libical", [&] { return libical_expand(libical_recurring); });
  }
  icalcomponent_free(libical_events);
  icalcomponent_free(libical_recurring);
}
