#pragma once

#include "core/document/document.hpp"
#include "core/document/reminders.hpp"
#include "core/handover/document.hpp"
#include "core/words/words.hpp"

namespace relais::handover {

/// The document in words, for any renderer. Both languages have the same sections, lines and fields.
document::Document to_words(const Document& document, words::Language language);

/// A reminder for each open task that is printed in full.
std::vector<document::Reminder> reminders_of(const Document& document, words::Language language);

}  // namespace relais::handover
