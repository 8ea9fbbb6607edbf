#include "tradewind/scenario/table_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <system_error>

#include "tradewind/ledger/read_columns.hpp"
#include "tradewind/scenario/toml_table.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {
namespace {

bool is_number(const std::string& text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

bool is_rest_of_world(const std::string& label) {
  std::string upper = label;
  std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return upper == "ROW" || upper == "REST OF THE WORLD" || upper == "REST OF WORLD";
}

EconomyCode code_of(const World& world, const std::string& label, const std::string& where) {
  return is_rest_of_world(label) ? EconomyCode{"ROW"} : world.require(label, where);
}

}  // namespace

TableCells::TableCells(const std::filesystem::path& file)
    : file_(file), columns_(read_columns(file)), lines_(file.string().find(".csv") != std::string::npos) {}

std::string TableCells::where(std::size_t row) const {
  return lines_ ? fmt::format("{}:{}", file_.string(), row + 2) : fmt::format("{}, row {}", file_.string(), row + 1);
}

Categories TableCells::labels(std::string_view name) const {
  const Column& column = columns_.require(name, file_.string());
  if (const auto* found = std::get_if<Categories>(&column.values)) {
    const auto missing = std::ranges::find(found->codes, Categories::missing);
    if (missing != found->codes.end())
      throw InputError(where(static_cast<std::size_t>(missing - found->codes.begin())),
                       fmt::format("nothing in the column {}", name), "a name");
    return *found;
  }
  throw InputError(file_.string(), fmt::format("the column {} holds numbers", name), "codes or names");
}

std::vector<double> TableCells::numbers(std::string_view name) const {
  const Column& column = columns_.require(name, file_.string());
  std::vector<double> result(rows());
  const auto* text = std::get_if<Categories>(&column.values);
  for (std::size_t row = 0; row < rows(); ++row) {
    result[row] = column.number(row);
    if (std::isfinite(result[row])) continue;
    const bool missing = column.is_missing(row);
    if (text != nullptr && !missing && is_number(text->labels[text->codes[row]])) continue;
    throw InputError(where(row),
                     missing ? fmt::format("nothing in the column {}", name)
                             : fmt::format("'{}' in the column {}", column.text(row), name),
                     "a number");
  }
  return result;
}

std::vector<double> TableCells::amounts(std::string_view name) const {
  std::vector<double> result = numbers(name);
  for (std::size_t row = 0; row < rows(); ++row)
    if (result[row] < 0)
      throw InputError(where(row), fmt::format("{:.15g} in the column {}", result[row], name), "0 or more");
  return result;
}

EconomyLabels::EconomyLabels(const World& world, const TableCells& cells,
                             std::initializer_list<const Categories*> columns, std::span<const std::size_t> rows) {
  std::map<EconomyCode, std::string> label_of;
  std::map<std::string, EconomyCode> code_of_label;
  for (const Categories* column : columns) {
    std::vector<bool> seen(column->labels.size(), false);
    for (const std::size_t row : rows) {
      const std::uint32_t label = column->codes[row];
      if (seen[label]) continue;
      seen[label] = true;
      const std::string& text = column->labels[label];
      if (code_of_label.contains(text)) continue;
      const EconomyCode code = code_of(world, text, cells.where(row));
      const auto [there, added] = label_of.emplace(code, text);
      if (!added)
        throw InputError(cells.where(row),
                         fmt::format("'{}' and '{}' are the same economy, {}", there->second, text, code.text),
                         "one name for an economy throughout");
      code_of_label[text] = code;
    }
  }
  for (const auto& [code, label] : label_of) {
    economies_.codes.push_back(code);
    economies_.names.push_back(code.text == "ROW" ? "Rest of the world" : world.name(code));
  }
  for (const auto& [label, code] : code_of_label) place_of_label_[label] = *economies_.find(code);
}

std::size_t EconomyLabels::place(const std::string& label, const std::string& where) const {
  if (const auto found = place_of_label_.find(label); found != place_of_label_.end()) return found->second;
  std::vector<std::string> labels;
  for (const auto& [known, place] : place_of_label_) labels.push_back(known);
  std::ranges::sort(labels);
  throw InputError(where, fmt::format("'{}' is not in the trade table", label), "the economies of the trade table",
                   nearest_hint(label, labels));
}

std::vector<std::size_t> places_of(const Categories& column, const EconomyLabels& labels, const TableCells& cells,
                                   std::span<const std::size_t> rows) {
  constexpr std::size_t unknown = static_cast<std::size_t>(-1);
  std::vector<std::size_t> place_of_label(column.labels.size(), unknown), places;
  places.reserve(rows.size());
  for (const std::size_t row : rows) {
    std::size_t& place = place_of_label[column.codes[row]];
    if (place == unknown) place = labels.place(column.labels[column.codes[row]], cells.where(row));
    places.push_back(place);
  }
  return places;
}

std::vector<std::size_t> all_rows(const TableCells& cells) {
  std::vector<std::size_t> rows(cells.rows());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

DataCredit read_credit(const std::filesystem::path& page, const std::string& title) {
  DataCredit credit{title, {}, {}, {}, {}};
  std::ifstream stream(page, std::ios::binary);
  if (!stream) return credit;
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const toml::table parsed = parse_toml(text, page.string());
  const TomlTable said(parsed, page.string(), "the page of the data");
  credit.title = said.text("title").value_or(title);
  credit.unit = said.text("unit").value_or("");
  credit.credit = said.text("credit").value_or("");
  credit.caution = said.text("caution").value_or("");
  if (const auto year = said.whole_number("year")) credit.year = static_cast<int>(*year);
  return credit;
}

}  // namespace tradewind::scenario
