#include "tradewind/estimation/separation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "tradewind/estimation/components.hpp"
#include "tradewind/estimation/estimators.hpp"
#include "tradewind/estimation/separating_directions.hpp"
#include "tradewind/world/counted.hpp"

namespace tradewind::estimation {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// A search that sets rows aside as it goes.
class SeparationSearch {
 public:
  explicit SeparationSearch(const Regression& regression) : left_(regression) {}

  const Regression& left() const { return left_; }
  Separation finish() {
    std::ranges::sort(found_.rows);
    return std::move(found_);
  }

  /// Levels whose responses are all zero: their effect goes to minus infinity.
  void empty_levels() {
    std::vector<std::vector<bool>> has_positive(left_.effects.size());
    tbb::parallel_for(std::size_t{0}, left_.effects.size(), [&](std::size_t e) {
      if (!left_.effects[e].intercept) return;
      has_positive[e].assign(left_.effects[e].levels, false);
      for (std::size_t i = 0; i < left_.observations(); ++i) {
        const std::uint32_t row = left_.row(i);
        if (left_.response[row] > 0) has_positive[e][left_.effects[e].level[row]] = true;
      }
    });
    for (std::size_t e = 0; e < left_.effects.size(); ++e) {
      const Effect& effect = left_.effects[e];
      if (!effect.intercept || std::ranges::find(has_positive[e], false) == has_positive[e].end()) continue;
      Separator reason{.kind = Separator::Kind::empty_level,
                       .words = {},
                       .rows = {},
                       .certificate = {},
                       .names = {effect.name},
                       .gamma = {nan}};
      std::vector<bool> empty(effect.levels, false);
      for (std::size_t i = 0; i < left_.observations(); ++i) {
        const std::uint32_t row = left_.row(i);
        if (has_positive[e][effect.level[row]]) continue;
        reason.rows.push_back(row);
        empty[effect.level[row]] = true;
      }
      if (reason.rows.empty()) continue;  // the level has no row at all
      const auto levels = static_cast<std::size_t>(std::ranges::count(empty, true));
      reason.words = fmt::format("{}: {} never {} a positive response", effect.name, counted(levels, "level"),
                                 levels == 1 ? "has" : "have");
      set_aside(std::move(reason));
    }
  }

  /// Regressors with one value wherever the response is positive, and on one side of it elsewhere. Rows that are set
  /// aside for one regressor may leave another one-sided.
  void one_sided_regressors() {
    for (bool again = true; again;) {
      again = false;
      for (std::size_t k = 0; k < left_.regressors.size(); ++k) again = one_sided(k) || again;
    }
  }

  /// Two effects alone: z = a_l + b_m vanishes where the response is positive, so that a_l = -b_m is one number c for
  /// all levels that positive responses connect. A zero between the groups g and h has z = c_g - c_h: it is separated
  /// unless a way along such zeros leads back from h to g. The strongly connected components tell.
  void split_levels() {
    for (std::size_t first = 0; first < left_.effects.size(); ++first)
      for (std::size_t second = first + 1; second < left_.effects.size(); ++second)
        if (left_.effects[first].intercept && left_.effects[second].intercept) split_levels(first, second);
  }

  void combinations() {
    SeparatingDirections directions = separating_directions(left_);
    found_.certain = directions.complete;
    for (SeparatingDirection& direction : directions.found) {
      Separator reason{
          .kind = Separator::Kind::combination, .words = {}, .rows = {}, .certificate = {}, .names = {}, .gamma = {}};
      std::vector<std::size_t> order(direction.rows.size());
      for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
      std::ranges::sort(order, {}, [&](std::size_t i) { return direction.rows[i]; });
      for (const std::size_t i : order) {
        reason.rows.push_back(direction.rows[i]);
        reason.certificate.push_back(direction.z[static_cast<Eigen::Index>(i)]);
      }
      describe(direction, reason);
      set_aside(std::move(reason));
    }
  }

 private:
  bool one_sided(std::size_t k) {
    const std::span<const double> x = left_.regressors[k];
    double low = infinity, high = -infinity, low_at_zero = infinity, high_at_zero = -infinity;
    for (std::size_t i = 0; i < left_.observations(); ++i) {
      const std::uint32_t row = left_.row(i);
      if (left_.response[row] > 0) {
        low = std::min(low, x[row]);
        high = std::max(high, x[row]);
        if (low < high) return false;
      } else {
        low_at_zero = std::min(low_at_zero, x[row]);
        high_at_zero = std::max(high_at_zero, x[row]);
      }
    }
    const double value = low;
    const bool below = low_at_zero<value, above = high_at_zero> value;
    if (!(low == high) || below == above) return false;
    if (value != 0 && !has_constant(k)) return false;  // x - value must be a combination of regressors and effects
    Separator reason{.kind = Separator::Kind::one_sided,
                     .words = {},
                     .rows = {},
                     .certificate = {},
                     .names = {left_.names[k]},
                     .gamma = {below ? 1.0 : -1.0}};
    const double size = below ? value - low_at_zero : high_at_zero - value;
    for (std::size_t i = 0; i < left_.observations(); ++i) {
      const std::uint32_t row = left_.row(i);
      if (x[row] == value) continue;
      reason.rows.push_back(row);
      reason.certificate.push_back(-std::abs(x[row] - value) / size);
    }
    reason.gamma[0] /= size;
    reason.words = fmt::format("{} is {} wherever the response is positive, and {} in {}", left_.names[k], value,
                               below ? (value == 0 ? "negative" : "less") : (value == 0 ? "positive" : "more"),
                               counted(reason.rows.size(), "other observation"));
    set_aside(std::move(reason));
    return true;
  }

