#include "tradewind/estimation/model_frame.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_reduce.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <unordered_map>
#include <utility>

#include "tradewind/estimation/evaluation.hpp"
#include "tradewind/estimation/level_codes.hpp"
#include "tradewind/estimation/regressor_columns.hpp"
#include "tradewind/estimation/row_order.hpp"
#include "tradewind/world/counted.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

using Range = tbb::blocked_range<std::size_t>;
constexpr std::size_t grain = 1 << 14;
constexpr double largest_number = 1e100;
constexpr double largest_exponent = 500;

/// Which rows are set aside, each with its first reason.
class RowsSetAside {
 public:
  static constexpr std::uint16_t kept = std::numeric_limits<std::uint16_t>::max();

  RowsSetAside(std::size_t rows, std::vector<Drop>& drops) : rows_(rows), drops_(drops) {}

  bool any() const { return !reason_.empty(); }
  bool is_kept(std::size_t row) const { return reason_.empty() || reason_[row] == kept; }
  /// Kept, or set aside by drops[first] or a later one.
  bool was_kept_until(std::size_t first, std::size_t row) const { return reason_.empty() || reason_[row] >= first; }

  /// Sets aside the rows for which `falls` holds; counts all of them, also those that had another reason before.
  template <class Falls>
  std::size_t add(DropReason reason, Drop::Part part, const std::string& name, const Falls& falls) {
    const std::size_t count = tbb::parallel_reduce(
        Range(0, rows_, grain), std::size_t{0},
        [&](const Range& range, std::size_t sum) {
          for (std::size_t row = range.begin(); row < range.end(); ++row) sum += falls(row) ? 1u : 0u;
          return sum;
        },
        std::plus<>());
    if (count == 0) return 0;
    if (reason_.empty()) reason_.assign(rows_, kept);
    const auto own = static_cast<std::uint16_t>(std::min<std::size_t>(drops_.size(), kept - 1));
    drops_.push_back({reason, part, name, count});
    tbb::parallel_for(Range(0, rows_, grain), [&](const Range& range) {
      for (std::size_t row = range.begin(); row < range.end(); ++row)
        if (reason_[row] == kept && falls(row)) reason_[row] = own;
    });
    return count;
  }

  std::size_t kept_rows() const { return any() ? static_cast<std::size_t>(std::ranges::count(reason_, kept)) : rows_; }
  /// The rows that are left, ascending; empty when all are.
  std::vector<std::uint32_t> left() const {
    std::vector<std::uint32_t> rows;
    if (!any()) return rows;
    rows.reserve(kept_rows());
    for (std::size_t row = 0; row < rows_; ++row)
      if (reason_[row] == kept) rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
  }
  std::vector<DroppedRow> listed() const {
    std::vector<DroppedRow> rows;
    for (std::size_t row = 0; row < reason_.size(); ++row)
      if (reason_[row] != kept) rows.push_back({static_cast<std::uint32_t>(row), reason_[row]});
    return rows;
  }

 private:
  std::size_t rows_;
  std::vector<Drop>& drops_;
  PerRow<std::uint16_t> reason_;  // a row each, its place in drops_; empty while no row is set aside
};

std::string in_words(const Drop& drop) {
  const auto rows = counted(drop.rows, "row");
  switch (drop.reason) {
    case DropReason::missing:
      return fmt::format("{} is missing in {}", drop.name, rows);
    case DropReason::infinite:
      return fmt::format("{} is infinite in {}", drop.name, rows);
    case DropReason::zero_weight:
      return fmt::format("the weight {} is zero in {}", drop.name, rows);
    case DropReason::singleton:
      return fmt::format("{} of {} stand alone", rows, drop.name);
    case DropReason::only_zeros:
      return fmt::format("{} has only zeros in levels of {}", drop.name, rows);
    case DropReason::separated:
      return fmt::format("{} separates {}", drop.name, rows);
  }
  return {};
}

class FrameBuilder {
 public:
  FrameBuilder(const ModelSpec& model, const Columns& columns, const FrameOptions& options)
      : columns_(columns),
        options_(options),
        evaluation_(columns, options.panel, model.text, "formula"),
        aside_(columns.rows(), frame_.drops) {
    frame_.model = model;
    frame_.rows_read = columns.rows();
    frame_.list_dropped = options.list_dropped;
  }

