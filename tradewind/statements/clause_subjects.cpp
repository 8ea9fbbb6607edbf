// Whom and what a figure is about where no measure stands before it: a party in the place of the last one, a thing of
// its own, goods that are part of the trade spoken of.
#include <algorithm>
#include <unordered_set>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::party_of_segment(std::size_t from, const Quantity& q) {
  std::vector<const PartyMention*> here;
  bool measure_here = false;
  for (const auto& mention : measures_)
    if (mention.head >= from && mention.head < q.begin) measure_here = true;
  for (const auto& mention : ranks_)
    if (mention.begin >= from && mention.begin < q.begin) measure_here = true;
  // "China (minus US$1.85 billion); Thailand (minus US$549.6 million)"
  const std::size_t bracket = p_.is(q.begin - 1, "minus") ? q.begin - 2 : q.begin - 1;
  const bool of_the_party_before =
      p_.is(bracket, "(") && p_.is(q.end, ")") && party_ending_at(parties_, bracket) != nullptr;
  if ((measure_here && !of_the_party_before) || frame_.measure.empty()) return;
  for (const auto& party : parties_) {
    if (of_the_party_before && party.end != bracket) continue;
    if (party.begin < from || party.end > q.begin || party.name.role == NameRole::agreement || party.anaphor) continue;
    if (inside_measure(party) || inside_rank(party)) continue;
    // "Thai exports jumped 15.2 percent, while Indonesia's fell 4.1 percent": the same flow, another's.
    if (party.possessive && (is_verb(p_.word(party.end)) || party.end == q.begin)) {
      Frame frame = frame_;
      frame.subjects = {d_.resolve(party)};
      governor_begin_ = party.begin;
      governed_ = true;
      set_frame(std::move(frame));
      return;
    }
    if (party.possessive || party.name.role == NameRole::demonym) continue;
    here.push_back(&party);
  }
  if (here.empty()) return;
  std::vector<EconomyCode> codes;
  codes.reserve(here.size());
  for (const auto* party : here) codes.push_back(d_.resolve(*party));
  // "from 45 countries", "in China" say where, not with whom; a growth's "from" has been read as a base.
  const std::size_t before = p_.ends_before(here.front()->begin, "the") ? here.front()->begin - 1 : here.front()->begin;
  if (p_.ends_before_any(before, {"in", "by", "than", "of", "via", "through"}) &&
      !p_.ends_before_any(before, {"followed by", "trailed by"}))
    return;
  if (!is_trade_flow(frame_.flow) && !frame_.measure.starts_with("investment")) return;
  Frame frame = frame_;
  if (std::ranges::find(codes, frame.subject()) != codes.end()) {
    if (codes.size() == 1) return;
    std::erase(codes, frame.subject());
  }
  // Whole-world figures by country ("China's exports rose 5%, Japan's 3%") change the subject, not the partner, unless
  // the text goes through somebody's markets or suppliers.
  if (frame.partner() == world_total && !p_.ends_before_any(before, {"with", "to", "from"}) && !d_.lists_partners)
    frame.subjects = codes;
  else
    frame.partners = codes;
  frame.among.clear();
  governor_begin_ = here.front()->begin;
  governed_ = true;
  set_frame(std::move(frame));
}

