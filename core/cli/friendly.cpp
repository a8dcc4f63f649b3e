#include "core/cli/friendly.hpp"

#include "core/base/base64.hpp"
#include "core/base/text.hpp"
#include "core/cli/files.hpp"
#include "core/cli/one_shot.hpp"
#include "core/desk/clock.hpp"
#include "core/desk/journal_check.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace relais::cli {
namespace {

Result<Json> ask(std::string_view name, Json params, const Arguments& arguments) {
  const desk::Operation* operation = desk::find_operation(name);
  if (!operation) return Error{ErrorCode::unknown_operation, {{"operation", std::string(name)}}, "", ""};
  return run_operation(*operation, std::move(params), arguments);
}

Error in_file(Error error, const std::string& file) {
  error.path = error.path.empty() ? file : file + ":" + error.path;
  return error;
}

// Of a text that is one line of the file: its column stays.
Error at_line(Error error, const std::string& file, std::int64_t number) {
  const auto column = std::min(error.path.find(':'), error.path.size());
  error.path = file + ":" + std::to_string(number) + error.path.substr(column);
  return error;
}

Result<Json> import_calendar(const std::string& file, const Arguments& arguments) {
  const auto bytes = read_file(file);
  if (!bytes.ok()) return in_file(bytes.error(), file);
  auto imported = ask("calendar.import", {{"format", "ics"}, {"base64", encode_base64(*bytes)}}, arguments);
  if (!imported.ok()) return in_file(imported.error(), file);
  for (const Json& problem : (*imported)["problems"]) {
    std::fprintf(stderr, "%s:%s: %s\n", file.c_str(), problem["line"].dump().c_str(),
                 problem["message"].get_ref<const std::string&>().c_str());
  }
  return imported;
}

Result<Json> read_policy(const Arguments& arguments) {
  const auto file = arguments.option("policy");
  if (!file) return Json::object();
  RELAIS_TRY(const std::string text, read_file(*file));
  auto policy = parse_json(text);
  if (!policy.ok()) return in_file(policy.error(), *file);
  return policy;
}

// `calendars/dr-petit.ics` is the calendar of `dr-petit`.
std::string person_of(std::string_view file) {
  file.remove_prefix(file.rfind('/') + 1);
  const auto dot = file.rfind('.');
  return std::string(dot == std::string_view::npos || dot == 0 ? file : file.substr(0, dot));
}

int run_import(const Arguments& arguments) {
  if (arguments.words.size() != 2) {
    return report({ErrorCode::missing_member, {{"member", "FILE.ics"}}, "", "one calendar file"});
  }
  const auto imported = import_calendar(arguments.words[1], arguments);
  if (!imported.ok()) return report(imported.error());
  print(*imported);
  return 0;
}

// `day` and so many days more; `day` itself if it is none.
std::string shifted(const std::string& day, int days) {
  int year = 0;
  unsigned month = 0, date = 0;
  if (std::sscanf(day.c_str(), "%4d-%2u-%2u", &year, &month, &date) != 3) return day;
  using namespace std::chrono;
  const year_month_day to =
      sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date)) + std::chrono::days(days);
  std::array<char, 32> text;
  const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(to.year()),
                                 static_cast<unsigned>(to.month()), static_cast<unsigned>(to.day()));
  return {text.data(), static_cast<std::size_t>(size)};
}

struct Dates {
  std::string from, to;
};

// The days that the files' own dates span: the last year of them, and four weeks more for what recurs.
Dates dates_of(const Json& calendars) {
  std::string first, last;
  for (const Json& calendar : calendars) {
    for (const Json& event : calendar["events"]) {
      const std::string start = event.value("start", std::string());
      if (start.size() < 10) continue;
      const std::string day = start.substr(0, 10);
      if (first.empty() || day < first) first = day;
      last = std::max(last, day);
    }
  }
  if (last.empty()) return {"1970-01-01", "1970-01-02"};
  return {std::max(first, shifted(last, -365)), shifted(last, 28)};
}

Result<Json> conflict_problem(const Arguments& arguments) {
  Json calendars = Json::array();
  for (std::size_t i = 1; i < arguments.words.size(); ++i) {
    const std::string& file = arguments.words[i];
    RELAIS_TRY(Json imported, import_calendar(file, arguments));
    const std::string person = person_of(file);
    calendars.push_back({{"client", person}, {"person", person}, {"events", std::move(imported["events"])}});
  }
  const Dates dates = dates_of(calendars);
  RELAIS_TRY(Json policy, read_policy(arguments));
  Json params{{"calendars", std::move(calendars)},
              {"policy", std::move(policy)},
              {"from", arguments.option_or("from", dates.from)},
              {"to", arguments.option_or("to", dates.to)}};
  return ask("agenda.problem", std::move(params), arguments);
}

