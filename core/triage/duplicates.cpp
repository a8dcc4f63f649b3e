#include "core/triage/duplicates.hpp"

#include "core/base/text.hpp"
#include "core/triage/extract.hpp"
#include "core/triage/message_parts.hpp"

#include <algorithm>
#include <map>

namespace relais::triage {
namespace {

constexpr std::int64_t window = 3 * time::seconds_per_day;
constexpr std::size_t compared_before = 20;  // earlier messages of the same sender that are looked at

std::vector<std::uint32_t> shingles(const Request& request) {
  const MessageParts parts = split_message(request.body, request.subject, request.from.name);
  std::vector<std::uint32_t> out;
  const auto take = [&](const Tokens& tokens) {
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::mark || out.size() >= 2000) continue;
      std::uint32_t hash = 2166136261u;
      for (const char c : token.text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
      out.push_back(hash);
    }
  };
  take(tokenize(request.subject));
  take(tokenize(parts.message));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Half of all words of both in common.
bool alike(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.empty() || b.empty()) return false;
  std::vector<std::uint32_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  const std::size_t all = a.size() + b.size() - common.size();
  return common.size() * 2 >= all;
}

}  // namespace

std::string sender_key(const Sender& sender, std::string_view client) {
  if (!sender.email.empty()) return "e:" + to_lower(trim(sender.email));
  std::string phone = normalized_phone(sender.phone);
  if (!phone.empty()) return "p:" + (phone.size() > 9 ? phone.substr(phone.size() - 9) : phone);
  if (sender.name.empty()) return {};
  return "n:" + fold(sender.name) + "/" + std::string(client);
}

std::vector<std::optional<std::size_t>> find_duplicates(const std::vector<Request>& requests) {
  std::vector<std::optional<std::size_t>> found(requests.size());
  std::vector<std::vector<std::uint32_t>> words(requests.size());
  std::map<std::string, std::vector<std::size_t>> by_sender;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const std::string key = sender_key(requests[i].from, requests[i].client);
    if (!key.empty()) by_sender[key].push_back(i);
  }
  const auto received = [&](std::size_t i) { return requests[i].received_at.value_or(time::LocalTime{}); };
  for (auto& [key, own] : by_sender) {
    if (own.size() < 2) continue;
    for (const std::size_t i : own) words[i] = shingles(requests[i]);
    std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) { return received(a) < received(b); });
    for (std::size_t later = 1; later < own.size(); ++later) {
      const std::size_t first = later > compared_before ? later - compared_before : 0;
      for (std::size_t earlier = first; earlier < later; ++earlier) {
        const std::size_t a = own[earlier], b = own[later];
        if (received(b) - received(a) > window || !alike(words[a], words[b])) continue;
        found[b] = found[a].value_or(a);
        break;
      }
    }
  }
  return found;
}

}  // namespace relais::triage
