#pragma once

#include "core/document/document.hpp"

#include <string>
#include <string_view>

namespace relais::document {

/// Text on one line, without what could forge the text around it: line breaks and tabs become spaces; other controls,
/// bidirectional controls (Unicode UAX 9) and tag characters go. All else stays as it was typed.
std::string clean(std::string_view text);

/// Whether a text has letters that run from right to left.
bool runs_right_to_left(std::string_view text);

/// A run as plain text: clean, and within U+2068 and U+2069 if a person typed it and it runs from right to left.
std::string isolated(const Run& run);

/// How a label is set before its value: `Next:`, French `Suite :` with a space that does not break.
std::string with_colon(std::string_view label, std::string_view language);

}  // namespace relais::document
