#include "core/cli/files.hpp"

#include "core/base/limits.hpp"

#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <memory>

namespace relais::cli {
namespace {

constexpr std::string_view standard_input = "-";

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, Close>;

Error too_large(std::size_t size) {
  return {ErrorCode::input_too_large,
          {{"size", static_cast<std::int64_t>(size)}, {"limit", static_cast<std::int64_t>(limits::input_bytes)}},
          "",
          ""};
}

}  // namespace

Error unreadable_file(const std::string& name) { return {ErrorCode::unreadable_file, {{"file", name}}, "", ""}; }

Result<std::string> read_file(const std::string& name) {
  struct stat about {};
  const bool is_input = name == standard_input;
  if (!is_input && (stat(name.c_str(), &about) != 0 || S_ISDIR(about.st_mode))) return unreadable_file(name);
  if (!is_input && static_cast<std::size_t>(about.st_size) > limits::input_bytes) return too_large(about.st_size);
  const File file(is_input ? stdin : std::fopen(name.c_str(), "rb"));
  if (!file) return unreadable_file(name);
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), got);
    if (bytes.size() > limits::input_bytes) return too_large(bytes.size());
  }
  return bytes;
}

bool read_line(std::FILE* stream, std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  int c = std::getc(stream);
  if (c == EOF) return false;
  for (; c != EOF && c != '\n'; c = std::getc(stream)) {
    if (line.size() == limits::input_bytes) {
      too_long = true;
      line.clear();
    }
    if (!too_long) line += static_cast<char>(c);
  }
  return true;
}

bool prints_for_people() { return isatty(STDOUT_FILENO) != 0; }

void print(const Json& value) {
  print_text(prints_for_people() ? value.dump(2, ' ', false, Json::error_handler_t::replace) : dump(value));
}

void print_text(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fputc('\n', stdout);
}

int report(const Error& error) {
  std::fprintf(stderr, "%s\n", dump(to_json(error)).c_str());
  return 2;
}

std::string now() {
  const std::time_t present = std::time(nullptr);
  std::array<char, 32> text;
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&present))};
}

}  // namespace relais::cli
