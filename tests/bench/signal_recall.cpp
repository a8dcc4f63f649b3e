// Reads `code|text` and `!code|text` lines of core/triage/training/held.signals.*.txt and says for each signal how
// often it is found where it is said, and what it misses or invents; the bench of the triage runs it.
//
//     build/release/tests/bench/relais_signal_recall FILE LANG [misses]
#include "core/triage/evidence.hpp"

#include <cstdio>
#include <fstream>
#include <string>

using namespace relais;
using namespace relais::triage;

namespace {

bool says(const std::string& text, const std::string& lang, const std::string& code) {
  Request request;
  request.lang = lang;
  request.body = text;
  request.channel = "email";
  request.zone = time::find_zone("Europe/Paris");
  request.received_at = time::parse_local_time("2026-10-13T09:30:00");
  return read_evidence(request, *request.received_at).find(code) != nullptr;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  std::ifstream in(arguments[1]);
  if (!in) return 2;
  int said = 0, found = 0, others = 0, invented = 0;
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t bar = line.find('|');
    if (line.empty() || line[0] == '#' || bar == std::string::npos) continue;
    const bool absent = line[0] == '!';
    const std::string code = line.substr(absent, bar - absent), text = line.substr(bar + 1);
    const bool has = says(text, arguments[2], code);
    (absent ? others : said) += 1;
    (absent ? invented : found) += has;
    if (has == absent && count > 3)
      std::printf("  %s %s: %s\n", absent ? "invents" : "misses", code.c_str(), text.c_str());
  }
  std::printf("%d %d %d %d\n", found, said, invented, others);
  return 0;
}
