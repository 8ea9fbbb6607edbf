#include "tradewind/estimation/separating_directions.hpp"

#include <Eigen/SVD>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "tradewind/estimation/factorisations.hpp"
#include "tradewind/estimation/nearest_point.hpp"
#include "tradewind/estimation/regressors.hpp"

namespace tradewind::estimation {
namespace {

using Eigen::Index, Eigen::MatrixXd, Eigen::VectorXd;

// Columns have the size of one. What is fitted to the positive responses is known to about 1e-11 of that.
constexpr double partialling = 1e-11;
constexpr double nothing = 1e-7;
constexpr double nothing_squared = 1e-14;
constexpr Index first_draws = 8, most_draws = 512, most_numbers = 100'000'000;

/// The space V over the rows with a zero response: z = (X gamma + effects), a column each member of a basis.
struct Space {
  MatrixXd z;      ///< rows x dimensions
  MatrixXd gamma;  ///< regressors x dimensions
};

class Search {
 public:
  explicit Search(const Regression& regression)
      : regression_(regression), effects_(regression), regressors_(effects_.rows()) {
    const SortedRows& rows = effects_.rows();
    positive_.assign(rows.rows(), 0.0);
    for (std::size_t p = 0; p < rows.rows(); ++p) {
      if (rows.regression.response[p] > 0)
        positive_[p] = 1;
      else
        zeros_.push_back(static_cast<Index>(p));
    }
    effects_.set_weights(positive_);
  }

  SeparatingDirections run() {
    SeparatingDirections result;
    if (zeros_.empty()) return result;
    const MatrixXd gamma = vanishing_regressors();
    const VectorXd one_draw = effects_.rows().terms.empty() ? VectorXd::Zero(left_.rows()) : VectorXd(draw(1).col(0));
    const VectorXd effect_rows = one_draw(look_only_at_rows_of(gamma, one_draw));
    if (zeros_.empty()) return result;
    const Space of_regressors{left_ * gamma, unit_.asDiagonal() * gamma};
    const Space of_effects = vanishing_effects(effect_rows, result.complete);

    std::vector<Index> open(zeros_.size());  // places among zeros_
    std::iota(open.begin(), open.end(), Index{0});
    // Simple reasons are looked for first; the whole space finds what is left, and all of it.
    if (of_effects.z.cols() > 0) separate(of_effects, open, result.found);
    for (Index k = 0; k < gamma.rows() && gamma.cols() > 0; ++k)
      if (vanishes_alone_[static_cast<std::size_t>(k)]) separate(together(alone(k), of_effects), open, result.found);
    separate(together(of_regressors, of_effects), open, result.found);
    return result;
  }

 private:
  static Space together(const Space& a, const Space& b) {
    Space both;
    both.z.resize(a.z.rows(), a.z.cols() + b.z.cols());
    both.z << a.z, b.z;
    both.gamma.resize(a.gamma.rows(), a.gamma.cols() + b.gamma.cols());
    both.gamma << a.gamma, b.gamma;
    return both;
  }

  Space alone(Index regressor) const {
    const VectorXd gamma = unit_.cwiseProduct(VectorXd::Unit(unit_.size(), regressor));
    return {left_.col(regressor), gamma};
  }

  /// Null space of the regressors less their effects, over the rows with a positive response: combinations of
  /// regressors in units, a column each.
  MatrixXd vanishing_regressors() {
    const auto k = static_cast<Index>(regressors_.columns().size());
    unit_ = VectorXd::Ones(k);
    vanishes_alone_.assign(static_cast<std::size_t>(k), false);
    left_.resize(static_cast<Index>(zeros_.size()), k);
    if (k == 0) return MatrixXd(0, 0);
    const std::vector<double> squares = regressors_.sums_of_squares(std::vector<double>(positive_.size(), 1.0));
    for (Index c = 0; c < k; ++c) {
      const double square = squares[static_cast<std::size_t>(c)];
      unit_[c] = square > 0 ? std::sqrt(static_cast<double>(positive_.size()) / square) : 1.0;
    }
    MatrixXd gram = fit(regressors_.columns(), squares, left_);
    gram = unit_.asDiagonal() * gram * unit_.asDiagonal() / static_cast<double>(positive_.size());
    left_ = left_ * unit_.asDiagonal();
    const auto [values, vectors] = eigenpairs(gram);
    Index dimensions = 0;
    while (dimensions < k && values[dimensions] <= nothing_squared) ++dimensions;
    for (Index c = 0; c < k; ++c) vanishes_alone_[static_cast<std::size_t>(c)] = gram(c, c) <= nothing_squared;
    return vectors.leftCols(dimensions);
  }

