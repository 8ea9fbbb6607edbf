#include "tradewind/estimation/large_pages.hpp"

#include <sys/mman.h>

#include <cstdint>

namespace tradewind::estimation {
namespace {

constexpr std::uintptr_t page = 4096;
constexpr std::size_t large = std::size_t{1} << 22;

}  // namespace

void in_large_pages(const void* memory, std::size_t bytes) {
  if (bytes < large) return;
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(memory) + page - 1) / page * page;
  const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(memory) + bytes) / page * page;
  // Where the system refuses, pages stay as they are.
  static_cast<void>(::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE));
}

}  // namespace tradewind::estimation
