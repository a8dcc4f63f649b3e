#include "core/mail/message.hpp"

#include "core/base/limits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace relais;

namespace {

std::string text_of(const std::string& bytes) {
  const auto message = mail::read_message(bytes);
  return message.ok() ? message->text : "error";
}

bool has_problem(const mail::Message& message, std::string_view code) {
  return std::any_of(message.problems.begin(), message.problems.end(),
                     [&](const auto& problem) { return problem.code == code; });
}

}  // namespace

TEST_CASE("header fields are unfolded and their encoded words decoded (RFC 5322 section 2.2.3, RFC 2047)") {
  const auto message = mail::read_message(
      "From: =?iso-8859-1?Q?An=C9lie_D=FCpont?= <ana@example.org>\r\n"
      "To: \"Desk, main\" <desk@example.org>, bob@example.org (Bob)\r\n"
      "Subject: =?UTF-8?B?RnVpdGUg?=\r\n =?UTF-8?B?ZCfDqQ==?= =?utf-8?q?t=C3=A9?=\r\n"
      "Date: Tue, 10 Mar 2026 10:05:00 +0100\r\n"
      "Message-ID: <a1@example.org>\r\nReferences: <r1@x> <r2@x>\r\n\r\nBonjour\r\n");
  REQUIRE(message.ok());
  CHECK(message->from->name == "AnÉlie Düpont");
  CHECK(message->from->email == "ana@example.org");
  REQUIRE(message->to.size() == 2);
  CHECK(message->to[0].name == "Desk, main");
  CHECK(message->to[1].name == "Bob");
  CHECK(message->subject == "Fuite d'été");
  CHECK(message->message_id == "a1@example.org");
  CHECK(message->references.size() == 2);
  REQUIRE(message->date);
  CHECK(time::format(message->date->instant()) == "2026-03-10T09:05:00Z");
  CHECK(message->text == "Bonjour");
  CHECK(message->problems.empty());
}

TEST_CASE("bodies are decoded from their transfer encoding and character set (RFC 2045 section 6)") {
  struct Row {
    std::string header, body, text;
  };
  const Row rows[] = {
      {"Content-Type: text/plain; charset=iso-8859-1", "caf\xE9", "café"},
      {"Content-Type: text/plain; charset=\"windows-1252\"", "10 \x80", "10 €"},
      {"Content-Type: text/plain; charset=ISO-8859-15", "\xA4 c\xBDur", "€ cœur"},
      {"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", "caf=C3=A9 l=\r\nong",
       "café long"},
      {"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: BASE64", "Q2Fmw6kg\r\nb2s=", "Café ok"},
      {"Content-Type: text/plain", "caf\xE9", "café"},
      {"Content-Type: text/plain; format=flowed", "one \r\ntwo\r\n-- \r\nsig", "one two\n-- \nsig"},
      {"Content-Type: text/html; charset=utf-8",
       "<style>p{}</style><p>Bonjour&nbsp;&eacute;t&#233;</p><ul><li>a<li>b</ul>", "Bonjour été\n\n- a\n- b"},
  };
  for (const Row& row : rows) CHECK(text_of(row.header + "\r\n\r\n" + row.body) == row.text);
}

TEST_CASE("of alternatives the plain text counts, attachments are listed (RFC 2046 section 5.1)") {
  const auto message = mail::read_message(
      "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\npreamble\r\n--x\r\n"
      "Content-Type: multipart/alternative; boundary=y\r\n\r\n"
      "--y\r\nContent-Type: text/plain\r\n\r\nplain\r\n--y\r\nContent-Type: text/html\r\n\r\n<b>html</b>\r\n--y--\r\n"
      "--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*=UTF-8''caf%C3%A9.pdf\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--x--\r\nepilogue");
  REQUIRE(message.ok());
  CHECK(message->text == "plain");
  REQUIRE(message->attachments.size() == 1);
  CHECK(message->attachments[0].name == "café.pdf");
  CHECK(message->attachments[0].size == 3);
}

