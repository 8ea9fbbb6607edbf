#include "tradewind/report/model_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "tradewind/report/escape.hpp"
#include "tradewind/report/model_json.hpp"
#include "tradewind/report/model_rows.hpp"
#include "tradewind/report/model_summary.hpp"
#include "tradewind/report/model_words.hpp"
#include "tradewind/report/sample_lines.hpp"
#include "tradewind/world/display_width.hpp"

namespace tradewind {
namespace {

using namespace estimation;

constexpr std::size_t indent = 2;        // of rows below a title
constexpr std::size_t widest_name = 40;  // wider names are wrapped

// "Poisson pseudo-maximum likelihood", "Poisson pseudo-maximum likelihood and least squares".
std::string title_of(std::span<const Model> models) {
  const bool poisson = std::ranges::any_of(models, [](const Model& model) { return model.family == Family::poisson; });
  const bool least_squares =
      std::ranges::any_of(models, [](const Model& model) { return model.family == Family::gaussian; });
  if (poisson && least_squares) return "Poisson pseudo-maximum likelihood and least squares";
  return std::string(family_words(models.front().family));
}

// One table on a terminal. Cells stand to the right; in a column with stars all numbers end where they would without.
class TextTable {
 public:
  explicit TextTable(const ModelRows& rows) : rows_(rows), star_room_(rows.numbers.size()) {
    each_row([&](const ModelRow& row, std::size_t) {
      for (std::size_t m = 0; m < row.cells.size(); ++m)
        star_room_[m] = std::max(star_room_[m], row.cells[m].stars.size());
    });
    widths_.resize(rows.numbers.size());
    for (std::size_t m = 0; m < widths_.size(); ++m) widths_[m] = rows.numbers[m].size();
    each_row([&](const ModelRow& row, std::size_t left) {
      names_ = std::max(names_, left + std::min(display_width(row.name), widest_name));
      for (std::size_t m = 0; m < row.cells.size(); ++m)
        for (const std::string& line : {first_line(row, m), second_line(row, m)})
          widths_[m] = std::max(widths_[m], display_width(line));
    });
    for (const ModelBlock& block : rows.blocks) names_ = std::max(names_, display_width(block.title));
  }

  std::size_t width() const {
    std::size_t all = names_;
    for (const std::size_t width : widths_) all += column_gap + width;
    return all;
  }

  std::string text() const {
    std::string text = line("", rows_.numbers);
    for (const ModelRow& row : rows_.head.rows) text += lines_of(row, 0);
    for (const ModelBlock& block : rows_.blocks) {
      text += rule();
      if (!block.title.empty()) text += block.title + "\n";
      for (const ModelRow& row : block.rows) text += lines_of(row, block.title.empty() ? 0 : indent);
    }
    return text + rule();
  }

 private:
  template <typename Visit>
  void each_row(Visit visit) const {
    for (const ModelRow& row : rows_.head.rows) visit(row, 0);
    for (const ModelBlock& block : rows_.blocks)
      for (const ModelRow& row : block.rows) visit(row, block.title.empty() ? 0 : indent);
  }
  static bool is_estimate(const ModelCell& cell) { return !cell.below.empty(); }
  std::string first_line(const ModelRow& row, std::size_t m) const {
    const ModelCell& cell = row.cells[m];
    return harmless(cell.value) + (is_estimate(cell) ? pad_right(cell.stars, star_room_[m]) : cell.stars);
  }
  // The closing parenthesis hangs where the first star stands.
  std::string second_line(const ModelRow& row, std::size_t m) const {
    const ModelCell& cell = row.cells[m];
    return is_estimate(cell) ? cell.below + std::string(star_room_[m] > 0 ? star_room_[m] - 1 : 0, ' ') : "";
  }
  std::string line(const std::string& name, const std::vector<std::string>& cells) const {
    std::string text = pad_right(name, names_);
    for (std::size_t m = 0; m < widths_.size(); ++m)
      text += std::string(column_gap, ' ') + pad_left(cells[m], widths_[m]);
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
  }
  std::string lines_of(const ModelRow& row, std::size_t left) const {
    std::vector<std::string> first, second;
    for (std::size_t m = 0; m < row.cells.size(); ++m) {
      first.push_back(first_line(row, m));
      second.push_back(second_line(row, m));
    }
    const auto names = wrap(harmless(row.name), names_ - left);
    std::string text;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) text += std::string(left, ' ') + names[i] + "\n";
    text += line(std::string(left, ' ') + names.back(), first);
    if (std::ranges::any_of(second, [](const std::string& cell) { return !cell.empty(); })) text += line("", second);
    return text;
  }
  std::string rule() const {
    std::string text;
    for (std::size_t i = 0; i < width(); ++i) text += "─";
    return text + "\n";
  }

