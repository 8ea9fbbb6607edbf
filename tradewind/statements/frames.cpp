// What a clause is about: whose trade with whom, carried from sentence to sentence as the press leaves it out.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::measure(const MeasureMention& mention) {
  governor_begin_ = mention.begin;
  governed_ = true;
  Frame frame;
  frame.flow = mention.flow;
  frame.measure = mention.measure;
  frame.product = mention.product;
  // "Guangxi's trade with ASEAN ... Its exports to Vietnam": still the province's, a part of its country's.
  if (mention.region)
    frame.region = mention.product;
  else if (!d_.frame.region.empty() && d_.region_paragraph == d_.paragraph && mention.product.empty() &&
           std::ranges::all_of(mention.subjects, [](const PartyMention& party) { return party.anaphor; }))
    frame.region = frame.product = d_.frame.region;
  frame.flows = mention.flows;
  frame.cumulative = mention.cumulative;
  frame.sign = mention.sign;
  frame.subjects = d_.resolve(mention.subjects);
  frame.partners = d_.resolve(mention.partners);
  if (mention.of_the_world && frame.subjects.empty() && frame.partners.empty()) {
    frame.subjects = frame.partners = {world_total};
    return set_frame(std::move(frame));
  }
  if (frame.partners.empty() && d_.last_list.size() > 1 &&
      p_.match_any(mention.end, {"with these", "with those", "to these", "to those", "from these", "from those",
                                 "with the four", "with the three", "with the two", "with the five", "with them"}))
    frame.partners = d_.last_list;
  const std::vector<EconomyCode> clause = clause_parties(mention);
  // "Imports rose 2 percent" at the head of a sentence, after exports to some partner: again those of the topic.
  const bool back_to_topic = clause.empty() && mention.subjects.empty() && mention.partners.empty() &&
                             mention.product.empty() && !mention.bilateral && !sentence_pair_ && !rank_in_sentence_ &&
                             !d_.topic.measure.empty() && d_.topic.measure == mention.measure &&
                             (d_.frame.flow == "exports" || d_.frame.flow == "imports") &&
                             d_.topic.subject() == d_.frame.subject() && mention.begin <= p_.begin() + 6;
  // "Trade with ASEAN climbed. Exports of electric vehicles rose": those to the whole world again.
  const bool product_of_all = clause.empty() && mention.subjects.empty() && mention.partners.empty() &&
                              !mention.product.empty() && !mention.bilateral && mention.begin <= p_.begin() + 1 &&
                              d_.topic.partner() == world_total && d_.topic.measure == mention.measure &&
                              d_.topic.subject() == d_.frame.subject() && d_.topic.product.empty();
  const Frame last = back_to_topic || product_of_all ? d_.topic : d_.frame;

  // A part of the trade of the frame before ("turnover up 24.1%") is that trade again.
  if (mention.measure == "turnover") {
    if (last.measure.empty()) return;
    frame.flow = last.flow, frame.measure = last.measure;
    if (frame.product.empty()) frame.product = last.product;
  }
  if (frame.partners.empty() && (frame.measure.starts_with("investment") || frame.measure.starts_with("contracted")))
    frame.partners = where_to(mention);
  if (mention.measure == "investment" || mention.measure == "investment_stock") investment(mention, frame);

  if (frame.subjects.empty() && frame.partners.empty()) {
    // "ASEAN was China's largest partner, with total trade reaching ...": the pair of the rank.
    const auto of_rank = [&](const EconomyCode& code) {
      return code == last.subject() || std::ranges::find(last.partners, code) != last.partners.end();
    };
    if ((sentence_pair_ && mention.bilateral) || (rank_in_sentence_ && std::ranges::all_of(clause, of_rank)) ||
        (mention.measure == "turnover" && sentence_pair_)) {
      frame.subjects = last.subjects;
      frame.partners = last.partners;
    } else if (clause.size() >= 2 && (mention.bilateral || frame.flow == "trade")) {
      frame.subjects = {clause.front()};
      frame.partners.assign(clause.begin() + 1, clause.end());
    } else if (!clause.empty() && !mention.total && mention.bilateral) {
      frame.subjects = {clause.front()};
      set_other(frame);
    } else if (!clause.empty()) {
      frame.subjects = {clause.front()};
      if (sentence_pair_ && clause.front() == last.subject() && !mention.total)
        frame.partners = last.partners;
      else if (mention.bilateral)
        set_other(frame);
      else
        frame.partners = {world_total};
    } else if (mention.total && !last.subject().empty() && !mention.bilateral) {
      frame.subjects = {last.subject()};
      frame.partners = {world_total};
    } else if (!last.subjects.empty() && last.partners.size() <= 1) {
      frame.subjects = last.subjects;
      frame.partners = last.partners;
      const bool no_pair = frame.partner() == world_total || frame.partners.empty();
      if (mention.bilateral && (no_pair || d_.topic.measure.empty()) && !d_.pair_subject.empty()) {
        frame.subjects = {d_.pair_subject};
        frame.partners = {d_.pair_partner};
      }
    } else if (mention.bilateral && !d_.pair_subject.empty()) {
      frame.subjects = {d_.pair_subject};
      frame.partners = {d_.pair_partner};
    } else if (!last.subjects.empty()) {
      frame.subjects = {last.subject()};
      frame.partners = {world_total};
    } else {
      frame.subjects = {d_.main};
      frame.partners = {mention.bilateral && !d_.second.empty() ? d_.second : world_total};
    }
    if (frame.product.empty() && frame.measure == last.measure && mention.end - mention.head <= 2 &&
        !last.product.empty() && frame.flow == last.flow)
      frame.product = last.product;
  } else if (frame.subjects.empty()) {
    const EconomyCode with = frame.partner();
    // Neither the partner itself nor a bloc that it belongs to.
    const auto not_partner = [&](const EconomyCode& code) {
      return !code.empty() && std::ranges::find(frame.partners, code) == frame.partners.end() && !member_of(with, code);
    };
    const auto own = std::ranges::find_if(clause, not_partner);
    if (own != clause.end())
      frame.subjects = {*own};
    else if (not_partner(last.subject()))
      frame.subjects = {last.subject()};
    else if (not_partner(d_.other(last.subject())))
      frame.subjects = {d_.other(last.subject())};
    else if (!d_.other(with).empty())
      frame.subjects = {d_.other(with)};
    else if (not_partner(d_.main))
      frame.subjects = {d_.main};
    else if (not_partner(d_.second))
      frame.subjects = {d_.second};
  } else if (frame.partners.empty()) {
    const EconomyCode own = frame.subject();
    if (mention.bilateral)
      set_other(frame);
    else if ((mention.named_balance || (mention.verb && d_.frame.partner() != world_total)) && !d_.other(own).empty())
      frame.partners = {d_.other(own)};
    else if (!mention.total && goes_on_about(own))
      frame.partners = {d_.other(own)};
    else if (!mention.total && of_which() && !d_.other(own).empty())
      frame.partners = {d_.other(own)};
    else if (is_trade_flow(frame.flow))
      frame.partners = {world_total};
    if (frame.subjects.size() == 2 && (frame.flow == "trade" || frame.flow == "balance" || frame.flow == "two-way")) {
      frame.partners = {frame.subjects.back()};
      frame.subjects.pop_back();
    }
  }
  set_frame(std::move(frame));
}

