#include "core/base/error.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace relais {
namespace {

struct Row {
  std::string_view name;
  std::string_view sentence;
};

// In the order of ErrorCode.
constexpr std::array<Row, static_cast<std::size_t>(ErrorCode::count_)> rows{{
    {"cancelled", "The work was cancelled."},
    {"duplicate-id", "The id \"{id}\" stands twice."},
    {"duplicate-member", "The member \"{member}\" stands twice."},
    {"empty-input", "The input is empty."},
    {"input-too-large", "The input has {size} bytes; the limit is {limit}."},
    {"internal", "Relais failed; this is a fault of Relais, not of the input."},
    {"invalid-base64", "The text is not base64."},
    {"invalid-calendar", "This is not an iCalendar object."},
    {"invalid-csv", "This is not comma-separated text."},
    {"invalid-json", "This is not JSON."},
    {"invalid-message", "This is not an e-mail message."},
    {"invalid-utf8", "The text is not UTF-8."},
    {"invalid-value", "The value \"{value}\" cannot be used here."},
    {"missing-member", "The member \"{member}\" is missing."},
    {"out-of-range", "The value {value} is out of range."},
    {"too-deep", "The values are nested deeper than {limit} levels."},
    {"too-many", "There are more than {limit} {what}."},
    {"unknown-member", "The member \"{member}\" is not known here."},
    {"unknown-operation", "There is no operation \"{operation}\"."},
    {"unknown-reference", "Nothing has the id \"{id}\"."},
    {"unknown-zone", "The time zone \"{zone}\" is not known."},
    {"unreadable-file", "The file \"{file}\" cannot be read."},
    {"unsupported", "\"{value}\" is valid, but Relais does not support it."},
    {"wrong-type", "A value of another type stands here."},
}};

}  // namespace

std::string_view name(ErrorCode code) { return rows[static_cast<std::size_t>(code)].name; }

std::string_view sentence(ErrorCode code) { return rows[static_cast<std::size_t>(code)].sentence; }

std::string fill(std::string_view pattern, const Arguments& args) {
  std::string text;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    text += pattern.substr(0, open);
    const std::string_view place = pattern.substr(open + 1, close - open - 1);
    const Argument* found = nullptr;
    for (const Argument& arg : args) {
      if (arg.name == place) found = &arg;
    }
    if (!found) {
      text += pattern.substr(open, close - open + 1);
    } else if (const auto* number = std::get_if<std::int64_t>(&found->value)) {
      text += std::to_string(*number);
    } else {
      text += std::get<std::string>(found->value);
    }
    pattern.remove_prefix(close + 1);
  }
  text += pattern;
  return text;
}

std::string message(const Error& error) { return fill(sentence(error.code), error.args); }

nlohmann::json to_json(const Arguments& args) {
  nlohmann::json out = nlohmann::json::object();
  for (const Argument& arg : args) {
    std::visit([&](const auto& value) { out[arg.name] = value; }, arg.value);
  }
  return out;
}

nlohmann::json to_json(const Error& error) {
  nlohmann::json out{{"code", name(error.code)}, {"message", message(error)}};
  if (!error.args.empty()) out["args"] = to_json(error.args);
  if (!error.path.empty()) out["path"] = error.path;
  if (!error.expected.empty()) out["expected"] = error.expected;
  return out;
}

}  // namespace relais
