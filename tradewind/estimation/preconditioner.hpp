/// An approximate inverse of the Schur complement of the fixed effects.
///
/// Of few coordinates and rows, the inverse is computed: whatever the levels, one step of conjugate gradients solves
/// for them and a second one refines it. Else the diagonal is enough where levels mix well (trade between many
/// economies). Where they do not (chains of workers and firms) the part of the complement that couples badly is formed
/// and factorised (sparse Cholesky): the blocks of each term by itself and, as far as they are sparse, the couplings
/// between terms. The factor of earlier weights goes on serving later ones; conjugate gradients make up for the
/// difference.
#pragma once
#include <memory>
#include <vector>

#include "tradewind/estimation/schur_complement.hpp"

namespace tradewind::estimation {

class Preconditioner {
 public:
  explicit Preconditioner(const SchurComplement& complement);
  ~Preconditioner();
  Preconditioner(const Preconditioner&) = delete;
  Preconditioner& operator=(const Preconditioner&) = delete;

  /// Takes the complement's present weights, of which `diagonal` is the diagonal. `anew`: also the factor, where there
  /// is one.
  void refresh(std::vector<double> diagonal, bool anew);
  /// About how many operations a sparse factor takes; infinite where there is nothing to factorise, or one already.
  double cost_of_factor();
  /// Goes over to a sparse factor. False, and nothing changed, where it turns out to take far more than its cost.
  bool factorise();
  /// Back to the diagonal, for good.
  void abandon_factor();
  bool factorised() const { return exact_ || factor_ != nullptr; }
  /// Is it the inverse (of what is not singular), but for rounding?
  bool exact() const { return exact_; }

  /// out = M^-1 in.
  void apply(const Block& in, Block& out) const;

 private:
  struct Factor;
  struct Couplings;
  const SchurComplement* complement_;
  bool exact_;
  Eigen::MatrixXd root_;  // its square is the inverse, where that is exact
  std::vector<double> inverse_diagonal_;
  std::unique_ptr<Couplings> couplings_;  // null: not looked at yet
  bool abandoned_ = false;
  std::unique_ptr<Factor> factor_;
};

}  // namespace tradewind::estimation
