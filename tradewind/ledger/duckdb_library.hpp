/// DuckDB's library, loaded when somebody first opens a database: that takes 9 ms, which a check that finds all it
/// needs in the ledger's extract does not spend. Only database.cpp and
/// column_query.cpp include this.
///
/// duckdb().query(...) is DuckDB's duckdb_query(...), with the type that duckdb.h gives it.
#pragma once
#include <duckdb.h>

namespace tradewind {

#define TRADEWIND_DUCKDB_FUNCTIONS(function)                                                                           \
  function(append_bool) function(append_data_chunk) function(append_date) function(append_double)                      \
      function(append_int32) function(append_null) function(append_varchar_length) function(appender_close)            \
          function(appender_create) function(appender_destroy) function(appender_end_row) function(appender_error)     \
              function(bind_boolean) function(bind_double) function(bind_int64) function(bind_null) function(          \
                  bind_varchar_length) function(close) function(column_count) function(column_logical_type)            \
                  function(column_name) function(connect) function(create_config) function(create_data_chunk)          \
                      function(create_logical_type) function(data_chunk_get_size) function(data_chunk_get_vector)      \
                          function(data_chunk_reset) function(data_chunk_set_size) function(decimal_internal_type)     \
                              function(decimal_scale) function(destroy_config) function(destroy_data_chunk) function(  \
                                  destroy_logical_type) function(destroy_prepare) function(destroy_result)             \
                                  function(disconnect) function(execute_prepared) function(execute_prepared_streaming) \
                                      function(fetch_chunk) function(free) function(get_type_id) function(             \
                                          hugeint_to_double) function(nparams) function(open_ext) function(prepare)    \
                                          function(prepare_error) function(prepared_statement_column_count)            \
                                              function(prepared_statement_column_logical_type)                         \
                                                  function(prepared_statement_column_name) function(query)             \
                                                      function(result_error) function(set_config)                      \
                                                          function(string_t_data) function(string_t_length)            \
                                                              function(validity_row_is_valid)                          \
                                                                  function(validity_set_row_invalid)                   \
                                                                      function(vector_assign_string_element_len)       \
                                                                          function(vector_ensure_validity_writable)    \
                                                                              function(vector_get_column_type)         \
                                                                                  function(vector_get_data)            \
                                                                                      function(vector_get_validity)

struct DuckDB {
#define TRADEWIND_DUCKDB_MEMBER(name) decltype(&::duckdb_##name) name = nullptr;  // NOLINT(bugprone-macro-parentheses)
  TRADEWIND_DUCKDB_FUNCTIONS(TRADEWIND_DUCKDB_MEMBER)
#undef TRADEWIND_DUCKDB_MEMBER
};

/// InputError when the library is not there or is of another version.
const DuckDB& duckdb();

/// One of DuckDB's handles, given back at the end.
template <class Handle, auto destroy>
struct Owned {
  Handle handle{};

  Owned() = default;
  explicit Owned(Handle made) : handle(made) {}
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { (duckdb().*destroy)(&handle); }
};

using OwnedChunk = Owned<duckdb_data_chunk, &DuckDB::destroy_data_chunk>;

}  // namespace tradewind
