#include "core/triage/import.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::triage;

namespace {

ImportDefaults defaults() {
  ImportDefaults out;
  out.client = "dental";
  out.zone = time::find_zone("Europe/Paris");
  out.today = time::parse_local_time("2026-03-10T00:00:00");
  return out;
}

}  // namespace

TEST_CASE("an e-mail is read through MIME: encoded words, quoted-printable, base64, Latin-1 (RFC 2045, 2047)") {
  struct Row {
    const char* message;
    const char* subject;
    const char* body;
  };
  const Row rows[] = {
      {"From: =?UTF-8?Q?Zo=C3=A9_Roux?= <zoe@example.org>\r\nSubject: =?UTF-8?B?UmVuZGV6LXZvdXM=?=\r\n"
       "Date: Tue, 10 Mar 2026 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n"
       "Content-Transfer-Encoding: quoted-printable\r\n\r\nD=C3=A9caler =\r\nmon rendez-vous",
       "Rendez-vous", "Décaler mon rendez-vous"},
      {"From: a@example.org\r\nSubject: =?ISO-8859-1?Q?H=F4tel?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
       "Content-Transfer-Encoding: base64\r\n\r\nRXTp\r\n",
       "Hôtel", "Eté"},
      {"From: a@example.org\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Bonjour,</p><p>merci</p>",
       "x", "Bonjour,"}};
  for (const Row& row : rows) {
    CAPTURE(row.subject);
    const auto imported = import_mail(row.message, defaults());
    REQUIRE(imported.ok());
    REQUIRE(imported->requests.size() == 1);
    const Request& request = imported->requests[0];
    CHECK(request.subject == row.subject);
    CHECK(request.body.find(row.body) != std::string::npos);
    CHECK(request.client == "dental");
  }
}

TEST_CASE("a table is read by the mapping given, and by the usual names in both languages") {
  const auto mapped = import_table("Qui;Quoi\nMme Roux;Une fuite\n", {{"body", "Quoi"}, {"name", "Qui"}}, defaults());
  REQUIRE(mapped.ok());
  REQUIRE(mapped->requests.size() == 1);
  CHECK(mapped->requests[0].body.find("Une fuite") != std::string::npos);
  const auto usual = import_table("subject,message,email\nHello,How much?,a@example.org\n", {}, defaults());
  REQUIRE(usual.ok());
  REQUIRE(usual->requests.size() == 1);
  CHECK(usual->requests[0].subject == "Hello");
  CHECK(usual->requests[0].from.email == "a@example.org");
}

TEST_CASE("a call note of one line keeps its text and gives its time and number") {
  const Imported notes = import_notes(
      "10h05 Mme Roux, 06 12 34 56 78, fuite d'eau, rappeler\n\n11:20 Mr Hall asks for a quote\n", defaults());
  REQUIRE(notes.requests.size() == 2);
  CHECK(notes.requests[0].body.find("fuite d'eau") != std::string::npos);
  CHECK(!notes.requests[0].from.phone.empty());
  REQUIRE(notes.requests[0].received_at.has_value());
  CHECK(time::format(*notes.requests[0].received_at) == "2026-03-10T10:05:00");
}

TEST_CASE("a call note gives the caller and the number wherever they stand") {
  struct Row {
    const char* note;
    const char* name;
    const char* phone;
  };
  const Row rows[] = {{"10h05 Karim Haddad, devis chaudière, 06 12 34 56 78", "Karim Haddad", "0612345678"},
                      {"fuite d'eau rue des Lilas, Mme Roux, 06 12 34 56 78", "Mme Roux", "0612345678"},
                      {"06 12 34 56 78 - Mme Roux - veut décaler son rendez-vous", "Mme Roux", "0612345678"},
                      {"appel de Paul Martin au sujet du devis (06 12 34 56 78)", "Paul Martin", "0612345678"},
                      {"Paul Martin a rappelé pour son dossier", "Paul Martin", ""},
                      {"rappeler demain : Lucie Bernard, 01 99 00 12 34", "Lucie Bernard", "0199001234"},
                      {"11:20 020 7946 0123 Mrs Hall, wants a quote", "Mrs Hall", "02079460123"},
                      {"boiler out since Monday; call from Susan Cole; 020 7946 0123", "Susan Cole", "02079460123"},
                      {"wants a viewing on Friday (Dr Lang, 07700 900123)", "Dr Lang", "07700900123"},
                      {"somebody rang about the gate", "", ""},
                      {"URGENT", "", ""}};
  for (const Row& row : rows) {
    const std::string note = row.note;
    CAPTURE(note);
    const Imported imported = import_notes(note, defaults());
    REQUIRE(imported.requests.size() == 1);
    CHECK(imported.requests[0].from.name == row.name);
    CHECK(imported.requests[0].from.phone == row.phone);
  }
}

TEST_CASE("a request without an id gets one from its content, twice the same content two") {
  Imported notes = import_notes("10h05 Mme Roux, rappeler\n10h05 Mme Roux, rappeler\n", defaults());
  give_ids(notes.requests);
  REQUIRE(notes.requests.size() == 2);
  CHECK(!notes.requests[0].id.empty());
  CHECK(notes.requests[0].id != notes.requests[1].id);
}

TEST_CASE("notes that are alike word for word get ids of their own, numbered, however many there are") {
  std::string notes;
  for (int i = 0; i < 20000; ++i) notes += "10h05 rappeler\n";
  const Imported imported = import_notes(notes, defaults());
  REQUIRE(imported.requests.size() == 20000);
  const std::string& first = imported.requests[0].id;
  CHECK(imported.requests[1].id == first + "-2");
  CHECK(imported.requests[19999].id == first + "-20000");
}

TEST_CASE("a message whose words cannot be decoded says so, with the line and the character set") {
  const auto imported = import_mail("From: a@example.org\r\nSubject: =?gb18030?B?xOO6ww==?=\r\n\r\nok", defaults());
  REQUIRE(imported.ok());
  REQUIRE(imported->problems.size() == 2);
  CHECK(imported->problems[0].line == 2);
  CHECK(imported->problems[0].reason == Reason{"unknown-charset", {{"charset", "gb18030"}}});
}

TEST_CASE("a table saved as UTF-16 is read, as spreadsheets save it") {
  const std::string text = "name\tmessage\r\nRoux\tfuite\r\n";
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes += std::string{c, '\0'};
  const auto imported = import_table(bytes, {}, defaults());
  REQUIRE(imported.ok());
  REQUIRE(imported->requests.size() == 1);
  CHECK(imported->requests[0].from.name == "Roux");
  CHECK(imported->requests[0].body == "fuite");
}
