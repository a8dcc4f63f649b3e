#pragma once

#include "core/handover/severity.hpp"

namespace relais::handover {

/// The line of a piece of work as its reader may see it.
Line line_of(const Work& work, const Assessment& assessment, const View& view);

}  // namespace relais::handover
