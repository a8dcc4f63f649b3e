#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace relais {

/// SHA-256 (FIPS 180-4, section 6.2), fed in pieces.
class Sha256 {
 public:
  void update(std::string_view bytes);
  /// The digest of all that was fed, as 64 lower-case hex characters. Ends the computation.
  std::string hex();

 private:
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> block_{};
  std::uint64_t size_ = 0;
};

/// The digest of one text, as 64 lower-case hex characters.
std::string sha256_hex(std::string_view bytes);

}  // namespace relais
