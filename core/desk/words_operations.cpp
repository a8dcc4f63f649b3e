#include "core/desk/words_operations.hpp"

#include "core/words/words_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::desk {

Result<Json> words_render(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const words::Language language = words::read_language(object, "lang");
  const words::Names names = words::read_names(object, "names");
  if (!object.required("reasons").is_array())
    object.fail("reasons", {ErrorCode::wrong_type, {}, "", "an array of reasons"});
  Json texts = Json::array();
  object.each("reasons", [&](ObjectReader& item) {
    const Reason reason = words::read_reason(item);
    if (!reading.failed()) texts.push_back(words::render(reason, language, names));
  });
  object.finish();
  return reading.result(Json{{"texts", std::move(texts)}});
}

}  // namespace relais::desk
