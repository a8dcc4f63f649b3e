
#include "core/time/zone.hpp"
#include "core/words/values.hpp"
#include "core/words/words.hpp"

#include "tests/property/drawn_desk.hpp"
#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

#include <cctype>
#include <functional>
#include <map>
#include <set>

using namespace relais;
using handover_fixture::compose;
using handover_fixture::rendered;

namespace {

constexpr const char* at = "2026-03-11T17:00:00Z";
constexpr const char* since = "2026-03-09T08:00:00Z";

// Calls `visit` with each text and integer below a value, names of members too.
void each_leaf(const Json& value, const std::function<void(const Json&)>& visit) {
  if (!value.is_structured()) return visit(value);
  for (auto item = value.begin(); item != value.end(); ++item) {
    if (value.is_object()) visit(Json(item.key()));
    each_leaf(*item, visit);
  }
}

// Letters and digits in a row, whatever their script.
std::set<std::string> tokens(std::string_view text) {
  std::set<std::string> out;
  std::string token;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    const bool typographic = byte == 0xC2 || (byte == 0xE2 && text.substr(i, 2) != "\xE2\xB1");
    if (i < text.size() && !typographic && (byte >= 0x80 || std::isalnum(byte))) {
      token += text[i];
      continue;
    }
    if (typographic) i += byte == 0xC2 ? 1 : 2;
    if (!token.empty()) out.insert(std::move(token));
    token.clear();
  }
  return out;
}

void add(std::set<std::string>& known, std::string_view text) { known.merge(tokens(text)); }

// The words of the catalogue, without what is put into their places.
std::set<std::string> template_words(words::Language language) {
  std::set<std::string> known;
  for (const words::Phrase* phrase : words::phrases()) {
    const bool ours = phrase->code.starts_with("handover") || phrase->code.starts_with("severity.") ||
                      phrase->code.starts_with("channel.") || phrase->code.starts_with("clearance.");
    if (!ours) continue;
    std::string text(language == words::Language::french ? phrase->french : phrase->english);
    for (char& c : text) {
      if (c == '\'' || c == '|' || c == '{' || c == '}' || c == '#' || c == ':') c = ' ';
    }
    add(known, text);
  }
  return known;
}

// All that a line of this document may hold: what people typed, ids and names, and its fields as they are formatted.
std::set<std::string> known_tokens(const Json& document, const std::vector<journal::Entry>& entries,
                                   words::Language language) {
  std::set<std::string> known = template_words(language);
  for (const journal::Entry& entry : entries) {
    each_leaf(entry.payload.value_or(Json()), [&](const Json& leaf) {
      if (leaf.is_string()) add(known, leaf.get_ref<const std::string&>());
    });
  }
  each_leaf(document["names"], [&](const Json& leaf) { add(known, leaf.get_ref<const std::string&>()); });
  for (const Json& line : document["instructions"]) add(known, line["text"].get_ref<const std::string&>());
  each_leaf(document, [&](const Json& leaf) {
    if (leaf.is_number_integer()) {
      add(known, words::number(leaf.get<std::int64_t>(), language));
      add(known, words::minutes(leaf.get<std::int64_t>(), language));
      add(known, std::to_string(leaf.get<std::int64_t>()));
    } else if (leaf.is_string()) {
      add(known, leaf.get_ref<const std::string&>());
      add(known, words::render({"handover.moment", {{"at", leaf.get<std::string>()}}}, language));
    }
  });
  const time::Instant now = time::parse_instant(document["at"].get<std::string>()).value();
  add(known, words::moment(time::find_zone(document["timeZone"].get<std::string>())->to_local(now), language));
  if (document.contains("since")) {
    const time::Instant before = time::parse_instant(document["since"]["at"].get<std::string>()).value();
    add(known, words::moment(time::find_zone(document["timeZone"].get<std::string>())->to_local(before), language));
  }
  add(known, document["journal"]["head"].get<std::string>().substr(0, 16));
  return known;
}

std::string untraced(const std::string& text, const std::set<std::string>& known) {
  std::string out;
  for (const std::string& token : tokens(text)) {
    if (!known.contains(token)) out += token + " ";
  }
  return out;
}

