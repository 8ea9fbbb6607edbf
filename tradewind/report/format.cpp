#include "tradewind/report/format.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "tradewind/report/escape.hpp"
#include "tradewind/report/statement_json.hpp"
#include "tradewind/report/statement_words.hpp"
#include "tradewind/report/table_text.hpp"
#include "tradewind/report/verdict_text.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

using json = nlohmann::ordered_json;

json cell_json(const Cell& cell) {
  return std::visit(
      [](const auto& value) -> json {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return nullptr;
        } else if constexpr (std::is_same_v<T, double>) {
          return std::isfinite(value) ? json(value) : json(nullptr);
        } else {
          return value;
        }
      },
      cell);
}

std::string as_json(const Table& table) {
  json rows = json::array();
  for (const auto& row : table.rows) {
    json object = json::object();
    for (std::size_t c = 0; c < table.columns.size(); ++c) object[table.columns[c]] = cell_json(row[c]);
    rows.push_back(std::move(object));
  }
  return json_text(rows);
}

// Rows that differ only in how their cells are escaped, what stands between them and what ends them.
template <typename Words>
std::string row_text(std::size_t size, std::string_view before, std::string_view between, std::string_view after,
                     Words words) {
  std::string text(before);
  for (std::size_t c = 0; c < size; ++c) text += (c > 0 ? std::string(between) : std::string()) + words(c);
  return text.append(after);
}

std::string csv_head(const Table& table) {
  return row_text(table.columns.size(), "", ",", "\r\n", [&](std::size_t c) { return escape_csv(table.columns[c]); });
}

std::string csv_rows(const Table& table) {
  std::string text;
  for (const auto& row : table.rows)
    text += row_text(row.size(), "", ",", "\r\n", [&](std::size_t c) { return escape_csv(to_string(row[c])); });
  return text;
}

std::vector<bool> numeric_columns(const Table& table) {
  std::vector<bool> numeric(table.columns.size(), !table.rows.empty());
  for (const auto& row : table.rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      if (std::holds_alternative<std::string>(row[c]) || std::holds_alternative<bool>(row[c])) numeric[c] = false;
  return numeric;
}

std::string as_markdown(const Table& table) {
  const auto numeric = numeric_columns(table);
  const std::size_t size = table.columns.size();
  std::string text =
      row_text(size, "| ", " | ", " |\n", [&](std::size_t c) { return escape_markdown(table.columns[c]); });
  text += row_text(size, "| ", " | ", " |\n", [&](std::size_t c) { return std::string(numeric[c] ? "---:" : "---"); });
  for (const auto& row : table.rows)
    text += row_text(size, "| ", " | ", " |\n",
                     [&](std::size_t c) { return escape_markdown(cell_for_people(row[c], table.decimals)); });
  return text;
}

std::string as_latex(const Table& table) {
  const auto numeric = numeric_columns(table);
  std::string text = "% needs \\usepackage{booktabs}\n\\begin{tabular}{";
  for (const bool number : numeric) text += number ? 'r' : 'l';
  text += "}\n\\toprule\n";
  const std::size_t size = table.columns.size();
  text +=
      row_text(size, "", " & ", " \\\\\n\\midrule\n", [&](std::size_t c) { return escape_latex(table.columns[c]); });
  for (const auto& row : table.rows)
    text += row_text(size, "", " & ", " \\\\\n",
                     [&](std::size_t c) { return escape_latex(cell_for_people(row[c], table.decimals)); });
  return text + "\\bottomrule\n\\end{tabular}\n";
}

std::string verdicts_markdown(const CheckedArticle& article, const World& world) {
  std::string text = "## " + escape_markdown(article.article.name) + "\n\n" +
                     escape_markdown(in_words(count_verdicts(article))) + "\n\n";
  text += as_markdown(verdicts_table(article, world));
  if (article.unread.empty()) return text;
  text += "\nNumbers that no rule could read:\n\n";
  for (const auto& unread : article.unread)
    text += "- **" + escape_markdown(unread.text) + "** in: " + escape_markdown(unread.context) + "\n";
  return text;
}

// Verdicts carry sentences: columns of a fixed share of the line that break them, over as many pages as they need.
std::string verdicts_latex(const CheckedArticle& article, const World& world) {
  const Table table = verdicts_table(article, world);
  const auto row = [&](const auto& words) { return row_text(table.columns.size(), "", " & ", " \\\\\n", words); };
  // Symbols that many fonts lack are left out; the verdict is in words beside them.
  const auto without_symbol = [](const std::string& cell) { return cell.substr(cell.find(' ') + 1); };
  std::string text =
      "% needs \\usepackage{booktabs,longtable,array}\n"
      "\\begin{longtable}{@{}>{\\raggedright}p{0.12\\linewidth}>{\\raggedright}p{0.13\\linewidth}>{\\raggedright}p{0."
      "15\\linewidth}"
      ">{\\raggedright}p{0.12\\linewidth}>{\\raggedright}p{0.13\\linewidth}>{\\raggedright\\arraybackslash}p{0."
      "25\\linewidth}@{}}\n\\toprule\n";
  text += row([&](std::size_t c) { return escape_latex(table.columns[c]); });
  text += "\\midrule\n\\endhead\n";
  for (const auto& cells : table.rows)
    text += row([&](std::size_t c) {
      const std::string cell = to_string(cells[c]);
      return escape_latex(c == 0 ? without_symbol(cell) : cell);
    });
  text += "\\bottomrule\n\\end{longtable}\n";
  text += escape_latex(article.article.name + ": " + in_words(count_verdicts(article))) + ".\n";
  for (const auto& unread : article.unread)
    text += "\nNot read: \\textbf{" + escape_latex(unread.text) + "} in: " + escape_latex(unread.context) + "\n";
  return text;
}

}  // namespace

