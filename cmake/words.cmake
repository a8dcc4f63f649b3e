# cmake -DIN=FILE;FILE -DOUT=FILE.cpp -DNAME=… -P words.cmake: every word that stands in quotation marks in sources, once.
set(words)
foreach(file IN LISTS IN)
  file(STRINGS "${file}" lines REGEX "^[^#]*\"")
  foreach(line IN LISTS lines)
    string(REGEX MATCHALL "\"[^\"]+\"" quoted "${line}")
    string(REGEX MATCHALL "[a-z]+" found "${quoted}")
    list(APPEND words ${found})
  endforeach()
endforeach()
list(REMOVE_DUPLICATES words)
list(SORT words)
list(JOIN words "\",\n    \"" text)
file(WRITE "${OUT}" "#include <span>
#include <string_view>

namespace relais::triage {
namespace {
constexpr std::string_view words[] = {
    \"${text}\"};
}
extern const std::span<const std::string_view> ${NAME};
const std::span<const std::string_view> ${NAME} = words;
}  // namespace relais::triage
")
