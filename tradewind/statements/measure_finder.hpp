/// The finding of measures in one sentence; its members are gathered by the side of the measure that they read, a file
/// each.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/statements/goods_phrase.hpp"
#include "tradewind/statements/measures.hpp"

namespace tradewind {

class MeasureFinder {
 public:
  MeasureFinder(const Parts& parts, const Clauses& clauses, const Provinces& provinces);
  std::vector<MeasureMention> run();

 private:
  // ---- The measure's own words (measures.cpp) ----
  std::optional<MeasureMention> at(std::size_t i);
  // "that with Vietnam", "those to the United States", "the volume between China and the Philippines": the same again.
  std::optional<MeasureMention> pronominal(std::size_t i);
  // "sales of wheat to Japan": the token behind the goods.
  std::size_t behind_what_is_sold(std::size_t end) const;
  // "financial and insurance activities": the token behind them; 0 where they do not begin.
  std::size_t behind_activities(std::size_t i) const;
  // "Free Trade Area", "trade partner", "Ministry of Trade", "export controls": names of something else.
  bool names_measure(std::size_t i, const Head& head, std::size_t end) const;
  // "balance of payments", "balance sheet"
  bool one_word_balance(std::size_t end) const { return p_.match(end, "of payments") || p_.is(end, "sheet"); }
  // A noun that makes the measure before it the first half of a name.
  bool compound_noun(std::size_t i) const;
  bool aimed_at(std::size_t i) const;
  bool followed_by_figure(std::size_t i) const;
  void finish(MeasureMention& mention) const;
  // "In services, the EU exported ... and imported ..."
  bool services_in_front(std::size_t head) const;

  // ---- Verbs (measure_verbs.cpp) ----
  // "China imported agricultural products worth 52.65 billion yuan from ASEAN countries".
  std::optional<MeasureMention> verbal(std::size_t i, const Head& verb);
  bool trades_something(std::size_t i) const;
  bool goes_into_a_party(std::size_t i) const;
  // "sent 4 million vehicles abroad"
  bool sends_goods(std::size_t i) const;
  bool foreigners_before(std::size_t verb) const;
  // What a verb of trade is said of: "exported $24 billion worth of products to ...".
  std::string object(std::size_t i, std::size_t clause) const;

  // ---- Told without the measure's noun (measure_turns.cpp) ----
  std::optional<MeasureMention> told_otherwise(std::size_t i);
  // "$5 billion in the red"
  std::optional<MeasureMention> in_the_red(std::size_t i);
  // "bought $5 billion more than it sold", "imports exceeded exports by $5 billion"
  std::optional<MeasureMention> difference(std::size_t i);
  // "goods worth $5 billion changed hands", "goods worth $5 billion came from China"
  std::optional<MeasureMention> goods_moved(std::size_t i);
  // "of what Qatar imported", "everything that Chile exported", "the goods that it sold abroad"
  std::optional<MeasureMention> what_is_traded(std::size_t i);
  // "put $5 billion into Brazil"
  std::optional<MeasureMention> money_put(std::size_t i);
  // "completed overseas projects worth $5 billion", "new deals worth $5 billion were signed"
  std::optional<MeasureMention> contracts(std::size_t i);
  // "shipped $5 billion of goods to Japan and took in $6 billion"
  bool takes_in_return(std::size_t i) const;
  const Quantity* money_at(std::size_t i) const;
  bool money_ending_at(std::size_t end) const;
  // "gap", "sales", "bill": nouns that only a text on trade makes a measure.
  bool weak_noun(const MeasureMention& mention) const;

  // ---- Before the measure (measure_modifiers.cpp) ----
  void left(MeasureMention& mention);
  void direction(MeasureMention& mention, std::string_view word) const;
  bool bare_noun(std::size_t i) const;
  bool measure_word(std::size_t i) const;
  // Parties before the measure: "China's", "Chinese", "China-ASEAN", "China and ASEAN's", "intra-ASEAN".
  std::size_t owner_before(MeasureMention& mention, std::size_t i);
  // "Guangxi's trade", "the FDI sector's exports", "the month's surplus".
  bool partner_in_front(const MeasureMention& mention, const PartyMention& party) const;
  std::size_t possessive(MeasureMention& mention, std::size_t mark);

  // ---- Behind the measure (measure_complements.cpp) ----
  // "between A and B", "with A, B and C", "to A", "from A", "of A", "in agricultural products".
  void right(MeasureMention& mention);
  // "Exports to the country's main markets": the owner's, with some that nobody names.
  bool no_named_markets(MeasureMention& mention, const PartyMention& owner, std::size_t& k) const;
  // "southwest China's Yunnan Province", "the Guangxi Zhuang autonomous region": its name and whose it is, null where
  // that is not said; false where no place begins.
  bool place_at(std::size_t i, std::string& name, const PartyMention*& owner, std::size_t& end) const;
  // "trade between Guangxi and ASEAN": a place of no country's rank, and a party.
  bool region_between(MeasureMention& mention, std::size_t i, std::size_t& end) const;
  // "the rest of the world", "overseas markets": with everybody.
  std::size_t all_the_others(std::size_t i) const;
  // "emerging markets", "the other eight EAS countries", "East Asia": partners that no table names.
  std::size_t unnamed_group(std::size_t i) const;
  // "through Myanmar's land border posts": the token behind it; 0 where no such words begin.
  std::size_t crosses_a_border(std::size_t i) const;

  const Parts& parts_;
  const Clauses& clauses_;
  const Provinces& provinces_;
  const Phrase& p_;
  bool title_ = false;          // a headline, every word with a capital
  bool told_ = false;           // a measure before
  bool sold_ = false;           // a verb of the sentence has told exports
  bool partner_named_ = false;  // a measure before has told with whom
};

}  // namespace tradewind
