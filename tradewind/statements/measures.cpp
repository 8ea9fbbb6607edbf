#include "tradewind/statements/measures.hpp"

#include <algorithm>
#include <array>

#include "tradewind/statements/trade_words.hpp"

namespace tradewind {
namespace {

bool is_in(const Words& words, std::string_view word) { return words.contains(word); }

class Finder {
 public:
  Finder(const Phrase& phrase, const std::vector<PartyMention>& parties, const std::vector<bool>& taken)
      : p_(phrase), parties_(parties), taken_(taken) {}

  std::vector<MeasureMention> run() {
    std::vector<MeasureMention> result;
    for (std::size_t i = p_.begin(); i < p_.end();) {
      auto mention = at(i);
      if (!mention) {
        ++i;
        continue;
      }
      if (!result.empty() && mention->begin < result.back().end) mention->begin = result.back().end;
      i = std::max(mention->end, i + 1);
      result.push_back(std::move(*mention));
    }
    return result;
  }

 private:
  bool taken(std::size_t i) const { return p_.inside(i) && taken_[i - p_.begin()]; }

  std::optional<MeasureMention> at(std::size_t i) {
    if (taken(i) || !p_.is_word(i)) return std::nullopt;
    for (const auto& verb : verbs_of_trade())
      if (p_.is(i, verb.words)) return verbal(i, verb);
    std::size_t end = 0;
    const Head* head = nullptr;
    for (const auto& candidate : heads()) {
      const std::size_t behind = p_.match(i, candidate.words);
      if (behind > end) end = behind, head = &candidate;
    }
    if (!head) return std::nullopt;
    // "Free Trade Area", "trade partner": no measure. "export growth" and "trade volume" are.
    const std::size_t next = p_.skip_hyphen(end);
    if (is_in(no_measure_after(), p_.word(next)) && !(p_.is(next, "services"))) return std::nullopt;
    // "UN Trade and Development", "WTO Trade Forecast"
    if (p_.capital(i) && i > p_.begin() && p_.is_word(i - 1) && p_.token(i - 1).upper && !party_ending_at(parties_, i))
      return std::nullopt;
    if (p_.ends_before(i, "free") || p_.ends_before_any(i, {"fair", "e", "electronic", "trading"})) return std::nullopt;
    if (p_.capital(i) && p_.capital(next) && next == end && i > p_.begin() && p_.word(end) != "'s" &&
        head->measure == "goods_trade" && p_.is_word(end))
      return std::nullopt;
    if ((p_.is(i, "export") || p_.is(i, "import")) && end == i + 1 && !is_in(measure_nouns(), p_.word(end)) &&
        !followed_by_figure(end))
      return std::nullopt;
    // "China imports ...", "to trade with": verbs without a figure of their own.
    if (p_.ends_before_any(i, {"to", "can", "will"}) && (p_.is(i, "trade") || p_.is(i, "export") || p_.is(i, "import")))
      return std::nullopt;

    MeasureMention mention;
    mention.head = i;
    mention.begin = i;
    mention.end = end;
    mention.flow = head->flow;
    mention.measure = head->measure;
    if (head->words.find("deficit") != std::string_view::npos || head->words == "trade gap") mention.sign = -1;
    if (head->words == "negative balance") mention.sign = -1;
    mention.named_balance = head->words == "negative balance" || head->words == "positive balance";
    if (head->words == "nodx") mention.product = "non-oil domestic";
    if (head->words.starts_with("imports and")) mention.flows = {"imports", "exports"};
    if (head->words.starts_with("exports and")) mention.flows = {"exports", "imports"};
    if (head->words == "foreign trade" || head->words == "external trade") mention.total = true;
    // "25.6 percent of its international trade"
    if (p_.ends_before_any(i, {"its international", "their international", "'s international"})) mention.total = true;
    if ((head->words == "surplus" || head->words == "deficit") &&
        p_.ends_before_any(i, {"account", "budget", "fiscal"}))
      return std::nullopt;
    if (p_.is(mention.end, "(") && p_.is(mention.end + 2, ")")) mention.end += 3;  // "investment (FDI)"
    std::string_view noun = p_.word(mention.end);
    while (is_in(measure_nouns(), noun)) {
      if (noun == "stock") mention.cumulative = true;
      if (noun == "inflows") mention.flow = "inward";
      if (noun == "outflows") mention.flow = "outward";
      noun = p_.word(++mention.end);
    }
    left(mention);
    right(mention);
    finish(mention);
    return mention;
  }

