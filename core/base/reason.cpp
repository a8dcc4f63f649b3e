#include "core/base/reason.hpp"

#include <nlohmann/json.hpp>

namespace relais {

nlohmann::json to_json(const Reason& reason) { return {{"code", reason.code}, {"args", to_json(reason.args)}}; }

}  // namespace relais
