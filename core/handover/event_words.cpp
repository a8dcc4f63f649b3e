#include "core/handover/event_words.hpp"

#include "core/document/clean.hpp"

#include <algorithm>

namespace relais::handover {
namespace {

using document::Item;
using document::Text;
using document::Tone;

std::string client_beside(const std::string& client, const std::string& id, const Speech& speech) {
  return speech.is_in_full(id) ? "" : client;
}

// Of a person or a client all is said already; a calendar's UID tells nobody anything.
void add_reference(Text& text, const AgendaItem& entry, const Speech& speech) {
  const std::string_view code = entry.reason.code;
  if (code.starts_with("handover.away")) return;
  const bool is_named = code.starts_with("handover.package") || code.starts_with("handover.appointment");
  if (!is_named) {
    return speech.add_reference(text, client_beside(entry.client, entry.ref, speech), entry.ref);
  }
  if (entry.client.empty()) return;
  text.push_back({" — ", Tone::soft});
  text.push_back(speech.name(entry.client));
}

Item item_of(std::span<const Change> changes, const Speech& speech) {
  const Change& first = changes.front();
  std::string said;
  Sources sources;
  for (const Change& change : changes) {
    if (!said.empty()) said += speech.semicolon();
    said += speech.say(change.reason);
    sources.insert(sources.end(), change.sources.begin(), change.sources.end());
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  Item item;
  if (!first.title.empty()) item.text = {{first.title, Tone::user}};
  speech.add_reference(item.text, client_beside(first.client, first.id, speech), first.id);
  item.text.push_back({document::with_colon("", speech.code()) + " "});
  item.text.push_back({std::move(said), Tone::user});
  speech.add_sources(item.text, sources);
  return item;
}

}  // namespace

Item item_of(const AgendaItem& entry, const Speech& speech) {
  Item item;
  if (!entry.when.empty()) item.text = {{speech.moment(entry.when), Tone::strong}, {" — "}};
  item.text.push_back({speech.say(entry.reason), Tone::user});
  if (entry.masked) {
    item.text.push_back({", "});
    item.text.push_back(speech.masked(*entry.masked));
  }
  for (const std::string& part : {entry.who, entry.title}) {
    if (part.empty()) continue;
    item.text.push_back({", "});
    item.text.push_back(speech.name(part));
  }
  add_reference(item.text, entry, speech);
  speech.add_sources(item.text, entry.sources);
  return item;
}

std::vector<Item> items_of(std::span<const Change> changes, const Speech& speech) {
  std::vector<Item> items;
  for (std::size_t first = 0, end = 0; first < changes.size(); first = end) {
    const auto is_other = [&](const Change& one) {
      return one.id != changes[first].id || one.title != changes[first].title;
    };
    end = static_cast<std::size_t>(
        std::find_if(changes.begin() + static_cast<std::ptrdiff_t>(first), changes.end(), is_other) - changes.begin());
    items.push_back(item_of(changes.subspan(first, end - first), speech));
  }
  return items;
}

}  // namespace relais::handover
