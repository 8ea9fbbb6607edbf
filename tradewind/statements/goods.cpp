// Which goods or firms a figure is of: those before it, behind it, or those that its clause is about.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "oil products worth $5 billion, and $310 million worth of fruits": goods behind their figure.
bool SentenceReader::worth_of(Series& series, const Quantity& q) {
  if (q.kind != QuantityKind::money || (series.flow != "exports" && series.flow != "imports")) return false;
  const std::size_t begin = p_.match(q.end, "worth of");
  const std::size_t end = begin ? noun_phrase_end(parts_, begin) : 0;
  if (end <= begin || !p_.can(end - 1, use::goods) || parts_.party_at(end - 1)) return false;
  std::string words;
  for (std::size_t i = begin; i < end; ++i)
    if (p_.is_word(i) && !p_.can(i, use::determiner) && parts_.owner(i).kind == PartKind::none)
      words += (words.empty() ? "" : " ") + std::string(p_.word(i));
  return !words.empty() && !generic_goods(words) && take_goods(series, words);
}

// "The bank expects the Chilean economy to contract 4.5 percent", whoever expects it.
bool SentenceReader::economy_before(Series& series, const Quantity& q) const {
  std::size_t verb = q.begin - 1;
  while (p_.is_any(verb, "by|about|around|some|only|just|at|a|an|between|of|rate|annual")) --verb;
  if (q.kind != QuantityKind::percent || verb < p_.begin() + 3 || direction_of(p_, verb) == Direction::none ||
      !p_.is_any(verb - 1, "to|will|would|could|may") || !p_.is_any(verb - 2, "economy|gdp"))
    return false;
  Series economy;
  economy.measure = "gdp";
  if (const PartyMention* whose = party_ending_at(parts_.parties, verb - 2))
    economy.subjects = {resolve(*whose, true)};
  else
    economy.subjects = series.subjects;
  series = std::move(economy);
  return true;
}

// The flow that the goods of a figure are told to be of behind it: "Gold, worth $87 million, was the top export",
// "Diesel ($71 million) and cars ($41 million) were the main imports".
void SentenceReader::flow_told_behind(Series& series, const Quantity& q) const {
  // "Japan took $3 billion, or 33 percent, of exports", "Mills earned $5 billion (9 percent) of total exports": of
  // these, whatever stood before
  std::size_t of = behind_brackets(q.end);
  if (p_.is(of, ",") && parts_.quantity_at(p_.is(of + 1, "or") ? of + 2 : of + 1)) of = parts_.behind(of + 2);
  if (p_.is(of, ",") && of > q.end) ++of;
  for (const auto& whole : measures_)
    if (p_.is(of, "of") && of > q.end && p_.before_the(whole.begin) == of + 1 && is_trade_flow(series.flow) &&
        (series.flow == "trade" ? has_direction(whole.flow) : part_of_whole_ && whole.total))
      series.flow = whole.flow;
  const Clause& aside = clauses_[clauses_.at(q.begin)];
  if (!part_of_whole_ || !is_trade_flow(series.flow) || aside.parent == Clause::none ||
      (aside.link != Link::brackets && aside.link != Link::participle))
    return;
  const std::size_t verb = clauses_[aside.parent].verb;
  if (verb == Clause::none || verb < q.end || !p_.can(verb, use::be | use::become)) return;
  std::size_t noun = verb + 1;
  for (const std::size_t last = noun + 7; noun < last && p_.is_word(noun) && !p_.can(noun, use::preposition); ++noun)
    if (p_.is_any(noun, "export|exports|import|imports")) {
      series.flow = p_.word(noun).starts_with("export") ? "exports" : "imports", series.sign = 1;
      return;
    }
}

