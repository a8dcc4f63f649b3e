#pragma once

#include "core/base/json_reader.hpp"
#include "core/handover/compare.hpp"
#include "core/handover/document.hpp"

namespace relais::handover {

Json to_json(const Document& document);

/// What `to_json` writes, strictly.
Document read_document(ObjectReader& object);

/// `{id, owner?, due?, next?}`
Said read_said(ObjectReader& object);
Json to_json(const Comparison& comparison);

}  // namespace relais::handover
