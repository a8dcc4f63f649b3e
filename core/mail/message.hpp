#pragma once

#include "core/base/result.hpp"
#include "core/time/civil.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reading e-mail: RFC 5322 messages with MIME bodies (RFC 2045 to 2047, 2231, 3676). A reader of what people really
/// send: whatever is malformed is read as well as it can be, and named.
///
///     auto message = mail::read_message(bytes);
///     message->text;   // what a person would read: the plain part, or the HTML one as text
namespace relais::mail {

struct Mailbox {
  std::string name, email;
};

struct MailDate {
  time::LocalTime local;
  std::int32_t offset = 0;  ///< seconds east of UTC
  time::Instant instant() const { return {local.seconds - offset}; }
};

struct Attachment {
  std::string name, type;
  std::uint64_t size = 0;  ///< bytes, decoded
};

/// Something that had to be read around. Codes: `no-header`, `malformed-header`, `malformed-encoding`,
/// `unknown-encoding`, `unknown-charset`, `unclosed-multipart`, `missing-boundary`, `malformed-date`.
struct MessageProblem {
  std::size_t line = 1;
  std::string code;
  std::string charset;  ///< of `unknown-charset`: its name
};

struct Message {
  std::string subject, message_id, in_reply_to;
  std::vector<std::string> references;
  std::optional<Mailbox> from, reply_to;
  std::vector<Mailbox> to, cc;
  std::optional<MailDate> date;
  std::string text;        ///< UTF-8, lines end in `\n`
  bool automatic = false;  ///< an answering machine or a mailing list sent it (RFC 3834, RFC 2369)
  std::vector<Attachment> attachments;
  std::vector<MessageProblem> problems;
};

/// Errors: an empty input; parts nested deeper than limits::mail_depth or more than limits::mail_parts.
Result<Message> read_message(std::string_view bytes);

}  // namespace relais::mail