  bool has_constant(std::size_t besides) const {
    if (std::ranges::any_of(left_.effects, &Effect::intercept)) return true;
    for (std::size_t k = 0; k < left_.regressors.size(); ++k) {
      const std::span<const double> x = left_.regressors[k];
      bool constant = k != besides && x[left_.row(0)] != 0;
      for (std::size_t i = 1; constant && i < left_.observations(); ++i) constant = x[left_.row(i)] == x[left_.row(0)];
      if (constant) return true;
    }
    return false;
  }

  void split_levels(std::size_t first, std::size_t second) {
    Regression positive = left_;
    positive.rows.clear();
    for (std::size_t i = 0; i < left_.observations(); ++i)
      if (left_.response[left_.row(i)] > 0) positive.rows.push_back(left_.row(i));
    const std::array<std::size_t, 2> pair = {first, second};
    const Components groups = components(positive, pair);
    if (groups.count < 2) return;
    const auto ends = [&](std::uint32_t row) {
      return std::pair(groups.of[0][left_.effects[first].level[row]], groups.of[1][left_.effects[second].level[row]]);
    };
    std::vector<std::vector<std::uint32_t>> leads_to(groups.count);
    for (std::size_t i = 0; i < left_.observations(); ++i) {
      const auto [from, to] = ends(left_.row(i));
      if (from != to) leads_to[from].push_back(to);
    }
    const std::vector<std::uint32_t> place = strongly_connected(leads_to);
    Separator reason{.kind = Separator::Kind::split_levels,
                     .words = {},
                     .rows = {},
                     .certificate = {},
                     .names = {left_.effects[first].name, left_.effects[second].name},
                     .gamma = {nan, nan}};
    double size = 0;
    for (std::size_t i = 0; i < left_.observations(); ++i) {
      const auto [from, to] = ends(left_.row(i));
      if (place[from] == place[to]) continue;
      reason.rows.push_back(left_.row(i));
      reason.certificate.push_back(static_cast<double>(place[to]) - static_cast<double>(place[from]));
      size = std::max(size, -reason.certificate.back());
    }
    if (reason.rows.empty()) return;
    for (double& z : reason.certificate) z /= size;
    reason.words =
        fmt::format("{} and {}: positive responses tie their levels into {}, between which {} {} one way only",
                    left_.effects[first].name, left_.effects[second].name, counted(groups.count, "group"),
                    counted(reason.rows.size(), "zero"), reason.rows.size() == 1 ? "leads" : "lead");
    set_aside(std::move(reason));
  }

  /// "x1 - 2 x2 + effects of id1 is negative in 3 observations, where the response is zero, and zero in all others".
  void describe(const SeparatingDirection& direction, Separator& reason) const {
    std::string sum;
    const double largest = direction.gamma.size() == 0 ? 0 : direction.gamma.cwiseAbs().maxCoeff();
    for (Eigen::Index k = 0; k < direction.gamma.size(); ++k) {
      const double share = direction.gamma[k] / (largest > 0 ? largest : 1);
      if (share == 0) continue;
      const std::string& name = left_.names[static_cast<std::size_t>(k)];
      reason.names.push_back(name);
      reason.gamma.push_back(direction.gamma[k]);
      const std::string number = std::abs(std::abs(share) - 1) < 1e-6 ? "" : fmt::format("{:.4g} ", std::abs(share));
      sum += fmt::format("{}{}{}", sum.empty() ? (share < 0 ? "-" : "") : (share < 0 ? " - " : " + "), number, name);
    }
    std::vector<std::string> effects;
    for (const std::size_t e : direction.effects) {
      effects.push_back(left_.effects[e].name);
      reason.names.push_back(left_.effects[e].name);
      reason.gamma.push_back(nan);
    }
    if (!effects.empty())
      sum += fmt::format("{}effects of {}", sum.empty() ? "a sum of " : " + ", fmt::join(effects, ", "));
    reason.words = fmt::format("{} is negative in {}, where the response is zero, and zero in all others", sum,
                               counted(reason.rows.size(), "observation"));
  }

