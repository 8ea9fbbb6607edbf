// Several figures in one sentence: enumerations whose members have a party, flow, goods or time each; the second halves
// of a sentence that leave out what the first one said.
#include <algorithm>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::list_of(std::size_t k, const Series& series) {
  std::vector<std::size_t> members;
  for (std::size_t j = k; j < parts_.quantities.size(); ++j)
    if (parts_.quantities[j].list == parts_.quantities[k].list) members.push_back(j);
  for (const auto j : members) done_.insert(j);
  // "Chips and cars made up 38 percent and 14 percent of exports to China, respectively": of these, all of them
  const Quantity& last = parts_.quantities[members.back()];
  const std::size_t begin = clause_begin(parts_.quantities[k].begin);
  const bool told_before = std::ranges::any_of(
      measures_, [&](const MeasureMention& m) { return m.head >= begin && m.end <= parts_.quantities[k].begin; });
  if (last.kind == QuantityKind::percent && p_.is(last.end, "of") && !told_before)
    for (const auto& whole : measures_)
      if (whole.begin > last.end && whole.begin < last.end + 3 && !measures_read_.contains(whole.head)) {
        Series of_whole = series_of(whole);
        of_whole.product = series.product;
        measures_read_.insert(whole.head);
        return list_of(k, of_whole);
      }
  // "Japan and Chile bought $5 million and $4 million worth of tea"
  if (Series goods = series; series.product.empty() && worth_of(goods, last) && !goods.product.empty())
    return list_of(k, goods);
  std::vector<const PeriodMention*> whens;
  for (const auto& period : parts_.periods)  // not the day that the dateline tells
    if (period.role == PeriodRole::when && usable(period)) whens.push_back(&period);
  const auto months = whens.size() == 1 ? each_month(*whens.front(), members.size()) : std::vector<PeriodMention>();
  if (!months.empty()) whens.clear();
  for (const auto& month : months) whens.push_back(&month);
  const auto flows = series_before(parts_.quantities[k]);
  auto products = goods_of_each(begin, parts_.quantities[k].begin);
  if (products.size() != members.size()) products = split_goods(series.product, members.size());
  const auto parties = parties_before(parts_.quantities[k], members.size());
  const auto goods = listed_goods(members.front(), series, members.size());
  const auto pairs = goods_and_partners(clause_begin(parts_.quantities[k].begin), parts_.quantities[k].begin);
  const auto levels = levels_before(members.size());
  const std::size_t of_list = first_of_them(begin) == members.size() ? d_.who.list.size() : 0;
  auto back = goes_back(clauses_.at(parts_.quantities[k].begin)) ? amounts_told(std::max(members.size(), of_list))
                                                                 : std::vector<Statement>();
  if (of_list > members.size() && back.size() == of_list) back.resize(members.size());
  // "China took 11 percent of its exports and 23 percent of its imports, Japan 8 and 9 percent, respectively"
  const auto shares = share_cue(clause_begin(parts_.quantities[k].begin), parts_.quantities[k].begin)
                          ? amounts_told(members.size(), true)
                          : std::vector<Statement>();
  for (std::size_t n = 0; n < members.size(); ++n) {
    Series one = series;
    one.flows.clear();
    const Quantity& q = parts_.quantities[members[n]];
    const PeriodMention* period = nullptr;
    EconomyCode partner = series.partner();
    if (back.size() == members.size())
      take_series(one, back[n]), partner = back[n].partner;
    else if (pairs.size() == members.size())
      one.product = pairs[n].first, partner = pairs[n].second;
    else if (series.partners.size() == members.size())
      partner = series.partners[n];
    else if (series.subjects.size() == members.size())
      one.subjects = {series.subjects[n]};
    else if (series.flows.size() == members.size())
      one.flow = series.flows[n];
    else if (products.size() == members.size())
      one.product = products[n];  // "exports of food rose, with those of rice and tea up 5 and 3 percent": the nearest
    else if (flows.size() == members.size())
      one = flows[n], partner = one.partner();
    else if (parties.size() == members.size())
      partner = parties[n];
    else if (goods.size() == members.size())
      one.product = goods[n];
    else if (levels.size() == members.size() && q.kind == QuantityKind::percent)
      one.flow = levels[n].flow, one.measure = levels[n].measure, one.product = levels[n].product,
      partner = levels[n].partner;
    else if (shares.size() == members.size() && shares.front().partner == shares.back().partner)
      one.flow = shares[n].flow, one.measure = shares[n].measure, one.product = shares[n].product;
    else if (whens.size() == members.size())
      period = whens[n];
    one.partners = {partner};
    // "rose 11.0 percent and fell 1.5 percent, respectively": each goes its own way.
    const bool own_way = n > 0 && direction_of(p_, q.begin - 1) != Direction::none;
    statement_of(members[n], q, one, partner, period, own_way ? std::nullopt : std::optional(members.front()));
    // "RM731 billion (+3.9%) and RM665 billion (+13.8%)": what the brackets add is of the same.
    const std::size_t behind = behind_brackets(q.end);
    for (std::size_t j = members[n] + 1; j < parts_.quantities.size() && parts_.quantities[j].begin < behind; ++j) {
      statement_of(j, parts_.quantities[j], one, partner, period);
      done_.insert(j);
    }
  }
  // What follows goes back to all of them.
  Scope& scope = scopes_[clauses_.at(parts_.quantities[k].begin)];
  scope.figure = series;
  if (series.known() && is_trade_flow(series.flow)) d_.speak_of(series, series.partners.size() > 1);
}