// "Ethiopia earned $1.3 billion from coffee", "from exporting flowers": its exports of them.
bool SentenceReader::earned_from(Series& series, const Quantity& q) {
  const std::size_t clause = clauses_.at(q.begin), verb = clauses_[clause].verb;
  if (q.kind != QuantityKind::money || !p_.is(q.end, "from") || verb == Clause::none || verb > q.begin) return false;
  if (!p_.is_any(p_.can(verb, use::auxiliary) ? verb + 1 : verb, "earned|earns|earn|grossed|netted|made|makes"))
    return false;
  const auto who = agents(clause);
  const std::size_t begin = p_.is_any(q.end + 1, "exporting|selling|shipping") ? q.end + 2 : q.end + 1;
  std::size_t end = begin;
  std::string goods = goods_at(parts_, begin, end);
  if (goods.empty() && begin > q.end + 1 && p_.is_any(begin, "goods|products")) goods = p_.word(begin), end = begin + 1;
  // "earned $6 billion from exporting copper to Canada"
  std::size_t behind = end;
  const auto there = begin > q.end + 1 && p_.is(end, "to") ? party_list_at(p_, parts_.parties, end + 1, behind)
                                                           : std::vector<PartyMention>();
  if (who.size() != 1 || goods.empty() || !(p_.can(end - 1, use::goods) || generic_goods(goods)) ||
      (there.empty() && in_measure(begin, end)))
    return false;
  series = {};
  series.flow = "exports", series.measure = "goods_trade";
  series.subjects = who, series.partners = there.empty() ? std::vector{world_total} : resolve(there, false);
  series.product = generic_goods(goods) ? std::string() : goods;
  d_.mention(series, true);
  return true;
}

// "Durians led with $2 billion, followed by hard disk drives with $1 billion and real estate with $500 million": one
// after the other, whatever they are.
bool SentenceReader::next_of_its_kind(Series& series, std::size_t from, const Quantity& q) {
  if (series.product.empty() || !series.region.empty() || q.kind == QuantityKind::count ||
      !p_.is_any(q.begin - 1, "with|at|("))
    return false;
  std::size_t begin = from;
  while (begin < q.begin && !p_.ends_before_any(begin, "followed by|trailed by")) ++begin;
  if (begin == q.begin && follows_) begin = from;
  while (p_.is_any(begin, "and|,")) ++begin;
  begin = p_.skip_the(begin);
  const std::size_t end = q.begin - 1;
  if (begin >= end || in_measure(begin, end)) return false;
  for (std::size_t i = begin; i < end; ++i)
    if (parts_.owner(i).kind != PartKind::none || p_.is_any(i, ",|that|those")) return false;
  series.product = noun_words(parts_, begin, end);
  governor_begin_ = begin;
  return follows_ = part_of_whole_ = true;
}

// The goods that a figure is of; "services" and "goods and services" are wholes with a measure of their own.
bool SentenceReader::take_goods(Series& series, std::string words) {
  if (const auto half = measure_of_half(words); !half.empty() && series.measure.ends_with("_trade")) {
    series.measure = half;
    series.product.clear();
    return true;
  }
  // "goods and services exports fell: - services by $1 billion - coal by $2 billion": none of the services
  if (series.measure == "services_trade" && series.product.empty() &&
      d_.about.first.measure == "goods_and_services_trade" && d_.about.last.product.empty() && made_of_matter(words))
    series.measure = "goods_trade";
  series.product = std::move(words);
  return part_of_whole_ = true;
}

