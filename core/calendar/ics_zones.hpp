#pragma once

#include "core/calendar/component.hpp"
#include "core/calendar/zone_definition.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace relais::calendar {

/// What a TZID stands for.
struct ZoneReference {
  std::string name;    ///< IANA name, or `/id` of a definition; empty if nobody knows it
  time::ZonePtr zone;  ///< null if nobody knows it
  std::shared_ptr<const ZoneDefinition> definition;
};

/// The zones of one calendar file. A TZID is an IANA name, one with something before it
/// (`/freeassociation.sourceforge.net/Europe/Paris`), a Windows name, or that of a VTIMEZONE of the file; a VTIMEZONE
/// may say by X-LIC-LOCATION or by its name which IANA zone it is, and is itself the zone otherwise.
class IcsZones {
 public:
  IcsZones() = default;
  explicit IcsZones(const ComponentTree& tree, Problems& problems);

  void add(const std::string& tzid, const std::shared_ptr<const ZoneDefinition>& definition);
  const ZoneReference& resolve(std::string_view tzid);
  const std::map<std::string, ZoneReference, std::less<>>& defined() const { return zones_; }

 private:
  void define(const ComponentTree& tree, const IcsComponent& component, Problems& problems);

  std::map<std::string, ZoneReference, std::less<>> zones_;
};

/// A VTIMEZONE as a definition; what it lacks goes to `problems`.
ZoneDefinition read_vtimezone(const ComponentTree& tree, const IcsComponent& component, Problems& problems);

}  // namespace relais::calendar