// "the Netherlands and the United States followed, with trade of $5 billion and $4 billion, respectively"
std::vector<EconomyCode> SentenceReader::parties_before(const Quantity& q, std::size_t count) const {
  std::vector<EconomyCode> nearest;
  for (std::size_t k = 0; k < parts_.parties.size() && parts_.parties[k].begin < q.begin;) {
    std::size_t end = k;
    const auto list = party_list_at(p_, parts_.parties, parts_.parties[k].begin, end);
    if (list.size() == count && !list.back().possessive) nearest = resolve(list, false);
    k += std::max<std::size_t>(1, list.size());
  }
  return nearest.empty() && d_.who.list.size() == count && contains("both|these|those|their|all") ? d_.who.list
                                                                                                  : nearest;
}

// "Indonesia with $4.2 billion and the Philippines with $4.1 billion, up 24 percent and 17 percent, respectively": the
// amounts that the sentence has just told, where they are of one subject and each of something else.
std::vector<Statement> SentenceReader::levels_before(std::size_t count) const {
  const auto told = std::span(result_.statements).subspan(statements_before_);
  if (told.size() < count) return {};
  const auto last = told.last(count);
  std::vector<Statement> levels(last.begin(), last.end());
  for (std::size_t k = 0; k < count; ++k) {
    // "exported 3 million tonnes of rice worth $1.5 billion, up 6 percent and 41 percent, respectively"
    const bool weight = levels[k].kind == StatementKind::count && levels[k].measure == "quantity";
    if (levels[k].kind != StatementKind::level && levels[k].kind != StatementKind::threshold && !weight) return {};
    if (k > 0 && (levels[k].subject != levels[0].subject ||
                  (levels[k].partner == levels[k - 1].partner && levels[k].flow == levels[k - 1].flow &&
                   levels[k].measure == levels[k - 1].measure && levels[k].product == levels[k - 1].product)))
      return {};
  }
  return levels;
}

// "Sales to Japan, Peru and Chile were $5, $4 and $3 billion. The first two rose 5 and 6 percent": how many of them.
std::size_t SentenceReader::first_of_them(std::size_t i) const {
  const auto count = p_.is(i, "the") && p_.is_any(i + 1, "first|top") ? number_word(p_.word(i + 2)) : std::nullopt;
  return count && p_.can(i + 3, use::finite | use::adverb | use::auxiliary) ? static_cast<std::size_t>(*count) : 0;
}

// "They were $27 billion and $25 billion", "Both flows grew, by 8 and 5 percent", "Their shares were 28 and 72
// percent".
bool SentenceReader::goes_back(std::size_t clause) const {
  while (clauses_[clause].parent != Clause::none &&
         (clauses_[clause].link == Link::participle || clauses_[clause].link == Link::shared))
    clause = clauses_[clause].parent;
  const Clause& here = clauses_[clause];
  if (here.verb == Clause::none) return false;
  for (std::size_t i = here.begin; i < here.verb; ++i)
    if (clauses_.at(i) == clause && parts_.owner(i).kind == PartKind::none &&
        ((p_.is_any(i, "they|both|their|these") && !(p_.is(i, "both") && p_.is_any(i + 1, "exports|imports"))) ||
         (p_.is(i, "corresponding") && p_.can(i + 1, use::share_noun)) ||
         (p_.is_any(i, "figures|values") && p_.is_any(i - 1, "the|corresponding") && p_.can(here.verb, use::level)) ||
         (p_.is(i, "the") && p_.is(i + 1, "two")) || first_of_them(i)))
      return !p_.can(here.verb, use::trade_verb);
  return false;
}

// The last amounts that the text has told, each of something else.
std::vector<Statement> SentenceReader::amounts_told(std::size_t count, bool shares) const {
  std::vector<Statement> found;
  const auto& told = result_.statements;
  const std::size_t reach = 3 * count + 2;
  for (std::size_t k = told.size(); k-- > 0 && told.size() - k <= reach && found.size() < count;) {
    const Statement& one = told[k];
    if (shares ? one.kind != StatementKind::share
               : one.kind != StatementKind::level && one.kind != StatementKind::threshold)
      continue;
    if (std::ranges::none_of(found, [&](const Statement& other) { return same_series(one, other); }))
      found.insert(found.begin(), one);
  }
  return found;
}

