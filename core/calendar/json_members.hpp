#pragma once

#include "core/base/json_text.hpp"
#include "core/calendar/kept.hpp"
#include "core/time/civil.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace relais::calendar {

/// Writes one JSON object, members in byte order of their names, those kept among them; what is written comes before
/// what was kept under the same name. Names are given as they are written: `"uid":`.
class JsonMembers {
 public:
  JsonMembers(std::string& out, const Kept& kept)
      : out_(out), kept_(kept.json()), next_(kept_.begin()), keeps_(!kept.empty()) {}

  /// Begins a member and gives the text to write its value to.
  std::string& member(std::string_view name) {
    if (keeps_) write_kept_before(name.substr(1, name.size() - 3));
    separate();
    return out_ += name;
  }
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) append_json_string(member(name), value);
  }
  template <class Number>
  void number(std::string_view name, const std::optional<Number>& value) {
    if (value) member(name) += std::to_string(*value);
  }
  void boolean(std::string_view name, const std::optional<bool>& value) {
    if (value) member(name) += *value ? "true" : "false";
  }
  template <class Moment>
  void moment(std::string_view name, const std::optional<Moment>& value) {
    if (!value) return;
    time::append(member(name) += '"', *value);
    out_ += '"';
  }
  void end() {
    for (; keeps_ && next_ != kept_.end(); ++next_) write_kept();
    out_ += begun_ ? "}" : "{}";
  }

 private:
  void separate() {
    out_ += begun_ ? ',' : '{';
    begun_ = true;
  }
  void write_kept() {
    separate();
    append_json_string(out_, next_.key());
    (out_ += ':') += dump(next_.value());
  }
  void write_kept_before(std::string_view name) {
    for (; next_ != kept_.end() && next_.key() < name; ++next_) write_kept();
    if (next_ != kept_.end() && next_.key() == name) ++next_;
  }

  std::string& out_;
  const Json& kept_;
  Json::const_iterator next_;
  bool keeps_, begun_ = false;
};

}  // namespace relais::calendar
