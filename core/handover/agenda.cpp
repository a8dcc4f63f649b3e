#include "core/handover/agenda.hpp"

#include "core/calendar/expand.hpp"
#include "core/handover/contracts.hpp"
#include "core/handover/follow_ups.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace relais::handover {
namespace {

struct Timed {
  time::Instant at;
  AgendaItem item;
};

class Agenda {
 public:
  explicit Agenda(const View& view) : view_(view) {}

  std::vector<AgendaItem> items(const std::vector<HeldCalendar>& calendars) {
    for (const journal::EventChange& event : view_.state.events) add_event(event);
    add_appointments(calendars);
    for (const journal::Callback& promise : view_.state.callbacks) add_promise(promise);
    for (const journal::Task& task : view_.state.tasks) add_chase(task);
    for (const journal::Task& task : view_.state.tasks) add_follow_up(task);
    for (const journal::Absence& absence : view_.state.absences) add_absence(absence);
    std::stable_sort(found_.begin(), found_.end(), [](const Timed& a, const Timed& b) { return a.at < b.at; });
    std::vector<AgendaItem> out;
    for (Timed& timed : found_) out.push_back(std::move(timed.item));
    for (const Balance& balance : balances(view_)) out.push_back(item_of(balance));
    return out;
  }

 private:
  void mask(AgendaItem& item, Clearance level, const journal::Task* task) const {
    if (level <= view_.clearance) return;
    item.masked = Masked{std::string(name_of(level)), whom_to_ask(task, level, view_.policy, view_.reader)};
    item.title.clear();
    item.who.clear();
  }

  void add_event(const journal::EventChange& event) {
    if (!event.start) return;
    const time::ZonePtr named = event.time_zone.empty() ? nullptr : time::find_zone(event.time_zone);
    const time::Zone& zone = named ? *named : view_.zone_of(event.client);
    const time::Instant start = zone.to_instant(*event.start);
    if (start < view_.at || start > view_.soon) return;
    AgendaItem item;
    item.when = view_.local(start);
    item.ref = event.uid;
    item.client = event.client;
    item.title = event.title;
    item.sources = event.sources;
    switch (event.kind) {
      case journal::EventChange::Kind::booked:
        item.reason.code = "handover.event-booked";
        break;
      case journal::EventChange::Kind::cancelled:
        item.reason.code = "handover.event-cancelled";
        break;
      case journal::EventChange::Kind::moved:
        item.reason.code = event.from ? "handover.event-moved-from" : "handover.event-moved";
        if (event.from) item.reason.args = {{"from", view_.local(zone.to_instant(*event.from))}};
    }
    mask(item, clearance_of(event.confidentiality), nullptr);
    if (event.kind != journal::EventChange::Kind::cancelled) told_.insert({event.uid, start});
    found_.push_back({start, std::move(item)});
  }

  // An event that several calendars hold stands once: the highest sequence counts, then the first calendar.
  void add_appointments(const std::vector<HeldCalendar>& calendars) {
    std::map<std::pair<std::string, std::string>, std::pair<std::int64_t, std::size_t>> held;
    for (std::size_t i = 0; i < calendars.size(); ++i) {
      for (const calendar::Event& event : calendars[i].events) {
        const std::string occurrence = event.recurrence_id ? time::format(*event.recurrence_id) : "";
        const std::int64_t sequence = event.sequence.value_or(0);
        const auto [known, is_new] = held.try_emplace({event.uid, occurrence}, sequence, i);
        if (!is_new && sequence > known->second.first) known->second = {sequence, i};
      }
    }
    for (std::size_t i = 0; i < calendars.size(); ++i) {
      std::vector<calendar::Event> events;
      for (const calendar::Event& event : calendars[i].events) {
        const std::string occurrence = event.recurrence_id ? time::format(*event.recurrence_id) : "";
        if (held.at({event.uid, occurrence}).second == i) events.push_back(event);
      }
      add_occurrences(calendars[i], events);
    }
  }

  void add_occurrences(const HeldCalendar& held, const std::vector<calendar::Event>& events) {
    const auto expansion = calendar::expand(events, {view_.at, view_.soon}, view_.zone_of(held.client));
    if (!expansion.ok()) return;
    for (const calendar::Occurrence& occurrence : expansion->occurrences) {
      const calendar::Event& event = *occurrence.event;
      const bool told = told_.contains({event.uid, occurrence.time.from});
      if (event.kind != calendar::Event::Kind::event || event.status == "cancelled" || told) continue;
      const char* code = event.status == "tentative" ? "handover.appointment-tentative" : "handover.appointment";
      AgendaItem item{{code, {{"person", held.person}}}, "", event.uid, held.client, event.title, "", std::nullopt, {}};
      item.when = event.all_day() ? time::format(time::day_of(occurrence.start)) : view_.local(occurrence.time.from);
      const Clearance level = event.privacy == "secret"    ? Clearance::secret
                              : event.privacy == "private" ? Clearance::confidential
                                                           : Clearance::internal;
      mask(item, level, nullptr);
      found_.push_back({occurrence.time.from, std::move(item)});
    }
  }

