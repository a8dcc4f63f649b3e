#pragma once

#include "core/base/json.hpp"

#include <cstdio>
#include <string>
#include <string_view>

namespace relais::cli {

/// All bytes of a file, or of standard input for `-`. A file over limits::input_bytes is an error before it is read.
Result<std::string> read_file(const std::string& name);

/// What is said of a file that is not there, or that may not be read.
Error unreadable_file(const std::string& name);

/// One line of a stream, without its end. False at the end of the stream. A line over limits::input_bytes is read to
/// its end and dropped, and `too_long` says so: the stream goes on, in constant memory.
bool read_line(std::FILE* stream, std::string& line, bool& too_long);

/// Writes a JSON value and a line end to standard output; spread over lines where a person reads it.
void print(const Json& value);
/// JSON text that is written already.
void print_text(const std::string& text);
/// Whether standard output is a terminal.
bool prints_for_people();

/// Writes one error as JSON to standard error; gives exit code 2.
int report(const Error& error);

/// The current time as RFC 3339.
std::string now();

}  // namespace relais::cli
