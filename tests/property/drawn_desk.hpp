#pragma once

#include "core/base/random.hpp"
#include "core/desk/handover_operations.hpp"
#include "core/journal/append.hpp"
#include "core/journal/journal_json.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

/// Desks drawn from a seed, with something of everything. Every text that a person might have typed is a word of its
/// own, so that it can be found again.
namespace relais::drawn_desk {

class Drawing {
 public:
  explicit Drawing(std::uint64_t seed) : random_(seed) {}

  std::vector<journal::Draft> drafts(int things) {
    for (int i = 0; i < things; ++i) thing(i);
    return std::move(drafts_);
  }

 private:
  bool one_in(std::uint32_t n) { return random_.below(n) == 0; }

  // Some look like places or words of the catalogue: nothing is put into them, and nothing is taken for them.
  std::string word() {
    constexpr const char* lookalikes[] = {"{ask} ", "{at:time} ", "Masked ", "Échéance ", "NO if/then "};
    return (one_in(6) ? lookalikes[random_.below(5)] : "") + std::string("w") + std::to_string(words_++) + "q";
  }

  std::string day() { return "2026-03-" + std::to_string(10 + random_.below(9)); }
  std::string local() { return day() + "T" + std::to_string(10 + random_.below(8)) + ":30:00"; }
  std::string person() { return one_in(2) ? "ana" : "ben"; }

  void add(std::string type, std::string ref, Json payload) {
    journal::Draft draft;
    draft.at = {1772928000 + static_cast<std::int64_t>(drafts_.size()) * 900};
    draft.by = "ana";
    draft.type = std::move(type);
    draft.ref = std::move(ref);
    draft.client = client_;
    draft.payload = std::move(payload);
    draft.salt = journal_fixture::salt(drafts_.size());
    drafts_.push_back(std::move(draft));
  }

  std::string level() {
    constexpr const char* levels[] = {"public", "internal", "confidential", "secret"};
    return levels[random_.below(4)];
  }

  void thing(int i) {
    client_ = one_in(2) ? "law" : "clinic";
    const std::string id = std::to_string(i);
    switch (random_.below(12)) {
      case 8:
        return fact(id);
      case 9:
        return record(id);
      case 10:
        return correct_journal();
      case 0:
        return add("instruction.given", "i" + id, {{"text", word()}, {"confidentiality", level()}, {"from", day()}});
      case 1:
        return add("event.booked", "e" + id,
                   {{"title", word()}, {"start", local()}, {"timeZone", "Europe/Paris"}, {"confidentiality", level()}});
      case 2:
        return request("r" + id);
      default:
        return task("t" + id);
    }
  }

  // What is so around the tasks.
  void fact(const std::string& id) {
    const Json event{{"title", word()}, {"timeZone", "Europe/Paris"}, {"confidentiality", level()}};
    Json moved = event, cancelled = event;
    moved.update({{"from", local()}, {"to", local()}, {"room", word()}});
    cancelled["start"] = local();
    add("event.moved", "e" + id, moved);
    if (one_in(3)) add("event.cancelled", "e" + id, cancelled);
    add("absence", person(), {{"from", day()}, {"reason", word()}});
    add("time.worked", client_, {{"minutes", 5 + random_.below(90)}, {"what", word()}});
    add("calendar.imported", person(), {{"name", word()}, {"added", 1}});
  }

  // What no state comes from, and what Relais does not know.
  void record(const std::string& id) {
    constexpr const char* statuses[] = {"queried", "accepted", "refused", "lapsed", "claimed"};
    const Json handed{{"reader", person()}, {"size", drafts_.size()}};
    add("handover.issued", "h" + id, handed);
    if (!one_in(3)) add(std::string("handover.") + statuses[random_.below(5)], "h" + id, handed);
    add("read", "t" + id, {{"what", word()}});
    add("exported", "desk", {{"format", word()}});
    add("printed", "desk", {{"what", word()}});
    add("of.tomorrow", "x" + id, {{word(), word()}});
  }