// "91.5 billion yuan for the manufacturing industry", "up 5 percent in services", "nine percent for longans", "90
// percent of which were vegetables", "$4 billion came from knitwear", "$5 million via Muse": a part.
void SentenceReader::goods_behind(Statement& statement, const Quantity& q, std::size_t at) const {
  if (!is_trade_flow(statement.flow) && !statement.measure.starts_with("investment")) return;
  if (const auto which = p_.match(at, "of which")) at = which;
  // "$8 billion a year in goods and $3 billion a year in services"
  if (const auto rate = p_.match_any(at, "a year|per year|annually|each year|per annum")) at = rate;
  if (p_.is_any(at, "via|through") && p_.capital(at + 1) && p_.token(at + 1).uses == 0 &&
      parts_.owner(at + 1).kind == PartKind::none) {
    statement.product = p_.in_print(at + 1);
    return;
  }
  // "$1 billion at Muse, $43 million at Lweje": at one place of them
  if (p_.is(at, "at") && q.kind == QuantityKind::money && is_trade_flow(statement.flow) && p_.capital(at + 1) &&
      p_.token(at + 1).uses == 0 && parts_.owner(at + 1).kind == PartKind::none && !p_.token(at + 1).upper &&
      (p_.is_any(at + 2, ",|and|.|;|in|during") || p_.end() == at + 2)) {
    statement.product = p_.in_print(at + 1);
    return;
  }
  // "$5 billion of it farm goods"
  if (const std::size_t of_it = p_.match_any(at, "of it|of them|of this|of that");
      of_it && q.kind == QuantityKind::money && is_trade_flow(statement.flow))
    if (const std::size_t end = noun_phrase_end(parts_, of_it);
        end > of_it && p_.can(end - 1, use::goods) && !parts_.party_at(end - 1) && !in_measure(of_it, end)) {
      if (const std::string words = noun_words(parts_, of_it, end); !words.empty() && !generic_goods(words))
        statement.product = words;
      return;
    }
  // "$3 billion was added to 20 projects": to what had come in before
  if (statement.measure.starts_with("investment") && p_.match_any(at, "was added to|were added to")) {
    statement.product = "added capital";
    return;
  }
  // "95 percent of durians were imported from Thailand"
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  const bool before_verb = verb != Clause::none && (verb > q.begin || (p_.can(verb, use::say) && verb + 1 == q.begin));
  const bool listed = (p_.is(q.begin - 1, "of") && p_.is_any(q.begin - 2, ",|and")) ||  // "of 3 percent in ores, of 4"
                      (q.kind == QuantityKind::money &&  // "$5 million in beef and $4 million in soya"
                       p_.is_any(q.begin - 1, ",|and|include|includes|included|including"));
  const bool of_part = p_.is_any(at, "for|from") || (p_.is(at, "in") && (statement.product.empty() || listed)) ||
                       (p_.is(at, "of") && q.kind == QuantityKind::money &&  // "$5 million of beef, $4 million of soya"
                        (statement.product.empty() || p_.is_any(q.begin - 1, ",|and"))) ||
                       (p_.is(at, "on") && statement.flow == "balance" && statement.product.empty()) ||
                       (p_.can(at, use::be) && statement.kind == StatementKind::share) ||
                       (p_.is(at, "of") && statement.kind == StatementKind::share && before_verb);
  if (!of_part) return;
  const std::size_t end = noun_phrase_end(parts_, at + 1);
  // "$9 billion from domestic firms and $26 billion from foreign-invested ones"
  if (const std::size_t ones = p_.is(end, "ones") ? end : end - 1;
      p_.is(ones, "ones") && ones > at + 1 && !statement.product.empty()) {
    statement.product = noun_words(parts_, at + 1, ones) + " " + std::string(last_word(statement.product));
    return;
  }
  if (end <= at + 1 || !p_.can(end - 1, use::goods | use::traders) || parts_.party_at(end - 1) ||
      in_measure(at + 1, end))
    return;
  const std::string words = noun_words(parts_, at + 1, end);
  // "a surplus of $7 billion on services", "sold $7 billion in goods and services": what may be counted together
  if (const auto half = measure_of_half(words); statement.measure.ends_with("_trade") && !half.empty())
    statement.measure = half;
  else if (!words.empty() && !generic_goods(words))
    statement.product = words;
}

// "a 14.5 percent decline in the yen", "a 9.1 percent increase in electronic components": what no measure names.
bool SentenceReader::thing_behind(Series& series, const Quantity& q) const {
  std::size_t i = q.end;
  if (std::string words = shared_thing(q); !words.empty()) {
    const auto who = agents(clauses_.at(q.begin));
    const EconomyCode whose = who.empty() ? series.subject() : who.front();
    series = {};
    series.measure = std::move(words), series.subjects = {whose};
    return true;
  }
  // "disbursed $5 billion in trade finance", behind a sentence on trade
  if (const std::size_t end = p_.is_any(i, "in|of") ? noun_phrase_end(parts_, i + 1) : i;
      q.kind == QuantityKind::money && is_trade_flow(series.flow) && end > i &&
      p_.is_any(end - 1, "finance|financing|funding|loans|aid|credit|grants|assistance|guarantees")) {
    const EconomyCode whose = series.subject();
    series = {};
    series.measure = noun_words(parts_, i + 1, end), series.subjects = {whose};
    return true;
  }
  if (q.kind != QuantityKind::percent) return false;
  if (parts_.is(i, PartKind::period) && parts_.period_at(i)->role == PeriodRole::base) i = parts_.behind(i);
  if (!p_.can(i, use::change_noun) || !p_.is_any(i + 1, "in|of") || parts_.owner(i + 2).kind == PartKind::period)
    return false;
  const std::size_t begin = i + 2, end = noun_phrase_end(parts_, begin);
  if (end <= begin || p_.can(end - 1, use::value_noun | use::figure_noun | use::place | use::company) ||
      p_.is_any(end - 1, "poll|survey"))  // "a forecast of 2 percent growth in a poll"
    return false;
  const std::string words = noun_words(parts_, begin, end);
  if (words.empty()) return false;
  if (is_trade_flow(series.flow) && series.flow != "balance" && p_.can(end - 1, use::goods)) {
    series.product = words;
    return true;
  }
  Series thing;
  thing.measure = words;
  thing.subjects = series.subjects;
  series = std::move(thing);
  return true;
}

