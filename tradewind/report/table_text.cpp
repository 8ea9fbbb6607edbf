#include "tradewind/report/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tradewind/world/display_width.hpp"

namespace tradewind {
namespace {

constexpr std::size_t least_text_width = 10;

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

// A column of numbers, some of them missing.
bool is_numeric(const Table& table, std::size_t column) {
  bool any = false;
  for (const auto& row : table.rows) {
    if (std::holds_alternative<std::monostate>(row[column])) continue;
    if (!is_number(row[column])) return false;
    any = true;
  }
  return any;
}

std::string line_of(const std::vector<std::vector<std::string>>& cells, std::size_t line,
                    const std::vector<std::size_t>& widths, const std::vector<bool>& right) {
  std::string text;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (c > 0) text.append(column_gap, ' ');
    const std::string cell = line < cells[c].size() ? cells[c][line] : std::string();
    text += right[c] ? pad_left(cell, widths[c]) : pad_right(cell, widths[c]);
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

std::string bold(std::string text, const Terminal& terminal) {
  if (!terminal.colour) return text;
  text.insert(text.size() - 1, "\033[0m");
  return "\033[1m" + text;
}

std::string as_blocks(const Table& table, const Terminal& terminal) {
  std::size_t names = 0;
  for (const auto& name : table.columns) names = std::max(names, display_width(name));
  std::string text;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (r > 0) text += "\n";
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::size_t room = terminal.width > names + column_gap + 8 ? terminal.width - names - column_gap : 8;
      const auto lines = wrap(harmless(cell_for_people(table.rows[r][c], table.decimals)), room);
      for (std::size_t i = 0; i < lines.size(); ++i)
        text += pad_right(i == 0 ? table.columns[c] : "", names + column_gap) + lines[i] + "\n";
    }
  }
  return text;
}

}  // namespace

std::string cell_for_people(const Cell& cell, int fixed) {
  const double* number = std::get_if<double>(&cell);
  if (number == nullptr || !std::isfinite(*number)) return to_string(cell);
  const double size = std::abs(*number);
  if (size >= 1e17 || (fixed < 0 && size > 0 && size < 1e-6)) return to_string(cell);
  std::string text = fmt::format("{:.{}f}", *number, fixed < 0 ? 6 : fixed);
  // Rounded to nothing, a number has no sign.
  if (fixed >= 0 && text.find_first_of("123456789") == std::string::npos && text.front() == '-') text.erase(0, 1);
  // The fewest decimals that read back as the same number.
  for (int decimals = 0; fixed < 0 && decimals <= 6; ++decimals) {
    std::string shorter = fmt::format("{:.{}f}", *number, decimals);
    if (std::stod(shorter) != *number && decimals < 6) continue;
    text = std::move(shorter);
    break;
  }
  const auto point = std::min(text.find('.'), text.size());
  const std::size_t sign = text.front() == '-' ? 1 : 0;
  if (point - sign > 4)
    for (std::size_t i = point; i > sign + 3; i -= 3) text.insert(i - 3, ",");
  return text;
}

std::vector<std::size_t> fit_columns(std::vector<std::size_t> natural, std::size_t between, std::size_t total,
                                     const std::vector<std::size_t>& least) {
  if (total == 0 || natural.empty()) return natural;
  const auto used = [&] {
    return std::accumulate(natural.begin(), natural.end(), std::size_t{0}) + between * (natural.size() - 1);
  };
  while (used() > total) {
    std::size_t widest = natural.size();
    for (std::size_t c = 0; c < natural.size(); ++c)
      if (natural[c] > least[c] && (widest == natural.size() || natural[c] > natural[widest])) widest = c;
    if (widest == natural.size()) return {};
    --natural[widest];
  }
  return natural;
}

std::string table_text(const Table& table, const Terminal& terminal) {
  const std::size_t columns = table.columns.size();
  std::vector<bool> right(columns);
  std::vector<std::size_t> natural(columns), least(columns);
  std::vector<std::vector<std::string>> cells(table.rows.size(), std::vector<std::string>(columns));
  for (std::size_t c = 0; c < columns; ++c) {
    right[c] = is_numeric(table, c);
    natural[c] = display_width(table.columns[c]);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      cells[r][c] = harmless(cell_for_people(table.rows[r][c], table.decimals));
      natural[c] = std::max(natural[c], display_width(cells[r][c]));
    }
    // A number that is broken over lines is not a number any more.
    least[c] = right[c] ? natural[c] : std::min(natural[c], least_text_width);
  }
  const auto widths = fit_columns(natural, column_gap, terminal.width, least);
  if (widths.empty() && columns > 0) return as_blocks(table, terminal);

  const auto lines_of = [&](const std::vector<std::string>& row) {
    std::vector<std::vector<std::string>> lines;
    for (std::size_t c = 0; c < columns; ++c) lines.push_back(wrap(row[c], widths[c]));
    return lines;
  };
  const auto append = [&](std::string& text, const std::vector<std::string>& row, bool head) {
    const auto lines = lines_of(row);
    std::size_t height = 0;
    for (const auto& cell : lines) height = std::max(height, cell.size());
    for (std::size_t i = 0; i < height; ++i) {
      std::string line = line_of(lines, i, widths, right);
      text += head ? bold(std::move(line), terminal) : line;
    }
  };
  std::string text;
  append(text, table.columns, true);
  for (std::size_t c = 0; c < columns; ++c) {
    if (c > 0) text.append(column_gap, ' ');
    for (std::size_t i = 0; i < widths[c]; ++i) text += "─";
  }
  text += "\n";
  for (const auto& row : cells) append(text, row, false);
  return text;
}

}  // namespace tradewind
