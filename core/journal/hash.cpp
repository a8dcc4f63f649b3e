#include "core/journal/hash.hpp"

#include "core/base/sha256.hpp"
#include "core/journal/canonical_json.hpp"

namespace relais::journal {

Result<std::string> payload_hash(const Json& payload, std::string_view salt) {
  RELAIS_TRY(const std::string text, canonical_json(payload));
  Sha256 hash;
  hash.update("relais.payload.v1\n");
  hash.update(salt);
  hash.update("\n");
  hash.update(text);
  return hash.hex();
}

Result<std::string> entry_hash(const Json& head) {
  RELAIS_TRY(const std::string text, canonical_json(head));
  Sha256 hash;
  hash.update("relais.entry.v1\n");
  hash.update(text);
  return hash.hex();
}

}  // namespace relais::journal
