#include "tradewind/statements/ranks.hpp"

#include <algorithm>

#include "tradewind/statements/rank_finder.hpp"

namespace tradewind {

std::vector<RankMention> RankFinder::run() {
  std::vector<RankMention> result;
  for (std::size_t i = p_.begin(); i < p_.end();) {
    auto mention = at(i);
    if (!mention && !result.empty()) mention = repeated(result.back(), i);
    if (!mention) {
      ++i;
      continue;
    }
    i = std::max(i + 1, mention->end);
    if (!result.empty()) join(result.back(), *mention);
    said_before_ = said_before_ || !mention->ranks.empty();
    result.push_back(std::move(*mention));
    if (auto other = of_another_noun(result.back())) {
      i = std::max(i, other->end);
      result.push_back(std::move(*other));
    }
  }
  return result;
}

std::optional<RankMention> RankFinder::at(std::size_t i) {
  if (!p_.inside(i) || !(p_.is_word(i) || p_.token(i).kind == TokenKind::ordinal)) return std::nullopt;
  if (!p_.can(i, use::ranked) && p_.token(i).kind != TokenKind::ordinal) return std::nullopt;
  if (p_.is(i, "to") && !placed_at(p_.skip_the(i + 1))) return std::nullopt;
  if (auto mention = verbal(i)) return mention;
  if (auto mention = of_object(i)) return mention;
  if (auto mention = on_record(i)) return mention;
  if (auto mention = nominal(i)) return mention;
  if (auto mention = place_alone(i)) return mention;
  return relation(i);
}

// "China's top export market and second-largest import source for agri-food products": owner and product of one hold
// for the other.
void RankFinder::join(RankMention& before, RankMention& here) const {
  std::size_t k = before.end;
  if (p_.is(k, ",")) ++k;
  if (p_.is_any(k, "and|as") && p_.is(k + 1, "well")) k += 2;
  if (p_.is(k, "and")) ++k;
  if (p_.is_any(k, "the|its") && here.owners.empty()) ++k;
  if (k != here.begin && k != here.first) return;
  if (here.owners.empty() && !before.owners.empty()) here.owners = before.owners;
  if (before.owners.empty() && !here.owners.empty() && !before.mutual) before.owners = here.owners;
  if (before.product.empty()) before.product = here.product;
  // "the world's largest exporter of tin and the second largest exporter of zinc", "and second-largest importer"
  if (before.of_world && here.owners.empty() && !here.verbal) here.of_world = true, here.among = before.among;
}

// "Indonesia's largest source of imports as well as export destination": the rank holds for both nouns.
std::optional<RankMention> RankFinder::of_another_noun(const RankMention& rank) const {
  if (rank.ranks.empty() || rank.verbal) return std::nullopt;
  std::size_t k = p_.match(rank.end, "as well as");
  if (k == 0 && p_.is(rank.end, "and")) k = rank.end + 1;
  std::size_t end = k;
  const Head* noun = k ? ranked_noun_at(p_, k, end) : nullptr;
  if (!noun || noun->flow == rank.flow || noun->measure == "gdp") return std::nullopt;
  RankMention mention = rank;
  mention.end = end;
  mention.flow = noun->flow;
  mention.measure = noun->measure;
  mention.flow_said = noun->flow != "trade";
  return mention;
}

// "China has been ASEAN's largest trading partner ..., while ASEAN has been China's for five years", "and ASEAN became
// China's third largest", "and ASEAN China's second": the noun left out, the place another one or the same.
std::optional<RankMention> RankFinder::repeated(const RankMention& last, std::size_t i) const {
  const auto owner = std::ranges::find(parties_, i, &PartyMention::begin);
  if (owner == parties_.end() || !owner->possessive || last.of_goods || last.of_world) return std::nullopt;
  std::size_t behind = owner->end;
  std::vector<Interval> ranks = places(behind);
  behind = p_.skip_hyphen(behind);
  if (p_.is_any(behind, "largest|biggest|top")) {
    if (ranks.empty()) ranks.push_back(Interval::exactly(1));
    ++behind;
  }
  if (owner->anaphor && ranks.empty()) return std::nullopt;
  const bool noun_left_out = !p_.inside(behind) || p_.is_any(behind, "for|,|.|since|and|in|;|after|behind|but|while");
  const bool said = p_.can(i - 1, use::be | use::become) || p_.is_any(i - 1, "been|as") ||
                    (!ranks.empty() && party_ending_at(parties_, i));
  if (!noun_left_out || !said) return std::nullopt;
  RankMention mention = last;
  mention.begin = i;
  mention.first = owner->end;
  mention.end = behind;
  mention.owners = {*owner};
  if (ranks.empty())
    mention.first = behind;
  else
    mention.ranks = std::move(ranks);
  return mention;
}

// "No. 2", "number 3", "No1": the place and what stands behind it.
std::optional<std::pair<int, std::size_t>> RankFinder::numbered(std::size_t i) const {
  if (!p_.is_any(i, "no|number")) return std::nullopt;
  const std::size_t k = p_.is(i + 1, ".") ? i + 2 : i + 1;
  if (const auto word = number_word(p_.word(k)); word && p_.is(i, "number")) return std::pair(*word, k + 1);
  if (!p_.is_number(k) || p_.word(k).size() > 2) return std::nullopt;
  return std::pair(std::atoi(std::string(p_.word(k)).c_str()), k + 1);
}

// The places that begin at `k`, "second", "second and third"; `k` is set behind them.
std::vector<Interval> RankFinder::places(std::size_t& k) const {
  std::vector<Interval> ranks;
  for (auto ordinal = ordinal_at(k); ordinal; ordinal = ordinal_at(k)) {
    ranks.push_back(Interval::exactly(*ordinal));
    ++k;
    std::size_t next = p_.is(k, ",") ? k + 1 : k;
    if (p_.is(next, "and")) ++next;
    if (next == k || !ordinal_at(next)) break;
    k = next;
  }
  return ranks;
}

// "an important trading partner for Malaysia", "one of China's main partners": who with whom, without a rank.
std::optional<RankMention> RankFinder::relation(std::size_t i) const {
  std::size_t end = 0;
  const Head* noun = ranked_noun_at(p_, i, end);
  if (!noun || i == p_.begin()) return std::nullopt;
  if (noun->words.find(' ') == std::string_view::npos) {
    // "remained a positive market": of whom the text is about
    if (!p_.is_any(i, "market|buyer|supplier|customer")) return std::nullopt;
    std::size_t k = i;
    while (k > p_.begin() && p_.can(k - 1, use::adjective | use::adverb) && i - k < 4) --k;
    if (k == i || !p_.is_any(k - 1, "a|an") || !p_.can(k - 2, use::be | use::become)) return std::nullopt;
    RankMention mention;
    mention.begin = mention.first = i;
    mention.end = end;
    mention.flow = noun->flow;
    mention.measure = noun->measure;
    mention.flow_said = true;
    mention.among = "partners";
    return mention;
  }
  RankMention mention;
  mention.begin = mention.first = i;
  mention.end = end;
  mention.flow = noun->flow;
  mention.measure = noun->measure;
  mention.flow_said = noun->flow != "trade";
  mention.among = "partners";
  mention.plural = noun->words.ends_with("s");
  std::size_t k = i;
  while (k > p_.begin() && p_.can(k - 1, use::adjective | use::adverb) && i - k < 4) --k;
  if (const auto* party = party_ending_at(parties_, k); party && party->possessive) {
    mention.owners = {*party};
    mention.begin = party->begin;
  } else if (p_.is_any(end, "of|for|to")) {
    std::size_t behind = end;
    if (auto list = party_list_at(p_, parties_, end + 1, behind); list.size() == 1 && !list.front().possessive) {
      mention.owners = std::move(list);
      mention.end = behind;
    }
  }
  if (mention.owners.empty()) return std::nullopt;
  return mention;
}

std::vector<RankMention> find_ranks(const Phrase& sentence, const std::vector<PartyMention>& parties) {
  return RankFinder(sentence, parties).run();
}

}  // namespace tradewind
