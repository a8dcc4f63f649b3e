#pragma once

#include "core/document/document.hpp"
#include "core/handover/document.hpp"
#include "core/words/words.hpp"

#include <set>
#include <string>
#include <string_view>

namespace relais::handover {

/// How the parts of one document are said in one language. `source` must outlive it.
class Speech {
 public:
  Speech(const Document& source, words::Language language);

  words::Language language() const { return language_; }
  std::string code() const { return std::string(words::name(language_)); }

  std::string say(const Reason& reason) const { return words::render(reason, language_, source_.names); }
  std::string say(std::string code, Arguments args = {}) const { return say(Reason{std::move(code), std::move(args)}); }
  std::string word(std::string_view family, std::string_view code) const;
  std::string label(std::string_view code) const { return word("handover-label", code); }
  std::string phrase(std::string_view code) const { return word("handover-text", code); }
  std::string gap(std::string_view code) const { return word("handover-gap", code); }
  std::string number(std::int64_t value) const;

  /// A local time or a day: `Tuesday 10 March at 8:00`.
  std::string moment(const std::string& at) const { return say("handover.moment", {{"at", at}}); }

  /// An instant in the reader's zone, as `moment` takes it.
  std::string local(time::Instant at) const;

  /// What an id is called. A person may have typed an id, as an owner that the policy does not know.
  document::Run name(const std::string& id) const;

  document::Run masked(const Masked& masked) const;

  /// Between the parts of a list that hold commas themselves.
  std::string_view semicolon() const;

  /// `Cabinet Roux, t5 (r2)`, after a dash if the text has begun.
  void add_reference(document::Text& text, const std::string& client, const std::string& id,
                     const std::string& request = {}) const;
  bool is_in_full(std::string_view id) const { return in_full_.contains(id); }

  /// The journal entries that a line comes from: ` [3, 5–7]`. Of a long list the first and the last: the document as
  /// data has them all.
  void add_sources(document::Text& text, const Sources& sources) const;

 private:
  const Document& source_;
  words::Language language_;
  std::set<std::string_view> in_full_;
};

}  // namespace relais::handover
