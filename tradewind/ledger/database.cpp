#include "tradewind/ledger/database.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <functional>
#include <map>
#include <system_error>
#include <utility>

#include "tradewind/ledger/duckdb_library.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {

struct Database::Handles {
  using Prepared = Owned<duckdb_prepared_statement, &DuckDB::destroy_prepare>;

  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;
  // Making a statement ready takes as long as answering it: one that is asked again is kept.
  std::map<std::string, Prepared, std::less<>> prepared;

  Handles() { duckdb(); }  // throws when there is no library: nothing that is there later has to load it
  Handles(const Handles&) = delete;
  Handles& operator=(const Handles&) = delete;
  ~Handles() {
    prepared.clear();
    duckdb().disconnect(&connection);
    duckdb().close(&database);
  }
};

struct Appender::Handle {
  duckdb_appender appender = nullptr;

  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { duckdb().appender_destroy(&appender); }
};

struct Database::Result {
  duckdb_result value{};

  Result() = default;
  Result(const Result&) = delete;
  Result& operator=(const Result&) = delete;
  ~Result() { duckdb().destroy_result(&value); }
};

namespace {

// DuckDB's messages go on for lines; the first says what is wrong.
std::string first_line(const char* message) {
  const std::string text = message == nullptr ? "unknown error" : message;
  return text.substr(0, text.find('\n'));
}

bool says(const std::string& message, std::string_view words) { return message.find(words) != std::string::npos; }

[[noreturn]] void refuse_to_open(const std::filesystem::path& file, const std::string& message) {
  const std::string where = file.string();
  if (says(message, "Could not set lock"))
    throw InputError(where, "another program is writing to this ledger", "a ledger that nobody writes to",
                     "Wait until it is done, or close it, and try again.");
  if (says(message, "not a valid DuckDB"))
    throw InputError(where, "this is no ledger (not a DuckDB file)", "a file made by `tradewind ledger build`");
  if (says(message, "version"))
    throw InputError(where, first_line(message.c_str()), "a ledger made by this version of Tradewind",
                     "Build it again: tradewind ledger build FOLDER --output FILE");
  if (says(message, "ermission denied")) throw InputError(where, "permission denied", "a ledger that you may read");
  throw InputError(where, "the ledger cannot be opened: " + first_line(message.c_str()), "a whole ledger file",
                   "When it is damaged, build it again: tradewind ledger build FOLDER --output FILE");
}

[[noreturn]] void refuse_to_answer(const std::string& where, const std::string& message) {
  for (const auto* damage : {"Could not read", "orrupt", "checksum", "INTERNAL Error", "deserialize"})
    if (says(message, damage))
      throw InputError(where, "the ledger is damaged: " + message, "a whole ledger file",
                       "Build it again: tradewind ledger build FOLDER --output FILE");
  throw InputError(where, message, "");
}

std::unique_ptr<std::remove_pointer_t<duckdb_config>, void (*)(duckdb_config)> configuration(Database::Access access) {
  duckdb_config config = nullptr;
  duckdb().create_config(&config);
  // One thread starts fastest and answers queries of this size soonest; extensions are never fetched from the network.
  duckdb().set_config(config, "threads", "1");
  duckdb().set_config(config, "autoinstall_known_extensions", "false");
  duckdb().set_config(config, "access_mode", access == Database::Access::read_only ? "READ_ONLY" : "READ_WRITE");
  return {config, [](duckdb_config c) { duckdb().destroy_config(&c); }};
}

double hugeint(const duckdb_hugeint& value) { return duckdb().hugeint_to_double(value); }

std::string day_text(duckdb_date date) { return to_string(Date{std::chrono::sys_days{std::chrono::days{date.days}}}); }

double decimal(const void* data, idx_t row, duckdb_logical_type type) {
  const double unit = std::pow(10.0, -static_cast<double>(duckdb().decimal_scale(type)));
  switch (duckdb().decimal_internal_type(type)) {
    case DUCKDB_TYPE_SMALLINT:
      return static_cast<const std::int16_t*>(data)[row] * unit;
    case DUCKDB_TYPE_INTEGER:
      return static_cast<const std::int32_t*>(data)[row] * unit;
    case DUCKDB_TYPE_BIGINT:
      return static_cast<double>(static_cast<const std::int64_t*>(data)[row]) * unit;
    default:
      return hugeint(static_cast<const duckdb_hugeint*>(data)[row]) * unit;
  }
}

Cell cell(const void* data, idx_t row, duckdb_type type, duckdb_logical_type logical) {
  const auto integer = [&](auto* typed) { return Cell{static_cast<std::int64_t>(typed[row])}; };
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
      return static_cast<const bool*>(data)[row];
    case DUCKDB_TYPE_TINYINT:
      return integer(static_cast<const std::int8_t*>(data));
    case DUCKDB_TYPE_SMALLINT:
      return integer(static_cast<const std::int16_t*>(data));
    case DUCKDB_TYPE_INTEGER:
      return integer(static_cast<const std::int32_t*>(data));
    case DUCKDB_TYPE_BIGINT:
      return integer(static_cast<const std::int64_t*>(data));
    case DUCKDB_TYPE_UTINYINT:
      return integer(static_cast<const std::uint8_t*>(data));
    case DUCKDB_TYPE_USMALLINT:
      return integer(static_cast<const std::uint16_t*>(data));
    case DUCKDB_TYPE_UINTEGER:
      return integer(static_cast<const std::uint32_t*>(data));
    case DUCKDB_TYPE_UBIGINT:
      return integer(static_cast<const std::uint64_t*>(data));
    case DUCKDB_TYPE_HUGEINT:
      return hugeint(static_cast<const duckdb_hugeint*>(data)[row]);
    case DUCKDB_TYPE_FLOAT:
      return static_cast<double>(static_cast<const float*>(data)[row]);
    case DUCKDB_TYPE_DOUBLE:
      return static_cast<const double*>(data)[row];
    case DUCKDB_TYPE_DECIMAL:
      return decimal(data, row, logical);
    case DUCKDB_TYPE_DATE:
      return day_text(static_cast<const duckdb_date*>(data)[row]);
    case DUCKDB_TYPE_VARCHAR: {
      auto text = static_cast<const duckdb_string_t*>(data)[row];
      return std::string(duckdb().string_t_data(&text), duckdb().string_t_length(text));
    }
    default:
      throw InputError("query", "a column of a type that has no cell", "numbers, text, dates or true/false",
                       "Cast it: CAST(column AS VARCHAR)");
  }
}