  bool followed_by_figure(std::size_t i) const {
    return is_verb(p_.word(i)) || p_.is_any(i, {"to", "from", "of", "with", ",", "and"}) || p_.is_number(i);
  }

  // "China imported agricultural products worth 52.65 billion yuan from ASEAN countries".
  std::optional<MeasureMention> verbal(std::size_t i, const Head& verb) {
    MeasureMention mention;
    mention.head = mention.begin = i;
    mention.end = i + 1;
    mention.flow = verb.flow;
    mention.measure = verb.measure;
    mention.verb = true;
    if (p_.is(i, "traded") && !p_.is_any(i + 1, {"goods", "with", "products", "merchandise"})) return std::nullopt;
    if (p_.is(i, "traded")) mention.bilateral = true;
    if (p_.is_any(i, {"sold", "bought", "purchased", "shipped"}) && !mentions_party_behind(i) &&
        !p_.is_any(i + 1, {"goods", "products"}))
      return std::nullopt;
    // A participle before a noun ("imported cars") is no predicate.
    for (std::size_t k = i + 1; k < p_.end() && !p_.is_any(k, {";", "while", "whereas", "."}); ++k) {
      if (p_.is_any(k, {"to", "from"}) || (verb.flow == "trade" && p_.is(k, "with"))) {
        std::size_t end = k + 1;
        auto list = party_list_at(p_, parties_, k + 1, end);
        if (!list.empty() && mention.partners.empty()) mention.partners = std::move(list);
      }
      if (p_.is(k, ",") && (is_verb(p_.word(k + 1)) || p_.is(k + 1, "and") || p_.is(k + 1, "while"))) break;
      if (k > i + 1 && p_.is(k, "and") && p_.is_any(k + 1, {"imported", "exported"})) break;
    }
    // "China bought $4.08 billion worth of Russian products"
    if (mention.partners.empty() && mention.flow == "imports")
      for (const auto& party : parties_)
        if (party.begin > i && party.begin < i + 12 && party.name.role == NameRole::demonym &&
            p_.is_any(party.end, {"products", "goods", "commodities", "exports"}))
          mention.partners = {party};
    product_of_verb(mention);
    return mention;
  }

  bool mentions_party_behind(std::size_t i) const {
    return std::ranges::any_of(parties_, [i](const PartyMention& party) { return party.begin > i; });
  }

  void product_of_verb(MeasureMention& mention) {
    std::string product;
    for (std::size_t k = mention.head + 1; k < p_.end(); ++k) {
      if (p_.is(k, "worth") && p_.is(k + 1, "of")) continue;
      if (p_.is_any(k, {"worth", "valued", "to", "from", "in", "during", "with", ",", ".", ";", "at", "by", "for",
                        "while", "into", "totaling", "totalling"}) ||
          taken(k))
        break;
      if (!p_.is_word(k) || scale_of_word(k)) {
        if (p_.is_number(k)) product.clear();
        continue;
      }
      if (p_.is_any(k,
                    {"of",   "tons", "tonnes", "metric", "yuan",   "dollars",       "u.s.",       "us",        "over",
                     "more", "than", "about",  "nearly", "goods",  "products",      "a",          "the",       "total",
                     "and",  "some", "around", "its",    "almost", "approximately", "cumulative", "additional"})) {
        if (!product.empty() && p_.is_any(k, {"products", "goods", "of", "and"}))
          product += " " + std::string(p_.word(k));
        continue;
      }
      product += (product.empty() ? "" : " ") + std::string(p_.word(k));
    }
    while (product.ends_with(" of") || product.ends_with(" and")) product.erase(product.rfind(' '));
    mention.product = product;
  }

