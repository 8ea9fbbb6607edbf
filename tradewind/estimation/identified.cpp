#include "tradewind/estimation/identified.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "tradewind/estimation/components.hpp"
#include "tradewind/estimation/fixed_effects.hpp"

namespace tradewind::estimation {
namespace {

using Eigen::Index, Eigen::MatrixXd, Eigen::VectorXd;

/// Coefficients of all effects in one row: (effect, level, column) -> place.
class Places {
 public:
  explicit Places(const Regression& regression) {
    for (const Effect& effect : regression.effects) {
      start_.push_back(size_);
      columns_.push_back(static_cast<std::uint32_t>(effect.slopes.size()) + (effect.intercept ? 1 : 0));
      size_ += effect.levels * columns_.back();
    }
  }
  std::uint32_t size() const { return size_; }
  std::uint32_t place(std::size_t effect, std::uint32_t level, std::uint32_t column) const {
    return start_[effect] + level * columns_[effect] + column;
  }
  VectorXd flat(const std::vector<MatrixXd>& coefficients) const {
    VectorXd all(size_);
    for (std::size_t e = 0; e < start_.size(); ++e)
      for (std::uint32_t level = 0; level < coefficients[e].rows(); ++level)
        for (std::uint32_t c = 0; c < columns_[e]; ++c) all[place(e, level, c)] = coefficients[e](level, c);
    return all;
  }
  MatrixXd effect(const VectorXd& all, std::size_t e) const {
    const std::uint32_t end = e + 1 < start_.size() ? start_[e + 1] : size_;
    return all.segment(start_[e], end - start_[e])
        .reshaped<Eigen::RowMajor>(columns_[e] == 0 ? 0 : (end - start_[e]) / columns_[e], columns_[e]);
  }

 private:
  std::vector<std::uint32_t> start_, columns_;
  std::uint32_t size_ = 0;
};

/// Moves that change no fitted value, each with a pivot: the coefficient that it sets to zero. A move is zero at the
/// pivots of those before it.
class Moves {
 public:
  using Move = std::map<std::uint32_t, double>;

  /// False when it follows from the moves before it. Entries below `rounding` are zero. The pivot is the first entry of
  /// those from `prefer` on, or the last of all.
  bool add(Move move, std::uint32_t prefer, double rounding) {
    std::set<std::size_t> pending;
    for (const auto& [place, value] : move) note_pivot(place, pending);
    while (!pending.empty()) {
      const std::size_t next = *pending.begin();
      pending.erase(pending.begin());
      const auto at = move.find(pivots_[next]);
      if (at == move.end()) continue;
      const double share = at->second;
      move.erase(at);
      for (const auto& [place, value] : moves_[next]) {
        if (place == pivots_[next]) continue;
        double& entry = move[place];
        entry -= share * value;
        if (std::abs(entry) <= rounding)
          move.erase(place);
        else
          note_pivot(place, pending, next);
      }
    }
    std::erase_if(move, [&](const auto& entry) { return std::abs(entry.second) <= rounding; });
    if (move.empty()) return false;
    auto pivot = move.lower_bound(prefer);
    if (pivot == move.end()) pivot = std::prev(move.end());
    const double unit = pivot->second;
    pivots_.push_back(pivot->first);
    pivot_of_[pivot->first] = moves_.size();
    Entries& own = moves_.emplace_back();
    for (const auto& [place, value] : move) own.emplace_back(place, value / unit);
    return true;
  }

  /// Takes all moves out of coefficients: their pivots become zero.
  void normalise(VectorXd& coefficients) const {
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      const double share = coefficients[pivots_[m]];
      for (const auto& [place, value] : moves_[m]) coefficients[place] -= share * value;
      coefficients[pivots_[m]] = 0;
    }
  }

  const std::vector<std::uint32_t>& pivots() const { return pivots_; }

 private:
  using Entries = std::vector<std::pair<std::uint32_t, double>>;

  void note_pivot(std::uint32_t place, std::set<std::size_t>& pending, std::size_t after = 0) const {
    const auto at = pivot_of_.find(place);
    if (at != pivot_of_.end() && at->second >= after) pending.insert(at->second);
  }

