/// Structural gravity with one sector: what trade, prices and welfare become when trade costs change.
///
/// Economies are endowed with one good each, buyers everywhere combine the goods with elasticity of substitution sigma
/// (Anderson 1979; Anderson and van Wincoop 2003). Economy i's sales to j are
///     X_ij = (t_ij / (Pi_i P_j))^(1-sigma) Y_i E_j / Y,
/// with the outward and inward multilateral resistances Pi_i and P_j, output Y_i = p_i Q_i and expenditure E_j.
/// Two equilibria answer a change of trade costs (Yotov, Piermartini, Monteiro and Larch 2016, ch. 2; Anderson, Larch
/// and Yotov 2018):
///   - conditional: output and expenditure are held, the resistances adjust;
///   - full endowment: factory-gate prices p_i adjust until every economy sells what it is endowed with.
///
/// All matrices are N x N with the exporter by row and the importer by column, domestic sales on the diagonal. A change
/// is a factor: 1 is no change, 1.02 is two percent more. The mathematics is in docs/methods/equilibrium.md.
#pragma once
#include <Eigen/Core>
#include <string>
#include <vector>

#include "tradewind/equilibrium/solver_report.hpp"

namespace tradewind::equilibrium {

/// The world as it is: flows whose rows add up to output and whose columns add up to expenditure.
struct OneSectorBaseline {
  Eigen::MatrixXd flows;        ///< X_ij
  Eigen::VectorXd output;       ///< Y_i, the sum of row i
  Eigen::VectorXd expenditure;  ///< E_j, the sum of column j
};

/// The baseline of observed flows.
/// `output` and `expenditure`: checked against the flows to 1e-6 when given (empty: taken from the flows).
/// `names`: of the economies, for messages (empty: they are counted from 1).
/// InputError: not square, fewer than two economies, a negative or non-finite flow, an economy that sells or buys
/// nothing, flows that do not add up to the output or expenditure given.
OneSectorBaseline observed_baseline(Eigen::MatrixXd flows, const Eigen::VectorXd& output = {},
                                    const Eigen::VectorXd& expenditure = {},
                                    const std::vector<std::string>& names = {});

/// The baseline that estimated trade costs imply: the flows that structural gravity fits to output and expenditure.
/// `costs`: t_ij^(1-sigma) > 0 up to a common factor, for instance exp(x_ij'b) of a Poisson estimate; with exporter and
/// importer effects its fitted values are exactly these flows (Fally 2015).
/// InputError: as above, and output that does not add up to what the world spends (to 1e-6).
OneSectorBaseline fitted_baseline(const Eigen::MatrixXd& costs, const Eigen::VectorXd& output,
                                  const Eigen::VectorXd& expenditure, const std::vector<std::string>& names = {});

/// What becomes of E_j - Y_j in the full endowment equilibrium.
enum class Imbalances {
  ratios,   ///< phi_j = E_j / Y_j is kept, up to the common factor that lets the world spend what it earns
  levels,   ///< E_j - Y_j is kept as a share of world output
  removed,  ///< E_j = Y_j, in the baseline too, which is solved anew without them
};

/// The unit in which prices and values of a counterfactual are told. It moves no real quantity.
struct Numeraire {
  enum class Kind {
    world_output,       ///< the value of world output does not change
    inward_resistance,  ///< the price index of `economy` does not change (the handbook's choice)
    factory_price,      ///< the factory-gate price of `economy` does not change
  };
  Kind kind = Kind::world_output;
  Eigen::Index economy = 0;
};

struct OneSectorOptions {
  Imbalances imbalances = Imbalances::ratios;
  Numeraire numeraire;
};

/// One counterfactual equilibrium. Vectors have N entries and hold factors of change against the baseline.
struct OneSectorEquilibrium {
  Eigen::VectorXd factory_price;       ///< p_i (1 in the conditional equilibrium)
  Eigen::VectorXd inward_resistance;   ///< P_j, the consumer price index
  Eigen::VectorXd outward_resistance;  ///< Pi_i
  Eigen::VectorXd output;              ///< Y_i, nominal
  Eigen::VectorXd expenditure;         ///< E_j, nominal
  Eigen::VectorXd exports;             ///< international sales; 1 where there were none
  Eigen::VectorXd imports;             ///< international purchases; 1 where there were none
  Eigen::VectorXd domestic_trade;      ///< X_ii; 1 where there was none
  Eigen::VectorXd real_output;         ///< p_i / P_i
  /// Real expenditure E_i / P_i. With imbalances kept as ratios it is real output: the common factor is no gain.
  Eigen::VectorXd welfare;
  Eigen::MatrixXd flows;  ///< X_ij as levels; a flow of nothing stays nothing
};

/// In the conditional equilibrium the two resistances are known up to a factor that divides the one and multiplies the
/// other. The numeraire fixes it, with 1 / Pi_i in the place of the factory-gate price.
struct OneSectorCounterfactual {
  OneSectorBaseline baseline;  ///< as given, or solved without imbalances
  OneSectorEquilibrium conditional, full;
  SolverReport solver;  ///< over both; when not converged, the results are not an equilibrium
};

/// The counterfactual in changes (exact hat algebra, Dekle, Eaton and Kortum 2007).
/// `cost_change`: (t'_ij / t_ij)^(1-sigma) >= 0; 0 forbids the flow. `sigma` > 1, or 1 + the trade elasticity.
/// InputError: sizes differ, a negative or non-finite change, sigma of 1 or less, a change that leaves an economy
/// without a buyer or a seller.
/// Does not throw when there is no convergence: see SolverReport.
OneSectorCounterfactual counterfactual(const OneSectorBaseline& baseline, const Eigen::MatrixXd& cost_change,
                                       double sigma, const OneSectorOptions& options = {});

/// The same in levels, by multilateral resistances (Anderson, Larch and Yotov 2018, eqs. 1-5): an independent route to
/// the same numbers, slower.
OneSectorCounterfactual counterfactual_by_resistances(const OneSectorBaseline& baseline,
                                                      const Eigen::MatrixXd& cost_change, double sigma,
                                                      const OneSectorOptions& options = {});

}  // namespace tradewind::equilibrium
