#include "tradewind/report/sample_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "tradewind/report/escape.hpp"
#include "tradewind/report/model_rows.hpp"
#include "tradewind/report/model_words.hpp"
#include "tradewind/world/display_width.hpp"

namespace tradewind {
namespace {

using namespace estimation;

std::string value_of(const Model& model) { return model.sample->value.value_or("full sample"); }

std::vector<std::string> coefficient_names(std::span<const Model> models) {
  std::vector<std::string> names;
  for (const Model& model : models)
    for (const CoefficientRow& row : model.coefficients)
      if (std::ranges::find(names, row.name) == names.end()) names.push_back(row.name);
  return names;
}

struct Parts {
  std::string estimate, stars, std_error;
};

Parts parts_of(const Model& model, const std::string& name, int digits) {
  const auto row = std::ranges::find(model.coefficients, name, &CoefficientRow::name);
  if (row == model.coefficients.end()) return {model.failure.empty() ? "" : "NA", "", ""};
  if (std::isnan(row->estimate)) return {"NA", "", ""};
  const SharedForm written(*row, digits);
  return {written(row->estimate), std::string(stars(row->p_value)), fmt::format("({})", written(row->std_error))};
}

// Cells of a column for one coefficient; on a terminal estimates and standard errors stand below one another.
std::vector<std::string> cells_of(std::span<const Model> models, const std::string& name, int digits, bool aligned) {
  std::vector<Parts> parts;
  parts.reserve(models.size());
  std::size_t estimates = 0, stars_room = 0, errors = 0;
  for (const Model& model : models) {
    parts.push_back(parts_of(model, name, digits));
    estimates = std::max(estimates, parts.back().estimate.size());
    stars_room = std::max(stars_room, parts.back().stars.size());
    errors = std::max(errors, parts.back().std_error.size());
  }
  std::vector<std::string> cells;
  cells.reserve(parts.size());
  for (const Parts& part : parts)
    cells.push_back(aligned ? pad_left(part.estimate, estimates) + pad_right(part.stars, stars_room) + " " +
                                  pad_left(part.std_error, errors)
                            : fmt::format("{}{}{}{}", part.estimate, part.stars, part.std_error.empty() ? "" : " ",
                                          part.std_error));
  return cells;
}

Table lines(std::span<const Model> models, int digits, bool aligned) {
  Table table{{models.front().sample->column}, {}};
  for (const Model& model : models) table.rows.push_back({value_of(model)});
  for (const std::string& name : coefficient_names(models)) {
    table.columns.push_back(name);
    const auto cells = cells_of(models, name, digits, aligned);
    for (std::size_t m = 0; m < cells.size(); ++m) table.rows[m].emplace_back(cells[m]);
  }
  table.columns.emplace_back("Observations");
  for (std::size_t m = 0; m < models.size(); ++m)
    table.rows[m].emplace_back(static_cast<std::int64_t>(models[m].observations));
  return table;
}

}  // namespace

bool are_sample_lines(std::span<const Model> models) {
  return models.size() > most_side_by_side && std::ranges::all_of(models, [&](const Model& model) {
           return model.sample && model.formula == models.front().formula;
         });
}

std::string sample_lines(std::span<const Model> models, Format format, const Terminal& terminal, int digits) {
  const std::string title = fmt::format("{}: {}", family_words(models.front().family), models.front().formula);
  std::vector<std::string> names;
  for (const Model& model : models) names.push_back(value_of(model));
  std::vector<std::string> notes = model_notes(models, names);
  const std::string certificate = certificate_words(models);
  if (format == Format::table && !certificate.empty()) notes.insert(notes.begin() + 1, certificate);
  const std::string table = print(lines(models, digits, format == Format::table), format, terminal);
  std::string text;
  const auto append = [&](const std::string& line) {
    if (format == Format::markdown) text += escape_markdown(line) + "  \n";
    if (format == Format::latex) text += escape_latex(line) + "\\par\n";
    if (format == Format::table)
      for (const std::string& part : wrap(harmless(line), terminal.width > 0 ? terminal.width : 100))
        text += part + "\n";
  };
  append(title);
  text += "\n" + table + (format == Format::table ? "" : "\n");
  for (const std::string& note : notes) append(note);
  return text;
}

}  // namespace tradewind
