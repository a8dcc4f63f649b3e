#include "core/handover/line_words.hpp"

#include "core/time/zone.hpp"

namespace relais::handover {
namespace {

using document::Detail;
using document::Run;
using document::Text;
using document::Tone;

constexpr std::string_view kinds[] = {"red", "amber", "green"};

std::string_view kind_of(const Line& line) { return kinds[static_cast<std::size_t>(line.severity)]; }

// The deadline and the wait stand in their own places already.
bool says_again(const Reason& reason, const Line& line) {
  if (!words::find_phrase(reason.code + "-then")) return false;
  if (reason.code == "handover.promise-missed") return true;  // The agenda says when.
  if (reason.code == "handover.wait-long") return line.waiting.has_value();
  const auto* at = reason.args.size() == 1 ? std::get_if<std::string>(&reason.args[0].value) : nullptr;
  return at && *at == (reason.code == "handover.chase-due" && line.waiting ? line.waiting->chase : line.due);
}

class LineWords {
 public:
  LineWords(const Line& line, const Speech& speech) : line_(line), speech_(speech) {}

  Run title() const {
    if (line_.masked) return speech_.masked(*line_.masked);
    if (!line_.title.empty()) return {line_.title, Tone::user};
    return {speech_.gap(line_.erased ? "title-erased" : "title"), Tone::gap};
  }

  std::vector<Detail> details() {
    if (!line_.masked) put_next();
    put("owner", owner());
    put("due", due());
    if (line_.waiting) put("waiting", waiting(*line_.waiting));
    put_if_then();
    if (!line_.from.empty()) put("from", requester());
    if (!line_.reasons.empty()) put("why", {{reasons()}});
    return std::move(out_);
  }

 private:
  void put(std::string_view label, Text value) { out_.push_back({speech_.label(label), std::move(value)}); }
  Text gap(std::string_view code) const { return {{speech_.gap(code), Tone::gap}}; }

  // Who waits has a next step: to ask again.
  void put_next() {
    if (!line_.next.empty()) {
      put("next", {{line_.next, Tone::user}});
    } else if (!line_.waiting) {
      put("next", gap("next"));
    }
  }

  Text owner() const {
    if (!line_.owner.empty()) return {speech_.name(line_.owner)};
    if (line_.suggested.empty()) return gap("owner");
    return {{speech_.say("handover.suggested", {{"to", line_.suggested}}), Tone::gap}};
  }

  Text due() const {
    if (line_.due.empty()) return gap("due");
    Text text{{speech_.moment(line_.due)}};
    if (!line_.request_due.empty()) {
      text.push_back({", " + speech_.say("handover.request-due", {{"at", line_.request_due}})});
    }
    return text;
  }

  Text requester() const {
    Text text{{line_.from, Tone::user}};
    if (!line_.channel.empty()) {
      text.push_back({" ("});
      text.push_back({speech_.word("channel", line_.channel), Tone::user});
      text.push_back({")"});
    }
    return text;
  }

  Text waiting(const Waiting& waiting) const {
    Text text;
    for (const std::string& part : {waiting.who, waiting.what}) {
      if (part.empty()) continue;
      text.push_back(speech_.name(part));
      text.push_back({", "});
    }
    std::string said = speech_.say("handover.waiting-since", {{"since", waiting.since}, {"minutes", waiting.minutes}});
    if (waiting.times > 0) {
      said += ", " + speech_.say("handover.waiting-chases-of", {{"n", waiting.chases}, {"times", waiting.times}});
    } else if (waiting.chases > 0) {
      said += ", " + speech_.say("handover.waiting-chases", {{"n", waiting.chases}});
    }
    if (!waiting.chase.empty()) said += ", " + speech_.say("handover.waiting-chase", {{"at", waiting.chase}});
    text.push_back({std::move(said)});
    return text;
  }

  void put_if_then() {
    if (!line_.if_then) {
      if (line_.severity == Severity::red && !line_.masked) put("if-then", gap("ifThen"));
      return;
    }
    Text text{{line_.if_then->condition, Tone::user}, {" → "}, {line_.if_then->action, Tone::user}};
    if (!line_.if_then->who.empty()) {
      text.push_back({" ("});
      text.push_back(speech_.name(line_.if_then->who));
      text.push_back({")"});
    }
    put("if-then", std::move(text));
  }

  std::string reasons() const {
    std::string out;
    for (const Reason& reason : line_.reasons) {
      if (!out.empty()) out += speech_.semicolon();
      out += says_again(reason, line_) ? speech_.say(reason.code + "-then", reason.args) : speech_.say(reason);
    }
    return out;
  }

  const Line& line_;
  const Speech& speech_;
  std::vector<Detail> out_;
};

}  // namespace

document::Item item_of(const Line& line, const Speech& speech) {
  LineWords words(line, speech);
  const bool merely_late = line.overdue && line.severity == Severity::green;
  document::Item item{speech.word("handover-mark", merely_late ? "overdue" : kind_of(line)),
                      std::string(kind_of(line)),
                      {words.title()},
                      words.details()};
  speech.add_reference(item.text, line.client, line.id, line.request);
  speech.add_sources(item.text, line.sources);
  return item;
}

document::Reminder reminder_of(const Line& line, const time::Zone& zone, const Speech& speech) {
  document::Reminder reminder;
  reminder.id = line.id;
  reminder.summary = LineWords(line, speech).title().text;
  reminder.description = line.next;
  if (const auto day = time::parse_day(line.due)) reminder.due_day = day;
  if (const auto local = time::parse_local_time(line.due)) reminder.due = zone.to_instant(*local);
  return reminder;
}

}  // namespace relais::handover
