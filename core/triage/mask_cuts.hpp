#pragma once

#include "core/triage/token.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

/// What masking takes out of a text, by kind; core/triage/mask.cpp puts it together.
namespace relais::triage {

/// A part of the text, in bytes, and what stands for it.
struct Cut {
  std::size_t start = 0, end = 0;
  std::string_view mark;
};

/// Whether a list of words holds one.
template <class Words>
bool among(std::string_view word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// People: names that words introduce (`je m'appelle`, `ask for`, `my son`), two capitals that stand together inside a
/// sentence, an initial with its name.
std::vector<Cut> people_in(std::string_view text, const Tokens& tokens);

/// What identifies a person by number: what a label announces (`n° de sécu`, `passport no.`), plates of France and
/// Britain, long runs of figures, dates of birth.
std::vector<Cut> identifiers_in(std::string_view text, const Tokens& tokens);

/// Addresses in the net that are no links: `jean [at] exemple.fr`, `tom dot hughes at gmail dot com`, `@tom`,
/// `facebook.com/tom`.
std::vector<Cut> net_names_in(std::string_view text, const Tokens& tokens);

}  // namespace relais::triage
