#include <string>
#include <utility>
#include <vector>

#include "tradewind/ledger/import.hpp"

namespace tradewind {
namespace {

// "the US; America ;USA" -> {"the US", "America", "USA"}
std::vector<std::string> list(const std::string& text) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(';', begin), text.size());
    const auto first = text.find_first_not_of(' ', begin);
    if (first < end) items.push_back(text.substr(first, text.find_last_not_of(' ', end - 1) - first + 1));
    begin = end + 1;
  }
  return items;
}

}  // namespace

WorldTables world_tables(const Database& database) {
  return {database.query("SELECT code, name, aliases, demonyms, capitals, currency, offices, provinces FROM economy"),
          database.query("SELECT code, name, aliases, demonyms, kind, ranked_as_one FROM bloc"),
          database.query("SELECT bloc, economy, from_day, to_day FROM membership"),
          database.query("SELECT code, name, symbols, aliases, economies FROM currency"),
          database.query("SELECT code, name, aliases, parties FROM agreement"),
          database.query("SELECT publisher FROM compiler")};
}

World world_of(const WorldTables& tables) {
  const auto& [economy, bloc, membership, currency, agreement, compiler] = tables;
  std::vector<Economy> economies;
  for (const auto& row : economy.rows)
    economies.push_back({{to_string(row[0])},
                         to_string(row[1]),
                         list(to_string(row[2])),
                         list(to_string(row[3])),
                         list(to_string(row[4])),
                         to_string(row[5]),
                         list(to_string(row[6])),
                         list(to_string(row[7]))});

  std::vector<Bloc> blocs;
  for (const auto& row : bloc.rows)
    blocs.push_back({{to_string(row[0])},
                     to_string(row[1]),
                     list(to_string(row[2])),
                     list(to_string(row[3])),
                     to_string(row[4]),
                     to_string(row[5]) == "true"});

  std::vector<Membership> memberships;
  for (const auto& row : membership.rows)
    memberships.push_back(
        {{to_string(row[0])}, {to_string(row[1])}, *parse_date(to_string(row[2])), parse_date(to_string(row[3]))});

  std::vector<Currency> currencies;
  for (const auto& row : currency.rows) {
    currencies.push_back({to_string(row[0]), to_string(row[1]), list(to_string(row[2])), list(to_string(row[3]))});
    for (auto& code : list(to_string(row[4]))) currencies.back().economies.push_back({std::move(code)});
  }

  std::vector<Agreement> agreements;
  for (const auto& row : agreement.rows) {
    std::vector<EconomyCode> parties;
    for (auto& party : list(to_string(row[3]))) parties.push_back({std::move(party)});
    agreements.push_back({{to_string(row[0])}, to_string(row[1]), list(to_string(row[2])), std::move(parties)});
  }

  std::vector<std::string> compilers;
  for (const auto& row : compiler.rows) compilers.push_back(to_string(row[0]));

  return {std::move(economies),  std::move(blocs),      std::move(memberships),
          std::move(currencies), std::move(agreements), std::move(compilers)};
}

World load_world(const Database& database) { return world_of(world_tables(database)); }

}  // namespace tradewind
