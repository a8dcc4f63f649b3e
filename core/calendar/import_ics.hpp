#pragma once

#include "core/calendar/import_event.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// iCalendar in (RFC 5545): a file's events one after another, so that a large file is never held twice.
///
///     RELAIS_TRY(auto file, IcsFile::open(bytes));
///     while (auto event = file.next()) use(*event);
///     report(file.problems());
namespace relais::calendar {

/// The PRODID that is written where there is no other; read, it says nothing.
inline constexpr const char* own_product = "-//Relais//Relais//EN";

/// What a calendar file says of itself.
struct CalendarInfo {
  std::string name, method, product;
  std::vector<std::pair<std::string, ZoneReference>> zones;  ///< by TZID: those the file defines
  std::vector<KeptProperty> properties;
  std::vector<KeptComponent> components;  ///< components of kinds that nobody here knows
};

/// VFREEBUSY (RFC 5545 section 3.6.4).
struct FreeBusy {
  struct Span {
    time::Instant from, to;
    std::string status;  ///< busy, free, tentative, unavailable
  };
  std::string uid;
  std::optional<time::Instant> updated, start, end;
  std::vector<Span> spans;
  std::vector<KeptProperty> properties;
};

class IcsFile {
 public:
  /// Bytes in UTF-8, or in Latin-1 where they are not UTF-8. Errors as ComponentTree::parse, `empty-input` and
  /// `input-too-large`.
  static Result<IcsFile> open(std::string bytes);

  /// The next event, task or note, in the file's order, a series with its overrides. Nothing after the last.
  std::optional<Event> next();

  /// Complete after the last `next`.
  CalendarInfo info() const;
  const std::vector<FreeBusy>& free_busy() const { return free_busy_; }
  /// By line; complete after the last `next`.
  std::vector<Problem> problems() const;

 private:
  void read_calendars();
  void read_calendar(const IcsComponent& component);
  void take_property(const IcsProperty& property);
  void take_component(std::int32_t at);
  void link_overrides();
  bool read_spans(const IcsProperty& property, TimeReader& times, FreeBusy& out);
  void read_free_busy(const IcsComponent& component);
  std::string_view message_method() const;
  void mark_cancelled(Event& event) const;
  void add_overrides(Event& series, const std::vector<std::int32_t>& changes);

  struct Item {
    std::int32_t component = -1;
    std::vector<std::int32_t> changes;  // components with a RECURRENCE-ID of this series
    bool linked = false;                // belongs to another
  };
  std::optional<Event> read_item(const Item& item);

  std::shared_ptr<const std::string> text_;
  ComponentTree tree_;
  Problems problems_;
  IcsZones zones_;
  CalendarInfo info_;
  std::vector<const IcsComponent*> kept_;  // components that are no events here
  std::vector<FreeBusy> free_busy_;
  std::vector<Item> items_;
  std::size_t at_ = 0;
};

}  // namespace relais::calendar