  bool scale_of_word(std::size_t k) const {
    return p_.is_any(k, {"million", "billion", "trillion", "bn", "percent", "thousand"});
  }

  // Modifiers before the measure: whose it is, what is traded, whether it is the whole.
  void left(MeasureMention& mention) {
    std::size_t i = mention.begin;
    std::vector<std::string> product;
    while (i > p_.begin()) {
      if (const auto* party = party_ending_at(parties_, i)) {
        i = party->begin;
        mention.subjects.insert(mention.subjects.begin(), *party);
        // "China-ASEAN trade", "China and ASEAN's trade", "China's and Vietnam's exports"
        if (p_.is(i - 1, "-") && i > p_.begin()) {
          if (const auto* first = party_ending_at(parties_, i - 1)) {
            mention.partners = {mention.subjects.front()};
            mention.subjects = {*first};
            i = first->begin;
          }
        } else if (p_.is(i - 1, "and") && party_ending_at(parties_, i - 1) && party->possessive) {
          const auto* first = party_ending_at(parties_, i - 1);
          mention.subjects.insert(mention.subjects.begin(), *first);
          i = first->begin;
        }
        // "intra-ASEAN trade": the bloc with itself
        if (i > p_.begin() + 1 && p_.is(i - 1, "-") && p_.is(i - 2, "intra")) {
          mention.partners = {mention.subjects.front()};
          i -= 2;
        }
        if (!(i > p_.begin() && p_.is(i - 1, "the"))) break;
        --i;
        break;
      }
      const std::string_view word = p_.word(i - 1);
      if (taken(i - 1) || !(p_.is_word(i - 1) || p_.is(i - 1, "-"))) break;
      if (is_in(total_words(), word)) mention.total = true;
      if (p_.is(i, "'s") && p_.capital(i - 1)) mention.region = true;
      if (word == "global" || word == "world" || word == "worldwide") mention.of_the_world = true;
      if (is_in(bilateral_words(), word)) mention.bilateral = true;
      if (word == "way" && p_.ends_before(i, "two way"))
        mention.bilateral = true, mention.flow = mention.measure == "investment" ? "two-way" : mention.flow;
      if (word == "mutual" && mention.measure == "investment") mention.flow = "two-way";
      if (word == "cumulative" || word == "accumulated" || word == "accumulative") mention.cumulative = true;
      if (word == "outward" || word == "outbound")
        mention.flow = mention.measure == "investment" ? "outward" : mention.flow;
      if (word == "inward" || word == "inbound" || (word == "foreign" && mention.measure == "investment"))
        mention.flow = mention.measure == "investment" ? "inward" : mention.flow;
      if (word == "signed")
        mention.measure = mention.measure.starts_with("contracted") ? "contracted_projects_signed" : mention.measure;
      if (stops_noun_phrase(word) && word != "total") break;
      const bool adverb =
          word.size() > 4 && word.ends_with("ly") && !word.ends_with("supply") && !word.ends_with("assembly");
      if (!is_in(plain_adjectives(), word) && !adverb) product.insert(product.begin(), std::string(word));
      if (word == "and" && !p_.is_word(i - 2)) break;
      // "and" joins two adjectives of one product ("mechanical and electrical"), not two clauses.
      if (word == "and" && !(!product.empty() && i >= p_.begin() + 2 && !is_in(plain_adjectives(), p_.word(i - 2)) &&
                             !stops_noun_phrase(p_.word(i - 2)) && !party_ending_at(parties_, i - 1)))
        break;
      if (word == "and") product.insert(product.begin(), "and");
      --i;
      if (word == "the" || word == "its" || word == "their" || word == "a" || word == "this") break;
    }
    mention.begin = std::min(mention.begin, i);
    for (const auto& word : product) mention.product += (mention.product.empty() ? "" : " ") + word;
  }

