#include "core/base/json_reader.hpp"

#include <nlohmann/json.hpp>

namespace relais {
namespace {

const Json null_value = nullptr;
const Json empty_object = Json::object();

// The member of an object, or null.
const Json* find(const Json& json, std::string_view member) {
  const auto& members = *json.get_ptr<const Json::object_t*>();
  const auto found = members.find(member);
  return found == members.end() ? nullptr : &found->second;
}

}  // namespace

ObjectReader::ObjectReader(const Json& json, std::string path, Reading& reading)
    : json_(&json), path_(std::move(path)), reading_(reading) {
  if (json.is_object()) return;
  json_ = &empty_object;
  reading_.fail({ErrorCode::wrong_type, {}, path_, "an object"});
}

bool ObjectReader::has(std::string_view member) const {
  const Json* found = find(*json_, member);
  return found && !found->is_null();
}

bool ObjectReader::is_null(std::string_view member) const {
  const Json* found = find(*json_, member);
  return found && found->is_null();
}

bool ObjectReader::given(std::string_view member) { return !any(member).is_null(); }

const Json& ObjectReader::any(std::string_view member) {
  const Json* found = find(*json_, member);
  if (!found) return null_value;
  if (!known_.contains(member)) known_.emplace(member);
  return *found;
}

const Json& ObjectReader::present(std::string_view member) {
  const Json& value = any(member);
  if (&value == &null_value) {
    reading_.fail({ErrorCode::missing_member, {{"member", std::string(member)}}, path_, ""});
  }
  return value;
}

const Json& ObjectReader::required(std::string_view member) {
  const Json& value = present(member);
  if (value.is_null()) wrong_type(member, "a value that is not null");
  return value;
}

void ObjectReader::wrong_type(std::string_view member, std::string_view expected) {
  reading_.fail({ErrorCode::wrong_type, {}, path_of(member), std::string(expected)});
}

void ObjectReader::fail(std::string_view member, Error error) {
  error.path = member.empty() ? path_ : path_of(member);
  reading_.fail(std::move(error));
}

std::string ObjectReader::string(std::string_view member) {
  const Json& value = present(member);
  if (const auto* text = value.get_ptr<const std::string*>()) return *text;
  wrong_type(member, "a string");
  return {};
}

std::string ObjectReader::string_or(std::string_view member, std::string_view fallback) {
  return given(member) ? string(member) : std::string(fallback);
}

std::optional<std::string> ObjectReader::optional_string(std::string_view member) {
  if (!given(member)) return std::nullopt;
  return string(member);
}

std::int64_t ObjectReader::integer(std::string_view member, IntegerRange range) {
  const Json& value = present(member);
  const auto* number = value.get_ptr<const std::int64_t*>();
  if (!number) {
    wrong_type(member, "an integer");
    return range.least;
  }
  if (*number < range.least || *number > range.most) {
    fail(member, {ErrorCode::out_of_range,
                  {{"value", *number}},
                  "",
                  "an integer from " + std::to_string(range.least) + " to " + std::to_string(range.most)});
    return range.least;
  }
  return *number;
}

std::int64_t ObjectReader::integer_or(std::string_view member, std::int64_t fallback, IntegerRange range) {
  return given(member) ? integer(member, range) : fallback;
}

std::optional<std::int64_t> ObjectReader::optional_integer(std::string_view member, IntegerRange range) {
  if (!given(member)) return std::nullopt;
  return integer(member, range);
}

double ObjectReader::number(std::string_view member, NumberRange range) {
  const Json& value = required(member);
  const auto* integer = value.get_ptr<const std::int64_t*>();
  const auto* fraction = value.get_ptr<const double*>();
  if (!integer && !fraction) {
    wrong_type(member, "a number");
    return range.least;
  }
  const double number = integer ? static_cast<double>(*integer) : *fraction;
  if (number >= range.least && number <= range.most) return number;
  fail(member, {ErrorCode::out_of_range,
                {{"value", dump(value)}},
                "",
                "a number from " + dump(range.least) + " to " + dump(range.most)});
  return range.least;
}

std::optional<double> ObjectReader::optional_number(std::string_view member, NumberRange range) {
  if (!given(member)) return std::nullopt;
  return number(member, range);
}

bool ObjectReader::boolean_or(std::string_view member, bool fallback) {
  if (!given(member)) return fallback;
  if (const auto* value = any(member).get_ptr<const bool*>()) return *value;
  wrong_type(member, "true or false");
  return fallback;
}

std::size_t ObjectReader::one_of(std::string_view member, std::initializer_list<std::string_view> names) {
  const std::string text = string(member);
  std::string expected;
  std::size_t index = 0;
  for (const std::string_view name : names) {
    if (text == name) return index;
    expected += (index++ == 0 ? "one of " : ", ");
    expected += name;
  }
  fail(member, {ErrorCode::invalid_value, {{"value", text}}, "", expected});
  return 0;
}

std::size_t ObjectReader::one_of_or(std::string_view member, std::size_t fallback,
                                    std::initializer_list<std::string_view> names) {
  return given(member) ? one_of(member, names) : fallback;
}

std::vector<std::string> ObjectReader::strings(std::string_view member) {
  std::vector<std::string> out;
  if (!given(member)) return out;
  const Json& value = any(member);
  if (!value.is_array()) {
    wrong_type(member, "an array of strings");
    return out;
  }
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (const auto* text = value[i].get_ptr<const std::string*>()) {
      out.push_back(*text);
    } else {
      reading_.fail({ErrorCode::wrong_type, {}, pointer(path_of(member), i), "a string"});
    }
  }
  return out;
}

void ObjectReader::each(std::string_view member, const std::function<void(ObjectReader&)>& read) {
  if (!given(member)) return;
  const Json& value = any(member);
  if (!value.is_array()) return wrong_type(member, "an array of objects");
  for (std::size_t i = 0; i < value.size() && !reading_.failed(); ++i) {
    ObjectReader item(value[i], pointer(path_of(member), i), reading_);
    read(item);
  }
}

void ObjectReader::object(std::string_view member, const std::function<void(ObjectReader&)>& read) {
  if (!given(member)) return;
  ObjectReader inner(any(member), path_of(member), reading_);
  if (!reading_.failed()) read(inner);
}

void ObjectReader::each_member(std::string_view member,
                               const std::function<void(const std::string& name, ObjectReader&)>& read) {
  if (!given(member)) return;
  const Json& value = any(member);
  if (!value.is_object()) return wrong_type(member, "an object");
  for (auto item = value.begin(); item != value.end() && !reading_.failed(); ++item) {
    ObjectReader inner(item.value(), pointer(path_of(member), item.key()), reading_);
    read(item.key(), inner);
  }
}

void ObjectReader::finish() {
  for (auto item = json_->begin(); item != json_->end(); ++item) {
    if (!known_.contains(item.key())) {
      return reading_.fail({ErrorCode::unknown_member, {{"member", item.key()}}, pointer(path_, item.key()), ""});
    }
  }
}

Json ObjectReader::rest() const {
  Json out = Json::object();
  for (auto item = json_->begin(); item != json_->end(); ++item) {
    if (!known_.contains(item.key())) out[item.key()] = item.value();
  }
  return out;
}

}  // namespace relais
