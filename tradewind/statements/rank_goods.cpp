// "Diesel was the largest import", "Retail attracted the most FDI": ranks of goods and sectors, or of whoever a measure
// is told of.
#include <algorithm>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "Trade fell by 10 percent, the second-largest decline on record", "It was the third highest on record": of the figure
// told before.
void SentenceReader::rank_of_record(const RankMention& mention) {
  const Statement* figure = figure_before(mention.begin);
  // "from a record of $9 billion in 2019. It was the second largest fall": of the time that the text is in
  // ... "The volume was a record for the period"
  const bool volume = p_.is(p_.begin(), "the") && p_.can(p_.begin() + 1, use::value_noun | use::figure_noun);
  if (!figure && (volume || p_.is_any(p_.begin(), "it|this|that")))
    for (std::size_t k = statements_before_; k-- > 0 && statements_before_ - k < (volume ? 7 : 4) && !figure;)
      if (const Statement& one = result_.statements[k];
          one.period == d_.when.period && (!volume || one.flow == "trade"))
        figure = &one;
  if (!figure || figure->kind == StatementKind::count) return;
  Statement statement = *figure;
  statement.kind = StatementKind::rank;
  statement.value = {mention.ranks.front(), "rank"};
  statement.also.reset();
  statement.compared_with.reset();
  statement.among = mention.among;
  statement.rule = "rank on record";
  place(statement, mention.begin, mention.end, mention.begin, mention.end);
  statement.printed = std::string(slice(mention.begin, mention.end));
  push(std::move(statement));
}

// "East Asia recorded the strongest export growth", "Retail attracted the most FDI": of the measure behind it, whose
// clause says who or what is the first.
void SentenceReader::rank_of_object(const RankMention& mention) {
  const auto of = std::ranges::find_if(
      measures_, [&](const MeasureMention& m) { return m.head > mention.begin && m.head < mention.begin + 5; });
  if (of == measures_.end()) return;
  const std::size_t clause = clauses_.at(mention.begin);
  const std::size_t verb = clauses_[clause].verb;
  Series series = series_of(*of);
  // "Laos recorded the highest value of border trade", of a text on Thailand's: with whom it was
  if (const auto who = own_agents(clause); who.size() == 1 && verb != Clause::none && verb <= mention.begin &&
                                           series.flow == "trade" && !of->change && of->subjects.empty() &&
                                           named_party(d_.reporter()) && d_.reporter() != who.front() &&
                                           !d_.who.owners.contains(who.front()))
    series.subjects = {d_.reporter()}, series.partners = who;
  if (verb != Clause::none && verb <= mention.begin && own_agents(clause).empty()) {
    auto [begin, end] = subject_phrase(clause, clauses_[clause].begin, verb);
    if (begin >= end || in_measure(begin, end)) return;
    if (p_.can(verb - 1, use::goods)) begin = std::min(begin, goods_begin(parts_, clauses_, verb)), end = verb;
    if (series.subject() == world_total && p_.capital(end - 1))
      series.subjects = {unnamed_party};  // "East Asia": of whom no table tells
    else if (series.region.empty())
      series.product = noun_words(parts_, begin, end);
    if (series.measure.starts_with("investment")) series.partners = {world_total};
  }
  measures_read_.insert(of->head);
  Scope& scope = scopes_[clause];
  scope.topic = scope.subject = series;
  scope.topic_at = of->head, scope.topic_begin = mention.begin;
  if (series.is_pair() && parts_.quantities.empty()) d_.about.last = series;
  RankMention rank = mention;  // "Most imports came from China" ranks partners
  if (verb != Clause::none && verb <= mention.begin) rank.among = own_agents(clause).empty() ? "goods" : "others";
  emit_rank(rank, series, mention.ranks.front(), nullptr, mention.begin, of->end);
}

