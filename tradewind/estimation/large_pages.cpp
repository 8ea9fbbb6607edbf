#include "tradewind/estimation/large_pages.hpp"

#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace tradewind::estimation {
namespace {

constexpr std::uintptr_t page = 4096;
constexpr std::size_t large = std::size_t{1} << 22;

}  // namespace

void* allocate_large(std::size_t bytes) {
  void* memory = ::operator new(bytes);
  in_large_pages(memory, bytes);
  return memory;
}

void in_large_pages(const void* memory, std::size_t bytes) {
  if (bytes < large) return;
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  const std::size_t before = (page - address % page) % page;
  // Where the system refuses, pages stay as they are.
  auto* begin = const_cast<char*>(static_cast<const char*>(memory)) + before;
  static_cast<void>(::madvise(begin, (bytes - before) / page * page, MADV_HUGEPAGE));
}

void give_back_memory() { static_cast<void>(::malloc_trim(0)); }

}  // namespace tradewind::estimation