bool SentenceReader::member_of(const EconomyCode& economy, const EconomyCode& bloc) const {
  static constexpr Date any_day{std::chrono::year{2025}, std::chrono::month{1}, std::chrono::day{1}};
  return lexicon_.is_bloc(bloc) && lexicon_.world().is_member(economy, bloc, d_.time.published.value_or(any_day));
}

void SentenceReader::set_other(Frame& frame) const {
  const EconomyCode other = d_.other(frame.subject());
  if (!other.empty())
    frame.partners = {other};
  else if (d_.main != frame.subject() && !d_.main.empty())
    frame.partners = {d_.main};
  else if (!d_.second.empty())
    frame.partners = {d_.second};
}

void SentenceReader::set_frame(Frame frame) {
  if (!frame.subject().empty() && !frame.partner().empty() && frame.partner() != world_total &&
      frame.partners.size() == 1) {
    d_.pair_subject = frame.subject();
    d_.pair_partner = frame.partner();
    sentence_pair_ = true;
  }
  if (d_.topic.measure.empty()) d_.topic = frame;
  if (frame.partners.size() > 1) d_.last_list = frame.partners;
  if (!frame.region.empty()) d_.region_paragraph = d_.paragraph;
  d_.subject_is_bloc = lexicon_.is_bloc(frame.subject());
  d_.frame = frame_ = std::move(frame);
}

