#include "core/desk/report_operations.hpp"

#include "core/base/limits.hpp"
#include "core/report/indicators_json.hpp"
#include "core/report/staffing_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::desk {
namespace {

void check_window(ObjectReader& object, time::Instant from, time::Instant to) {
  if (object.reading().failed()) return;
  const bool too_long = to - from > limits::business_time_days * time::seconds_per_day;
  if (from <= to && !too_long) return;
  object.fail("to", {ErrorCode::invalid_value,
                     {{"value", time::format(to)}},
                     "",
                     too_long ? "an end at most " + std::to_string(limits::business_time_days) + " days after the start"
                              : "an end that is not before the start"});
}

}  // namespace

Result<Json> report_business_time(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  time::WorkingHours hours;
  if (!object.required("hours").is_object()) {
    object.fail("hours", {ErrorCode::wrong_type, {}, "", "working hours by weekday"});
  }
  hours.week = time::read_week(object, "hours");
  time::read_holidays(object, "holidays", hours);
  if (const auto region =
          object.optional_parsed("region", time::parse_region, "a region (FR, FR-REUNION, BE, GB-SCT, US, …)")) {
    hours.region = region;
  }
  const time::ZonePtr zone = time::read_zone(object, "timeZone");
  const time::Instant from = time::read_instant(object, "from");
  const time::Instant to = time::read_instant(object, "to");
  check_window(object, from, to);
  object.finish();
  if (reading.failed()) return reading.error();
  return Json{{"seconds", time::business_seconds(hours, *zone, from, to)}};
}

Result<Json> report_staffing(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const report::StaffingQuestion question = report::read_staffing_question(object);
  if (reading.failed()) return reading.error();
  return report::answer_staffing(question);
}

Result<Json> report_indicators(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const report::IndicatorsQuestion question = report::read_indicators_question(object);
  if (reading.failed()) return reading.error();
  return report::answer_indicators(question);
}

}  // namespace relais::desk
