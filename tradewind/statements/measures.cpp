#include "tradewind/statements/measures.hpp"

#include <algorithm>

#include "tradewind/statements/measure_finder.hpp"

namespace tradewind {

MeasureFinder::MeasureFinder(const Parts& parts, const Clauses& clauses, const Provinces& provinces)
    : parts_(parts), clauses_(clauses), provinces_(provinces), p_(parts.sentence) {
  std::size_t words = 0, capitals = 0;
  for (std::size_t i = p_.begin(); i < p_.end(); ++i)
    if (p_.is_word(i) && p_.word(i).size() > 3) ++words, capitals += p_.capital(i) ? 1 : 0;
  title_ = words >= 3 && capitals * 10 >= words * 8;
}

std::vector<MeasureMention> MeasureFinder::run() {
  std::vector<MeasureMention> result;
  for (std::size_t i = p_.begin(); i < p_.end();) {
    std::optional<MeasureMention> mention;
    if (parts_.owner(i).kind == PartKind::none && p_.is_word(i)) mention = at(i);
    if (!mention) {
      ++i;
      continue;
    }
    // "With all its partners together Peru traded $9 billion"
    if (const std::size_t front = clauses_[clauses_.at(mention->head)].begin;
        mention->partners.empty() && p_.is_any(front, "with|to|from") && all_the_others(front + 1))
      mention->total = mention->foreign = true, mention->bilateral = false;
    if (!result.empty() && mention->begin < result.back().end) mention->begin = result.back().end;
    i = std::max(mention->end, i + 1);
    // "the group's trade, excluding intra-group trade, was $5 billion": nothing is said of that.
    if (!result.empty() && p_.is_any(mention->begin - 1, "excluding|except")) continue;
    partner_named_ = partner_named_ || !mention->partners.empty();
    told_ = true;
    sold_ = sold_ || (mention->verb && mention->flow == "exports");
    result.push_back(std::move(*mention));
  }
  return result;
}

std::optional<MeasureMention> MeasureFinder::at(std::size_t i) {
  if (auto mention = told_otherwise(i)) return mention;
  if (sold_ && takes_in_return(i)) return verbal(i, {p_.word(i), "imports", "goods_trade"});
  if ((p_.is(i, "import") || p_.is(i, "export")) && p_.is_any(i - 1, "to|will|would"))
    return verbal(i, {p_.word(i), p_.is(i, "import") ? "imports" : "exports", "goods_trade"});
  if (p_.is_any(i, "ship|sell") && p_.is_any(i - 1, "to|will|would"))
    return verbal(i, {p_.word(i), "exports", "goods_trade"});
  if (p_.is_any(i, "buy|purchase") && p_.is_any(i - 1, "to|will|would"))
    return verbal(i, {p_.word(i), "imports", "goods_trade"});
  if (p_.is(i, "invest") && (p_.is_any(i - 1, "to|will|would") || (money_at(i + 1) && p_.can(i - 1, use::traders))))
    return verbal(i, {"invest", "outward", "investment"});
  // "Foreign investors registered $5 billion in Vietnam"
  if (p_.is_any(i, "registered|committed|pledged|injected") && p_.is(i - 1, "investors"))
    return verbal(i, {p_.word(i), "outward", "investment"});
  const bool invested = p_.is(i, "invested") && p_.is(i - 1, "-");  // "foreign-invested firms"
  if (p_.can(i, use::trade_verb | use::sell) && !invested)
    for (const auto& verb : verbs_of_trade())
      if (p_.is(i, verb.words) && (p_.can(i, use::gerund | use::participle) || carries_clause(parts_, i)))
        return verbal(i, verb);
  if (auto mention = pronominal(i)) return mention;
  if (!p_.can(i, use::measure)) return std::nullopt;
  if (p_.is_any(i, "flows|inflows") && !p_.is_any(i + 1, "to|into|worldwide|globally") &&
      !p_.is_any(i - 1, "global|world") && !(p_.is(i, "inflows") && p_.is(i - 1, "'s")))
    return std::nullopt;
  std::size_t end = 0;
  const Head* head = nullptr;
  for (const auto& candidate : heads())
    if (const std::size_t behind = p_.match(i, candidate.words); behind > end) end = behind, head = &candidate;
  if (!head || !names_measure(i, *head, end)) return std::nullopt;

  MeasureMention mention;
  mention.head = mention.begin = i;
  mention.flow = head->flow;
  mention.measure = head->measure;
  mention.weak = head->weak;
  if (head->words.find("deficit") != std::string_view::npos || head->words.find("gap") != std::string_view::npos ||
      head->words.find("shortfall") != std::string_view::npos ||
      head->words.find("imbalance") != std::string_view::npos || head->words == "hole" ||
      head->words.find("difference") != std::string_view::npos || head->words == "negative balance" ||
      p_.ends_before_any(i, "negative|unfavorable|unfavourable"))
    mention.sign = -1;
  if (head->words.starts_with("investment") && p_.match(i - 2, "foreign direct") && p_.is(end, "(") &&
      p_.is(end + 1, "fdi"))
    mention.flow = "inward";
  if (head->words == "nodx") mention.product = "non-oil domestic";
  // "share purchases by foreign investors"
  if (head->words == "purchases" && p_.is_any(i - 1, "share|shares|stake|equity"))
    mention.flow = "inward", mention.measure = "investment";
  if (head->words == "re exports") mention.product = "re-exports";
  // "Newly registered capital": a part of what came in, unless it is counted up with the others.
  const bool part_of_capital =
      mention.flow == "inward" &&
      (head->words.ends_with("earnings") ||
       (head->words.ends_with("capital") && p_.is_any(i, "newly|adjusted|additional|disbursed")));
  const auto of_capital = [this](std::size_t from) {
    return p_.is_any(from, "capital") || p_.is(from + 1, "capital") || p_.is(from + 2, "capital");
  };
  if (part_of_capital && !(p_.is_any(end, ",|and") && of_capital(end + 1)) &&
      !(p_.is_any(i - 1, ",|and") && p_.is_any(i - 2, "capital|registered")))
    mention.product = head->words;
  if (head->words.starts_with("imports and") || head->words.starts_with("import and"))
    mention.flows = {"imports", "exports"};
  if (head->words.starts_with("exports and") || head->words.starts_with("export and"))
    mention.flows = {"exports", "imports"};
  if (head->words.starts_with("foreign") || head->words.starts_with("external")) mention.total = mention.foreign = true;
  if (p_.ends_before_any(i, "its international|their international|'s international")) mention.total = true;
  mention.head_only = end == i + 1;
  mention.plain = head->words.find("goods") == std::string_view::npos &&
                  head->words.find("merchandise") == std::string_view::npos && !mention.foreign;
  // "goods imports and exports"
  if (p_.is_any(end, "and|&") && (mention.flow == "imports" || mention.flow == "exports") &&
      p_.is_any(end + 1, "exports|imports|export|import")) {
    mention.flows = {mention.flow, mention.flow == "imports" ? "exports" : "imports"};
    mention.flow = "trade";
    end += 2;
  }
  // "exports to and imports from Russia"
  if ((mention.flow == "imports" || mention.flow == "exports") && p_.is_any(end, "to|from") && p_.is(end + 1, "and") &&
      p_.is_any(end + 2, "imports|exports") && p_.is_any(end + 3, "to|from")) {
    mention.flows = {mention.flow, std::string(p_.word(end + 2))};
    mention.flow = "trade";
    end += 3;
  }
  if (p_.is(end, "(") && p_.is(end + 2, ")")) end += 3;  // "investment (FDI)"
  // "the total trade deficit (goods and services)"
  // "total trade (exports plus imports of goods and services)"
  constexpr std::size_t longest_gloss = 8;
  for (std::size_t k = end + 1; p_.is(end, "(") && k < end + longest_gloss && !p_.is(k, ")"); ++k)
    if (std::size_t both = p_.match_any(k, "goods and services|merchandise and services");
        both && mention.measure == "goods_trade") {
      while (p_.is_any(both, "taken|combined|together")) ++both;
      if (!p_.is(both, ")")) break;
      mention.measure = "goods_and_services_trade", end = both + 1;
      break;
    }
  // "FDI equity inflows": how it comes in
  if (mention.measure == "investment" && p_.is(end, "equity") && p_.can(end + 1, use::value_noun)) ++end;
  for (; p_.can(end, use::value_noun | use::change_noun) && !carries_clause(parts_, end); ++end) {
    if (p_.is_any(end, "stock|stocks")) mention.cumulative = true;
    if (p_.is_any(end, "inflow|inflows")) mention.flow = "inward";
    if (p_.is_any(end, "outflow|outflows")) mention.flow = "outward";
    mention.figure_noun = mention.figure_noun || p_.can(end, use::value_noun);
    mention.change = p_.can(end, use::change_noun) && !p_.can(end, use::value_noun);
    mention.head_only = false;
    if (p_.is(end, "growth")) mention.change = true;
    if (p_.can(end + 1, use::rate_noun)) ++end;
  }
  if (p_.is_any(end, "items|products|commodities|goods|categories|category|item|product") &&
      p_.is_any(i, "export|import"))
    ++end;
  if (aimed_at(end)) ++end;
  if (p_.is(end, "(") && p_.is(end + 2, ")")) end += 3;
  mention.end = end;
  // "Globally, China's trade reached $6.2 trillion"
  if (p_.is_any(clauses_[clauses_.at(i)].begin, "globally|worldwide|overall|altogether|nationwide|nationally"))
    mention.total = true;
  left(mention);
  // "engineering goods exports"
  if (head->words.starts_with("goods ") && !p_.is(i - 1, "'s") && !mention.product.empty() && !mention.region)
    mention.product += " goods";
  if (head->words == "purchases" && mention.measure == "investment" && !mention.product.empty())
    mention.product = p_.ends_before(mention.begin, "projects and") ? "" : mention.product + " purchases";
  right(mention);
  // "$5 billion flowed from Japan into Kenya as direct investment"
  const std::size_t clause = clauses_.at(i);
  for (std::size_t k = clauses_[clause].begin, behind = k;
       k < mention.begin && mention.measure == "investment" && p_.is(mention.begin - 1, "as"); ++k)
    if (auto& side = p_.is(k, "from") ? mention.subjects : mention.partners; p_.is_any(k, "from|into") && side.empty())
      side = party_list_at(p_, parts_.parties, k + 1, behind);
  // "Exports as a whole were flat", "China's exports overall", in a text on those to one partner
  if (const std::size_t whole = p_.match_any(mention.end, "as a whole|overall|altogether|in total|all told|generally");
      whole && is_trade_flow(mention.flow) && mention.partners.empty() && !mention.bilateral) {
    mention.total = mention.foreign = true;
    mention.head_only = false;
    mention.end = whole;
  }
  // "while flows worldwide dropped by 37 percent"
  if (p_.is_any(mention.end, "worldwide|globally") && mention.partners.empty() && !mention.bilateral) {
    if (mention.subjects.empty())
      mention.of_the_world = true;
    else
      mention.total = true;
    mention.head_only = false;
    ++mention.end;
  }
  // "sales to Japan", "sales of chips abroad": told as exports.
  if (head->words == "sales" && !mention.partners.empty() && p_.is(behind_what_is_sold(end), "to"))
    mention.weak = false;
  if (p_.is_any(mention.end, "abroad|overseas") && (mention.flow == "exports" || mention.flow == "imports")) {
    mention.total = mention.partners.empty();
    mention.weak = mention.head_only = false;
    ++mention.end;
  }
  finish(mention);
  if ((mention.weak || (p_.is(i, "purchases") && mention.measure == "goods_trade")) && !weak_noun(mention))
    return std::nullopt;
  return mention;
}

// "sales of wheat to Japan": the token behind the goods; `end` where none are named.
std::size_t MeasureFinder::behind_what_is_sold(std::size_t end) const {
  if (!p_.is(end, "of")) return end;
  std::size_t behind = noun_phrase_end(parts_, end + 1);
  while (p_.is_any(behind, ",|and") && p_.can(noun_phrase_end(parts_, behind + 1) - 1, use::goods))
    behind = noun_phrase_end(parts_, behind + 1);
  return behind;
}

// "financial and insurance activities": the token behind them; 0 where they do not begin.
std::size_t MeasureFinder::behind_activities(std::size_t i) const {
  constexpr std::size_t longest = 8;
  for (std::size_t k = i; k < i + longest && (p_.is_word(k) || p_.is(k, ",")); ++k) {
    if (p_.is(k, "activities")) return k > i ? k + 1 : 0;
    if (parts_.owner(k).kind != PartKind::none || p_.can(k, use::preposition | use::determiner | use::auxiliary)) break;
  }
  return 0;
}

// "Free Trade Area", "trade partner", "Ministry of Trade", "export controls": names of something else.
bool MeasureFinder::names_measure(std::size_t i, const Head& head, std::size_t end) const {
  if (p_.ends_before_any(i, "free|fair|e|electronic") && p_.is_any(i, "trade|commerce")) return false;
  const bool bound = p_.is(i - 1, "bound") && p_.is(i - 2, "-");  // "US-bound sales"
  if (head.words == "sales" && !bound) {
    const std::size_t to = behind_what_is_sold(end);
    if (!p_.is_any(to, "abroad|overseas") && !p_.match_any(to, "the other way|in the other direction|in return") &&
        !(p_.is(to, "to") && (party_named_at(p_, parts_.parties, to + 1) || unnamed_group(to + 1))))
      return false;
  }
  if (p_.is(i, "balance") && one_word_balance(end)) return false;
  // "on the import side computers were down"
  if (head.words.ends_with(" side") || head.words.ends_with(" front")) return true;
  if (head.words == "contracts signed" && !p_.is(end, "by")) return false;
  if ((head.words == "surplus" || head.words == "deficit" || head.words == "surpluses" || head.words == "deficits") &&
      p_.ends_before_any(i, "account|budget|fiscal|power|labor|labour"))
    return false;
  if (head.measure == "investment" && p_.is(end, "sector")) return false;  // "the FDI sector": who trades
  std::size_t next = end;
  if (p_.is(next, "(") && p_.is(next + 2, ")")) next += 3;
  if (head.measure == "investment" && p_.is(next, "equity")) ++next;
  while (p_.can(next, use::value_noun | use::change_noun)) ++next;
  if (p_.is(next, "-") && !p_.token(next).space_before) ++next;
  const bool one_word = end == i + 1;
  if (one_word && p_.is_any(i, "export|import|trade") &&
      (p_.ends_before_any(i, "to|can|will|could|would|may|who") || p_.is(i + 1, "-")))
    return false;  // verbs
  if (p_.is_any(next, "items|products|commodities|goods|categories|category|item|product") &&
      p_.is_any(i, "export|import"))
    return true;
  if (aimed_at(next)) return true;
  if (compound_noun(next) || p_.is_any(next, "share|shares")) return false;  // "Russia's trade turnover share"
  if ((p_.is(i, "export") || p_.is(i, "import")) && one_word && next == end && !followed_by_figure(end) &&
      !p_.can(i - 1, use::determiner | use::total) && !p_.is(i - 1, "domestic") &&
      !(p_.can(i - 1, use::goods) && (!p_.inside(end) || p_.is(end, "."))))
    return false;
  if (p_.capital(i) && i > p_.begin() && !title_ && p_.is_word(i - 1) &&
      (!parts_.party_at(i - 1) || parts_.party_at(i - 1)->anaphor)) {
    const bool spelled_out = p_.ends_before(i, "foreign direct");               // "Foreign Direct Investment (FDI)"
    if (!p_.token(i).upper && !spelled_out && !p_.is(i, "nodx")) return false;  // but "FDI", "NODX"
  }
  return true;
}

// "an export target of $5 billion"
bool MeasureFinder::aimed_at(std::size_t i) const {
  return p_.is_any(i, "target|goal") && p_.is(i + 1, "of") && parts_.is(i + 2, PartKind::quantity);
}

// A noun that makes the measure before it the first half of a name.
bool MeasureFinder::compound_noun(std::size_t i) const {
  if (!p_.is_word(i) || parts_.owner(i).kind != PartKind::none) return false;
  if (p_.is(i, "finance")) return true;                          // "trade finance"
  if (p_.is(i, "contract") && p_.is(i + 1, "by")) return false;  // "will see its shipments contract by 5 percent"
  if (p_.is(i, "'s") || (p_.is_any(i, "bound|destined|headed") && p_.is(i + 1, "for"))) return false;
  if (p_.can(i, use::preposition | use::conjunction | use::auxiliary | use::adverb | use::determiner | use::relative |
                    use::subordinator | use::pronoun | use::passive | use::value_noun | use::change_noun | use::verb |
                    use::number | use::up | use::down | use::reach))
    return p_.is(i, "one") && !p_.is(i + 1, "of");  // "the deficit one of 17 percent"
  if (p_.can(i, use::gerund | use::participle)) return p_.is_any(i, "financing|opening|following");
  if (p_.can(i, use::adjective)) return !p_.is_any(i, "last|this|more|less|next|alone|overseas|worldwide");
  return true;
}

bool MeasureFinder::followed_by_figure(std::size_t i) const {
  if (p_.is(i, "in") && parts_.is(i + 1, PartKind::period)) return true;
  if (p_.is(i, "at") && parts_.is(i + 1, PartKind::quantity)) return true;
  return carries_clause(parts_, i) || p_.is_any(i, "to|from|of|with|,|and") || p_.is_number(i) ||
         parts_.is(i, PartKind::period) || parts_.is(i, PartKind::quantity);
}

// "that with Vietnam", "those to the United States", "the volume between China and the Philippines": the same again.
std::optional<MeasureMention> MeasureFinder::pronominal(std::size_t i) {
  // "Outbound shipments fell, while inbound ones rose", "... and non-oil ones 6.7 percent"
  if (p_.is(i, "ones") && told_ && (p_.is_word(i - 1) || parts_.party_at(i - 1))) {
    MeasureMention mention;
    mention.head = mention.begin = i;
    mention.end = i + 1;
    mention.measure = "turnover";
    mention.again = true;
    left(mention);
    if (p_.is_any(i - 1, "inbound|incoming|outbound|outgoing")) {
      mention.flow = p_.is_any(i - 1, "inbound|incoming") ? "imports" : "exports";
      mention.measure = "goods_trade";
      mention.again = false;
      mention.product.clear();
    } else if (mention.product.empty() && mention.subjects.empty()) {
      return std::nullopt;
    }
    return mention;
  }
  const bool pronoun = p_.is_any(i, "that|those");
  if (!pronoun && !p_.is_any(i, "volume|figure|value|turnover|total")) return std::nullopt;
  MeasureMention mention;
  mention.head = mention.begin = i;
  mention.measure = "turnover";
  mention.again = true;
  if (pronoun && (p_.is(i + 1, "of") || (p_.is(i + 1, "in") && parts_.owner(i + 2).kind == PartKind::none))) {
    // "those of wireless equipment", "that in travel services"; "that of services imports" is told by its own noun
    std::size_t end = noun_phrase_end(parts_, i + 2);
    if (p_.is_any(end - 1, "exports|imports|surplus|deficit")) return std::nullopt;
    if (std::string goods = goods_at(parts_, i + 2, end);
        !goods.empty() && (p_.can(end - 1, use::goods | use::traders) || p_.word(end - 1).ends_with('s')))
      mention.product = std::move(goods);
    // "followed by those of Africa"
    else if (auto owners = party_list_at(p_, parts_.parties, i + 2, end);
             p_.is(i + 1, "of") && !owners.empty() && !owners.front().possessive)
      mention.subjects = std::move(owners);
    else
      return std::nullopt;
    mention.end = end;
    right(mention);
    return mention;
  }
  // "those with Peru", "those bound for Peru"
  const std::size_t bound = pronoun ? p_.match_any(i + 1, "bound for|destined for|headed for") : 0;
  const bool linked = pronoun ? p_.is_any(i + 1, "with|to|from|between|for") : p_.is_any(i + 1, "with|between");
  // "The two-way total neared $5 billion"
  if (p_.is_any(i, "total|figure|volume") && (p_.can(i - 1, use::two_sided) || p_.ends_before(i, "two way"))) {
    mention.end = i + 1;
    left(mention);
    return mention;
  }
  if (!bound && !linked) return std::nullopt;
  const std::size_t with = bound ? bound : i + 2;
  std::size_t end = with;
  const auto list = party_list_at(p_, parts_.parties, with, end);
  if (list.empty() ? all_the_others(with) == 0 && unnamed_group(with) == 0 : list.front().possessive)
    return std::nullopt;
  mention.end = i + 1;
  right(mention);
  return mention;
}

bool MeasureFinder::services_in_front(std::size_t head) const {
  std::size_t c = clauses_.at(head);
  while (clauses_[c].link == Link::shared && clauses_[c].parent != Clause::none) c = clauses_[c].parent;
  const std::size_t behind = p_.match_any(clauses_[c].begin, "in services|for services");
  return behind && !p_.can(behind, use::conjunction);
}

void MeasureFinder::finish(MeasureMention& mention) const {
  if (mention.measure == "investment" && (mention.cumulative || (mention.flow == "two-way")))
    mention.measure = mention.cumulative ? "investment_stock" : "investment";
  if (!mention.subjects.empty() || !mention.partners.empty() || !mention.product.empty() || mention.bilateral ||
      mention.total)
    mention.head_only = false;
  if (const auto half = measure_of_half(mention.product); !half.empty() && mention.measure == "goods_trade") {
    mention.measure = half;
    mention.product.clear();
  }
  if (generic_goods(mention.product)) mention.product.clear();
  if (mention.flow == "balance" &&
      (mention.product == "exports and imports" || mention.product == "imports and exports"))
    mention.product.clear();
  // "The NODX shrank 2 percent": to all
  if (mention.partners.empty() && p_.is(mention.head, "nodx") && p_.is(mention.head - 1, "the"))
    mention.total = !mention.bilateral;
  // "Vietnam's national total import turnover": all of it
  const bool of_all = mention.product == "national" && mention.total && !mention.subjects.empty();
  if ((mention.product == "fdi" && mention.measure.starts_with("investment")) || of_all) mention.product.clear();
  // "In services, exports reached ..."
  if (mention.measure == "goods_trade" && services_in_front(mention.head)) mention.measure = "services_trade";
  if (mention.product.ends_with(" services") && mention.measure == "goods_trade") mention.measure = "services_trade";
  if (mention.product == "agricultural" || mention.product == "farm" || mention.product == "agricultural product")
    mention.product += mention.product.ends_with("product") ? "s" : " products";
}

namespace {

// "The deficit, the difference between what is exported and imported, was $1.1 billion": what the word means.
void drop_meaning(const Phrase& p, std::vector<MeasureMention>& measures) {
  for (std::size_t k = 0; k + 1 < measures.size(); ++k) {
    const std::size_t begin = measures[k].end;
    if (measures[k].flow != "balance" || !p.is_any(begin, ",|-|--|(")) continue;
    std::size_t end = p.match_any(begin + 1,
                                  "the difference between|or the difference between|the gap between|"
                                  "the amount by which|the excess of|or more exports than imports|"
                                  "or more imports than exports|meaning more exports than imports|"
                                  "meaning more imports than exports");
    if (!end) continue;
    while (p.inside(end) && !p.is_any(end, ",|-|--|)|;")) ++end;
    std::erase_if(measures, [&](const MeasureMention& one) { return one.begin >= begin && one.end <= end; });
    return;
  }
}

}  // namespace

std::vector<MeasureMention> find_measures(const Parts& parts, const Clauses& clauses, const Provinces& provinces) {
  std::vector<MeasureMention> measures = MeasureFinder(parts, clauses, provinces).run();
  drop_meaning(parts.sentence, measures);
  return measures;
}

}  // namespace tradewind
