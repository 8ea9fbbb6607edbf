#include "cli/samples_over_ranks.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "tradewind/ranks/ranks.hpp"
#include "tradewind/report/model_json.hpp"

namespace tradewind::cli {
namespace {

using namespace estimation;
using nlohmann::json;

// The rank of each sample. Every rank comes to the same answer.
std::vector<int> shares(const std::vector<SampleRows>& samples, std::size_t all_rows) {
  const auto size = [&](std::size_t sample) {
    return samples[sample].sample.value ? samples[sample].rows.size() : all_rows;
  };
  std::vector<std::size_t> order(samples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater(), size);
  std::vector<std::size_t> load(static_cast<std::size_t>(ranks::size()));
  std::vector<int> rank_of(samples.size());
  for (const std::size_t sample : order) {
    const auto idle = std::ranges::min_element(load);
    *idle += size(sample);
    rank_of[sample] = static_cast<int>(idle - load.begin());
  }
  return rank_of;
}

// To rank 0 and back, to the same bits.
std::string packed(const std::vector<ModelWithFiles>& models) {
  json all = json::array();
  for (const ModelWithFiles& one : models)
    all.push_back(
        {{"model", models_json({&one.model, 1}, {.seconds = false, .effects = true})}, {"pieces", one.pieces}});
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<ModelWithFiles> unpacked(const std::string& bytes) {
  std::vector<ModelWithFiles> models;
  for (const json& one : json::parse(bytes))
    models.push_back({models_from_json(one.at("model").get<std::string>(), "another rank").front(),
                      one.at("pieces").get<std::vector<std::string>>()});
  return models;
}

}  // namespace

std::vector<ModelWithFiles> estimate_over_ranks(const Formula& formula, const Columns& columns,
                                                const std::vector<SampleRows>& samples, const EstimateOptions& options,
                                                const PiecesOf& pieces) {
  const std::vector<int> rank_of = shares(samples, columns.rows());
  const std::size_t models_a_sample = expand(formula).size();
  std::vector<SampleRows> mine;
  std::vector<std::size_t> numbers;  // of my models, in the whole
  for (std::size_t sample = 0; sample < samples.size(); ++sample) {
    if (rank_of[sample] != ranks::rank()) continue;
    mine.push_back(samples[sample]);
    for (std::size_t i = 0; i < models_a_sample; ++i) numbers.push_back(sample * models_a_sample + i + 1);
  }
  std::vector<ModelWithFiles> models;
  ranks::together([&] {
    for (Model& model : estimate_samples(formula, columns, mine, options)) {
      auto of_model = pieces(model, numbers[models.size()]);
      models.push_back({std::move(model), std::move(of_model)});
    }
  });
  if (ranks::size() == 1) return models;

  std::vector<std::vector<ModelWithFiles>> by_rank;
  for (const std::string& bytes : ranks::gather(packed(models))) by_rank.push_back(unpacked(bytes));
  if (ranks::rank() > 0) return {};
  std::vector<ModelWithFiles> all;
  std::vector<std::size_t> next(by_rank.size());
  for (const int rank : rank_of) {
    const auto from = static_cast<std::size_t>(rank);
    for (std::size_t i = 0; i < models_a_sample; ++i) all.push_back(std::move(by_rank[from][next[from]++]));
  }
  return all;
}

}  // namespace tradewind::cli
