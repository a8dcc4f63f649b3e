#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace relais {

/// Eight characters at once, each in a byte of a word (Henry S. Warren, "Hacker's Delight", 6-1).
class EightCharacters {
 public:
  explicit EightCharacters(const char* at) { std::memcpy(&word_, at, sizeof word_); }

  bool any_control() const { return ((word_ - each(0x20)) & ~word_ & each(0x80)) != 0; }
  bool any(char c) const {
    const std::uint64_t zero_where_equal = word_ ^ each(static_cast<unsigned char>(c));
    return ((zero_where_equal - each(1)) & ~zero_where_equal & each(0x80)) != 0;
  }

 private:
  static constexpr std::uint64_t each(unsigned char byte) { return 0x0101010101010101u * byte; }

  std::uint64_t word_;
};

/// The place of the first character from `at` on that is a control (below U+0020) or one of `special`; the size of the
/// text if there is none.
template <char... special>
std::size_t find_control_or(std::string_view text, std::size_t at) {
  const auto none_at = [&](std::size_t place) {
    const EightCharacters eight(text.data() + place);
    return !eight.any_control() && !(eight.any(special) || ...);
  };
  while (at + 8 <= text.size() && none_at(at)) at += 8;
  // The last eight, of which some have been looked at.
  if (at + 8 > text.size() && text.size() >= 8 && none_at(text.size() - 8)) return text.size();
  const auto stops = [](char c) { return static_cast<unsigned char>(c) < 0x20 || ((c == special) || ...); };
  while (at < text.size() && !stops(text[at])) ++at;
  return at;
}

}  // namespace relais