void SentenceReader::take_series(Series& series, const Statement& of) {
  series.subjects = {of.subject}, series.partners = {of.partner};
  series.flow = of.flow, series.measure = of.measure, series.product = of.product;
}

void SentenceReader::of_series(Statement& statement, const Series& series) {
  statement.subject = series.subject(), statement.partner = series.partner();
  statement.flow = series.flow, statement.measure = series.measure, statement.product = series.product;
}

// "The former grew 3 percent, the latter 5 percent": of two amounts that were told, unless two parties are meant.
bool SentenceReader::one_of_two_amounts(Series& series, const Quantity& q) const {
  const std::size_t clause = clauses_.at(q.begin);
  // "Exports and imports fell, with the former down by 3 percent and the latter by 4 percent"
  const auto both = std::ranges::find_if(measures_, [](const auto& one) { return one.flows.size() == 2; });
  for (std::size_t i = q.begin; both != measures_.end() && i-- > both->end + 1 && !parts_.is(i, PartKind::quantity);) {
    if (!p_.is_any(i, "former|latter") || !p_.is(i - 1, "the") || p_.is_any(i - 2, "to|from|in")) continue;
    series.flow = both->flows[p_.is(i, "former") ? 0 : 1], series.sign = 1;
    if (both->partners.empty() && named_party(d_.reporter())) series.partners = {world_total};
    return true;
  }
  for (std::size_t i = q.begin; i-- > clauses_[clause].begin + 1;) {
    if (!p_.is_any(i, "former|latter") || !p_.is(i - 1, "the") || clauses_.at(i) != clause) continue;
    const std::size_t verb = clauses_[clause].verb;
    const bool trades = verb != Clause::none && p_.can(verb, use::trade_verb | use::buy | use::sell);
    if (trades || p_.is_any(i - 2, "with|to|from|in") || p_.is(i + 1, "'s") || p_.can(i + 1, use::place)) return false;
    const auto two = amounts_told(2);
    if (two.size() < 2) return false;
    take_series(series, p_.is(i, "former") ? two.front() : two.back());
    return true;
  }
  return false;
}

// "Exports rose $20 billion, or 4 percent, imports $50 billion, or 7 percent", "Kenya's dropped by $20 million and
// Uganda's by $5 million": without a verb of its own a figure goes the way of the one in its place before.
Direction SentenceReader::way_of_parallel(std::size_t k) const {
  const Quantity& q = parts_.quantities[k];
  const std::size_t clause = clauses_.at(q.begin);
  const Clause& here = clauses_[clause];
  if (here.verb != Clause::none || (here.link != Link::gapped && here.link != Link::also) ||
      here.parent == Clause::none || p_.is_any(q.begin - 1, "to|at|from|with|worth|("))
    return Direction::none;
  const auto in_place = [&](std::size_t of, const Quantity& other) {
    return other.kind == q.kind && clauses_.at(other.begin) == of;
  };
  std::size_t place = 0;
  for (std::size_t j = 0; j < k; ++j) place += in_place(clause, parts_.quantities[j]) ? 1 : 0;
  for (std::size_t j = 0; j < k; ++j)
    if (in_place(here.parent, parts_.quantities[j]) && place-- == 0) return ways_[j];
  return Direction::none;
}

// "exports reached and imports ..." joined: the series of the measures before a list of figures.
std::vector<Series> SentenceReader::series_before(const Quantity& q) {
  std::vector<Series> found;
  for (const auto& mention : measures_) {
    if (mention.end > q.begin || mention.head < clause_begin(q.begin)) continue;
    const Series of_it = series_of(mention);
    // "trade, exports and imports": the last two are one measure.
    for (const auto& flow : of_it.flows) found.push_back(of_it), found.back().flow = flow, found.back().flows.clear();
    if (of_it.flows.empty()) found.push_back(of_it);
  }
  return found;
}

// "In February and March the surplus was $5 billion and $7 billion, respectively": as many months as figures.
std::vector<PeriodMention> SentenceReader::each_month(const PeriodMention& span, std::size_t count) const {
  const Period& all = span.period;
  if (!all.known() || all.open_start || all.first_year() != all.last_year()) return {};
  const auto first = static_cast<unsigned>(all.first.month()), last = static_cast<unsigned>(all.last.month());
  bool listed = false;
  for (std::size_t i = span.begin; i < span.end; ++i) listed = listed || p_.is(i, "and");
  if (!listed || count < 2 || last - first + 1 != count || all != Period::months(all.first_year(), first, last))
    return {};
  std::vector<PeriodMention> months(count, span);
  for (unsigned n = 0; n < count; ++n) months[n].period = Period::month(all.first_year(), first + n);
  return months;
}

