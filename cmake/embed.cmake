# cmake -DIN=FILE -DOUT=FILE.cpp -DNAME=… -P embed.cmake: a file's bytes as an array, for core/triage/base_model.cpp.
file(READ "${IN}" hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
file(WRITE "${OUT}" "#include <cstddef>

namespace relais::triage {
extern const unsigned char ${NAME}_bytes[];
extern const std::size_t ${NAME}_size;
const unsigned char ${NAME}_bytes[] = {
${bytes}0};
const std::size_t ${NAME}_size = ${size};
}  // namespace relais::triage
")