  std::vector<Entries> moves_;
  std::vector<std::uint32_t> pivots_;
  std::map<std::uint32_t, std::size_t> pivot_of_;
};

/// A constant from the levels of one effect to those of another that rows connect them with.
void shifts_between_effects(const Regression& regression, const Places& places, Moves& moves) {
  for (std::size_t later = 1; later < regression.effects.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!regression.effects[earlier].intercept || !regression.effects[later].intercept) continue;
      const std::array<std::size_t, 2> pair = {earlier, later};
      const Components groups = components(regression, pair);
      std::vector<Moves::Move> shifts(groups.count);
      for (const std::size_t side : {std::size_t{0}, std::size_t{1}})
        for (std::uint32_t level = 0; level < groups.of[side].size(); ++level)
          if (groups.of[side][level] != Components::none)
            shifts[groups.of[side][level]][places.place(pair[side], level, 0)] = side == 0 ? 1 : -1;
      for (Moves::Move& shift : shifts) moves.add(std::move(shift), places.place(later, 0, 0), 1e-12);
    }
}

/// A slope whose variable is one value throughout a level says what the level's intercept says; where that value is
/// zero it says nothing.
void slopes_without_variation(const Regression& regression, const Places& places, Moves& moves) {
  for (std::size_t e = 0; e < regression.effects.size(); ++e) {
    const Effect& effect = regression.effects[e];
    for (std::uint32_t s = 0; s < effect.slopes.size(); ++s) {
      std::vector<double> value(effect.levels, std::nan(""));
      std::vector<bool> varies(effect.levels, false);
      for (std::size_t i = 0; i < regression.observations(); ++i) {
        const std::uint32_t row = regression.row(i), level = effect.level[row];
        if (std::isnan(value[level])) value[level] = effect.intercept ? effect.slopes[s][row] : 0.0;
        if (effect.slopes[s][row] != value[level]) varies[level] = true;
      }
      const std::uint32_t column = s + (effect.intercept ? 1 : 0);
      for (std::uint32_t level = 0; level < effect.levels; ++level) {
        if (std::isnan(value[level]) || varies[level]) continue;
        Moves::Move move = {{places.place(e, level, column), 1.0}};
        if (effect.intercept && value[level] != 0) move[places.place(e, level, 0)] = -value[level];
        moves.add(std::move(move), places.place(e, level, column), 1e-12);
      }
    }
  }
}

/// Random coefficients less those that the solver finds for their sum: a random move, of all there are.
class RandomMoves {
 public:
  RandomMoves(const Regression& regression, const Places& places)
      : regression_(regression), places_(places), effects_(regression), weights_(effects_.rows().rows(), 1.0) {
    effects_.set_weights(weights_);
  }

  VectorXd draw() {
    const SortedRows& rows = effects_.rows();
    std::vector<MatrixXd> drawn;
    for (const Effect& effect : regression_.effects) {
      MatrixXd& own =
          drawn.emplace_back(effect.levels, static_cast<Index>(effect.slopes.size()) + (effect.intercept ? 1 : 0));
      for (Index i = 0; i < own.size(); ++i) own.data()[i] = static_cast<double>(random_() >> 11U) * 0x1p-52 - 1;
    }
    std::vector<double> column(rows.rows(), 0.0);
    for (std::size_t p = 0; p < column.size(); ++p)
      for (std::size_t e = 0; e < drawn.size(); ++e) {
        const Effect& effect = regression_.effects[e];
        const std::uint32_t row = rows.row(p), level = effect.level[row];
        if (effect.intercept) column[p] += drawn[e](level, 0);
        for (std::size_t s = 0; s < effect.slopes.size(); ++s)
          column[p] += drawn[e](level, static_cast<Index>(s) + (effect.intercept ? 1 : 0)) * effect.slopes[s][row];
      }
    const std::vector<std::span<const double>> columns = {column};
    ColumnEffects found;
    found.resize(rows.coordinates, 1);
    effects_.solve(columns, 1e-13, found);
    std::vector<double> coordinates(rows.coordinates), eliminated(rows.groups(), 0.0);
    for (std::size_t j = 0; j < coordinates.size(); ++j) coordinates[j] = found.at(j, 0);
    for (std::size_t g = 0; g < rows.groups(); ++g) {
      for (std::size_t p = rows.group_begin[g]; p < rows.group_begin[g + 1]; ++p) {
        double left = column[p];
        for (const LevelTerm& term : rows.terms)
          left -= (term.value.empty() ? 1.0 : term.value[p]) * coordinates[term.at(p)];
        eliminated[g] += left;
      }
      eliminated[g] /= static_cast<double>(rows.group_begin[g + 1] - rows.group_begin[g]);
    }
    return places_.flat(drawn) - places_.flat(effects_.coefficients(regression_, coordinates, eliminated));
  }

