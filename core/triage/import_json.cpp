#include "core/triage/import_json.hpp"

#include "core/base/base64.hpp"
#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/mail/charset.hpp"
#include "core/time/time_json.hpp"
#include "core/triage/dates_json.hpp"
#include "core/triage/mask.hpp"
#include "core/triage/request_json.hpp"
#include "core/words/words.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace relais::triage {
namespace {

constexpr std::array<std::string_view, 15> fields{"id",      "lang",    "channel", "receivedAt", "timeZone",
                                                  "client",  "to",      "name",    "phone",      "email",
                                                  "company", "subject", "body",    "threadId",   "messageId"};

struct Parameters {
  std::size_t format = 0;
  std::string bytes;
  std::map<std::string, std::string> mapping;
  ImportDefaults defaults;
  bool mask = false;
};

std::string read_bytes(ObjectReader& object) {
  const auto text = object.optional_string("text");
  const auto base64 = object.optional_string("base64");
  if (!text && !base64) object.fail("", {ErrorCode::missing_member, {{"member", "text"}}, "", "text or base64"});
  if (text && base64) object.fail("base64", {ErrorCode::unknown_member, {{"member", "base64"}}, "", "text or base64"});
  if (text) return *text;
  const auto bytes = base64 ? decode_base64(*base64) : std::optional<std::string>();
  if (base64 && !bytes) object.fail("base64", {ErrorCode::invalid_base64, {}, "", ""});
  return bytes.value_or("");
}

void read_mapping(ObjectReader& object, std::map<std::string, std::string>& mapping) {
  object.object("mapping", [&](ObjectReader& reader) {
    for (const std::string_view field : fields) {
      if (const auto column = reader.optional_string(field)) mapping[std::string(field)] = *column;
    }
    reader.finish();
  });
}

Result<Parameters> read_parameters(const Json& json) {
  Reading reading;
  ObjectReader object(json, "", reading);
  Parameters parameters;
  parameters.format = object.one_of("format", {"eml", "csv", "jsonl", "note"});
  parameters.bytes = read_bytes(object);
  read_mapping(object, parameters.mapping);
  parameters.defaults.client = object.string_or("client", "");
  parameters.defaults.lang = object.string_or("lang", "");
  parameters.defaults.zone = time::read_zone_or(object, "timeZone", time::find_zone("Europe/Paris"));
  if (object.has("now") && !reading.failed())
    parameters.defaults.today = read_now(object, *parameters.defaults.zone, {});
  object.any("now");
  parameters.mask = object.boolean_or("mask", false);
  object.finish();
  if (!reading.failed() && parameters.bytes.size() > limits::input_bytes) {
    const auto size = static_cast<std::int64_t>(parameters.bytes.size());
    return Error{ErrorCode::input_too_large,
                 {{"size", size}, {"limit", static_cast<std::int64_t>(limits::input_bytes)}},
                 "/text",
                 ""};
  }
  return reading.result(std::move(parameters));
}

ImportProblem to_problem(const Error& error, std::size_t line) {
  Reason reason{std::string(name(error.code)), error.args};
  if (!error.path.empty()) reason.args.push_back({"path", error.path});
  return {line, std::move(reason)};
}

// The members of a request that this house does not know are kept in `extra`.
Json with_extra(const Json& line) {
  constexpr std::array<std::string_view, 13> known{"id",       "lang",      "channel",    "receivedAt", "timeZone",
                                                   "client",   "to",        "from",       "subject",    "body",
                                                   "threadId", "messageId", "attachments"};
  Json out = Json::object(), extra = Json::object();
  for (const auto& [name, value] : line.items()) {
    const bool usual = std::find(known.begin(), known.end(), name) != known.end();
    if (name == "extra" && value.is_object())
      extra.update(value);
    else
      (usual ? out : extra)[name] = value;
  }
  if (!extra.empty()) out["extra"] = std::move(extra);
  return out;
}

void import_line(std::string_view text, std::size_t number, const ImportDefaults& defaults, Imported& imported) {
  const auto json = parse_json(text);
  if (!json.ok()) return imported.problems.push_back(to_problem(json.error(), number));
  if (!json->is_object()) return imported.problems.push_back(to_problem({ErrorCode::wrong_type, {}, "", ""}, number));
  Json object = with_extra(*json);
  const bool has_id = object.contains("id") && !object["id"].is_null();
  if (!has_id) object["id"] = "";
  Reading reading;
  ObjectReader reader(object, "", reading);
  Request request = read_request(reader, defaults.zone);
  if (reading.failed()) return imported.problems.push_back(to_problem(reading.error(), number));
  if (request.client.empty()) request.client = defaults.client;
  if (request.lang.empty()) request.lang = defaults.lang;
  if (!request.received_at) imported.problems.push_back({number, {"import-no-date", {}}});
  imported.requests.push_back(std::move(request));
}

Imported import_lines(std::string_view bytes, const ImportDefaults& defaults) {
  Imported imported;
  std::size_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    ++number;
    const std::string_view line = trim(bytes.substr(at, end - at));
    if (!line.empty()) import_line(line, number, defaults, imported);
    at = end + 1;
  }
  give_ids(imported.requests);
  return imported;
}

Result<Imported> import(const Parameters& parameters) {
  switch (parameters.format) {
    case 0:
      return import_mail(parameters.bytes, parameters.defaults);
    case 1:
      return import_table(parameters.bytes, parameters.mapping, parameters.defaults);
    default:
      break;
  }
  const std::string text = mail::decode_unlabelled(parameters.bytes);
  if (trim(text).empty()) return Error{ErrorCode::empty_input, {}, "", ""};
  return parameters.format == 2 ? import_lines(text, parameters.defaults) : import_notes(text, parameters.defaults);
}

Json to_json(const ImportProblem& problem) {
  Json out = relais::to_json(problem.reason);
  out["line"] = problem.line;
  out["message"] = words::render(problem.reason, words::Language::english);
  return out;
}

}  // namespace

Result<Json> import_requests(const Json& params) {
  RELAIS_TRY(const Parameters parameters, read_parameters(params));
  RELAIS_TRY(const Imported imported, import(parameters));
  Json requests = Json::array(), problems = Json::array();
  for (const Request& request : imported.requests)
    requests.push_back(to_json(parameters.mask ? masked(request) : request));
  for (const ImportProblem& problem : imported.problems) problems.push_back(to_json(problem));
  return Json{{"requests", std::move(requests)}, {"problems", std::move(problems)}};
}

}  // namespace relais::triage
