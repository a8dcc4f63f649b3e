#pragma once

#include "core/triage/language.hpp"
#include "core/triage/moment.hpp"

#include <span>
#include <string_view>

namespace relais::triage {

/// Words around a date and the role they give it. Of several rows that match a mention, the first one counts.
struct RoleRow {
  Role role = Role::plain;
  std::string_view patterns;  ///< core/triage/pattern.hpp; each has one `@`
  bool weak = false;          ///< see Mention::weak
  bool tense = false;         ///< only a past tense says so: it cannot make past what is clearly ahead
};
std::span<const RoleRow> role_rows(Language language);
std::span<const RoleRow> french_role_rows();   // date_roles_french.cpp
std::span<const RoleRow> english_role_rows();  // date_roles_english.cpp

/// Gives each mention its role; `tokens` as `with_mentions` made them.
void assign_roles(const MentionedTokens& text, Language language, std::vector<Mention>& mentions);

}  // namespace relais::triage
