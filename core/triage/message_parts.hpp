#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace relais::triage {

/// What the writer wrote now, told apart from what hangs on a message: quotations of earlier ones, the signature,
/// disclaimers. A forwarded message is what it is about, so it stays.
struct MessageParts {
  /// The body with all but the message itself blanked out, byte for byte: offsets into it are offsets into the body.
  std::string message;
  std::string quoted;  ///< the same for what is quoted
  bool forwarded = false;
  /// How often the quotations name the sender as the writer of an earlier message.
  int earlier_by_sender = 0;
};

/// `subject` and `sender` help: `Re:` or `Fwd:`, and a line with the sender's name begins the signature.
MessageParts split_message(std::string_view body, std::string_view subject, std::string_view sender);

}  // namespace relais::triage