// "imports of cars from Japan and steel from China": each of the goods with a partner of its own.
std::vector<std::pair<std::string, EconomyCode>> SentenceReader::goods_and_partners(std::size_t from,
                                                                                    std::size_t to) const {
  std::vector<std::pair<std::string, EconomyCode>> found;
  for (std::size_t i = from; i < to; ++i) {
    if (found.empty() ? !p_.is(i, "of") : !p_.is_any(i, "and|,")) {
      if (found.empty()) continue;
      break;
    }
    std::size_t end = i + 1;
    while (p_.is_any(end, "and|of")) ++end;
    std::string goods = goods_at(parts_, end, end);
    if (goods.empty() || !p_.is_any(end, "from|to|with")) {
      if (found.empty()) continue;
      break;
    }
    std::size_t behind = end + 1;
    const auto party = party_list_at(p_, parts_.parties, p_.skip_the(behind), behind);
    if (party.empty() || party.front().possessive) break;
    found.emplace_back(std::move(goods), resolve(party.front(), false));
    i = party.front().end - 1;
  }
  return found;
}

// "Exports of cars, ships and steel all grew by over 20%": of each alone.
std::vector<std::string> SentenceReader::each_of_goods(const Series& series, const Quantity& q) const {
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  if (verb == Clause::none || verb > q.begin || !p_.is_any(verb - 1, "all|both|each")) return {};
  const auto commas = static_cast<std::size_t>(std::ranges::count(series.product, ','));
  return split_goods(series.product, commas + 2);
}

// "imports of cherries for the winter and of copper ore"
std::vector<std::string> SentenceReader::goods_of_each(std::size_t from, std::size_t to) const {
  std::vector<std::string> found;
  for (std::size_t i = from; i < to; ++i) {
    if (!p_.is(i, "of") || (!found.empty() && !p_.is_any(i - 1, "and|,"))) continue;
    std::size_t end = i;
    if (std::string goods = goods_at(parts_, i + 1, end); !goods.empty()) found.push_back(std::move(goods));
  }
  return found;
}

// "Basic metals, chemicals and machinery fared well, up 16.5 percent, 21.9 percent and 15.9 percent, respectively": the
// nearest enumeration of as many goods before a list of figures, in a text on exports or imports; of sectors in one on
// investment.
std::vector<std::string> SentenceReader::listed_goods(std::size_t k, const Series& series, std::size_t count) const {
  if (series.flow != "exports" && series.flow != "imports" && !series.measure.starts_with("investment")) return {};
  const std::size_t from = clause_begin(parts_.quantities[k].begin), to = parts_.quantities[k].begin;
  const auto noun_of_list = [&](std::size_t i) {
    return p_.is_word(i) && parts_.owner(i).kind == PartKind::none &&
           (p_.is(i, "other") || !p_.can(i, use::preposition | use::conjunction | use::determiner | use::auxiliary |
                                                use::adverb | use::relative | use::subordinator | use::pronoun)) &&
           !carries_clause(parts_, i) && !(p_.can(i, use::measure | use::time) && !p_.can(i, use::goods));
  };
  std::vector<std::string> nearest;
  for (std::size_t i = from; i < to;) {
    if (!noun_of_list(i)) {
      ++i;
      continue;
    }
    std::vector<std::string> goods(1);
    std::vector<bool> by_and(1);  // joined to the one before by "and" alone
    std::size_t k_end = i;
    while (i < to) {
      if (noun_of_list(i) || (p_.is(i, "-") && noun_of_list(i + 1))) {
        const bool glued = p_.is(i, "-") || (i > from && p_.is(i - 1, "-"));
        goods.back() += (goods.back().empty() || glued ? "" : " ") + std::string(p_.word(i));
        k_end = ++i;
        continue;
      }
      std::size_t next = p_.is(i, ",") ? i + 1 : i;
      if (p_.is(next, "and")) ++next;
      if (next == i || !noun_of_list(next)) break;
      goods.emplace_back();
      by_and.push_back(p_.is(i, "and"));
      i = next;
    }
    i = std::max(i, k_end);
    // "tablets, diodes and transistors, and disk drives": three.
    for (std::size_t n = goods.size(); n-- > 1 && goods.size() > count && !by_and.back();)
      if (by_and[n]) {
        goods[n - 1] += " and " + goods[n];
        goods.erase(goods.begin() + static_cast<long>(n));
        by_and.erase(by_and.begin() + static_cast<long>(n));
      }
    if (goods.size() == count) nearest = std::move(goods);
  }
  return nearest;
}

}  // namespace tradewind
