#include "core/base/random.hpp"
#include "core/calendar/ics_value.hpp"
#include "core/calendar/recurrence.hpp"

#include "tests/oracle/plain_recurrence.hpp"

#include <doctest/doctest.h>
#include <libical/ical.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// Rules drawn from a seed, read three times: by the core, by a plain reading of RFC 5545 section 3.3.10, and by
// libical.
using namespace relais;
using namespace relais::calendar;

namespace {

constexpr std::size_t most = 12;
constexpr int rules = 1500;
constexpr int last_year = 2060;  // looked at

struct Drawn {
  std::string start, rule;
};

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : random_(seed) {}

  Drawn next() {
    Drawn out{start(), ""};
    const char* frequencies[] = {"YEARLY", "MONTHLY", "WEEKLY", "DAILY"};
    const std::uint32_t frequency = random_.below(4);
    out.rule = std::string("FREQ=") + frequencies[frequency];
    if (chance(2)) out.rule += ";INTERVAL=" + number(2, 4);
    if (frequency == 0) yearly(out.rule);
    if (frequency == 1) monthly(out.rule);
    if (frequency == 2) weekly(out.rule);
    if (frequency == 3) daily(out.rule);
    if (chance(5)) out.rule += ";COUNT=" + number(1, 9);
    return out;
  }

 private:
  bool chance(std::uint32_t one_in) { return random_.below(one_in) == 0; }
  std::string number(int least, int most_of_it) {
    return std::to_string(least + static_cast<int>(random_.below(static_cast<std::uint32_t>(most_of_it - least + 1))));
  }
  std::string day() {
    const char* days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return days[random_.below(7)];
  }
  std::string start() {
    const auto two = [](std::string text) { return text.size() < 2 ? "0" + text : text; };
    const std::string date = number(2015, 2026) + two(number(1, 12)) + two(number(1, 28));
    return date + "T" + two(number(0, 23)) + "3000";
  }
  // One to three values, each once.
  template <class One>
  std::string list(const char* part, One one) {
    std::vector<std::string> values;
    for (std::uint32_t i = 0; i <= random_.below(3); ++i) {
      std::string value = one();
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
    }
    std::string out = std::string(";") + part + "=";
    for (const std::string& value : values) out += value + ",";
    out.pop_back();
    return out;
  }
  std::string months() {
    return list("BYMONTH", [&] { return number(1, 12); });
  }
  std::string month_days() {
    return list("BYMONTHDAY", [&] { return chance(4) ? number(-5, -1) : number(1, 31); });
  }
  std::string weekdays() {
    return list("BYDAY", [&] { return day(); });
  }
  std::string numbered_weekdays() {
    return list("BYDAY", [&] { return (chance(3) ? number(-2, -1) : number(1, 4)) + day(); });
  }

  void yearly(std::string& rule) {
    switch (random_.below(5)) {
      case 0:
        return void(rule += months() + (chance(2) ? month_days() : numbered_weekdays()));
      case 1:
        return void(rule += months() + weekdays());
      case 2:
        return void(rule += list("BYYEARDAY", [&] { return chance(4) ? number(-100, -1) : number(1, 365); }));
      case 3:
        return void(rule += list("BYWEEKNO", [&] { return number(1, 52); }) + weekdays());
      default:
        return;
    }
  }
  void monthly(std::string& rule) {
    switch (random_.below(4)) {
      case 0:
        return void(rule += month_days());
      case 1:
        return void(rule += numbered_weekdays());
      case 2:
        return void(rule += weekdays() + ";BYSETPOS=" + (chance(2) ? number(-2, -1) : number(1, 3)));
      default:
        return void(rule += chance(2) ? months() : weekdays());
    }
  }
  void weekly(std::string& rule) {
    if (chance(2)) rule += weekdays();
    if (chance(3)) rule += ";WKST=" + day();
    if (chance(5)) rule += months();
  }
  void daily(std::string& rule) {
    if (chance(3)) rule += months();
    if (chance(3)) rule += weekdays();
    if (chance(6)) rule += month_days();
  }