// "In farm products, exports rose 5 percent", "For chips, Japan is the top market", "Excluding oil, they rose": what
// stands in front.
std::string SentenceReader::goods_in_front(std::size_t clause) const {
  while (clauses_[clause].link == Link::shared && clauses_[clause].parent != Clause::none)
    clause = clauses_[clause].parent;
  constexpr AnyOf but = "excluding|without|minus|barring";
  std::size_t begin = clauses_[clause].begin;
  // "; excluding oil, they rose", which is cut in two
  if (clause > 0 && !clauses_[clause - 1].figure && p_.is_any(clauses_[clause - 1].begin, but))
    begin = clauses_[clause - 1].begin;
  while (p_.can(begin, use::subordinator | use::conjunction) || p_.is(begin, ",")) ++begin;
  std::size_t end = begin;
  const bool left_out = p_.is_any(begin, but);
  if (!left_out && !p_.is_any(begin, "in|for")) return {};
  std::string goods = goods_at(parts_, begin + 1, end);
  if (!p_.is_any(end, ",|it|they") || !p_.can(end - 1, use::goods) || !measure_of_half(goods).empty()) return {};
  return left_out ? "excluding " + noun_words(parts_, begin + 1, end) : goods;
}

// Where goods end that a figure follows: "cars (", "cars, up", "cars falling by", "cars amounting to", "cars: ".
std::size_t SentenceReader::goods_end(const Quantity& q) const {
  std::size_t end = q.begin;
  for (int steps = 0; steps < 5 && end > p_.begin(); ++steps) {
    const std::size_t i = end - 1;
    const bool verb = p_.can(i, use::gerund | use::passive) && p_.can(i, use::direction | use::reach | use::compose);
    const bool leads = p_.is_any(i, "by|at|with|worth|to|(|:|,|+|up|down|minus") ||
                       (p_.is(i, "for") && p_.can(i - 1, use::compose)) || p_.is_any(i, "valued|estimated");
    if (!verb && !leads) {
      // "ores with an annual increase of $5 million", "cars with sales of"
      std::size_t with = i;
      while (with > p_.begin() &&
             (p_.is(with, "of") ||
              p_.can(with, use::change_noun | use::value_noun | use::share_noun | use::adjective | use::determiner)))
        --with;
      if (with == i || !p_.is(with, "with")) break;
      end = with;
      continue;
    }
    end = i;
  }
  if (p_.is(end - 1, ")") && p_.is(end - 3, "(")) end -= 3;  // "natural gas (LNG) ("
  return end;
}

bool SentenceReader::in_measure(std::size_t begin, std::size_t end) const {
  return std::ranges::any_of(measures_, [&](const MeasureMention& m) { return m.begin < end && m.end > begin; });
}

