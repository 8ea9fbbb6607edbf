/// What models say about levels and rows, as CSV: fixed effects, residuals, rows that were set aside.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/estimation/model.hpp"
#include "tradewind/world/columns.hpp"

namespace tradewind {

/// A line a coefficient of a level: model, sample, effect, level, variable (empty: the level's own effect),
/// coefficient, component, reference.
extern const std::string_view effects_csv_head;
std::string effects_csv(const estimation::Model& model, std::size_t number);

/// A line a used row: model, sample, row, `ids`, response, fitted, residual. Rows count from 1 among those that were
/// read.
std::string fitted_csv_head(const std::vector<std::string>& ids);
std::string fitted_csv(const estimation::Model& model, std::size_t number, const Columns& columns,
                       const std::vector<std::string>& ids);

/// A line a row set aside, with its first reason: model, sample, row, `ids`, reason, part, name.
std::string dropped_csv_head(const std::vector<std::string>& ids);
std::string dropped_csv(const estimation::Model& model, std::size_t number, const Columns& columns,
                        const std::vector<std::string>& ids);

}  // namespace tradewind