  SplitMix64 random_;
};

using Times = std::vector<time::LocalTime>;

Times by_core(const RecurrenceRule& rule, time::LocalTime start, time::Day end) {
  Recurrence recurrence(rule, start, Recurrence::Form::time, nullptr);
  Times out;
  while (out.size() < most) {
    const auto next = recurrence.next();
    if (!next || time::day_of(next->local) >= end) break;
    out.push_back(next->local);
  }
  return out;
}

Times by_libical(const Drawn& drawn) {
  icalrecur_iterator* all = icalrecur_iterator_new(icalrecurrencetype_from_string(drawn.rule.c_str()),
                                                   icaltime_from_string(drawn.start.c_str()));
  Times out;
  while (all && out.size() < most) {
    const icaltimetype next = icalrecur_iterator_next(all);
    if (icaltime_is_null_time(next) || next.year >= last_year) break;
    out.push_back({static_cast<std::int64_t>(icaltime_as_timet(next))});
  }
  if (all) icalrecur_iterator_free(all);
  return out;
}

// Where libical 3.0.16 says otherwise, each judged against it by RFC 5545 section 3.3.10.
constexpr const char* from_end =
    "the table limits DAILY by BYMONTHDAY, and \"valid values are 1 to 31 or -31 to -1\": it leaves those from the end "
    "out";
constexpr const char* first_week =
    "an interval of weeks counts from the week, by WKST, that holds DTSTART: it counts from the next day that BYDAY "
    "has";
constexpr const char* week_year =
    "BYWEEKNO counts the weeks of ISO 8601, whose first and last days may lie in another year: it counts them to that";

