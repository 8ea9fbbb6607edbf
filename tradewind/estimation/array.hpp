/// Values that an array owns together with its copies, or only looks at.
#pragma once
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace tradewind::estimation {

/// A span that may keep alive what it looks at: the memory is freed with the last array that owns it.
template <class T>
class Array : public std::span<const T> {
 public:
  Array() = default;
  /// Somebody else's values, which must outlive the array.
  explicit(false) Array(std::span<const T> values) : std::span<const T>(values) {}
  template <class Allocator>
  explicit(false) Array(const std::vector<T, Allocator>& values) : std::span<const T>(values) {}
  /// Values of its own.
  template <class Allocator>
  explicit(false) Array(std::vector<T, Allocator>&& values)
      : Array(std::make_shared<const std::vector<T, Allocator>>(std::move(values))) {}

 private:
  template <class Values>
  explicit Array(std::shared_ptr<const Values> values) : std::span<const T>(*values), owner_(std::move(values)) {}

  std::shared_ptr<const void> owner_;
};

}  // namespace tradewind::estimation
