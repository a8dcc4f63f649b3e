#include "core/desk/handover_operations.hpp"

#include "core/document/html.hpp"
#include "core/document/markdown.hpp"
#include "core/document/message.hpp"
#include "core/document/plain_text.hpp"
#include "core/handover/compose.hpp"
#include "core/handover/document_json.hpp"
#include "core/handover/wording.hpp"
#include "core/journal/journal_json.hpp"
#include "core/policy/policy_json.hpp"
#include "core/time/time_json.hpp"
#include "core/words/words_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::desk {
namespace {

time::Instant latest(const std::vector<journal::Entry>& entries) {
  time::Instant at;
  for (const journal::Entry& entry : entries) at = std::max(at, entry.head.at);
  return at;
}

handover::Document read_document(ObjectReader& object) {
  handover::Document document;
  if (!object.required("document").is_object()) {
    object.fail("document", {ErrorCode::wrong_type, {}, "", "a handover document"});
  }
  object.object("document", [&](ObjectReader& inner) { document = handover::read_document(inner); });
  return document;
}

Json rendered(std::string text, std::string_view media_type) {
  return {{"text", std::move(text)}, {"mediaType", media_type}};
}

Json render(const handover::Document& document, std::size_t format, words::Language language) {
  if (format == 4) {
    return rendered(to_icalendar(handover::reminders_of(document, language), document.at, document.size),
                    "text/calendar");
  }
  const document::Document worded = handover::to_words(document, language);
  switch (format) {
    case 0:
      return rendered(document::to_html(worded), "text/html");
    case 1:
      return rendered(document::to_markdown(worded), "text/markdown");
    case 2:
      return rendered(document::to_text(worded), "text/plain");
    default:
      return rendered(document::to_message(worded, document.at), "message/rfc822");
  }
}

}  // namespace

Result<Json> handover_compose(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const std::vector<journal::Entry> entries = journal::read_entries(object, "entries");
  const policy::Policy policy = policy::read_policy(object, "policy");
  handover::Question question;
  question.reader = object.string("reader");
  question.at = time::read_optional_instant(object, "at").value_or(latest(entries));
  question.since = time::read_optional_instant(object, "since");
  question.from = object.optional_string("from");
  object.finish();
  if (reading.failed()) return reading.error();
  return Json{{"document", handover::to_json(handover::compose(entries, policy, question))}};
}

Result<Json> handover_render(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const handover::Document document = read_document(object);
  const std::size_t format = object.one_of("format", {"html", "markdown", "text", "eml", "ics"});
  const words::Language language = words::read_language(object, "lang");
  object.finish();
  if (reading.failed()) return reading.error();
  return render(document, format, language);
}

Result<Json> handover_compare(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const handover::Document document = read_document(object);
  std::vector<handover::Said> read_back;
  if (!object.required("readBack").is_array()) {
    object.fail("readBack", {ErrorCode::wrong_type, {}, "", "an array of lines"});
  }
  object.each("readBack", [&](ObjectReader& item) { read_back.push_back(handover::read_said(item)); });
  object.finish();
  if (reading.failed()) return reading.error();
  RELAIS_TRY(const handover::Comparison comparison, handover::compare(document, read_back));
  return handover::to_json(comparison);
}

}  // namespace relais::desk