// Whatever is said above the reader's clearance is said otherwise: texts, times, members that are there or not. Owner,
// deadline, priority, level and the request that a task serves are internal.
// So are the times of an event.
void say_otherwise(Json& value, SplitMix64& random, bool is_event) {
  static const std::set<std::string> internal{"owner",           "due",     "deadline",         "priority",
                                              "confidentiality", "request", "firstResponseDue", "resolutionDue",
                                              "start",           "timeZone"};
  for (auto item = value.begin(); item != value.end();) {
    const bool is_time_of_event = is_event && (item.key() == "from" || item.key() == "to");
    const bool is_request = item.key() == "request" && item->is_object();
    if (is_time_of_event || (internal.contains(item.key()) && !is_request)) {
      ++item;
    } else if (item->is_object()) {
      say_otherwise(*item, random, is_event);
      ++item;
    } else if (random.below(3) == 0 && item.key() != "if" && item.key() != "then" && item.key() != "text") {
      item = value.erase(item);
    } else {
      const std::string said = item->is_string() ? item->get<std::string>() : "";
      const bool is_time = said.starts_with("2026-");
      if (item->is_string()) *item = is_time ? "2026-03-1" + std::to_string(random.below(9)) : "leaked" + said;
      ++item;
    }
  }
}

// The refs of what is above the reader's clearance, and of the requests that such tasks serve and the tasks that serve
// such requests; amendments of any of them.
std::set<std::string> secret_refs(const std::vector<journal::Draft>& drafts) {
  std::set<std::string> out;
  for (const journal::Draft& draft : drafts) {
    const std::string level = draft.payload.value("confidentiality", "");
    if (level == "confidential" || level == "secret") out.insert(draft.ref);
  }
  for (int round = 0; round < 2; ++round) {
    for (const journal::Draft& draft : drafts) {
      const auto request = draft.payload.find("request");
      if (request == draft.payload.end() || !request->is_string()) continue;
      const std::string served = request->get<std::string>();
      if (out.contains(draft.ref)) out.insert(served);
      if (out.contains(served)) out.insert(draft.ref);
    }
  }
  for (const journal::Draft& draft : drafts) {
    if (draft.type != "entry.amended") continue;
    const auto seq = draft.payload["seq"].get<std::size_t>();
    if (out.contains(drafts[seq - 1].ref)) out.insert(draft.ref);
  }
  return out;
}

}  // namespace

TEST_CASE("no token of any section is invented: each is a word of the catalogue, a field or what someone typed") {
  constexpr const char* all[] = {"watch", "soon", "waiting", "agenda", "changes", "instructions", "steady", "readBack"};
  std::map<std::string, int> filled;
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    CAPTURE(seed);
    const auto entries = drawn_desk::chained(drawn_desk::drafts(seed, 60));
    for (const char* reader : {"ana", "ben"}) {
      const Json document = compose(entries, reader, at, since);
      for (const char* section : all) filled[section] += document[section].empty() ? 0 : 1;
      for (const words::Language language : {words::Language::english, words::Language::french}) {
        const auto known = known_tokens(document, entries, language);
        const std::string text = rendered(document, "text", std::string(words::name(language)).c_str());
        CHECK(untraced(text, known) == "");
        CHECK(untraced(text + " invented 48151623", known) == "48151623 invented ");
      }
    }
  }
  for (const char* section : all) CHECK(filled[section] > 0);
}

TEST_CASE("whatever is changed above the reader's clearance, the documents are the same bytes but for the anchor") {
  int changed = 0;
  for (std::uint64_t seed = 0; seed < 16; ++seed) {
    CAPTURE(seed);
    std::vector<journal::Draft> drafts = drawn_desk::drafts(seed, 40);
    Json before = compose(drawn_desk::chained(drafts), "ben", at, since);
    SplitMix64 random(seed);
    const std::set<std::string> secret = secret_refs(drafts);
    for (journal::Draft& draft : drafts) {
      if (!secret.contains(draft.ref)) continue;
      say_otherwise(draft.payload, random, draft.type.starts_with("event."));
      ++changed;
    }
    Json after = compose(drawn_desk::chained(drafts), "ben", at, since);
    CHECK(dump(after).find("leaked") == std::string::npos);
    after["journal"]["head"] = before["journal"]["head"];
    CHECK(dump(Json::diff(before, after)) == "[]");
    CHECK((dump(after) == dump(before)));
  }
  CHECK(changed > 150);
}

