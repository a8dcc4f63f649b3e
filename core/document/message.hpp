#pragma once

#include "core/document/document.hpp"
#include "core/time/civil.hpp"

#include <string>

namespace relais::document {

/// The document as a draft of an e-mail (.eml, RFC 5322 and 2045): plain text and HTML in base64, the title as its
/// subject (RFC 2047), `X-Unsent: 1` so that a mail program opens it for writing. Nobody is named as receiver.
std::string to_message(const Document& document, time::Instant date);

}  // namespace relais::document
