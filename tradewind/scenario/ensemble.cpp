#include "tradewind/scenario/ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>

#include "tradewind/ranks/ranks.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {
namespace {

using Eigen::Index;
using equilibrium::DrawMatrix;

// Draws of a rank between two messages: few enough that a killed run loses little, enough for all threads.
constexpr std::uint64_t draws_at_once = 64;

template <class Outcome>
std::vector<double> flattened(const Outcome& outcome, bool pairs) {
  std::vector<double> row;
  each_array(outcome, pairs,
             [&](const auto& array) { row.insert(row.end(), array.data(), array.data() + array.size()); });
  return row;
}

// An outcome of the shape of another one, from a row of numbers. What is nothing there (pairs without trade) stays so.
template <class Outcome>
Outcome shaped(const Outcome& shape, const Eigen::VectorXd& row, bool pairs) {
  Outcome outcome = shape;
  Index at = 0;
  each_array(outcome, pairs, [&](auto& array) {
    for (Index i = 0; i < array.size(); ++i, ++at)
      if (!std::isnan(array.data()[i])) array.data()[i] = row(at);
  });
  return outcome;
}

template <class Problem>
void describe(FingerprintOf& fingerprint, const Problem& problem) {
  for (const auto* changes : {&problem.plan.base, &problem.plan.changes})
    for (const PlannedChange& change : *changes) {
      fingerprint << change.said.label << static_cast<std::uint64_t>(change.said.effect.index());
      for (const auto& [i, j] : change.pairs)
        fingerprint << static_cast<std::uint64_t>(i) << static_cast<std::uint64_t>(j);
      for (const std::size_t sector : change.sectors) fingerprint << static_cast<std::uint64_t>(sector);
      fingerprint << share_in_force(change.said, problem.day);
    }
  for (const std::string& name : problem.plan.numbers.names) fingerprint << name;
  fingerprint << std::span<const double>(problem.plan.numbers.values);
}

// The draws of all ranks, at rank 0; the others have none.
DrawMatrix all_draws(const EnsembleSettings& settings, std::size_t numbers,
                     const std::function<void(std::uint64_t, std::span<double>)>& compute, DrawLog* log,
                     const Progress& progress, std::uint64_t& resumed) {
  const bool first = ranks::rank() == 0;
  const auto count = static_cast<std::uint64_t>(ranks::size());
  resumed = std::stoull(
      ranks::broadcast(fmt::format("{}", log != nullptr ? std::min(log->count(), settings.draws) : std::uint64_t{0})));
  DrawMatrix draws;
  if (first) {
    draws.resize(static_cast<Index>(settings.draws), static_cast<Index>(numbers));
    if (log != nullptr) log->read(draws, resumed);
  }
  for (std::uint64_t done = resumed; done < settings.draws;) {
    const std::uint64_t left = settings.draws - done;
    const std::uint64_t each = std::min(draws_at_once, (left + count - 1) / count);
    const std::uint64_t begin = std::min(left, each * static_cast<std::uint64_t>(ranks::rank()));
    DrawMatrix mine;
    ranks::together([&] {
      mine = equilibrium::run_draws({done + begin, std::min(each, left - begin)}, numbers, compute);
    });
    const auto bytes = static_cast<std::size_t>(mine.size()) * sizeof(double);
    const auto pieces = ranks::gather({reinterpret_cast<const char*>(mine.data()), bytes});
    // A disk that is full at rank 0 is everybody's end.
    ranks::together([&] {
      std::uint64_t row = done;
      for (const std::string& piece : pieces) {
        const std::uint64_t rows = piece.size() / sizeof(double) / numbers;
        if (rows > 0) std::memcpy(draws.row(static_cast<Index>(row)).data(), piece.data(), piece.size());
        for (std::uint64_t k = 0; k < rows; ++k, ++row)
          if (log != nullptr) log->append({draws.row(static_cast<Index>(row)).data(), numbers});
      }
    });
    done = std::min(settings.draws, done + each * count);
    if (first && progress) progress(done, settings.draws);
  }
  return draws;
}

template <class Outcome, class Problem>
EnsembleTold<Outcome> run(const Problem& problem, const Outcome& central, const NumberDraws& draws,
                          const EnsembleSettings& settings, const DrawFile& file, const Progress& progress) {
  const std::vector<double> shape = flattened(central, settings.pairs);
  FingerprintOf fingerprint;
  fingerprint << settings.seed << std::span<const double>(shape);
  describe(fingerprint, problem);
  draws.describe(fingerprint);

  std::unique_ptr<DrawLog> log;
  ranks::together([&] {
    if (ranks::rank() == 0 && !file.file.empty())
      log = std::make_unique<DrawLog>(file.file, fingerprint.taken(), shape.size(), file.others);
  });
  const auto compute = [&](std::uint64_t draw, std::span<double> row) {
    Simulated<Outcome> solved;
    try {
      solved = solve(problem, draws(settings.seed, draw));
    } catch (const InputError& error) {
      throw InputError(error.where(), fmt::format("{} (in draw {})", error.found(), draw), error.expected(),
                       "Narrow its distribution in [ensemble].");
    }
    if (!solved.solver.converged) {
      std::ranges::fill(row, std::numeric_limits<double>::quiet_NaN());
      return;
    }
    const std::vector<double> numbers = flattened(solved.outcome, settings.pairs);
    // What is nothing in the central outcome is nothing here; a NaN would count as a draw without an equilibrium.
    std::ranges::transform(numbers, row.begin(), [](double number) { return std::isnan(number) ? 0 : number; });
  };
  EnsembleTold<Outcome> told;
  const DrawMatrix outcomes = all_draws(settings, shape.size(), compute, log.get(), progress, told.resumed);
  if (ranks::rank() != 0) return told;
  const equilibrium::Summary summary = equilibrium::summarise(outcomes, settings.coverage);
  told.median = shaped(central, summary.median, settings.pairs);
  told.low = shaped(central, summary.low, settings.pairs);
  told.high = shaped(central, summary.high, settings.pairs);
  told.draws = settings.draws;
  told.failed = summary.failed;
  told.settings = settings;
  told.drawn = draws.names();
  if (log && !file.keep) log->remove();
  return told;
}

}  // namespace

