#include "core/document/clean.hpp"

#include "core/base/text.hpp"

namespace relais::document {
namespace {

bool between(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

bool is_break(char32_t code) { return between(code, 0x09, 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029; }

bool is_invisible_control(char32_t code) {
  return code < 0x20 || between(code, 0x7F, 0x9F) || code == 0x061C || between(code, 0x200E, 0x200F) ||
         between(code, 0x202A, 0x202E) || between(code, 0x2066, 0x206F) || code == 0xFEFF ||
         between(code, 0xFFF9, 0xFFFB) || between(code, 0xE0000, 0xE007F);
}

}  // namespace

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character_at(text, at);
    if (is_break(code)) {
      out += ' ';
    } else if (!is_invisible_control(code)) {
      append_utf8(out, code);
    }
    at += size;
  }
  return out;
}

// The blocks of right-to-left scripts: Hebrew to Arabic Extended-A, the presentation forms, and the historic ones.
bool runs_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character_at(text, at);
    if (between(code, 0x0590, 0x08FF) || between(code, 0xFB1D, 0xFDFF) || between(code, 0xFE70, 0xFEFF) ||
        between(code, 0x10800, 0x10FFF) || between(code, 0x1E800, 0x1EFFF)) {
      return true;
    }
    at += size;
  }
  return false;
}

std::string isolated(const Run& run) {
  std::string text = clean(run.text);
  if (run.tone != Tone::user || !runs_right_to_left(text)) return text;
  return "\u2068" + text + "\u2069";
}

std::string with_colon(std::string_view label, std::string_view language) {
  return std::string(label) + (language == "fr" ? "\u00A0:" : ":");
}

}  // namespace relais::document
