#pragma once

#include "core/agenda/simplex.hpp"

#include <cstddef>
#include <vector>

/// Rows that follow from others by halving: an odd sum of rows whose coefficients are even where the present solution
/// has anything may be halved and rounded down (zero-half cuts, Caprara and Fischetti 1996). They close what cliques
/// leave open: odd rings of events that exclude their neighbours.
namespace relais::agenda {

/// Rows that the solution of `simplex` breaks, at most `most`, those made of the fewest others first. `effort` is
/// raised by the work.
std::vector<Row> halved_rows(const Simplex& simplex, std::size_t most, std::int64_t& effort);

}  // namespace relais::agenda