void SentenceReader::investment(const MeasureMention& mention, Frame& frame) {
  if (mention.bilateral && frame.flow.empty()) frame.flow = "two-way";
  if (cumulative_near(mention.head)) frame.cumulative = true;
  // "FDI fell to 92.1 billion yuan. In dollar terms, the investment was ...": the same again.
  if (frame.flow.empty() && frame.partners.empty() && frame.subjects.empty() &&
      d_.frame.measure.starts_with("investment"))
    frame.flow = d_.frame.flow;
  if (frame.flow.empty()) frame.flow = !frame.partners.empty() && !frame.subjects.empty() ? "outward" : "two-way";
  if (frame.cumulative || mention.measure == "investment_stock")
    frame.measure = "investment_stock";
  else
    frame.measure = "investment_flow";
}

std::vector<EconomyCode> SentenceReader::where_to(const MeasureMention& mention) const {
  for (std::size_t i = mention.end; i < p_.end() && !p_.is_any(i, {";", "while", "whereas"}); ++i) {
    if (!p_.is_any(i, {"in", "across", "into"})) continue;
    std::size_t end = i;
    if (const auto list = party_list_at(p_, parties_, i + 1, end); !list.empty()) return d_.resolve(list);
  }
  return {};
}

bool SentenceReader::cumulative_near(std::size_t head) const {
  for (std::size_t i = head > p_.begin() + 8 ? head - 8 : p_.begin(); i < std::min(p_.end(), head + 12); ++i)
    if (p_.is_any(i, {"cumulative", "cumulatively", "accumulated", "accumulative", "stock", "accumulatively"}))
      return true;
  return false;
}

// "Trade grew 9.6 percent to 3.67 trillion yuan, with China's exports at 2.31 trillion": with the one just spoken of.
bool SentenceReader::goes_on_about(const EconomyCode& own) const {
  if (d_.other(own).empty() || result_.statements.size() <= statements_before_) return false;
  const Statement& last = result_.statements.back();
  return last.partner != world_total && !last.partner.empty() && (last.subject == own || last.partner == own) &&
         (last.subject == d_.other(own) || last.partner == d_.other(own));
}

bool SentenceReader::of_which() const {
  return p_.match_any(p_.begin(), {"of which", "of the total", "of the sum", "of that", "of this", "of this total",
                                   "of the amount", "among them", "in the breakdown", "specifically"}) != 0 ||
         contains({"of which", "among which"}) || sentence_pair_;
}

