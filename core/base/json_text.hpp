#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// Writing JSON text straight, where an answer is too long to be built as values first. Members must come in byte order
/// of their names, as `dump` has them.
namespace relais {

/// A string with its quotes, escaped as `dump` does. `text` is UTF-8.
void append_json_string(std::string& out, std::string_view text);

/// Puts the brackets, names and commas of a text.
///
///     JsonText out;
///     out.open_object().member("id").text("r1").member("weight").integer(200).close_object();
///     out.take();   // {"id":"r1","weight":200}
class JsonText {
 public:
  JsonText& open_object() { return open('{'); }
  JsonText& close_object() { return close('}'); }
  JsonText& open_array() { return open('['); }
  JsonText& close_array() { return close(']'); }
  JsonText& member(std::string_view name);
  JsonText& text(std::string_view utf8);
  JsonText& integer(std::int64_t value);
  JsonText& null();

  std::string take() { return std::move(out_); }

 private:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  void part();  ///< the comma before all but the first

  std::string out_;
  bool first_ = true;
};

}  // namespace relais
