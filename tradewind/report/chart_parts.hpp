/// What the charts of a brief have in common: whom they are about, names short enough for an axis, colours, and the
/// frame of a specification. Only the charts use this.
#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/indicators/indicators.hpp"
#include "tradewind/report/charts.hpp"

namespace tradewind::charts {

using json = nlohmann::ordered_json;

// Colours that keep 3:1 against white and against near-black, and stay apart for the colour-blind (after Okabe and Ito,
// Color Universal Design, 2008).
inline constexpr std::string_view accent = "#d55e00";
inline constexpr std::string_view calm = "#3b7dac";
inline constexpr std::string_view quiet = "#8b8f94";

/// Whose trade an article is about, and with whom. Where one of the two is a bloc, it is the partner.
struct Pair {
  EconomyCode subject, partner;
};
/// The pair that the article's statements name most often; trade with a bloc's members counts for the bloc by half.
std::optional<Pair> main_pair(const CheckedArticle& article, const World& world);

/// For an axis or a label: "ASEAN", "US", "South Korea".
std::string short_name(const EconomyCode& code, const World& world);
/// For a sentence: "China", "the United States"; `possessive` adds "'s".
std::string in_sentence(const EconomyCode& code, const World& world, bool possessive = false);
/// "US dollars", "yuan", as the ledger's currencies are called; the code where it has no name.
std::string unit_name(const std::string& unit, const World& world);

/// Readings of one indicator for one pair, one a period, oldest first. Where there are several: of the publisher that
/// most of them come from, so that a line stays one publisher's; the most exact; the newest.
std::vector<Reading> one_a_period(std::vector<Reading> readings);

/// A number for a title: four significant digits, no exponent.
std::string plain(double value);

/// A specification without data and marks: size, font, axes. Colours of text and axes are for white paper; a page may
/// put its own in their place.
json frame(const std::string& title, int height);

Chart finish(std::string title, std::string subtitle, std::string description, json specification,
             std::vector<Source> sources);

/// Ranks of the subject's main partners over the years.
std::optional<Chart> rank_chart(const Ledger& ledger, const EconomyCode& subject, const EconomyCode& partner);
/// Trade of the subject with each member of the bloc in one year, with the thresholds that the article speaks of.
std::optional<Chart> member_chart(const CheckedArticle& article, const Ledger& ledger, const Pair& pair);
/// Level, growth or share of the pair over the years, with what the article says.
std::optional<Chart> series_chart(const CheckedArticle& article, const Ledger& ledger, const Pair& pair,
                                  StatementKind kind);

}  // namespace tradewind::charts
