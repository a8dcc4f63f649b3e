#include "core/triage/message_parts.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::triage;

namespace {

bool says(const std::string& body, const char* words, const char* subject = "", const char* sender = "") {
  return split_message(body, subject, sender).message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("quoted text is told from the message, in both languages' ways of introducing it") {
  const char* quotations[] = {
      "Merci, c'est noté.\n\nLe mar. 10 mars 2026 à 10:00, Cabinet <c@example.org> a écrit :\n> Pouvez-vous venir "
      "demain ?\n",
      "Thanks, noted.\n\nOn Tue, 10 Mar 2026 at 10:00, Desk <d@example.org> wrote:\n> Pouvez-vous venir demain ?\n"};
  for (const char* body : quotations) {
    CAPTURE(body);
    CHECK(!says(body, "venir demain", "Re: rendez-vous"));
    CHECK(split_message(body, "Re: rendez-vous", "").quoted.find("venir demain") != std::string::npos);
  }
}

TEST_CASE("a signature is not the message") {
  CHECK(!says("Bonjour, quels sont vos horaires ?\n\n-- \nJean Petit\n06 12 34 56 78", "06 12"));
  CHECK(says("Bonjour, quels sont vos horaires ?\n\n-- \nJean Petit", "horaires"));
}

TEST_CASE("what is blanked out keeps its place, so that spans fit the body") {
  const std::string body = "Noted.\n\nOn Tue, 10 Mar 2026, Desk <d@example.org> wrote:\n> été\nAfter all not.\n";
  CHECK(split_message(body, "", "").message.size() == body.size());
}

TEST_CASE("a forwarded message is what it is about, so it stays") {
  const std::string body =
      "Voir ci-dessous.\n\n---------- Message transféré ---------\nDe : Zoé <z@example.org>\n\nLa chaudière fuit.\n";
  CHECK(says(body, "chaudière fuit", "Fwd: chaudière"));
}
