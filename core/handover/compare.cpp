#include "core/handover/compare.hpp"

#include "core/base/json.hpp"
#include "core/base/text.hpp"
#include "core/time/zone.hpp"

#include <algorithm>
#include <set>

namespace relais::handover {
namespace {

// Letters and digits alone, in lower case, without accents, words parted by one space.
std::string essence(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character_at(text, at);
    at += size;
    const char32_t plain = to_lower(without_accent(code));
    const bool sign = plain < 0x80 && !((plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9'));
    const bool typographic = plain == 0xA0 || plain == 0xAB || plain == 0xBB || (plain >= 0x2000 && plain <= 0x206F);
    if (!sign && !typographic) {
      append_utf8(out, plain);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

class Comparer {
 public:
  explicit Comparer(const Document& document) : document_(document), zone_(time::find_zone(document.zone)) {
    for (const std::vector<Line>* lines : {&document.watch, &document.soon, &document.waiting}) {
      for (const Line& line : *lines) lines_[line.id] = &line;
    }
  }

  Result<Comparison> compare(const std::vector<Said>& read_back) {
    std::map<std::string, const Said*> said;
    for (std::size_t i = 0; i < read_back.size(); ++i) {
      const Said& one = read_back[i];
      const std::string path = pointer("/readBack", i) + "/id";
      if (!lines_.contains(one.id)) return Error{ErrorCode::unknown_reference, {{"id", one.id}}, path, "a line's id"};
      if (!said.emplace(one.id, &one).second) return Error{ErrorCode::duplicate_id, {{"id", one.id}}, path, ""};
    }
    const Said nothing;
    for (const std::string& id : document_.read_back) {
      const auto found = said.find(id);
      compare_line(id, found == said.end() ? nothing : *found->second);
    }
    const std::set<std::string> asked(document_.read_back.begin(), document_.read_back.end());
    for (const Said& one : read_back) {
      if (!asked.contains(one.id)) compare_line(one.id, one);
    }
    return std::move(out_);
  }

 private:
  void compare_line(const std::string& id, const Said& said) {
    const auto found = lines_.find(id);
    if (found == lines_.end()) return;
    const Line& line = *found->second;
    compare_field(id, "owner", line.owner, said.owner, same_person(line.owner, said.owner.value_or("")));
    compare_field(id, "due", line.due, said.due, same_time(line.due, said.due.value_or("")));
    compare_field(id, "next", line.next, said.next, essence(line.next) == essence(said.next.value_or("")));
  }

  void compare_field(const std::string& id, const char* field, const std::string& document,
                     const std::optional<std::string>& said, bool same) {
    const bool silent = !said || trim(*said).empty();
    if (document.empty() && silent) return;
    if (silent) {
      out_.missing.push_back({id, field});
    } else if (!document.empty() && same) {
      out_.matches.push_back({id, field});
    } else {
      out_.differs.push_back({id, field, document, *said});
    }
  }

  bool same_person(const std::string& id, const std::string& said) const {
    if (trim(said) == id) return true;
    const auto name = document_.names.find(id);
    return name != document_.names.end() && essence(name->second) == essence(said);
  }

  bool same_time(const std::string& local, std::string_view said) const {
    said = trim(said);
    if (said == local) return true;
    const auto instant = time::parse_instant(said);
    return instant && zone_ && time::format(zone_->to_local(*instant)) == local;
  }

  const Document& document_;
  time::ZonePtr zone_;
  std::map<std::string, const Line*> lines_;
  Comparison out_;
};

}  // namespace

Result<Comparison> compare(const Document& document, const std::vector<Said>& read_back) {
  return Comparer(document).compare(read_back);
}

}  // namespace relais::handover
