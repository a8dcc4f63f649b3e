#pragma once

#include "core/triage/token.hpp"

#include <optional>
#include <string_view>

namespace relais::triage {

enum class Language : std::uint8_t { english, french };

std::string_view name(Language language);  ///< `en`, `fr`
/// `fr`, `en` and their regions (`fr-CA`); nothing for another language.
std::optional<Language> parse_language(std::string_view tag);

/// The language whose small words are more frequent; nothing if neither shows.
std::optional<Language> detect_language(const Tokens& tokens);

}  // namespace relais::triage
