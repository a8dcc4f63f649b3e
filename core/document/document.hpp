#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A document that is already worded, and typed, so that each renderer escapes what it must and nothing else: no
/// template, no HTML passed through. What a person typed is a run of its own (`Tone::user`); renderers isolate it.
///
///     Document document{"fr", "Relève pour Ben", {{"2 tâches ouvertes."}}, {}, {}};
///     document.sections.push_back({"À surveiller", {Paragraph{{{"Rien."}}}}});
///     to_html(document);   // core/document/html.hpp
namespace relais::document {

enum class Tone : std::uint8_t {
  plain,
  user,    ///< Verbatim text of a person.
  strong,  ///< Of importance.
  soft,    ///< Secondary: an id, a source.
  gap,     ///< Says that something is missing.
};

struct Run {
  std::string text;
  Tone tone = Tone::plain;
};
using Text = std::vector<Run>;

/// A label and what stands behind it: "Next: call the court".
struct Detail {
  std::string label;
  Text value;
};

/// One thing of a list. `mark` is a word that stands before it, never colour alone; `kind` names its looks:
/// `red`, `amber`, `green`, or none.
struct Item {
  std::string mark, kind;
  Text text;
  std::vector<Detail> details;
};

struct Paragraph {
  Text text;
};

struct List {
  std::vector<Item> items;
  bool ordered = false;
};

/// Labels and values without a list around them.
struct Details {
  std::vector<Detail> items;
};

/// Every row has as many cells as the head.
struct Table {
  std::string caption;
  std::vector<std::string> head;
  std::vector<std::vector<Text>> rows;
};

using Block = std::variant<Paragraph, List, Details, Table>;

struct Section {
  std::string heading;
  std::vector<Block> blocks;
};

struct Document {
  std::string language;  ///< `en`, `fr`
  std::string title;     ///< What it is, for a window's title and a message's subject.
  Text lead;             ///< Its bottom line: what it opens with.
  std::vector<Block> opening;
  std::vector<Section> sections;
};

}  // namespace relais::document
