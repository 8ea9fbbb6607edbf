/// What an analyst computes from the ledger: level, growth, share, rank, streak, balance ... Each is one .sql file in
/// this folder; its head comment says what it means, its unit and its source. No C++ knows any of them by name, except
/// that a statement's kind names the indicator which bears it out.
///
/// An indicator's file is:
///     -- growth: Change on the same period a year before, in percent.
///     -- unit: percent
///     -- source: computed from the levels that publishers printed; their own growth rates stand beside it
///     SELECT ...
/// and its SELECT answers these columns, one row for each reading:
///     reporter, partner, flow, measure, period   whose, with whom, what, when (as in the ledger's table `figure`)
///     among      whom a rank, streak or concentration is taken over: 'partners' (blocs that customs rank as one, and
///                the other economies), 'economies' (no blocs), a bloc's code (its members); '' elsewhere
///     unit       'USD', 'CNY', 'percent', 'rank', 'years', 'index' ...
///     basis      the currency in which a growth or share was computed; '' elsewhere
///     low, high  the interval; infinite ends are NULL
///     arithmetic the computation in one line that a reader can redo by hand, with the printed figures
///     publisher, publication, published, url   of the (newest) figure used
/// (and any others that only other indicators read). It may name another indicator's table, `indicator.level`.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/ledger/ledger.hpp"
#include "tradewind/world/interval.hpp"
#include "tradewind/world/period.hpp"

namespace tradewind {

struct Indicator {
  std::string_view name;        ///< the file's name without .sql
  std::string_view definition;  ///< head comment, first line
  std::string_view unit;
  std::string_view source;
  std::string_view sql;
};

/// All indicators, in the order of their names.
std::span<const Indicator> indicators();
/// One by its name; InputError with the nearest names.
const Indicator& indicator(std::string_view name);

/// What to show of an indicator; an empty field is any.
struct Selection {
  EconomyCode reporter{}, partner{};
  std::string flow{}, measure{}, among{}, unit{};
  std::optional<Period> period{};
  std::optional<int> first_year{}, last_year{};
};

/// An indicator's readings as a table for people, oldest period first.
Table show(const Ledger& ledger, std::string_view name, const Selection& selection);

/// One reading of an indicator.
struct Reading {
  EconomyCode reporter, partner;
  std::string flow, measure;
  Period period;
  std::string among, unit, basis;
  Interval value;
  std::string arithmetic, publisher, publication, published, url;
};

/// All readings of an indicator for these reporters, in one query: what a checker of many statements asks for.
std::vector<Reading> readings(const Ledger& ledger, std::string_view name, std::span<const EconomyCode> reporters);
/// The same of several indicators together, which is faster than each by itself; in the order of the names. Of
/// `periods` and of all periods without a beginning ("../2025-07"), without `periods` of any; with `partners`, the
/// world and nobody in particular, without `partners` with any.
std::vector<std::vector<Reading>> readings(const Ledger& ledger, std::span<const std::string_view> names,
                                           std::span<const EconomyCode> reporters, std::span<const Period> periods = {},
                                           std::span<const EconomyCode> partners = {});
/// Those of one reporter whose periods begin in these years.
std::vector<Reading> readings_since(const Ledger& ledger, std::string_view name, const EconomyCode& reporter,
                                    int first_year, int last_year);
/// The readings that a selection asks for.
std::vector<Reading> readings(const Ledger& ledger, std::string_view name, const Selection& selection);

}  // namespace tradewind