void SentenceReader::unknown_subject(std::size_t from, const Quantity& q) {
  for (const auto& mention : measures_)
    if (mention.head >= from && mention.head < q.begin) return;
  for (const auto& mention : ranks_)
    if (mention.begin >= from && mention.begin < q.begin) return;
  if (skip_events_until_ > q.begin) return;
  std::string noun;
  std::size_t noun_begin = 0;
  bool verb_seen = false;
  for (std::size_t i = from; i < q.begin; ++i) {
    if (is_verb(p_.word(i))) {
      verb_seen = true;
      if (!noun.empty()) break;
      continue;
    }
    if (p_.is_any(i, {",", "and"}) && !verb_seen && noun.empty()) continue;
    if (p_.is(i, ",") && p_.is_any(i + 1, {"which", "that"}) && !noun.empty()) continue;
    if (p_.is_any(i, {",", ";"})) {
      noun.clear();
      verb_seen = false;
      continue;
    }
    if (taken(i) || in_party(i) || !p_.is_word(i) || is_neutral(p_.word(i)) || p_.match(i, "sales of") ||
        direction_of(p_.word(i)) != Direction::none || p_.word(i).ends_with("ly"))
      continue;
    if (p_.capital(i) && i != p_.begin() && !noun.empty()) {
      noun += " " + std::string(p_.word(i));
      continue;
    }
    if (noun.empty()) noun_begin = i;
    noun += (noun.empty() ? "" : " ") + std::string(p_.word(i));
  }
  // "gold (-77.9 percent), machinery (-12.8 percent) and petrochemicals (-7.8 percent)"
  if (!noun.empty() && q.kind == QuantityKind::percent && p_.is(q.begin - 1, "(") && !frame_.product.empty() &&
      p_.is_any(from, {",", "and", ")"}) && q.begin - from <= 7 && !verb_seen) {
    frame_.product = noun;
    return;
  }
  // "Exports of electric vehicles rose 13.1 percent, printers 32.8 percent and robots 45.2 percent".
  if (!noun.empty() && !verb_seen && q.kind == QuantityKind::percent && last_percent_ && !frame_.product.empty() &&
      p_.is_any(from, {",", "and"}) && q.begin - from <= 6 && p_.is_word(q.begin - 1) &&
      noun.ends_with(p_.word(q.begin - 1)) && !verb_seen_before(from, q.begin)) {
    frame_.product = noun;
    return;
  }
  if (noun.empty() || !verb_seen_before(noun_begin, q.begin)) return;
  // "Capital goods rose $376 million", in a paragraph on imports: imports of them.
  const bool of_trade = d_.frame.flow == "exports" || d_.frame.flow == "imports";
  if (of_trade && q.kind != QuantityKind::count && d_.period_paragraph == d_.paragraph && names_goods(noun)) {
    frame_ = d_.frame;
    frame_.product = noun;
    governor_begin_ = noun_begin;
    governed_ = true;
    return;
  }
  Frame frame;
  frame.measure = noun;
  frame.subjects = d_.frame.subjects;
  if (noun == "stock" && d_.frame.measure.starts_with("investment")) {
    // "the third largest investor in ASEAN, with a stock of $400 billion"
    frame_ = d_.frame;
    frame_.measure = "investment_stock";
    return;
  }
  frame.partners = {};
  for (const auto& party : parties_)
    if (party.begin >= from && party.begin < q.begin && party.name.role != NameRole::agreement) {
      const auto code = d_.resolve(party);
      if (!code.empty()) frame.subjects = {code};
      break;
    }
  governor_begin_ = noun_begin;
  governed_ = true;
  frame_ = std::move(frame);  // the discourse keeps the trade that "exports" and "the bloc" will go back to
}

bool SentenceReader::names_goods(std::string_view noun) {
  const std::string_view last = noun.substr(noun.find_last_of(' ') + 1);
  static const std::unordered_set<std::string_view> goods = {
      "goods",       "products",       "machinery",   "oil",        "gas",         "cars",      "vehicles",
      "chips",       "semiconductors", "gold",        "coal",       "steel",       "textiles",  "garments",
      "electronics", "petrochemicals", "ships",       "components", "equipment",   "apparel",   "footwear",
      "rice",        "fruit",          "fruits",      "vegetables", "durian",      "durians",   "seafood",
      "furniture",   "appliances",     "smartphones", "computers",  "fertilizers", "chemicals", "pharmaceuticals",
      "medicines",   "crops",          "produce",     "fuels",      "minerals",    "ores"};
  return goods.contains(last);
}

