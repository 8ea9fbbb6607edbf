// Yotov, Piermartini, Monteiro and Larch, An Advanced Guide to Trade Policy Analysis (UNCTAD and WTO, 2016), chapter 2,
// application 1: manufacturing trade of 69 economies in 2006 if international borders cost nothing; sigma = 7,
// Germany's price index as the unit. The figures are of the results that the handbook's own program writes
// (1_TradeWithoutBorder_FULL, behind its figures 6 and 7).
#include <gtest/gtest.h>

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "reference_data.hpp"
#include "tradewind/equilibrium/one_sector.hpp"

namespace tradewind::tests {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using equilibrium::counterfactual;
using equilibrium::Imbalances;
using equilibrium::Numeraire;

struct World2006 {
  std::vector<std::string> economies;
  MatrixXd flows, log_distance, contiguity, border;
  Index index(const std::string& economy) const { return std::ranges::find(economies, economy) - economies.begin(); }
};

World2006 world_2006(const std::filesystem::path& file) {
  const Database database = Database::in_memory();
  database.execute("CREATE TABLE trade AS SELECT * FROM read_csv(" + sql_literal(file.string()) +
                   ") WHERE year = 2006 ORDER BY importer, exporter");
  World2006 world;
  world.economies = words(database, "SELECT DISTINCT exporter FROM trade ORDER BY exporter");
  const auto n = static_cast<Index>(world.economies.size());
  const auto matrix = [&](const std::string& value) {
    const std::vector<double> cells =
        numbers(database, "SELECT (" + value + ")::DOUBLE FROM trade ORDER BY importer, exporter");
    return MatrixXd(Eigen::Map<const MatrixXd>(cells.data(), n, n));
  };
  world.flows = matrix("trade");
  world.log_distance = matrix("ln(dist)");
  world.contiguity = matrix("cntg");
  world.border = matrix("exporter <> importer");
  return world;
}

struct Gravity {
  double distance = 0, contiguity = 0, border = 0;
  MatrixXd costs(const World2006& world) const {  // t_ij^(1-sigma)
    return (distance * world.log_distance + contiguity * world.contiguity + border * world.border).array().exp();
  }
};

// Poisson pseudo-maximum likelihood with a dummy for every exporter and every importer but the last, by Newton's
// method: slow and plain, so that the model under test has no part in its own trade costs.
Gravity poisson(const World2006& world) {
  const Index n = world.flows.rows(), columns = 3 + n + n - 1;
  const auto row_of = [&](Index i, Index j) {
    VectorXd row = VectorXd::Zero(columns);
    row.head(3) << world.log_distance(i, j), world.contiguity(i, j), world.border(i, j);
    row(3 + i) = 1;
    if (j < n - 1) row(3 + n + j) = 1;
    return row;
  };
  MatrixXd fitted = (world.flows.array() + world.flows.mean()) / 2;
  VectorXd coefficients;
  for (int iteration = 0; iteration < 40; ++iteration) {
    MatrixXd cross = MatrixXd::Zero(columns, columns);
    VectorXd right = VectorXd::Zero(columns);
    for (Index i = 0; i < n; ++i)
      for (Index j = 0; j < n; ++j) {
        const VectorXd row = row_of(i, j);
        const double mu = fitted(i, j), working = std::log(mu) + (world.flows(i, j) - mu) / mu;
        cross.selfadjointView<Eigen::Lower>().rankUpdate(row, mu);
        right += mu * working * row;
      }
    const VectorXd before = coefficients;
    coefficients = cross.selfadjointView<Eigen::Lower>().ldlt().solve(right);
    for (Index i = 0; i < n; ++i)
      for (Index j = 0; j < n; ++j) fitted(i, j) = std::exp(row_of(i, j).dot(coefficients));
    if (iteration > 0 && (coefficients - before).lpNorm<Eigen::Infinity>() < 1e-11) break;
  }
  return {coefficients(0), coefficients(1), coefficients(2)};
}

class HandbookBorders : public testing::Test {
 protected:
  void SetUp() override {
    TRADEWIND_NEEDS_REFERENCE(file, "agtpa.csv.gz");
    world = world_2006(file);
    gravity = poisson(world);
    Gravity without_border = gravity;
    without_border.border = 0;
    const auto baseline = equilibrium::fitted_baseline(gravity.costs(world), world.flows.rowwise().sum(),
                                                       world.flows.colwise().sum(), world.economies);
    const MatrixXd change = without_border.costs(world).cwiseQuotient(gravity.costs(world));
    result = counterfactual(baseline, change, 7,
                            {Imbalances::ratios, {Numeraire::Kind::inward_resistance, world.index("DEU")}});
  }
  World2006 world;
  Gravity gravity;
  equilibrium::OneSectorCounterfactual result;
};

double percent(double factor) { return 100 * (factor - 1); }

TEST_F(HandbookBorders, CoefficientsAreTheHandbooks) {
  EXPECT_NEAR(gravity.distance, -0.7912879, 5e-7);
  EXPECT_NEAR(gravity.contiguity, 0.6736456, 5e-7);
  EXPECT_NEAR(gravity.border, -2.474450, 5e-7);
}

// Changes in percent: exports in the conditional and the full endowment equilibrium, factory-gate price, inward
// multilateral resistance (conditional, full), real output.
struct Row {
  const char* economy;
  double exports_conditional, exports_full, price, resistance_conditional, resistance_full, real_output;
};
constexpr Row published[] = {{"ARG", 65.52428, 117.9588, 32.276487, -11.462421, -11.227889, 49.00681},
                             {"BRA", 172.56105, 233.3611, 22.700121, -2.343630, -2.022473, 25.23292},
                             {"CHN", 175.49642, 238.4144, 23.316692, 7.543407, 7.837747, 14.35392},
                             {"DEU", 133.38860, 191.9823, 24.313246, 0.000000, 0.000000, 24.31325},
                             {"IDN", 108.11663, 169.3981, 29.854316, -6.218060, -6.102092, 38.29309},
                             {"JPN", 220.79780, 293.8448, 22.806223, 9.009405, 9.286283, 12.37112},
                             {"MMR", 28.54912, 80.4922, 40.526754, -14.402332, -14.288239, 63.95271},
                             {"MYS", 101.62447, 163.2042, 31.022934, -4.928769, -4.809646, 37.64308},
                             {"NPL", 6.94522, 53.6037, 43.591692, -16.828875, -16.716344, 72.41281},
                             {"PHL", 80.43673, 139.4416, 33.268438, -7.919152, -7.719132, 44.41611},
                             {"SGP", 230.01069, 304.6405, 20.624669, 10.729353, 11.024300, 8.64709},
                             {"THA", 139.50635, 203.4481, 26.977946, -1.293709, -1.190126, 28.50734},
                             {"USA", 359.98076, 438.3126, 11.140896, -0.210977, 0.442067, 10.65174}};

TEST_F(HandbookBorders, ConditionalEquilibriumIsTheHandbooks) {
  ASSERT_TRUE(result.solver.converged);
  for (const Row& row : published) {
    const Index i = world.index(row.economy);
    EXPECT_NEAR(percent(result.conditional.exports(i)), row.exports_conditional, 2e-5) << row.economy;
    EXPECT_NEAR(percent(result.conditional.inward_resistance(i)), row.resistance_conditional, 2e-5) << row.economy;
  }
}

// The handbook's program stops when no price moves by more than 0.01, and at a world that spends 0.4 percent less than
// it earns: its full endowment results are good to about that.
TEST_F(HandbookBorders, FullEndowmentEquilibriumIsTheHandbooksAsFarAsItIterates) {
  ASSERT_TRUE(result.solver.converged);
  for (const Row& row : published) {
    const Index i = world.index(row.economy);
    EXPECT_NEAR(result.full.exports(i) / (1 + row.exports_full / 100), 1, 0.006) << row.economy;
    EXPECT_NEAR(percent(result.full.factory_price(i)), row.price, 0.2) << row.economy;
    EXPECT_NEAR(percent(result.full.inward_resistance(i)), row.resistance_full, 0.25) << row.economy;
    EXPECT_NEAR(percent(result.full.real_output(i)), row.real_output, 0.15) << row.economy;
  }
}

}  // namespace
}  // namespace tradewind::tests
