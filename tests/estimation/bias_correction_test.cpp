// Weidner and Zylkin's corrections: the formulas written out with all their tensors, and published numbers.
#include "tradewind/estimation/bias_correction.hpp"

#include <gtest/gtest.h>

#include "data_set.hpp"
#include "dense_fit.hpp"
#include "tradewind/estimation/estimators.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

using namespace estimation;
using Eigen::Index;

struct Trade {
  DataSet data;
  std::vector<std::uint32_t> exporter, importer, time;
  std::uint32_t exporters = 5, importers = 4, times = 3;
  bool pairs = true;

  /// Some cells are missing; no exporter-time, importer-time or pair is without trade.
  Trade(std::uint64_t seed, bool pair_effects, double missing) : pairs(pair_effects) {
    Draw draw(seed);
    std::vector<double> trade(20);
    data.regressors.resize(2);
    for (std::uint32_t i = 0; i < exporters; ++i)
      for (std::uint32_t j = 0; j < importers; ++j)
        for (std::uint32_t t = 0; t < times; ++t) {
          if (draw.chance(missing)) continue;
          exporter.push_back(i);
          importer.push_back(j);
          time.push_back(t);
          for (std::vector<double>& x : data.regressors) x.push_back(draw.normal());
          data.response.push_back(0.1 + draw.poisson(3 * std::exp(0.3 * data.regressors[0].back())));
        }
    data.effects.resize(pair_effects ? 3 : 2);
    for (std::size_t row = 0; row < exporter.size(); ++row) {
      data.effects[0].level.push_back(exporter[row] * times + time[row]);
      data.effects[1].level.push_back(importer[row] * times + time[row]);
      if (pair_effects) data.effects[2].level.push_back(exporter[row] * importers + importer[row]);
    }
    data.effects[0].levels = exporters * times;
    data.effects[1].levels = importers * times;
    if (pair_effects) data.effects[2].levels = exporters * importers;
  }
  GravityPanel panel() const { return {exporter, importer, time, exporters, importers, times, pairs}; }
};

/// Everything over all periods of all pairs, missing cells zero.
struct Written {
  Index times;
  std::vector<VectorXd> lambda, score;  // a pair each
  std::vector<MatrixXd> x, h;
  std::vector<bool> there;

  Written(const Trade& trade, const Solution& solution) : times(trade.times) {
    const std::size_t pairs = std::size_t{trade.exporters} * trade.importers;
    const Index k = solution.partialled.cols();
    lambda.assign(pairs, VectorXd::Zero(times));
    score = lambda;
    x.assign(pairs, MatrixXd::Zero(times, k));
    there.assign(pairs, false);
    for (std::size_t p = 0; p < solution.observations(); ++p) {
      const std::size_t row = solution.row(p);
      const std::size_t pair = trade.exporter[row] * trade.importers + trade.importer[row];
      lambda[pair][trade.time[row]] = solution.fitted(p);
      score[pair][trade.time[row]] = solution.residual(p);
      x[pair].row(trade.time[row]) = solution.partialled.row(static_cast<Index>(p));
      there[pair] = true;
    }
    for (std::size_t p = 0; p < pairs; ++p) {
      h.emplace_back(lambda[p].asDiagonal());
      if (trade.pairs && there[p]) h[p] -= lambda[p] * lambda[p].transpose() / lambda[p].sum();
    }
  }

  /// G contracted with regressor k: the third derivatives of the profiled log-likelihood, all T^3 of them.
  MatrixXd g_times_x(std::size_t pair, Index k) const {
    const double total = lambda[pair].sum();
    const VectorXd theta = lambda[pair] / total;
    MatrixXd result = MatrixXd::Zero(times, times);
    const auto same = [](Index a, Index b) { return a == b ? 1.0 : 0.0; };
    for (Index t = 0; t < times; ++t)
      for (Index s = 0; s < times; ++s)
        for (Index r = 0; r < times; ++r) {
          const double cumulant = theta[t] * same(t, s) * same(s, r) - theta[t] * theta[r] * same(t, s) -
                                  theta[t] * theta[s] * same(s, r) - theta[t] * theta[s] * same(t, r) +
                                  2 * theta[t] * theta[s] * theta[r];
          result(t, s) -= total * cumulant * x[pair](r, k);
        }
    return result;
  }
};