Json names_of(const Json& problem) {
  Json names = Json::object();
  for (const Json& event : problem["events"]) {
    if (!event.contains("title")) continue;
    const std::string uid = event["uid"].get<std::string>();
    const Json recurrence = event.value("recurrenceId", Json());
    names[recurrence.is_string() ? uid + "@" + recurrence.get<std::string>() : uid] = event["title"];
  }
  return names;
}

Result<Json> worded(const Json& reasons, const Json& names, const Arguments& arguments) {
  return ask("words.render", {{"reasons", reasons}, {"lang", arguments.option_or("lang", "en")}, {"names", names}},
             arguments);
}

// What stands in each other's way: `Boiler service / Leak at Mrs Hughes`.
std::string titles_of(const Json& conflict, const Json& names) {
  std::string titles;
  for (const Json& event : conflict["events"]) {
    const std::string id = event.get<std::string>();
    if (!titles.empty()) titles += " / ";
    titles += names.value(id, id);
  }
  return titles;
}

Result<int> list_conflicts(const Arguments& arguments) {
  RELAIS_TRY(const Json problem, conflict_problem(arguments));
  RELAIS_TRY(const Json found, ask("agenda.conflicts", problem, arguments));
  const Json& conflicts = found["conflicts"];
  if (arguments.has("json")) {
    print(found);
    return conflicts.empty() ? 0 : 1;
  }
  const Json names = names_of(problem);
  const std::string zone = problem.value("timeZone", "");
  for (const Json& conflict : conflicts) {
    RELAIS_TRY(const Json sentences, worded(conflict["reasons"], names, arguments));
    std::string line = desk::on_clock(conflict["start"].get<std::string>(), zone) + "  " +
                       conflict["kind"].get<std::string>() + "  " + titles_of(conflict, names) + ":";
    for (const Json& text : sentences["texts"]) line += " " + text.get<std::string>();
    std::printf("%s\n", line.c_str());
  }
  return conflicts.empty() ? 0 : 1;
}

int run_conflicts(const Arguments& arguments) {
  if (arguments.words.size() < 2) {
    return report({ErrorCode::missing_member, {{"member", "FILE.ics"}}, "", "one calendar file a person"});
  }
  const auto code = list_conflicts(arguments);
  return code.ok() ? *code : report(code.error());
}

// A journal is read line by line: it may be longer than what an operation takes as one text.
template <class Take>
Status each_line(const std::string& file, Take take) {
  const bool is_input = file == "-";
  std::FILE* stream = is_input ? stdin : std::fopen(file.c_str(), "rb");
  if (!stream) return unreadable_file(file);
  std::string line;
  bool too_long = false;
  while (read_line(stream, line, too_long)) take(too_long ? std::string("?") : line);
  const bool failed = std::ferror(stream) != 0;
  if (!is_input) std::fclose(stream);
  if (failed) return unreadable_file(file);
  return std::monostate{};
}

// What is no JSON stands as null, which the core names; where it stands is told here.
Result<Json> read_journal(const std::string& file) {
  Json entries = Json::array();
  std::int64_t number = 0;
  const Status read = each_line(file, [&](const std::string& line) {
    ++number;
    if (trim(line).empty()) return;
    auto entry = parse_json(line);
    if (!entry.ok()) report(at_line(entry.error(), file, number));
    entries.push_back(entry.ok() ? std::move(entry).value() : Json());
  });
  if (!read.ok()) return read.error();
  return entries;
}

// Where a policy, which has been read without an error, says who works here, another reader is a slip of the keyboard.
Status check_reader(const std::string& reader, const Json& policy) {
  const Json assistants = policy.value("assistants", Json::array());
  std::string known;
  for (const Json& one : assistants) {
    const auto& id = one["id"].get_ref<const std::string&>();
    if (id == reader) return std::monostate{};
    known += (known.empty() ? "one of " : ", ") + id;
  }
  if (known.empty()) return std::monostate{};
  return Error{ErrorCode::unknown_reference, {{"id", reader}}, "--to", known};
}

