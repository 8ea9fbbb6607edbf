/// Arrays of millions of rows in large pages where the system has them: they are filled and read in any order with far
/// fewer misses of the address translation. Only how fast things go depends on it.
#pragma once
#include <cstddef>
#include <new>
#include <utility>
#include <vector>

namespace tradewind::estimation {

/// Memory, for large arrays asked for in large pages; until it is written it costs nothing. To be freed by delete.
void* allocate_large(std::size_t bytes);

/// Asks for large pages under memory that somebody else has reserved and nobody touched yet.
void in_large_pages(const void* memory, std::size_t bytes);

/// Gives memory that was freed in small pieces back to the system.
void give_back_memory();

template <class T>
struct LargePages {
  using value_type = T;
  LargePages() = default;
  template <class U>
  explicit(false) LargePages(const LargePages<U>& /*other*/) {}
  T* allocate(std::size_t size) { return static_cast<T*>(allocate_large(size * sizeof(T))); }
  void deallocate(T* memory, std::size_t /*size*/) { ::operator delete(memory); }
  /// Numbers are not set to zero: whoever fills them touches their pages first, on all threads.
  template <class U>
  void construct(U* at) {
    ::new (static_cast<void*>(at)) U;
  }
  template <class U, class... Arguments>
  void construct(U* at, Arguments&&... arguments) {
    ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
  }
  friend bool operator==(const LargePages& /*one*/, const LargePages& /*other*/) { return true; }
};

/// A number for each row. PerRow<double>(n) leaves them unset.
template <class T>
using PerRow = std::vector<T, LargePages<T>>;

}  // namespace tradewind::estimation
