/// What a ledger holds, for people: its figures by any of their columns, a search by words, its sources.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/ledger/ledger.hpp"

namespace tradewind {

/// Which figures; an empty field is any.
struct FigureFilter {
  EconomyCode reporter{}, partner{};
  std::string flow{}, measure{}, period{};
  std::string publisher{};  ///< a part of its name, in any case
};

/// The figures as printed, oldest period first.
Table list_figures(const Ledger& ledger, const FigureFilter& filter);
/// The same with every column of a figures table, written to a .csv, .parquet or .json file.
void export_figures(const Ledger& ledger, const FigureFilter& filter, const std::filesystem::path& file);

/// Figures, milestones, agreements and expo editions in which every word occurs (names of economies count, too).
Table search(const Ledger& ledger, std::string_view words);

/// Who published what: publisher, publication, how many rows, first and last date of publication.
Table sources(const Ledger& ledger);

}  // namespace tradewind
