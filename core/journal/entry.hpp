#pragma once

#include "core/base/json.hpp"
#include "core/time/civil.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The journal: what was asked, done and promised, in order. An entry has a head, which is chained and stays for ever,
/// and beside it a payload with its salt, which hold all personal text and can be erased.
///
///     payloadHash = SHA-256("relais.payload.v1\n" + salt + "\n" + canonical payload)
///     hash        = SHA-256("relais.entry.v1\n" + canonical head)
///     prev        = the hash of the entry before, 64 zeros for the first
///
/// The chain makes a change visible, not impossible: whoever holds the only copy can write all of it anew after the
/// last anchor (`{size, head}`) that another person holds.
namespace relais::journal {

/// Pseudonymous ids only.
struct Head {
  std::int64_t seq = 0;  ///< From 1.
  time::Instant at;      ///< When it was written.
  time::Instant occurred_at;
  std::string by;    ///< The assistant's id.
  std::string type;  ///< `task.opened`
  std::string ref;   ///< What it is about: a request's, a task's, a person's id.
  std::string client;
  std::string retention;  ///< The class of the payload, by which it is kept and erased: core/journal/retention.hpp
  std::string prev;
  std::string payload_hash;
};

struct Entry {
  Head head;
  std::optional<Json> payload;      ///< An object; nothing once it is erased.
  std::optional<std::string> salt;  ///< 32 hex characters; nothing once it is erased.
  std::string hash;                 ///< Of the head as it was read, members that Relais does not know included.
  Json head_json;                   ///< The head as it was read, written back as it is.
};

/// The seq that an `entry.amended` or `entry.reverted` is about, from its ref; nothing if that is none.
std::optional<std::int64_t> target_seq(const Head& head);

/// The journal's position: how many entries, and the hash of the last.
struct Tip {
  std::int64_t size = 0;
  std::string head = std::string(64, '0');
  bool operator==(const Tip&) const = default;
};

}  // namespace relais::journal
