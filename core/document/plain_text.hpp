#pragma once

#include "core/document/document.hpp"

#include <string>

namespace relais::document {

/// Plain text, a line a thing, not wrapped.
std::string to_text(const Document& document);

}  // namespace relais::document
