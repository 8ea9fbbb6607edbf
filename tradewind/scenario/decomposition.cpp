#include "tradewind/scenario/decomposition.hpp"

#include <tbb/parallel_for.h>

#include <bit>
#include <cassert>
#include <vector>

namespace tradewind::scenario {

Eigen::MatrixXd shapley_values(std::size_t labels, const std::function<Eigen::VectorXd(LabelSet)>& value) {
  assert(labels >= 1 && labels <= most_labels);
  const LabelSet sets = LabelSet{1} << labels;
  std::vector<Eigen::VectorXd> values(sets);
  // The whole first: it has the length that the empty set's value is given.
  values[sets - 1] = value(sets - 1);
  values[0] = Eigen::VectorXd::Zero(values[sets - 1].size());
  tbb::parallel_for(LabelSet{1}, sets - 1, [&](LabelSet set) { values[set] = value(set); });

  // |S|! (L - |S| - 1)! / L! = 1 / (L choose |S|) / (L - |S|)
  std::vector<double> weight(labels);
  double choose = 1;
  for (std::size_t size = 0; size < labels; ++size) {
    weight[size] = 1 / (choose * static_cast<double>(labels - size));
    choose = choose * static_cast<double>(labels - size) / static_cast<double>(size + 1);
  }
  Eigen::MatrixXd shares = Eigen::MatrixXd::Zero(values[0].size(), static_cast<Eigen::Index>(labels));
  for (LabelSet set = 0; set < sets; ++set)
    for (std::size_t label = 0; label < labels; ++label) {
      const LabelSet with = set | LabelSet{1} << label;
      if (with == set) continue;
      shares.col(static_cast<Eigen::Index>(label)) +=
          weight[static_cast<std::size_t>(std::popcount(set))] * (values[with] - values[set]);
    }
  return shares;
}

}  // namespace tradewind::scenario
