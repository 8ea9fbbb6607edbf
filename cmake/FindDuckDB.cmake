# Finds DuckDB's C API: an installed one where there is one, else the library and header that npm brought (package.json).
# Defines the imported target DuckDB::DuckDB: its header, and as DUCKDB_LIBRARY where its library is. Nothing is linked:
# the program loads the library when it first opens a database (tradewind/ledger/duckdb_library.hpp).
set(npm ${CMAKE_SOURCE_DIR}/node_modules)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
  set(npm_platform linux-arm64)
else()
  set(npm_platform linux-x64)
endif()

find_library(DuckDB_LIBRARY NAMES duckdb)
find_path(DuckDB_INCLUDE_DIR NAMES duckdb.h)
if(NOT DuckDB_LIBRARY OR NOT DuckDB_INCLUDE_DIR)
  unset(DuckDB_LIBRARY CACHE)
  unset(DuckDB_INCLUDE_DIR CACHE)
  find_library(DuckDB_LIBRARY NAMES duckdb PATHS ${npm}/@duckdb/node-bindings-${npm_platform} NO_DEFAULT_PATH)
  find_path(DuckDB_INCLUDE_DIR NAMES duckdb.h PATHS ${npm}/duckdb/src/duckdb/src/include NO_DEFAULT_PATH)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(DuckDB
  REQUIRED_VARS DuckDB_LIBRARY DuckDB_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "run 'npm ci --ignore-scripts' in the project's folder (make does), or install DuckDB 1.4")
if(DuckDB_FOUND AND NOT TARGET DuckDB::DuckDB)
  add_library(DuckDB::DuckDB INTERFACE IMPORTED)
  target_compile_definitions(DuckDB::DuckDB INTERFACE DUCKDB_LIBRARY="${DuckDB_LIBRARY}")
  target_link_libraries(DuckDB::DuckDB INTERFACE ${CMAKE_DL_LIBS})
  # The npm header stands in DuckDB's own source tree; only duckdb.h is to be seen, so it is copied beside the build.
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/duckdb)
  file(COPY_FILE ${DuckDB_INCLUDE_DIR}/duckdb.h ${CMAKE_BINARY_DIR}/duckdb/duckdb.h ONLY_IF_DIFFERENT)
  target_include_directories(DuckDB::DuckDB SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/duckdb)
endif()
