#include "core/handover/wording.hpp"

#include "core/document/clean.hpp"
#include "core/handover/event_words.hpp"
#include "core/handover/line_words.hpp"
#include "core/handover/speech.hpp"
#include "core/time/zone.hpp"

#include <array>
#include <utility>

namespace relais::handover {
namespace {

using document::Block;
using document::Details;
using document::Item;
using document::Paragraph;
using document::Run;
using document::Table;
using document::Text;
using document::Tone;

constexpr std::array<std::pair<const char*, std::int64_t Limits::*>, 13> limit_words{
    {{"masked", &Limits::masked},
     {"instructions-masked", &Limits::instructions_masked},
     {"erased", &Limits::erased},
     {"no-owner", &Limits::no_owner},
     {"no-deadline", &Limits::no_deadline},
     {"no-next", &Limits::no_next},
     {"red-without-if-then", &Limits::red_without_if_then},
     {"drafts-unsent", &Limits::drafts_unsent},
     {"unanswered", &Limits::unanswered},
     {"not-triaged", &Limits::not_triaged},
     {"entries-later", &Limits::entries_later},
     {"entries-passed-over", &Limits::entries_passed_over},
     {"journal-problems", &Limits::journal_problems}}};

class Wording {
 public:
  Wording(const Document& source, words::Language language) : source_(source), speech_(source, language) {}

  document::Document document() {
    out_.language = speech_.code();
    out_.title = title();
    out_.lead = {{bottom_line()}};
    put_opening();
    put_lines("watch", source_.watch);
    put_lines("soon", source_.soon);
    put_lines("waiting", source_.waiting);
    put_agenda();
    put_changes();
    put_instructions();
    put_steady();
    put_limits();
    put_read_back();
    put_sign_off();
    return std::move(out_);
  }

  std::string title() const {
    return speech_.say("handover.title", {{"reader", source_.reader}, {"at", speech_.local(source_.at)}});
  }

  std::string bottom_line() const {
    const Counts& counts = source_.counts;
    if (counts.open == 0) return speech_.say("handover.bottom-nothing");
    std::string parts;
    const auto add = [&](std::int64_t n, const char* code) {
      if (n > 0) parts += (parts.empty() ? " " : ", ") + speech_.say(code, {{"n", n}});
    };
    add(counts.red, "handover.bottom-red");
    add(counts.amber, "handover.bottom-amber");
    add(counts.overdue, "handover.bottom-overdue");
    add(counts.waiting, "handover.bottom-waiting");
    add(counts.masked, "handover.bottom-masked");
    if (parts.empty()) return speech_.say("handover.bottom-calm", {{"n", counts.open}});
    const std::string open = speech_.say("handover.bottom-open", {{"n", counts.open}});
    return document::with_colon(open, speech_.code()) + parts + ".";
  }

  std::vector<document::Reminder> reminders() const {
    const time::ZonePtr zone = time::find_zone(source_.zone);
    std::vector<document::Reminder> out;
    for (const std::vector<Line>* lines : {&source_.watch, &source_.soon, &source_.waiting}) {
      for (const Line& line : *lines) out.push_back(reminder_of(line, *zone, speech_));
    }
    return out;
  }

 private:
  void put_opening() {
    Details details;
    const auto put = [&](std::string_view label, Text value) {
      details.items.push_back({speech_.label(label), std::move(value)});
    };
    if (!source_.from.empty()) put("hand-over", {speech_.name(source_.from)});
    const bool same_holder =
        source_.holder.empty() || source_.holder == source_.from || source_.holder == source_.reader;
    if (!same_holder) put("holder", {speech_.name(source_.holder)});
    if (!source_.first_due.empty()) put("first-due", {{speech_.moment(source_.first_due)}});
    for (const Reason& notice : source_.notices) put("notice", {{speech_.say(notice), Tone::strong}});
    put("zone", {{source_.zone}});
    put("clearance", {{speech_.word("clearance", source_.clearance)}});
    const std::string revision = " · " + std::to_string(form_revision);
    put("document", {{source_.id, Tone::user}, {revision, Tone::soft}});
    const bool has_previous = source_.since && !source_.since->handover.empty();
    if (has_previous) put("previous", {{source_.since->handover, Tone::user}});
    const std::string anchor = speech_.number(source_.size) + " · " + source_.head.substr(0, 16);
    put("journal", {{anchor, Tone::soft}});
    out_.opening.push_back(Paragraph{{{out_.title, Tone::user}}});
    out_.opening.push_back(std::move(details));
  }

  void put_section(std::string_view code, std::vector<Block> blocks) {
    put_section_named(speech_.word("handover-section", code), std::move(blocks));
  }