Result<int> write_handover(const Arguments& arguments) {
  RELAIS_TRY(Json entries, read_journal(arguments.words[1]));
  RELAIS_TRY(const Json policy, read_policy(arguments));
  Json params{{"entries", std::move(entries)}, {"policy", policy}, {"reader", arguments.option_or("to", "")}};
  if (const auto at = arguments.option("now")) params["at"] = *at;
  if (const auto since = arguments.option("from")) params["since"] = *since;
  RELAIS_TRY(Json composed, ask("handover.compose", std::move(params), arguments));
  if (const Status known = check_reader(arguments.option_or("to", ""), policy); !known.ok()) return known.error();
  RELAIS_TRY(const Json rendered, ask("handover.render",
                                      {{"document", std::move(composed["document"])},
                                       {"format", arguments.option_or("format", "text")},
                                       {"lang", arguments.option_or("lang", "en")}},
                                      arguments));
  const auto& text = rendered["text"].get_ref<const std::string&>();
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}

int run_handover(const Arguments& arguments) {
  if (arguments.words.size() != 2) {
    return report({ErrorCode::missing_member, {{"member", "JOURNAL.jsonl"}}, "", "one journal, an entry a line"});
  }
  if (!arguments.has("to")) {
    return report({ErrorCode::missing_member, {{"member", "--to"}}, "", "the id of the reader"});
  }
  const auto code = write_handover(arguments);
  return code.ok() ? *code : report(code.error());
}

Result<Json> read_anchors(const Arguments& arguments) {
  const auto file = arguments.option("anchor");
  if (!file) return Json();
  RELAIS_TRY(const std::string text, read_file(*file));
  auto anchors = parse_json(text);
  if (!anchors.ok()) return in_file(anchors.error(), *file);
  return anchors;
}

// A line a problem, then how the journal stands, and its head.
Result<int> print_verification(const Json& found, const Arguments& arguments) {
  Json reasons = Json::array();
  for (const Json& problem : found["problems"]) {
    const std::string code = "journal-problem." + problem["kind"].get<std::string>();
    reasons.push_back({{"code", code}, {"args", {{"seq", problem["seq"]}}}});
  }
  const bool ok = found["ok"].get<bool>();
  reasons.push_back({{"code", ok ? "journal.holds" : "journal.broken"}, {"args", {{"n", found["size"]}}}});
  RELAIS_TRY(const Json sentences, worded(reasons, Json::object(), arguments));
  for (const Json& text : sentences["texts"]) std::printf("%s\n", text.get_ref<const std::string&>().c_str());
  std::printf("%s\n", found["head"].get_ref<const std::string&>().c_str());
  return ok ? 0 : 1;
}

Result<int> verify_journal(const Arguments& arguments) {
  RELAIS_TRY(const Json anchors, read_anchors(arguments));
  desk::JournalCheck check;
  const Status read = each_line(arguments.words[1], [&](const std::string& line) { check.add_line(line); });
  if (!read.ok()) return read.error();
  auto found = check.finish(anchors, arguments.option_or("now", now()));
  if (!found.ok()) return in_file(found.error(), arguments.option_or("anchor", "--now"));
  if (!arguments.has("json")) return print_verification(*found, arguments);
  print(*found);
  return (*found)["ok"].get<bool>() ? 0 : 1;
}

int run_verify(const Arguments& arguments) {
  if (arguments.words.size() != 2) {
    return report({ErrorCode::missing_member, {{"member", "JOURNAL.jsonl"}}, "", "one journal, an entry a line"});
  }
  const auto code = verify_journal(arguments);
  return code.ok() ? *code : report(code.error());
}

constexpr std::array<FriendlyCommand, 4> commands{{
    {"import", "import FILE.ics", "read a calendar: events as JSCalendar, and what could not be read", run_import},
    {"conflicts", "conflicts FILE.ics… [--from DAY --to DAY] [--policy FILE] [--lang fr|en] [--json]",
     "list the conflicts between calendars, a file a person, a line a conflict", run_conflicts},
    {"handover",
     "handover JOURNAL.jsonl --to ID [--lang fr|en] [--format text|markdown|html|eml|ics] [--policy FILE]"
     " [--from INSTANT] [--now INSTANT]",
     "write the handover that a reader needs, as of --now, or of the latest entry", run_handover},
    {"verify", "verify JOURNAL.jsonl [--anchor FILE] [--lang fr|en] [--json]",
     "check a journal, and that it still holds the position in FILE: a handover, a pack, or {size, head}", run_verify},
}};

}  // namespace

const FriendlyCommand* find_friendly(std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const FriendlyCommand& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

void print_friendly() {
  for (const FriendlyCommand& command : commands) {
    std::printf("  relais %s\n      %s\n", std::string(command.usage).c_str(), std::string(command.summary).c_str());
  }
}

}  // namespace relais::cli
