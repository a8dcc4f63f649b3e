# Finds the toolchain file of the emcc on the PATH: emsdk's if it is there, else Debian's.
find_program(EMCC emcc REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(REAL_PATH ${EMCC} emcc)
cmake_path(GET emcc PARENT_PATH root)
find_file(EMSCRIPTEN_TOOLCHAIN cmake/Modules/Platform/Emscripten.cmake
  PATHS ${root} $ENV{EMSCRIPTEN_ROOT} /usr/share/emscripten NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
include(${EMSCRIPTEN_TOOLCHAIN})
