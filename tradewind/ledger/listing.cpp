#include "tradewind/ledger/listing.hpp"

#include <fmt/format.h>

#include "tradewind/ledger/database.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

// COPY takes no bound parameters, so the filter is written out as literals for both uses.
std::string where(const FigureFilter& filter) {
  std::string sql = "TRUE";
  const auto equal = [&sql](std::string_view column, const std::string& value) {
    if (!value.empty()) sql += fmt::format(" AND {} = {}", column, sql_literal(value));
  };
  equal("reporter", filter.reporter.text);
  equal("partner", filter.partner.text);
  equal("flow", filter.flow);
  equal("measure", filter.measure);
  equal("period", filter.period);
  if (!filter.publisher.empty())
    sql += fmt::format(" AND contains(lower(publisher), lower({}))", sql_literal(filter.publisher));
  return sql;
}

constexpr std::string_view everything = R"sql(
SELECT * FROM (
  SELECT 'figure' AS table, coalesce(r.name, f.reporter) || ' - ' || coalesce(p.name, f.partner) AS about,
         trim(f.flow || ' ' || f.measure) AS what, f.period, f.value || ' ' || f.unit AS value, f.publisher, f.published,
         f.url, concat_ws(' ', f.reporter, f.partner, f.publication, f.note) AS more, f.last_day
  FROM figure f
  LEFT JOIN party r ON r.code = f.reporter
  LEFT JOIN party p ON p.code = f.partner
  UNION ALL
  SELECT 'milestone', coalesce(a.name, m.agreement), m.kind, m.date, m.event, m.publisher, m.published, m.url,
         concat_ws(' ', m.agreement, a.aliases, m.place, m.publication, m.note), m.last_day
  FROM milestone m LEFT JOIN agreement a ON a.code = m.agreement
  UNION ALL
  SELECT 'agreement', name, 'parties', '', parties, publisher, '', url, concat_ws(' ', code, aliases, note), NULL
  FROM agreement
  UNION ALL
  SELECT 'expo edition', coalesce(a.name, e.expo) || ' ' || CAST(edition AS VARCHAR), city,
         CAST(start_day AS VARCHAR) || '/' || CAST(end_day AS VARCHAR),
         concat_ws(', ', nullif(exhibitors, '') || ' exhibitors', nullif(countries, '') || ' countries',
                   nullif(area_square_metres, '') || ' square metres'),
         e.publisher, published, e.url, concat_ws(' ', e.expo, e.note), end_day
  FROM expo_edition e LEFT JOIN agreement a ON a.code = e.expo))sql";

}  // namespace

Table list_figures(const Ledger& ledger, const FigureFilter& filter) {
  return ledger.query(fmt::format(
      "SELECT reporter, partner, flow, measure, period, value, unit, publisher, published, note FROM figure WHERE {} "
      "ORDER BY last_day, period, reporter, partner, flow, measure, id",
      where(filter)));
}

void export_figures(const Ledger& ledger, const FigureFilter& filter, const std::filesystem::path& file) {
  ledger.write(fmt::format("SELECT reporter, partner, flow, measure, period, value, unit, publisher, publication, "
                           "published, url, note FROM figure WHERE {} ORDER BY id",
                           where(filter)),
               file);
}

Table search(const Ledger& ledger, std::string_view words) {
  std::string sql = fmt::format(
      "SELECT \"table\", about, what, period, value, publisher, published, url FROM ({}) WHERE TRUE", everything);
  std::vector<Cell> values;
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (end > 0) {
      sql += " AND contains(lower(concat_ws(' ', about, what, period, value, publisher, more)), lower(?))";
      values.emplace_back(std::string(words.substr(0, end)));
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  if (values.empty()) throw InputError("search", "no words", "at least one word");
  return ledger.query(sql + " ORDER BY \"table\", last_day, about, what, value, publisher, published, url", values);
}

Table sources(const Ledger& ledger) {
  return ledger.query(R"sql(
SELECT publisher, publication, count(*) AS rows, min(nullif(published, '')) AS first, max(nullif(published, '')) AS last
FROM (
  SELECT publisher, publication, published FROM figure UNION ALL
  SELECT publisher, publication, published FROM exchange_rate UNION ALL
  SELECT publisher, publication, published FROM milestone UNION ALL
  SELECT e.publisher, coalesce(a.name, e.expo), published
  FROM expo_edition e LEFT JOIN agreement a ON a.code = e.expo UNION ALL
  SELECT publisher, name, '' FROM agreement)
GROUP BY publisher, publication
ORDER BY publisher, publication)sql");
}

}  // namespace tradewind
