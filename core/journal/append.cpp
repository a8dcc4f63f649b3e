#include "core/journal/append.hpp"

#include "core/journal/hash.hpp"
#include "core/journal/retention.hpp"

namespace relais::journal {
namespace {

Json head_to_json(const Head& head) {
  Json json{{"v", 1},
            {"seq", head.seq},
            {"at", time::format(head.at)},
            {"occurredAt", time::format(head.occurred_at)},
            {"by", head.by},
            {"type", head.type},
            {"ref", head.ref},
            {"class", head.retention},
            {"prev", head.prev},
            {"payloadHash", head.payload_hash}};
  if (!head.client.empty()) json["client"] = head.client;
  return json;
}

Head head_of(const Draft& draft, const Tip& tip) {
  Head head;
  head.seq = tip.size + 1;
  head.at = draft.at;
  head.occurred_at = draft.occurred_at.value_or(draft.at);
  head.by = draft.by;
  head.type = draft.type;
  head.ref = draft.ref;
  head.client = draft.client.value_or("");
  head.retention = draft.retention.value_or(std::string(retention_class(draft.type)));
  head.prev = tip.head;
  return head;
}

Result<Entry> chained(const Draft& draft, const Tip& tip) {
  Entry entry{head_of(draft, tip), draft.payload, draft.salt, {}, {}};
  RELAIS_TRY(entry.head.payload_hash, payload_hash(draft.payload, draft.salt));
  entry.head_json = head_to_json(entry.head);
  RELAIS_TRY(entry.hash, entry_hash(entry.head_json));
  return entry;
}

}  // namespace

Result<Appended> append(const Tip& tip, const std::vector<Draft>& drafts) {
  Appended out{{}, tip};
  out.entries.reserve(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    auto entry = chained(drafts[i], out.tip);
    if (!entry.ok()) {
      Error error = entry.error();
      error.path = pointer("", i) + "/payload" + error.path;
      return error;
    }
    out.tip = {entry->head.seq, entry->hash};
    out.entries.push_back(*std::move(entry));
  }
  return out;
}

}  // namespace relais::journal
