#include "core/mail/message.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/mail/charset.hpp"
#include "core/mail/encoding.hpp"
#include "core/mail/header.hpp"
#include "core/mail/html_text.hpp"

#include <algorithm>

namespace relais::mail {
namespace {

struct Part {
  std::string_view text;
  std::size_t line = 1;
};

/// What a part contributes to the readable text.
struct Body {
  std::string plain;
  std::string html;
};

std::size_t count_lines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i] == '\0' ? ' ' : text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

// RFC 3676: a line that ends in a space goes on in the next, unless it is the signature's mark.
std::string unflow(std::string_view text, bool delete_space) {
  std::string out;
  bool flowing = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const bool quoted = !line.empty() && line[0] == '>';
    if (!line.empty() && line[0] == ' ') line.remove_prefix(1);
    if (flowing && quoted) out += '\n';
    flowing = !line.empty() && line.back() == ' ' && line != "-- " && !quoted;
    if (flowing && delete_space) line.remove_suffix(1);
    out += line;
    if (!flowing) out += '\n';
  }
  return out;
}

class MessageReader {
 public:
  Result<Message> read(std::string_view bytes) {
    const Header header = read_header(bytes);
    if (header.fields.empty()) problem(1, "no-header");
    for (const std::size_t line : header.malformed_lines) problem(line, "malformed-header");
    look_at_words(header);
    read_fields(header);
    const Body body = read_entity(header, {bytes.substr(header.body_at), header.body_line}, 0);
    if (error_) return *error_;
    message_.text = text_of(body);
    if (trim(message_.text).empty()) message_.text = text_of(forwarded_);
    while (!message_.text.empty() && (message_.text.back() == '\n' || message_.text.back() == ' ')) {
      message_.text.pop_back();
    }
    return std::move(message_);
  }

 private:
  static std::string text_of(const Body& body) {
    return trim(body.plain).empty() ? html_to_text(body.html) : body.plain;
  }

  void problem(std::size_t line, std::string code, std::string_view charset = {}) {
    if (message_.problems.size() >= limits::mail_parts) return;
    message_.problems.push_back({line, std::move(code), replace_invalid_utf8(charset.substr(0, 60))});
  }

  // What people read of a header is named where its encoded words do not decode.
  void look_at_words(const Header& header) {
    for (const HeaderField& field : header.fields) {
      constexpr std::string_view read[] = {"Subject", "From", "Reply-To", "To", "Cc"};
      const bool shown = std::any_of(std::begin(read), std::end(read),
                                     [&](std::string_view name) { return equals_ignoring_case(name, field.name); });
      if (!shown) continue;
      const DecodedWords words = decode_words(decode_unlabelled(field.value));
      if (!words.clean) problem(field.line, "malformed-encoding");
      if (!words.unknown_charset.empty()) problem(field.line, "unknown-charset", words.unknown_charset);
    }
  }

  static std::optional<Mailbox> first_mailbox(std::string_view text) {
    auto mailboxes = read_mailboxes(text);
    return mailboxes.empty() ? std::nullopt : std::optional(std::move(mailboxes.front()));
  }

