#pragma once

#include "core/base/json.hpp"
#include "core/desk/held_requests.hpp"
#include "core/journal/fold.hpp"
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
/// takes the open requests, what people said of them and the desk's state from the journal, reads no request twice, and
/// tells those that it cannot take by their entries (`problems`). `journal.append`, `journal.erase` and `journal.merge`
/// change the journal that is held; an append costs what it brings, unless it undoes or amends.
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
  bool look_from(std::size_t place);
  void look_anew();
  void put_tip(const journal::Entry& entry);
  Result<Json> rank(Json& params);
  void take(std::string_view name, const Json& answer);

  Json entries_ = Json::array(), policy_ = Json::object(), tip_;
  journal::Fold fold_;
  HeldRequests requests_;
  triage::Readings readings_;
};

}  // namespace relais::desk
