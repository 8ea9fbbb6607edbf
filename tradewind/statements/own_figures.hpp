/// A text's own figures held against one another: level, growth and share imply a previous level and a total; exports
/// and imports add up to trade; two currencies imply an exchange rate.
#pragma once
#include <vector>

#include "tradewind/statements/evidence.hpp"
#include "tradewind/statements/verdict.hpp"

namespace tradewind {

/// Adds evidence of the text itself, and notes, to the checked statements of one article; a statement without published
/// evidence becomes consistent or contradicted by it.
void check_own_figures(std::vector<CheckedStatement>& statements, const Readings& readings,
                       std::optional<Date> published);

}  // namespace tradewind