TEST_CASE("of any desk each open task and request has one home, and each line its fields or a gap") {
  int carried = 0;
  for (std::uint64_t seed = 0; seed < 16; ++seed) {
    CAPTURE(seed);
    const auto entries = drawn_desk::chained(drawn_desk::drafts(seed, 60));
    const Json document = compose(entries, "ben", at, since);
    std::map<std::string, int> homes;
    for (const char* section : {"watch", "soon", "waiting"}) {
      for (const Json& line : document[section]) {
        ++homes[line["id"].get<std::string>()];
        if (line.contains("request")) ++homes[line["request"].get<std::string>()];
        carried += line.contains("request") ? 1 : 0;
        std::set<std::string> gaps;
        for (const Json& gap : line["gaps"]) gaps.insert(gap.get<std::string>());
        for (const char* field : {"owner", "due"}) CHECK(line.contains(field) != gaps.contains(field));
        if (line.contains("masked")) continue;
        CHECK(line.contains("title") != gaps.contains("title"));
        CHECK((line.contains("next") || line.contains("waiting")) != gaps.contains("next"));
        if (line["severity"] == "red") CHECK(line.contains("ifThen") != gaps.contains("ifThen"));
      }
    }
    for (const Json& client : document["steady"]) {
      for (const Json& task : client["tasks"]) {
        ++homes[task["id"].get<std::string>()];
        if (task.contains("request")) ++homes[task["request"].get<std::string>()];
      }
    }
    std::map<std::string, int> open;
    for (const journal::Entry& entry : entries) {
      const std::string& type = entry.head.type;
      const bool opens =
          type == "task.opened" || type == "request.received" || type == "task.reopened" || type == "request.reopened";
      if (opens) open[entry.head.ref] = 1;
      if (type == "task.closed" || type == "request.closed") open.erase(entry.head.ref);
    }
    CHECK(homes == open);
  }
  CHECK(carried > 20);
}

TEST_CASE("a true read-back has no difference, and every seeded mistake is found") {
  int mistakes = 0;
  for (std::uint64_t seed = 0; seed < 16; ++seed) {
    CAPTURE(seed);
    SplitMix64 random(seed);
    const Json document = compose(drawn_desk::chained(drawn_desk::drafts(seed, 40)), "ben", at, since);
    Json said = Json::array();
    std::map<std::string, Json> lines;
    for (const char* section : {"watch", "soon", "waiting"}) {
      for (const Json& line : document[section]) lines[line["id"].get<std::string>()] = line;
    }
    for (const Json& id : document["readBack"]) {
      const Json& line = lines.at(id.get<std::string>());
      Json one{{"id", id}};
      for (const char* field : {"owner", "due", "next"}) {
        if (line.contains(field)) one[field] = line[field];
      }
      said.push_back(one);
    }
    const auto compared = [&](const Json& read_back) {
      return desk::handover_compare({{"document", document}, {"readBack", read_back}}).value();
    };
    const Json equal = compared(said);
    CHECK(equal["differs"].empty());
    CHECK(equal["missing"].empty());
    Json wrong = said;
    std::set<std::string> seeded, found;
    for (Json& one : wrong) {
      constexpr const char* fields[] = {"owner", "due", "next"};
      const char* field = fields[random.below(3)];
      if (random.below(2) == 0) continue;
      one[field] = one.contains(field) ? "not " + one[field].get<std::string>() : Json("something");
      seeded.insert(one["id"].get<std::string>() + "." + field);
    }
    mistakes += static_cast<int>(seeded.size());
    const Json differing = compared(wrong);
    for (const Json& one : differing["differs"]) {
      found.insert(one["id"].get<std::string>() + "." + one["field"].get<std::string>());
    }
    std::string missed;
    for (const std::string& one : seeded) missed += found.contains(one) ? "" : one + " ";
    CHECK(missed == "");
    CHECK(found.size() == seeded.size());
  }
  CHECK(mistakes > 40);
}