// "Diesel was the largest import", "Real estate ranked second", "our third-largest export is education": the goods that
// a clause with a rank is about; none where it is about somebody.
std::string SentenceReader::ranked_goods(const RankMention& mention) const {
  const std::size_t clause = clauses_.at(mention.begin);
  std::size_t verb = clauses_[clause].verb;
  if (verb == Clause::none && mention.verbal) verb = mention.begin;  // "Metals topped the list"
  if (verb == Clause::none || !own_agents(clause).empty()) return {};
  // "Fresh fruit, the largest export item, generated $3 billion"
  std::size_t comma = p_.before_the(mention.begin) - 1;
  if (p_.can(comma, use::adverb)) --comma;  // ", still the top export,"
  if (mention.begin < verb && p_.is(comma, ",") && p_.is(mention.end, ",") && p_.can(comma - 1, use::goods) &&
      parts_.owner(comma - 1).kind == PartKind::none && !in_measure(comma - 1, comma))
    return noun_words(parts_, goods_begin(parts_, clauses_, comma), comma);
  auto [begin, end] = verb < mention.begin || mention.begin == verb
                          ? subject_phrase(clause, clauses_[clause].begin, verb)
                          : std::pair(verb + 1, noun_phrase_end(parts_, verb + 1));
  if (begin >= end || p_.can(end - 1, use::pronoun | use::determiner) || parts_.party_at(end - 1) ||
      p_.is_any(end - 1, "exports|imports|trade"))
    return {};
  // "Gold, diamonds and jewellery topped the list"
  if (verb <= mention.begin && p_.can(verb - 1, use::goods))
    begin = std::min(begin, goods_begin(parts_, clauses_, verb)), end = verb;
  if (!mention.of_goods && !p_.can(end - 1, use::goods) && d_.about.said.product.empty() &&
      !d_.about.last.measure.starts_with("investment"))
    return {};
  std::string goods = noun_words(parts_, begin, end);
  return generic_goods(goods) ? std::string() : goods;
}

// Of what series the goods are ranked: the one that the text is in, else, of "Coffee was Ethiopia's top export", all
// that its owner, or whom the text is about, trades; unknown where nobody is named.
Series SentenceReader::series_of_goods(const RankMention& mention) const {
  const PartyMention* owner = party_ending_at(parts_.parties, mention.begin);
  const EconomyCode own = owner && owner->possessive && !owner->anaphor ? owner->name.code
                          : !d_.who.main.empty()                        ? d_.who.main
                                                                        : EconomyCode{};
  for (const Series* one : context(clauses_.at(mention.begin), false)) {
    if ((!is_trade_flow(one->flow) && !one->measure.starts_with("investment")) || one->flow == "balance") continue;
    Series series = *one;
    if (!mention.flow.empty() && mention.of_goods) series.flow = mention.flow;
    // Among all that the text's economy trades, where the text is not on two of them.
    const Series& first = d_.about.first;
    const bool of_pair = is_trade_flow(first.flow) && first.is_pair() && !one->other(first.subject()).empty();
    if (!d_.about_pair() && !(of_pair && one->other(first.subject()) == first.partner())) {
      series.partners = {world_total};
      if (named_party(own) && is_trade_flow(series.flow)) series.subjects = {own};
    }
    return series;
  }
  Series series;
  if (!mention.of_goods || mention.flow.empty() || !named_party(own)) return series;
  series.subjects = {own}, series.partners = {world_total};
  series.flow = mention.flow, series.measure = "goods_trade";
  return series;
}

void SentenceReader::rank_of_goods(const RankMention& mention, const std::string& goods) {
  Series series = series_of_goods(mention);
  if (!series.known()) return;
  series.product = goods;
  // "Copper was Peru's top export to Japan"
  if (p_.is_any(mention.end, "to|from"))
    if (const PartyMention* there = party_named_at(p_, parts_.parties, mention.end + 1);
        there && !there->possessive && resolve(*there, false) != series.subject())
      series.partners = {resolve(*there, false)};
  // "Jiangsu was second. Shandong ranked fifth": a place after another
  for (std::size_t i = clauses_[clauses_.at(mention.begin)].begin, end = i; i < mention.begin && !series.region.empty();
       ++i)
    if (const auto* place = p_.capital(i) ? province_at(d_.who.provinces, p_, i, end) : nullptr)
      series.region = series.product = place->first;
  series.part = true;
  emit_rank(mention, series, mention.ranks.front(), nullptr, mention.begin, mention.end);
  // "Gold was the main export, at $9 million, followed by timber at $5 million": of the flow that the rank is of.
  if (!has_direction(series.flow) && !series.measure.starts_with("investment") && !mention.verbal) return;
  Scope& scope = scopes_[clauses_.at(mention.begin)];
  scope.topic = std::move(series);
  scope.topic_at = scope.topic_begin = mention.begin;
  scope.of_rank = true;
}

// "our largest partner, accounting for 27 percent of our goods and services trade": so is the rank, and what follows.
void SentenceReader::count_both_of_rank(const Statement& share) {
  for (auto& told : std::span(result_.statements).subspan(statements_before_)) {
    if (told.kind != StatementKind::rank || told.subject != share.subject || told.partner != share.partner ||
        told.measure != "goods_trade" || d_.goods_said)
      continue;
    told.measure = share.measure;
    for (Series* series : {&d_.about.first, &d_.about.topic, &d_.about.last})
      if (series->measure == "goods_trade" && series->subject() == told.subject && series->product.empty())
        series->measure = share.measure;
  }
}

}  // namespace tradewind
