#include "core/handover/agenda.hpp"

#include <algorithm>

namespace relais::handover {
namespace {

struct Timed {
  time::Instant at;
  AgendaItem item;
};

class Agenda {
 public:
  explicit Agenda(const View& view) : view_(view) {}

  std::vector<AgendaItem> items() {
    for (const journal::EventChange& event : view_.state.events) add_event(event);
    for (const journal::Callback& promise : view_.state.callbacks) add_promise(promise);
    for (const journal::Task& task : view_.state.tasks) add_chase(task);
    for (const journal::Absence& absence : view_.state.absences) add_absence(absence);
    std::stable_sort(found_.begin(), found_.end(), [](const Timed& a, const Timed& b) { return a.at < b.at; });
    std::vector<AgendaItem> out;
    for (Timed& timed : found_) out.push_back(std::move(timed.item));
    return out;
  }

 private:
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
    found_.push_back({start, std::move(item)});
  }

  void mask(AgendaItem& item, const std::string& task_id) const {
    if (!view_.masked(task_id)) return;
    const Clearance level = view_.level_of(task_id);
    item.masked =
        Masked{std::string(name_of(level)), whom_to_ask(*view_.task(task_id), level, view_.policy, view_.reader)};
    item.title.clear();
    item.who.clear();
  }

  void add_promise(const journal::Callback& promise) {
    if (promise.done) return;
    AgendaItem item{{"handover.promise-open", {}},
                    "",
                    promise.ref,
                    promise.client,
                    promise.about,
                    promise.to,
                    std::nullopt,
                    promise.sources};
    time::Instant by = view_.at;
    if (promise.by && !view_.masked(promise.ref)) {
      by = journal::deadline(*promise.by, view_.zone_of(promise.client));
      item.when = view_.local(*promise.by, promise.client);
      item.reason.code = by < view_.at ? "handover.promise-late" : "handover.promise-open";
    }
    if (by > view_.soon) return;
    mask(item, promise.ref);
    found_.push_back({by, std::move(item)});
  }

  void add_chase(const journal::Task& task) {
    if (!task.open || !task.waiting_on || !task.waiting_on->chase || view_.masked(task.id)) return;
    const time::Instant chase = journal::beginning(*task.waiting_on->chase, view_.zone_of(task.client));
    if (chase > view_.soon) return;
    found_.push_back({chase,
                      {{"handover.chase", {}},
                       view_.local(*task.waiting_on->chase, task.client),
                       task.id,
                       task.client,
                       task.waiting_on->what,
                       task.waiting_on->who,
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

  const View& view_;
  std::vector<Timed> found_;
};

}  // namespace

std::vector<AgendaItem> agenda_of(const View& view) { return Agenda(view).items(); }

}  // namespace relais::handover
