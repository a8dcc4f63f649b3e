#include "core/desk/operations.hpp"

#include <cstdio>
#include <string>

int main() {
  const std::string answer = relais::desk::run_text("triage.dates", R"({
    "text": "Merci de me rappeler avant vendredi 17h", "lang": "fr",
    "now": "2026-11-24T10:00:00", "timeZone": "Europe/Paris"})");
  std::printf("%s\n", answer.c_str());
  return answer.find("2026-11-27T17:00") == std::string::npos;
}
