#include "core/journal/hash.hpp"

#include "core/base/sha256.hpp"
#include "core/journal/canonical_json.hpp"

namespace relais::journal {

Result<std::string> payload_hash(const Json& payload, std::string_view salt) {
  std::string before = "relais.payload.v1\n";
  before.append(salt).append("\n");
  RELAIS_TRY(const std::string text, canonical_json(payload, std::move(before)));
  return sha256_hex(text);
}

Result<std::string> entry_hash(const Json& head) {
  RELAIS_TRY(const std::string text, canonical_json(head, "relais.entry.v1\n"));
  return sha256_hex(text);
}

}  // namespace relais::journal
