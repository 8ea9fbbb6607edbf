#include "tradewind/ledger/column_query.hpp"

#include <oneapi/tbb/global_control.h>

#include <cassert>
#include <utility>

#include "tradewind/ledger/column_builder.hpp"
#include "tradewind/ledger/duckdb_library.hpp"

namespace tradewind {
namespace {

using Config = Owned<duckdb_config, &DuckDB::destroy_config>;
using Prepared = Owned<duckdb_prepared_statement, &DuckDB::destroy_prepare>;
using Result = Owned<duckdb_result, &DuckDB::destroy_result>;
using LogicalType = Owned<duckdb_logical_type, &DuckDB::destroy_logical_type>;

std::string words(const char* message) { return message == nullptr ? "unknown error" : message; }

SqlColumn::Type type_of(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
      return SqlColumn::Type::truth;
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER:
      return SqlColumn::Type::whole;
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UHUGEINT:
      return SqlColumn::Type::large;
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_DECIMAL:
      return SqlColumn::Type::number;
    case DUCKDB_TYPE_LIST:
    case DUCKDB_TYPE_ARRAY:
    case DUCKDB_TYPE_STRUCT:
    case DUCKDB_TYPE_MAP:
    case DUCKDB_TYPE_UNION:
    case DUCKDB_TYPE_BLOB:
      return SqlColumn::Type::nested;
    default:
      return SqlColumn::Type::text;
  }
}

/// Adds the values of one vector of an answer.
template <class Value, class Stored = Value>
void append(ColumnBuilder& builder, duckdb_vector vector, idx_t size) {
  const auto* values = static_cast<const Stored*>(duckdb().vector_get_data(vector));
  const std::uint64_t* valid = duckdb().vector_get_validity(vector);
  for (idx_t row = 0; row < size; ++row)
    if (valid == nullptr || ((valid[row / 64] >> (row % 64)) & 1) != 0)
      builder.add(static_cast<Value>(values[row]));
    else
      builder.add_missing();
}

void append_texts(ColumnBuilder& builder, duckdb_vector vector, idx_t size) {
  auto* texts = static_cast<duckdb_string_t*>(duckdb().vector_get_data(vector));
  const std::uint64_t* valid = duckdb().vector_get_validity(vector);
  for (idx_t row = 0; row < size; ++row)
    if (valid == nullptr || ((valid[row / 64] >> (row % 64)) & 1) != 0) {
      const auto length = texts[row].value.inlined.length;
      const char* text = length <= 12 ? texts[row].value.inlined.inlined : texts[row].value.pointer.ptr;
      builder.add(std::string_view(text, length));
    } else {
      builder.add_missing();
    }
}

void append(ColumnBuilder& builder, duckdb_vector vector, idx_t size, duckdb_type type) {
  using Whole = std::int64_t;
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
      return append<Whole, bool>(builder, vector, size);
    case DUCKDB_TYPE_TINYINT:
      return append<Whole, std::int8_t>(builder, vector, size);
    case DUCKDB_TYPE_SMALLINT:
      return append<Whole, std::int16_t>(builder, vector, size);
    case DUCKDB_TYPE_INTEGER:
      return append<Whole, std::int32_t>(builder, vector, size);
    case DUCKDB_TYPE_BIGINT:
      return append<Whole>(builder, vector, size);
    case DUCKDB_TYPE_UTINYINT:
      return append<Whole, std::uint8_t>(builder, vector, size);
    case DUCKDB_TYPE_USMALLINT:
      return append<Whole, std::uint16_t>(builder, vector, size);
    case DUCKDB_TYPE_UINTEGER:
      return append<Whole, std::uint32_t>(builder, vector, size);
    case DUCKDB_TYPE_FLOAT:
      return append<double, float>(builder, vector, size);
    case DUCKDB_TYPE_DOUBLE:
      return append<double>(builder, vector, size);
    default:
      assert(type == DUCKDB_TYPE_VARCHAR);
      return append_texts(builder, vector, size);
  }
}

