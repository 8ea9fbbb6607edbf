// The tables beside the figures: who there is (data/world), exchange rates, agreements, milestones, expo editions.
#include <fmt/format.h>

#include <array>
#include <cctype>
#include <charconv>
#include <span>
#include <string>

#include "tradewind/ledger/csv_rows.hpp"
#include "tradewind/ledger/figure_row.hpp"
#include "tradewind/ledger/import.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/quantity.hpp"

namespace tradewind {
namespace {

using Columns = std::span<const std::string_view>;
using Fields = std::vector<std::string>;

/// Takes the rows of one table: `take` checks a row's fields and appends them, or throws InputError.
template <typename Take>
ImportReport import_table(const Database& database, const std::filesystem::path& folder, const std::string& file,
                          const char* table, Columns columns, Columns optional, Take take) {
  ImportReport report;
  if (!std::filesystem::exists(folder / file)) return report;
  CsvRows csv = read_csv(database, read_text(folder / file), file, columns, optional);
  report.refused = std::move(csv.refused);
  Appender appender(database, table);
  for (const auto& row : csv.rows) {
    try {
      take(appender, row.fields);
      appender.end_row();
      ++report.accepted;
    } catch (const InputError& error) {
      report.refused.push_back(
          {file, row.line,
           error.expected().empty() ? error.found() : error.found() + "; expected " + error.expected()});
    }
  }
  appender.close();
  return report;
}

void append_all(Appender& to, const Fields& fields) {
  for (const auto& field : fields) to << field;
}

void require(const std::string& field, std::string_view column) {
  if (field.empty()) throw InputError(std::string(column), fmt::format("no {}", column), fmt::format("a {}", column));
}

Date require_day(const std::string& text, std::string_view column) {
  const auto day = parse_date(text);
  if (!day) throw InputError(std::string(column), fmt::format("{} '{}'", column, text), "a day, YYYY-MM-DD");
  return *day;
}

OptionalDay optional_day(const std::string& text, std::string_view column) {
  if (text.empty()) return std::nullopt;
  return require_day(text, column);
}

Period require_period(const std::string& text, std::string_view column) {
  const auto period = Period::from_iso(text);
  if (!period || period->open_start)
    throw InputError(std::string(column), fmt::format("{} '{}'", column, text), "YYYY, YYYY-MM or YYYY-MM-DD");
  return *period;
}

/// A number that may be missing, as an interval.
Interval optional_number(const std::string& value, Hedge hedge) {
  if (value.empty()) return {};
  require_number(value, false);
  return interval_of({value, 0, hedge, true});  // counted, unless the source says "about" or "over"
}

ImportReport import_economies(const Database& database, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 9> columns = {"code",     "alpha2",   "numeric",  "name",  "aliases",
                                                              "demonyms", "capitals", "currency", "source"};
  static constexpr std::array<std::string_view, 2> optional = {"offices", "provinces"};
  return import_table(database, folder, "world/economies.csv", "economy", columns, optional,
                      [](Appender& to, const Fields& fields) {
                        require(fields[0], "code");
                        require(fields[3], "name");
                        append_all(to, fields);
                      });
}

ImportReport import_blocs(const Database& database, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 6> columns = {"code", "name", "aliases", "demonyms", "kind", "source"};
  static constexpr std::array<std::string_view, 1> optional = {"ranked_as_one"};
  return import_table(database, folder, "world/blocs.csv", "bloc", columns, optional,
                      [](Appender& to, const Fields& fields) {
                        require(fields[0], "code");
                        require(fields[1], "name");
                        if (!fields[6].empty() && fields[6] != "yes" && fields[6] != "no")
                          throw InputError("ranked_as_one", fmt::format("ranked_as_one '{}'", fields[6]), "yes or no");
                        for (std::size_t i = 0; i < 6; ++i) to << fields[i];
                        to << (fields[6] == "yes");
                      });
}

ImportReport import_currencies(const Database& database, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 6> columns = {"code",    "name",      "symbols",
                                                              "aliases", "economies", "source"};
  return import_table(database, folder, "world/currencies.csv", "currency", columns, {},
                      [](Appender& to, const Fields& fields) {
                        require(fields[0], "code");
                        append_all(to, fields);
                      });
}

ImportReport import_memberships(const Database& database, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 6> columns = {"bloc", "economy", "from", "to", "source", "note"};
  const auto has = [&database](const char* table, const std::string& code) {
    return !database.query(fmt::format("SELECT 1 FROM {} WHERE code = ?", table), {code}).rows.empty();
  };
  return import_table(
      database, folder, "world/memberships.csv", "membership", columns, {}, [&has](Appender& to, const Fields& fields) {
        if (!has("bloc", fields[0]))
          throw InputError("bloc", fmt::format("unknown bloc '{}'", fields[0]), "a code of blocs.csv");
        if (!has("economy", fields[1]))
          throw InputError("economy", fmt::format("unknown economy '{}'", fields[1]), "a code of economies.csv");
        const Date from = require_day(fields[2], "from");
        const OptionalDay until = optional_day(fields[3], "to");
        to << fields[0] << fields[1] << OptionalDay(from) << until << fields[4] << fields[5];
      });
}

ImportReport import_exchange_rates(const Database& database, const World& world, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 10> columns = {
      "currency", "period", "kind", "value", "unit", "publisher", "publication", "published", "url", "note"};
  const Register known(world);
  return import_table(database, folder, "exchange_rates.csv", "exchange_rate", columns, {},
                      [&known](Appender& to, const Fields& fields) {
                        known.require_currency(fields[0]);
                        const Period period = require_period(fields[1], "period");
                        if (fields[2] != "average" && fields[2] != "end" && fields[2] != "day")
                          throw InputError("kind", fmt::format("kind '{}'", fields[2]), "average, end or day");
                        require_number(fields[3], false);
                        const auto unit = parse_rate_unit(fields[4]);
                        if (!unit)
                          throw InputError("unit", fmt::format("unknown unit '{}'", fields[4]),
                                           "per USD, per 100 USD, USD per, per EUR");
                        known.require_currency(unit->against);
                        require(fields[5], "publisher");
                        require(fields[6], "publication");
                        require_publication_date(fields[7]);
                        const Interval rate = interval_of({fields[3], -unit->scale, Hedge::none, false});
                        if (rate.low <= 0)
                          throw InputError("value", fmt::format("value '{}'", fields[3]), "a rate above zero");
                        to << fields[0] << to_string(period) << OptionalDay(period.first) << OptionalDay(period.last)
                           << fields[2] << fields[3] << fields[4] << unit->against << unit->inverse << rate.low
                           << rate.high << fields[5] << fields[6] << fields[7] << fields[8] << fields[9]
                           << citation(fields[5], fields[7]);
                      });
}

// Who gathers what others have published: their figures differ a little from those of the reporters themselves.
ImportReport import_compilers(const Database& database, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 3> columns = {"publisher", "what", "url"};
  return import_table(database, folder, "compilers.csv", "compiler", columns, {},
                      [](Appender& to, const Fields& fields) {
                        require(fields[0], "publisher");
                        append_all(to, fields);
                      });
}

ImportReport import_agreements(const Database& database, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 7> columns = {"code", "name",      "aliases", "parties",
                                                              "url",  "publisher", "note"};
  return import_table(database, folder, "agreements.csv", "agreement", columns, {},
                      [](Appender& to, const Fields& fields) {
                        require(fields[0], "code");
                        require(fields[1], "name");
                        append_all(to, fields);
                      });
}

ImportReport import_milestones(const Database& database, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 10> columns = {"agreement", "date",        "event",     "kind", "place",
                                                               "publisher", "publication", "published", "url",  "note"};
  return import_table(database, folder, "milestones.csv", "milestone", columns, {},
                      [](Appender& to, const Fields& fields) {
                        require(fields[0], "agreement");
                        const Period date = require_period(fields[1], "date");
                        require(fields[2], "event");
                        require(fields[3], "kind");
                        require(fields[5], "publisher");
                        require_publication_date(fields[7]);
                        to << fields[0] << to_string(date) << OptionalDay(date.first) << OptionalDay(date.last);
                        for (std::size_t i = 2; i < fields.size(); ++i) to << fields[i];
                        to << citation(fields[5], fields[7]);
                      });
}

ImportReport import_expo_editions(const Database& database, const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 13> columns = {"expo",
                                                               "edition",
                                                               "start",
                                                               "end",
                                                               "city",
                                                               "exhibitors",
                                                               "exhibitors_note",
                                                               "countries",
                                                               "area_square_metres",
                                                               "url",
                                                               "published",
                                                               "publisher",
                                                               "note"};
  return import_table(
      database, folder, "expo_editions.csv", "expo_edition", columns, {}, [](Appender& to, const Fields& fields) {
        require(fields[0], "expo");
        int edition = 0;
        const auto [end, error] = std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), edition);
        if (error != std::errc{} || end != fields[1].data() + fields[1].size() || edition < 1)
          throw InputError("edition", fmt::format("edition '{}'", fields[1]), "its number, like 22");
        const OptionalDay start = optional_day(fields[2], "start"), finish = optional_day(fields[3], "end");
        const Interval exhibitors = optional_number(fields[5], hedge_of(fields[6]));
        const Interval countries = optional_number(fields[7], Hedge::none);
        const Interval area = optional_number(fields[8], hedge_of(fields[12]));
        require_publication_date(fields[10]);
        require(fields[11], "publisher");
        to << fields[0] << edition << start << finish << fields[4] << fields[5] << exhibitors.low << exhibitors.high
           << fields[6] << fields[7] << countries.low << countries.high << fields[8] << area.low << area.high
           << fields[9] << fields[10] << fields[11] << fields[12] << citation(fields[11], fields[10]);
      });
}

}  // namespace

ImportReport import_world(const Database& database, const std::filesystem::path& folder) {
  ImportReport report = import_economies(database, folder);
  report += import_blocs(database, folder);
  report += import_currencies(database, folder);
  report += import_memberships(database, folder);
  return report;
}

ImportReport import_rates_and_events(const Database& database, const World& world,
                                     const std::filesystem::path& folder) {
  ImportReport report = import_exchange_rates(database, world, folder);
  report += import_compilers(database, folder);
  report += import_agreements(database, folder);
  report += import_milestones(database, folder);
  report += import_expo_editions(database, folder);
  return report;
}

}  // namespace tradewind
