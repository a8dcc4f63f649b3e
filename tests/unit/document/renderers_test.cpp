#include "core/base/text.hpp"
#include "core/document/clean.hpp"
#include "core/document/html.hpp"
#include "core/document/markdown.hpp"
#include "core/document/message.hpp"
#include "core/document/plain_text.hpp"

#include "tests/unit/document/hostile.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace relais;
using namespace relais::document;

namespace {

Document with(std::string_view text) {
  const std::string user(text);
  Document document{"fr", "Relève " + user, {{"1 tâche ouverte."}}, {}, {}};
  document.opening.push_back(Details{{{"De", {{user, Tone::user}}}}});
  Item item{"Rouge", "red", {{user, Tone::user}, {" t1", Tone::soft}}, {}};
  item.details.push_back({"Suite", {{user, Tone::user}}});
  item.details.push_back({"Qui", {{"personne", Tone::gap}}});
  document.sections.push_back({"À surveiller", {List{{item}}, Paragraph{{{user, Tone::user}}}}});
  document.sections.push_back(
      {"Relecture", {Table{"Avec vos mots", {"Tâche", "Qui"}, {{{{user, Tone::user}}, {{"…"}}}}}}});
  return document;
}

// The tags of a page, in order.
std::string tags(std::string_view html) {
  std::string out;
  for (auto open = html.find('<'); open != std::string_view::npos; open = html.find('<', open + 1)) {
    out += html.substr(open, html.find('>', open) - open + 1);
  }
  return out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// Without what a backslash escapes.
std::string unescaped_part(std::string_view markdown) {
  std::string out;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\') {
      ++i;
    } else {
      out += markdown[i];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a document opens with its bottom line, in every format") {
  const Document document = with("Mme Roux");
  CHECK(to_text(document).starts_with("1 tâche ouverte.\n"));
  CHECK(to_markdown(document).starts_with("# 1 tâche ouverte.\n"));
  CHECK(to_html(document).find("<main>\n<h1>1 tâche ouverte.</h1>") != std::string::npos);
}

TEST_CASE("a document is rendered whole") {
  const Document document = with("Mme Roux");
  CHECK(to_text(document) ==
        "1 tâche ouverte.\n\nDe\u00A0: Mme Roux\n\nÀ surveiller\n============\n- [Rouge] Mme Roux t1\n"
        "    Suite\u00A0: Mme Roux\n    Qui\u00A0: personne\nMme Roux\n\nRelecture\n=========\nAvec vos mots\n"
        "Tâche | Qui\n- Mme Roux | …\n");
  CHECK(to_markdown(document) ==
        "# 1 tâche ouverte.\n\n- De\u00A0: Mme Roux\n\n## À surveiller\n\n- **Rouge** Mme Roux t1\n"
        "  - Suite\u00A0: Mme Roux\n  - Qui\u00A0: **personne**\n\nMme Roux\n\n## Relecture\n\nAvec vos mots\n\n"
        "Tâche · Qui\n\n- Mme Roux · …\n");
  const std::string html = to_html(document);
  CHECK(html.find("<html lang=\"fr\">") != std::string::npos);
  CHECK(html.find("<li class=\"red\"><span class=\"mark\">Rouge</span> <bdi>Mme Roux</bdi><small> t1</small>"
                  "<dl><dt>Suite\u00A0:</dt><dd><bdi>Mme Roux</bdi></dd><dt>Qui\u00A0:</dt>"
                  "<dd><em class=\"gap\">personne</em></dd></dl></li>") != std::string::npos);
  CHECK(html.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("no text forges a tag, a line or a markup") {
  const Document harmless = with("Mme Roux");
  for (const std::string_view text : document_fixture::hostile) {
    CAPTURE(text);
    const Document document = with(text);
    CHECK(tags(to_html(document)) == tags(to_html(harmless)));
    CHECK(count(to_text(document), "\n") == count(to_text(harmless), "\n"));
    const std::string markdown = to_markdown(document);
    CHECK(count(markdown, "\n") == count(to_markdown(harmless), "\n"));
    const std::string rest = unescaped_part(markdown);
    for (const char* sign : {"<", "[", "]", "`", "__", "~~", "|", "![", "://"}) CHECK(count(rest, sign) == 0);
    CHECK(count(rest, "**") == count(to_markdown(harmless), "**"));
    for (const std::string& output : {to_html(document), to_text(document), markdown}) {
      for (const char* sign : {"\u202E", "\u2066", "\u200F", "\uFEFF", "\u2028", "\u0085", "\u009B", "\x1B", "\x07"}) {
        CHECK(count(output, sign) == 0);
      }
    }
  }
}

TEST_CASE("no text forges a header of a message") {
  for (const std::string_view text : document_fixture::hostile) {
    CAPTURE(text);
    const std::string message = to_message(with(text), time::parse_instant("2026-03-10T17:05:09Z").value());
    const std::string head = message.substr(0, message.find("\r\n\r\n"));
    CHECK(head.starts_with(
        "MIME-Version: 1.0\r\nX-Unsent: 1\r\nDate: Tue, 10 Mar 2026 17:05:09 +0000\r\nSubject: =?UTF-8?B?"));
    std::size_t headers = 0;
    for (std::size_t at = 0; at != std::string::npos; at = head.find("\r\n", at + 1)) {
      const std::string_view line = std::string_view(head).substr(at == 0 ? 0 : at + 2);
      headers += line[0] != ' ';
      CHECK(line.substr(0, line.find("\r\n")).size() <= 76);
    }
    CHECK(headers == 5);
    for (const char c : message) CHECK(static_cast<unsigned char>(c) < 0x80);
  }
}

TEST_CASE("text that runs from right to left is isolated, where there is no bdi to do it") {
  CHECK(isolated({"שלום", Tone::user}) == "\u2068שלום\u2069");
  CHECK(isolated({"Mme Roux", Tone::user}) == "Mme Roux");
  CHECK(isolated({"a\tb\r\nc", Tone::plain}) == "a b  c");
  CHECK(clean("\u200Dé😀") == "\u200Dé😀");
}

TEST_CASE("a paragraph that begins like a list or a heading is none") {
  Document document{"en", "t", {{"lead"}}, {}, {}};
  document.opening.push_back(Paragraph{{{"10. March"}}});
  document.opening.push_back(Paragraph{{{"- dash"}}});
  CHECK(to_markdown(document) == "# lead\n\n10\\. March\n\n\\- dash\n");
}