  void put_section_named(std::string heading, std::vector<Block> blocks) {
    if (blocks.empty()) blocks.push_back(Paragraph{{{speech_.phrase("none")}}});
    out_.sections.push_back({std::move(heading), std::move(blocks)});
  }

  static std::vector<Block> list(std::vector<Item> items) {
    std::vector<Block> blocks;
    if (!items.empty()) blocks.push_back(document::List{std::move(items), false});
    return blocks;
  }

  void put_lines(std::string_view code, const std::vector<Line>& lines) {
    std::vector<Item> items;
    items.reserve(lines.size());
    for (const Line& line : lines) items.push_back(item_of(line, speech_));
    put_section(code, list(std::move(items)));
  }

  void put_agenda() {
    std::vector<Item> items;
    for (const AgendaItem& entry : source_.agenda) items.push_back(item_of(entry, speech_));
    put_section("agenda", list(std::move(items)));
  }

  void put_changes() {
    if (!source_.since) return put_section("changes", {Paragraph{{{speech_.phrase("not-compared")}}}});
    const bool own = !source_.since->handover.empty();
    const std::string heading = speech_.say(own ? "handover-section.changes" : "handover-section.changes-since",
                                            {{"at", speech_.local(source_.since->at)}});
    put_section_named(heading, list(items_of(source_.changes, speech_)));
  }

  void put_instructions() {
    std::vector<Item> items;
    for (const InstructionLine& line : source_.instructions) items.push_back(item(line));
    put_section("instructions", list(std::move(items)));
  }

  Item item(const InstructionLine& line) const {
    Item item;
    item.text = {line.text.empty() ? Run{speech_.gap("title-erased"), Tone::gap} : Run{line.text, Tone::user}};
    if (line.is_new) item.mark = speech_.word("handover-mark", "new");
    speech_.add_reference(item.text, line.client, line.id);
    speech_.add_sources(item.text, line.sources);
    const std::string valid = validity(line);
    if (!valid.empty()) item.details.push_back({speech_.label("valid"), {{valid}}});
    return item;
  }

  std::string validity(const InstructionLine& line) const {
    std::string out;
    if (!line.from.empty()) out = speech_.say("handover.valid-from", {{"from", line.from}});
    if (!line.to.empty()) out += (out.empty() ? "" : " ") + speech_.say("handover.valid-to", {{"to", line.to}});
    return out;
  }

  void put_steady() {
    std::vector<Item> items;
    for (const SteadyClient& steady : source_.steady) {
      Item item;
      if (!steady.client.empty()) {
        item.text = {speech_.name(steady.client), {document::with_colon("", out_.language) + " "}};
      }
      for (const SteadyTask& task : steady.tasks) {
        if (&task != &steady.tasks.front()) item.text.push_back({std::string(speech_.semicolon())});
        item.text.push_back({task.id, Tone::user});
        if (!task.request.empty()) item.text.push_back({" (" + task.request + ")", Tone::user});
      }
      items.push_back(std::move(item));
    }
    put_section("steady", list(std::move(items)));
  }

  void put_limits() {
    Details details;
    for (const auto& [code, count] : limit_words) {
      const std::int64_t n = source_.limits.*count;
      details.items.push_back(
          {speech_.word("handover-limit", code), {{speech_.number(n), n > 0 ? Tone::strong : Tone::plain}}});
    }
    put_section("limits", {std::move(details)});
  }

  void put_read_back() {
    Table table{speech_.phrase("read-back"), {}, {}};
    for (const char* label : {"task", "owner", "due", "next", "if-then"}) table.head.push_back(speech_.label(label));
    const Text blank{{"…………"}};
    for (const std::string& id : source_.read_back) {
      table.rows.push_back({Text{{id, Tone::user}}, blank, blank, blank, blank});
    }
    std::vector<Block> blocks;
    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
    put_section("read-back", std::move(blocks));
  }

  void put_sign_off() {
    const Run blank{"……………………"};
    Details details;
    Text handed{blank};
    if (!source_.from.empty()) handed = {speech_.name(source_.from), {" "}, blank};
    details.items.push_back({speech_.label("handed"), std::move(handed)});
    details.items.push_back({speech_.label("accepted"), {speech_.name(source_.reader), {" "}, blank}});
    details.items.push_back({speech_.label("time"), {blank}});
    put_section("sign-off", {std::move(details)});
  }

  const Document& source_;
  Speech speech_;
  document::Document out_;
};

}  // namespace

document::Document to_words(const Document& document, words::Language language) {
  return Wording(document, language).document();
}

document::Reminders reminders_of(const Document& document, words::Language language) {
  const Wording wording(document, language);
  return {wording.reminders(), {document.id, wording.title(), wording.bottom_line(), document.at, {}}};
}

}  // namespace relais::handover
