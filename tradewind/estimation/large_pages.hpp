/// Arrays of millions of rows in large pages where the system has them: they are filled and read in any order with far
/// fewer misses of the address translation. Only how fast things go depends on it.
#pragma once
#include <cstddef>
#include <vector>

namespace tradewind::estimation {

/// Asks for large pages under memory that has been reserved and not yet touched. Small arrays are left alone.
void in_large_pages(const void* memory, std::size_t bytes);

/// values.assign(size, value), in large pages.
template <class T>
void assign_large(std::vector<T>& values, std::size_t size, const T& value = T()) {
  if (values.capacity() < size) {
    values = {};
    values.reserve(size);
    in_large_pages(values.data(), size * sizeof(T));
  }
  values.assign(size, value);
}

}  // namespace tradewind::estimation
