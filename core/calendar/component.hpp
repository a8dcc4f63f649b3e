#pragma once

#include "core/base/result.hpp"
#include "core/calendar/event.hpp"
#include "core/calendar/problem.hpp"
#include "core/calendar/property_name.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// An iCalendar text (RFC 5545 section 3.1) as a tree of components and properties, in one pass, each a view into the
/// text. Any line end, a byte order mark, and lines folded within a character are read.
namespace relais::calendar {

struct IcsParameter {
  std::string_view name;   ///< as it stands
  std::string_view value;  ///< as it stands, quotes and commas included
};

struct IcsProperty {
  std::string_view name;  ///< as it stands
  std::string_view value;
  std::uint32_t first_parameter = 0, parameter_count = 0;
  std::uint32_t line = 0;  ///< from 1
  std::int32_t next = -1;  ///< of the same component
  PropertyName known = PropertyName::other;
};

struct IcsComponent {
  std::string_view name;
  std::uint32_t line = 0;
  std::int32_t parent = -1;
  std::int32_t first_property = -1, last_property = -1;
  std::int32_t uid = -1;                                      ///< the first property UID
  std::int32_t first_child = -1, last_child = -1, next = -1;  ///< `next` of the same parent
  std::uint64_t has = 0;                                      ///< a bit for each PropertyName that stands in it

  bool contains(PropertyName property) const { return (has >> static_cast<unsigned>(property) & 1) != 0; }
};

class ComponentTree {
 public:
  /// `invalid-calendar` if there is no component at all or the first is none of a calendar, `unsupported` for vCalendar
  /// 1.0 and jCal (RFC 7265), `too-many` and `too-deep` beyond the limits; what is wrong within is in `problems`.
  /// `text` must outlive this.
  static Result<ComponentTree> parse(std::string_view text);

  const std::vector<IcsComponent>& components() const { return components_; }
  const IcsComponent& component(std::int32_t at) const { return components_[static_cast<std::size_t>(at)]; }
  const IcsProperty& property(std::int32_t at) const { return properties_[static_cast<std::size_t>(at)]; }
  const IcsParameter& parameter(std::uint32_t at) const { return parameters_[at]; }

  /// The first property of a component with that name, or null.
  const IcsProperty* find(const IcsComponent& component, std::string_view name) const;
  const IcsProperty* find(const IcsComponent& component, PropertyName name) const;
  /// The raw value of a parameter without its quotes; empty if there is none.
  std::string_view parameter(const IcsProperty& property, std::string_view name) const;
  /// A parameter of one text, decoded; a comma outside quotes, which it should not have, belongs to it.
  std::string text_parameter(const IcsProperty& property, std::string_view name) const;
  /// Whether there is a parameter but those named, and all of them, decoded.
  bool has_parameter_but(const IcsProperty& property, std::initializer_list<std::string_view> names) const;
  Parameters parameters_without(const IcsProperty& property, std::initializer_list<std::string_view> names) const;

  KeptProperty keep(const IcsProperty& property) const;
  /// Appends a component with all that is in it.
  void keep(const IcsComponent& component, std::vector<KeptComponent>& out) const;

  Problems problems;

 private:
  friend class TreeParser;

  std::string unfolded_;  // holds the lines that were folded; never grows beyond what was reserved
  std::vector<IcsComponent> components_;
  std::vector<IcsProperty> properties_;
  std::vector<IcsParameter> parameters_;
};

/// A copy in lower case, ASCII only: names of properties and parameters.
std::string lower_name(std::string_view name);

}  // namespace relais::calendar
