#include "core/base/text.hpp"
#include "core/mail/message.hpp"
#include "core/triage/import.hpp"

namespace relais::triage {
namespace {

// The text of a JSON string, quoted: this room's engines write no other JSON.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out + "\"";
}

std::string attachments_json(const std::vector<mail::Attachment>& attachments) {
  if (attachments.empty()) return {};
  std::string out = "[";
  for (const mail::Attachment& attachment : attachments) {
    if (out.size() > 1) out += ",";
    out += "{\"name\":" + quoted(replace_invalid_utf8(attachment.name)) +
           ",\"size\":" + std::to_string(attachment.size) +
           ",\"type\":" + quoted(replace_invalid_utf8(attachment.type)) + "}";
  }
  return out + "]";
}

}  // namespace

Result<Imported> import_mail(std::string_view bytes, const ImportDefaults& defaults) {
  // RFC 5322 section 4 lets no NUL into a message: what holds one is another kind of file.
  if (bytes.find('\0') != std::string_view::npos)
    return Error{ErrorCode::invalid_message, {}, "1:1", "a message, RFC 5322"};
  RELAIS_TRY(const mail::Message message, mail::read_message(bytes));
  Imported imported;
  Request request;
  request.channel = "email";
  request.client = defaults.client;
  request.lang = defaults.lang;
  request.zone = defaults.zone;
  if (message.date) request.received_at = defaults.zone->to_local(message.date->instant());
  if (message.from) {
    request.from.name = message.from->name;
    request.from.email = message.from->email;
  }
  // A form on a site writes from its own address and names the person in Reply-To.
  if (message.reply_to && !message.reply_to->email.empty() && (!message.from || message.from->email.empty())) {
    request.from.email = message.reply_to->email;
  }
  if (!message.to.empty()) request.to = message.to.front().email;
  request.subject = message.subject;
  request.body = message.text;
  request.message_id = message.message_id;
  request.thread_id = !message.references.empty() ? message.references.front() : message.in_reply_to;
  request.attachments = attachments_json(message.attachments);
  for (const mail::MessageProblem& problem : message.problems) {
    const Arguments args = problem.charset.empty() ? Arguments() : Arguments{{"charset", problem.charset}};
    imported.problems.push_back({problem.line, {problem.code, args}});
  }
  if (!message.date) imported.problems.push_back({1, {"import-no-date", {}}});
  if (trim(request.body).empty() && request.subject.empty()) imported.problems.push_back({1, {"import-no-body", {}}});
  imported.requests.push_back(std::move(request));
  give_ids(imported.requests);
  return imported;
}

}  // namespace relais::triage