  static bool stops_noun_phrase(std::string_view word) {
    static const Words words = {
        "of",        "in",          "from",    "to",      "at",      "on",       "by",      "for",       "with",
        "as",        "than",        "while",   "during",  "over",    "under",    "since",   "between",   "among",
        "up",        "down",        "said",    "that",    "which",   "who",      "when",    "where",     "but",
        "so",        "if",          "not",     "through", "via",     "driven",   "showed",  "including", "excluding",
        "against",   "across",      "into",    "per",     "percent", "billion",  "million", "trillion",  "yuan",
        "bn",        "mn",          "tn",      "trn",     "mln",     "bln",      "b",       "m",         "crore",
        "lakh",      "dollars",     "because", "after",   "before",  "also",     "still",   "boost",     "boosted",
        "expand",    "promote",     "double",  "hence",   "thus",    "about",    "around",  "nearly",    "within",
        "customs",   "put",         "puts",    "whereas", "via",     "forecast", "survey",  "conducts",  "although",
        "though",    "without",     "saying",  "noting",  "adding",  "citing",   "showing", "only",      "some",
        "according", "respectively"};
    return words.contains(word) || is_verb(word);
  }

  // Behind the measure: "between A and B", "with A, B and C", "to A", "from A", "of A", "in agricultural products".
  void right(MeasureMention& mention) {
    std::size_t k = mention.end;
    for (int phrases = 0; phrases < 4; ++phrases) {
      std::size_t end = k;
      if (p_.is_any(k, {"between", "among"})) {
        if (p_.match_any(k + 1, {"the two", "both", "the two sides", "two sides"})) {
          mention.bilateral = true;
          mention.end = k =
              p_.match_any(k + 1, {"the two sides", "the two countries", "the two parties", "the two economies",
                                   "the two nations", "both sides", "the two", "two sides", "both countries"});
          continue;
        }
        auto list = party_list_at(p_, parties_, k + 1, end);
        if (list.empty()) break;
        mention.subjects = {list.front()};
        mention.partners.assign(list.begin() + 1, list.end());
        if (list.size() == 1) mention.bilateral = true;
        mention.end = k = end;
        continue;
      }
      if (p_.is_any(k, {"with", "to", "from", "into", "across", "toward", "towards"})) {
        auto list = party_list_at(p_, parties_, k + 1, end);
        if (list.empty()) {
          if (const auto behind = p_.match_any(k + 1, {"the rest of the world", "the world", "the outside world"})) {
            mention.total = true;
            mention.end = k = behind;
            continue;
          }
          break;
        }
        const bool origin = p_.is(k, "from");
        // "FDI flows from China to ASEAN": what comes in is told by where it comes to.
        if (mention.flow == "inward" && (origin || p_.is_any(k, {"to", "into"}))) {
          auto& side = origin ? mention.partners : mention.subjects;
          if (side.empty()) side = std::move(list);
          mention.end = k = end;
          continue;
        }
        // "exports from Vietnam to China": the first is whose exports they are.
        if (origin && (mention.flow == "exports" || mention.measure == "investment") && mention.subjects.empty())
          mention.subjects = std::move(list);
        else if (p_.is_any(k, {"to", "into"}) && mention.flow == "imports" && mention.subjects.empty())
          mention.subjects = std::move(list);
        else if (mention.partners.empty())
          mention.partners = std::move(list);
        mention.end = k = end;
        continue;
      }
      if (p_.is_any(k, {"of", "in", "by"}) && !taken(k + 1)) {
        auto list = party_list_at(p_, parties_, k + 1, end);
        if (!list.empty()) {
          if (mention.subjects.empty())
            mention.subjects = std::move(list);
          else if (mention.partners.empty() && p_.is(k, "in"))
            mention.partners = std::move(list);
          else
            break;
          mention.end = k = end;
          continue;
        }
        if (p_.is(k, "by")) break;
        const std::string product = product_at(k + 1, end);
        if (product.empty() || !mention.product.empty()) break;
        mention.product = product;
        mention.end = k = end;
        continue;
      }
      // "trade through the Friendship Pass": a part of it that crosses one place.
      if (p_.is_any(k, {"through", "via", "at"}) && !taken(k + 1) &&
          (p_.capital(k + 1) || (p_.is(k + 1, "the") && p_.capital(k + 2)))) {
        end = k + 1;
        std::string place(p_.word(k));
        while (p_.is_word(end) && (p_.capital(end) || p_.is(end, "the")) && !taken(end))
          place += " " + std::string(p_.word(end++));
        mention.product += (mention.product.empty() ? "" : " ") + place;
        mention.end = k = end;
        continue;
      }
      break;
    }
  }

