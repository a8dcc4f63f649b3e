#pragma once

#include "core/document/document.hpp"

#include <string>

namespace relais::document {

/// A page of its own: no script, nothing fetched (its policy forbids it), readable by a screen reader, printed on A4.
/// Every user's text is escaped and stands in `<bdi>`.
std::string to_html(const Document& document);

}  // namespace relais::document
