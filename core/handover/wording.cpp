#include "core/handover/wording.hpp"

#include "core/document/clean.hpp"
#include "core/time/zone.hpp"
#include "core/words/values.hpp"

namespace relais::handover {
namespace {

using document::Block;
using document::Detail;
using document::Details;
using document::Item;
using document::Paragraph;
using document::Run;
using document::Table;
using document::Text;
using document::Tone;

// `3, 5–7`
std::string ranges(const Sources& sources) {
  std::vector<std::string> all;
  for (std::size_t first = 0; first < sources.size();) {
    std::size_t last = first;
    while (last + 1 < sources.size() && sources[last + 1] == sources[last] + 1) ++last;
    all.push_back(std::to_string(sources[first]));
    if (last > first) all.back() += "–" + std::to_string(sources[last]);
    first = last + 1;
  }
  // Of a long list the first and the last: the document as data has them all.
  if (all.size() > 3) {
    all.erase(all.begin() + 1, all.end() - 1);
    all.insert(all.begin() + 1, "…");
  }
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}

class Wording {
 public:
  Wording(const Document& source, words::Language language) : source_(source), language_(language) {}

  document::Document document() {
    out_.language = std::string(words::name(language_));
    out_.title = say("handover.title", {{"reader", source_.reader}, {"at", local_now()}});
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

  std::vector<document::Reminder> reminders() {
    std::vector<document::Reminder> out;
    for (const std::vector<Line>* lines : {&source_.watch, &source_.soon, &source_.waiting}) {
      for (const Line& line : *lines) out.push_back(reminder(line));
    }
    return out;
  }

 private:
  std::string say(std::string code, Arguments args = {}) const {
    return words::render({std::move(code), std::move(args)}, language_, source_.names);
  }
  std::string say(const Reason& reason) const { return words::render(reason, language_, source_.names); }
  std::string moment(const std::string& at) const { return say("handover.moment", {{"at", at}}); }
  std::string label(std::string_view code) const { return words::word("handover-label", code, language_); }
  std::string phrase(std::string_view code) const { return words::word("handover-text", code, language_); }
  std::string gap(std::string_view code) const { return words::word("handover-gap", code, language_); }

  std::string local_now() const {
    const time::ZonePtr zone = time::find_zone(source_.zone);
    return time::format(zone->to_local(source_.at));
  }

  // A person may have typed an id, as an owner that the policy does not know.
  Run name(const std::string& id) const {
    const auto found = source_.names.find(id);
    return {found == source_.names.end() ? id : found->second, Tone::user};
  }

  std::string bottom_line() const {
    const Counts& counts = source_.counts;
    if (counts.open == 0) return say("handover.bottom-nothing");
    std::string parts;
    const auto add = [&](std::int64_t n, const char* code) {
      if (n > 0) parts += (parts.empty() ? " " : ", ") + say(code, {{"n", n}});
    };
    add(counts.red, "handover.bottom-red");
    add(counts.amber, "handover.bottom-amber");
    add(counts.overdue, "handover.bottom-overdue");
    add(counts.waiting, "handover.bottom-waiting");
    add(counts.masked, "handover.bottom-masked");
    if (parts.empty()) return say("handover.bottom-calm", {{"n", counts.open}});
    return document::with_colon(say("handover.bottom-open", {{"n", counts.open}}), out_.language) + parts + ".";
  }

  void put_opening() {
    Details details;
    if (!source_.from.empty()) details.items.push_back({label("hand-over"), {name(source_.from)}});
    const bool same_holder =
        source_.holder.empty() || source_.holder == source_.from || source_.holder == source_.reader;
    if (!same_holder) details.items.push_back({label("holder"), {name(source_.holder)}});
    if (!source_.first_due.empty()) details.items.push_back({label("first-due"), {{moment(source_.first_due)}}});
    for (const Reason& notice : source_.notices) {
      details.items.push_back({label("notice"), {{say(notice), Tone::strong}}});
    }
    details.items.push_back({label("zone"), {{source_.zone}}});
    details.items.push_back({label("clearance"), {{words::word("clearance", source_.clearance, language_)}}});
    const std::string anchor = words::number(source_.size, language_) + " · " + source_.head.substr(0, 16);
    details.items.push_back({label("journal"), {{anchor, Tone::soft}}});
    out_.opening.push_back(Paragraph{{{out_.title, Tone::user}}});
    out_.opening.push_back(std::move(details));
  }

  void put_section(std::string_view code, std::vector<Block> blocks) {
    put_section_named(words::word("handover-section", code, language_), std::move(blocks));
  }

  void put_section_named(std::string heading, std::vector<Block> blocks) {
    if (blocks.empty()) blocks.push_back(Paragraph{{{phrase("none")}}});
    out_.sections.push_back({std::move(heading), std::move(blocks)});
  }

  void put_list(std::string_view code, std::vector<Item> items) {
    std::vector<Block> blocks;
    if (!items.empty()) blocks.push_back(document::List{std::move(items), false});
    put_section(code, std::move(blocks));
  }

  void put_lines(std::string_view code, const std::vector<Line>& lines) {
    std::vector<Item> items;
    items.reserve(lines.size());
    for (const Line& line : lines) items.push_back(item(line));
    put_list(code, std::move(items));
  }

  Item item(const Line& line) const {
    constexpr std::string_view kinds[] = {"red", "amber", "green"};
    const std::string_view kind = kinds[static_cast<std::size_t>(line.severity)];
    const bool merely_late = line.overdue && line.severity == Severity::green;
    Item item{words::word("handover-mark", merely_late ? "overdue" : kind, language_), std::string(kind), {}, {}};
    item.text = {title(line)};
    add_reference(item.text, line.id, line.client);
    add_sources(item.text, line.sources);
    item.details = details(line);
    return item;
  }

  std::string masked(const Masked& masked) const {
    const std::string code = masked.ask.empty() ? "handover.masked-nobody" : "handover.masked";
    return say(code, {{"level", masked.level}, {"ask", masked.ask}});
  }

  Run title(const Line& line) const {
    if (line.masked) return {masked(*line.masked), Tone::gap};
    if (!line.title.empty()) return {line.title, Tone::user};
    return {gap(line.erased ? "title-erased" : "title"), Tone::gap};
  }

  void add_reference(Text& text, const std::string& id, const std::string& client) const {
    text.push_back({" — ", Tone::soft});
    if (!client.empty()) {
      text.push_back(name(client));
      text.push_back({", ", Tone::soft});
    }
    text.push_back({id, Tone::user});
  }

  // The journal entries that a line comes from: `[3, 5–7]`.
  static void add_sources(Text& text, const Sources& sources) {
    if (!sources.empty()) text.push_back({" [" + ranges(sources) + "]", Tone::soft});
  }

  std::vector<Detail> details(const Line& line) const {
    std::vector<Detail> out;
    if (!line.masked) add_next(out, line);
    out.push_back({label("owner"), owner(line)});
    out.push_back({label("due"), line.due.empty() ? Text{{gap("due"), Tone::gap}} : Text{{moment(line.due)}}});
    if (line.waiting) out.push_back({label("waiting"), waiting(*line.waiting)});
    add_if_then(out, line);
    if (!line.from.empty()) out.push_back({label("from"), requester(line)});
    if (!line.reasons.empty()) out.push_back({label("why"), {{reasons(line)}}});
    return out;
  }

  void add_next(std::vector<Detail>& out, const Line& line) const {
    if (!line.next.empty()) {
      out.push_back({label("next"), {{line.next, Tone::user}}});
    } else if (!line.waiting) {
      out.push_back({label("next"), {{gap("next"), Tone::gap}}});
    }
  }

  Text owner(const Line& line) const {
    if (!line.owner.empty()) return {name(line.owner)};
    if (line.suggested.empty()) return {{gap("owner"), Tone::gap}};
    return {{say("handover.suggested", {{"to", line.suggested}}), Tone::gap}};
  }

  Text requester(const Line& line) const {
    Text text{{line.from, Tone::user}};
    if (!line.channel.empty()) {
      text.push_back({" ("});
      text.push_back({words::word("channel", line.channel, language_), Tone::user});
      text.push_back({")"});
    }
    return text;
  }

  Text waiting(const Waiting& waiting) const {
    Text text;
    for (const std::string& part : {waiting.who, waiting.what}) {
      if (part.empty()) continue;
      text.push_back(name(part));
      text.push_back({", "});
    }
    text.push_back({say("handover.waiting-since", {{"since", waiting.since}, {"minutes", waiting.minutes}})});
    if (waiting.chases > 0) text.push_back({", " + say("handover.waiting-chases", {{"n", waiting.chases}})});
    if (!waiting.chase.empty()) text.push_back({", " + say("handover.waiting-chase", {{"at", waiting.chase}})});
    return text;
  }

  void add_if_then(std::vector<Detail>& out, const Line& line) const {
    if (!line.if_then) {
      if (line.severity == Severity::red && !line.masked) {
        out.push_back({label("if-then"), {{gap("ifThen"), Tone::gap}}});
      }
      return;
    }
    Text text{{line.if_then->condition, Tone::user}, {" → "}, {line.if_then->action, Tone::user}};
    if (!line.if_then->who.empty()) {
      text.push_back({" ("});
      text.push_back(name(line.if_then->who));
      text.push_back({")"});
    }
    out.push_back({label("if-then"), std::move(text)});
  }

  std::string reasons(const Line& line) const {
    std::string out;
    for (const Reason& reason : line.reasons) {
      if (!out.empty()) out += language_ == words::Language::french ? "\u00A0; " : "; ";
      out += says_again(reason, line) ? say(reason.code + "-then", reason.args) : say(reason);
    }
    return out;
  }

  // The deadline and the wait stand in their own places already.
  static bool says_again(const Reason& reason, const Line& line) {
    if (!words::find_phrase(reason.code + "-then")) return false;
    if (reason.code == "handover.promise-missed") return true;  // The agenda says when.
    if (reason.code == "handover.wait-long") return line.waiting.has_value();
    const auto* at = reason.args.size() == 1 ? std::get_if<std::string>(&reason.args[0].value) : nullptr;
    return at && *at == (reason.code == "handover.chase-due" && line.waiting ? line.waiting->chase : line.due);
  }

  void put_agenda() {
    std::vector<Item> items;
    for (const AgendaItem& entry : source_.agenda) items.push_back(item(entry));
    put_list("agenda", std::move(items));
  }

  Item item(const AgendaItem& entry) const {
    Item item;
    if (!entry.when.empty()) item.text = {{moment(entry.when), Tone::strong}, {" — "}};
    item.text.push_back({say(entry.reason), Tone::user});
    if (entry.masked) {
      item.text.push_back({", "});
      item.text.push_back({masked(*entry.masked), Tone::gap});
    }
    for (const std::string& part : {entry.who, entry.title}) {
      if (part.empty()) continue;
      item.text.push_back({", "});
      item.text.push_back(name(part));
    }
    put_reference(item.text, entry);
    add_sources(item.text, entry.sources);
    return item;
  }

  // Of a person or a client all is said already; a calendar's UID tells nobody anything.
  void put_reference(Text& text, const AgendaItem& entry) const {
    const std::string_view code = entry.reason.code;
    if (code.starts_with("handover.away")) return;
    const bool is_named = code.starts_with("handover.package") || code == "handover.appointment";
    if (!is_named) return add_reference(text, entry.ref, entry.client);
    if (entry.client.empty()) return;
    text.push_back({" — ", Tone::soft});
    text.push_back(name(entry.client));
  }

  void put_changes() {
    if (!source_.since) {
      return put_section("changes", {Paragraph{{{phrase("not-compared")}}}});
    }
    std::vector<Item> items;
    for (const Change& change : source_.changes) items.push_back(item(change));
    std::vector<Block> blocks;
    if (!items.empty()) blocks.push_back(document::List{std::move(items), false});
    const time::ZonePtr zone = time::find_zone(source_.zone);
    const std::string since = time::format(zone->to_local(source_.since->at));
    const bool own = !source_.since->handover.empty();
    const std::string heading =
        say(own ? "handover-section.changes" : "handover-section.changes-since", {{"at", since}});
    put_section_named(heading, std::move(blocks));
  }

  Item item(const Change& change) const {
    Item item;
    item.text = {{say(change.reason), Tone::user}};
    if (!change.title.empty()) {
      item.text.push_back({", "});
      item.text.push_back({change.title, Tone::user});
    }
    add_reference(item.text, change.id, change.client);
    add_sources(item.text, change.sources);
    return item;
  }

  void put_instructions() {
    std::vector<Item> items;
    for (const InstructionLine& line : source_.instructions) items.push_back(item(line));
    put_list("instructions", std::move(items));
  }

  Item item(const InstructionLine& line) const {
    Item item;
    item.text = {line.text.empty() ? Run{gap("title-erased"), Tone::gap} : Run{line.text, Tone::user}};
    if (line.is_new) item.mark = words::word("handover-mark", "new", language_);
    add_reference(item.text, line.id, line.client);
    add_sources(item.text, line.sources);
    const std::string valid = validity(line);
    if (!valid.empty()) item.details.push_back({label("valid"), {{valid}}});
    return item;
  }

  std::string validity(const InstructionLine& line) const {
    std::string out;
    if (!line.from.empty()) out = say("handover.valid-from", {{"from", line.from}});
    if (!line.to.empty()) out += (out.empty() ? "" : " ") + say("handover.valid-to", {{"to", line.to}});
    return out;
  }

  void put_steady() {
    std::vector<Item> items;
    for (const SteadyClient& steady : source_.steady) {
      Item item;
      if (!steady.client.empty()) item.text = {name(steady.client), {document::with_colon("", out_.language) + " "}};
      for (std::size_t i = 0; i < steady.tasks.size(); ++i) {
        if (i > 0) item.text.push_back({language_ == words::Language::french ? "\u00A0; " : "; "});
        item.text.push_back({steady.tasks[i].id, Tone::user});
      }
      items.push_back(std::move(item));
    }
    put_list("steady", std::move(items));
  }

  void put_limits() {
    const Limits& limits = source_.limits;
    Details details;
    const auto add = [&](std::int64_t n, std::string_view code) {
      details.items.push_back({words::word("handover-limit", code, language_),
                               {{words::number(n, language_), n > 0 ? Tone::strong : Tone::plain}}});
    };
    add(limits.masked, "masked");
    add(limits.instructions_masked, "instructions-masked");
    add(limits.erased, "erased");
    add(limits.no_owner, "no-owner");
    add(limits.no_deadline, "no-deadline");
    add(limits.no_next, "no-next");
    add(limits.red_without_if_then, "red-without-if-then");
    add(limits.unanswered, "unanswered");
    add(limits.not_triaged, "not-triaged");
    add(limits.entries_later, "entries-later");
    add(limits.entries_passed_over, "entries-passed-over");
    add(limits.journal_problems, "journal-problems");
    put_section("limits", {std::move(details)});
  }

  void put_read_back() {
    Table table{
        phrase("read-back"), {label("task"), label("owner"), label("due"), label("next"), label("if-then")}, {}};
    const Text blank{{"…………"}};
    for (const std::string& id : source_.read_back) {
      Text task{{id, Tone::user}};
      table.rows.push_back({std::move(task), blank, blank, blank, blank});
    }
    std::vector<Block> blocks;
    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
    put_section("read-back", std::move(blocks));
  }

  void put_sign_off() {
    const Run blank{"……………………"};
    Details details;
    Text handed{blank};
    if (!source_.from.empty()) handed = {name(source_.from), {" "}, blank};
    details.items.push_back({label("handed"), std::move(handed)});
    details.items.push_back({label("accepted"), {name(source_.reader), {" "}, blank}});
    details.items.push_back({label("time"), {blank}});
    put_section("sign-off", {std::move(details)});
  }

  document::Reminder reminder(const Line& line) const {
    document::Reminder reminder;
    reminder.id = line.id;
    reminder.summary = title(line).text;
    reminder.description = line.next;
    if (const auto day = time::parse_day(line.due)) reminder.due_day = day;
    const time::ZonePtr zone = time::find_zone(source_.zone);
    if (const auto local = time::parse_local_time(line.due)) reminder.due = zone->to_instant(*local);
    return reminder;
  }

  const Document& source_;
  words::Language language_;
  document::Document out_;
};

}  // namespace

document::Document to_words(const Document& document, words::Language language) {
  return Wording(document, language).document();
}

std::vector<document::Reminder> reminders_of(const Document& document, words::Language language) {
  return Wording(document, language).reminders();
}

}  // namespace relais::handover