TEST(BiasCorrection, ThreeWayBiasIsTheFormulaWithAllItsTensors) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const Trade trade(seed, true, seed % 2 == 0 ? 0.1 : 0.0);
    const Solution solution = dense_poisson(trade.data.regression());
    const Written all(trade, solution);
    VectorXd sum = VectorXd::Zero(2);
    for (const bool by_exporter : {true, false}) {
      const std::uint32_t own = by_exporter ? trade.exporters : trade.importers;
      for (std::uint32_t i = 0; i < own; ++i)
        for (Index k = 0; k < 2; ++k) {
          MatrixXd h = MatrixXd::Zero(3, 3), hxs = h, gx = h, ss = h;
          for (std::size_t p = 0; p < all.h.size(); ++p) {
            if (!all.there[p] || (by_exporter ? p / trade.importers : p % trade.importers) != i) continue;
            h += all.h[p];
            hxs += all.h[p] * all.x[p].col(k) * all.score[p].transpose();
            gx += all.g_times_x(p, k);
            ss += all.score[p] * all.score[p].transpose();
          }
          const double b = -(pinv(h) * hxs).trace() + 0.5 * (gx * pinv(h) * ss * pinv(h)).trace();
          sum[k] += b * own / (own - 1.0);
        }
    }
    const VectorXd expected = solution.information.inverse() * sum;
    const BiasCorrection found = gravity_bias_correction(trade.data.regression(), solution, trade.panel());
    EXPECT_TRUE(found.bias.isApprox(expected, 1e-8)) << found.bias << "\n" << expected;
    EXPECT_TRUE(found.corrected.isApprox(solution.coefficients - expected, 1e-10));
  }
}

TEST(BiasCorrection, CovarianceIsTheFormulaWithTheWholeInformationOfTheEffects) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    const Trade trade(seed, seed % 2 == 0, 0.1);
    const Solution solution = dense_poisson(trade.data.regression());
    const Written all(trade, solution);
    const Index it = Index{trade.exporters} * 3, jt = Index{trade.importers} * 3;
    const auto selector = [&](std::size_t p) {
      MatrixXd d = MatrixXd::Zero(3, it + jt);
      for (Index t = 0; t < 3; ++t) {
        d(t, static_cast<Index>(p / trade.importers) * 3 + t) = 1;
        d(t, it + static_cast<Index>(p % trade.importers) * 3 + t) = 1;
      }
      return d;
    };
    MatrixXd information = MatrixXd::Zero(it + jt, it + jt), omega = MatrixXd::Zero(2, 2);
    for (std::size_t p = 0; p < all.h.size(); ++p) information += selector(p).transpose() * all.h[p] * selector(p);
    const MatrixXd inverse = pinv(information), bread = solution.information.inverse();
    double pairs = 0;
    for (std::size_t p = 0; p < all.h.size(); ++p) {
      if (!all.there[p]) continue;
      ++pairs;
      const MatrixXd a =
          all.h[p] * (all.x[p] * bread * all.x[p].transpose() + selector(p) * inverse * selector(p).transpose());
      omega += all.x[p].transpose() * pinv(MatrixXd::Identity(3, 3) - a) * all.score[p] * all.score[p].transpose() *
               all.x[p];
    }
    const MatrixXd v = pairs / (pairs - 1) * bread * omega * bread;
    const BiasCorrection found = gravity_bias_correction(trade.data.regression(), solution, trade.panel());
    EXPECT_TRUE(found.covariance.isApprox((v + v.transpose()) / 2, 1e-7)) << found.covariance << "\n" << v;
  }
}

TEST(BiasCorrection, TwoWayCoefficientsHaveNone) {
  const Trade trade(1, false, 0);
  const Solution solution = poisson(trade.data.regression());
  const BiasCorrection found = gravity_bias_correction(trade.data.regression(), solution, trade.panel());
  EXPECT_EQ(found.bias, VectorXd::Zero(2));
  EXPECT_EQ(found.notes.size(), 1U);
}

TEST(BiasCorrection, DoesNotDependOnWhichSideIsCalledExporter) {
  const Trade trade(7, true, 0.1);
  const Solution solution = poisson(trade.data.regression());
  GravityPanel turned = trade.panel();
  std::swap(turned.exporter, turned.importer);
  std::swap(turned.exporters, turned.importers);
  const BiasCorrection found = gravity_bias_correction(trade.data.regression(), solution, trade.panel());
  const BiasCorrection other = gravity_bias_correction(trade.data.regression(), solution, turned);
  EXPECT_TRUE(found.bias.isApprox(other.bias, 1e-10));
  EXPECT_TRUE(found.covariance.isApprox(other.covariance, 1e-9));
}

TEST(BiasCorrection, TwoRowsOfOneCellAreRefused) {
  Trade trade(1, true, 0);
  trade.time[1] = trade.time[0];
  const Solution solution = poisson(trade.data.regression());
  EXPECT_THROW(gravity_bias_correction(trade.data.regression(), solution, trade.panel()), InputError);
}

TEST(BiasCorrection, ThreeWayCorrectionOfATwoWayModelIsRefused) {
  const Trade trade(1, false, 0);
  GravityPanel panel = trade.panel();
  panel.pair_effects = true;
  const Solution solution = poisson(trade.data.regression());
  EXPECT_THROW(gravity_bias_correction(trade.data.regression(), solution, panel), InputError);
}

}  // namespace
}  // namespace tradewind::tests
