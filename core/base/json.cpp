#include "core/base/json.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace relais {
namespace {

std::string line_and_column(std::string_view text, std::size_t offset) {
  std::size_t line = 1, start = 0;
  offset = std::min(offset, text.size());
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++line;
      start = i + 1;
    }
  }
  return std::to_string(line) + ":" + std::to_string(offset - start + 1);
}

/// Hands the text to nlohmann's lexer and knows how far it has read, so that every error has its place.
class CountingInput {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingInput(const char* at, std::size_t* count) : at_(at), count_(count) {}
  reference operator*() const { return *at_; }
  CountingInput& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  bool operator==(const CountingInput& other) const { return at_ == other.at_; }
  bool operator!=(const CountingInput& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

/// Builds the value and refuses what the grammar allows but Relais does not. nlohmann calls it for each token.
class Builder {
 public:
  explicit Builder(const std::size_t* read) : read_(read) {}

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(std::int64_t value) {
    if (value < -limits::json_integer) return too_big(value);
    return put(value);
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(limits::json_integer)) return too_big(static_cast<std::int64_t>(value));
    return put(static_cast<std::int64_t>(value));
  }
  bool number_float(double value, const std::string& written) {
    // Digits alone are an integer too large for 64 bits.
    if (written.find_first_of(".eE") == std::string::npos) {
      return fail({ErrorCode::out_of_range, {{"value", written}}, "", "an integer within ±9007199254740991"});
    }
    return put(value);
  }
  // A copy has no more room than it needs; the lexer keeps what it has grown.
  bool string(std::string& value) { return put(Json(value)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    auto& members = *open_.back()->get_ptr<Json::object_t*>();
    const std::size_t before = members.size();
    // Members often come in their order: then each has its place at the end.
    const auto place = members.try_emplace(members.end(), name);
    if (members.size() == before) return fail({ErrorCode::duplicate_member, {{"member", name}}, "", ""});
    slot_ = &place->second;
    return true;
  }
  bool parse_error(std::size_t, const std::string& token, const nlohmann::detail::exception&) {
    const std::string shown = replace_invalid_utf8(token.substr(0, 40));
    return fail({ErrorCode::invalid_json, {}, "", shown.empty() ? "" : "valid JSON after " + shown});
  }

  Json take() { return std::move(root_); }
  const std::optional<Error>& error() const { return error_; }
  std::size_t error_offset() const { return error_offset_; }

 private:
  bool fail(Error error) {
    error_ = std::move(error);
    error_offset_ = *read_ == 0 ? 0 : *read_ - 1;
    return false;
  }
  bool too_big(std::int64_t value) {
    return fail({ErrorCode::out_of_range, {{"value", value}}, "", "an integer within ±9007199254740991"});
  }
  Json* put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    *slot_ = std::move(value);
    return slot_;
  }
  bool open(Json container) {
    if (static_cast<int>(open_.size()) == limits::json_depth) {
      return fail({ErrorCode::too_deep, {{"limit", std::int64_t{limits::json_depth}}}, "", ""});
    }
    open_.push_back(put(std::move(container)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  const std::size_t* read_;
  Json root_;
  std::vector<Json*> open_;
  Json* slot_ = nullptr;
  std::optional<Error> error_;
  std::size_t error_offset_ = 0;
};

}  // namespace

Error input_too_large(std::size_t size) {
  return {ErrorCode::input_too_large,
          {{"size", static_cast<std::int64_t>(size)}, {"limit", static_cast<std::int64_t>(limits::input_bytes)}},
          "",
          ""};
}

Result<Json> parse_json(std::string_view text) {
  if (text.size() > limits::input_bytes) return input_too_large(text.size());
  if (trim(text).empty()) return Error{ErrorCode::empty_input, {}, "1:1", "a JSON value"};
  if (const auto invalid = find_invalid_utf8(text)) {
    return Error{ErrorCode::invalid_utf8, {}, line_and_column(text, *invalid), "UTF-8"};
  }
  std::size_t read = 0;
  Builder builder(&read);
  const bool parsed =
      Json::sax_parse(CountingInput(text.data(), &read), CountingInput(text.data() + text.size(), &read), &builder);
  if (parsed) return builder.take();
  Error error = builder.error().value_or(Error{ErrorCode::invalid_json, {}, "", ""});
  error.path = line_and_column(text, builder.error_offset());
  return error;
}

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string pointer(std::string_view path, std::string_view token) {
  std::string out(path);
  out += '/';
  for (const char c : token) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string pointer(std::string_view path, std::size_t index) {
  return std::string(path) + "/" + std::to_string(index);
}

}  // namespace relais
