#pragma once

#include <string_view>
#include <vector>

namespace relais::words {

/// One piece of a phrase: plain text, or a place `{name:kind|option|option}`.
struct Piece {
  std::string_view text;  ///< As it stands in the pattern, braces included.
  bool place = false;
  std::string_view name, kind;  ///< Of a place; `kind` is empty for `{name}`.
  std::vector<std::string_view> options;
};

/// The pieces of a pattern in order. A brace that nothing closes is plain text.
std::vector<Piece> pieces(std::string_view pattern);

}  // namespace relais::words
