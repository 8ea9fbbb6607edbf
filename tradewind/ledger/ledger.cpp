#include "tradewind/ledger/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <utility>

#include "tradewind/ledger/csv_rows.hpp"
#include "tradewind/ledger/database.hpp"
#include "tradewind/ledger/import.hpp"
#include "tradewind/ledger/schema.hpp"
#include "tradewind/ledger/write_beside.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {

struct Ledger::Connection {
  std::filesystem::path file;
  // One of them is there at first, the other once it is asked for.
  std::optional<Database> database;
  std::optional<Extract> extract;
  LedgerInformation information;
  World world;
};

namespace {

std::vector<std::filesystem::path> csv_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ".csv") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

// Equal tables and equal indicators, equal stamp.
std::string stamp(const Database& database) {
  std::string parts;
  for (const char* table : {"economy", "bloc", "membership", "currency", "figure", "exchange_rate", "compiler",
                            "agreement", "milestone", "expo_edition"})
    parts += database
                 .query(fmt::format("SELECT coalesce(md5(string_agg(md5(CAST(t AS VARCHAR)), '' ORDER BY md5(CAST(t "
                                    "AS VARCHAR)))), '') AS digest FROM {} t",
                                    table))
                 .text(0, "digest");
  return database.query("SELECT md5(?) AS digest", {parts}).text(0, "digest");
}

// The rows that a user added, as the CSV table that they came from, so that they are checked like any others.
std::string figures_as_csv(const Database& database, const std::string& origin) {
  std::string text, columns;
  for (const auto column : {"reporter", "partner", "flow", "measure", "period", "value", "unit", "publisher",
                            "publication", "published", "url", "note"})
    columns += fmt::format("{}{}", columns.empty() ? "" : ",", column);
  const Table rows =
      database.query(fmt::format("SELECT {} FROM figure WHERE origin = ? ORDER BY id", columns), {origin});
  text = columns + '\n';
  for (const auto& row : rows.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string field = to_string(row[i]);
      for (auto quote = field.find('"'); quote != std::string::npos; quote = field.find('"', quote + 2))
        field.insert(quote, 1, '"');
      text += fmt::format("{}\"{}\"", i == 0 ? "" : ",", field);
    }
    text += '\n';
  }
  return text;
}

bool is_users_own(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::weakly_canonical(file, error) == std::filesystem::weakly_canonical(user_ledger(), error);
}

// What a ledger says of itself, once it is certain that nothing of it is cut off: DuckDB looks at a block only when it
// needs it.
LedgerInformation information_of(const std::filesystem::path& file) {
  const Database database(file, Database::Access::read_only);
  LedgerInformation information = read_information(database, file.string());
  stamp(database);  // reads every row
  return information;
}

void copy_whole(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, error);
  if (error)
    throw InputError(to.parent_path().string(), "cannot be written: " + error.message(),
                     "a place with room that you may write to");
}

// When the shipped ledger was built anew since the user's own was made from it, the user's rows go into a copy of the
// new one.
bool is_outdated(const LedgerInformation& own, const std::filesystem::path& shipped) {
  std::error_code error;
  if (!std::filesystem::exists(shipped, error)) return false;
  const auto extract = Extract::beside(shipped);
  return (extract ? extract->information() : information_of(shipped)).stamp != own.made_from;
}

// Messages name the file that was asked for, not the one that is written beside it.
template <typename Work>
void make_file(const std::filesystem::path& file, Work work) {
  FileBeside beside(file);
  try {
    if (work(beside.path())) beside.commit();
  } catch (const InputError& error) {
    if (error.where() != beside.path().string()) throw;
    throw InputError(file.string(), "cannot be written: " + error.found(), "a place with room that you may write to");
  }
}

// Whoever cannot write there does without: each time the extract is then taken from the ledger.
void leave_beside(const std::filesystem::path& file, const Extract& extract, const ContentDigest& digest) {
  try {
    extract.write(Extract::file_beside(file), digest);
  } catch (const InputError& cannot_be_written) {
  }
}

// A ledger file and the extract beside it. The extract is there first: should the ledger not follow, it belongs to
// none.
template <typename Work>
void make_ledger(const std::filesystem::path& file, Work work) {
  make_file(file, [&](const std::filesystem::path& beside) {
    if (!work(beside)) return false;
    const Ledger ledger = Ledger::open(beside);
    if (const auto digest = digest_of(beside)) leave_beside(file, ledger.extract(), *digest);
    return true;
  });
}

// Writes a database to a new file in small pieces: a question about one reporter then reads little of it.
void pack(const Database& database, const std::filesystem::path& file) {
  database.execute(
      fmt::format("ATTACH {} AS packed (BLOCK_SIZE 16384, ROW_GROUP_SIZE 2048); COPY FROM DATABASE memory TO packed; "
                  "CHECKPOINT packed; DETACH packed",
                  sql_literal(file.string())));
}

void carry_over(const Database& fresh, const World& world, const std::filesystem::path& old_file) {
  const Database old(old_file, Database::Access::read_only);
  for (const auto& row :
       old.query("SELECT DISTINCT origin FROM figure WHERE origin LIKE 'user:%' ORDER BY origin").rows) {
    const std::string origin = to_string(row.front());
    const std::string text = figures_as_csv(old, origin);
    import_figures(fresh, world, {origin, text}, origin);
  }
}

}  // namespace