  // `<a@b>` of a Message-ID or the last of In-Reply-To, without its brackets.
  static std::string message_id(std::string_view text) {
    const std::size_t open = text.find('<');
    const std::size_t close = text.find('>', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return std::string(trim(text));
    return std::string(text.substr(open + 1, close - open - 1));
  }

  static std::vector<std::string> message_ids(std::string_view text) {
    std::vector<std::string> ids;
    for (std::size_t open = text.find('<'); open != std::string_view::npos; open = text.find('<', open + 1)) {
      const std::size_t close = text.find('>', open);
      if (close == std::string_view::npos) break;
      ids.emplace_back(text.substr(open + 1, close - open - 1));
    }
    return ids;
  }

  void read_fields(const Header& header) {
    message_.subject = read_text(header.value("Subject"));
    message_.message_id = message_id(header.value("Message-ID"));
    message_.in_reply_to = message_id(header.value("In-Reply-To"));
    message_.references = message_ids(header.value("References"));
    message_.from = first_mailbox(header.value("From"));
    message_.reply_to = first_mailbox(header.value("Reply-To"));
    message_.to = read_mailboxes(header.value("To"));
    message_.cc = read_mailboxes(header.value("Cc"));
    if (const std::string_view date = header.value("Date"); !date.empty()) {
      message_.date = read_date(date);
      if (!message_.date) problem(1, "malformed-date");
    }
    const std::string_view submitted = trim(header.value("Auto-Submitted"));
    const std::string precedence = to_lower(trim(header.value("Precedence")));
    message_.automatic = (!submitted.empty() && !equals_ignoring_case(submitted, "no")) || precedence == "bulk" ||
                         precedence == "list" || precedence == "junk" || !header.value("List-Unsubscribe").empty();
  }

  std::string decoded(const Header& header, Part part) {
    const std::string encoding = to_lower(trim(header.value("Content-Transfer-Encoding")));
    bool clean = true;
    std::string bytes;
    if (encoding == "quoted-printable") {
      bytes = decode_quoted_printable(part.text, clean);
    } else if (encoding == "base64") {
      bytes = decode_base64_leniently(part.text, clean);
    } else {
      bytes = part.text;
      const bool plain = encoding.empty() || encoding == "7bit" || encoding == "8bit" || encoding == "binary";
      if (!plain) problem(part.line, "unknown-encoding");
    }
    if (!clean) problem(part.line, "malformed-encoding");
    return bytes;
  }

  static std::string line_of(const Part& part) { return std::to_string(part.line) + ":1"; }

  Body read_entity(const Header& header, Part part, int depth) {
    if (depth > limits::mail_depth) {
      error_ = Error{ErrorCode::too_deep, {{"limit", std::int64_t{limits::mail_depth}}}, line_of(part), ""};
    } else if (++parts_ > limits::mail_parts) {
      const auto limit = static_cast<std::int64_t>(limits::mail_parts);
      error_ = Error{ErrorCode::too_many, {{"limit", limit}, {"what", "parts"}}, line_of(part), ""};
    }
    if (error_) return {};
    Parameterized type = read_parameterized(header.value("Content-Type"));
    if (type.value.empty()) type.value = "text/plain";
    if (type.value.substr(0, 10) == "multipart/") return read_multipart(type, part, depth);
    if (type.value == "message/rfc822") read_forwarded(part, depth);
    const Parameterized disposition = read_parameterized(header.value("Content-Disposition"));
    std::string name = disposition.parameter("filename");
    if (name.empty()) name = type.parameter("name");
    const bool text =
        type.value == "text/plain" || type.value == "text/html" || type.value.find('/') == std::string::npos;
    if (disposition.value == "attachment" || !text || (!name.empty() && depth > 0)) {
      return attach(header, part, type, std::move(name));
    }
    return read_text_part(header, part, type);
  }

  // A message that was forwarded whole is an attachment; where nobody wrote beside it, its words are what was sent.
  void read_forwarded(const Part& part, int depth) {
    const Header header = read_header(part.text, part.line);
    join(forwarded_, read_entity(header, {part.text.substr(header.body_at), header.body_line}, depth + 1), false);
  }

  Body attach(const Header& header, Part part, const Parameterized& type, std::string name) {
    if (name.empty() && type.value == "message/rfc822") name = read_text(read_header(part.text).value("Subject"));
    const std::string bytes = decoded(header, part);
    message_.attachments.push_back({std::move(name), type.value, bytes.size()});
    return {};
  }

  Body read_text_part(const Header& header, Part part, const Parameterized& type) {
    const std::string charset = type.parameter("charset");
    const Decoded text = decode_charset(decoded(header, part), charset);
    if (!text.known) problem(part.line, "unknown-charset", charset);
    if (text.known && !text.clean) problem(part.line, "malformed-encoding");
    std::string lines = with_plain_line_ends(text.text);
    if (type.value == "text/html") return {"", std::move(lines)};
    if (equals_ignoring_case(type.parameter("format"), "flowed")) {
      lines = unflow(lines, equals_ignoring_case(type.parameter("delsp"), "yes"));
    }
    return {std::move(lines), ""};
  }

  Body read_multipart(const Parameterized& type, Part part, int depth) {
    const std::vector<Part> parts = split(type.parameter("boundary"), part);
    const bool alternative = type.value == "multipart/alternative";
    Body body;
    for (const Part& inner : parts) {
      const Header header = read_header(inner.text, inner.line);
      Body got = read_entity(header, {inner.text.substr(header.body_at), header.body_line}, depth + 1);
      if (error_) return {};
      join(body, std::move(got), alternative);
    }
    return body;
  }

  // Of alternatives the plainest counts; other parts stand one after the other.
  static void join(Body& body, Body got, bool alternative) {
    if (alternative) {
      if (!trim(got.plain).empty()) body.plain = std::move(got.plain);
      if (!got.html.empty()) body.html = std::move(got.html);
      return;
    }
    if (trim(got.plain).empty() && !got.html.empty() && !trim(body.plain).empty()) got.plain = html_to_text(got.html);
    if (!trim(got.plain).empty() && trim(body.plain).empty() && !body.html.empty())
      body.plain = html_to_text(body.html);
    if (!body.plain.empty() && !got.plain.empty() && body.plain.back() != '\n') body.plain += '\n';
    body.plain += got.plain;
    body.html += got.html;
  }

  // The parts between the boundary lines (RFC 2046 section 5.1.1).
  std::vector<Part> split(const std::string& boundary, Part whole) {
    if (boundary.empty()) {
      problem(whole.line, "missing-boundary");
      return {whole};
    }
    const std::string mark = "--" + boundary;
    std::vector<Part> parts;
    std::size_t start = std::string_view::npos;
    std::size_t line = whole.line, start_line = whole.line;
    bool closed = false;
    for (std::size_t at = 0; at < whole.text.size() && !closed;) {
      const std::size_t end = std::min(whole.text.find('\n', at), whole.text.size());
      const std::string_view text = whole.text.substr(at, end - at);
      if (text.substr(0, mark.size()) == mark) {
        const std::string_view rest = trim(text.substr(mark.size()));
        if (rest.empty() || rest.substr(0, 2) == "--") {
          if (start != std::string_view::npos)
            parts.push_back({until_line_end(whole.text.substr(start, at - start)), start_line});
          start = std::min(end + 1, whole.text.size());
          start_line = line + 1;
          closed = !rest.empty();
        }
      }
      at = end + 1;
      ++line;
    }
    if (start == std::string_view::npos) {
      problem(whole.line, "missing-boundary");
      return {whole};
    }
    if (!closed) {
      problem(whole.line + count_lines(whole.text), "unclosed-multipart");
      if (start < whole.text.size()) parts.push_back({whole.text.substr(start), start_line});
    }
    return parts;
  }

  // The line end before a boundary belongs to the boundary.
  static std::string_view until_line_end(std::string_view text) {
    if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    return text;
  }

  Message message_;
  Body forwarded_;
  std::size_t parts_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<Message> read_message(std::string_view bytes) {
  if (trim(bytes).empty()) return Error{ErrorCode::empty_input, {}, "", ""};
  // Old Macintosh programs end lines in CR alone.
  if (bytes.find('\n') == std::string_view::npos && bytes.find('\r') != std::string_view::npos) {
    return MessageReader().read(with_plain_line_ends(bytes));
  }
  return MessageReader().read(bytes);
}

}  // namespace relais::mail
