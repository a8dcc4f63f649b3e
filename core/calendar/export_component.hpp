#pragma once

#include "core/calendar/content_line.hpp"
#include "core/calendar/event.hpp"
#include "core/calendar/export_event.hpp"
#include "core/calendar/ics_value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace relais::calendar {

/// Writes one VEVENT, VTODO or VJOURNAL, property by property, the inverse of EventImporter.
class ComponentWriter {
 public:
  /// `series` is the event whose occurrence `event` is, or null.
  ComponentWriter(LineWriter& out, const Event& event, const Event* series, time::Instant stamp, UsedZones& zones)
      : out_(out), event_(event), series_(series), stamp_(stamp), zones_(zones) {}

  void begin();
  void body();
  void end();

 private:
  void identity();
  void times();
  void end_time();
  void recurrence();
  void texts();
  void words();
  void people();
  void organizer();
  void organizer_parameters(const Participant& owner);
  void attendee(const Participant& participant);
  void alarm(const Alert& alert);

  void text(std::string_view name, const std::string& value, std::string_view pointer);
  void raw(std::string_view name, std::string_view value, std::string_view pointer);
  void number(std::string_view name, const std::optional<std::int64_t>& value, std::string_view pointer);
  void instant(std::string_view name, const std::optional<time::Instant>& value, std::string_view pointer);
  void word(std::string_view name, const std::string& value, std::string_view pointer,
            std::initializer_list<std::pair<std::string_view, std::string_view>> words);
  void moment(std::string_view name, time::LocalTime at, std::string_view pointer);
  void rule(std::string_view name, RecurrenceRule rule);
  void dates(std::string_view name, const std::vector<time::LocalTime>& dates);
  void converted_parameters(std::string_view pointer);
  const Converted* converted(std::string_view pointer) const;
  /// The TZID parameter, or the form that needs none; `all_day` writes a day.
  IcsTime::Form zone_parameter(const std::string& zone_name, const time::ZonePtr& zone, bool all_day,
                               time::LocalTime at);
  std::vector<time::LocalTime> added_dates() const;

  LineWriter& out_;
  const Event& event_;
  const Event* series_;
  time::Instant stamp_;
  UsedZones& zones_;
};

}  // namespace relais::calendar
