#pragma once

#include "core/base/json.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

/// The operations table: all that a face may ask of the core, by name, JSON in and JSON out.
///
///     auto answer = desk::run("triage.dates", parse_json(R"({"text": "avant vendredi 17h", …})").value());
namespace relais::desk {

/// Work that can be done in slices. Slicing never changes the answer.
class Work {
 public:
  virtual ~Work() = default;
  /// Spends about `units` of effort; false once there is nothing left to do.
  virtual bool advance(std::int64_t units) = 0;
  /// What is known so far: `{cost, bound, gap, effort}` for a search.
  virtual Json progress() const = 0;
  /// Ends the work where it stands; `stopped` says why: `clock` or `cancelled`.
  virtual void stop(std::string_view stopped) = 0;
  virtual Json answer() const = 0;
};

/// A result with one long member beside its JSON text, in a form that costs less: JavaScript puts them together.
struct Packed {
  std::string json;         ///< the result, with that member absent, or as what its rows refer to
  std::string_view member;  ///< its name; it says the form: `text` is the text, `occurrences` are rows
  std::string rest;
};

struct Operation {
  std::string_view name;
  Result<Json> (*run)(const Json& params);
  /// For searches: the same work in slices; null for operations that answer at once.
  Result<std::unique_ptr<Work>> (*start)(const Json& params) = nullptr;
  /// Faces fill the parameter `now` where it is not given.
  bool takes_now = false;
  /// As `run`, its result as JSON text: for answers too long to be built as values first. Null: `run` is dumped.
  Result<std::string> (*write)(const Json& params) = nullptr;
  /// As `write`, for answers that JavaScript reads. Null: `write`.
  Result<Packed> (*pack)(const Json& params) = nullptr;
};

std::span<const Operation> operations();

/// Null if there is none of that name.
const Operation* find_operation(std::string_view name);

Result<Json> run(std::string_view name, const Json& params);

/// As `run`, the result as JSON text.
Result<std::string> write(std::string_view name, const Json& params);

/// Parameters as JSON text. Behind a NUL may follow their member `text` as it is: a long text then needs no escapes.
Result<Json> read_params(std::string_view text);

/// One exchange in text, as the module holds it: `{"result": …}` or `{"error": …}`.
std::string run_text(std::string_view name, std::string_view params);

/// As `run_text`; behind the JSON may follow a NUL, the name of a member of the result, a line feed, and its rest.
std::string run_packed(std::string_view name, std::string_view params);

/// `0.1.0`.
std::string_view version();

/// The release of the time zones: `2026f`.
std::string_view zone_data_version();

}  // namespace relais::desk