NumberDraws::NumberDraws(const Scenario& scenario, const Plan& plan, const estimation::Model* model)
    : fixed_(plan.numbers) {
  // In the order of their names, so that the order of the file does not change a draw.
  for (const auto& [name, drawn] : scenario.ensemble.sizes) {
    equilibrium::check(drawn.distribution, to_string(drawn.place));
    const auto place = std::ranges::find(fixed_.names, name) - fixed_.names.begin();
    sizes_.emplace_back(static_cast<std::size_t>(place), drawn);
  }
  if (model == nullptr || model->coefficients.empty()) return;
  first_coefficient_ = fixed_.names.size() - model->coefficients.size();
  const auto count = static_cast<Index>(model->coefficients.size());
  estimate_.emplace(Eigen::Map<const Eigen::VectorXd>(&fixed_.values[first_coefficient_], count),
                    model->covariance.matrix);
  covariance_.assign(model->covariance.matrix.data(),
                     model->covariance.matrix.data() + model->covariance.matrix.size());
}

Numbers NumberDraws::operator()(std::uint64_t seed, std::uint64_t draw) const {
  Numbers numbers = fixed_;
  equilibrium::DrawGenerator generator(seed, draw);
  for (const auto& [place, drawn] : sizes_) numbers.values[place] = equilibrium::draw(drawn.distribution, generator);
  if (estimate_) {
    const Eigen::VectorXd coefficients = estimate_->draw(generator);
    std::ranges::copy(coefficients, numbers.values.begin() + static_cast<std::ptrdiff_t>(first_coefficient_));
  }
  return numbers;
}

std::vector<std::string> NumberDraws::names() const {
  std::vector<std::string> names;
  for (const auto& [place, drawn] : sizes_) names.push_back(fixed_.names[place]);
  if (estimate_)
    names.insert(names.end(), fixed_.names.begin() + static_cast<std::ptrdiff_t>(first_coefficient_),
                 fixed_.names.end());
  return names;
}

void NumberDraws::describe(FingerprintOf& fingerprint) const {
  for (const auto& [place, drawn] : sizes_) {
    const auto& told = drawn.distribution;
    fingerprint << fixed_.names[place] << static_cast<std::uint64_t>(told.kind) << told.a << told.b << told.c
                << told.above;
  }
  fingerprint << std::span<const double>(covariance_);
}

EnsembleTold<OneSectorOutcome> run_ensemble(const OneSectorProblem& problem, const OneSectorOutcome& central,
                                            const NumberDraws& draws, const EnsembleSettings& settings,
                                            const DrawFile& file, const Progress& progress) {
  return run(problem, central, draws, settings, file, progress);
}

EnsembleTold<MultiSectorOutcome> run_ensemble(const MultiSectorProblem& problem, const MultiSectorOutcome& central,
                                              const NumberDraws& draws, const EnsembleSettings& settings,
                                              const DrawFile& file, const Progress& progress) {
  return run(problem, central, draws, settings, file, progress);
}

}  // namespace tradewind::scenario
