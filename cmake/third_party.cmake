# Header-only packages from the system or, failing that, by FetchContent with a hash.
# A cross compiler must not see the rest of the system's headers: each package is linked alone into build/third_party.
include(FetchContent)

function(relais_header_only target header url hash)
  cmake_path(GET header PARENT_PATH folder)
  find_path(${target}_INCLUDE ${header} PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
  if(${target}_INCLUDE)
    set(include ${CMAKE_BINARY_DIR}/third_party)
    file(MAKE_DIRECTORY ${include})
    file(CREATE_LINK ${${target}_INCLUDE}/${folder} ${include}/${folder} SYMBOLIC)
  else()
    FetchContent_Declare(${target} URL ${url} URL_HASH SHA256=${hash} DOWNLOAD_EXTRACT_TIMESTAMP ON SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${target})
    set(include ${${target}_SOURCE_DIR}/include)
  endif()
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE $<BUILD_INTERFACE:${include}>)
endfunction()

relais_header_only(relais_json nlohmann/json.hpp
  https://github.com/nlohmann/json/releases/download/v3.11.2/include.zip
  e5c7a9f49a16814be27e4ed0ee900ecd0092bfb7dbfca65b5a421b774dccaaed)
