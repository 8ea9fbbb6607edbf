/// Charts as Vega-Lite specifications (JSON text with their data inside).
#pragma once
#include <string>
#include <vector>

#include "tradewind/ledger/ledger.hpp"
#include "tradewind/report/sources.hpp"
#include "tradewind/statements/verdict.hpp"

namespace tradewind {

struct Chart {
  std::string title;
  std::string subtitle;       ///< what is measured, in which unit, and what its marks mean
  std::string description;    ///< what it shows, for those who cannot see it
  std::string specification;  ///< Vega-Lite JSON
  std::string sources;        ///< the publishers, in one line
  std::vector<Source> figures_from;
};

/// The charts that belong to an article: ranks of partners over time, trade by member of the bloc that it is about, the
/// growth and share behind its statements. A chart without figures is left out.
std::vector<Chart> charts_for(const CheckedArticle& article, const Ledger& ledger);

}  // namespace tradewind