ColumnBuilder builder_for(std::string name, duckdb_type type, const ColumnUse& use) {
  const SqlColumn::Type value = type_of(type);
  const auto kind = value == SqlColumn::Type::text                    ? ColumnBuilder::Kind::text
                    : value == SqlColumn::Type::number && !use.narrow ? ColumnBuilder::Kind::number
                                                                      : ColumnBuilder::Kind::whole;
  return {std::move(name), kind, use.id};
}

duckdb_type type_in(const Column& column) {
  if (std::holds_alternative<Integers>(column.values)) return DUCKDB_TYPE_INTEGER;
  return std::holds_alternative<Numbers>(column.values) ? DUCKDB_TYPE_DOUBLE : DUCKDB_TYPE_VARCHAR;
}

void fill(duckdb_vector vector, const Column& column, std::size_t begin, std::size_t count) {
  duckdb().vector_ensure_validity_writable(vector);
  std::uint64_t* valid = duckdb().vector_get_validity(vector);
  void* data = duckdb().vector_get_data(vector);
  for (std::size_t i = 0; i < count; ++i) {
    if (column.is_missing(begin + i)) {
      duckdb().validity_set_row_invalid(valid, i);
    } else if (const auto* integers = std::get_if<Integers>(&column.values)) {
      static_cast<std::int32_t*>(data)[i] = (*integers)[begin + i];
    } else if (const auto* numbers = std::get_if<Numbers>(&column.values)) {
      static_cast<double*>(data)[i] = (*numbers)[begin + i];
    } else {
      const auto& categories = std::get<Categories>(column.values);
      const std::string& label = categories.labels[categories.codes[begin + i]];
      duckdb().vector_assign_string_element_len(vector, i, label.data(), label.size());
    }
  }
}

}  // namespace

struct ColumnQuery::Handles {
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;

  explicit Handles(const char* file) {
    Config config;
    duckdb().create_config(&config.handle);
    const auto threads = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    duckdb().set_config(config.handle, "threads", std::to_string(threads).c_str());
    duckdb().set_config(config.handle, "autoinstall_known_extensions", "false");
    if (file != nullptr) duckdb().set_config(config.handle, "access_mode", "READ_ONLY");
    char* message = nullptr;
    if (duckdb().open_ext(file, &database, config.handle, &message) != DuckDBSuccess) {
      const std::string text = words(message);
      duckdb().free(message);
      throw SqlError(text);
    }
    if (duckdb().connect(database, &connection) != DuckDBSuccess) throw SqlError("no connection");
  }
  Handles(const Handles&) = delete;
  Handles& operator=(const Handles&) = delete;
  ~Handles() {
    duckdb().disconnect(&connection);
    duckdb().close(&database);
  }

  void prepare(const std::string& sql, Prepared& prepared) const {
    if (duckdb().prepare(connection, sql.c_str(), &prepared.handle) != DuckDBSuccess)
      throw SqlError(words(duckdb().prepare_error(prepared.handle)));
  }
  void execute(const std::string& sql) const {
    Result result;
    if (duckdb().query(connection, sql.c_str(), &result.handle) != DuckDBSuccess)
      throw SqlError(words(duckdb().result_error(&result.handle)));
  }
};

ColumnQuery::ColumnQuery() : handles_(std::make_unique<Handles>(nullptr)) {}
ColumnQuery::ColumnQuery(const std::filesystem::path& file) : handles_(std::make_unique<Handles>(file.c_str())) {}
ColumnQuery::~ColumnQuery() = default;

std::vector<SqlColumn> ColumnQuery::describe(const std::string& sql) const {
  Prepared prepared;
  handles_->prepare(sql, prepared);
  std::vector<SqlColumn> columns;
  const idx_t count = duckdb().prepared_statement_column_count(prepared.handle);
  for (idx_t i = 0; i < count; ++i) {
    const char* name = duckdb().prepared_statement_column_name(prepared.handle, i);
    const LogicalType type(duckdb().prepared_statement_column_logical_type(prepared.handle, i));
    columns.push_back({words(name), type_of(duckdb().get_type_id(type.handle))});
    duckdb().free(const_cast<char*>(name));
  }
  return columns;
}

