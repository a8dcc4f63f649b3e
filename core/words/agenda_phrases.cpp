#include "core/words/words.hpp"

namespace relais::words {

std::span<const Phrase> agenda_phrases() { return {}; }

}  // namespace relais::words
