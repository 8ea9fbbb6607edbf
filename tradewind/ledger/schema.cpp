#include "tradewind/ledger/schema.hpp"

#include <fmt/format.h>

#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

constexpr const char* application = "tradewind ledger";

// Plain standard types and no constraints that only one engine knows: a cluster reads the same tables from Parquet.
constexpr const char* tables = R"sql(
CREATE TABLE ledger_information (application VARCHAR, schema_version INTEGER, stamp VARCHAR, made_from VARCHAR);

CREATE TABLE economy (code VARCHAR, alpha2 VARCHAR, numeric_code VARCHAR, name VARCHAR, aliases VARCHAR,
                      demonyms VARCHAR, capitals VARCHAR, currency VARCHAR, source VARCHAR, offices VARCHAR,
                      provinces VARCHAR);
CREATE TABLE bloc (code VARCHAR, name VARCHAR, aliases VARCHAR, demonyms VARCHAR, kind VARCHAR, source VARCHAR,
                   ranked_as_one BOOLEAN);
CREATE TABLE membership (bloc VARCHAR, economy VARCHAR, from_day DATE, to_day DATE, source VARCHAR, note VARCHAR);
CREATE TABLE currency (code VARCHAR, name VARCHAR, symbols VARCHAR, aliases VARCHAR, economies VARCHAR, source VARCHAR);

CREATE TABLE figure (
  id INTEGER, reporter VARCHAR, partner VARCHAR, flow VARCHAR, measure VARCHAR,
  period VARCHAR, first_day DATE, last_day DATE, year_before VARCHAR,
  hedge VARCHAR, value VARCHAR, unit VARCHAR, amount VARCHAR,
  kind VARCHAR, base VARCHAR, basis VARCHAR, low DOUBLE, high DOUBLE, place INTEGER,
  publisher VARCHAR, publication VARCHAR, published VARCHAR, url VARCHAR, note VARCHAR,
  printed_in VARCHAR, citation VARCHAR, origin VARCHAR);

CREATE TABLE exchange_rate (
  currency VARCHAR, period VARCHAR, first_day DATE, last_day DATE, kind VARCHAR, value VARCHAR, unit VARCHAR,
  against VARCHAR, inverse BOOLEAN, low DOUBLE, high DOUBLE,
  publisher VARCHAR, publication VARCHAR, published VARCHAR, url VARCHAR, note VARCHAR, citation VARCHAR);

CREATE TABLE compiler (publisher VARCHAR, what VARCHAR, url VARCHAR);
CREATE TABLE agreement (code VARCHAR, name VARCHAR, aliases VARCHAR, parties VARCHAR, url VARCHAR, publisher VARCHAR,
                        note VARCHAR);
CREATE TABLE milestone (
  agreement VARCHAR, date VARCHAR, first_day DATE, last_day DATE, event VARCHAR, kind VARCHAR, place VARCHAR,
  publisher VARCHAR, publication VARCHAR, published VARCHAR, url VARCHAR, note VARCHAR, citation VARCHAR);
CREATE TABLE expo_edition (
  expo VARCHAR, edition INTEGER, start_day DATE, end_day DATE, city VARCHAR,
  exhibitors VARCHAR, exhibitors_low DOUBLE, exhibitors_high DOUBLE, exhibitors_note VARCHAR,
  countries VARCHAR, countries_low DOUBLE, countries_high DOUBLE,
  area_square_metres VARCHAR, area_low DOUBLE, area_high DOUBLE,
  url VARCHAR, published VARCHAR, publisher VARCHAR, note VARCHAR, citation VARCHAR);

-- Every party that a figure can be about, by one name.
CREATE VIEW party AS
  SELECT code, name FROM economy UNION ALL SELECT code, name FROM bloc UNION ALL SELECT 'WLD', 'the world';
)sql";

}  // namespace

void create_schema(const Database& database) { database.execute(tables); }

void write_information(const Database& database, const LedgerInformation& information) {
  database.execute("DELETE FROM ledger_information");
  database.query("INSERT INTO ledger_information VALUES (?, ?, ?, ?)",
                 {std::string(application), std::int64_t{schema_version}, information.stamp, information.made_from});
}

LedgerInformation read_information(const Database& database, const std::string& file) {
  Table found;
  try {
    found = database.query("SELECT application, schema_version, stamp, made_from FROM ledger_information");
  } catch (const InputError& error) {
    if (error.found().find("does not exist") == std::string::npos) throw;
    found = {};
  }
  if (found.rows.size() != 1 || found.text(0, "application") != application)
    throw InputError(file, "this is a DuckDB file, but no ledger", "a file made by `tradewind ledger build`");
  const auto version = static_cast<int>(found.number(0, "schema_version"));
  if (version != schema_version)
    throw InputError(file, fmt::format("a ledger of version {}", version), fmt::format("version {}", schema_version),
                     version < schema_version ? "Build it again: tradewind ledger build FOLDER --output FILE"
                                              : "It was made by a newer Tradewind; use that one.");
  return {found.text(0, "stamp"), found.text(0, "made_from")};
}

}  // namespace tradewind