 private:
  const Regression& regression_;
  const Places& places_;
  FixedEffects effects_;
  std::vector<double> weights_;
  std::mt19937_64 random_;  // its default seed: the same draws every time
};

// Entries of random moves have the size of one.
constexpr double no_move = 1e-5;      ///< what the solver leaves of coefficients that are identified
constexpr double same_entry = 1e-7;   ///< entries that are closer agree,
constexpr std::size_t witnesses = 3;  ///< if they do in so many moves: by chance one pair in 1e15 does
constexpr int most_moves = 200;

/// Moves that the structure does not show: more than two effects may overlap in other ways. False where there may be
/// more.
bool add_remaining(RandomMoves& random, const Places& places, Moves& moves) {
  for (int draws = 0; draws < most_moves; ++draws) {
    VectorXd left = random.draw();
    moves.normalise(left);
    Moves::Move move;
    for (Index i = 0; i < left.size(); ++i)
      if (std::abs(left[i]) > no_move) move[static_cast<std::uint32_t>(i)] = left[i];
    if (move.empty()) return true;
    moves.add(std::move(move), places.size(), no_move);
  }
  return false;
}

/// Levels whose entries agree in all witnesses, numbered by their first level.
std::vector<std::uint32_t> comparable(const std::vector<MatrixXd>& moves) {
  const auto size = static_cast<std::size_t>(moves.front().rows());
  std::vector<std::uint32_t> group(size, 0), order;
  for (std::uint32_t level = 0; level < size; ++level) {
    const bool has_row = moves.front().cols() > 0 && !std::isnan(moves.front()(level, 0));
    if (has_row) order.push_back(level);
  }
  for (const MatrixXd& move : moves) {  // splits groups where entries leave a gap
    std::ranges::sort(order, {}, [&](std::uint32_t level) { return std::pair(group[level], move(level, 0)); });
    std::uint32_t last_group = 0, number = 0;
    double last = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::uint32_t level = order[i], own = group[level];
      if (i > 0 && (own != last_group || move(level, 0) > last + same_entry)) ++number;
      last_group = own;
      last = move(level, 0);
      group[level] = number;
    }
  }
  std::vector<std::uint32_t> component(size, IdentifiedEffect::none);
  std::map<std::uint32_t, std::uint32_t> number;
  std::ranges::sort(order);
  for (const std::uint32_t level : order)
    component[level] = number.try_emplace(group[level], static_cast<std::uint32_t>(number.size())).first->second;
  return component;
}

}  // namespace

IdentifiedEffects fixed_effects_identified(const Regression& regression, const Solution& solution) {
  assert(solution.effects.size() == regression.effects.size());
  IdentifiedEffects result;
  if (regression.effects.empty()) return result;
  const Places places(regression);
  Moves moves;
  slopes_without_variation(regression, places, moves);
  shifts_between_effects(regression, places, moves);
  RandomMoves random(regression, places);
  result.complete = add_remaining(random, places, moves);
  if (!result.complete)
    result.notes.emplace_back(
        "the fixed effects overlap in more ways than were looked for: compare fitted values instead");

  std::vector<VectorXd> drawn;
  for (std::size_t w = 0; w < witnesses; ++w) drawn.push_back(random.draw());
  VectorXd coefficients = places.flat(solution.effects);
  moves.normalise(coefficients);
  result.references = moves.pivots().size();
  const std::set<std::uint32_t> pivots(moves.pivots().begin(), moves.pivots().end());
  for (std::size_t e = 0; e < regression.effects.size(); ++e) {
    IdentifiedEffect& effect = result.effects.emplace_back();
    effect.name = regression.effects[e].name;
    effect.coefficients = places.effect(coefficients, e);
    std::vector<MatrixXd> own;
    own.reserve(drawn.size());
    for (const VectorXd& move : drawn) own.push_back(places.effect(move, e));
    effect.component = comparable(own);
    for (std::uint32_t level = 0; level < effect.coefficients.rows(); ++level)
      for (std::uint32_t column = 0; column < effect.coefficients.cols(); ++column)
        if (pivots.contains(places.place(e, level, column))) effect.references.emplace_back(level, column);
  }
  return result;
}

}  // namespace tradewind::estimation
