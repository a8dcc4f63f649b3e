#include "core/base/sha256.hpp"
#include "core/journal/fold.hpp"
#include "core/journal/hash.hpp"
#include "core/journal/journal_json.hpp"

#include <malloc.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

/// Times the journal's engines on the JSON Lines of standard input, one by one, so that reading JSON stands apart:
/// `{"parse", "verify", "hash", "fold"}` in milliseconds, `bytes` of input, `memory` that the entries take.
namespace {

using namespace relais;

std::vector<std::string> lines_of_input() {
  std::vector<std::string> lines(1);
  for (int c = std::getchar(); c != EOF; c = std::getchar()) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += static_cast<char>(c);
    }
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

// The least of several runs.
template <class Work>
double milliseconds(int runs, Work work) {
  double least = 1e300;
  for (int i = 0; i < runs; ++i) {
    const auto began = std::chrono::steady_clock::now();
    work();
    least =
        std::min(least, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
  }
  return least;
}

std::vector<journal::Entry> read(const std::vector<std::string>& lines) {
  std::vector<journal::Entry> entries;
  for (const std::string& line : lines) entries.push_back(*journal::read_line(parse_json(line).value()).entry);
  return entries;
}

// Reading has hashed the heads already; here it is done again, as part of verifying.
bool verified(const std::vector<journal::Entry>& entries) {
  journal::Verifier verifier;
  for (const journal::Entry& entry : entries) {
    if (*journal::entry_hash(entry.head_json) != entry.hash) return false;
    verifier.add(entry);
  }
  return verifier.finish({}).ok;
}

}  // namespace

int main() {
  const std::vector<std::string> lines = lines_of_input();
  std::vector<journal::Entry> entries;
  const auto before = mallinfo2().uordblks;
  const double parse = milliseconds(1, [&] { entries = read(lines); });
  const auto memory = mallinfo2().uordblks - before;
  bool ok = true;
  std::size_t bytes = 0, tasks = 0;
  std::string digest;
  for (const std::string& line : lines) bytes += line.size();
  const double verify = milliseconds(5, [&] { ok = verified(entries) && ok; });
  const double hash = milliseconds(5, [&] {
    Sha256 sha;
    for (const std::string& line : lines) sha.update(line);
    digest = sha.hex();
  });
  const double fold = milliseconds(5, [&] { tasks = journal::fold(entries).tasks.size(); });
  std::printf(
      "{\"parse\":%.3f,\"verify\":%.3f,\"hash\":%.3f,\"fold\":%.3f,\"bytes\":%zu,\"memory\":%zu,\"tasks\":%zu}\n",
      parse, verify, hash, fold, bytes, memory, tasks);
  return ok && digest.size() == 64 ? 0 : 1;
}