  void set_aside(Separator reason) {
    left_.rows = rows_without(left_, reason.rows);
    found_.rows.insert(found_.rows.end(), reason.rows.begin(), reason.rows.end());
    found_.reasons.push_back(std::move(reason));
  }

  /// A number for every node, equal within a strongly connected component, and falling along every edge between two of
  /// them (Tarjan 1972, with a stack of its own).
  static std::vector<std::uint32_t> strongly_connected(const std::vector<std::vector<std::uint32_t>>& leads_to) {
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    const auto size = static_cast<std::uint32_t>(leads_to.size());
    std::vector<std::uint32_t> index(size, unseen), low(size, 0), component(size, unseen), open;
    std::vector<std::pair<std::uint32_t, std::size_t>> path;  // node, edges followed
    std::uint32_t next = 0, components = 0;
    for (std::uint32_t root = 0; root < size; ++root) {
      if (index[root] != unseen) continue;
      path.emplace_back(root, 0);
      while (!path.empty()) {
        const std::uint32_t node = path.back().first;
        if (path.back().second == 0) {
          index[node] = low[node] = next++;
          open.push_back(node);
        }
        if (path.back().second < leads_to[node].size()) {
          const std::uint32_t to = leads_to[node][path.back().second++];
          if (index[to] == unseen)
            path.emplace_back(to, 0);
          else if (component[to] == unseen)
            low[node] = std::min(low[node], index[to]);
          continue;
        }
        path.pop_back();
        if (!path.empty()) low[path.back().first] = std::min(low[path.back().first], low[node]);
        if (low[node] != index[node]) continue;
        std::uint32_t member = unseen;
        while (member != node) {
          member = open.back();
          open.pop_back();
          component[member] = components;
        }
        ++components;
      }
    }
    return component;
  }

  Regression left_;
  Separation found_;
};

bool has_zero_and_positive(const Regression& regression) {
  bool zero = false, positive = false;
  for (std::size_t i = 0; i < regression.observations() && !(zero && positive); ++i) {
    zero = zero || regression.response[regression.row(i)] == 0;
    positive = positive || regression.response[regression.row(i)] > 0;
  }
  return zero && positive;
}

void add(Separation more, Separation& separation) {
  for (Separator& reason : more.reasons) separation.reasons.push_back(std::move(reason));
  separation.rows.insert(separation.rows.end(), more.rows.begin(), more.rows.end());
  std::ranges::sort(separation.rows);
  separation.certain = separation.certain && more.certain;
}

}  // namespace

Separation obvious_separation(const Regression& regression, Levels levels) {
  if (!has_zero_and_positive(regression)) return {};
  SeparationSearch search(regression);
  if (levels == Levels::any) search.empty_levels();
  search.one_sided_regressors();
  return search.finish();
}

Separation find_separation(const Regression& regression) {
  if (!has_zero_and_positive(regression)) return {};
  SeparationSearch search(regression);
  search.empty_levels();
  search.one_sided_regressors();
  search.split_levels();
  search.combinations();
  return search.finish();
}

bool separation_excluded(const Solution& solution) {
  // A step of -1 may be shared by several effects. After many of them the observation's weight is lost in rounding, and
  // with it the step.
  constexpr double small_step = 0.05;
  constexpr int few_steps = 15;
  return solution.converged && solution.last_step < small_step && solution.iterations <= few_steps;
}

// Many more iterations than a finite estimate needs: then the search comes first.
constexpr int iterations_before_search = 25;

PoissonFit poisson_without_separated(const Regression& regression, const SolverOptions& options, Levels levels) {
  PoissonFit fit{.regression = regression, .separation = obvious_separation(regression, levels), .solution = {}};
  const auto solve_without = [&](const Separation& separation, int most_iterations) {
    if (!separation.rows.empty()) fit.regression.rows = rows_without(fit.regression, separation.rows);
    SolverOptions own = options;
    own.most_iterations = std::min(options.most_iterations, most_iterations);
    fit.solution = poisson(fit.regression, own);
  };
  solve_without(fit.separation,
                has_zero_and_positive(fit.regression) ? iterations_before_search : options.most_iterations);
  if (separation_excluded(fit.solution)) return fit;
  Separation hidden = find_separation(fit.regression);
  if (!hidden.rows.empty() || !fit.solution.converged) solve_without(hidden, options.most_iterations);
  add(std::move(hidden), fit.separation);
  return fit;
}

std::vector<std::uint32_t> rows_without(const Regression& regression, std::span<const std::uint32_t> separated) {
  std::vector<std::uint32_t> rows;
  rows.reserve(regression.observations() - separated.size());
  auto next = separated.begin();
  for (std::size_t i = 0; i < regression.observations(); ++i) {
    const std::uint32_t row = regression.row(i);
    while (next != separated.end() && *next < row) ++next;
    if (next == separated.end() || *next != row) rows.push_back(row);
  }
  return rows;
}

}  // namespace tradewind::estimation