std::vector<EconomyCode> SentenceReader::clause_parties(const MeasureMention& mention) const {
  std::vector<EconomyCode> result;
  const std::size_t begin = clause_begin(mention.begin);
  std::size_t previous_end = 0;
  for (const auto& party : parties_) {
    if (party.begin < begin || party.begin >= mention.begin || party.anaphor) continue;
    if (party.name.role == NameRole::agreement || (party.name.role == NameRole::capital)) continue;
    if (party.possessive || party.name.role == NameRole::demonym) {
      if (!mention.verb || party.possessive) continue;
    }
    if (inside_measure(party) || inside_rank(party)) continue;
    const std::size_t before = p_.ends_before(party.begin, "the") ? party.begin - 1 : party.begin;
    if (p_.ends_before_any(before, {"in", "of", "from", "to", "across", "for", "against", "by", "than", "including",
                                    "via", "through", "on", "into", "as", "-"}) &&
        !p_.ends_before(before, "for"))
      continue;
    if (p_.is(party.end, "-") || p_.capital(party.end)) continue;  // "China Customs", "US-led"
    const bool list = !result.empty() && party.begin - previous_end <= 2;
    if (!list) result.clear();
    result.push_back(d_.resolve(party));
    previous_end = party.end;
  }
  return result;
}

void SentenceReader::governed_from_right(const Quantity& q, std::size_t k) {
  std::size_t i = q.end;
  for (int skipped = 0; skipped < 4; ++skipped)
    if (p_.is_any(i, {"year", "on", "-", "worth", "yearly", "annual", "a", "'s"}) ||
        (direction_of(p_.word(i)) != Direction::none && !p_.is_any(i, {"up", "down", "higher", "lower"})))
      ++i;
  for (const auto observed :
       {"was observed", "was recorded", "was seen", "was reported", "were recorded", "was registered"})
    if (const auto behind = p_.match(i, observed); behind && p_.is(behind, "in")) i = behind;
  // "a 9.1 percent increase in electronic components", in a text on exports: of them.
  const bool of_trade = frame_.flow == "exports" || frame_.flow == "imports";
  if (of_trade && q.kind == QuantityKind::percent && p_.is(i, "in") &&
      direction_of(p_.word(i - 1)) != Direction::none && i > q.end && p_.is_word(i + 1) && !in_party(i + 1) &&
      !is_period_token(i + 1)) {
    std::string noun;
    bool of_measure = false;
    for (std::size_t k2 = i + 1; k2 < p_.end() && k2 < i + 7 && p_.is_word(k2) && !is_verb(p_.word(k2)); ++k2) {
      if (p_.is_any(k2, {"with", "to", "from", "in", "during", "for", "over", "of"})) break;
      for (const auto& mention : measures_) of_measure = of_measure || (k2 >= mention.begin && k2 < mention.end);
      noun += (noun.empty() ? "" : " ") + std::string(p_.word(k2));
    }
    if (!noun.empty() && !of_measure && (names_goods(noun) || noun.ends_with("parts"))) {
      frame_.product = noun;
      return;
    }
  }
  if (!p_.is_any(i, {"in", "of"}) && !p_.is(i - 1, "worth")) {
    // "a $295 billion trade deficit": the measure right behind the figure.
    for (std::size_t m = 0; m < measures_.size(); ++m)
      if (q.kind == QuantityKind::money && measures_[m].begin <= q.end + 1 && measures_[m].head >= q.end &&
          measures_[m].head <= q.end + 3 && measures_[m].flow == "balance") {
        measure(measures_[m]);
        skip_events_until_ = measures_[m].head + 1;
        return;
      }
    return;
  }
  if (q.kind == QuantityKind::percent && p_.is(i, "of")) return;  // a share
  for (std::size_t m = 0; m < measures_.size(); ++m) {
    const MeasureMention& mention = measures_[m];
    if (mention.head < q.end || mention.begin > i + 2 || mention.verb) continue;
    if (k + 1 < quantities_.size() && quantities_[k + 1].begin < mention.head) return;
    if (already_governed(q, mention)) return;
    measure(mention);
    governor_begin_ = q.begin;
    skip_events_until_ = std::max(skip_events_until_, mention.head + 1);
    return;
  }
}

bool SentenceReader::already_governed(const Quantity& q, const MeasureMention& right) const {
  for (const auto& mention : measures_)
    if (mention.end <= q.begin && mention.head >= segment_begin_of(q) && mention.measure == right.measure &&
        mention.flow == right.flow)
      return true;
  return false;
}

}  // namespace tradewind
