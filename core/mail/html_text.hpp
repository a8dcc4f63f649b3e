#pragma once

#include <string>
#include <string_view>

namespace relais::mail {

/// The readable text of an HTML mail body: blocks on lines of their own, list items with a dash, quotations with `> `,
/// without styles, scripts, comments and what is hidden. Any input gives a text, in linear time.
std::string html_to_text(std::string_view html);

}  // namespace relais::mail
