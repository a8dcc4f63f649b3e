#include "core/handover/speech.hpp"

#include "core/time/zone.hpp"
#include "core/words/values.hpp"

namespace relais::handover {
namespace {

using document::Run;
using document::Text;
using document::Tone;

std::string ranges(const Sources& sources) {
  std::vector<std::string> all;
  for (std::size_t first = 0; first < sources.size();) {
    std::size_t last = first;
    while (last + 1 < sources.size() && sources[last + 1] == sources[last] + 1) ++last;
    all.push_back(std::to_string(sources[first]));
    if (last > first) all.back() += "–" + std::to_string(sources[last]);
    first = last + 1;
  }
  if (all.size() > 3) {
    all.erase(all.begin() + 1, all.end() - 1);
    all.insert(all.begin() + 1, "…");
  }
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}

}  // namespace

Speech::Speech(const Document& source, words::Language language) : source_(source), language_(language) {
  for (const std::vector<Line>* lines : {&source.watch, &source.soon, &source.waiting}) {
    for (const Line& line : *lines) {
      in_full_.insert(line.id);
      if (!line.request.empty()) in_full_.insert(line.request);
    }
  }
}

std::string Speech::word(std::string_view family, std::string_view code) const {
  return words::word(family, code, language_);
}

std::string Speech::number(std::int64_t value) const { return words::number(value, language_); }

std::string Speech::local(time::Instant at) const { return time::format(time::find_zone(source_.zone)->to_local(at)); }

Run Speech::name(const std::string& id) const {
  const auto found = source_.names.find(id);
  return {found == source_.names.end() ? id : found->second, Tone::user};
}

Run Speech::masked(const Masked& masked) const {
  const std::string code = masked.ask.empty() ? "handover.masked-nobody" : "handover.masked";
  return {say(code, {{"level", masked.level}, {"ask", masked.ask}}), Tone::gap};
}

std::string_view Speech::semicolon() const { return language_ == words::Language::french ? "\u00A0; " : "; "; }

void Speech::add_reference(Text& text, const std::string& client, const std::string& id,
                           const std::string& request) const {
  if (!text.empty()) text.push_back({" — ", Tone::soft});
  if (!client.empty()) {
    text.push_back(name(client));
    text.push_back({", ", Tone::soft});
  }
  text.push_back({id, Tone::user});
  if (request.empty()) return;
  text.push_back({" (", Tone::soft});
  text.push_back({request, Tone::user});
  text.push_back({")", Tone::soft});
}

void Speech::add_sources(Text& text, const Sources& sources) const {
  if (!sources.empty()) text.push_back({" [" + ranges(sources) + "]", Tone::soft});
}

}  // namespace relais::handover
