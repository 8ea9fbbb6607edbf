/// Figures that stand together in a sentence: one unit for several, ranges, the same amount in two currencies, lists.
#pragma once
#include <vector>

#include "tradewind/statements/quantities.hpp"

namespace tradewind {

/// The quantities of a sentence, in its order, as they belong together: those of a range or of two currencies become
/// one, bare numbers take the unit and scale of their list, and the members of a list share its number
/// (Quantity::list).
std::vector<Quantity> join_quantities(const Phrase& sentence, std::vector<Quantity> found);

}  // namespace tradewind
