#pragma once

#include "core/base/json.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Reading plain structs from JSON. The first error sticks and later reads give harmless values, so that a reader is
/// written straight down and asks for the error once:
///
///     Result<Meeting> read_meeting(const Json& json) {
///       Reading reading;
///       ObjectReader object(json, "", reading);
///       Meeting meeting;
///       meeting.uid = object.string("uid");
///       meeting.importance = object.integer_or("importance", 3, {1, 5});
///       object.each("people", [&](ObjectReader& person) { meeting.people.push_back(person.string("id")); });
///       object.finish();                                     // any other member is an error
///       return reading.result(std::move(meeting));
///     }
namespace relais {

/// The first error of one reading.
class Reading {
 public:
  void fail(Error error) {
    if (!error_) error_ = std::move(error);
  }
  bool failed() const { return error_.has_value(); }
  const Error& error() const { return *error_; }

  template <class T>
  Result<T> result(T value) {
    if (error_) return *error_;
    return value;
  }

 private:
  std::optional<Error> error_;
};

struct IntegerRange {
  std::int64_t least = -9007199254740991;
  std::int64_t most = 9007199254740991;
};

struct NumberRange {
  double least, most;
};

/// The members of one object. A member that is absent, or null where it is optional, is "not given".
class ObjectReader {
 public:
  /// Anything but an object is the error `wrong-type`. `path` is the JSON Pointer of `json`.
  ObjectReader(const Json& json, std::string path, Reading& reading);

  bool has(std::string_view member) const;
  /// Whether the member stands there as null, which in a change means "no longer".
  bool is_null(std::string_view member) const;
  const std::string& path() const { return path_; }
  std::string path_of(std::string_view member) const { return pointer(path_, member); }

  std::string string(std::string_view member);
  std::string string_or(std::string_view member, std::string_view fallback);
  std::optional<std::string> optional_string(std::string_view member);

  std::int64_t integer(std::string_view member, IntegerRange range = {});
  std::int64_t integer_or(std::string_view member, std::int64_t fallback, IntegerRange range = {});
  std::optional<std::int64_t> optional_integer(std::string_view member, IntegerRange range = {});

  /// Any number, for quantities that are measured or estimated; nothing stored or ordered is one.
  double number(std::string_view member, NumberRange range);
  std::optional<double> optional_number(std::string_view member, NumberRange range);

  bool boolean_or(std::string_view member, bool fallback);

  /// The place of the member's text in `names`.
  std::size_t one_of(std::string_view member, std::initializer_list<std::string_view> names);
  std::size_t one_of_or(std::string_view member, std::size_t fallback, std::initializer_list<std::string_view> names);

  /// Reads a text by `parse`, which returns an optional: `value = object.parsed("from", parse_day, "a day,
  /// 2026-03-10")`.
  template <class Parse>
  auto parsed(std::string_view member, Parse parse, std::string_view expected) {
    const std::string text = string(member);
    using Value = typename decltype(parse(std::string_view{}))::value_type;
    if (reading_.failed()) return Value{};
    if (auto value = parse(std::string_view(text))) return *value;
    fail(member, Error{ErrorCode::invalid_value, {{"value", text}}, "", std::string(expected)});
    return Value{};
  }
  template <class Parse>
  auto optional_parsed(std::string_view member, Parse parse, std::string_view expected)
      -> decltype(parse(std::string_view{})) {
    if (!given(member)) return std::nullopt;
    return parsed(member, parse, expected);
  }

  std::vector<std::string> strings(std::string_view member);  ///< Empty if not given.

  /// Each object of an array, nothing if the array is not given.
  void each(std::string_view member, const std::function<void(ObjectReader&)>& read);
  /// The object of a member; not called if it is not given.
  void object(std::string_view member, const std::function<void(ObjectReader&)>& read);
  /// Each member of a member that maps names to objects.
  void each_member(std::string_view member, const std::function<void(const std::string& name, ObjectReader&)>& read);

  /// The value itself, marked as known; null if absent.
  const Json& any(std::string_view member);
  /// As `any`, and an error if absent or null.
  const Json& required(std::string_view member);

  /// Reports the first member that nobody asked for.
  void finish();
  /// The members that nobody asked for, to be kept and written out again.
  Json rest() const;

  /// An error at a member, or at the object itself if `member` is empty.
  void fail(std::string_view member, Error error);

  Reading& reading() { return reading_; }

 private:
  bool given(std::string_view member);
  const Json& present(std::string_view member);  // an error if absent
  void wrong_type(std::string_view member, std::string_view expected);

  const Json* json_;
  std::string path_;
  Reading& reading_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace relais
