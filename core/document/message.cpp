#include "core/document/message.hpp"

#include "core/base/base64.hpp"
#include "core/base/sha256.hpp"
#include "core/base/text.hpp"
#include "core/document/clean.hpp"
#include "core/document/html.hpp"
#include "core/document/plain_text.hpp"

#include <cstdio>

namespace relais::document {
namespace {

// RFC 2047 section 2: a line with encoded words has at most 76 characters; 45 bytes make 60 of base64, and the first
// line has the header's name too. Characters stay whole.
std::string encoded_words(std::string_view text) {
  std::string out, word;
  const auto flush = [&] {
    if (word.empty()) return;
    out += (out.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + encode_base64(word)) + "?=";
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = character_at(text, at).size;
    if (word.size() + size > (out.empty() ? 36 : 45)) flush();
    word += text.substr(at, size);
    at += size;
  }
  flush();
  return out;
}

// RFC 2045 section 6.8: lines of 76 characters.
std::string base64_lines(std::string_view bytes) {
  const std::string all = encode_base64(bytes);
  std::string out;
  for (std::size_t at = 0; at < all.size(); at += 76) out += all.substr(at, 76) + "\r\n";
  return out;
}

// RFC 5322 section 3.3.
std::string date_header(time::Instant date) {
  constexpr const char* weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const time::LocalTime utc{date.seconds};
  const time::Day day = time::day_of(utc);
  const time::Date parts = time::to_date(day);
  const int second = time::second_of_day(utc);
  char text[48];
  std::snprintf(text, sizeof text, "%s, %d %s %04d %02d:%02d:%02d +0000",
                weekdays[static_cast<std::size_t>(time::weekday(day))], parts.day, months[parts.month - 1], parts.year,
                second / 3600, second / 60 % 60, second % 60);
  return text;
}

std::string part(std::string_view type, std::string_view content) {
  return "Content-Type: " + std::string(type) + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         base64_lines(content);
}

}  // namespace

std::string to_message(const Document& document, time::Instant date) {
  const std::string text = to_text(document), html = to_html(document);
  const std::string boundary = "relais-" + sha256_hex(text + html).substr(0, 32);
  std::string out = "MIME-Version: 1.0\r\nX-Unsent: 1\r\n";
  out += "Date: " + date_header(date) + "\r\n";
  out += "Subject: " + encoded_words(clean(document.title)) + "\r\n";
  out += "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
  out += "--" + boundary + "\r\n" + part("text/plain", text);
  out += "--" + boundary + "\r\n" + part("text/html", html);
  out += "--" + boundary + "--\r\n";
  return out;
}

}  // namespace relais::document