Format parse_format(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Format>, 5> formats = {{{"table", Format::table},
                                                                                  {"json", Format::json},
                                                                                  {"csv", Format::csv},
                                                                                  {"markdown", Format::markdown},
                                                                                  {"latex", Format::latex}}};
  for (const auto& [known, format] : formats)
    if (name == known) return format;
  throw InputError("--format", "unknown format '" + std::string(name) + "'", "table, json, csv, markdown or latex");
}

std::string print(const Table& table, Format format, const Terminal& terminal) {
  switch (format) {
    case Format::table:
      return table_text(table, terminal);
    case Format::json:
      return as_json(table);
    case Format::csv:
      return csv_head(table) + csv_rows(table);
    case Format::markdown:
      return as_markdown(table);
    case Format::latex:
      return as_latex(table);
  }
  return {};
}

std::string print(const CheckedArticle& article, const World& world, Format format, const Terminal& terminal) {
  switch (format) {
    case Format::table:
      return verdict_text(article, world, terminal);
    case Format::json:
      return json_text(article_json(article, world));
    case Format::csv:
      return print(statements_table(article, world), Format::csv);
    case Format::markdown:
      return verdicts_markdown(article, world);
    case Format::latex:
      return verdicts_latex(article, world);
  }
  return {};
}

std::string print_all(std::span<const CheckedArticle> articles, const World& world, Format format,
                      const Terminal& terminal) {
  if (format == Format::json) {
    json all = json::array();
    for (const auto& article : articles) all.push_back(article_json(article, world));
    return json_text({{"articles", std::move(all)}});
  }
  if (format == Format::csv) {
    std::string text = csv_head(statements_table(CheckedArticle{}, world));
    for (const auto& article : articles) text += csv_rows(statements_table(article, world));
    return text;
  }
  std::string text;
  for (const auto& article : articles) text += (text.empty() ? "" : "\n") + print(article, world, format, terminal);
  return text;
}

}  // namespace tradewind
