#include "tradewind/ledger/duckdb_library.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

[[noreturn]] void refuse_library() {
  throw InputError("DuckDB", fmt::format("its library cannot be loaded: {}", dlerror()),
                   "the libduckdb.so that Tradewind was built with, or one that the system's loader finds",
                   "Run `npm ci --ignore-scripts` in Tradewind's folder, or install DuckDB 1.4.");
}

DuckDB load() {
  void* library = dlopen(DUCKDB_LIBRARY, RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) library = dlopen("libduckdb.so", RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) refuse_library();
  const auto find = [library]<typename Function>(Function*& function, const char* name) {
    function = reinterpret_cast<Function*>(dlsym(library, name));
    if (function == nullptr) refuse_library();
  };
  DuckDB functions;
#define TRADEWIND_DUCKDB_FIND(name) find(functions.name, "duckdb_" #name);
  TRADEWIND_DUCKDB_FUNCTIONS(TRADEWIND_DUCKDB_FIND)
#undef TRADEWIND_DUCKDB_FIND
  return functions;
}

}  // namespace

const DuckDB& duckdb() {
  static const DuckDB functions = load();
  return functions;
}

}  // namespace tradewind