  /// Where all regressors that vanish elsewhere are zero, and so is what one random draw leaves of the effects, all of
  /// V is zero, and the row not separated. Returns the places of the others.
  std::vector<Index> look_only_at_rows_of(const MatrixXd& gamma, const VectorXd& one_draw) {
    const MatrixXd of_regressors = left_ * gamma;
    std::vector<Index> places, kept;
    for (Index i = 0; i < one_draw.size(); ++i) {
      const double size = gamma.cols() > 0 ? of_regressors.row(i).cwiseAbs().maxCoeff() : 0;
      if (size <= nothing && std::abs(one_draw[i]) <= nothing) continue;
      places.push_back(i);
      kept.push_back(zeros_[static_cast<std::size_t>(i)]);
    }
    zeros_ = std::move(kept);
    left_ = left_(places, Eigen::all).eval();
    return places;
  }

  /// Random effects less what effects fitted to the positive responses say of them are random members of V: as many as
  /// it takes until one more adds no dimension. `first` is one of them.
  Space vanishing_effects(const VectorXd& first, bool& complete) {
    Space space{MatrixXd(first.size(), 0), MatrixXd(unit_.size(), 0)};
    if (first.lpNorm<Eigen::Infinity>() <= nothing) return space;
    space.z = first.normalized();
    complete = false;
    const Index most = std::min(most_draws, 1 + most_numbers / first.size());
    for (Index draws = first_draws; !complete && space.z.cols() < most; draws = std::min<Index>(2 * draws, 64)) {
      const MatrixXd drawn = draw(draws);
      for (Index c = 0; c < drawn.cols(); ++c) {
        VectorXd own = drawn.col(c);
        for (int pass = 0; pass < 2; ++pass) own -= space.z * (space.z.transpose() * own);
        complete = own.lpNorm<Eigen::Infinity>() <= nothing;
        if (complete) break;
        space.z.conservativeResize(Eigen::NoChange, space.z.cols() + 1);
        space.z.rightCols(1) = own.normalized();
      }
    }
    space.gamma = MatrixXd::Zero(unit_.size(), space.z.cols());
    return space;
  }

  MatrixXd draw(Index count) {
    const SortedRows& rows = effects_.rows();
    std::vector<std::vector<double>> columns;
    std::vector<std::span<const double>> spans;
    std::vector<double> floors;
    for (Index c = 0; c < count; ++c) {
      std::vector<double> level(rows.coordinates);
      for (double& value : level) value = static_cast<double>(random_() >> 11U) * 0x1p-52 - 1;
      std::vector<double>& column = columns.emplace_back(rows.rows(), 0.0);
      for (const LevelTerm& term : rows.terms) {
        const double unit = term.value.empty() ? 1.0 : 1 / largest(term.value);
        for (std::size_t p = 0; p < column.size(); ++p)
          column[p] += level[term.at(p)] * unit * (term.value.empty() ? 1.0 : term.value[p]);
      }
      spans.emplace_back(column);
      floors.push_back(static_cast<double>(rows.rows()));
    }
    MatrixXd left;
    fit(spans, floors, left);
    return left;
  }

  static double largest(std::span<const double> values) {
    double size = 0;
    for (const double value : values) size = std::max(size, std::abs(value));
    return size > 0 ? size : 1;
  }

  /// Columns less the effects fitted to the positive responses: `left` over the zero ones; the Gram matrix over the
  /// others.
  MatrixXd fit(std::span<const std::span<const double>> columns, std::span<const double> floors, MatrixXd& left) {
    ColumnEffects explained;
    explained.resize(effects_.rows().coordinates, columns.size());
    effects_.solve(columns, partialling, explained, floors);
    MatrixXd all(static_cast<Index>(positive_.size()), std::ssize(columns));
    std::vector<double*> places;
    for (Index c = 0; c < all.cols(); ++c) places.push_back(all.col(c).data());
    const MatrixXd gram = effects_.complement().partial_out(columns, explained, {}, places).gram;
    left = all(zeros_, Eigen::all);
    return gram;
  }

