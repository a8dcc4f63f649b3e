#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace relais::mail {

/// A table of text (RFC 4180). Fields may be quoted and hold delimiters, line breaks and doubled quotes.
struct CsvRow {
  std::size_t line = 1;  ///< where it starts, from 1
  std::vector<std::string> fields;
};

struct CsvTable {
  char delimiter = ',';
  std::vector<CsvRow> rows;                  ///< empty lines left out
  std::vector<std::size_t> malformed_lines;  ///< a quotation that never ends, or text behind one; read all the same
};

/// Reads a table. The delimiter is the most frequent of `,` `;` tab and `|` in the first row; a byte order mark is
/// dropped; bytes that are not UTF-8 are windows-1252.
Result<CsvTable> read_csv(std::string_view bytes);

}  // namespace relais::mail
