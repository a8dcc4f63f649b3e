#pragma once

#include "core/journal/effective.hpp"
#include "core/journal/state.hpp"

#include <memory>
#include <span>

namespace relais::journal {

/// The desk's state after the entries written up to then. Linear. Types that Relais does not know
/// change nothing.
State fold(std::span<const Entry> entries, const Until& until = {});

/// A fold that goes on as its journal grows.
///
///     Fold held(entries);
///     if (!held.add(more)) held = Fold(all_of_them);
///     held.state();   // as fold(all_of_them)
class Fold {
 public:
  explicit Fold(std::span<const Entry> entries = {}, const Until& until = {});
  Fold(Fold&&) noexcept;
  Fold& operator=(Fold&&) noexcept;
  ~Fold();

  /// Takes the entries that follow, at the price of these alone. False, and nothing is taken, where they change what
  /// the entries before them say: one undoes or amends, or they do not stand after all others.
  bool add(std::span<const Entry> entries);

  const State& state() const;
  State release() &&;

 private:
  class Folder;
  std::unique_ptr<Folder> folder_;
};

}  // namespace relais::journal
