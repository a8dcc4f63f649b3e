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

// The start of the appointment that is changed, as well as it is told.
std::optional<Deadline> find_start(const std::vector<Mention>& mentions, LocalTime now,
                                   const DeadlineContext& context) {
  const auto appointment = find_appointment(mentions, now, context, {});
  const bool today_alone = appointment && !appointment->has_hour && day_of(appointment->at) == day_of(now);
  if (appointment && !today_alone) return appointment;
  if (!appointment) {
    if (const auto agreed = find_agreed_hour(mentions)) return agreed;
  }
  if (const auto hour = find_hour_of_today(mentions, now, context)) return hour;
  if (appointment) return appointment;
  // `n'est plus disponible demain 8h30`, `cancel my seat on the course starting Thursday`
  return find_appointment(mentions, now, context, {Role::unavailable, Role::not_before});
}

// A wish for an answer by then; not the span to which an appointment is to go, `later in the week`.
bool asks_by(const Mention& mention) {
  return mention.role == Role::deadline && (!mention.value.end || mention.has_clock);
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
    const std::optional<Deadline> start = find_start(mentions, now, context);
    std::optional<Deadline> limit = marked;
    if (other && asks_by(mentions[other->mention])) consider(limit, *other);
    if (start && (!limit || rank(*start) <= rank(*limit))) return start;
    if (limit) return limit;
  }
  // Of two limits the earlier, though it be asked for mildly: `before the 15th, so a price this week if you can`.
  const bool mild = other && mentions[other->mention].role == Role::deadline && !mentions[other->mention].amount;
  if (marked && mild) consider(marked, *other);
  return marked ? marked : other;
}

bool binds(const Deadline& deadline, const Mention& mention, const Matter& matter) {
  const std::string_view category = matter.category;
  if (deadline.marked && !mention.weak) return category != "information" || !mention.wondered;
  if (matter.changes_appointment && (mention.due_has_hour || category == "information")) return true;
  // Who sells or spams names no hour of today.
  const bool today_at = deadline.has_hour && day_of(deadline.at) == day_of(matter.now);
  if (category == "solicitation") return today_at;
  // `could you call next week, nothing urgent`
  const bool someday = mention.weak && mention.value.grain >= Grain::week && matter.urgency < 0;
  if (someday || category == "information" || category == "thanks") return false;
  const bool needs_hour = category == "appointment" || category == "complaint" || category == "callback";
  return !needs_hour || matter.changes_appointment || mention.weak || mention.due_has_hour;
}

std::string format(const Deadline& deadline) {
  return deadline.has_hour ? time::format(deadline.at) : time::format(day_of(deadline.at));
}

}  // namespace relais::triage
