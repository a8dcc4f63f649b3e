#include "core/handover/standing.hpp"

#include <algorithm>
#include <set>

namespace relais::handover {
namespace {

class Collector {
 public:
  Collector(const View& view, std::int64_t before_size) : view_(view), before_size_(before_size) {
    for (const journal::Task& task : view.state.tasks) {
      if (task.open) touched_.insert(task.client);
    }
    for (const journal::Instruction& instruction : view.state.instructions) replaced_.insert(instruction.id);
  }

  Standing collect() {
    for (const policy::Client& client : view_.policy.clients) {
      for (const policy::Instruction& instruction : client.instructions) add(client, instruction);
    }
    for (const journal::Instruction& instruction : view_.state.instructions) add(instruction);
    std::stable_sort(out_.lines.begin(), out_.lines.end(), [](const InstructionLine& a, const InstructionLine& b) {
      return a.client != b.client ? a.client < b.client : a.id < b.id;
    });
    return std::move(out_);
  }

 private:
  // When a masked instruction holds is part of what it says.
  void add(InstructionLine line, Clearance level, bool in_force) {
    if (level > view_.clearance) {
      ++out_.masked;
    } else if (in_force) {
      out_.lines.push_back(std::move(line));
    }
  }

  void add(const policy::Client& client, const policy::Instruction& instruction) {
    const time::Day today = time::day_of(client.zone->to_local(view_.at));
    const bool in_force =
        (!instruction.from || *instruction.from <= today) && (!instruction.to || today < *instruction.to);
    if (!touched_.contains(client.id) || replaced_.contains(instruction.id)) return;
    add({instruction.id,
         client.id,
         instruction.text,
         instruction.from ? time::format(*instruction.from) : "",
         instruction.to ? time::format(*instruction.to + -1) : "",
         false,
         {}},
        instruction.confidentiality, in_force);
  }

  void add(const journal::Instruction& instruction) {
    const time::Zone& zone = view_.zone_of(instruction.client);
    const bool begun = !instruction.from || journal::beginning(*instruction.from, zone) <= view_.at;
    const bool over = instruction.to && journal::beginning(*instruction.to, zone) <= view_.at;
    const bool is_new = instruction.sources.back() > before_size_;
    if (!is_new && !touched_.contains(instruction.client)) return;
    add({instruction.id, instruction.client, instruction.text,
         instruction.from ? view_.local(*instruction.from, instruction.client) : "",
         instruction.to ? last_of(*instruction.to, instruction.client) : "", is_new, instruction.sources},
        clearance_of(instruction.confidentiality), begun && !over);
  }

  // A period of whole days ends before its last bound; what is printed is its last day.
  std::string last_of(const journal::Moment& to, const std::string& client) const {
    if (const auto* day = std::get_if<time::Day>(&to)) return time::format(*day + -1);
    return view_.local(to, client);
  }

  const View& view_;
  std::int64_t before_size_;
  std::set<std::string> touched_, replaced_;
  Standing out_;
};

}  // namespace

Standing standing_instructions(const View& view, std::int64_t before_size) {
  return Collector(view, before_size).collect();
}

}  // namespace relais::handover
