/// An approximate inverse of the Schur complement of the fixed effects.
///
/// The diagonal is enough where levels mix well (trade between many economies). Where they do not (chains of workers
/// and firms) the part of the complement that couples badly is formed and factorised (sparse Cholesky): the blocks of
/// each term by itself and, as far as they are sparse, the couplings between terms. The factor of earlier weights goes
/// on serving later ones; conjugate gradients make up for the difference.
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
  /// Goes over to a sparse factor, where forming and factorising it costs less than `most_operations`.
  /// False, and nothing changed, where it would cost more or there is one already.
  bool strengthen(double most_operations);
  bool factorised() const { return factor_ != nullptr; }

  /// out = M^-1 in.
  void apply(const Block& in, Block& out) const;

 private:
  struct Factor;
  const SchurComplement* complement_;
  std::vector<double> inverse_diagonal_;
  std::unique_ptr<Factor> factor_;
};

}  // namespace tradewind::estimation