bool SentenceReader::verb_seen_before(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (is_verb(p_.word(i)) || p_.is_any(i, {"of", "at", "to"})) return true;
  return false;
}

bool SentenceReader::is_neutral(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {"the",          "a",
                                                             "an",           "it",
                                                             "they",         "this",
                                                             "that",         "these",
                                                             "those",        "which",
                                                             "who",          "figure",
                                                             "figures",      "total",
                                                             "volume",       "value",
                                                             "sum",          "number",
                                                             "amount",       "both",
                                                             "each",         "all",
                                                             "two",          "sides",
                                                             "side",         "with",
                                                             "and",          "or",
                                                             "to",           "from",
                                                             "of",           "in",
                                                             "on",           "at",
                                                             "by",           "for",
                                                             "as",           "its",
                                                             "their",        "his",
                                                             "her",          "year",
                                                             "period",       "same",
                                                             "also",         "still",
                                                             "only",         "just",
                                                             "while",        "among",
                                                             "them",         "respectively",
                                                             "up",           "down",
                                                             "over",         "than",
                                                             "more",         "less",
                                                             "about",        "around",
                                                             "nearly",       "rate",
                                                             "rates",        "pace",
                                                             "share",        "proportion",
                                                             "percentage",   "part",
                                                             "record",       "high",
                                                             "low",          "level",
                                                             "first",        "time",
                                                             "so",           "far",
                                                             "now",          "then",
                                                             "latter",       "former",
                                                             "followed",     "compared",
                                                             "against",      "respective",
                                                             "basis",        "term",
                                                             "terms",        "said",
                                                             "according",    "data",
                                                             "an",           "be",
                                                             "being",        "been",
                                                             "not",          "whole",
                                                             "latest",       "another",
                                                             "one",          "there",
                                                             "after",        "before",
                                                             "since",        "during",
                                                             "between",      "even",
                                                             "although",     "but",
                                                             "however",      "meanwhile",
                                                             "overall",      "annual",
                                                             "average",      "bloc",
                                                             "country",      "countries",
                                                             "economy",      "region",
                                                             "group",        "nation",
                                                             "mainland",     "neighbours",
                                                             "neighbors",    "when",
                                                             "where",        "into",
                                                             "per",          "accounting",
                                                             "dollar",       "yuan",
                                                             "dollars",      "terms",
                                                             "denominated",  "estimated",
                                                             "yearly",       "month",
                                                             "months",       "quarter",
                                                             "half",         "most",
                                                             "'s",           "would",
                                                             "should",       "what",
                                                             "worth",        "cumulatively",
                                                             "members",      "member",
                                                             "top",          "customs",
                                                             "general",      "administration",
                                                             "result",       "ranking",
                                                             "place",        "position",
                                                             "counterpart",  "counterparts",
                                                             "steady",       "slight",
                                                             "robust",       "strong",
                                                             "modest",       "sharp",
                                                             "solid",        "significant",
                                                             "healthy",      "moderate",
                                                             "rapid",        "notable",
                                                             "further",      "double",
                                                             "digit",        "marginal",
                                                             "slightly",     "fast",
                                                             "combined",     "corresponding",
                                                             "previous",     "last",
                                                             "volumes",      "values",
                                                             "year-on-year", "billion",
                                                             "respective",   "new",
                                                             "second",       "third",
                                                             "largest",      "biggest",
                                                             "data",         "reading",
                                                             "statistics",   "showed",
                                                             "like",         "partner",
                                                             "partners",     "respectively,",
                                                             "of which",     "including",
                                                             "alone",        "hitting",
                                                             "indicated",    "third",
                                                             "respectively", "minus",
                                                             "highest",      "lowest",
                                                             "ever",         "monthly",
                                                             "biggest",      "followed by",
                                                             "visitor"};
  return words.contains(word);
}

}  // namespace tradewind