// "such as crude oil by 84.3 percent", "including cars at $5 billion": goods right before a figure.
bool SentenceReader::goods_before(Series& series, const Quantity& q) {
  const bool invested = series.measure.starts_with("investment");
  const bool balance = series.flow == "balance" && !p_.match_any(q.end, "in the red|in the black");
  if ((!is_trade_flow(series.flow) && !invested) || balance || q.kind == QuantityKind::count) return false;
  // "The cause of higher imports was a $7 million increase in imports of fuel"
  if (const auto in = std::ranges::find(measures_, q.end + 2, &MeasureMention::begin);
      in != measures_.end() && series.product.empty() && p_.can(q.end, use::change_noun) && in->flow == series.flow &&
      !in->product.empty())
    return take_goods(series, in->product);
  const std::size_t end = goods_end(q);
  if (end <= p_.begin() || parts_.owner(end - 1).kind != PartKind::none ||
      (series.product.empty() && (invested || !p_.can(end - 1, use::goods))))
    return false;
  const std::size_t begin = goods_begin(parts_, clauses_, end);
  if (begin >= end || in_measure(begin, end)) return false;
  // "led by factories, followed by real estate with $2 billion": one more of the kind
  // "investment in energy fell by 31 percent, in sanitation by 30 percent and in farming by 19 percent"
  const bool beside = invested && p_.is(begin - 1, "in") && p_.is_any(begin - 2, ",|and");
  const bool next = !series.product.empty() && series.region.empty() &&
                    (beside || p_.ends_before_any(begin, "followed by|trailed by|ahead of"));
  if (!next && (invested || !p_.can(end - 1, use::goods))) return false;
  const std::size_t before = p_.is(begin - 1, "other") ? begin - 2 : begin - 1;
  const bool opens = next || begin == p_.begin() || carries_clause(parts_, before) || !p_.is_word(before) ||
                     p_.is_any(before, "as|including|include|like|and|notably|namely|by|with") ||
                     (p_.is_any(before, "of|in") && p_.can(before - 1, use::value_noun | use::change_noun)) ||
                     (p_.is(before, "of") && p_.is_any(before - 1, ",|and")) ||  // "sales of tea rose 2%, of coffee 3%"
                     p_.ends_before(begin, "ahead of");
  const std::string words = noun_words(parts_, begin, end);
  return opens && !generic_goods(words) && take_goods(series, words);
}

// "the semiconductor sector, which saw a 38.8 percent increase": the goods or firms before a relative clause.
void SentenceReader::antecedent(Series& series, std::size_t clause) {
  const Clause& here = clauses_[clause];
  const bool beside = here.link == Link::participle && here.parent != Clause::none &&
                      !scopes_[here.parent].figure.known() && (series.flow == "exports" || series.flow == "imports") &&
                      p_.can(here.begin, use::direction);
  // "the oil sector, which posted a surplus of $5 billion": its surplus
  const bool held = here.link == Link::relative && here.verb != Clause::none && p_.can(here.verb, use::hold) &&
                    scopes_[clause].topic_at > here.verb && series.product.empty();
  // "manufacturing, where investment grew": in it
  const bool where = p_.is(here.begin, "where") && series.measure.starts_with("investment");
  if ((here.link != Link::relative && !beside) || (scopes_[clause].latest().known() && !held && !where) ||
      !(is_trade_flow(series.flow) || where))
    return;
  std::size_t end = here.begin;
  if (p_.is_any(end - 1, ",|-|--")) --end;
  if (p_.is(end - 1, ")") && p_.is(end - 3, "(")) end -= 3;  // "natural gas (LNG), which"
  const bool traders = p_.can(end - 1, use::traders);
  if ((!traders && (!p_.can(end - 1, use::goods) || p_.can(end - 1, use::value_noun))) ||
      parts_.owner(end - 1).kind != PartKind::none)
    return;
  const std::size_t begin = goods_begin(parts_, clauses_, end);
  if (begin >= end || in_measure(begin, end)) return;
  if (const std::string words = noun_words(parts_, begin, end); !generic_goods(words)) take_goods(series, words);
}

std::string SentenceReader::theme(bool whatever_they_did) const {
  for (std::size_t c = 0; c < clauses_.size(); ++c) {
    const std::size_t verb = clauses_[c].verb;
    if (clauses_[c].link != Link::main || verb == Clause::none) continue;
    if (!whatever_they_did && !p_.can(verb, use::direction) && !p_.match(verb, "led the way") &&
        !p_.is_any(verb, "performed|fared|did|flourished|thrived"))
      return {};
    const auto [begin, end] = subject_phrase(c, clauses_[c].begin, verb);
    if (begin >= end || !p_.can(end - 1, use::goods) || parts_.party_at(end - 1)) return {};
    std::string words = noun_words(parts_, begin, end);
    return generic_goods(words) ? std::string() : words;
  }
  return {};
}

// "Ores were the second top export", "Electronics were the country's biggest import": a measure that is said of them.
bool SentenceReader::measure_follows(std::size_t clause, std::size_t verb) const {
  for (std::size_t i = verb + 1; p_.inside(i) && clauses_.at(i) == clause; ++i) {
    if (parts_.is(i, PartKind::quantity) || p_.can(i, use::preposition)) return false;
    if (p_.is_any(i, "import|imports|export|exports")) return true;
    if (p_.can(i, use::trade_verb) && p_.can(i, use::participle) && i == verb + 1) return true;  // "were exported"
  }
  return false;
}