std::vector<Column> ColumnQuery::read(const std::string& sql, const std::vector<ColumnUse>& uses) const {
  Prepared prepared;
  handles_->prepare(sql, prepared);
  Result result;
  // Streaming: the answer never stands in memory a second time.
  if (duckdb().execute_prepared_streaming(prepared.handle, &result.handle) != DuckDBSuccess)
    throw SqlError(words(duckdb().result_error(&result.handle)));
  assert(duckdb().column_count(&result.handle) == uses.size());

  std::vector<ColumnBuilder> builders;
  std::vector<duckdb_type> types;
  for (idx_t i = 0; i < uses.size(); ++i) {
    const LogicalType type(duckdb().column_logical_type(&result.handle, i));
    types.push_back(duckdb().get_type_id(type.handle));
    builders.push_back(builder_for(duckdb().column_name(&result.handle, i), types.back(), uses[i]));
  }
  while (duckdb_data_chunk next = duckdb().fetch_chunk(result.handle)) {
    const OwnedChunk chunk(next);
    const idx_t size = duckdb().data_chunk_get_size(chunk.handle);
    if (size == 0) break;
    for (idx_t i = 0; i < uses.size(); ++i)
      append(builders[i], duckdb().data_chunk_get_vector(chunk.handle, i), size, types[i]);
  }
  if (const char* message = duckdb().result_error(&result.handle)) throw SqlError(message);

  std::vector<Column> columns;
  columns.reserve(builders.size());
  for (ColumnBuilder& builder : builders) columns.push_back(builder.take());
  return columns;
}

void ColumnQuery::create_table(const std::string& name, std::span<const Column> columns) const {
  std::string sql = "CREATE TABLE " + sql_identifier(name) + " (";
  std::vector<duckdb_logical_type> types;
  for (const Column& column : columns) {
    const duckdb_type type = type_in(column);
    types.push_back(duckdb().create_logical_type(type));
    sql += (types.size() > 1 ? ", " : "") + sql_identifier(column.name) +
           (type == DUCKDB_TYPE_INTEGER  ? " INTEGER"
            : type == DUCKDB_TYPE_DOUBLE ? " DOUBLE"
                                         : " VARCHAR");
  }
  const OwnedChunk chunk(duckdb().create_data_chunk(types.data(), types.size()));
  for (duckdb_logical_type& type : types) duckdb().destroy_logical_type(&type);
  handles_->execute(sql + ")");

  Owned<duckdb_appender, &DuckDB::appender_destroy> appender;
  if (duckdb().appender_create(handles_->connection, nullptr, name.c_str(), &appender.handle) != DuckDBSuccess)
    throw SqlError(words(duckdb().appender_error(appender.handle)));
  const std::size_t rows = columns.empty() ? 0 : columns.front().rows();
  constexpr std::size_t most = 2048;  // rows that a chunk takes
  for (std::size_t begin = 0; begin < rows; begin += most) {
    const std::size_t count = std::min(most, rows - begin);
    duckdb().data_chunk_reset(chunk.handle);
    for (std::size_t i = 0; i < columns.size(); ++i)
      fill(duckdb().data_chunk_get_vector(chunk.handle, i), columns[i], begin, count);
    duckdb().data_chunk_set_size(chunk.handle, count);
    if (duckdb().append_data_chunk(appender.handle, chunk.handle) != DuckDBSuccess)
      throw SqlError(words(duckdb().appender_error(appender.handle)));
  }
  if (duckdb().appender_close(appender.handle) != DuckDBSuccess)
    throw SqlError(words(duckdb().appender_error(appender.handle)));
}

std::string sql_identifier(std::string_view name) {
  std::string identifier = "\"";
  for (const char c : name) {
    if (c == '"') identifier += '"';
    identifier += c;
  }
  return identifier + "\"";
}

std::string sql_readable(const SqlColumn& column, bool id) {
  const std::string name = sql_identifier(column.name);
  const auto cast = [&](const char* type) { return "CAST(" + name + " AS " + type + ") AS " + name; };
  switch (column.type) {
    case SqlColumn::Type::truth:
    case SqlColumn::Type::whole:
      return name;
    case SqlColumn::Type::number:
      return cast("DOUBLE");
    case SqlColumn::Type::large:
      return cast(id ? "VARCHAR" : "DOUBLE");
    default:
      return cast("VARCHAR");
  }
}

}  // namespace tradewind