  const ModelRows& rows_;
  std::vector<std::size_t> star_room_, widths_;
  std::size_t names_ = 0;
};

std::string notes_text(const std::vector<std::string>& notes, std::size_t width) {
  std::string text;
  for (const std::string& note : notes)
    for (const std::string& line : wrap(harmless(note), width)) text += line + "\n";
  return text;
}

// As many models as the terminal is wide enough for, the others in tables below; at least one each.
std::string side_by_side(std::span<const Model> models, const Terminal& terminal, int digits) {
  std::string text = title_of(models) + "\n\n";
  std::size_t width = 0;
  for (std::size_t begin = 0; begin < models.size();) {
    std::size_t count = models.size() - begin;
    while (count > 1 && terminal.width > 0 &&
           TextTable(model_rows(models.subspan(begin, count), digits, begin + 1)).width() > terminal.width)
      --count;
    const ModelRows rows = model_rows(models.subspan(begin, count), digits, begin + 1);
    const TextTable table(rows);
    if (begin > 0) text += "\n";
    text += table.text();
    width = std::max(width, table.width());
    begin += count;
  }
  std::vector<std::string> notes = model_notes(models);
  const std::string certificate = certificate_words(models);
  if (!certificate.empty()) notes.insert(notes.begin() + 1, certificate);
  return text + notes_text(notes, terminal.width > 0 ? terminal.width : std::max<std::size_t>(width, 80));
}

std::string markdown(std::span<const Model> models, int digits) {
  const ModelRows rows = model_rows(models, digits);
  std::string text = title_of(models) + "\n\n|";
  for (const std::string& number : rows.numbers) text += " | " + number;
  text += " |\n| ---";
  for (std::size_t m = 0; m < models.size(); ++m) text += " | ---:";
  text += " |\n";
  const auto add = [&](const ModelRow& row, std::string_view mark) {
    text += "| " + std::string(mark) + escape_markdown(row.name) + std::string(mark);
    for (const ModelCell& cell : row.cells) {
      text += " | " + escape_markdown(cell.value + cell.stars);
      if (!cell.below.empty()) text += " " + cell.below;
    }
    text += " |\n";
  };
  for (const ModelRow& row : rows.head.rows) add(row, "");
  for (const ModelBlock& block : rows.blocks) {
    if (!block.title.empty()) add({block.title, std::vector<ModelCell>(models.size())}, "**");
    for (const ModelRow& row : block.rows) add(row, "");
  }
  text += "\n";
  for (const std::string& note : model_notes(models)) text += escape_markdown(note) + "  \n";
  return text;
}

// A minus that is as wide as a plus, and stars above the line.
std::string latex_number(const std::string& value, const std::string& mark) {
  std::string text = escape_latex(value);
  if (value.size() > 1 && value.front() == '-') text = "$-$" + escape_latex(value.substr(1));
  return mark.empty() ? text : text + "$^{" + mark + "}$";
}

std::string latex(std::span<const Model> models, int digits) {
  const ModelRows rows = model_rows(models, digits);
  std::string text =
      "% needs \\usepackage{booktabs}\n\\begin{tabular}{l" + std::string(models.size(), 'c') + "}\n\\toprule\n";
  const auto add = [&](const std::string& name, const auto& cell_text) {
    text += name;
    for (std::size_t m = 0; m < models.size(); ++m) text += " & " + cell_text(m);
    text += " \\\\\n";
  };
  const auto add_row = [&](const ModelRow& row, const std::string& left) {
    add(left + escape_latex(row.name),
        [&](std::size_t m) { return latex_number(row.cells[m].value, row.cells[m].stars); });
    if (std::ranges::any_of(row.cells, [](const ModelCell& cell) { return !cell.below.empty(); }))
      add("", [&](std::size_t m) { return row.cells[m].below; });
  };
  add("", [&](std::size_t m) { return rows.numbers[m]; });
  for (const ModelRow& row : rows.head.rows) add_row(row, "");
  for (const ModelBlock& block : rows.blocks) {
    text += "\\midrule\n";
    if (!block.title.empty()) text += "\\emph{" + escape_latex(block.title) + "} \\\\\n";
    for (const ModelRow& row : block.rows) add_row(row, block.title.empty() ? "" : "\\quad ");
  }
  text += "\\bottomrule\n";
  text += "\\end{tabular}\n";
  // Below the table and not in it, where a long one would not be broken.
  text += "\n{\\footnotesize\n";
  for (const std::string& note : model_notes(models)) text += escape_latex(note) + "\\par\n";
  return text + "}\n";
}

// For programs: all digits, a line a coefficient; a model without any still has its line.
std::string csv(std::span<const Model> models) {
  Table table{{"model", "formula", "family", "sample", "name", "estimate", "std_error", "statistic", "p_value",
               "ci_low", "ci_high", "observations", "log_likelihood", "covariance", "converged", "failure"},
              {}};
  const auto number = [](double value) { return std::isfinite(value) ? Cell(value) : Cell(std::monostate{}); };
  for (std::size_t m = 0; m < models.size(); ++m) {
    const Model& model = models[m];
    std::vector<CoefficientRow> rows = model.coefficients;
    if (rows.empty()) {
      constexpr double none = std::numeric_limits<double>::quiet_NaN();
      rows.push_back({"", none, none, none, none, none, none});
    }
    for (const CoefficientRow& row : rows)
      table.rows.push_back({static_cast<std::int64_t>(m + 1), model.formula, std::string(to_string(model.family)),
                            sample_words(model), row.name, number(row.estimate), number(row.std_error),
                            number(row.statistic), number(row.p_value), number(row.ci_low), number(row.ci_high),
                            static_cast<std::int64_t>(model.observations), number(model.fit.log_likelihood),
                            model.covariance.description, model.converged, model.failure});
  }
  return print(table, Format::csv);
}

}  // namespace

std::string print(std::span<const Model> models, Format format, const Terminal& terminal,
                  const ModelTableOptions& options) {
  if (are_sample_lines(models) && format != Format::json && format != Format::csv)
    return sample_lines(models, format, terminal, options.digits);
  switch (format) {
    case Format::table:
      return models.size() == 1 && !options.side_by_side ? model_summary(models.front(), terminal, options.digits)
                                                         : side_by_side(models, terminal, options.digits);
    case Format::json:
      return models_json(models);
    case Format::csv:
      return csv(models);
    case Format::markdown:
      return markdown(models, options.digits);
    case Format::latex:
      return latex(models, options.digits);
  }
  return {};
}

}  // namespace tradewind
