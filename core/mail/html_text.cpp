#include "core/mail/html_text.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace relais::mail {
namespace {

struct Entity {
  std::string_view name;
  char16_t code;
};

// Latin-1 in the order of their codes from U+00A0 (HTML 4.01, section 24.2.1).
constexpr std::array<std::string_view, 96> latin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr std::array<Entity, 26> others{{{"amp", '&'},       {"lt", '<'},       {"gt", '>'},        {"quot", '"'},
                                         {"apos", '\''},     {"euro", 0x20AC},  {"hellip", 0x2026}, {"ndash", 0x2013},
                                         {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019},  {"ldquo", 0x201C},
                                         {"rdquo", 0x201D},  {"sbquo", 0x201A}, {"bdquo", 0x201E},  {"bull", 0x2022},
                                         {"oelig", 0x153},   {"OElig", 0x152},  {"trade", 0x2122},  {"lsaquo", 0x2039},
                                         {"rsaquo", 0x203A}, {"zwnj", 0x200C},  {"zwj", 0x200D},    {"ensp", 0x2002},
                                         {"emsp", 0x2003},   {"thinsp", 0x2009}}};

char32_t named_entity(std::string_view name) {
  for (const Entity& entity : others) {
    if (entity.name == name) return entity.code;
  }
  const auto found = std::find(latin.begin(), latin.end(), name);
  return found == latin.end() ? 0 : static_cast<char32_t>(0xA0 + (found - latin.begin()));
}

char32_t numeric_entity(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return 0;
  char32_t code = 0;
  for (const char c : digits) {
    const bool decimal = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    const bool letter = hex && lower >= 'a' && lower <= 'f';
    if (!decimal && !letter) return 0;
    code = code * (hex ? 16 : 10) + static_cast<char32_t>(decimal ? c - '0' : lower - 'a' + 10);
  }
  return code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? 0 : code;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

class Converter {
 public:
  explicit Converter(std::string_view html) : html_(html) {}

  std::string run() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<' && tag()) continue;
      if (html_[at_] == '&' && entity()) continue;
      character(character_at(html_, at_));
    }
    while (!out_.empty() && is_space(out_.back())) out_.pop_back();
    return std::move(out_);
  }

 private:
  bool hidden() const { return !skip_until_.empty(); }

  void character(Character c) {
    at_ += c.size;
    if (hidden()) return;
    if (c.code < 0x80 && is_space(static_cast<char>(c.code)) && !preformatted_) {
      space_ = true;
    } else if (c.code == '\n') {
      line_break();
    } else if (c.code != '\r') {
      put(c.code);
    }
  }

  void put(char32_t code) {
    if (code == 0x200B || code == 0x200C || code == 0x200D || code == 0xFEFF || code == 0xAD) return;
    start_line();
    if (space_ && !at_line_start_) out_ += ' ';
    space_ = false;
    at_line_start_ = false;
    append_utf8(out_, code == 0xA0 ? ' ' : code);
  }

  // Writes the line breaks that are due and the marks of the quotation that the line stands in.
  void start_line() {
    if (due_breaks_ == 0 && !out_.empty()) return;
    if (!out_.empty()) out_.append(static_cast<std::size_t>(due_breaks_), '\n');
    due_breaks_ = 0;
    at_line_start_ = true;
    space_ = false;
    for (int i = 0; i < std::min(quote_depth_, 5); ++i) out_ += "> ";
  }

  void line_break() { due_breaks_ = std::min(due_breaks_ + 1, 2); }
  void block() { due_breaks_ = std::max(due_breaks_, 1); }
  void paragraph() { due_breaks_ = 2; }

  bool entity() {
    const std::size_t end = html_.substr(at_, 12).find(';');
    if (end == std::string_view::npos || end < 2) return false;
    const std::string_view name = html_.substr(at_ + 1, end - 1);
    const char32_t code = name[0] == '#' ? numeric_entity(name.substr(1)) : named_entity(name);
    if (code == 0) return false;
    at_ += end + 1;
    if (!hidden()) put(code);
    return true;
  }

