#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <optional>
#include <utility>

#include "tradewind/estimation/estimate.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

// Places of the models' rows, from those of the sample's own table to those of the whole one.
void to_all_rows(std::vector<Model>& models, const std::vector<std::uint32_t>& rows) {
  for (Model& model : models) {
    for (FittedRow& fitted : model.fitted) fitted.row = rows[fitted.row];
    for (DroppedRow& dropped : model.dropped_rows) dropped.row = rows[dropped.row];
  }
}

std::vector<Model> estimate_sample(const Formula& formula, const Columns& columns, const SampleRows& sample,
                                   const EstimateOptions& options) {
  std::vector<Model> models;
  try {
    if (sample.sample.value) {
      models = estimate(formula, take_rows(columns, sample.rows), options);
      to_all_rows(models, sample.rows);
    } else {
      models = estimate(formula, columns, options);
    }
  } catch (const InputError& error) {
    for (const ModelSpec& spec : expand(formula)) models.push_back(unusable(spec, options, error));
  }
  for (Model& model : models) model.sample = sample.sample;
  return models;
}

// The place of each label in alphabetical order; none for numbers.
std::vector<std::uint32_t> label_ranks(const Column& column) {
  const auto* categories = std::get_if<Categories>(&column.values);
  if (categories == nullptr) return {};
  std::vector<std::uint32_t> sorted(categories->labels.size()), ranks(sorted.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::ranges::sort(sorted, {}, [&](std::uint32_t label) -> const std::string& { return categories->labels[label]; });
  for (std::uint32_t rank = 0; rank < sorted.size(); ++rank) ranks[sorted[rank]] = rank;
  return ranks;
}

}  // namespace

std::vector<SampleRows> split_samples(const Columns& columns, const std::string& name, bool full) {
  const Column& column = columns.require(name, full ? "--fsplit" : "--split");
  const std::vector<std::uint32_t> ranks = label_ranks(column);
  const auto* categories = std::get_if<Categories>(&column.values);
  const auto value = [&](std::uint32_t row) {
    return categories != nullptr ? ranks[categories->codes[row]] : column.number(row);
  };
  std::vector<std::uint32_t> order(column.rows());
  std::iota(order.begin(), order.end(), 0U);
  std::erase_if(order, [&](std::uint32_t row) { return column.is_missing(row); });
  if (order.empty())
    throw InputError(full ? "--fsplit" : "--split", fmt::format("'{}' has no values", name), "a column with values");
  std::ranges::stable_sort(order, {}, value);
  std::vector<SampleRows> samples;
  if (full) samples.push_back({{name, {}}, {}});
  for (auto begin = order.begin(); begin != order.end();) {
    const auto end = std::find_if(begin, order.end(), [&](std::uint32_t row) { return value(row) != value(*begin); });
    samples.push_back({{name, column.text(*begin)}, {begin, end}});
    begin = end;
  }
  return samples;
}

std::vector<Model> estimate_samples(const Formula& formula, const Columns& columns,
                                    const std::vector<SampleRows>& samples, const EstimateOptions& options) {
  // The largest first, so that no thread is left with it at the end.
  const auto size = [&](std::size_t sample) {
    return samples[sample].sample.value ? samples[sample].rows.size() : columns.rows();
  };
  std::vector<std::size_t> order(samples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater(), size);
  std::vector<std::vector<Model>> models(samples.size());
  std::atomic<std::size_t> next = 0;
  tbb::parallel_for(
      std::size_t{0}, samples.size(),
      [&](std::size_t) {
        const std::size_t sample = order[next++];
        // While a regression waits for its own threads, this one must not begin another: its data stay in memory.
        tbb::this_task_arena::isolate(
            [&] { models[sample] = estimate_sample(formula, columns, samples[sample], options); });
      },
      tbb::simple_partitioner());
  std::vector<Model> all;
  for (auto& of_sample : models) std::ranges::move(of_sample, std::back_inserter(all));
  return all;
}

}  // namespace tradewind::estimation
