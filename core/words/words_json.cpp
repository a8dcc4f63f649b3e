#include "core/words/words_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::words {
namespace {

void read_argument(ObjectReader& args, const std::string& name, const Json& value, Reason& reason) {
  if (const auto* text = value.get_ptr<const std::string*>()) {
    reason.args.push_back({name, *text});
  } else if (value.is_number_integer()) {
    reason.args.push_back({name, args.integer(name)});
  } else {
    args.fail(name, {ErrorCode::wrong_type, {}, "", "an integer or a string"});
  }
}

}  // namespace

Language read_language(ObjectReader& object, std::string_view member) {
  return object.one_of(member, {"en", "fr"}) == 0 ? Language::english : Language::french;
}

Names read_names(ObjectReader& object, std::string_view member) {
  Names names;
  object.object(member, [&](ObjectReader& inner) {
    const Json given = inner.rest();
    for (auto item = given.begin(); item != given.end(); ++item) names[item.key()] = inner.string(item.key());
  });
  return names;
}

Reason read_reason(ObjectReader& object) {
  Reason reason;
  reason.code = object.string("code");
  object.object("args", [&](ObjectReader& args) {
    const Json given = args.rest();
    for (auto item = given.begin(); item != given.end(); ++item) read_argument(args, item.key(), item.value(), reason);
  });
  return reason;
}

}  // namespace relais::words
