/// The tables of a ledger file and its identification.
#pragma once
#include <string>

#include "tradewind/ledger/database.hpp"

namespace tradewind {

/// Goes up whenever a table or an indicator changes its columns; an older ledger is built again, not converted.
inline constexpr int schema_version = 6;

void create_schema(const Database& database);

/// What a ledger says of itself.
struct LedgerInformation {
  std::string stamp;      ///< a digest of the tables it was built from: equal tables, equal stamp
  std::string made_from;  ///< stamp of the shipped ledger that a user's own was made from; its own stamp elsewhere
};
void write_information(const Database& database, const LedgerInformation& information);
/// InputError that names `file` when this is no ledger or one of another version.
LedgerInformation read_information(const Database& database, const std::string& file);

}  // namespace tradewind