Ledger::Ledger(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Ledger Ledger::open(const std::filesystem::path& file) {
  Database database(file, Database::Access::read_only);
  LedgerInformation information = read_information(database, file.string());
  World world = load_world(database);
  return Ledger(std::make_unique<Connection>(
      Connection{file, std::move(database), std::nullopt, std::move(information), std::move(world)}));
}

Ledger Ledger::open_extract(const std::filesystem::path& file) {
  if (auto extract = Extract::beside(file)) {
    LedgerInformation information = extract->information();
    World world = extract->world();
    return Ledger(std::make_unique<Connection>(
        Connection{file, std::nullopt, std::move(extract), std::move(information), std::move(world)}));
  }
  const auto before = digest_of(file);
  Ledger ledger = open(file);
  const Extract& extract = ledger.extract();
  // Unless somebody has put another ledger in its place meanwhile.
  if (before && before == digest_of(file)) leave_beside(file, extract, *before);
  return ledger;
}

ImportReport Ledger::build(const std::filesystem::path& tables, const std::filesystem::path& file) {
  if (!std::filesystem::is_directory(tables))
    throw InputError(tables.string(), "there is no such folder", "a folder of CSV tables, like data/");
  ImportReport report;
  make_ledger(file, [&](const std::filesystem::path& beside) {
    const Database database = Database::in_memory();
    create_schema(database);
    report = import_world(database, tables);
    const World world = load_world(database);
    for (const auto& csv : csv_files(tables / "figures")) {
      const std::string name = std::filesystem::relative(csv, tables).generic_string();
      const std::string text = read_text(csv);
      report += import_figures(database, world, {name, text}, name);
    }
    report += import_rates_and_events(database, world, tables);
    if (!report.refused.empty()) return false;
    materialise_indicators(database);
    const std::string digest = stamp(database);
    write_information(database, {digest, digest});
    pack(database, beside);
    return true;
  });
  return report;
}

ImportReport Ledger::add(const std::filesystem::path& csv, const std::filesystem::path& file) {
  const std::string text = read_text(csv);
  const bool own = is_users_own(file);
  std::error_code error;
  const bool first = own && !std::filesystem::exists(file, error);
  if (first) std::filesystem::create_directories(file.parent_path(), error);
  const std::filesystem::path source = first ? shipped_ledger() : file;
  const LedgerInformation before = information_of(source);
  const WritersTurn turn(source);
  const bool outdated = own && !first && is_outdated(before, shipped_ledger());
  ImportReport report;
  make_ledger(file, [&](const std::filesystem::path& beside) {
    copy_whole(outdated ? shipped_ledger() : source, beside);
    const Database database(beside, Database::Access::read_write);
    const LedgerInformation information = read_information(database, file.string());
    const World world = load_world(database);
    if (outdated) carry_over(database, world, file);
    const std::string name = csv == "-" ? "standard input" : csv.string();
    report = import_figures(database, world, {name, text},
                            "user:" + (csv == "-" ? std::string("standard input") : csv.filename().string()));
    if (report.accepted == 0 && !outdated) return false;
    materialise_indicators(database);
    write_information(database, {stamp(database), outdated ? information.stamp : information.made_from});
    database.execute("CHECKPOINT");
    return true;
  });
  return report;
}

const Database& Ledger::database() const {
  auto& database = connection_->database;
  if (!database) database.emplace(connection_->file, Database::Access::read_only);
  return *database;
}

const Extract& Ledger::extract() const {
  auto& extract = connection_->extract;
  if (!extract) extract = Extract::of(database(), connection_->information);
  return *extract;
}

Table Ledger::query(std::string_view sql, const std::vector<Cell>& parameters) const {
  return database().query(sql, parameters);
}

void Ledger::write(const std::string& sql, const std::filesystem::path& file) const {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> formats = {
      {{".csv", "FORMAT csv, HEADER"}, {".parquet", "FORMAT parquet"}, {".json", "FORMAT json, ARRAY true"}}};
  const auto format = std::ranges::find(formats, std::string_view(file.extension().string()),
                                        &std::pair<std::string_view, std::string_view>::first);
  if (format == formats.end())
    throw InputError(file.string(), fmt::format("a file name ending in '{}'", file.extension().string()),
                     ".csv, .parquet or .json");
  make_file(file, [&](const std::filesystem::path& beside) {
    try {
      database().execute(fmt::format("COPY ({}) TO {} ({})", sql, sql_literal(beside.string()), format->second));
    } catch (const InputError& error) {
      throw InputError(beside.string(), error.found(), "");
    }
    return true;
  });
}

const World& Ledger::world() const { return connection_->world; }
const std::filesystem::path& Ledger::file() const { return connection_->file; }

std::vector<std::string> Ledger::notes() const {
  const std::filesystem::path shipped = shipped_ledger();
  std::error_code error;
  if (!is_users_own(file()) || std::filesystem::equivalent(file(), shipped, error)) return {};
  try {
    if (is_outdated(connection_->information, shipped))
      return {
          fmt::format("{} was made from older figures than those shipped in {}; the next `tradewind ledger add` "
                      "carries your own figures over to the new ones",
                      file().string(), shipped.string())};
  } catch (const InputError& shipped_is_unusable) {
    return {shipped_is_unusable.what()};
  }
  return {};
}

}  // namespace tradewind
