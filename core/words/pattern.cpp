#include "core/words/pattern.hpp"

namespace relais::words {
namespace {

std::string_view take_until(std::string_view& rest, char end) {
  const auto found = rest.find(end);
  const std::string_view taken = rest.substr(0, found);
  rest.remove_prefix(found == std::string_view::npos ? rest.size() : found + 1);
  return taken;
}

Piece read_place(std::string_view text) {
  Piece piece{text, true, {}, {}, {}};
  std::string_view rest = text.substr(1, text.size() - 2);
  std::string_view head = take_until(rest, '|');
  while (!rest.empty()) piece.options.push_back(take_until(rest, '|'));
  piece.name = take_until(head, ':');
  piece.kind = head;
  return piece;
}

}  // namespace

std::vector<Piece> pieces(std::string_view pattern) {
  std::vector<Piece> out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = pattern.find('}', open == std::string_view::npos ? pattern.size() : open);
    if (close == std::string_view::npos) {
      out.push_back({pattern, false, {}, {}, {}});
      break;
    }
    if (open > 0) out.push_back({pattern.substr(0, open), false, {}, {}, {}});
    out.push_back(read_place(pattern.substr(open, close - open + 1)));
    pattern.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace relais::words
