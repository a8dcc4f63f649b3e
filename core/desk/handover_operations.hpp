#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

/// `{entries, policy?, reader, at?, since?, from?, signed?, calendars?, withheld?}` → `{document}`.
Result<Json> handover_compose(const Json& params);

/// `{document, format, lang, journalSize?, ics?}` → `{text, mediaType}`.
Result<Json> handover_render(const Json& params);

/// `{document, readBack}` → `{matches, differs, missing}`.
Result<Json> handover_compare(const Json& params);

/// `{entries, policy?, reader, at?, calendars?, withheld?}` → `{pack}`: the desk as its deputy may read it.
Result<Json> desk_pack(const Json& params);

}  // namespace relais::desk