  /// Rows of `open` that a member of the space separates move from there to `found`.
  void separate(const Space& space, std::vector<Index>& open, std::vector<SeparatingDirection>& found) const {
    // Rows where all members vanish are not separated.
    std::vector<Index> rows;
    const double size = space.z.cwiseAbs().maxCoeff();
    for (const Index i : open)
      if (space.z.row(i).cwiseAbs().maxCoeff() > nothing * std::max(size, 1.0)) rows.push_back(i);
    MatrixXd basis = MatrixXd::Identity(space.z.cols(), space.z.cols());  // of what is left of the space
    while (!rows.empty() && basis.cols() > 0) {
      MatrixXd points = space.z(rows, Eigen::all) * basis;
      const VectorXd lengths = points.rowwise().norm();
      points.array().colwise() /= lengths.array();
      const NearestPoint nearest = nearest_point(points);
      if (!nearest.is_zero()) {
        report(space, basis * nearest.point, rows, open, found);
        return;
      }
      // Weights u >= 0 with sum u_i z_i = 0 for all z in the space: no z that is nowhere positive is negative in those
      // rows. The members that vanish in them are left.
      const MatrixXd corners = points(nearest.corners, Eigen::all);
      const Eigen::JacobiSVD<MatrixXd> svd(corners, Eigen::ComputeFullV);
      Index rank = 0;
      while (rank < svd.singularValues().size() && svd.singularValues()[rank] > 1e-6) ++rank;
      basis = (basis * svd.matrixV().rightCols(points.cols() - rank)).eval();
      std::vector<Index> kept;
      for (const Index i : rows) {
        const double before = space.z.row(i).norm();
        if (basis.cols() > 0 && (space.z.row(i) * basis).norm() > 1e-6 * before) kept.push_back(i);
      }
      rows = std::move(kept);
    }
  }

  void report(const Space& space, const VectorXd& member, const std::vector<Index>& rows, std::vector<Index>& open,
              std::vector<SeparatingDirection>& found) const {
    SeparatingDirection direction;
    VectorXd z = -space.z(rows, Eigen::all) * member;  // positive at the nearest point: turned round
    const double size = z.cwiseAbs().maxCoeff();
    direction.z = z / size;
    direction.gamma = -space.gamma * member / size;
    for (Index k = 0; k < direction.gamma.size(); ++k)
      if (std::abs(direction.gamma[k]) <= nothing * unit_[k]) direction.gamma[k] = 0;
    VectorXd everywhere = VectorXd::Zero(static_cast<Index>(positive_.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Index place = zeros_[static_cast<std::size_t>(rows[i])];
      everywhere[place] = direction.z[static_cast<Index>(i)];
      direction.rows.push_back(effects_.rows().row(static_cast<std::size_t>(place)));
    }
    direction.effects = effects_in(everywhere, direction.gamma);
    found.push_back(std::move(direction));
    std::erase_if(open, [&](Index i) { return std::ranges::binary_search(rows, i); });
  }

  /// z - X gamma is a sum of effects: none, one whose levels explain it, or it takes all.
  std::vector<std::size_t> effects_in(const VectorXd& z, const VectorXd& gamma) const {
    VectorXd rest = z;
    for (Index k = 0; k < gamma.size(); ++k)
      if (gamma[k] != 0)
        for (Index p = 0; p < rest.size(); ++p)
          rest[p] -= gamma[k] * regressors_.columns()[static_cast<std::size_t>(k)][static_cast<std::size_t>(p)];
    const double size = 1e-5 * std::max(1.0, rest.cwiseAbs().maxCoeff());
    if (rest.cwiseAbs().maxCoeff() <= size) return {};
    const auto constant_within = [&](const Effect& effect) {
      std::vector<double> value(effect.levels, std::numeric_limits<double>::quiet_NaN());
      for (Index p = 0; p < rest.size(); ++p) {
        double& own = value[effect.level[effects_.rows().row(static_cast<std::size_t>(p))]];
        if (std::isnan(own)) own = rest[p];
        if (std::abs(rest[p] - own) > size) return false;
      }
      return true;
    };
    std::vector<std::size_t> all;
    for (std::size_t e = 0; e < regression_.effects.size(); ++e) {
      if (regression_.effects[e].intercept && constant_within(regression_.effects[e])) return {e};
      all.push_back(e);
    }
    return all;
  }

  const Regression& regression_;
  FixedEffects effects_;
  Regressors regressors_;
  std::vector<double> positive_;  // 1 where the response is positive, by position
  std::vector<Index> zeros_;      // positions of zero responses that may be separated
  MatrixXd left_;                 // of regressors in units, over zeros_
  VectorXd unit_;                 // one over the size of each regressor
  std::vector<bool> vanishes_alone_;
  std::mt19937_64 random_;  // its default seed: the same draws every time
};

}  // namespace

SeparatingDirections separating_directions(const Regression& regression) { return Search(regression).run(); }

}  // namespace tradewind::estimation
