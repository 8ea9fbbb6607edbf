#include "tradewind/statements/dollars.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tradewind {
namespace {

constexpr auto dollars = std::to_array<std::pair<std::string_view, std::string_view>>({{"AUS", "AUD"},
                                                                                       {"CAN", "CAD"},
                                                                                       {"NZL", "NZD"},
                                                                                       {"SGP", "SGD"},
                                                                                       {"HKG", "HKD"},
                                                                                       {"JAM", "JMD"},
                                                                                       {"TTO", "TTD"},
                                                                                       {"FJI", "FJD"},
                                                                                       {"BRN", "BND"},
                                                                                       {"NAM", "NAD"},
                                                                                       {"TWN", "TWD"}});

std::string_view dollar_of(const EconomyCode& code) {
  const auto* const found =
      std::ranges::find(dollars, code.text, &std::pair<std::string_view, std::string_view>::first);
  return found == dollars.end() ? std::string_view() : found->second;
}

bool is_dollar(std::string_view currency) {
  return currency == "USD" ||
         std::ranges::find(dollars, currency, &std::pair<std::string_view, std::string_view>::second) != dollars.end();
}

// "US$5 billion", "5 billion US dollars", and not "the Canadian dollar rose".
bool of_an_amount(const Phrase& all, std::size_t i, std::size_t end) {
  return all.is_number(end) ||
         (i > all.begin() && (all.is_number(i - 1) || all.is_any(i - 1, "million|billion|trillion|thousand")));
}

// "Canadian international merchandise trade, March 2023": a line that names this one economy, its trade and a month or
// year, and says nothing of them; one that names none ("Merchandise trade statistics - June 2017") is its own.
bool titled_as_bulletin(const TokenizedText& tokens, const std::vector<std::vector<PartyMention>>& parties,
                        const EconomyCode& home) {
  if (!tokens.ends_paragraph(0)) return false;
  const Phrase line(tokens.tokens, tokens.sentences[0].begin, tokens.sentences[0].end);
  const auto& named = parties.front();
  if (std::ranges::any_of(named, [&](const PartyMention& p) { return p.name.code != home; })) return false;
  bool trade = false;
  for (std::size_t i = line.begin(); i < line.end(); ++i) {
    if (line.can(i, use::finite) && !line.can(i, use::measure | use::change_noun)) return false;
    trade = trade || line.is_any(i, "trade|exports|imports");
  }
  const std::size_t last = line.end() - 1;
  const bool dated = line.is_number(last) && line.word(last).size() == 4 && line.can(last - 1, use::time);
  return trade && dated;
}

// "$158,873m": to the million, as only who counts prints them.
bool counts_to_the_million(const Phrase& all) {
  for (std::size_t i = all.begin(); i < all.end(); ++i)
    if (all.is(i, "$") && all.is_number(i + 1) && all.word(i + 1).size() >= 4 &&
        all.word(i + 1).find('.') == std::string_view::npos && all.is(i + 2, "m") && !all.token(i + 2).space_before)
      return true;
  return false;
}

}  // namespace

bool says_unit(const Phrase& all, std::size_t i, std::size_t end) {
  // "All values are in New Zealand dollars", and these words alone
  const bool alone = all.is(end, ".") && i > all.begin() && all.is_any(i - 1, ".|:");
  return (alone || all.is(i - 1, "in")) && i > all.begin() && !all.is_number(end) && !all.is_any(end, "terms|,") &&
         all.word(end - 1) != "dollar";
}

std::string own_dollar(const TokenizedText& tokens, const std::vector<std::vector<PartyMention>>& parties,
                       const std::vector<CurrencyMention>& money_named, const Discourse& discourse) {
  const Phrase all(tokens.tokens, 0, tokens.tokens.size());
  bool bare = false, marked = false, told_in_both = false;
  std::string said;
  for (const auto& [begin, end, currency] : money_named) {
    if (!is_dollar(*currency)) continue;
    if (all.is(begin, "$") && end == begin + 1)
      bare = true;
    else if (says_unit(all, begin, end))
      said = *currency;
    else
      marked = marked || of_an_amount(all, begin, end);
    // "$253 billion (US$1.7 billion)": two kinds of dollars
    if (*currency == "USD" && !all.is(begin, "$") && all.is(begin - 1, "(") &&
        (all.is(begin - 3, "$") || (all.is(begin - 4, "$") && all.is_number(begin - 3))))
      told_in_both = true;
  }
  if (!bare) return {};
  if (!said.empty()) return said == "USD" ? std::string() : said;
  const Parties& who = discourse.who;
  const EconomyCode& home = !who.reporter.empty() ? who.reporter : dollar_of(who.main).empty() ? who.speaker : who.main;
  const std::string_view own = dollar_of(home);
  if (told_in_both) return std::string(own);
  if (marked || own.empty()) return {};
  if (home == who.reporter || home == who.speaker || std::ranges::find(who.offices, home) != who.offices.end() ||
      titled_as_bulletin(tokens, parties, home) || counts_to_the_million(all))
    return std::string(own);
  return {};
}

}  // namespace tradewind
