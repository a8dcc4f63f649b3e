#pragma once

#include "core/base/error.hpp"

#include <utility>
#include <variant>

namespace relais {

/// A value, or the error that stands in its place. `value()` only after `ok()`.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *std::get_if<0>(&content_); }
  const T& value() const& { return *std::get_if<0>(&content_); }
  T&& value() && { return std::move(*std::get_if<0>(&content_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& { return *std::get_if<1>(&content_); }
  Error&& error() && { return std::move(*std::get_if<1>(&content_)); }

 private:
  std::variant<T, Error> content_;
};

/// The result of work that gives nothing but may fail.
using Status = Result<std::monostate>;

}  // namespace relais

/// `RELAIS_TRY(auto events, read_events(json));` declares `events`, or returns the error from the function around it.
#define RELAIS_TRY(declaration, expression) \
  RELAIS_TRY_NAMED(declaration, expression, RELAIS_JOIN(relais_result_, __LINE__))
#define RELAIS_TRY_NAMED(declaration, expression, result) \
  auto result = (expression);                             \
  if (!result.ok()) return std::move(result).error();     \
  declaration = std::move(result).value()
#define RELAIS_JOIN(left, right) RELAIS_JOIN_NOW(left, right)
#define RELAIS_JOIN_NOW(left, right) left##right
