#pragma once

#include "core/document/document.hpp"
#include "core/handover/speech.hpp"

#include <span>
#include <vector>

namespace relais::handover {

/// What is said of the next 48 hours and of what changed. A task that stands in full elsewhere in the document is named
/// here without its client.
document::Item item_of(const AgendaItem& entry, const Speech& speech);

/// One item for all that changed of one thing.
std::vector<document::Item> items_of(std::span<const Change> changes, const Speech& speech);

}  // namespace relais::handover
