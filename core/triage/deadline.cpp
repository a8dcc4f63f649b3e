#include "core/triage/deadline.hpp"

#include <algorithm>
#include <initializer_list>

namespace relais::triage {
namespace {

using time::LocalTime;

constexpr std::int64_t far_event = 60 * time::seconds_per_day;
constexpr std::int64_t far_appointment = 200 * time::seconds_per_day;
// Beyond a year a limit is how long a thing is valid, `expires in 2029`, and asks for nothing yet.
constexpr std::int64_t far_limit = 400 * time::seconds_per_day;

bool is_ahead(const Mention& mention, LocalTime now) {
  return mention.due_has_hour ? mention.due >= now : day_of(mention.due) >= day_of(now);
}

// Whether an event can stand for a deadline though no word marks it.
bool may_bind(const Mention& mention, LocalTime now, const DeadlineContext& context) {
  if (mention.role != Role::plain || !is_ahead(mention, now) || mention.part_alone) return false;
  if (mention.value.grain >= Grain::week) return false;
  const bool span_of_days = mention.value.end && mention.value.grain == Grain::day;
  const bool today_alone =
      !mention.has_clock && mention.value.grain > Grain::minute && day_of(mention.due) == day_of(now);
  if (span_of_days || context.offers || (today_alone && !context.changes_appointment)) return false;
  if (context.books_appointment && !context.changes_appointment && !mention.has_clock) return false;
  return mention.due - now <= (context.changes_appointment ? far_appointment : far_event);
}

// A day alone ends with it: an hour on the same day comes first.
LocalTime rank(const Deadline& deadline) {
  return deadline.has_hour ? deadline.at : deadline.at + (time::seconds_per_day - 1);
}

void consider(std::optional<Deadline>& best, Deadline candidate) {
  if (!best || rank(candidate) < rank(*best)) best = candidate;
}

// `We had said Friday at 2, can it be moved?`: the verb tells of the agreement, not of the appointment.
std::optional<Deadline> find_agreed_hour(const std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.role == Role::past && mention.ahead && mention.has_day) return Deadline{*mention.ahead, true, i, false};
  }
  return std::nullopt;
}

// The appointment that is moved or missed: the one named first, with the hour given anywhere for its day.
std::optional<Deadline> find_appointment(const std::vector<Mention>& mentions, LocalTime now,
                                         const DeadlineContext& context, std::initializer_list<Role> others) {
  std::optional<Deadline> first;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention mention = mentions[i];
    // `je dois annuler mon rendez-vous de lundi`
    if (mention.role == Role::deadline && mention.weak) mention.role = Role::plain;
    const bool other = std::find(others.begin(), others.end(), mention.role) != others.end();
    if (other && mention.has_clock) mention.role = Role::plain;
    if (!mention.has_day || !may_bind(mention, now, context)) continue;
    const LocalTime start = mention.has_clock && mention.value.end ? mention.value.start : mention.due;
    if (!first) {
      first = Deadline{start, mention.due_has_hour, i, false};
    } else if (!first->has_hour && mention.has_clock && day_of(first->at) == day_of(start)) {
      return Deadline{start, true, i, false};
    }
  }
  return first;
}

// `won't make the 3 pm`, `de tout à l'heure seize heures … pas possible aujourd'hui`: an hour of today that no day
// goes with.
std::optional<Deadline> find_hour_of_today(const std::vector<Mention>& mentions, LocalTime now,
                                           const DeadlineContext& context) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention mention = mentions[i];
    if (mention.role == Role::unavailable) mention.role = Role::plain;
    if (mention.has_clock && !mention.has_day && day_of(mention.due) == day_of(now) && may_bind(mention, now, context))
      return Deadline{mention.value.start, true, i, false};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Deadline> choose_deadline(const std::vector<Mention>& mentions, LocalTime now,
                                        const DeadlineContext& context) {
  std::optional<Deadline> marked, other;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const Deadline candidate{mention.due, mention.due_has_hour, i, mention.role == Role::deadline};
    const bool vague = mention.part_alone && mention.weak;
    if (mention.role == Role::deadline && is_ahead(mention, now) && !vague && mention.due - now <= far_limit) {
      consider(mention.weak ? other : marked, candidate);
    } else if (may_bind(mention, now, context)) {
      consider(other, candidate);
    }
  }
  if (context.changes_appointment) {
    auto appointment = find_appointment(mentions, now, context, {});
    const bool today_alone = appointment && !appointment->has_hour && day_of(appointment->at) == day_of(now);
    if (!appointment) appointment = find_agreed_hour(mentions);
    if (!appointment || today_alone) {
      if (const auto hour = find_hour_of_today(mentions, now, context)) appointment = hour;
    }
    // `n'est plus disponible demain 8h30`, `cancel my seat on the course starting Thursday`
    if (!appointment) appointment = find_appointment(mentions, now, context, {Role::unavailable, Role::not_before});
    std::optional<Deadline> limit = marked;
    // `needs to go later in the week`
    const bool asked = other && mentions[other->mention].role == Role::deadline;
    if (asked && (!mentions[other->mention].value.end || mentions[other->mention].has_clock)) consider(limit, *other);
    if (appointment && (!limit || rank(*appointment) <= rank(*limit))) return appointment;
    if (limit) return limit;
  }
  // Of two limits the earlier, though it be asked for mildly: `before the 15th, so a price this week if you can`.
  const bool mild = other && mentions[other->mention].role == Role::deadline && !mentions[other->mention].amount;
  if (marked && mild) consider(marked, *other);
  return marked ? marked : other;
}

std::string format(const Deadline& deadline) {
  return deadline.has_hour ? time::format(deadline.at) : time::format(day_of(deadline.at));
}

}  // namespace relais::triage
