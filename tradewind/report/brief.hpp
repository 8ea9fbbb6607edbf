/// The brief: an article with each statement underlined in its verdict's colour and the evidence beside it, the charts
/// behind it and the sources, as one HTML file that needs no network.
#pragma once
#include <string>

#include "tradewind/ledger/ledger.hpp"
#include "tradewind/scenario/run.hpp"
#include "tradewind/statements/verdict.hpp"

namespace tradewind {

/// `what_if`: a scenario's result, for a section of its own; may be null.
std::string brief_html(const CheckedArticle& article, const Ledger& ledger,
                       const scenario::AnySimulation* what_if = nullptr);

}  // namespace tradewind