void append_rows(duckdb_data_chunk chunk, Table& table) {
  const idx_t size = duckdb().data_chunk_get_size(chunk);
  const std::size_t begin = table.rows.size();
  table.rows.resize(begin + size, std::vector<Cell>(table.columns.size()));
  for (idx_t column = 0; column < table.columns.size(); ++column) {
    duckdb_vector vector = duckdb().data_chunk_get_vector(chunk, column);
    duckdb_logical_type logical = duckdb().vector_get_column_type(vector);
    const duckdb_type type = duckdb().get_type_id(logical);
    const void* data = duckdb().vector_get_data(vector);
    std::uint64_t* valid = duckdb().vector_get_validity(vector);
    try {
      for (idx_t row = 0; row < size; ++row)
        if (valid == nullptr || duckdb().validity_row_is_valid(valid, row))
          table.rows[begin + row][column] = cell(data, row, type, logical);
    } catch (...) {
      duckdb().destroy_logical_type(&logical);
      throw;
    }
    duckdb().destroy_logical_type(&logical);
  }
}

Table without_rows(duckdb_result& result) {
  Table table;
  const idx_t columns = duckdb().column_count(&result);
  for (idx_t i = 0; i < columns; ++i) table.columns.emplace_back(duckdb().column_name(&result, i));
  return table;
}

void bind(duckdb_prepared_statement statement, idx_t place, const Cell& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    duckdb().bind_varchar_length(statement, place, text->data(), text->size());
  else if (const auto* integer = std::get_if<std::int64_t>(&value))
    duckdb().bind_int64(statement, place, *integer);
  else if (const auto* number = std::get_if<double>(&value))
    duckdb().bind_double(statement, place, *number);
  else if (const auto* truth = std::get_if<bool>(&value))
    duckdb().bind_boolean(statement, place, *truth);
  else
    duckdb().bind_null(statement, place);
}

}  // namespace

Database::Database(const std::filesystem::path& file, Access access)
    : handles_(std::make_unique<Handles>()), name_(file.string()) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (access == Access::read_only && !std::filesystem::exists(status))
    throw InputError(name_, "there is no such file", "a ledger file",
                     "Build one: tradewind ledger build FOLDER --output FILE");
  if (std::filesystem::is_directory(status)) throw InputError(name_, "this is a folder", "a ledger file");
  const auto config = configuration(access);
  char* message = nullptr;
  if (duckdb().open_ext(name_.c_str(), &handles_->database, config.get(), &message) != DuckDBSuccess) {
    const std::string text = message == nullptr ? "" : message;
    duckdb().free(message);
    refuse_to_open(file, text);
  }
  if (duckdb().connect(handles_->database, &handles_->connection) != DuckDBSuccess)
    refuse_to_open(file, "no connection");
}

Database::Database(std::unique_ptr<Handles> handles) : handles_(std::move(handles)), name_("in memory") {}