  // "agricultural products", "cars and car parts": lower-case nouns up to the next preposition, verb or mark.
  std::string product_at(std::size_t i, std::size_t& end) const {
    std::string product;
    std::size_t k = i;
    while (p_.inside(k) && !taken(k) && k < i + 8) {
      const std::string_view word = p_.word(k);
      if (!(p_.is_word(k) || p_.is(k, "-"))) break;
      if (p_.is_number(k + 1) && p_.capital(k)) break;  // "trade of RM33.92 billion"
      if (stops_noun_phrase(word) && word != "of") break;
      if (party_beginning_at(parties_, k)) break;
      if (word == "and" &&
          (is_verb(p_.word(k + 1)) || p_.is_any(k + 1, {"imports", "exports", "the", "its"}) || !p_.is_word(k + 1)))
        break;
      if (word == "a" || word == "an" || word == "terms" || word == "recent" || word == "which" || word == "year")
        return {};
      if (k == i && (word == "the" || word == "this")) {
        // "in the first ...": a time that was not read, or "in the region": no product.
        return {};
      }
      if (p_.is_any(k, {"goods", "merchandise"}) && product.empty()) {
        ++k;
        if (p_.match(k, "and services")) return "goods and services";
        continue;
      }
      if (word != "-") product += (product.empty() ? "" : " ") + std::string(word);
      ++k;
    }
    end = k;
    return product;
  }

  void finish(MeasureMention& mention) const {
    if (mention.measure == "investment" && (mention.cumulative || (mention.flow == "two-way")))
      mention.measure = mention.cumulative ? "investment_stock" : "investment";
    if (mention.measure.starts_with("contracted")) mention.cumulative = mention.cumulative || false;
    // A surplus "politically delicate" or "positive" is no product's.
    if (mention.flow == "balance" && !mention.product.empty()) {
      static const Words products = {"oil",           "petroleum",    "energy",  "agricultural", "farm",
                                     "food",          "gas",          "car",     "automotive",   "electronics",
                                     "manufacturing", "manufactured", "services"};
      const std::string_view first = std::string_view(mention.product).substr(0, mention.product.find(' '));
      if (!is_in(products, first) && mention.product.find("oil") == std::string::npos) mention.product.clear();
    }
    // "goods" is the whole of goods trade.
    if (mention.product == "goods" || mention.product == "products") mention.product.clear();
    if (mention.product == "agricultural" || mention.product == "farm" || mention.product == "agricultural product")
      mention.product += mention.product.ends_with("product") ? "s" : " products";
  }

  const Phrase& p_;
  const std::vector<PartyMention>& parties_;
  const std::vector<bool>& taken_;
};

}  // namespace

std::vector<MeasureMention> find_measures(const Phrase& sentence, const std::vector<PartyMention>& parties,
                                          const std::vector<bool>& taken) {
  return Finder(sentence, parties, taken).run();
}

}  // namespace tradewind
