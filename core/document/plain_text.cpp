#include "core/document/plain_text.hpp"

#include "core/document/clean.hpp"

namespace relais::document {
namespace {

std::string line(const Text& text) {
  std::string out;
  for (const Run& run : text) out += isolated(run);
  return out;
}

std::size_t width(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  std::string write() {
    out_ = line(document_.lead) + "\n\n";
    for (const Block& block : document_.opening) put(block);
    for (const Section& section : document_.sections) {
      const std::string heading = clean(section.heading);
      out_ += "\n" + heading + "\n" + std::string(width(heading), '=') + "\n";
      for (const Block& block : section.blocks) put(block);
    }
    return std::move(out_);
  }

 private:
  void put(const Block& block) {
    std::visit([this](const auto& content) { put(content); }, block);
  }

  void put(const Paragraph& paragraph) { out_ += line(paragraph.text) + "\n"; }

  void put(const std::vector<Detail>& details, std::string_view indent) {
    for (const Detail& detail : details) {
      out_.append(indent).append(clean(with_colon(detail.label, document_.language)));
      out_ += " " + line(detail.value) + "\n";
    }
  }

  void put(const Details& details) { put(details.items, ""); }

  void put(const List& list) {
    int number = 0;
    for (const Item& item : list.items) {
      out_ += list.ordered ? std::to_string(++number) + ". " : "- ";
      if (!item.mark.empty()) out_ += "[" + clean(item.mark) + "] ";
      out_ += line(item.text) + "\n";
      put(item.details, "    ");
    }
  }

  void put(const Table& table) {
    out_ += clean(table.caption) + "\n";
    for (std::size_t i = 0; i < table.head.size(); ++i) out_ += (i > 0 ? " | " : "") + clean(table.head[i]);
    out_ += "\n";
    for (const std::vector<Text>& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) out_ += (i > 0 ? " | " : "- ") + line(row[i]);
      out_ += "\n";
    }
  }

  const Document& document_;
  std::string out_;
};

}  // namespace

std::string to_text(const Document& document) { return Writer(document).write(); }

}  // namespace relais::document
