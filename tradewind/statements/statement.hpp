/// A quantitative statement of a text, typed: who, with whom, what, when, how much.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/world/economy.hpp"
#include "tradewind/world/interval.hpp"
#include "tradewind/world/period.hpp"

namespace tradewind {

enum class StatementKind {
  level,       ///< "trade reached 4.93 trillion yuan"
  threshold,   ///< "trade with Vietnam exceeded $200 billion"
  growth,      ///< "up 9.7 percent"
  change,      ///< "an increase of 16 billion dollars"
  share,       ///< "accounting for 16.7 percent of China's foreign trade"
  rank,        ///< "China's largest trading partner"
  streak,      ///< "for 16 consecutive years"
  comparison,  ///< "16 billion dollars more than", "3.2 percentage points higher than", "3.5 times"
  count,       ///< "3,200 exhibitors from 45 countries"
  date,        ///< "to be held from September 17 to 21"
  milestone,   ///< "negotiations were concluded in May", "the 22nd China-ASEAN Expo"
  rate,        ///< "a tariff of 10 percent", prices and other numbers with a unit that no ledger holds
};
std::string_view to_string(StatementKind kind);

/// A value as an interval in its unit ("date": days since 1970-01-01): "USD", "CNY", "percent", "percentage points",
/// "rank", "years", "times", "exhibitors", "square metres", "date" ...
struct Value {
  Interval interval;
  std::string unit;
  friend bool operator==(const Value&, const Value&) = default;
};

/// Half-open range of bytes in the text.
struct Place {
  std::size_t begin = 0, end = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct Statement {
  StatementKind kind{};
  Place place;                   ///< the words that carry the statement, within one sentence
  Place number;                  ///< the figure itself ("4.93 trillion yuan ($694.53 billion)")
  std::string text;              ///< the exact characters at `place`
  EconomyCode subject, partner;  ///< whose trade (rank, share), with whom; WLD for totals; empty where none
  std::string flow;              ///< "trade", "exports", "imports", "balance", "two-way", "outward", "inward" or ""
  std::string measure;           ///< as in the ledger: "goods_trade", "investment_stock", "exhibitors" ...
  std::string product;           ///< a part of it ("agricultural products", "durian"); empty for the whole
  std::string among;  ///< whom a rank is taken over: "partners", "economies", or a bloc's code; of an event's
                      ///< count or date, which edition
  Period period;
  bool period_assumed = false;          ///< the text does not say when; taken from the context or the publication date
  std::optional<Period> compared_with;  ///< what a growth or change is measured against, where it is not a year before
  std::string basis;                    ///< currency of a growth, where the text says it or counts in one
  bool doubtful = false;                ///< whose, with whom or when was a close call: never held against the text
  bool planned = false;                 ///< said of the future ("by the end of this year", "is set to")
  Value value;
  std::optional<Value> also;  ///< the same in a second currency
  std::string printed;        ///< the number as printed, for the reader: "4.93 trillion yuan"
  std::string rule;           ///< the rule of the reader that found it
};

/// Whether both are of the same parties, flow, measure and goods, be it at different times.
bool same_series(const Statement& a, const Statement& b);

/// "imports", "trade in agricultural products", "two-way investment": flow, measure and product in words.
std::string measure_in_words(const Statement& statement);

/// A number that no rule could read.
struct Unread {
  Place place;
  std::string text;
  std::string context;  ///< the sentence around it
};

}  // namespace tradewind
