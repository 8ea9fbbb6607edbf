#include "tradewind/estimation/fixed_effects.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <utility>

#include "tradewind/estimation/lanes.hpp"

namespace tradewind::estimation {
namespace {

// So many passes with the diagonal alone before a sparse factor is thought of.
constexpr int patience = 12;
// A factor must save so many times what it costs.
constexpr double worth = 2;

}  // namespace

FixedEffects::FixedEffects(const Regression& regression)
    : rows_(regression), complement_(rows_), preconditioner_(complement_) {}

void FixedEffects::set_weights(RowWeights weights) {
  complement_.set_weights(weights);
  take(complement_.diagonal());
}

void FixedEffects::set_weights(RowWeights weights, std::vector<double> diagonal) {
  complement_.set_weights(weights);
  take(std::move(diagonal));
}

void FixedEffects::take(std::vector<double> diagonal) {
  preconditioner_.refresh(std::move(diagonal), anew_);
  anew_made_ = anew_;
  anew_ = false;
}

void FixedEffects::run(std::span<const double> limits, Block& residual, Block& effects) {
  const double pass = static_cast<double>(rows_.rows() * (rows_.terms.size() + 1));
  const bool factorised = preconditioner_.factorised();
  ConjugateGradients result =
      conjugate_gradients(complement_, preconditioner_, limits, factorised ? 0 : patience, residual, effects);
  iterations_ += result.iterations;
  if (result.expected > 0) {
    const bool fresh = worth * preconditioner_.cost_of_factor() < result.expected * pass && preconditioner_.factorise();
    const double expected = result.expected;
    result = conjugate_gradients(complement_, preconditioner_, limits, 0, residual, effects);
    iterations_ += result.iterations;
    if (fresh && result.passes > 3 * expected) preconditioner_.abandon_factor();
    if (fresh) passes_when_fresh_ = result.passes;
  } else if (factorised) {
    // A factor of earlier weights is made anew when it serves far worse than it did.
    if (anew_made_) passes_when_fresh_ = result.passes;
    anew_ = result.passes > 2 * passes_when_fresh_ + 4;
    anew_made_ = false;
  }
}

void FixedEffects::solve(std::span<const std::span<const double>> columns, double tolerance, ColumnEffects& effects,
                         std::span<const double> floors) {
  if (rows_.coordinates == 0) return;
  for (std::size_t b = 0; b < effects.blocks.size(); ++b) {
    const auto own = columns.subspan(4 * b, std::min<std::size_t>(4, columns.size() - 4 * b));
    Block residual;
    std::vector<double> limits = complement_.residual(own, effects.blocks[b], residual);
    for (std::size_t c = 0; c < limits.size(); ++c)
      limits[c] = tolerance * tolerance * std::max(limits[c], floors.empty() ? 0.0 : floors[4 * b + c]);
    run(limits, residual, effects.blocks[b]);
  }
}

void FixedEffects::solve(Block residual, double tolerance, Block& effects) {
  effects.resize(rows_.coordinates, 1);
  if (rows_.coordinates == 0) return;
  Block z;
  preconditioner_.apply(residual, z);
  double norm = 0;
  for (std::size_t j = 0; j < z.values.size(); ++j) norm += z.values[j] * residual.values[j];
  const std::array<double, 1> limit{tolerance * tolerance * norm};
  run(limit, residual, effects);
}

std::vector<Eigen::MatrixXd> FixedEffects::coefficients(const Regression& regression,
                                                        std::span<const double> coordinates,
                                                        std::span<const double> eliminated) const {
  std::vector<Eigen::MatrixXd> result;
  for (const Effect& effect : regression.effects) {
    const auto columns = static_cast<Eigen::Index>(effect.slopes.size()) + (effect.intercept ? 1 : 0);
    result.emplace_back(Eigen::MatrixXd::Constant(effect.levels, columns, std::numeric_limits<double>::quiet_NaN()));
  }
  if (rows_.eliminates)
    for (std::size_t g = 0; g < rows_.groups(); ++g) result[rows_.eliminated](rows_.group_level[g], 0) = eliminated[g];
  for (const LevelTerm& term : rows_.terms) {
    const Effect& effect = regression.effects[term.effect];
    Eigen::MatrixXd& own = result[term.effect];
    const Eigen::Index column =
        term.slope == LevelTerm::intercept ? 0 : static_cast<Eigen::Index>(term.slope) + (effect.intercept ? 1 : 0);
    for (const std::uint32_t level : term.level) own(level, column) = coordinates[term.first + level];
  }
  // Slopes were taken about the means of their levels: the intercepts take those back.
  for (const LevelTerm& term : rows_.terms) {
    if (term.level_mean.empty()) continue;
    Eigen::MatrixXd& own = result[term.effect];
    for (std::uint32_t level = 0; level < term.levels; ++level)
      own(level, 0) -= coordinates[term.first + level] * term.level_mean[level];
  }
  return result;
}

std::string FixedEffects::method() const {
  if (rows_.terms.empty()) return rows_.eliminates ? "eliminated exactly" : "none";
  if (preconditioner_.exact()) return "conjugate gradients, inverse";
  return preconditioner_.factorised() ? "conjugate gradients, sparse Cholesky" : "conjugate gradients, diagonal";
}

}  // namespace tradewind::estimation
