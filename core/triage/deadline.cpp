#include "core/triage/deadline.hpp"

namespace relais::triage {
namespace {

using time::LocalTime;

constexpr std::int64_t far_event = 60 * time::seconds_per_day;

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
  return context.changes_appointment || mention.due - now <= far_event;
}

// A day alone ends with it: an hour on the same day comes first.
LocalTime rank(const Deadline& deadline) {
  return deadline.has_hour ? deadline.at : deadline.at + (time::seconds_per_day - 1);
}

void consider(std::optional<Deadline>& best, Deadline candidate) {
  if (!best || rank(candidate) < rank(*best)) best = candidate;
}

// The appointment that is moved or missed: the one named first, with the hour given anywhere for its day.
std::optional<Deadline> find_appointment(const std::vector<Mention>& mentions, LocalTime now,
                                         const DeadlineContext& context) {
  std::optional<Deadline> first;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention mention = mentions[i];
    // `je dois annuler mon rendez-vous de lundi`, `n'est plus disponible demain 8h30`
    const bool its_own = (mention.role == Role::deadline && mention.weak) || mention.role == Role::unavailable;
    if (its_own) mention.role = Role::plain;
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

}  // namespace

std::optional<Deadline> choose_deadline(const std::vector<Mention>& mentions, LocalTime now,
                                        const DeadlineContext& context) {
  std::optional<Deadline> marked, other;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const Deadline candidate{mention.due, mention.due_has_hour, i, mention.role == Role::deadline};
    const bool vague = mention.part_alone && mention.weak;
    if (mention.role == Role::deadline && is_ahead(mention, now) && !vague) {
      consider(mention.weak ? other : marked, candidate);
    } else if (may_bind(mention, now, context)) {
      consider(other, candidate);
    }
  }
  if (context.changes_appointment) {
    const auto appointment = find_appointment(mentions, now, context);
    std::optional<Deadline> limit = marked;
    if (other && mentions[other->mention].role == Role::deadline) consider(limit, *other);
    if (appointment && (!limit || rank(*appointment) <= rank(*limit))) return appointment;
    if (limit) return limit;
  }
  return marked ? marked : other;
}

std::string format(const Deadline& deadline) {
  return deadline.has_hour ? time::format(deadline.at) : time::format(day_of(deadline.at));
}

}  // namespace relais::triage
