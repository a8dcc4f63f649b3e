#include "core/handover/wording.hpp"

#include "core/handover/document_json.hpp"

#include "tests/unit/document/hostile.hpp"
#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace relais;
using namespace relais::handover_fixture;

namespace {

// Something in every section; `text` is what people typed.
std::vector<journal::Entry> journal_with(std::string_view typed) {
  const std::string text = dump(Json(std::string(typed)));
  const auto with = [&](std::string pattern) {
    for (auto at = pattern.find('@'); at != std::string::npos; at = pattern.find('@', at + text.size())) {
      pattern.replace(at, 1, text);
    }
    return pattern;
  };
  const std::pair<const char*, std::string> rows[] = {
      {"task.opened t1", with(R"({"title": @, "owner": @, "due": "2026-03-11T10:00:00", "priority": "high", "next": @,
                                  "ifThen": {"if": @, "then": @, "who": @}})")},
      {"task.opened t2", with(R"({"title": @, "owner": "ben", "confidentiality": "secret", "due": "2026-03-11"})")},
      {"task.opened t3", with(R"({"title": @, "waitingOn": {"who": @, "what": @, "chase": "2026-03-20"}})")},
      {"task.opened t4",
       with(R"({"title": @, "owner": "ben", "waitingOn": {"who": @, "what": @, "since": "2026-03-10T17:30:00"}})")},
      {"task.opened t5", with(R"({"title": @, "owner": "ben"})")},
      {"request.received r1", with(R"({"request": {"subject": @, "channel": @, "from": {"name": @}}})")},
      {"request.triaged r1", with(R"({"priority": @, "route": {"to": @}})")},
      {"callback.promised r1", with(R"({"to": @, "about": @, "by": "2026-03-11T10:00:00"})")},
      {"event.booked e1", with(R"({"title": @, "start": "2026-03-11T10:00:00", "room": @, "timeZone": @})")},
      {"absence ana", with(R"({"from": "2026-03-11", "reason": @})")},
      {"instruction.given i9", with(R"({"text": @, "from": "2026-03-01", "to": "2026-04-01"})")},
      {"task.closed t5x", "{}"},
  };
  std::vector<journal::Draft> drafts;
  for (const auto& [what, payload] : rows) {
    const std::string_view both = what;
    journal::Draft draft;
    draft.at = time::parse_instant("2026-03-10T16:40:00Z").value();
    draft.by = "ana";
    draft.type = both.substr(0, both.find(' '));
    draft.ref = both.substr(both.find(' ') + 1);
    draft.client = "law";
    draft.payload = parse_json(payload).value();
    draft.salt = journal_fixture::salt(drafts.size());
    drafts.push_back(std::move(draft));
  }
  return journal::append({}, drafts).value().entries;
}

Json document_with(std::string_view text) {
  return compose(journal_with(text), "ben", "2026-03-10T17:00:00Z", "2026-03-09T00:00:00Z");
}

std::string shape(std::string_view html) {
  std::string out;
  for (auto open = html.find('<'); open != std::string_view::npos; open = html.find('<', open + 1)) {
    out += html.substr(open, html.find('>', open) - open + 1);
  }
  return out;
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::size_t components(std::string_view calendar) {
  std::size_t found = 0;
  for (auto at = calendar.find("\r\nBEGIN:"); at != std::string_view::npos; at = calendar.find("\r\nBEGIN:", at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("French and English have the same sections, lines and fields") {
  const Json document = document_with("Mme Roux");
  for (const char* section : {"watch", "soon", "waiting", "steady", "agenda", "changes", "instructions"}) {
    CAPTURE(section);
    CHECK_FALSE(document[section].empty());
  }
  const std::string english = shape(rendered(document, "html", "en"));
  const std::string french = shape(rendered(document, "html", "fr"));
  CHECK(english.substr(english.find("<main>")) == french.substr(french.find("<main>")));
  CHECK(lines(rendered(document, "text", "en")) == lines(rendered(document, "text", "fr")));
}

TEST_CASE("no code and no empty place is left unsaid") {
  for (const char* lang : {"en", "fr"}) {
    const Json document = document_with("Mme Roux");
    std::string text = rendered(document, "text", lang);
    const std::string id = document["id"].get<std::string>();
    text.erase(text.find(id), id.size());
    CHECK(text.find("handover") == std::string::npos);
    CHECK(text.find('{') == std::string::npos);
  }
}

TEST_CASE("the document opens with its bottom line, of at most 20 words") {
  struct Row {
    const char *counts, *english, *french;
  };
  const Row rows[] = {
      {R"({"open": 0, "red": 0, "amber": 0, "overdue": 0, "waiting": 0, "masked": 0})", "Nothing is open.",
       "Rien n’est ouvert."},
      {R"({"open": 1, "red": 0, "amber": 0, "overdue": 0, "waiting": 0, "masked": 0})", "One task open, not urgent.",
       "Une tâche ouverte, sans urgence."},
      {R"({"open": 1, "red": 1, "amber": 0, "overdue": 0, "waiting": 0, "masked": 0})", "One task open: 1 red.",
       "Une tâche ouverte\u00A0: 1 rouge."},
      {R"({"open": 1200, "red": 12, "amber": 2, "overdue": 3, "waiting": 4, "masked": 5})",
       "1,200 tasks open: 12 red, 2 amber, 3 overdue, 4 waiting, 5 masked.",
       "1\u202F200 tâches ouvertes\u00A0: 12 rouges, 2 orange, 3 en retard, 4 en attente, 5 masquées."},
  };
  Json document = document_with("x");
  for (const Row& row : rows) {
    document["counts"] = parse_json(row.counts).value();
    for (const auto& [lang, expected] : {std::pair{"en", row.english}, {"fr", row.french}}) {
      const std::string text = rendered(document, "text", lang);
      const std::string first = text.substr(0, text.find('\n'));
      CHECK(first == expected);
      CHECK(std::count(first.begin(), first.end(), ' ') < 20);
      CHECK(rendered(document, "html", lang).find(std::string("<h1>") + expected + "</h1>") != std::string::npos);
    }
  }
}

TEST_CASE("what people type changes no tag, no line and no component of any rendering") {
  const Json harmless = document_with("Mme Roux");
  for (const std::string_view text : document_fixture::hostile) {
    CAPTURE(text);
    const Json document = document_with(text);
    for (const char* lang : {"en", "fr"}) {
      CHECK(shape(rendered(document, "html", lang)) == shape(rendered(harmless, "html", lang)));
      CHECK(lines(rendered(document, "text", lang)) == lines(rendered(harmless, "text", lang)));
      CHECK(lines(rendered(document, "markdown", lang)) == lines(rendered(harmless, "markdown", lang)));
      CHECK(components(rendered(document, "ics", lang)) == components(rendered(harmless, "ics", lang)));
      CHECK(rendered(document, "eml", lang).find("\r\nBcc:") == std::string::npos);
    }
  }
}

TEST_CASE("every line names its journal entries") {
  const Json document = document_with("x");
  for (const char* section : {"watch", "soon", "waiting", "agenda", "changes", "instructions"}) {
    for (const Json& line : document[section]) {
      const bool of_policy = std::string_view(section) == "instructions" && line["sources"].empty();
      if (of_policy) continue;
      REQUIRE_FALSE(line["sources"].empty());
      for (const Json& seq : line["sources"]) CHECK(seq.get<int>() <= 12);
    }
  }
}

TEST_CASE("a document read and written again is the same bytes") {
  const Json document = document_with("Mme Roux");
  Reading reading;
  ObjectReader object(document, "", reading);
  const handover::Document read = handover::read_document(object);
  REQUIRE_FALSE(reading.failed());
  CHECK(dump(handover::to_json(read)) == dump(document));
}

TEST_CASE("formats and languages are those named, with their media types") {
  const Json document = document_with("x");
  const std::pair<const char*, const char*> rows[] = {{"html", "text/html"},
                                                      {"markdown", "text/markdown"},
                                                      {"text", "text/plain"},
                                                      {"eml", "message/rfc822"},
                                                      {"ics", "text/calendar"}};
  for (const auto& [format, type] : rows) {
    CHECK(desk::handover_render({{"document", document}, {"format", format}, {"lang", "fr"}}).value()["mediaType"] ==
          type);
  }
  CHECK_FALSE(desk::handover_render({{"document", document}, {"format", "pdf"}, {"lang", "fr"}}).ok());
  CHECK_FALSE(desk::handover_render({{"document", document}, {"format", "html"}, {"lang", "de"}}).ok());
  CHECK_FALSE(desk::handover_render({{"document", nullptr}, {"format", "html"}, {"lang", "fr"}}).ok());
}

TEST_CASE("a document never changes, and says how many entries have come since") {
  const Json document = document_with("x");
  const auto with = [&](std::int64_t size, const char* lang) {
    return desk::handover_render({{"document", document}, {"format", "text"}, {"lang", lang}, {"journalSize", size}})
        .value()["text"]
        .get<std::string>();
  };
  const auto size = document["journal"]["size"].get<std::int64_t>();
  CHECK(with(size, "en") == rendered(document, "text", "en"));
  CHECK(with(size + 1, "en").find("One entry has come since this document.") != std::string::npos);
  CHECK(with(size + 1000000, "fr").find("1\u00A0million d’entrées sont venues depuis ce document.") !=
        std::string::npos);
}

TEST_CASE("a handover of nothing is a calendar that says so, in both languages") {
  const Json document = compose(std::vector<Line>{});
  for (const auto& [lang, said] : {std::pair{"en", "Nothing is open."}, {"fr", "Rien n’est ouvert."}}) {
    const std::string calendar = rendered(document, "ics", lang);
    CHECK(components(calendar) == 1);
    CHECK(calendar.find(std::string("DESCRIPTION:") + said) != std::string::npos);
  }
}

TEST_CASE("what a task waits for is chased as often as the policy says, and both numbers are printed") {
  const Json document =
      compose({{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law",
                R"({"title": "x", "waitingOn": {"who": "the court", "since": "2026-03-08"}})"},
               {"2026-03-09T09:00:00Z", "ana", "message.sent", "t1", "law", R"({"to": "the court"})"}});
  CHECK(document["watch"][0]["waiting"]["times"] == 1);
  CHECK(rendered(document, "text", "en").find(", chases 1/1") != std::string::npos);
  CHECK(rendered(document, "text", "fr").find(", relances 1/1") != std::string::npos);
}

TEST_CASE("all that changed of one task is one line") {
  const Json document = compose(
      {{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "Renew the lease"})"},
       {"2026-03-10T08:00:00Z", "ana", "task.changed", "t1", "law", R"({"owner": "ben", "due": "2026-03-11"})"}},
      "ben", "2026-03-10T17:00:00Z", "2026-03-09T09:00:00Z");
  REQUIRE(document["changes"].size() == 3);
  const std::string english = rendered(document, "text", "en"), french = rendered(document, "text", "fr");
  CHECK(english.find(
            "- Renew the lease — t1: given to Ben Moreau; deadline set, Wednesday 11\u00A0March; severity green → "
            "amber [2]\n") != std::string::npos);
  CHECK(french.find(
            "- Renew the lease — t1\u00A0: confiée à Ben Moreau\u00A0; échéance fixée, mercredi 11\u00A0mars\u00A0; "
            "gravité vert → orange [2]\n") != std::string::npos);
}

TEST_CASE("reminders are tasks, events for calendars that hide tasks, or both") {
  const auto count = [](const char* form, const char* component) {
    const std::string text =
        desk::handover_render({{"document", document_with("x")}, {"format", "ics"}, {"lang", "en"}, {"ics", form}})
            .value()["text"]
            .get<std::string>();
    std::size_t found = 0;
    for (auto at = text.find(component); at != std::string::npos; at = text.find(component, at + 1)) ++found;
    return found;
  };
  CHECK(count("both", "BEGIN:VTODO") == count("tasks", "BEGIN:VTODO"));
  CHECK(count("both", "BEGIN:VEVENT") == count("events", "BEGIN:VEVENT"));
  CHECK(count("tasks", "BEGIN:VTODO") > 0);
  CHECK(count("tasks", "BEGIN:VEVENT") == 0);
  CHECK(count("events", "BEGIN:VTODO") == 0);
  CHECK(count("events", "BEGIN:VEVENT") > 0);
}
