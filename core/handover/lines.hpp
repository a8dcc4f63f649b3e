#pragma once

#include "core/handover/severity.hpp"

namespace relais::handover {

/// The line of an open task as its reader may see it.
Line line_of(const journal::Task& task, const Assessment& assessment, const View& view);

}  // namespace relais::handover