  bool tag() {
    if (html_.substr(at_, 4) == "<!--") return skip_past("-->");
    const std::size_t name_at = at_ + (html_.substr(at_, 2) == "</" ? 2 : 1);
    std::size_t name_end = name_at;
    while (name_end < html_.size() && is_letter_or_digit(html_[name_end])) ++name_end;
    const bool declaration =
        name_end == name_at && name_at < html_.size() && (html_[name_at] == '!' || html_[name_at] == '?');
    if (name_end == name_at && !declaration) return false;
    const std::size_t end = html_.find('>', name_end);
    if (end == std::string_view::npos) {
      at_ = html_.size();
      return true;
    }
    const std::string name = to_lower(html_.substr(name_at, name_end - name_at));
    const std::string_view attributes = html_.substr(name_end, end - name_end);
    const bool closing = name_at == at_ + 2;
    at_ = end + 1;
    if (!declaration) element(name, attributes, closing);
    return true;
  }

  bool skip_past(std::string_view mark) {
    const std::size_t end = html_.find(mark, at_);
    at_ = end == std::string_view::npos ? html_.size() : end + mark.size();
    return true;
  }

  static bool is_hidden(std::string_view attributes) {
    std::string packed;
    for (const char c : attributes.substr(0, 2000)) {
      if (!is_space(c)) packed += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return packed.find("display:none") != std::string::npos;
  }

  void element(const std::string& name, std::string_view attributes, bool closing) {
    if (hidden()) return inside_hidden(name, attributes, closing);
    constexpr std::array<std::string_view, 6> unread{"script", "style", "head", "title", "template", "noscript"};
    const bool empty_element = name == "img" || name == "br" || name == "hr" || name == "input" || name == "meta";
    const bool drop = std::find(unread.begin(), unread.end(), name) != unread.end() || is_hidden(attributes);
    const bool self_closed = !attributes.empty() && attributes.back() == '/';
    if (!closing && drop && !empty_element && !self_closed) {
      skip_until_ = name;
      skip_depth_ = 1;
    } else {
      layout(name, closing);
    }
  }

  void inside_hidden(const std::string& name, std::string_view attributes, bool closing) {
    if (name == "body" && skip_until_ == "head") return skip_until_.clear();
    if (name != skip_until_) return;
    const bool self_closed = !attributes.empty() && attributes.back() == '/';
    skip_depth_ += closing ? -1 : self_closed ? 0 : 1;
    if (skip_depth_ == 0) skip_until_.clear();
  }

  void layout(const std::string& name, bool closing) {
    constexpr std::array<std::string_view, 16> blocks{"div",     "tr",      "ul",       "ol",    "table", "section",
                                                      "article", "header",  "footer",   "form",  "dl",    "dt",
                                                      "dd",      "address", "fieldset", "center"};
    constexpr std::array<std::string_view, 8> paragraphs{"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"};
    if (name == "br" || name == "hr") return line_break();
    if (name == "td" || name == "th") space_ = true;
    if (name == "pre") preformatted_ = !closing;
    if (std::find(blocks.begin(), blocks.end(), name) != blocks.end()) block();
    if (std::find(paragraphs.begin(), paragraphs.end(), name) != paragraphs.end()) paragraph();
    if (name == "blockquote") {
      paragraph();
      quote_depth_ = std::max(0, quote_depth_ + (closing ? -1 : 1));
    }
    if (name == "li") {
      block();
      if (!closing) {
        put('-');
        space_ = true;
      }
    }
  }

  std::string_view html_;
  std::string out_;
  std::size_t at_ = 0;
  std::string skip_until_;
  int skip_depth_ = 0;
  int quote_depth_ = 0;
  int due_breaks_ = 0;
  bool space_ = false;
  bool at_line_start_ = true;
  bool preformatted_ = false;
};

}  // namespace

std::string html_to_text(std::string_view html) { return Converter(html).run(); }

}  // namespace relais::mail