  void add_promise(const journal::Callback& promise) {
    if (!view_.is_open(promise)) return;
    AgendaItem item{{"handover.promise-open", {}},
                    "",
                    promise.ref,
                    promise.client,
                    promise.about,
                    promise.to,
                    std::nullopt,
                    promise.sources};
    const Clearance level = view_.level_of(promise);
    time::Instant by = view_.at;
    if (level <= view_.clearance) {
      by = put_time(promise, item);
    } else {
      item.sources.resize(1);  // Which later entries are about it is told by its words.
    }
    if (by > view_.soon) return;
    const journal::Task* task = view_.task(promise.ref);
    if (task && task->open && item.title == task->title) item.title.clear();
    mask(item, level, task);
    found_.push_back({by, std::move(item)});
  }

  time::Instant put_time(const journal::Callback& promise, AgendaItem& item) const {
    const auto next = next_attempt(promise, view_);
    if (next && next->given_up) {
      item.reason = {"handover.promise-given-up", {{"n", promise.attempts}}};
      return view_.at;
    }
    if (next) {
      item.reason = {"handover.promise-tried", {{"n", promise.attempts}}};
      item.when = view_.local(next->at);
      return next->at;
    }
    if (!promise.by) return view_.at;
    const time::Instant by = journal::deadline(*promise.by, view_.zone_of(promise.client));
    item.when = view_.local(*promise.by, promise.client);
    if (by < view_.at) item.reason.code = "handover.promise-late";
    return by;
  }

  void add_chase(const journal::Task& task) {
    if (!task.open || !task.waiting_on || !task.waiting_on->chase || view_.masked(task.id)) return;
    const time::Instant chase = journal::beginning(*task.waiting_on->chase, view_.zone_of(task.client));
    const bool is_over = journal::deadline(*task.waiting_on->chase, view_.zone_of(task.client)) < view_.at;
    if (chase > view_.soon || is_over) return;  // One that is late is told where the task stands.
    found_.push_back({chase,
                      {{"handover.chase", {}},
                       view_.local(*task.waiting_on->chase, task.client),
                       task.id,
                       task.client,
                       "",
                       task.waiting_on->who,
                       std::nullopt,
                       task.sources}});
  }

  void add_follow_up(const journal::Task& task) {
    if (!task.open || !task.follow_up || !task.follow_up->on || view_.masked(task.id)) return;
    const time::Instant on = journal::beginning(*task.follow_up->on, view_.zone_of(task.client));
    if (on > view_.soon) return;
    found_.push_back({on,
                      {{task.follow_up->drafted ? "handover.follow-up-drafted" : "handover.follow-up", {}},
                       view_.local(*task.follow_up->on, task.client),
                       task.id,
                       task.client,
                       task.follow_up->what,
                       "",
                       std::nullopt,
                       task.sources}});
  }

  // Why someone is away is nobody's business here.
  void add_absence(const journal::Absence& absence) {
    if (!view_.within(absence, view_.at, view_.soon)) return;
    AgendaItem item{{"handover.away", {{"person", absence.person}}},
                    view_.local(*absence.from, ""),
                    absence.person,
                    "",
                    "",
                    "",
                    std::nullopt,
                    absence.sources};
    if (absence.to) {
      item.reason.code = "handover.away-until";
      item.reason.args.push_back({"to", view_.local(*absence.to, "")});
    }
    found_.push_back({journal::beginning(*absence.from, *view_.zone), std::move(item)});
  }

  static AgendaItem item_of(const Balance& balance) {
    AgendaItem item{{"handover.package", {{"left", balance.left}, {"granted", balance.granted}}},
                    "",
                    balance.client,
                    balance.client,
                    "",
                    "",
                    std::nullopt,
                    balance.sources};
    if (balance.left <= 0) item.reason = {"handover.package-over", {{"over", -balance.left}}};
    return item;
  }

  const View& view_;
  std::vector<Timed> found_;
  std::set<std::pair<std::string, time::Instant>> told_;  // What the journal itself has said takes place.
};

}  // namespace

std::vector<AgendaItem> agenda_of(const View& view, const std::vector<HeldCalendar>& calendars) {
  return Agenda(view).items(calendars);
}

}  // namespace relais::handover