  ModelFrame build() {
    if (columns_.rows() == 0) throw InputError(columns_.source(), "there are no rows", "at least one");
    add_response();
    add_regressors();
    add_effects();
    add_weights();
    add_offset();
    add_clusters();
    check_some_are_left();
    check_response();
    remove_levels();
    check_some_are_left();
    check_degrees_of_freedom();
    regression_.rows = aside_.left();
    if (options_.list_dropped) frame_.dropped_rows = aside_.listed();
    return std::move(frame_);
  }

 private:
  void add_response() {
    frame_.response_name = to_string(frame_.model.response);
    regression_.response = numbers(evaluation_, frame_.model.response);
    set_gaps_aside(regression_.response, Drop::Part::response, frame_.response_name);
  }

  void add_regressors() {
    const bool effects = std::ranges::any_of(frame_.model.effects, &EffectTerm::intercept);
    if (frame_.model.constant && !effects) {
      frame_.has_constant = true;
      regression_.regressors.emplace_back(PerRow<double>(columns_.rows(), 1.0));
      regression_.names.emplace_back("(Intercept)");
    }
    for (const RegressorColumn& column :
         regressor_columns(frame_.model.regressors, frame_.model.constant || effects, evaluation_)) {
      if (column.name == frame_.response_name)
        throw InputError("formula", fmt::format("{} is to be explained by itself", column.name), "other regressors");
      set_gaps_aside(column.values, Drop::Part::regressors, column.term);
      regression_.regressors.push_back(column.values);
      regression_.names.push_back(column.name);
    }
  }

  void add_effects() {
    for (const EffectTerm& term : frame_.model.effects) {
      Effect effect = levels(term, evaluation_, Drop::Part::effects);
      effect.intercept = term.intercept;
      for (const Expression& slope : term.slopes) {
        effect.slope_names.push_back(to_string(slope));
        effect.slopes.push_back(numbers(evaluation_, slope));
        set_gaps_aside(effect.slopes.back(), Drop::Part::effects, effect.slope_names.back());
      }
      regression_.effects.push_back(std::move(effect));
    }
  }

  void add_weights() {
    if (options_.weights.empty()) return;
    const Evaluation evaluation(columns_, options_.panel, options_.weights, "--weights");
    regression_.weights = numbers(evaluation, parse_expression(options_.weights, "--weights"));
    set_gaps_aside(regression_.weights, Drop::Part::weights, options_.weights);
    const auto negative = std::ranges::find_if(regression_.weights, [](double weight) { return weight < 0; });
    if (negative != regression_.weights.end())
      throw InputError(
          "--weights",
          fmt::format("{} is {} in row {}", options_.weights, *negative, negative - regression_.weights.begin() + 1),
          "no negative weights");
    aside_.add(DropReason::zero_weight, Drop::Part::weights, options_.weights,
               [weights = regression_.weights](std::size_t row) { return weights[row] == 0; });
  }

  void add_offset() {
    if (options_.offset.empty()) return;
    const Evaluation evaluation(columns_, options_.panel, options_.offset, "--offset");
    regression_.offset = numbers(evaluation, parse_expression(options_.offset, "--offset"));
    set_gaps_aside(regression_.offset, Drop::Part::offset, options_.offset);
    if (options_.family != Family::poisson) return;
    const auto far = std::ranges::find_if(
        regression_.offset, [](double offset) { return std::isfinite(offset) && std::abs(offset) > largest_exponent; });
    if (far != regression_.offset.end())
      throw InputError("--offset",
                       fmt::format("{} is {} in row {}", options_.offset, *far, far - regression_.offset.begin() + 1),
                       fmt::format("values up to {}, whose exponential is a number", largest_exponent),
                       "An offset is added to the log of the mean: --offset 'log(population)'.");
  }

