#include "tradewind/report/model_csv.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "tradewind/report/escape.hpp"
#include "tradewind/report/model_fields.hpp"
#include "tradewind/report/model_words.hpp"

namespace tradewind {
namespace {

using namespace estimation;

// Which model and which of its rows: the first fields of every line.
std::string begin_of(const Model& model, std::size_t number) {
  return fmt::format("{},{},", number, escape_csv(sample_words(model)));
}

std::string head(const std::vector<std::string>& ids, std::string_view rest) {
  std::string text = "model,sample,row,";
  for (const std::string& id : ids) text += escape_csv(id) + ",";
  return text + std::string(rest) + "\r\n";
}

// The row's place and the values of its ids.
void append_row(std::string& text, std::uint32_t row, const std::vector<const Column*>& ids) {
  fmt::format_to(std::back_inserter(text), "{},", std::size_t{row} + 1);
  for (const Column* id : ids) text += escape_csv(id->text(row)) + ",";
}

std::vector<const Column*> found(const Columns& columns, const std::vector<std::string>& ids) {
  std::vector<const Column*> all;
  all.reserve(ids.size());
  for (const std::string& id : ids) all.push_back(&columns.require(id, "CSV"));
  return all;
}

// Shortest digits that read back as the same; nothing for NaN.
void append_number(std::string& text, double value) {
  if (std::isfinite(value)) text += fmt::format("{}", value);
}

}  // namespace

const std::string_view effects_csv_head = "model,sample,effect,level,variable,coefficient,component,reference\r\n";

std::string effects_csv(const Model& model, std::size_t number) {
  const std::string begin = begin_of(model, number);
  std::string text;
  for (const EffectEstimates& effect : model.effects) {
    const std::size_t parts = effect.parts.size(), columns = static_cast<std::size_t>(effect.coefficients.cols());
    for (std::size_t level = 0; level < effect.component.size(); ++level) {
      std::string name;
      for (std::size_t part = 0; part < parts; ++part)
        name += (part > 0 ? "_" : "") + effect.labels[level * parts + part];
      for (Eigen::Index c = 0; c < effect.coefficients.cols(); ++c) {
        const Eigen::Index slope = c - (effect.intercept ? 1 : 0);
        text += begin + escape_csv(effect.name) + "," + escape_csv(name) + "," +
                (slope < 0 ? "" : escape_csv(effect.slopes[static_cast<std::size_t>(slope)])) + ",";
        append_number(text, effect.coefficients(static_cast<Eigen::Index>(level), c));
        fmt::format_to(std::back_inserter(text), ",{},{}\r\n", effect.component[level],
                       bool{effect.reference[level * columns + static_cast<std::size_t>(c)]});
      }
    }
  }
  return text;
}

std::string fitted_csv_head(const std::vector<std::string>& ids) { return head(ids, "response,fitted,residual"); }

std::string fitted_csv(const Model& model, std::size_t number, const Columns& columns,
                       const std::vector<std::string>& ids) {
  const std::string begin = begin_of(model, number);
  const auto id_columns = found(columns, ids);
  std::string text;
  for (const FittedRow& row : model.fitted) {
    text += begin;
    append_row(text, row.row, id_columns);
    append_number(text, row.response);
    text += ",";
    append_number(text, row.fitted);
    text += ",";
    append_number(text, row.response - row.fitted);
    text += "\r\n";
  }
  return text;
}

std::string dropped_csv_head(const std::vector<std::string>& ids) { return head(ids, "reason,part,name"); }

std::string dropped_csv(const Model& model, std::size_t number, const Columns& columns,
                        const std::vector<std::string>& ids) {
  const std::string begin = begin_of(model, number);
  const auto id_columns = found(columns, ids);
  std::string text;
  for (const DroppedRow& row : model.dropped_rows) {
    const Drop& drop = model.drops[row.drop];
    text += begin;
    append_row(text, row.row, id_columns);
    text += fmt::format("{},{},{}\r\n", model_fields::drop_reasons.at(static_cast<std::size_t>(drop.reason)),
                        model_fields::drop_parts.at(static_cast<std::size_t>(drop.part)), escape_csv(drop.name));
  }
  return text;
}

}  // namespace tradewind
