#include "core/calendar/component.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/calendar/content_line.hpp"

#include <algorithm>

namespace relais::calendar {
namespace {

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '/' || c == '*';
}

std::size_t name_end(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_name_character(line[at])) ++at;
  return at;
}

std::string excerpt(std::string_view line) {
  constexpr std::size_t most = 60;
  std::size_t size = std::min(line.size(), most);
  while (size < line.size() && size > 0 && (static_cast<unsigned char>(line[size]) & 0xC0) == 0x80) --size;
  return std::string(line.substr(0, size));
}

// A parameter that stands twice has the values of both.
void add_values(Parameters& parameters, std::string name, std::vector<std::string> values) {
  for (auto& [known, all] : parameters) {
    if (known == name) return void(all.insert(all.end(), values.begin(), values.end()));
  }
  parameters.emplace_back(std::move(name), std::move(values));
}

constexpr std::size_t usual_line = 32;  // octets

bool blank(std::string_view line) { return trim(line).empty(); }

bool starts_a_calendar(std::string_view name) {
  for (const char* known :
       {"VCALENDAR", "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY", "VALARM"}) {
    if (equals_ignoring_case(name, known)) return true;
  }
  return false;
}

}  // namespace

std::string lower_name(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

/// Builds the tree line by line; the open components are a path from the root, so depth costs no stack.
class TreeParser {
 public:
  explicit TreeParser(std::string_view text) : text_(text) {
    tree_.unfolded_.reserve(text.size() + 64);  // on the heap even if short: views stay true when the tree moves
    tree_.properties_.reserve(text.size() / usual_line);
  }
  Result<ComponentTree> parse();

 private:
  Status take(std::string_view line);
  bool split(std::string_view line, IcsProperty& property);
  bool take_parameters(std::string_view line, std::size_t& at, IcsProperty& property);
  Status open(std::string_view name);
  void close(std::string_view name);
  Status add(IcsProperty property);
  void make_room();
  Status check_version(const IcsProperty& property) const;
  void problem(const char* code, Arguments args) { tree_.problems.add(line_, code, std::move(args)); }
  Error not_a_calendar() const;

  std::string_view text_;
  ComponentTree tree_;
  std::vector<std::int32_t> open_;
  std::size_t line_ = 0, first_line_ = 0;
  std::int32_t last_root_ = -1;
};

Error TreeParser::not_a_calendar() const {
  constexpr std::size_t head = 80;
  const std::string_view begin = trim(text_).substr(0, head);
  if (begin.starts_with('[') && begin.find("\"vcalendar\"") != std::string_view::npos) {
    return {ErrorCode::unsupported, {{"value", "jCal"}}, "1:1", "BEGIN:VCALENDAR"};
  }
  return {
      ErrorCode::invalid_calendar, {}, std::to_string(std::max<std::size_t>(first_line_, 1)) + ":1", "BEGIN:VCALENDAR"};
}

Result<ComponentTree> TreeParser::parse() {
  LineReader lines(text_, tree_.unfolded_);
  std::string_view line;
  while (lines.next(line)) {
    line_ = lines.number();
    if (blank(line)) continue;
    if (first_line_ == 0) first_line_ = line_;
    RELAIS_TRY([[maybe_unused]] const auto taken, take(line));
  }
  if (tree_.components_.empty()) return not_a_calendar();
  for (const std::int32_t at : open_) {
    const IcsComponent& component = tree_.component(at);
    line_ = component.line;
    problem("unclosed-component", {{"name", std::string(component.name)}});
  }
  return std::move(tree_);
}

Status TreeParser::take(std::string_view line) {
  IcsProperty property;
  property.line = static_cast<std::uint32_t>(line_);
  if (!split(line, property)) {
    problem("malformed-line", {{"text", excerpt(line)}});
    return std::monostate{};
  }
  if (property.known == PropertyName::begin) return open(trim(property.value));
  if (property.known == PropertyName::end) {
    close(trim(property.value));
    return std::monostate{};
  }
  if (open_.empty()) {
    problem("stray-line", {{"text", excerpt(line)}});
    return std::monostate{};
  }
  RELAIS_TRY([[maybe_unused]] const auto checked, check_version(property));
  return add(property);
}

bool TreeParser::split(std::string_view line, IcsProperty& property) {
  std::size_t at = name_end(line);
  if (at == 0) return false;
  property.name = line.substr(0, at);
  property.known = property_name(property.name);
  property.first_parameter = static_cast<std::uint32_t>(tree_.parameters_.size());
  while (at < line.size() && line[at] == ';') {
    if (!take_parameters(line, ++at, property)) return false;
  }
  if (at >= line.size() || line[at] != ':') return false;
  property.value = line.substr(at + 1);
  return true;
}

// One parameter from `at` on, which is then at the semicolon or colon after it.
bool TreeParser::take_parameters(std::string_view line, std::size_t& at, IcsProperty& property) {
  const std::string_view name = line.substr(at, name_end(line.substr(at)));
  at += name.size();
  if (at >= line.size()) return false;
  std::size_t begin = at;
  if (line[at] == '=') {
    begin = ++at;
    bool quoted = false;
    for (; at < line.size() && (quoted || (line[at] != ';' && line[at] != ':')); ++at) {
      if (line[at] != '"') continue;
      // A quote that nothing closes is a character like others.
      quoted = !quoted && line.find('"', at + 1) != std::string_view::npos;
    }
  }
  if (property.parameter_count >= limits::property_parameters) return false;
  if (name.empty()) return line[at] == ';' || line[at] == ':';
  tree_.parameters_.push_back({name, line.substr(begin, at - begin)});
  ++property.parameter_count;
  return at < line.size();
}

Status TreeParser::open(std::string_view name) {
  if (tree_.components_.empty() && !starts_a_calendar(name)) return not_a_calendar();
  if (tree_.components_.size() >= limits::calendar_components) {
    return Error{ErrorCode::too_many,
                 {{"limit", static_cast<std::int64_t>(limits::calendar_components)}, {"what", "components"}},
                 std::to_string(line_) + ":1",
                 ""};
  }
  if (open_.size() >= static_cast<std::size_t>(limits::calendar_depth)) {
    return Error{ErrorCode::too_deep, {{"limit", limits::calendar_depth}}, std::to_string(line_) + ":1", ""};
  }
  IcsComponent component;
  component.name = name;
  component.line = static_cast<std::uint32_t>(line_);
  component.parent = open_.empty() ? -1 : open_.back();
  const auto place = static_cast<std::int32_t>(tree_.components_.size());
  if (component.parent >= 0) {
    IcsComponent& parent = tree_.components_[static_cast<std::size_t>(component.parent)];
    if (parent.last_child >= 0) tree_.components_[static_cast<std::size_t>(parent.last_child)].next = place;
    if (parent.first_child < 0) parent.first_child = place;
    parent.last_child = place;
  } else {
    if (last_root_ >= 0) tree_.components_[static_cast<std::size_t>(last_root_)].next = place;
    last_root_ = place;
  }
  tree_.components_.push_back(component);
  open_.push_back(place);
  return std::monostate{};
}

void TreeParser::close(std::string_view name) {
  std::size_t depth = open_.size();
  while (depth > 0 && !equals_ignoring_case(tree_.component(open_[depth - 1]).name, name)) --depth;
  if (depth == 0) return problem("stray-end", {{"name", excerpt(name)}});
  for (std::size_t i = depth; i < open_.size(); ++i) {
    problem("unclosed-component", {{"name", std::string(tree_.component(open_[i]).name)}});
  }
  open_.resize(depth - 1);
}

// Short lines are the exception: once they are met, there is room for as many as the text has.
void TreeParser::make_room() {
  const auto lines = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n'));
  tree_.properties_.reserve(std::min(lines + 1, limits::calendar_properties));
}

Status TreeParser::add(IcsProperty property) {
  if (tree_.properties_.size() + tree_.parameters_.size() >= limits::calendar_properties) {
    return Error{ErrorCode::too_many,
                 {{"limit", static_cast<std::int64_t>(limits::calendar_properties)}, {"what", "properties"}},
                 std::to_string(line_) + ":1",
                 ""};
  }
  const auto place = static_cast<std::int32_t>(tree_.properties_.size());
  IcsComponent& component = tree_.components_[static_cast<std::size_t>(open_.back())];
  if (component.last_property >= 0) tree_.properties_[static_cast<std::size_t>(component.last_property)].next = place;
  if (component.first_property < 0) component.first_property = place;
  component.last_property = place;
  if (property.known == PropertyName::uid && component.uid < 0) component.uid = place;
  component.has |= std::uint64_t{1} << static_cast<unsigned>(property.known);
  if (tree_.properties_.size() == tree_.properties_.capacity()) make_room();
  tree_.properties_.push_back(property);
  return std::monostate{};
}

Status TreeParser::check_version(const IcsProperty& property) const {
  const bool version = property.known == PropertyName::version && open_.size() == 1;
  if (!version || trim(property.value) != "1.0") return std::monostate{};
  return Error{ErrorCode::unsupported, {{"value", "vCalendar 1.0"}}, std::to_string(line_) + ":1", "VERSION:2.0"};
}

Result<ComponentTree> ComponentTree::parse(std::string_view text) { return TreeParser(text).parse(); }

const IcsProperty* ComponentTree::find(const IcsComponent& component, std::string_view name) const {
  for (std::int32_t at = component.first_property; at >= 0; at = property(at).next) {
    if (equals_ignoring_case(property(at).name, name)) return &property(at);
  }
  return nullptr;
}

const IcsProperty* ComponentTree::find(const IcsComponent& component, PropertyName name) const {
  if (!component.contains(name)) return nullptr;
  for (std::int32_t at = component.first_property; at >= 0; at = property(at).next) {
    if (property(at).known == name) return &property(at);
  }
  return nullptr;
}

std::string_view ComponentTree::parameter(const IcsProperty& property, std::string_view name) const {
  for (std::uint32_t i = 0; i < property.parameter_count; ++i) {
    const IcsParameter& found = parameter(property.first_parameter + i);
    if (!equals_ignoring_case(found.name, name)) continue;
    std::string_view value = found.value;
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return value;
  }
  return {};
}

std::string ComponentTree::text_parameter(const IcsProperty& property, std::string_view name) const {
  return decode_parameter(parameter(property, name));
}

bool ComponentTree::has_parameter_but(const IcsProperty& property,
                                      std::initializer_list<std::string_view> names) const {
  for (std::uint32_t i = 0; i < property.parameter_count; ++i) {
    const std::string_view found = parameter(property.first_parameter + i).name;
    if (std::none_of(names.begin(), names.end(), [&](auto name) { return equals_ignoring_case(found, name); })) {
      return true;
    }
  }
  return false;
}

Parameters ComponentTree::parameters_without(const IcsProperty& property,
                                             std::initializer_list<std::string_view> names) const {
  Parameters out;
  for (std::uint32_t i = 0; i < property.parameter_count; ++i) {
    const IcsParameter& found = parameter(property.first_parameter + i);
    bool named = false;
    for (const std::string_view name : names) named = named || equals_ignoring_case(found.name, name);
    if (!named) add_values(out, lower_name(found.name), parameter_values(found.value));
  }
  return out;
}

KeptProperty ComponentTree::keep(const IcsProperty& property) const {
  return {lower_name(property.name), parameters_without(property, {}), std::string(property.value)};
}

void ComponentTree::keep(const IcsComponent& component, std::vector<KeptComponent>& out) const {
  // Children after their parents, each parent's place known: a walk by an own stack.
  std::vector<std::pair<const IcsComponent*, int>> waiting{{&component, -1}};
  while (!waiting.empty()) {
    const auto [at, parent] = waiting.back();
    waiting.pop_back();
    const int place = static_cast<int>(out.size());
    KeptComponent kept{lower_name(at->name), parent, {}};
    for (std::int32_t i = at->first_property; i >= 0; i = property(i).next)
      kept.properties.push_back(keep(property(i)));
    out.push_back(std::move(kept));
    std::vector<std::pair<const IcsComponent*, int>> children;
    for (std::int32_t i = at->first_child; i >= 0; i = this->component(i).next) {
      children.emplace_back(&this->component(i), place);
    }
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
}

}  // namespace relais::calendar