  void add_clusters() {
    for (const std::string& cluster : options_.clusters) {
      const Evaluation evaluation(columns_, options_.panel, cluster, "--vcov");
      frame_.clusters.push_back(levels(parse_combination(cluster, "--vcov"), evaluation, Drop::Part::clusters));
    }
  }

  // A column of numbers as it is, anything else computed.
  static Array<double> numbers(const Evaluation& evaluation, const Expression& e) {
    if (const Column* column = evaluation.column(e))
      if (const auto* values = std::get_if<Numbers>(&column->values)) return *values;
    return evaluation.numbers(e);
  }

  void set_gaps_aside(std::span<const double> values, Drop::Part part, const std::string& name) {
    // x - x is zero for finite numbers alone: one quick pass where nothing is missing.
    struct Seen {
      double gaps = 0, largest = 0;  // largest of the finite ones
    };
    const Seen seen = tbb::parallel_reduce(
        Range(0, values.size(), grain), Seen{},
        [&](const Range& range, Seen so_far) {
          for (std::size_t row = range.begin(); row < range.end(); ++row) {
            const double gap = values[row] - values[row], size = std::abs(values[row]);
            so_far.gaps += gap;
            so_far.largest = gap == 0 && size > so_far.largest ? size : so_far.largest;
          }
          return so_far;
        },
        [](const Seen& x, const Seen& y) {
          return Seen{x.gaps + y.gaps, std::max(x.largest, y.largest)};
        });
    if (seen.largest > largest_number || (seen.largest > 0 && seen.largest < 1 / largest_number))
      throw InputError(
          "formula", fmt::format("the values of {} go up to {:.2g}", name, seen.largest),
          fmt::format("values between {:g} and {:g}, whose squares can be added", 1 / largest_number, largest_number),
          "Choose another unit.");
    if (seen.gaps == 0) return;
    aside_.add(DropReason::missing, part, name, [&](std::size_t row) { return std::isnan(values[row]); });
    aside_.add(DropReason::infinite, part, name, [&](std::size_t row) { return std::isinf(values[row]); });
  }

  Effect levels(const EffectTerm& term, const Evaluation& evaluation, Drop::Part part) {
    std::list<Column> computed;
    std::vector<const Column*> parts;
    for (const Expression& e : term.parts) parts.push_back(&values_column(e, evaluation, computed));
    LevelCodes found = level_codes(parts);
    Effect effect;
    effect.name = to_string(EffectTerm{term.parts, true, {}});
    effect.levels = found.levels;
    effect.level = std::move(found.codes);
    if (found.missing_rows == 0) return effect;
    aside_.add(DropReason::missing, part, effect.name,
               [&](std::size_t row) { return effect.level[row] == LevelCodes::missing; });
    PerRow<std::uint32_t> below(effect.level.begin(), effect.level.end());  // numbers that are levels, used or not
    std::ranges::replace(below, LevelCodes::missing, 0u);
    effect.level = std::move(below);
    return effect;
  }

  void check_response() const {
    if (options_.family != Family::poisson) return;
    struct Found {
      std::size_t negative = std::numeric_limits<std::size_t>::max();
      bool positive = false;
    };
    const auto [negative, any_positive] = tbb::parallel_reduce(
        Range(0, columns_.rows(), grain), Found{},
        [&](const Range& range, Found found) {
          for (std::size_t row = range.begin(); row < range.end(); ++row) {
            const double value = regression_.response[row];
            if (value > 0)
              found.positive = found.positive || aside_.is_kept(row);
            else if (value < 0 && aside_.is_kept(row))
              found.negative = std::min(found.negative, row);
          }
          return found;
        },
        [](const Found& x, const Found& y) {
          return Found{std::min(x.negative, y.negative), x.positive || y.positive};
        });
    if (negative < columns_.rows())
      throw InputError(
          "formula",
          fmt::format("{} is {} in row {}", frame_.response_name, regression_.response[negative], negative + 1),
          "no negative values in a Poisson model",
          "Least squares takes them: --family gaussian; --where chooses rows.");
    if (!any_positive)
      throw InputError("formula", fmt::format("{} is zero in all {} rows", frame_.response_name, aside_.kept_rows()),
                       "some values above zero");
  }

