#include "core/triage/learn_json.hpp"

#include "core/base/base64.hpp"
#include "core/base/limits.hpp"
#include "core/triage/request_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::array<std::string_view, 3> names{"priority", "category", "action"};
constexpr std::int64_t version = 1;
constexpr std::int64_t weight_limit = std::int64_t{8} << 16;

std::string pack(const Table& table) {
  std::string bytes;
  const auto put = [&](std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  for (const auto& [bucket, weights] : table.weights) {
    put(bucket, 2);
    for (const std::int32_t weight : weights) put(static_cast<std::uint32_t>(weight), 4);
  }
  return encode_base64(bytes);
}

// Records in ascending order of their buckets, each weight within its bounds.
bool unpack(const std::string& bytes, Table& table) {
  const std::size_t size = 2 + 4 * table.labels.size();
  if (bytes.size() % size != 0) return false;
  const auto get = [&](std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i)
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]))
               << (8 * i);
    return value;
  };
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    const auto bucket = static_cast<std::uint16_t>(get(at, 2));
    if (!table.weights.empty() && table.weights.rbegin()->first >= bucket) return false;
    std::vector<std::int32_t> weights;
    for (std::size_t label = 0; label < table.labels.size(); ++label) {
      const auto weight = static_cast<std::int32_t>(get(at + 2 + 4 * label, 4));
      if (weight > weight_limit || weight < -weight_limit) return false;
      weights.push_back(weight);
    }
    table.weights.emplace(bucket, std::move(weights));
  }
  return true;
}

// The labels that the engine gives by number must stand first, in its order.
bool has_fixed_labels(const Table& table, std::size_t index) {
  constexpr std::array<std::string_view, 4> priorities{"critical", "high", "normal", "low"};
  const std::span<const std::string_view> fixed = index == 0   ? std::span<const std::string_view>(priorities)
                                                  : index == 1 ? category_names()
                                                               : action_names();
  const bool exact = index == 1 ? table.labels.size() >= fixed.size() : table.labels.size() == fixed.size();
  return exact && std::equal(fixed.begin(), fixed.end(), table.labels.begin());
}

Table read_table(ObjectReader& object, std::size_t index) {
  Table table;
  table.labels = object.strings("labels");
  table.examples = object.integer_or("examples", 0, {0, 1'000'000'000});
  const auto bytes = decode_base64(object.string("weights"));
  object.finish();
  if (object.reading().failed()) return table;
  if (table.labels.size() > limits::model_labels || !has_fixed_labels(table, index)) {
    object.fail("labels", {ErrorCode::invalid_value, {{"value", "labels"}}, "", "the labels that triage.learn wrote"});
  } else if (!bytes || !unpack(*bytes, table)) {
    object.fail("weights", {ErrorCode::invalid_base64, {}, "", "the weights that triage.learn wrote"});
  }
  return table;
}

Correction read_correction(ObjectReader& object, const time::ZonePtr& utc) {
  Correction correction;
  if (object.required("request").is_null()) object.fail("request", {ErrorCode::wrong_type, {}, "", "an object"});
  object.object("request", [&](ObjectReader& request) { correction.request = read_request(request, utc); });
  if (object.has("priority"))
    correction.priority =
        static_cast<policy::Priority>(object.one_of("priority", {"critical", "high", "normal", "low"}));
  object.any("priority");
  correction.category = object.optional_string("category");
  if (object.has("action"))
    correction.action =
        static_cast<Action>(object.one_of("action", {"transfer", "schedule", "message", "answer", "filter"}));
  object.any("action");
  object.finish();
  return correction;
}

}  // namespace

Model read_model(ObjectReader& object) {
  Model model;
  object.integer("version", {version, version});
  for (std::size_t i = 0; i < names.size(); ++i) {
    object.object(names[i], [&](ObjectReader& table) { model.tables[i] = read_table(table, i); });
  }
  object.finish();
  return model;
}

Json to_json(const Model& model) {
  Json out{{"version", version}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Table& table = model.tables[i];
    if (table.labels.empty()) continue;
    out[std::string(names[i])] = {{"labels", table.labels}, {"examples", table.examples}, {"weights", pack(table)}};
  }
  return out;
}

Result<LearnParameters> read_learn_parameters(const Json& json) {
  Reading reading;
  ObjectReader object(json, "", reading);
  LearnParameters parameters;
  const time::ZonePtr utc = time::find_zone("UTC");
  object.object("model", [&](ObjectReader& model) { parameters.model = read_model(model); });
  const Json& list = object.required("corrections");
  if (list.is_array() && list.size() > limits::triage_requests) {
    object.fail("corrections",
                {ErrorCode::too_many,
                 {{"limit", static_cast<std::int64_t>(limits::triage_requests)}, {"what", "corrections"}},
                 "",
                 ""});
  } else if (!list.is_array()) {
    object.fail("corrections", {ErrorCode::wrong_type, {}, "", "an array of objects"});
  }
  object.each("corrections", [&](ObjectReader& item) { parameters.corrections.push_back(read_correction(item, utc)); });
  object.finish();
  return reading.result(std::move(parameters));
}

}  // namespace relais::triage
