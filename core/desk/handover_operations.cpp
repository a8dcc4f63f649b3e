#include "core/desk/handover_operations.hpp"

#include "core/base/limits.hpp"
#include "core/document/html.hpp"
#include "core/document/markdown.hpp"
#include "core/document/message.hpp"
#include "core/document/plain_text.hpp"
#include "core/handover/compose.hpp"
#include "core/handover/document_json.hpp"
#include "core/handover/pack_json.hpp"
#include "core/handover/question_json.hpp"
#include "core/handover/wording.hpp"
#include "core/time/time_json.hpp"
#include "core/words/words_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::desk {
namespace {

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

Json render(const handover::Document& document, std::size_t format, words::Language language,
            document::Components components) {
  if (format == 4) {
    const document::Reminders reminders = handover::reminders_of(document, language);
    return rendered(to_icalendar(reminders, document.at, document.size, components), "text/calendar");
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
  handover::Asked asked = handover::read_asked(object);
  asked.question.since = time::read_optional_instant(object, "since");
  asked.question.from = object.optional_string("from");
  asked.question.is_signed = object.boolean_or("signed", true);
  object.finish();
  if (reading.failed()) return reading.error();
  return Json{{"document", handover::to_json(handover::compose(asked.entries, asked.policy, asked.question))}};
}

Result<Json> handover_render(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  handover::Document document = read_document(object);
  const std::size_t format = object.one_of("format", {"html", "markdown", "text", "eml", "ics"});
  const words::Language language = words::read_language(object, "lang");
  const auto size = object.optional_integer("journalSize", {0, limits::json_integer});
  const auto components = static_cast<document::Components>(object.one_of_or("ics", 0, {"both", "tasks", "events"}));
  object.finish();
  if (reading.failed()) return reading.error();
  if (size && *size > document.size)
    document.notices.push_back({"handover.entries-since", {{"n", *size - document.size}}});
  return render(document, format, language, components);
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

Result<Json> desk_pack(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  handover::Asked asked = handover::read_asked(object);
  const Json& policy = object.any("policy");
  const Json& calendars = object.any("calendars");
  object.finish();
  if (reading.failed()) return reading.error();
  const handover::Pack pack = handover::pack(std::move(asked.entries), asked.policy, std::move(asked.question));
  return Json{{"pack", handover::to_json(pack, policy, calendars)}};
}

}  // namespace relais::desk