  void remove_levels() {
    first_level_drop_ = frame_.drops.size();
    const LevelRemoval removal =
        options_.removal.value_or(options_.family == Family::poisson ? LevelRemoval::perfect : LevelRemoval::none);
    const bool singletons = removal == LevelRemoval::singletons || removal == LevelRemoval::both;
    const bool perfect = removal == LevelRemoval::perfect || removal == LevelRemoval::both;
    // Rows of zeros take nothing from the sums of other levels: once is enough, until singletons fall.
    const bool zeros = perfect && options_.family == Family::poisson;
    if (zeros) remove_zeros();
    frame_.only_zeros_fell = zeros;
    for (bool more = singletons; more;) {
      more = false;
      for (const Effect& effect : regression_.effects) more = remove_singletons(effect) || more;
      if (more && zeros) remove_zeros();
    }
  }

  // Levels without any positive response: their effect would go to minus infinity.
  void remove_zeros() {
    std::vector<const Effect*> effects;
    std::vector<std::vector<std::uint8_t>> positive;
    for (const Effect& effect : regression_.effects)
      if (effect.intercept) {
        effects.push_back(&effect);
        positive.emplace_back(effect.levels);
      }
    tbb::parallel_for(Range(0, columns_.rows(), grain), [&](const Range& range) {
      for (std::size_t row = range.begin(); row < range.end(); ++row) {
        if (!(regression_.response[row] > 0) || !aside_.is_kept(row)) continue;
        for (std::size_t e = 0; e < effects.size(); ++e) {
          std::atomic_ref<std::uint8_t> mark(positive[e][effects[e]->level[row]]);
          if (mark.load(std::memory_order_relaxed) == 0) mark.store(1, std::memory_order_relaxed);
        }
      }
    });
    for (std::size_t e = 0; e < effects.size(); ++e)
      if (std::ranges::find(positive[e], 0) != positive[e].end())
        aside_.add(DropReason::only_zeros, Drop::Part::effects, effects[e]->name, [&](std::size_t row) {
          return positive[e][effects[e]->level[row]] == 0 && aside_.was_kept_until(first_level_drop_, row);
        });
  }

  bool remove_singletons(const Effect& effect) {
    std::vector<std::uint32_t> count(effect.levels);
    for (std::size_t row = 0; row < columns_.rows(); ++row)
      if (aside_.is_kept(row)) ++count[effect.level[row]];
    if (std::ranges::find(count, 1u) == count.end()) return false;
    aside_.add(DropReason::singleton, Drop::Part::effects, effect.name,
               [&](std::size_t row) { return count[effect.level[row]] == 1 && aside_.is_kept(row); });
    return true;
  }

  void check_some_are_left() const {
    if (aside_.kept_rows() != 0) return;
    std::vector<std::string> reasons;
    for (const Drop& drop : frame_.drops) reasons.push_back(in_words(drop));
    throw InputError("formula", fmt::format("none of {} rows is left", columns_.rows()), "rows that can be used",
                     fmt::format("{}", fmt::join(reasons, "; ")));
  }

  // Only what is certain without solving: an effect that gives every row a level of its own, more regressors than rows.
  void check_degrees_of_freedom() const {
    const std::size_t rows = aside_.kept_rows();
    if (regression_.effects.empty() && regression_.regressors.size() > rows)
      throw InputError("formula", fmt::format("{} regressors for {} rows", regression_.regressors.size(), rows),
                       "more rows than regressors");
    for (const Effect& effect : regression_.effects) {
      if (!effect.intercept || effect.levels < rows) continue;
      std::vector<bool> used(effect.levels);
      for (std::size_t row = 0; row < columns_.rows(); ++row)
        if (aside_.is_kept(row)) used[effect.level[row]] = true;
      if (static_cast<std::size_t>(std::ranges::count(used, true)) == rows)
        throw InputError("formula", fmt::format("{} has a level of its own for each of the {} rows", effect.name, rows),
                         "fewer levels than rows", "Nothing is left to estimate with.");
    }
  }

  const Columns& columns_;
  const FrameOptions& options_;
  Evaluation evaluation_;
  ModelFrame frame_;
  Regression& regression_ = frame_.regression;
  RowsSetAside aside_;
  std::size_t first_level_drop_ = 0;
};

}  // namespace

