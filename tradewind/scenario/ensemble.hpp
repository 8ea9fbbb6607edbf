/// A scenario for many draws of its numbers: medians and intervals for every result, whoever computes how much of it.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/equilibrium/ensemble.hpp"
#include "tradewind/scenario/draw_log.hpp"
#include "tradewind/scenario/simulation.hpp"

namespace tradewind::scenario {

/// How many draws, from where, and how they are told.
struct EnsembleSettings {
  std::uint64_t draws = 0, seed = 1;
  double coverage = 0.95;
  bool pairs = false;  ///< intervals of every pair of economies too: some hundred times as many numbers
};

/// Which numbers are drawn, and how: sizes with a distribution and the coefficients of a saved estimate from its
/// covariance; all others stay as they are.
class NumberDraws {
 public:
  /// InputError as Distribution and EstimateDraws say.
  NumberDraws(const Scenario& scenario, const Plan& plan, const estimation::Model* model);
  /// The numbers of a draw: a function of (seed, draw) alone.
  Numbers operator()(std::uint64_t seed, std::uint64_t draw) const;
  /// Names of what is drawn.
  std::vector<std::string> names() const;
  void describe(FingerprintOf& fingerprint) const;

 private:
  Numbers fixed_;
  std::vector<std::pair<std::size_t, Drawn>> sizes_;  ///< by name
  std::optional<equilibrium::EstimateDraws> estimate_;
  std::size_t first_coefficient_ = 0;
  std::vector<double> covariance_;
};

/// Where draws are kept while they are computed.
struct DrawFile {
  std::filesystem::path file;  ///< empty: nowhere
  DrawLog::Others others = DrawLog::Others::refuse;
  bool keep = true;  ///< when all are there; else the file is taken away
};

template <class Outcome>
struct EnsembleTold {
  Outcome median, low, high;
  std::uint64_t draws = 0, failed = 0;  ///< asked for, and left out because no equilibrium was found
  std::uint64_t resumed = 0;            ///< of them taken from the file of an earlier run
  EnsembleSettings settings;
  std::vector<std::string> drawn;
};

/// Done and asked for, now and then.
using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

/// Computes the draws on all threads of all ranks; every rank calls it, and rank 0 has the result (at the others it is
/// empty). The same bits for any number of threads, ranks and interruptions.
/// `central`: the outcome at the numbers that are not drawn, as solve() gives it.
EnsembleTold<OneSectorOutcome> run_ensemble(const OneSectorProblem& problem, const OneSectorOutcome& central,
                                            const NumberDraws& draws, const EnsembleSettings& settings,
                                            const DrawFile& file, const Progress& progress);
EnsembleTold<MultiSectorOutcome> run_ensemble(const MultiSectorProblem& problem, const MultiSectorOutcome& central,
                                              const NumberDraws& draws, const EnsembleSettings& settings,
                                              const DrawFile& file, const Progress& progress);

}  // namespace tradewind::scenario
