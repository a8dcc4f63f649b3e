#include "core/triage/learn_json.hpp"

#include "core/base/base64.hpp"
#include "core/base/limits.hpp"
#include "core/triage/request_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::array<std::string_view, 3> names{"priority", "category", "action"};
constexpr std::int64_t version = 3;
constexpr std::int64_t weight_limit = std::int64_t{30} << 10, taught_limit = 250 << 8;
constexpr std::int64_t slight = 8;  // weights of less than 1/128 are not worth their place

// One record a bucket that was taught: the bucket, how much it was moved (Q8), a weight a label (Q10); two bytes each.
std::string pack(const Table& table) {
  std::string bytes;
  const auto put = [&](std::int64_t value) {
    bytes += static_cast<char>(value & 0xFF);
    bytes += static_cast<char>(value >> 8 & 0xFF);
  };
  const std::size_t count = table.labels.size();
  for (std::size_t bucket = 0; bucket < table.taught.size(); ++bucket) {
    const std::int32_t* row = table.weights.data() + bucket * count;
    const bool speaks = std::any_of(row, row + count, [](std::int32_t w) { return std::abs(w / 64) >= slight; });
    if (!speaks) continue;
    put(static_cast<std::int64_t>(bucket));
    put(table.taught[bucket]);
    for (std::size_t label = 0; label < count; ++label) put(row[label] / 64);
  }
  return encode_base64(bytes);
}

// Records in ascending order of their buckets, each number within its bounds.
bool unpack(const std::string& bytes, Table& table) {
  const std::size_t count = table.labels.size(), size = 2 * (2 + count);
  if (bytes.size() % size != 0) return false;
  if (bytes.empty()) return true;
  table.weights.assign(bucket_count * count, 0);
  table.taught.assign(bucket_count, 0);
  const auto get = [&](std::size_t at) {
    return static_cast<std::int64_t>(static_cast<unsigned char>(bytes[at])) |
           static_cast<std::int64_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
  };
  std::int64_t before = -1;
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    const std::int64_t bucket = get(at), taught = get(at + 2);
    if (bucket <= before || bucket >= bucket_count || taught > taught_limit) return false;
    before = bucket;
    table.taught[static_cast<std::size_t>(bucket)] = static_cast<std::int32_t>(taught);
    for (std::size_t label = 0; label < count; ++label) {
      const std::int64_t raw = get(at + 4 + 2 * label);
      const std::int64_t weight = raw < 32768 ? raw : raw - 65536;
      if (weight > weight_limit || weight < -weight_limit) return false;
      table.weights[static_cast<std::size_t>(bucket) * count + label] = static_cast<std::int32_t>(weight * 64);
    }
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
  table.temperature_q8 = object.integer_or("temperature", 256, {128, 1280});
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
  model.base = object.boolean_or("base", true);
  for (std::size_t i = 0; i < names.size(); ++i) {
    object.object(names[i], [&](ObjectReader& table) { model.tables[i] = read_table(table, i); });
  }
  object.finish();
  return model;
}

Json to_json(const Model& model) {
  Json out{{"version", version}, {"base", model.base}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Table& table = model.tables[i];
    if (table.examples == 0) continue;
    out[std::string(names[i])] = {{"labels", table.labels},
                                  {"examples", table.examples},
                                  {"temperature", table.temperature_q8},
                                  {"weights", pack(table)}};
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
