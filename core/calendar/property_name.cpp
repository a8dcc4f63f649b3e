#include "core/calendar/property_name.hpp"

#include <array>

namespace relais::calendar {
namespace {

constexpr std::size_t count = static_cast<std::size_t>(PropertyName::count_);
constexpr std::size_t longest = 16;

// In the order of the enumeration.
constexpr std::array<std::string_view, count> names{"",
                                                    "ATTENDEE",
                                                    "BEGIN",
                                                    "CATEGORIES",
                                                    "CLASS",
                                                    "COLOR",
                                                    "COMPLETED",
                                                    "CREATED",
                                                    "DESCRIPTION",
                                                    "DTEND",
                                                    "DTSTAMP",
                                                    "DTSTART",
                                                    "DUE",
                                                    "DURATION",
                                                    "END",
                                                    "EXDATE",
                                                    "EXRULE",
                                                    "JSPROP",
                                                    "LAST-MODIFIED",
                                                    "LOCATION",
                                                    "ORGANIZER",
                                                    "PERCENT-COMPLETE",
                                                    "PRIORITY",
                                                    "RDATE",
                                                    "RECURRENCE-ID",
                                                    "RRULE",
                                                    "SEQUENCE",
                                                    "STATUS",
                                                    "SUMMARY",
                                                    "TRANSP",
                                                    "TRIGGER",
                                                    "TZID",
                                                    "UID",
                                                    "URL",
                                                    "VERSION",
                                                    "X-LIC-LOCATION"};

constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

// The places of a hash table, from a name's size and two of its letters.
constexpr std::size_t places = 128;
constexpr std::size_t place_of(std::string_view name) {
  const auto letter = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(upper(name[i])));
  };
  return (name.size() * 11 + letter(0) * 7 + letter(name.size() - 1) * 3 + letter(name.size() / 2)) % places;
}

constexpr std::array<std::uint8_t, places> make_table() {
  std::array<std::uint8_t, places> table{};
  for (std::size_t i = 1; i < count; ++i) {
    std::size_t place = place_of(names[i]);
    while (table[place] != 0) place = (place + 1) % places;
    table[place] = static_cast<std::uint8_t>(i);
  }
  return table;
}
constexpr std::array<std::uint8_t, places> table = make_table();

bool same(std::string_view text, std::string_view name) {
  if (text.size() != name.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (upper(text[i]) != name[i]) return false;
  }
  return true;
}

}  // namespace

PropertyName property_name(std::string_view text) {
  if (text.empty() || text.size() > longest) return PropertyName::other;
  for (std::size_t place = place_of(text); table[place] != 0; place = (place + 1) % places) {
    if (same(text, names[table[place]])) return static_cast<PropertyName>(table[place]);
  }
  return PropertyName::other;
}

}  // namespace relais::calendar
