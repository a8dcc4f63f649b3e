#pragma once

#include "core/base/json.hpp"
#include "core/journal/state.hpp"
#include "core/triage/readings.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string_view>

namespace relais::desk {

/// A desk that is held: its journal and its policy stay here, and each question brings only what is new.
///
///     auto desk = Desk::open(parse_json(R"({"policy": {…}, "entries": […]})").value());
///     desk.value()->run("journal.append", parse_json(R"({"add": […]})").value());
///     desk.value()->run("triage.rank", Json::object());   // of the requests that are open now
///
/// It answers the operations of the table that ask for a journal or a policy, with the same answers. `triage.rank`
/// takes the open requests, what people said of them and the desk's state from the journal, and reads no request twice.
/// `journal.append`, `journal.erase` and `journal.merge` change the journal that is held.
class Desk {
 public:
  /// `{policy?, entries?}`. Errors: as `policy` and `entries` of the operations.
  static Result<std::unique_ptr<Desk>> open(Json held);

  /// Whether a held desk answers the operation.
  static bool answers(std::string_view name);

  /// Errors: `unknown-operation`; `unknown-member` for what the desk holds itself; as the operation's.
  Result<Json> run(std::string_view name, Json params);

 private:
  Desk() = default;
  Status look();
  Json open_requests() const;
  Json corrections() const;
  Result<Json> rank(Json& params);
  void take(std::string_view name, const Json& answer);

  Json entries_ = Json::array(), policy_ = Json::object(), tip_;
  journal::State state_;
  triage::Readings readings_;
};

}  // namespace relais::desk