std::string SentenceReader::traders_of(std::size_t clause) const {
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
    const Clause& here = clauses_[c];
    std::size_t verb = here.verb;
    for (const auto& rank : parts_.ranks)
      if (verb == Clause::none && rank.verbal && clauses_.at(rank.begin) == c) verb = rank.begin;  // "topped the list"
    if (verb != Clause::none && here.link != Link::participle) {
      const auto phrase = subject_phrase(c, here.begin, verb);
      const std::size_t begin = phrase.first, end = phrase.second;
      // "Cars did well, with exports reaching $5 billion": of what the clause around is about
      const bool measured = here.link == Link::with && in_measure(begin, end);
      if (begin < end && !measured) {
        // "the Ministry of Trade, Industry and Energy": a name
        const bool name = begin > p_.begin() && p_.capital(end - 1) && !p_.token(end - 1).upper;
        // "Phones led with exports of $26 billion": of these goods.
        const bool goods =
            !name && p_.can(end - 1, use::goods) &&
            (!p_.can(verb, use::be) || measure_follows(c, verb) ||
             (c != clause && clauses_[clause].link == Link::with)) &&  // "Cars were a bright spot, with exports of"
            !p_.can(end - 1, use::value_noun | use::company) &&
            !parts_.party_at(end - 1) && !in_measure(begin, end);
        // "Metals lifted Peru's exports": what moves the whole is no part that they are of.
        // "Taking goods and services together, exports rose": no part either.
        if (p_.can(begin, use::gerund) && p_.can(begin, use::buy | use::sell | use::trade_verb)) return {};
        const bool moves = (goods || p_.is_any(end - 1, "sector|industry")) &&
                           p_.is_any(verb,
                                     "lifted|lifts|pushed|push|pushes|drove|drive|drives|raised|raises|boosted|boost|"
                                     "boosts|sent|sends|helped|help|helps|dragged|drags|pulled|pulls|propelled|"
                                     "propels|fuelled|fueled|fuels|spurred|spurs");
        if ((!p_.can(end - 1, use::traders) && !goods) || moves || p_.can(end - 1, use::source)) return {};
        // "Peru's export sector did well": all that it exports
        if (p_.is_any(end - 1, "sector|industry") && end > begin + 1 &&
            p_.is_any(end - 2, "export|import|trade|exporting"))
          return {};
        // "Chinese companies": of their country
        const std::string words = noun_words(parts_, begin, end);
        if (goods_again(words)) return goods_named(clause);
        if (generic_goods(words)) return {};
        return words;
      }
    }
    if (here.link == Link::main || here.link == Link::also || here.link == Link::relative) break;
  }
  return {};
}

// "The deficit narrowed. Phones earned $5 billion": what goods earn is exported or imported, as the text began.
bool SentenceReader::goods_after_balance(Series& series, std::size_t clause, std::size_t from, const Quantity& q) {
  Series goods = series;
  goods.sign = 1;
  goods.flow = "exports";
  for (const Series* one : {&d_.about.topic, &d_.about.first})
    if (one->flow == "exports" || one->flow == "imports") goods.flow = one->flow;
  subject_of_segment(goods, clause, from, q);
  if (!part_of_whole_) goods_before(goods, q);
  if (part_of_whole_) series = std::move(goods);
  return part_of_whole_;
}

// "In terms of imports, farm products were valued at $2 billion": the measure stands in front, the goods are the
// subject.
void SentenceReader::goods_of_a_front(Series& series, std::size_t clause, const Quantity& q) {
  std::size_t front = clauses_[clause].begin;
  while (p_.can(front, use::subordinator | use::conjunction)) ++front;
  if (!p_.can(front, use::preposition)) return;
  for (const auto& mention : measures_) {
    const std::size_t end = p_.is_any(mention.end, "side|front") ? mention.end + 1 : mention.end;
    const bool ends = p_.is(end, ",") || (end > p_.begin() && p_.is_any(end - 1, "side|front"));
    const std::size_t behind = p_.is(end, ",") ? end + 1 : end;
    if (mention.head == scopes_[clause].topic_at && ends && end < q.begin && !party_of_segment(series, behind, q))
      subject_of_segment(series, clause, behind, q);
  }
}

}  // namespace tradewind
