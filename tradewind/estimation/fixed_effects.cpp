#include "tradewind/estimation/fixed_effects.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <limits>

#include "tradewind/estimation/lanes.hpp"

namespace tradewind::estimation {
namespace {

// So many passes with the diagonal alone before a sparse factor is thought of, and with a factor of earlier weights
// before it is made anew.
constexpr int patience = 24;
constexpr int stale = 8;
// A factor may cost about as much as so many passes of one operation a row and term.
constexpr double passes_worth_a_factor = 150;

// (I - M)(x - D g) of the rows of one group for one block of columns, a row's values side by side with `stride`.
template <int W>
void partial_out_group(const SortedRows& rows, const double* weight, double inverse_weight, std::size_t begin,
                       std::size_t end, std::span<const std::span<const double>> columns, const Block& effects,
                       double* out, std::size_t stride) {
  std::array<double, W> mean{};
  for (std::size_t i = begin; i < end; ++i) {
    double* left = out + (i - begin) * stride;
    for (std::size_t c = 0; c < columns.size(); ++c) left[c] = columns[c][i];
    for (const Term& term : rows.terms) {
      const double* g = effects.values.data() + std::size_t{term.at[i]} * W;
      const double value = term.value.empty() ? 1.0 : term.value[i];
      for (std::size_t c = 0; c < columns.size(); ++c) left[c] -= value * g[c];
    }
    for (std::size_t c = 0; c < columns.size(); ++c) mean[c] += weight[i] * left[c];
  }
  for (std::size_t i = begin; i < end; ++i)
    for (std::size_t c = 0; c < columns.size(); ++c) out[(i - begin) * stride + c] -= mean[c] * inverse_weight;
}

}  // namespace

void ColumnEffects::resize(std::size_t coordinates, std::size_t columns) {
  blocks.assign((columns + 3) / 4, {});
  for (std::size_t b = 0; b < blocks.size(); ++b)
    blocks[b].resize(coordinates, std::min<std::size_t>(4, columns - 4 * b));
}

FixedEffects::FixedEffects(const Regression& regression)
    : rows_(regression), complement_(rows_), preconditioner_(complement_) {}

void FixedEffects::set_weights(std::span<const double> weights) {
  complement_.set_weights(weights);
  preconditioner_.refresh(anew_);
  anew_ = false;
}

void FixedEffects::run(std::span<const double> limits, Block& residual, Block& effects) {
  const bool may_strengthen = !weak_ && !preconditioner_.factorised();
  ConjugateGradients result =
      conjugate_gradients(complement_, preconditioner_, limits, may_strengthen ? patience : 0, residual, effects);
  iterations_ += result.iterations;
  if (result.slow) {
    const double row_terms = static_cast<double>(rows_.rows() * (rows_.terms.size() + 1));
    weak_ = !preconditioner_.strengthen(passes_worth_a_factor * row_terms);
    result = conjugate_gradients(complement_, preconditioner_, limits, 0, residual, effects);
    iterations_ += result.iterations;
  }
  if (preconditioner_.factorised() && result.passes > stale) anew_ = true;
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

FixedEffects::Partialled FixedEffects::partial_out(std::span<const std::span<const double>> columns,
                                                   const ColumnEffects& effects, std::span<const double> s,
                                                   std::span<const double> scale, Eigen::MatrixXd* keep) const {
  const auto k = static_cast<Eigen::Index>(columns.size());
  if (keep != nullptr) keep->resize(static_cast<Eigen::Index>(rows_.rows()), k);
  std::vector<Partialled> parts(rows_.chunks());
  const std::span<const double> weights = complement_.weights(), inverse = complement_.inverse_group_weights();
  tbb::parallel_for(std::size_t{0}, rows_.chunks(), [&](std::size_t chunk) {
    Partialled& own = parts[chunk];
    own.gram = Eigen::MatrixXd::Zero(k, k);
    own.score = Eigen::VectorXd::Zero(k);
    own.score_scale = Eigen::VectorXd::Zero(k);
    const std::size_t stride = columns.size();
    std::vector<double> left(std::size_t{rows_.largest_group} * stride);
    for (std::size_t group = rows_.chunk_begin[chunk]; group < rows_.chunk_begin[chunk + 1]; ++group) {
      const std::size_t begin = rows_.group_begin[group], end = rows_.group_begin[group + 1];
      for (std::size_t b = 0; b < effects.blocks.size(); ++b) {
        const Block& block = effects.blocks[b];
        const auto own_columns = columns.subspan(4 * b, std::min<std::size_t>(4, columns.size() - 4 * b));
        double* out = left.data() + 4 * b;
        if (block.width == 1)
          partial_out_group<1>(rows_, weights.data(), inverse[group], begin, end, own_columns, block, out, stride);
        else if (block.width == 2)
          partial_out_group<2>(rows_, weights.data(), inverse[group], begin, end, own_columns, block, out, stride);
        else
          partial_out_group<4>(rows_, weights.data(), inverse[group], begin, end, own_columns, block, out, stride);
      }
      for (std::size_t i = begin; i < end; ++i) {
        const double* x = left.data() + (i - begin) * stride;
        for (Eigen::Index a = 0; a < k; ++a) {
          const double xa = x[a], wx = weights[i] * xa;
          own.score[a] += xa * s[i];
          own.score_scale[a] += std::abs(xa) * scale[i];
          for (Eigen::Index c = 0; c <= a; ++c) own.gram(a, c) += wx * x[c];
          if (keep != nullptr) (*keep)(static_cast<Eigen::Index>(i), a) = xa;
        }
      }
    }
  });
  Partialled sum = std::move(parts.front());
  for (std::size_t c = 1; c < parts.size(); ++c) {
    sum.gram += parts[c].gram;
    sum.score += parts[c].score;
    sum.score_scale += parts[c].score_scale;
  }
  sum.gram = Eigen::MatrixXd(sum.gram.selfadjointView<Eigen::Lower>());
  return sum;
}

std::vector<Eigen::MatrixXd> FixedEffects::coefficients(const Regression& regression,
                                                        std::span<const double> coordinates,
                                                        std::span<const double> eliminated) const {
  std::vector<Eigen::MatrixXd> result;
  for (const Effect& effect : regression.effects) {
    const auto columns = static_cast<Eigen::Index>(effect.slopes.size()) + (effect.intercept ? 1 : 0);
    result.push_back(Eigen::MatrixXd::Constant(effect.levels, columns, std::numeric_limits<double>::quiet_NaN()));
  }
  if (rows_.eliminates)
    for (std::size_t g = 0; g < rows_.groups(); ++g) result[rows_.eliminated](rows_.group_level[g], 0) = eliminated[g];
  for (const Term& term : rows_.terms) {
    const Effect& effect = regression.effects[term.effect];
    Eigen::MatrixXd& own = result[term.effect];
    const Eigen::Index column =
        term.slope == Term::intercept ? 0 : static_cast<Eigen::Index>(term.slope) + (effect.intercept ? 1 : 0);
    for (const std::uint32_t coordinate : term.at) own(coordinate - term.first, column) = coordinates[coordinate];
  }
  // Slopes were taken about the means of their levels: the intercepts take those back.
  for (const Term& term : rows_.terms) {
    if (term.level_mean.empty()) continue;
    Eigen::MatrixXd& own = result[term.effect];
    for (std::uint32_t level = 0; level < term.levels; ++level)
      own(level, 0) -= coordinates[term.first + level] * term.level_mean[level];
  }
  return result;
}

std::string FixedEffects::method() const {
  if (rows_.terms.empty()) return rows_.eliminates ? "eliminated exactly" : "none";
  return preconditioner_.factorised() ? "conjugate gradients, sparse Cholesky" : "conjugate gradients, diagonal";
}

}  // namespace tradewind::estimation
