#include "core/time/holiday_laws.hpp"

#include <array>

namespace relais::time {
namespace {

constexpr HolidayRule fixed(int month, int day, std::string_view code) {
  return {HolidayRule::Kind::fixed, month, day, Weekday::monday, code};
}
constexpr HolidayRule after_easter(int days, std::string_view code) {
  return {HolidayRule::Kind::easter, 0, days, Weekday::monday, code};
}
constexpr HolidayRule nth(int number, Weekday weekday, int month, std::string_view code) {
  return {HolidayRule::Kind::nth, month, number, weekday, code};
}
constexpr int last = -1;

// Code du travail, article L3133-1.
constexpr std::array france{
    fixed(1, 1, "new-year"),      after_easter(1, "easter-monday"), fixed(5, 1, "labour-day"),
    fixed(5, 8, "victory-day"),   after_easter(39, "ascension"),    after_easter(50, "whit-monday"),
    fixed(7, 14, "national-day"), fixed(8, 15, "assumption"),       fixed(11, 1, "all-saints"),
    fixed(11, 11, "armistice"),   fixed(12, 25, "christmas")};

// Code du travail, article L3134-13: in Moselle, Bas-Rhin and Haut-Rhin. Good Friday is free there only in communes
// with a Protestant church or one shared by both; a desk in another commune lists its days instead.
constexpr std::array alsace_moselle{after_easter(-2, "good-friday"), fixed(12, 26, "saint-stephen")};

// Code du travail, article L3422-2: the day that commemorates the abolition of slavery. What usage adds (Good Friday in
// the Antilles, the days of Carnival, the feasts of Islam in Mayotte) is no law: a desk that keeps it lists its days.
constexpr std::array guadeloupe{fixed(5, 27, "abolition")};
constexpr std::array martinique{fixed(5, 22, "abolition")};
constexpr std::array guyane{fixed(6, 10, "abolition")};
constexpr std::array reunion{fixed(12, 20, "abolition")};
constexpr std::array mayotte{fixed(4, 27, "abolition")};

// Royal decree of 18 April 1974, article 1, under the act of 4 January 1974. A holiday on a Sunday or another day
// without work is replaced by a day that the employer and the employed choose (act, article 6).
constexpr std::array belgium{fixed(1, 1, "new-year"),         after_easter(1, "easter-monday"),
                             fixed(5, 1, "labour-day"),       after_easter(39, "ascension"),
                             after_easter(50, "whit-monday"), fixed(7, 21, "belgian-national-day"),
                             fixed(8, 15, "assumption"),      fixed(11, 1, "all-saints"),
                             fixed(11, 11, "armistice"),      fixed(12, 25, "christmas")};

// Code du travail, article L. 232-2, as the act of 25 April 2019 has it. A holiday on a Sunday, or two on one day, give
// each employee a day of leave within three months (articles L. 232-3 and L. 232-6).
constexpr std::array luxembourg{fixed(1, 1, "new-year"),
                                after_easter(1, "easter-monday"),
                                fixed(5, 1, "labour-day"),
                                fixed(5, 9, "europe-day"),
                                after_easter(39, "ascension"),
                                after_easter(50, "whit-monday"),
                                fixed(6, 23, "luxembourg-national-day"),
                                fixed(8, 15, "assumption"),
                                fixed(11, 1, "all-saints"),
                                fixed(12, 25, "christmas"),
                                fixed(12, 26, "saint-stephen")};

// Banking and Financial Dealings Act 1971, section 1 and schedule 1; Good Friday and Christmas Day by common law. By
// proclamation under section 1(3), each year: 1 January and the first Monday of May in England, Wales and Northern
// Ireland, 26 December and the last Monday of May in Scotland, and the substitute days as gov.uk/bank-holidays lists
// them.
constexpr std::array united_kingdom{fixed(1, 1, "new-year"),
                                    after_easter(-2, "good-friday"),
                                    nth(1, Weekday::monday, 5, "early-may"),
                                    nth(last, Weekday::monday, 5, "spring-bank-holiday"),
                                    fixed(12, 25, "christmas"),
                                    fixed(12, 26, "boxing-day")};
constexpr std::array england_and_wales{after_easter(1, "easter-monday"),
                                       nth(last, Weekday::monday, 8, "summer-bank-holiday")};
// 30 November: St Andrew's Day Bank Holiday (Scotland) Act 2007.
constexpr std::array scotland{fixed(1, 2, "second-january"), nth(1, Weekday::monday, 8, "summer-bank-holiday"),
                              fixed(11, 30, "saint-andrew")};
// 12 July: appointed by the Secretary of State each year under section 1(5).
constexpr std::array northern_ireland{fixed(3, 17, "saint-patrick"), after_easter(1, "easter-monday"),
                                      fixed(7, 12, "battle-of-the-boyne"),
                                      nth(last, Weekday::monday, 8, "summer-bank-holiday")};

// Royal proclamations in the London and the Edinburgh Gazette: 75 years of peace, the Platinum Jubilee, the State
// Funeral of Elizabeth II, the Coronation, and Scotland's first match in the World Cup.
constexpr std::array proclaimed{ProclaimedDay{{2020, 5, 8}, "early-may", "early-may"},
                                ProclaimedDay{{2022, 6, 2}, "spring-bank-holiday", "spring-bank-holiday"},
                                ProclaimedDay{{2022, 6, 3}, "proclaimed", ""},
                                ProclaimedDay{{2022, 9, 19}, "proclaimed", ""},
                                ProclaimedDay{{2023, 5, 8}, "proclaimed", ""},
                                ProclaimedDay{{2026, 6, 15}, "proclaimed", ""}};
constexpr std::span<const ProclaimedDay> in_scotland = proclaimed;
constexpr std::span<const ProclaimedDay> elsewhere_in_the_kingdom = in_scotland.first(5);

// United States Code, title 5, section 6103(a). A Saturday gives the Friday before (section 6103(b)), a Sunday the
// Monday after (Executive Order 11582, section 3(a)). The day of an inauguration is free around Washington only
// (6103(c)).
constexpr std::array united_states{fixed(1, 1, "new-year"),
                                   nth(3, Weekday::monday, 1, "martin-luther-king"),
                                   nth(3, Weekday::monday, 2, "washington"),
                                   nth(last, Weekday::monday, 5, "memorial-day"),
                                   fixed(6, 19, "juneteenth"),
                                   fixed(7, 4, "independence-day"),
                                   nth(1, Weekday::monday, 9, "united-states-labor-day"),
                                   nth(2, Weekday::monday, 10, "columbus-day"),
                                   fixed(11, 11, "veterans-day"),
                                   nth(4, Weekday::thursday, 11, "thanksgiving"),
                                   fixed(12, 25, "christmas")};

constexpr std::array laws{
    HolidayLaw{Region::france, "FR", OnWeekend::stays, france, {}, {}},
    HolidayLaw{Region::alsace_moselle, "FR-ALSACE-MOSELLE", OnWeekend::stays, france, alsace_moselle, {}},
    HolidayLaw{Region::guadeloupe, "FR-GUADELOUPE", OnWeekend::stays, france, guadeloupe, {}},
    HolidayLaw{Region::martinique, "FR-MARTINIQUE", OnWeekend::stays, france, martinique, {}},
    HolidayLaw{Region::guyane, "FR-GUYANE", OnWeekend::stays, france, guyane, {}},
    HolidayLaw{Region::reunion, "FR-REUNION", OnWeekend::stays, france, reunion, {}},
    HolidayLaw{Region::mayotte, "FR-MAYOTTE", OnWeekend::stays, france, mayotte, {}},
    HolidayLaw{Region::belgium, "BE", OnWeekend::stays, belgium, {}, {}},
    HolidayLaw{Region::luxembourg, "LU", OnWeekend::stays, luxembourg, {}, {}},
    HolidayLaw{Region::england_and_wales, "GB-EAW", OnWeekend::next_free, united_kingdom, england_and_wales,
               elsewhere_in_the_kingdom},
    HolidayLaw{Region::scotland, "GB-SCT", OnWeekend::next_free, united_kingdom, scotland, in_scotland},
    HolidayLaw{Region::northern_ireland, "GB-NIR", OnWeekend::next_free, united_kingdom, northern_ireland,
               elsewhere_in_the_kingdom},
    HolidayLaw{Region::united_states, "US", OnWeekend::next_to_work, united_states, {}, {}},
};

}  // namespace

std::span<const HolidayLaw> holiday_laws() { return laws; }

}  // namespace relais::time