Database Database::in_memory() {
  auto handles = std::make_unique<Handles>();
  const auto config = configuration(Access::read_write);
  if (duckdb().open_ext(nullptr, &handles->database, config.get(), nullptr) != DuckDBSuccess ||
      duckdb().connect(handles->database, &handles->connection) != DuckDBSuccess)
    throw InputError("memory", "DuckDB cannot start", "enough memory");
  return Database(std::move(handles));
}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

void Database::answer(std::string_view sql, const std::vector<Cell>& parameters, Result& result) const {
  auto kept = handles_->prepared.find(sql);
  if (kept == handles_->prepared.end()) {
    kept = handles_->prepared.try_emplace(std::string(sql)).first;
    if (duckdb().prepare(handles_->connection, kept->first.c_str(), &kept->second.handle) != DuckDBSuccess) {
      const std::string message = first_line(duckdb().prepare_error(kept->second.handle));
      handles_->prepared.erase(kept);
      refuse_to_answer(name_, message);
    }
  }
  const Handles::Prepared& prepared = kept->second;
  if (duckdb().nparams(prepared.handle) != parameters.size())
    throw InputError(
        name_,
        fmt::format("a query with {} parameters was given {}", duckdb().nparams(prepared.handle), parameters.size()),
        "");
  for (std::size_t i = 0; i < parameters.size(); ++i) bind(prepared.handle, i + 1, parameters[i]);
  if (duckdb().execute_prepared(prepared.handle, &result.value) != DuckDBSuccess)
    refuse_to_answer(name_, first_line(duckdb().result_error(&result.value)));
}

Table Database::query(std::string_view sql, const std::vector<Cell>& parameters) const {
  Result result;
  answer(sql, parameters, result);
  Table table = without_rows(result.value);
  while (duckdb_data_chunk data = duckdb().fetch_chunk(result.value)) append_rows(OwnedChunk(data).handle, table);
  return table;
}

void Database::query(std::string_view sql, const std::function<void(const Table& piece)>& take) const {
  Result result;
  answer(sql, {}, result);
  Table piece = without_rows(result.value);
  while (duckdb_data_chunk data = duckdb().fetch_chunk(result.value)) {
    piece.rows.clear();
    append_rows(OwnedChunk(data).handle, piece);
    take(piece);
  }
}

void Database::execute(const std::string& sql) const {
  Result result;
  if (duckdb().query(handles_->connection, sql.c_str(), &result.value) != DuckDBSuccess)
    refuse_to_answer(name_, first_line(duckdb().result_error(&result.value)));
}

bool Database::has_table(std::string_view name) const {
  const auto point = name.find('.');
  const std::string schema = point == std::string_view::npos ? "main" : std::string(name.substr(0, point));
  const std::string table(point == std::string_view::npos ? name : name.substr(point + 1));
  return !query("SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?", {schema, table})
              .rows.empty();
}

Appender::Appender(const Database& database, const char* table)
    : handle_(std::make_unique<Handle>()), name_(database.name_) {
  if (duckdb().appender_create(database.handles_->connection, nullptr, table, &handle_->appender) != DuckDBSuccess)
    throw InputError(name_, first_line(duckdb().appender_error(handle_->appender)), "");
}

Appender::~Appender() = default;

Appender& Appender::operator<<(std::string_view text) {
  duckdb().append_varchar_length(handle_->appender, text.data(), text.size());
  return *this;
}

Appender& Appender::operator<<(double number) {
  if (std::isfinite(number))
    duckdb().append_double(handle_->appender, number);
  else
    duckdb().append_null(handle_->appender);
  return *this;
}

Appender& Appender::operator<<(std::int32_t number) {
  duckdb().append_int32(handle_->appender, number);
  return *this;
}

Appender& Appender::operator<<(bool value) {
  duckdb().append_bool(handle_->appender, value);
  return *this;
}

Appender& Appender::operator<<(const OptionalDay& day) {
  if (day)
    duckdb().append_date(handle_->appender,
                         {static_cast<std::int32_t>(std::chrono::sys_days(*day).time_since_epoch().count())});
  else
    duckdb().append_null(handle_->appender);
  return *this;
}

void Appender::end_row() {
  if (duckdb().appender_end_row(handle_->appender) != DuckDBSuccess)
    throw InputError(name_, first_line(duckdb().appender_error(handle_->appender)), "");
}

void Appender::close() {
  if (duckdb().appender_close(handle_->appender) != DuckDBSuccess)
    throw InputError(name_, first_line(duckdb().appender_error(handle_->appender)), "");
}

std::string sql_literal(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\'') literal += '\'';
    literal += c;
  }
  return literal + "'";
}

}  // namespace tradewind
