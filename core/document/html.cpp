#include "core/document/html.hpp"

#include "core/base/base64.hpp"
#include "core/base/sha256.hpp"
#include "core/document/clean.hpp"

namespace relais::document {
namespace {

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;"
    "background:#fff;overflow-wrap:anywhere}"
    "h1{font-size:1.4rem;margin:0 0 .5rem}"
    "h2{font-size:1.1rem;margin:1.6rem 0 .5rem;border-bottom:1px solid #bbb}"
    "ul,ol{padding-inline-start:1.4rem}li{margin:.3rem 0}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .8rem;margin:.2rem 0}dt{color:#595959}dd{margin:0}"
    "li:not([class])>dl{display:inline;margin-inline-start:.6rem}li:not([class])>dl>*{display:inline}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}th:first-child{width:20%}th,td{text-align:start;"
    "vertical-align:top;padding:.3rem .5rem;"
    "border-bottom:1px solid #bbb}caption{text-align:start}"
    ".mark{font-weight:700;padding:0 .35rem;border:1px solid}.red .mark{color:#9b1c1c}.amber .mark{color:#7a4a00}"
    ".green .mark{color:#1b5e20}small{color:#595959}em.gap{font-style:normal;font-weight:700}"
    "thead th{overflow-wrap:normal}td{overflow:hidden}@media(max-width:30rem){dl{display:block}thead{display:none}"
    "table,tbody,tr,th:first-child,td{display:block;width:auto}}"
    "@page{size:A4;margin:12mm}"
    "@media print{body{font-size:8.5pt;line-height:1.2;margin:0;max-width:none;padding:0}h1{font-size:13pt}"
    "h2{font-size:10pt;break-after:avoid;margin:.5rem 0 .15rem}p{margin:.2rem 0}ul{margin:.2rem "
    "0;padding:0;list-style:none}"
    "li{margin:.15rem 0;break-inside:avoid}tr{break-inside:avoid}.mark{padding:0 .2rem;display:inline-block}"
    "main>dl{display:block}dt,dd,li>dl{display:inline}li>dl{margin-inline-start:.5rem}"
    "dt::after{content:\" \"}dd::after{content:\" · \"}dd:last-child::after{content:\"\"}"
    "th,td{padding:.1rem .3rem}tbody td,tbody th{height:1.6em}section>dl{display:block}}";

std::string bytes_of_hex(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  }
  return bytes;
}

// CSP level 3, section 2.3.1: the style is allowed by its hash and nothing else is.
std::string policy() {
  return "default-src 'none'; style-src 'sha256-" + encode_base64(bytes_of_hex(sha256_hex(style))) +
         "'; base-uri 'none'; form-action 'none'";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  std::string write() {
    out_ = "<!doctype html>\n<html lang=\"" + escaped(document_.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out_ += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n";
    out_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out_ += "<title>" + escaped(document_.title) + "</title>\n<style>";
    out_.append(style).append("</style>\n</head>\n<body>\n<main>\n<h1>");
    put(document_.lead);
    out_ += "</h1>\n";
    for (const Block& block : document_.opening) put(block);
    for (const Section& section : document_.sections) put(section);
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void put(const Section& section) {
    out_ += "<section>\n<h2>" + escaped(section.heading) + "</h2>\n";
    for (const Block& block : section.blocks) put(block);
    out_ += "</section>\n";
  }

  void put(const Block& block) {
    std::visit([this](const auto& content) { put(content); }, block);
  }

  void put(const Run& run) {
    const std::string text = escaped(run.text);
    switch (run.tone) {
      case Tone::plain:
        out_ += text;
        break;
      case Tone::user:
        out_ += "<bdi>" + text + "</bdi>";
        break;
      case Tone::strong:
        out_ += "<strong>" + text + "</strong>";
        break;
      case Tone::soft:
        out_ += "<small>" + text + "</small>";
        break;
      case Tone::gap:
        out_ += "<em class=\"gap\">" + text + "</em>";
        break;
    }
  }

  void put(const Text& text) {
    for (const Run& run : text) put(run);
  }

  void put(const Paragraph& paragraph) {
    out_ += "<p>";
    put(paragraph.text);
    out_ += "</p>\n";
  }

  void put(const std::vector<Detail>& details) {
    if (details.empty()) return;
    out_ += "<dl>";
    for (const Detail& detail : details) {
      out_ += "<dt>" + escaped(with_colon(detail.label, document_.language)) + "</dt><dd>";
      put(detail.value);
      out_ += "</dd>";
    }
    out_ += "</dl>";
  }

  void put(const Details& details) {
    put(details.items);
    out_ += '\n';
  }

  void put(const List& list) {
    const std::string name = list.ordered ? "ol" : "ul";
    out_ += "<" + name + ">\n";
    for (const Item& item : list.items) put(item);
    out_ += "</" + name + ">\n";
  }

  void put(const Item& item) {
    out_ += item.kind.empty() ? "<li>" : "<li class=\"" + escaped(item.kind) + "\">";
    if (!item.mark.empty()) out_ += "<span class=\"mark\">" + escaped(item.mark) + "</span> ";
    put(item.text);
    put(item.details);
    out_ += "</li>\n";
  }

  void put(const Table& table) {
    out_ += "<table>\n<caption>" + escaped(table.caption) + "</caption>\n<thead><tr>";
    for (const std::string& head : table.head) out_ += "<th scope=\"col\">" + escaped(head) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const std::vector<Text>& row : table.rows) put_row(row);
    out_ += "</tbody>\n</table>\n";
  }

  void put_row(const std::vector<Text>& row) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      out_ += i == 0 ? "<th scope=\"row\">" : "<td>";
      put(row[i]);
      out_ += i == 0 ? "</th>" : "</td>";
    }
    out_ += "</tr>\n";
  }

  const Document& document_;
  std::string out_;
};

}  // namespace

std::string to_html(const Document& document) { return Writer(document).write(); }

}  // namespace relais::document
