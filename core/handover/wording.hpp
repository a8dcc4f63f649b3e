#pragma once

#include "core/document/document.hpp"
#include "core/document/reminders.hpp"
#include "core/handover/document.hpp"
#include "core/words/words.hpp"

namespace relais::handover {

/// Printed beside a document's id: the form of the document, raised whenever a section or a field comes or goes.
inline constexpr int form_revision = 2;

/// The document in words, for any renderer. Both languages have the same sections, lines and fields.
document::Document to_words(const Document& document, words::Language language);

/// A reminder for each open task that is printed in full, and what to say where there is none: the bottom line.
document::Reminders reminders_of(const Document& document, words::Language language);

}  // namespace relais::handover
