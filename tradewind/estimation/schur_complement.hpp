/// The normal equations of the fixed effects with one effect eliminated.
///
/// With D the rows' dummies and slopes of all terms but the eliminated intercepts, W the weights and M the mean over
/// the levels of the eliminated effect, weighted by W, the coefficients g of a column x solve
///     S g = D' W (I - M) x,    S = D' W (I - M) D,
/// the Schur complement of the eliminated level's block in the normal equations. S is applied without being formed, in
/// one pass over the rows for up to four columns at once.
#pragma once
#include <Eigen/Core>
#include <cstddef>
#include <span>
#include <vector>

#include "tradewind/estimation/null_space.hpp"
#include "tradewind/estimation/row_weights.hpp"
#include "tradewind/estimation/sorted_rows.hpp"

namespace tradewind::estimation {

/// Up to four columns over the coordinates, their values for one coordinate side by side.
struct Block {
  std::size_t width = 0;  ///< 1, 2 or 4
  std::vector<double> values;

  static std::size_t width_for(std::size_t columns) { return columns <= 1 ? 1 : columns <= 2 ? 2 : 4; }
  void resize(std::size_t coordinates, std::size_t columns) {
    width = width_for(columns);
    values.assign(coordinates * width, 0.0);
  }
};

/// The coefficients of K columns: one block for up to four, else blocks of four.
struct ColumnEffects {
  std::vector<Block> blocks;

  void resize(std::size_t coordinates, std::size_t columns);
  double& at(std::size_t coordinate, std::size_t column) {
    Block& block = blocks[column / 4];
    return block.values[coordinate * block.width + column % 4];
  }
};

class SchurComplement {
 public:
  explicit SchurComplement(const SortedRows& rows);

  /// `weights`: by position, not negative; kept by reference.
  void set_weights(RowWeights weights);
  RowWeights weights() const { return weights_; }
  /// One over the sum of weights of a group; zero where that is zero, and everywhere when nothing is eliminated.
  std::span<const double> inverse_group_weights() const { return inverse_group_; }

  /// out = S in.
  void multiply(const Block& in, Block& out) const;
  /// out = D' W (I - M)(x - D g) for columns x (by position), g = `coefficients`: what is still to be explained.
  /// Returns for each column the weighted sum of squares of (I - M)(x - D g).
  std::vector<double> residual(std::span<const std::span<const double>> columns, const Block& coefficients,
                               Block& out) const;
  /// Columns less their effects, X~ = (I - M)(X - D g), and what regressions on them need.
  struct Partialled {
    Eigen::MatrixXd gram;         ///< K x K: X~' W X~
    Eigen::VectorXd score;        ///< K: X~'(y - w), the score of a Poisson regression whose means are the weights
    Eigen::VectorXd score_scale;  ///< K: |X~|'(y + w)/2, what the score is small against
  };
  /// One pass over the rows. `response` by position, or empty where no score is asked for; `keep`: where the columns of
  /// X~ go, which may be where those of X are, or empty.
  Partialled partial_out(std::span<const std::span<const double>> columns, const ColumnEffects& effects,
                         std::span<const double> response, std::span<double* const> keep) const;

  /// The diagonal of S, taking each row by itself: never less than the true one where a level meets a level of the
  /// eliminated effect in several rows. Zero where rounding is all there is: nothing tells such a coordinate apart.
  std::vector<double> diagonal() const;

  /// S itself, where there are few coordinates.
  struct Dense {
    Eigen::MatrixXd s;         ///< coordinates x coordinates
    Eigen::VectorXd rounding;  ///< what a diagonal entry may be off by
  };
  Dense dense() const;

  const NullSpace& null_space() const { return null_space_; }
  const SortedRows& rows() const { return *rows_; }

 private:
  void sweep(std::span<const std::span<const double>> columns, const Block& in, Block& out,
             std::vector<double>* squares) const;

  const SortedRows* rows_;
  NullSpace null_space_;
  RowWeights weights_;
  std::vector<double> inverse_group_;
  mutable std::vector<double> sums_;  // chunks x coordinates x width: each chunk's own
};

}  // namespace tradewind::estimation
