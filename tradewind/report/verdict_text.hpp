/// The verdicts of an article on a terminal and as a flat table.
#pragma once
#include <string>

#include "tradewind/report/format.hpp"

namespace tradewind {

/// One line a statement (verdict, who, what, when, how much), its arithmetic and notes below, the numbers that no rule
/// could read, and the counts last.
std::string verdict_text(const CheckedArticle& article, const World& world, const Terminal& terminal);

/// One row a statement with everything that fits a flat table; for CSV.
Table statements_table(const CheckedArticle& article, const World& world);
/// The columns that fit a page; for Markdown and LaTeX.
Table verdicts_table(const CheckedArticle& article, const World& world);

}  // namespace tradewind
