#pragma once

#include "core/document/document.hpp"

#include <string>

namespace relais::document {

/// CommonMark 0.30, tables as lists of rows. What people typed is escaped: no link, no image, no HTML comes of it.
std::string to_markdown(const Document& document);

}  // namespace relais::document
