#include "core/document/markdown.hpp"

#include "core/document/clean.hpp"

namespace relais::document {
namespace {

// CommonMark section 2.4: a backslash takes the meaning from any ASCII punctuation. Left alone is what means nothing
// anywhere.
bool has_meaning(char c) {
  const bool punctuation =
      (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
  return punctuation && std::string_view(",;'\"?%/").find(c) == std::string_view::npos;
}

// Our own words have no markup; what could still read as one is escaped.
bool has_meaning_in_words(char c) { return std::string_view("\\`*_[]<>#|&~").find(c) != std::string_view::npos; }

std::string escaped(const Run& run) {
  std::string out;
  for (const char c : isolated(run)) {
    if (run.tone == Tone::user ? has_meaning(c) : has_meaning_in_words(c)) out += '\\';
    out += c;
  }
  return out;
}

std::string words(std::string_view text) { return escaped({std::string(text), Tone::plain}); }

std::string line(const Text& text) {
  std::string out;
  for (const Run& run : text) {
    const bool strong = run.tone == Tone::strong || run.tone == Tone::gap;
    out += strong ? "**" + escaped(run) + "**" : escaped(run);
  }
  return out;
}

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  std::string write() {
    out_ = "# " + line(document_.lead) + "\n\n";
    for (const Block& block : document_.opening) put(block);
    for (const Section& section : document_.sections) {
      out_ += "## " + words(section.heading) + "\n\n";
      for (const Block& block : section.blocks) put(block);
    }
    while (out_.ends_with("\n\n")) out_.pop_back();
    return std::move(out_);
  }

 private:
  void put(const Block& block) {
    std::visit([this](const auto& content) { put(content); }, block);
    out_ += '\n';
  }

  void put(const Paragraph& paragraph) { out_ += guarded(line(paragraph.text)) + "\n"; }

  // A paragraph that would begin like a list or a heading is none.
  static std::string guarded(std::string text) {
    const std::size_t digits = text.find_first_not_of("0123456789");
    const bool numbered = digits > 0 && digits != std::string::npos && (text[digits] == '.' || text[digits] == ')');
    if (numbered) text.insert(digits, "\\");
    if (!text.empty() && std::string_view("-+=").find(text[0]) != std::string_view::npos) text.insert(0, "\\");
    return text;
  }

  void put(const std::vector<Detail>& details, std::string_view indent) {
    for (const Detail& detail : details) {
      out_.append(indent).append("- ").append(words(with_colon(detail.label, document_.language)));
      out_ += " " + line(detail.value) + "\n";
    }
  }

  void put(const Details& details) { put(details.items, ""); }

  void put(const List& list) {
    int number = 0;
    for (const Item& item : list.items) {
      const std::string bullet = list.ordered ? std::to_string(++number) + ". " : "- ";
      out_ += bullet;
      if (!item.mark.empty()) out_ += "**" + words(item.mark) + "** ";
      out_ += guarded(line(item.text)) + "\n";
      put(item.details, std::string(bullet.size(), ' '));
    }
  }

  void put(const Table& table) {
    out_ += words(table.caption) + "\n\n";
    for (std::size_t i = 0; i < table.head.size(); ++i) out_ += (i > 0 ? " · " : "") + words(table.head[i]);
    out_ += "\n\n";
    for (const std::vector<Text>& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) out_ += i > 0 ? " · " + line(row[i]) : "- " + guarded(line(row[i]));
      out_ += "\n";
    }
  }

  const Document& document_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Document& document) { return Writer(document).write(); }

}  // namespace relais::document
