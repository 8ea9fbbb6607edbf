/// What each kind of change contributes to the whole: the Shapley value over labels (Shapley 1953; in decompositions:
/// Shorrocks 2013).
///
/// A label's share is what it adds to the changes made before it, averaged over all orders in which they could be made:
///     phi_k = sum over S without k of |S|! (L - |S| - 1)! / L! [v(S + k) - v(S)].
/// Shares add up to the whole, and no order has to be chosen.
#pragma once
#include <Eigen/Core>
#include <cstddef>
#include <functional>

#include "tradewind/scenario/policy.hpp"

namespace tradewind::scenario {

/// More labels than this would take more than a thousand solved worlds.
constexpr std::size_t most_labels = 10;

/// `value(S)`: the outcome (a vector) when the changes of the labels in S are made, for every S but the empty one,
/// whose value is 0. It is called from several threads at once. Outcomes by row, labels by column.
Eigen::MatrixXd shapley_values(std::size_t labels, const std::function<Eigen::VectorXd(LabelSet)>& value);

}  // namespace tradewind::scenario