  // Says a task's or request's beginning anew in other words, or undoes what was tried for one.
  void correct_journal() {
    for (std::size_t i = drafts_.size(); i-- > 0;) {
      const std::string& type = drafts_[i].type;
      const std::string seq = std::to_string(i + 1);
      const bool undoes = (type == "contact.attempted" || type == "message.sent") && one_in(2);
      if (undoes) return add("entry.reverted", seq, {{"seq", i + 1}});
      if (type != "task.opened" || !one_in(2)) continue;
      Json payload = drafts_[i].payload;
      payload["title"] = word();
      return add("entry.amended", seq, {{"seq", i + 1}, {"payload", payload}});
    }
  }

  void request(const std::string& id) {
    Json payload{
        {"request", {{"subject", word()}, {"body", word()}, {"channel", "phone"}, {"from", {{"name", word()}}}}}};
    if (one_in(2)) payload["confidentiality"] = level();
    add("request.received", id, payload);
    requests_.push_back(id);
    if (!one_in(4)) {
      add("request.triaged", id,
          {{"priority", one_in(3) ? "high" : "normal"},
           {"deadline", day()},
           {"category", word()},
           {"route", {{"to", person()}}}});
    }
    if (one_in(3)) add("request.answered", id, {{"text", word()}});
    if (one_in(4)) add("request.corrected", id, {{"owner", person()}, {"category", word()}});
    if (one_in(8)) add("satisfaction.answered", id, {{"score", 4}});
    if (one_in(7)) add("request.closed", id, {{"reason", word()}});
    if (one_in(9)) add("request.reopened", id, {{"reason", word()}});
    more(id);
  }

  void task(const std::string& id) {
    Json payload{{"title", word()}};
    if (one_in(2)) payload["confidentiality"] = level();
    if (!one_in(3)) payload["owner"] = person();
    if (!one_in(3)) payload["due"] = one_in(2) ? day() : local();
    if (!requests_.empty() && one_in(3)) payload["request"] = requests_[random_.below(requests_.size())];
    if (one_in(3)) payload["priority"] = one_in(2) ? "critical" : "high";
    if (!one_in(3)) payload["next"] = word();
    if (one_in(3)) payload["ifThen"] = {{"if", word()}, {"then", word()}, {"who", person()}};
    if (one_in(3)) payload["waitingOn"] = {{"who", word()}, {"what", word()}, {"since", day()}, {"chase", local()}};
    add("task.opened", id, payload);
    if (one_in(5)) add("task.changed", id, {{"next", word()}, {"due", nullptr}});
    more(id);
  }

  void more(const std::string& id) {
    if (one_in(3)) add("callback.promised", id, {{"to", word()}, {"about", word()}, {"by", local()}});
    if (one_in(4)) add("contact.attempted", id, {{"who", word()}, {"channel", "phone"}, {"outcome", word()}});
    if (one_in(5)) add("followup.due", id, {{"on", local()}, {"what", word()}});
    if (one_in(6)) add("callback.done", id, {{"to", word()}});
    if (one_in(7)) add("message.sent", id, {{"to", word()}, {"channel", "email"}, {"text", word()}});
    if (one_in(6)) add("task.closed", id, {{"reason", word()}});
    if (one_in(9)) add("task.reopened", id, {{"reason", word()}});
  }

  SplitMix64 random_;
  std::vector<journal::Draft> drafts_;
  std::string client_;
  std::vector<std::string> requests_;
  int words_ = 0;
};

inline std::vector<journal::Draft> drafts(std::uint64_t seed, int things) { return Drawing(seed).drafts(things); }

inline std::vector<journal::Entry> chained(const std::vector<journal::Draft>& drafts) {
  return journal::append({}, drafts).value().entries;
}

}  // namespace relais::drawn_desk