TEST_CASE("malformed messages are read, and named") {
  struct Row {
    std::string bytes, text;
    std::string_view problem;
  };
  const Row rows[] = {
      {"just a note\r\nwithout header", "just a note\nwithout header", "no-header"},
      {"Subject: a\r\nrubbish\r\n\r\nbody", "body", "malformed-header"},
      {"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nopen", "open", "unclosed-multipart"},
      {"Content-Type: multipart/mixed\r\n\r\nall", "all", "missing-boundary"},
      {"Content-Transfer-Encoding: base64\r\n\r\nQ2Fm*w6k=", "Café", "malformed-encoding"},
      {"Content-Type: text/plain; charset=klingon\r\n\r\nok", "ok", "unknown-charset"},
      {"Content-Type: text/plain; charset=gb18030\r\n\r\nok", "ok", "unknown-charset"},
      {"Content-Type: text/plain; charset=utf-8\r\n\r\ncaf\xE9", "café", "malformed-encoding"},
      {"Content-Transfer-Encoding: uuencode\r\n\r\nok", "ok", "unknown-encoding"},
      {"Date: yesterday\r\n\r\nok", "ok", "malformed-date"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const auto message = mail::read_message(row.bytes);
    REQUIRE(message.ok());
    CHECK(message->text == row.text);
    CHECK(has_problem(*message, row.problem));
  }
  CHECK_FALSE(mail::read_message("").ok());
  CHECK(mail::read_message(std::string("Subject: a\0b\r\n\r\n\0", 18)).ok());
}

TEST_CASE("multiparts may nest as deep as limits::mail_depth, and no deeper") {
  const auto nested = [](int depth) {
    std::string bytes;
    for (int i = 0; i < depth; ++i) {
      const std::string mark = "b" + std::to_string(i);
      bytes += "Content-Type: multipart/mixed; boundary=" + mark + "\r\n\r\n--" + mark + "\r\n";
    }
    return bytes + "Content-Type: text/plain\r\n\r\ndeep\r\n";
  };
  CHECK(text_of(nested(limits::mail_depth)) == "deep");
  const auto deeper = mail::read_message(nested(limits::mail_depth + 1));
  REQUIRE_FALSE(deeper.ok());
  CHECK(deeper.error().code == ErrorCode::too_deep);
}

TEST_CASE("a message forwarded whole lends its words where there are no others") {
  const std::string inner = "Subject: Fuite\r\nContent-Type: text/plain\r\n\r\nL'eau coule.\r\n";
  const std::string head = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
  const std::string forwarded = "--b\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "--b--\r\n";
  const auto alone = mail::read_message(head + forwarded);
  REQUIRE(alone.ok());
  CHECK(alone->text == "L'eau coule.");
  REQUIRE(alone->attachments.size() == 1);
  CHECK(alone->attachments[0].name == "Fuite");
  CHECK(text_of(head + "--b\r\n\r\nVoir dessous.\r\n" + forwarded) == "Voir dessous.");
}

TEST_CASE("lines may end in CR LF, LF or CR") {
  for (const std::string_view end : {"\r\n", "\n", "\r"}) {
    std::string bytes;
    for (const std::string_view line : {"From: ana@example.org", "Subject: Fuite", "", "L'eau coule.", "Venez."}) {
      bytes.append(line).append(end);
    }
    const auto message = mail::read_message(bytes);
    REQUIRE(message.ok());
    CHECK(message->subject == "Fuite");
    CHECK(message->text == "L'eau coule.\nVenez.");
  }
}

TEST_CASE("encoded words that cannot be decoded are named with the line they stand on (RFC 2047)") {
  struct Row {
    std::string value, subject;
    std::string_view problem, charset;
  };
  const Row rows[] = {
      {"=?gb18030?B?xOO6ww==?=", "ÄãºÃ", "unknown-charset", "gb18030"},
      {"=?utf-8?B?!!!?= x", " x", "malformed-encoding", ""},
      {"=?utf-8?Q?caf=ZZ?=", "caf=ZZ", "malformed-encoding", ""},
      {"=?utf-8?X?abc?=", "=?utf-8?X?abc?=", "malformed-encoding", ""},
      {"=?utf-8?Q?caf=E9?=", "café", "malformed-encoding", ""},
      {"=?utf-8?Q?caf", "=?utf-8?Q?caf", "malformed-encoding", ""},
      {"=?utf-16?B?//7pACEA?=", "é!", "", ""},
      {"=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café", "", ""},
      {"=?utf-8?Q?a=0D=0Ab=00?=", "a  b ", "", ""},
      {"why =? or ?= a=?b", "why =? or ?= a=?b", "", ""},
  };
  for (const Row& row : rows) {
    const auto message = mail::read_message("To: a@b.co\r\nSubject: " + row.value + "\r\n\r\nok");
    REQUIRE(message.ok());
    CAPTURE(row.value);
    CHECK(message->subject == row.subject);
    REQUIRE(message->problems.size() == (row.problem.empty() ? 0 : 1));
    if (row.problem.empty()) continue;
    CHECK(message->problems[0].line == 2);
    CHECK(message->problems[0].code == row.problem);
    CHECK(message->problems[0].charset == row.charset);
  }
  const auto sender = mail::read_message("From: =?big5?B?pKQ=?= <a@b.co>\r\nSubject: s\r\n\r\nok");
  REQUIRE(sender.ok());
  CHECK(sender->problems.at(0).charset == "big5");
}

TEST_CASE("a header of half a million blanks is read through once") {
  const std::string blanks(500000, ' ');
  const auto message = mail::read_message("Subject: =?utf-8?Q?a?=" + blanks + "x\r\n\r\nok");
  REQUIRE(message.ok());
  CHECK(message->subject == "a" + blanks + "x");
}

TEST_CASE("UTF-16 is read by its mark or its name (RFC 2781)") {
  const std::string head = "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=";
  struct Row {
    const char *charset, *base64, *text;
    std::size_t problems;
  };
  const Row rows[] = {{"utf-16le", "6QAhAA==", "é!", 0}, {"utf-16be", "AOkAIQ==", "é!", 0},
                      {"utf-16", "//7pACEA", "é!", 0},   {"utf-16", "AOkAIQ==", "é!", 0},
                      {"utf-16le", "Pdg03g==", "😴", 0},  {"utf-16le", "Pdg=", "\uFFFD", 1},
                      {"utf-16le", "6QAh", "é", 1}};
  for (const Row& row : rows) {
    const auto message = mail::read_message(head + row.charset + "\r\n\r\n" + row.base64);
    REQUIRE(message.ok());
    CAPTURE(row.base64);
    CHECK(message->text == row.text);
    CHECK(message->problems.size() == row.problems);
  }
}
