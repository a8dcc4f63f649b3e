#include "core/triage/dates_json.hpp"

#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::triage {
namespace {

std::string value_text(time::LocalTime at, Grain grain) {
  return grain >= Grain::day ? time::format(day_of(at)) : time::format(at);
}

Json to_json(const Moment& moment) {
  Json out{{"start", value_text(moment.start, moment.grain)}, {"grain", name(moment.grain)}};
  if (moment.end) out["end"] = value_text(*moment.end, moment.grain);
  return out;
}

}  // namespace

time::LocalTime read_now(ObjectReader& object, const time::Zone& zone, time::LocalTime fallback) {
  if (!object.has("now")) return object.any("now"), fallback;
  const std::string text = object.string("now");
  if (const auto instant = time::parse_instant(text)) return zone.to_local(*instant);
  if (const auto local = time::parse_local_time(text)) return *local;
  if (!object.reading().failed()) {
    object.fail("now",
                {ErrorCode::invalid_value, {{"value", text}}, "", "a local time, 2026-03-10T10:00:00, or an instant"});
  }
  return fallback;
}

std::optional<Language> read_language(ObjectReader& object) {
  const auto tag = object.optional_string("lang");
  return tag ? parse_language(*tag) : std::nullopt;
}

Json to_json(const DatesAnswer& answer, std::string_view text) {
  const Utf16Offsets offsets(text);
  Json mentions = Json::array();
  for (const Mention& mention : answer.mentions) {
    mentions.push_back({{"span", {{"start", offsets.at(mention.start)}, {"end", offsets.at(mention.end)}}},
                        {"value", to_json(mention.value)},
                        {"sense", name(mention.sense)}});
  }
  Json out{{"lang", name(answer.language)}, {"urgency", answer.urgency}, {"mentions", std::move(mentions)}};
  out["deadline"] = answer.deadline ? Json(format(*answer.deadline)) : Json(nullptr);
  return out;
}

}  // namespace relais::triage
