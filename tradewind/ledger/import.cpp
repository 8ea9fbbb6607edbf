#include "tradewind/ledger/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "tradewind/ledger/csv_rows.hpp"
#include "tradewind/ledger/figure_row.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

// All that a row says, in one text: equal rows, equal texts. Fields hold no line break, so that it can part them.
std::string everything(const Figure& figure) {
  std::string text;
  for (const auto* field :
       {&figure.reporter, &figure.partner, &figure.flow, &figure.measure, &figure.value, &figure.printed_unit,
        &figure.publisher, &figure.publication, &figure.published, &figure.url, &figure.note}) {
    text += *field;
    text += '\n';
  }
  return text + to_string(figure.period);
}

std::unordered_set<std::string> figures_there(const Database& database) {
  const Table table = database.query(
      "SELECT concat_ws(chr(10), reporter, partner, flow, measure, value, unit, publisher, publication, published, "
      "url, note, period) FROM figure");
  std::unordered_set<std::string> there;
  for (const auto& row : table.rows) there.insert(to_string(row.front()));
  return there;
}

void append(Appender& to, const Figure& figure, int id, const std::string& origin) {
  const Period& period = figure.period;
  to << id << figure.reporter << figure.partner << figure.flow << figure.measure << to_string(period)
     << (period.open_start ? OptionalDay() : OptionalDay(period.first)) << OptionalDay(period.last)
     << to_string(period.years_before(1)) << hedge_word(figure.note) << figure.value << figure.printed_unit
     << amount_in_english(figure.value, figure.printed_unit) << to_string(figure.unit.kind) << figure.unit.base
     << figure.unit.basis << figure.interval.low << figure.interval.high << figure.place << figure.publisher
     << figure.publication << figure.published << figure.url << figure.note << month_in_words(figure.published)
     << citation(figure.publisher, figure.published) << origin;
  to.end_row();
}

}  // namespace

ImportReport& operator+=(ImportReport& sum, const ImportReport& more) {
  sum.accepted += more.accepted;
  sum.already_there += more.already_there;
  sum.refused.insert(sum.refused.end(), more.refused.begin(), more.refused.end());
  return sum;
}

ImportReport import_figures(const Database& database, const World& world, const CsvText& csv,
                            const std::string& origin) {
  CsvRows table = read_csv(database, csv.text, csv.name, figure_columns);
  ImportReport report;
  report.refused = std::move(table.refused);

  const Register known(world);
  const std::unordered_set<std::string> there = figures_there(database);
  std::unordered_map<std::string, std::size_t> first_line;
  int id = static_cast<int>(database.query("SELECT coalesce(max(id), 0) AS id FROM figure").number(0, "id"));
  Appender appender(database, "figure");
  for (const auto& row : table.rows) {
    try {
      const Figure figure = parse_figure(row.fields, known);
      std::string all = everything(figure);
      if (const auto [before, fresh] = first_line.try_emplace(all, row.line); !fresh) {
        report.refused.push_back(
            {csv.name, row.line, fmt::format("the same row as line {}; expected each row once", before->second)});
        continue;
      }
      if (there.contains(all)) {
        ++report.already_there;
        continue;
      }
      append(appender, figure, ++id, origin);
      ++report.accepted;
    } catch (const InputError& error) {
      report.refused.push_back(
          {csv.name, row.line,
           error.expected().empty() ? error.found() : error.found() + "; expected " + error.expected()});
    }
  }
  appender.close();
  std::ranges::stable_sort(report.refused, {}, &RefusedRow::line);
  return report;
}

}  // namespace tradewind