ModelFrame build(const ModelSpec& model, const Columns& columns, const FrameOptions& options) {
  return FrameBuilder(model, columns, options).build();
}

void arrange(ModelFrame& frame, Columns* spent, bool keep_order) {
  Regression& regression = frame.regression;
  const auto each_array = [&](const auto& work) {
    for (Effect& cluster : frame.clusters) work(cluster.level);
    for_each_array_but_regressors(regression, work);
  };
  std::unordered_map<const void*, int> looked_at;  // by how many arrays
  const auto look = [&](const auto& array) { ++looked_at[array.data()]; };
  each_array(look);
  std::ranges::for_each(regression.regressors, look);
  const auto free_unused = [&] {
    if (spent == nullptr) return;
    spent->release([&](const Column& column) { return !looked_at.contains(column.data()); });
  };
  free_unused();

  const RowOrder order(regression);
  if (order.is_in_place()) return;
  regression.rows = std::vector<std::uint32_t>();
  const auto replace = [&](auto& array, auto&& sorted) {
    const void* before = array.data();
    array = std::forward<decltype(sorted)>(sorted);
    if (--looked_at[before] > 0) return;
    looked_at.erase(before);
    free_unused();
  };
  each_array([&](auto& array) { replace(array, order.sorted(array)); });
  frame.regressors.resize(static_cast<Eigen::Index>(order.rows()), std::ssize(regression.regressors));
  in_large_pages(frame.regressors.data(), static_cast<std::size_t>(frame.regressors.size()) * sizeof(double));
  double* place = frame.regressors.data();
  for (Array<double>& regressor : regression.regressors) {
    order.sort(std::span<const double>(regressor), place);
    replace(regressor, std::span<const double>(place, order.rows()));
    place += order.rows();
  }
  if (keep_order) frame.order = order.order();
}

void set_aside(ModelFrame& frame, const std::vector<std::uint32_t>& rows, Drop drop) {
  const auto own = static_cast<std::uint32_t>(frame.drops.size());
  std::vector<DroppedRow> listed;
  std::vector<std::uint32_t> left;
  auto next = rows.begin();
  for (std::size_t i = 0; i < frame.regression.observations(); ++i) {
    const std::uint32_t row = frame.regression.row(i);
    next = std::find_if(next, rows.end(), [row](std::uint32_t aside) { return aside >= row; });
    if (next != rows.end() && *next == row)
      listed.push_back({frame.row(row), own});
    else
      left.push_back(row);
  }
  frame.regression.rows = std::move(left);
  drop.rows = listed.size();
  frame.drops.push_back(std::move(drop));
  if (!frame.list_dropped) return;
  std::ranges::sort(listed, {}, &DroppedRow::row);
  const auto middle = frame.dropped_rows.insert(frame.dropped_rows.end(), listed.begin(), listed.end());
  std::inplace_merge(frame.dropped_rows.begin(), middle, frame.dropped_rows.end(),
                     [](const DroppedRow& a, const DroppedRow& b) { return a.row < b.row; });
}

std::vector<std::string> level_names(const EffectTerm& effect, const Columns& columns) {
  const std::string text = to_string(effect);
  const Evaluation evaluation(columns, std::nullopt, text, "fixed effects");
  std::list<Column> computed;
  std::vector<const Column*> parts;
  for (const Expression& e : effect.parts) parts.push_back(&values_column(e, evaluation, computed));
  const LevelCodes found = level_codes(parts);
  std::vector<std::string> names(found.levels);
  std::vector<bool> named(found.levels);
  for (std::size_t row = 0; row < found.codes.size(); ++row) {
    const std::uint32_t level = found.codes[row];
    if (level == LevelCodes::missing || named[level]) continue;
    named[level] = true;
    std::vector<std::string> values(parts.size());
    std::ranges::transform(parts, values.begin(), [row](const Column* part) { return part->text(row); });
    names[level] = fmt::format("{}", fmt::join(values, "_"));
  }
  return names;
}

}  // namespace tradewind::estimation