struct Judged {
  const char* start;
  const char* rule;
  const char* because;
};
constexpr Judged judged[] = {
    {"20170928T063000", "FREQ=DAILY;INTERVAL=4;BYDAY=SA,FR;BYMONTHDAY=29,20,-2", from_end},
    {"20220706T043000", "FREQ=DAILY;BYMONTHDAY=-2;COUNT=3", from_end},
    {"20250127T133000", "FREQ=DAILY;INTERVAL=3;BYMONTHDAY=7,-2;COUNT=2", from_end},
    {"20250917T223000", "FREQ=DAILY;INTERVAL=4;BYMONTH=5,7;BYMONTHDAY=-1,-3", from_end},
    {"20220310T213000", "FREQ=DAILY;INTERVAL=2;BYMONTHDAY=-1,17,5", from_end},
    {"20210920T143000", "FREQ=DAILY;INTERVAL=3;BYMONTH=7;BYMONTHDAY=6,-3", from_end},
    {"20210326T043000", "FREQ=DAILY;INTERVAL=4;BYDAY=SU;BYMONTHDAY=-4", from_end},
    {"20230220T163000", "FREQ=DAILY;INTERVAL=3;BYMONTHDAY=21,-3", from_end},
    {"20161007T013000", "FREQ=DAILY;BYMONTH=12,11;BYMONTHDAY=19,-5", from_end},
    {"20251107T013000", "FREQ=DAILY;INTERVAL=3;BYDAY=SA;BYMONTHDAY=-4", from_end},
    {"20240221T023000", "FREQ=DAILY;INTERVAL=2;BYMONTHDAY=-5,2", from_end},
    {"20190314T043000", "FREQ=DAILY;BYMONTH=11,12;BYMONTHDAY=17,-3,16", from_end},
    {"20160807T193000", "FREQ=DAILY;INTERVAL=2;BYDAY=TH,MO;BYMONTHDAY=-3,17,-1", from_end},
    {"20150126T063000", "FREQ=DAILY;INTERVAL=3;BYMONTH=7,4;BYMONTHDAY=27,-1", from_end},
    {"20200127T053000", "FREQ=DAILY;INTERVAL=2;BYDAY=FR,TH;BYMONTHDAY=-4,14", from_end},
    {"20220114T223000", "FREQ=DAILY;BYMONTH=8,5;BYDAY=TU;BYMONTHDAY=11,-1", from_end},
    {"20220604T223000", "FREQ=DAILY;INTERVAL=2;BYMONTHDAY=14,-2,3", from_end},
    {"20200413T063000", "FREQ=DAILY;INTERVAL=2;BYMONTHDAY=-3", from_end},
    {"20260227T183000", "FREQ=DAILY;INTERVAL=3;BYMONTH=7,6;BYMONTHDAY=9,19,-3", from_end},
    {"20261122T143000", "FREQ=DAILY;INTERVAL=3;BYMONTHDAY=-2", from_end},
    {"20180202T043000", "FREQ=DAILY;BYDAY=MO,SA;BYMONTHDAY=3,-2", from_end},
    {"20150417T023000", "FREQ=DAILY;BYMONTHDAY=25,-4", from_end},
    {"20231106T113000", "FREQ=DAILY;BYMONTHDAY=9,-4", from_end},
    {"20200725T233000", "FREQ=DAILY;INTERVAL=4;BYDAY=SU,WE;BYMONTHDAY=-5", from_end},
    {"20220513T123000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=FR", first_week},
    {"20190418T133000", "FREQ=WEEKLY;INTERVAL=4;BYDAY=SU,MO;WKST=TU;COUNT=5", first_week},
    {"20150717T073000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SA;COUNT=1", first_week},
    {"20180925T113000", "FREQ=WEEKLY;INTERVAL=4;BYDAY=SU,FR;WKST=SA", first_week},
    {"20220521T053000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=FR;COUNT=8", first_week},
    {"20221024T053000", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU", first_week},
    {"20260806T153000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=FR", first_week},
    {"20250726T043000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SA;COUNT=1", first_week},
    {"20160822T023000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=WE", first_week},
    {"20181027T053000", "FREQ=WEEKLY;INTERVAL=4;BYDAY=SU", first_week},
    {"20170226T083000", "FREQ=WEEKLY;INTERVAL=4;BYDAY=TU;WKST=TH", first_week},
    {"20150706T103000", "FREQ=WEEKLY;INTERVAL=4;BYDAY=SU", first_week},
    {"20170810T203000", "FREQ=WEEKLY;INTERVAL=4;BYDAY=SU,TH;WKST=FR;BYMONTH=8,2", first_week},
    {"20201210T073000", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,SA,WE", week_year},
    {"20160910T053000", "FREQ=YEARLY;BYWEEKNO=52,18,28;BYDAY=SU", week_year},
};

bool is_judged(const Drawn& drawn) {
  return std::any_of(std::begin(judged), std::end(judged),
                     [&](const Judged& row) { return drawn.start == row.start && drawn.rule == row.rule; });
}

std::string text_of(const Times& times) {
  std::string out;
  for (const auto at : times) out += time::format(at).substr(0, 10) + " ";
  return out;
}

}  // namespace

TEST_CASE("drawn rules occur as a plain reading of RFC 5545 has it, and as libical has it where that is right") {
  Draw draw(5545);
  const time::Day end = time::to_day({last_year, 1, 1});
  std::size_t differences = 0;
  for (int i = 0; i < rules; ++i) {
    const Drawn drawn = draw.next();
    CAPTURE(drawn.start);
    CAPTURE(drawn.rule);
    const auto rule = parse_rrule(drawn.rule);
    REQUIRE(rule.ok());
    const time::LocalTime start = parse_ics_time(drawn.start)->at;
    const Times ours = by_core(*rule, start, end);
    CHECK(text_of(ours) == text_of(oracle::PlainRecurrence(*rule, start).list(most, end)));
    const Times theirs = by_libical(drawn);
    if (ours == theirs) continue;
    ++differences;
    CAPTURE(text_of(ours));
    CAPTURE(text_of(theirs));
    CHECK(is_judged(drawn));
  }
  CHECK(differences == std::size(judged));
}
