/// From columns to arrays: the response, regressors, effects, weights and clusters of one model, and which rows it
/// uses.
///
///     const Formula formula = parse_formula("trade ~ rta | exporter^year + importer^year + pair");
///     for (const ModelSpec& model : expand(formula)) {
///       const ModelFrame frame = build(model, columns, {.family = Family::poisson, .clusters = {"pair"}});
///       poisson(frame.regression);
///     }
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/estimation/family.hpp"
#include "tradewind/estimation/formula.hpp"
#include "tradewind/estimation/large_pages.hpp"
#include "tradewind/estimation/panel.hpp"
#include "tradewind/estimation/regression.hpp"
#include "tradewind/world/columns.hpp"

namespace tradewind::estimation {

/// Which observations of effects' levels are set aside, fixest's `fixef.rm`.
enum class LevelRemoval {
  none,
  perfect,     ///< Poisson: levels whose outcomes are all zero
  singletons,  ///< levels with a single observation
  both
};

struct FrameOptions {
  Family family = Family::gaussian;
  std::string weights = {};                ///< an expression, or empty
  std::string offset = {};                 ///< an expression, or empty
  std::vector<std::string> clusters = {};  ///< "pair", "exporter^importer": their levels are built over the same rows
  std::optional<Panel> panel = {};
  std::optional<LevelRemoval> removal = {};  ///< without it as fixest: perfect for Poisson, none for least squares
  bool list_dropped = false;                 ///< also tell which rows were set aside, and why
};

enum class DropReason { missing, infinite, zero_weight, singleton, only_zeros, separated };

/// Rows set aside for one reason, by one column or effect. A row may count in several of them.
struct Drop {
  enum class Part { response, regressors, effects, weights, offset, clusters };
  DropReason reason;
  Part part;
  std::string name;  ///< of the column, expression or effect: "log(trade)", "exporter^year"
  std::size_t rows = 0;
};

struct DroppedRow {
  std::uint32_t row;   ///< of the columns
  std::uint32_t drop;  ///< the first reason: its place in ModelFrame::drops
};

struct ModelFrame {
  ModelSpec model;
  std::string response_name;             ///< "log(trade)"
  Regression regression;                 ///< its arrays are those of `columns` or its own
  std::vector<Effect> clusters;          ///< in the order of the options: name, level, levels
  std::size_t rows_read = 0;             ///< all rows of the columns
  std::vector<Drop> drops;               ///< in the order in which they were found
  std::vector<DroppedRow> dropped_rows;  ///< ascending; filled when `list_dropped`
  bool list_dropped = false;             ///< of the options
  bool only_zeros_fell = false;          ///< every level that is left has a positive response
  bool has_constant = false;             ///< the first regressor is "(Intercept)"

  /// After arrange(): position in the regression's arrays -> row of the columns (empty: the same, or not asked for),
  /// and the regressors side by side, where they are sorted copies.
  PerRow<std::uint32_t> order;
  Eigen::MatrixXd regressors;

  /// The row of the columns that a row of the regression's arrays is.
  std::uint32_t row(std::uint32_t of_arrays) const { return order.empty() ? of_arrays : order[of_arrays]; }

  ModelFrame() = default;
  ModelFrame(ModelFrame&&) = default;
  ModelFrame& operator=(ModelFrame&&) = default;
  ModelFrame(const ModelFrame&) = delete;
  ModelFrame& operator=(const ModelFrame&) = delete;
};

/// The arrays of a model. `columns` must outlive the frame.
///
/// Rows with a missing or infinite value in anything that the model uses are set aside, as fixest does, then rows of
/// zero weight, then levels by `removal`, again and again until nothing more falls out. Level codes are sorted by value
/// (numbers ascending, labels in their order in the column; combinations by their first part first) and do not depend
/// on the number of threads.
///
/// InputError: an unknown column (nearest names), text where a number is needed, lags without a panel or with a panel
/// that names two rows alike, a negative weight, a negative response in Poisson, nothing left, no response above zero,
/// the response among the regressors, numbers whose squares or (offsets of Poisson) exponentials are none.
ModelFrame build(const ModelSpec& model, const Columns& columns, const FrameOptions& options = {});

/// Puts the rows that are used into the order in which they are solved, in arrays that hold nothing else; what the
/// frame owned before is freed. Frames whose rows stand so already stay as they are. `spent`: the columns, where nobody
/// needs them any more: each is freed as soon as the frame does not look at it. `keep_order`: somebody will ask which
/// row of the columns is which.
void arrange(ModelFrame& frame, Columns* spent = nullptr, bool keep_order = true);

/// Sets further rows aside, such as those that separate the data; `rows` are rows of the regression's arrays,
/// ascending.
void set_aside(ModelFrame& frame, const std::vector<std::uint32_t>& rows, Drop drop);

/// The name of every level of an effect, in the order of its codes: "CHN", "CHN_2002" for a combination. Lags among its
/// parts have no name here.
std::vector<std::string> level_names(const EffectTerm& effect, const Columns& columns);

}  // namespace tradewind::estimation
