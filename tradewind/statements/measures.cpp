#include "tradewind/statements/measures.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace tradewind {
namespace {

// "-ous", "-ful" and the like say how something is, not what is traded.
bool sounds_adjective(std::string_view word) {
  if (word.size() < 6) return false;
  static constexpr auto endings =
      std::to_array<std::string_view>({"ous", "ful", "able", "ible", "less", "est", "ically", "ive"});
  if (word == "automotive" || word == "vegetable") return false;
  return std::ranges::any_of(endings, [word](std::string_view ending) { return word.ends_with(ending); });
}

class Finder {
 public:
  Finder(const Parts& parts, const Clauses& clauses) : parts_(parts), clauses_(clauses), p_(parts.sentence) {
    std::size_t words = 0, capitals = 0;
    for (std::size_t i = p_.begin(); i < p_.end(); ++i)
      if (p_.is_word(i) && p_.word(i).size() > 3) ++words, capitals += p_.capital(i) ? 1 : 0;
    title_ = words >= 3 && capitals * 10 >= words * 8;
  }

  std::vector<MeasureMention> run() {
    std::vector<MeasureMention> result;
    for (std::size_t i = p_.begin(); i < p_.end();) {
      std::optional<MeasureMention> mention;
      if (parts_.owner(i).kind == PartKind::none && p_.is_word(i)) mention = at(i);
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
  std::optional<MeasureMention> at(std::size_t i) {
    if ((p_.is(i, "import") || p_.is(i, "export")) && p_.is_any(i - 1, {"to", "will", "would"}))
      return verbal(i, {p_.word(i), p_.is(i, "import") ? "imports" : "exports", "goods_trade"});
    if (p_.is(i, "invest") && p_.is_any(i - 1, {"to", "will", "would"}))
      return verbal(i, {"invest", "outward", "investment"});
    if (p_.can(i, use::trade_verb))
      for (const auto& verb : verbs_of_trade())
        if (p_.is(i, verb.words) && (p_.can(i, use::gerund | use::participle) || carries_clause(parts_, i)))
          return verbal(i, verb);
    if (auto mention = pronominal(i)) return mention;
    if (!p_.can(i, use::measure)) return std::nullopt;
    if (p_.is_any(i, {"flows", "inflows"}) && !p_.is_any(i + 1, {"to", "into"})) return std::nullopt;
    std::size_t end = 0;
    const Head* head = nullptr;
    for (const auto& candidate : heads())
      if (const std::size_t behind = p_.match(i, candidate.words); behind > end) end = behind, head = &candidate;
    if (!head || !names_measure(i, *head, end)) return std::nullopt;

    MeasureMention mention;
    mention.head = mention.begin = i;
    mention.flow = head->flow;
    mention.measure = head->measure;
    if (head->words.find("deficit") != std::string_view::npos || head->words.find("gap") != std::string_view::npos ||
        head->words == "negative balance" || p_.ends_before_any(i, {"negative", "unfavorable", "unfavourable"}))
      mention.sign = -1;
    if (head->words == "nodx") mention.product = "non-oil domestic";
    if (head->words.starts_with("imports and") || head->words.starts_with("import and"))
      mention.flows = {"imports", "exports"};
    if (head->words.starts_with("exports and") || head->words.starts_with("export and"))
      mention.flows = {"exports", "imports"};
    if (head->words.starts_with("foreign") || head->words.starts_with("external"))
      mention.total = mention.foreign = true;
    if (p_.ends_before_any(i, {"its international", "their international", "'s international"})) mention.total = true;
    mention.head_only = end == i + 1;
    mention.plain = head->words.find("goods") == std::string_view::npos &&
                    head->words.find("merchandise") == std::string_view::npos && !mention.foreign;
    // "goods imports and exports"
    if (p_.is_any(end, {"and", "&"}) && (mention.flow == "imports" || mention.flow == "exports") &&
        p_.is_any(end + 1, {"exports", "imports", "export", "import"})) {
      mention.flows = {mention.flow, mention.flow == "imports" ? "exports" : "imports"};
      mention.flow = "trade";
      end += 2;
    }
    // "exports to and imports from Russia"
    if ((mention.flow == "imports" || mention.flow == "exports") && p_.is_any(end, {"to", "from"}) &&
        p_.is(end + 1, "and") && p_.is_any(end + 2, {"imports", "exports"}) && p_.is_any(end + 3, {"to", "from"})) {
      mention.flows = {mention.flow, std::string(p_.word(end + 2))};
      mention.flow = "trade";
      end += 3;
    }
    if (p_.is(end, "(") && p_.is(end + 2, ")")) end += 3;  // "investment (FDI)"
    for (; p_.can(end, use::value_noun | use::change_noun) && !carries_clause(parts_, end); ++end) {
      if (p_.is(end, "stock")) mention.cumulative = true;
      if (p_.is_any(end, {"inflow", "inflows"})) mention.flow = "inward";
      if (p_.is_any(end, {"outflow", "outflows"})) mention.flow = "outward";
      mention.figure_noun = mention.figure_noun || p_.can(end, use::value_noun);
      mention.change = p_.can(end, use::change_noun) && !p_.can(end, use::value_noun);
      mention.head_only = false;
      if (p_.is(end, "growth")) mention.change = true;
      if (p_.can(end + 1, use::rate_noun)) ++end;
    }
    if (p_.is_any(end, {"items", "products", "commodities", "goods", "categories", "category", "item", "product"}) &&
        p_.is_any(i, {"export", "import"}))
      ++end;
    if (p_.is(end, "(") && p_.is(end + 2, ")")) end += 3;
    mention.end = end;
    left(mention);
    right(mention);
    finish(mention);
    return mention;
  }

  // "that with Vietnam", "those to the United States", "the volume between China and the Philippines": the same again.
  std::optional<MeasureMention> pronominal(std::size_t i) {
    const bool pronoun = p_.is_any(i, {"that", "those"});
    if (!pronoun && !p_.is_any(i, {"volume", "figure", "value", "turnover", "total"})) return std::nullopt;
    if (!p_.is_any(i + 1, {"with", "to", "from", "between"}) || (!pronoun && !p_.is_any(i + 1, {"with", "between"})))
      return std::nullopt;
    std::size_t end = i + 2;
    const auto list = party_list_at(p_, parts_.parties, i + 2, end);
    if (list.empty() || list.front().possessive) return std::nullopt;
    MeasureMention mention;
    mention.head = mention.begin = i;
    mention.end = i + 1;
    mention.measure = "turnover";
    mention.again = true;
    right(mention);
    return mention;
  }

  // "Free Trade Area", "trade partner", "Ministry of Trade", "export controls": names of something else.
  bool names_measure(std::size_t i, const Head& head, std::size_t end) const {
    if (p_.ends_before_any(i, {"free", "fair", "e", "electronic"}) && p_.is_any(i, {"trade", "commerce"})) return false;
    if (p_.is(i, "balance") && one_word_balance(end)) return false;
    if ((head.words == "surplus" || head.words == "deficit" || head.words == "surpluses" || head.words == "deficits") &&
        p_.ends_before_any(i, {"account", "budget", "fiscal", "power", "labor", "labour"}))
      return false;
    std::size_t next = end;
    if (p_.is(next, "(") && p_.is(next + 2, ")")) next += 3;
    while (p_.can(next, use::value_noun | use::change_noun)) ++next;
    if (p_.is(next, "-") && !p_.token(next).space_before) ++next;
    const bool one_word = end == i + 1;
    if (one_word && p_.is_any(i, {"export", "import", "trade"}) &&
        (p_.ends_before_any(i, {"to", "can", "will", "could", "would", "may", "who"}) || p_.is(i + 1, "-")))
      return false;  // verbs
    if (p_.is_any(next, {"items", "products", "commodities", "goods", "categories", "category", "item", "product"}) &&
        p_.is_any(i, {"export", "import"}))
      return true;
    if (compound_noun(next)) return false;
    if ((p_.is(i, "export") || p_.is(i, "import")) && one_word && next == end && !followed_by_figure(end) &&
        !p_.can(i - 1, use::determiner | use::total) && !p_.is(i - 1, "domestic"))
      return false;
    if (p_.capital(i) && i > p_.begin() && !title_ && p_.is_word(i - 1) && !parts_.party_at(i - 1)) {
      if (!p_.token(i).upper) return false;  // but "FDI", "NODX"
    }
    return true;
  }

  // "balance of payments", "balance sheet"
  bool one_word_balance(std::size_t end) const { return p_.match(end, "of payments") || p_.is(end, "sheet"); }

  // A noun that makes the measure before it the first half of a name.
  bool compound_noun(std::size_t i) const {
    if (!p_.is_word(i) || parts_.owner(i).kind != PartKind::none) return false;
    if (p_.is(i, "'s")) return false;
    if (p_.can(i, use::preposition | use::conjunction | use::auxiliary | use::adverb | use::determiner | use::relative |
                      use::subordinator | use::pronoun | use::passive | use::value_noun | use::change_noun | use::verb |
                      use::number | use::up | use::down | use::reach))
      return p_.is_any(i, {"one"});
    if (p_.can(i, use::gerund | use::participle)) return p_.is_any(i, {"financing", "opening", "following"});
    if (p_.can(i, use::adjective)) return !p_.is_any(i, {"last", "this", "more", "less", "next", "alone", "overseas"});
    return true;
  }

  bool followed_by_figure(std::size_t i) const {
    return carries_clause(parts_, i) || p_.is_any(i, {"to", "from", "of", "with", ",", "and"}) || p_.is_number(i) ||
           parts_.is(i, PartKind::period) || parts_.is(i, PartKind::quantity);
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
    // "imported goods", "exported cars": an adjective of the noun behind it.
    const bool modifies = !carries_clause(parts_, i) && !p_.can(i, use::gerund) && p_.is_word(i + 1) &&
                          !p_.can(i + 1, use::preposition | use::conjunction) && p_.can(i + 1, use::goods);
    if (modifies) {
      const std::size_t end = noun_phrase_end(parts_, i);
      mention.product = words(i + 1, end);
      mention.end = end;
      mention.verb = false;
      right(mention);
      finish(mention);
      return mention;
    }
    // "goods imported from China"
    if (!carries_clause(parts_, i) && p_.can(i, use::participle) && p_.can(i - 1, use::goods)) {
      std::size_t begin = i;
      while (begin > p_.begin() && parts_.owner(begin - 1).kind == PartKind::none && p_.is_word(begin - 1) &&
             !p_.can(begin - 1, use::preposition | use::determiner | use::conjunction | use::verb) && i - begin < 5)
        --begin;
      mention.product = words(begin, i);
      mention.begin = begin;
      mention.verb = false;
      right(mention);
      finish(mention);
      return mention;
    }
    if (p_.is_any(i, {"sold", "bought", "purchased", "shipped", "invested", "selling", "buying", "sells", "buys"}) &&
        !trades_something(i))
      return std::nullopt;
    const std::size_t clause = clauses_.at(i);
    for (std::size_t k = i + 1; k < p_.end() && clauses_.at(k) == clause; ++k) {
      if (p_.is_any(k, {"to", "from", "into"}) || (verb.flow == "trade" && p_.is(k, "with")) ||
          (verb.measure == "investment" && p_.is_any(k, {"in", "across"}))) {
        std::size_t end = k + 1;
        auto list = party_list_at(p_, parts_.parties, k + 1, end);
        if (!list.empty() && mention.partners.empty()) mention.partners = std::move(list);
      }
    }
    // "China bought $4.08 billion worth of Russian products"
    if (mention.partners.empty() && mention.flow == "imports")
      for (const auto& party : parts_.parties)
        if (party.begin > i && party.begin < i + 12 && party.name.role == NameRole::demonym &&
            p_.can(noun_phrase_end(parts_, party.end) - 1, use::goods))
          mention.partners = {party};
    // "$108 billion invested by ASEAN in China"
    for (std::size_t k = i + 1; k < i + 4; ++k)
      if (p_.is(k, "by") && !carries_clause(parts_, i)) {
        std::size_t end = k + 1;
        mention.subjects = party_list_at(p_, parts_.parties, k + 1, end);
      }
    mention.product = object(i + 1, clause);
    for (std::size_t k = i + 1; k < p_.end() && clauses_.at(k) == clause; ++k)
      if (p_.is(k, "in") && p_.is(k + 1, "services") && mention.measure == "goods_trade")
        mention.measure = "services_trade", mention.product.clear();
    return mention;
  }

  bool trades_something(std::size_t i) const {
    const std::size_t clause = clauses_.at(i);
    for (std::size_t k = i + 1; k < p_.end() && clauses_.at(k) == clause && k < i + 25; ++k)
      if (parts_.party_at(k) || p_.can(k, use::goods)) return true;
    return false;
  }

  // What a verb of trade is said of: "exported $24 billion worth of products to ...".
  std::string object(std::size_t i, std::size_t clause) const {
    std::string product;
    for (std::size_t k = i; k < p_.end() && clauses_.at(k) == clause;) {
      if (parts_.is(k, PartKind::quantity)) {
        const Quantity& q = *parts_.quantity_at(k);
        if (q.kind == QuantityKind::count && !q.noun.empty() && q.unit != q.noun) product = q.noun;
        k = parts_.behind(k);
        continue;
      }
      if (parts_.is(k, PartKind::party) && parts_.party_at(k)->name.role == NameRole::demonym) {
        k = parts_.behind(k);
        continue;
      }
      if (p_.is_any(k, {"worth", "of", "about", "over", "some", "nearly", "around", "'", "in"}) &&
          !(p_.is(k, "in") && parts_.is(k + 1, PartKind::period)) && !(p_.is(k, "in") && k > i)) {
        ++k;
        continue;
      }
      const std::size_t end = noun_phrase_end(parts_, k);
      if (end == k) break;
      product = words(k, end);
      if (!product.empty()) break;
      k = end;
    }
    return product;
  }

  // A name as it is written.
  std::string in_print(std::size_t i) const {
    std::string word(p_.word(i));
    if (p_.capital(i) && !word.empty()) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
  }

  // The words of a noun phrase that say what is traded.
  std::string words(std::size_t begin, std::size_t end) const {
    std::string text;
    bool blank = false;
    for (std::size_t k = begin; k < end; ++k) {
      if (parts_.owner(k).kind != PartKind::none) return {};
      if (p_.can(k, use::determiner) || (p_.can(k, use::adjective) && !p_.can(k, use::goods))) continue;
      if (p_.is(k, "-")) {
        if (!text.empty()) text += '-', blank = false;
        continue;
      }
      if (p_.is(k, "and") && text.empty()) continue;
      if (!text.empty() && blank) text += ' ';
      text += p_.word(k);
      blank = true;
    }
    while (text.ends_with(" and") || text.ends_with('-')) text.resize(text.size() - (text.ends_with('-') ? 1 : 4));
    return generic_goods(text) ? std::string() : text;
  }

  // Modifiers before the measure: whose it is, what is traded, whether it is the whole.
  void left(MeasureMention& mention) {
    std::size_t i = mention.begin;
    std::vector<std::size_t> product;  // tokens, from right to left
    bool list = false;
    while (i > p_.begin()) {
      if (parts_.party_at(i - 1) && parts_.party_at(i - 1)->end == i) {
        i = owner_before(mention, i);
        mention.head_only = false;
        break;
      }
      if (const PeriodMention* period = parts_.period_at(i - 1); period && period->end == i) {
        i = period->begin;
        continue;
      }
      if (p_.is(i - 1, "'s") || (p_.is(i - 1, "'") && p_.word(i - 2).ends_with("s"))) {
        i = possessive(mention, i - 1);
        break;
      }
      if (parts_.owner(i - 1).kind != PartKind::none) break;
      if (p_.is(i - 1, "-")) {
        if (!p_.is_word(i - 2) && !parts_.party_at(i - 2)) break;
        if (!product.empty()) product.push_back(i - 1);
        --i;
        continue;
      }
      const std::string_view word = p_.word(i - 1);
      if (p_.is_any(i - 1, {"and", ",", "or"})) {
        // "ores, slag, and ash exports", "oil and gas exports": nouns beside one another.
        const bool comma = p_.is(i - 1, ",");
        const std::size_t before = p_.is(i - 2, ",") && !comma ? i - 3 : i - 2;
        if ((comma && !list) || (product.empty() && !list) || !bare_noun(before) || measure_word(before)) break;
        list = true;
        product.push_back(i - 1);
        i = before + 1;
        continue;
      }
      if (!p_.is_word(i - 1)) break;
      // A party names the other side: "US-bound exports", "China-made goods".
      if (p_.can(i - 1, use::determiner)) {
        if (word == "their") mention.their = true;
        if (p_.is_any(i - 1, {"the", "this", "that", "these", "those"})) mention.definite = true;
        if (word == "our") mention.subjects.clear();
        --i;
        break;
      }
      if (p_.can(i - 1, use::total)) {
        mention.total = true;
        if (!p_.is_any(i - 1, {"total", "overall", "aggregate"})) mention.foreign = true;
      }
      if (word == "global" || word == "world" || word == "worldwide") mention.of_the_world = true;
      if (p_.can(i - 1, use::two_sided)) mention.bilateral = true;
      if (word == "way" && p_.ends_before(i, "two way"))
        mention.bilateral = true, mention.flow = mention.measure == "investment" ? "two-way" : mention.flow;
      if (mention.measure == "investment" || mention.measure == "investment_stock") direction(mention, word);
      if (word == "cumulative" || word == "accumulated" || word == "accumulative") mention.cumulative = true;
      if (word == "signed" && mention.measure.starts_with("contracted")) mention.measure = "contracted_projects_signed";
      if (p_.is_any(i - 1, {"performed", "completed", "fulfilled"}) && mention.measure.starts_with("contracted"))
        mention.measure = "contracted_projects_completed";
      if (word == "way" || word == "two" || word == "one") {
        --i;
        continue;
      }
      // "paid-in investment"
      if (p_.is(i - 2, "-") && !p_.token(i - 1).space_before && p_.can(i - 1, use::preposition)) {
        i -= 2;
        continue;
      }
      const bool stops = p_.can(i - 1, use::preposition | use::conjunction | use::auxiliary | use::relative |
                                           use::subordinator | use::pronoun | use::say) ||
                         carries_clause(parts_, i - 1);
      if (stops) break;
      const bool plain = p_.can(i - 1, use::adjective | use::adverb | use::gerund | use::participle | use::ordinal |
                                           use::number | use::change_noun) ||
                         (sounds_adjective(word) && !p_.can(i - 1, use::goods)) || word == "way";
      const bool negated = p_.is(i - 2, "-") && p_.is(i - 3, "non");
      if (!plain || negated || p_.can(i - 1, use::goods) || (p_.can(i - 1, use::gerund) && word == "manufacturing")) {
        product.push_back(i - 1);
        mention.head_only = false;
      } else if (!product.empty() && p_.is(i, "-")) {
        product.push_back(i - 1);
      }
      if (p_.can(i - 1, use::gerund) && !p_.can(i - 1, use::adjective | use::direction) && word != "processing" &&
          word != "manufacturing") {
        break;  // "reporting exports": a verb
      }
      --i;
    }
    mention.begin = std::min(mention.begin, i);
    // "the value of exports", "total volume of trade"
    if (p_.is(mention.begin - 1, "of") && p_.can(mention.begin - 2, use::value_noun | use::figure_noun)) {
      std::size_t k = mention.begin - 2;
      while (k > p_.begin() && p_.can(k - 1, use::adjective | use::determiner | use::total) &&
             parts_.owner(k - 1).kind == PartKind::none)
        mention.total = mention.total || p_.can(k - 1, use::total), --k;
      mention.begin = k;
      if (parts_.party_at(k - 1) && parts_.party_at(k - 1)->end == k && mention.subjects.empty())
        mention.begin = owner_before(mention, k);
      mention.head_only = false;
    }
    std::ranges::reverse(product);
    while (!product.empty() && p_.is(product.front(), "-")) product.erase(product.begin());
    std::string text;
    bool blank = false;
    for (const std::size_t k : product) {
      if (p_.is(k, "-")) {
        text += '-', blank = false;
        continue;
      }
      if (p_.is(k, ",")) {
        text += ',';
        continue;
      }
      if (blank) text += ' ';
      text += p_.word(k), blank = true;
    }
    while (text.ends_with(" and") || text.ends_with(',')) text.resize(text.size() - (text.ends_with(',') ? 1 : 4));
    if (!generic_goods(text) && !text.empty())
      mention.product = mention.product.empty() ? text : text + " " + mention.product;
  }

  void direction(MeasureMention& mention, std::string_view word) const {
    if (word == "outward" || word == "outbound" || word == "overseas") mention.flow = "outward";
    if (word == "inward" || word == "inbound" || word == "foreign")
      mention.flow = mention.flow == "outward" ? "outward" : "inward";
    if (word == "mutual" || word == "bilateral") mention.flow = "two-way";
  }

  bool bare_noun(std::size_t i) const {
    return p_.is_word(i) && parts_.owner(i).kind == PartKind::none &&
           !p_.can(i, use::preposition | use::conjunction | use::auxiliary | use::determiner | use::relative |
                          use::pronoun | use::adverb | use::subordinator) &&
           !carries_clause(parts_, i) &&
           (p_.can(i, use::goods) || (p_.token(i).uses & ~use::verb) == 0 ||
            p_.can(i, use::adjective | use::participle));
  }

  bool measure_word(std::size_t i) const {
    return p_.is_any(i, {"exports", "imports", "trade", "export", "import", "surplus", "deficit", "shipments",
                         "investment", "growth"});
  }

  // Parties before the measure: "China's", "Chinese", "China-ASEAN", "China and ASEAN's", "intra-ASEAN".
  std::size_t owner_before(MeasureMention& mention, std::size_t i) {
    const PartyMention& party = *parts_.party_at(i - 1);
    i = party.begin;
    mention.subjects.insert(mention.subjects.begin(), party);
    if (i > p_.begin() + 1 && p_.is(i - 1, "-") && p_.is(i - 2, "intra")) {
      mention.partners = {party};
      // "Nigeria's intra-African trade"
      if (const PartyMention* owner = parts_.party_at(i - 3); owner && owner->end == i - 2 && owner->possessive) {
        mention.subjects = {*owner};
        return owner->begin;
      }
      return i - 2;
    }
    if (i > p_.begin() && p_.is_any(i - 1, {"-", "/"}) && !p_.token(i).space_before) {
      if (const PartyMention* first = parts_.party_at(i - 2); first && first->end == i - 1) {
        mention.partners = {party};
        mention.subjects = {*first};
        mention.neutral = true;
        i = first->begin;
      }
    } else if (p_.is(i - 1, "and") && parts_.party_at(i - 2) && party.possessive) {
      const PartyMention& first = *parts_.party_at(i - 2);
      mention.subjects.insert(mention.subjects.begin(), first);
      i = first.begin;
    }
    if (i > p_.begin() && p_.is(i - 1, "the")) --i;
    return i;
  }

  // "Guangxi's trade", "the FDI sector's exports", "the month's surplus".
  std::size_t possessive(MeasureMention& mention, std::size_t mark) {
    std::size_t i = mark;
    if (const PeriodMention* period = parts_.period_at(i - 1)) return period->begin;
    while (i > p_.begin() && mark - i < 5 && parts_.owner(i - 1).kind == PartKind::none && p_.is_word(i - 1) &&
           !p_.can(i - 1, use::preposition | use::conjunction | use::auxiliary | use::relative | use::subordinator) &&
           !carries_clause(parts_, i - 1)) {
      --i;
      if (p_.can(i, use::determiner)) break;
    }
    if (i == mark) return mark;
    mention.head_only = false;
    if (p_.is_any(mark - 1, {"sides", "countries", "nations", "economies", "neighbours", "neighbors", "parties"})) {
      mention.bilateral = true;
    } else if (p_.can(mark - 1, use::traders)) {
      mention.product = words(i, mark);
    } else if (p_.capital(mark - 1) && !p_.can(mark - 1, use::source)) {
      mention.region = !words(i, mark).empty();
      while (mention.region && (p_.can(i, use::determiner) || !p_.capital(i))) ++i;
      for (std::size_t k = i; mention.region && k < mark; ++k)
        mention.product += (k == i || p_.is(k, "-") || p_.is(k - 1, "-") ? "" : " ") + in_print(k);
    }
    return i;
  }

  // Behind the measure: "between A and B", "with A, B and C", "to A", "from A", "of A", "in agricultural products".
  void right(MeasureMention& mention) {
    std::size_t k = mention.end;
    for (int phrases = 0; phrases < 5; ++phrases) {
      std::size_t end = k;
      // "exports in 2024 to China": a time between.
      if (p_.can(k, use::preposition) && parts_.is(k + 1, PartKind::period)) {
        const std::size_t behind = parts_.behind(k + 1);
        if (p_.is_any(behind, {"with", "to", "from", "between"}) && parts_.party_at(behind + 1)) {
          k = behind;
          continue;
        }
        break;
      }
      // "deficit on merchandise trade with", "surplus in its trade with"
      if (mention.flow == "balance" && p_.is_any(k, {"in", "on"})) {
        std::size_t t = k + 1;
        while (p_.can(t, use::determiner | use::adjective) || p_.is(t, "its")) ++t;
        if (p_.is(t, "trade")) {
          if (p_.is(t + 1, "in") && p_.is(t + 2, "goods")) t += 2;
          mention.end = k = t + 1;
          continue;
        }
      }
      if (p_.is(k, "within")) {
        auto list = party_list_at(p_, parts_.parties, k + 1, end);
        if (list.size() != 1 || mention.flow != "trade") break;
        mention.subjects = mention.partners = list;
        mention.end = k = end;
        continue;
      }
      if (p_.is_any(k, {"between", "among"})) {
        if (const auto both =
                p_.match_any(k + 1, {"the two sides", "the two countries", "the two parties", "the two economies",
                                     "the two nations", "both sides", "the two", "two sides", "both countries",
                                     "the two neighbours", "the two neighbors", "both nations", "the countries",
                                     "the sides", "the parties", "the two blocs", "them", "the two regions"})) {
          mention.bilateral = true;
          mention.end = k = both;
          continue;
        }
        auto list = party_list_at(p_, parts_.parties, k + 1, end);
        if (list.empty()) {
          if (!region_between(mention, k + 1, end)) break;
          mention.end = k = end;
          continue;
        }
        mention.neutral = true;
        if (const auto group = list.size() == 1 && p_.is(end, "and") ? unnamed_group(end + 1) : 0) {
          list.push_back({end + 1, group, {unnamed_party, NameRole::name, true}});
          end = group;
        }
        mention.subjects = {list.front()};
        mention.partners.assign(list.begin() + 1, list.end());
        if (list.size() == 1) mention.bilateral = true;
        mention.end = k = end;
        continue;
      }
      if (p_.is_any(k, {"with", "to", "from", "into", "across", "toward", "towards", "against", "over", "vis"})) {
        auto list = party_list_at(p_, parts_.parties, k + 1, end);
        if (list.empty() && phrases < 2)
          if (const auto group = unnamed_group(k + 1); group && !p_.is_any(k, {"against", "over", "across"})) {
            list.push_back({k + 1, group, {unnamed_party, NameRole::name, true}});
            end = group;
          }
        if (list.empty() || (list.front().possessive && !list.front().anaphor)) {
          if (const auto behind = p_.match_any(k + 1, {"the rest of the world", "the world", "the outside world"})) {
            mention.total = true;
            mention.end = k = behind;
            continue;
          }
          break;
        }
        if (p_.is_any(k, {"against", "over"}) && mention.flow != "balance") break;
        const bool origin = p_.is(k, "from");
        // "Brazilian trade to China"
        if (p_.is(k, "to") && mention.flow == "trade" && mention.flows.empty() && mention.measure == "goods_trade" &&
            k == mention.head + 1)
          mention.flow = "exports";
        // "FDI flows from China to ASEAN": what comes in is told by where it comes to.
        if (mention.flow == "inward" && (origin || p_.is_any(k, {"to", "into"}))) {
          // "Chinese FDI to ASEAN": told by where it comes from after all
          if (!origin && !mention.subjects.empty() && mention.partners.empty()) {
            mention.flow = "outward";
            mention.partners = std::move(list);
            mention.end = k = end;
            continue;
          }
          auto& side = origin ? mention.partners : mention.subjects;
          if (side.empty()) side = std::move(list);
          mention.end = k = end;
          continue;
        }
        // "with shipments from Switzerland soaring", of imports
        if (origin && p_.is_any(mention.head, {"shipments", "purchases", "sales"}) && mention.subjects.empty() &&
            !(p_.is(end, "to") && parts_.party_at(end + 1))) {
          mention.from = std::move(list);
          mention.end = k = end;
          continue;
        }
        // "exports from Vietnam to China": the first is whose exports they are.
        if (origin && p_.is_any(k - 1, {"earnings", "receipts", "revenue", "revenues", "proceeds"}) &&
            mention.partners.empty() && parts_.party_at(end - 1))
          mention.partners = std::move(list);
        else if (origin && mention.measure == "investment" && mention.subjects.empty() &&
                 !(p_.is_any(end, {"to", "into", "in"}) && parts_.party_at(end + 1)))
          mention.origin = std::move(list);
        else if (origin && (mention.flow == "exports" || mention.measure == "investment") && mention.subjects.empty())
          mention.subjects = std::move(list);
        else if (p_.is_any(k, {"to", "into"}) && mention.flow == "imports" && of_origin(mention) &&
                 mention.flows.empty() && !p_.is_any(k - 1, {"payments", "payment"})) {
          // "Malaysian palm oil imports into China"
          if (!mention.subjects.empty() && mention.partners.empty()) mention.partners = std::move(mention.subjects);
          mention.subjects = std::move(list);
        } else if (mention.partners.empty())
          mention.partners = std::move(list);
        mention.end = k = end;
        continue;
      }
      if (p_.is_any(k, {"of", "in", "by", "for"}) && parts_.owner(k + 1).kind != PartKind::period) {
        auto list = party_list_at(p_, parts_.parties, k + 1, end);
        // "imports of Russian goods": from there; "exports of Russian goods": its own.
        if (!list.empty() && list.front().name.role == NameRole::demonym && !list.front().possessive &&
            p_.is(k, "of") && (mention.flow == "imports" || mention.flow == "exports")) {
          const std::size_t behind = noun_phrase_end(parts_, list.front().end);
          if (behind > list.front().end && p_.can(behind - 1, use::goods)) {
            if (mention.product.empty()) mention.product = words(list.front().end, behind);
            auto& side = mention.flow == "imports" ? mention.partners : mention.subjects;
            if (side.empty()) side = {list.front()};
            mention.end = k = behind;
            continue;
          }
        }
        if (!list.empty() && (!list.front().possessive || list.front().anaphor) &&
            !(list.front().name.role == NameRole::demonym && p_.can(end, use::goods))) {
          if ((mention.measure == "investment" || mention.measure.starts_with("contracted")) && p_.is(k, "in") &&
              mention.partners.empty() && mention.flow != "inward")
            mention.partners = std::move(list);
          else if (mention.subjects.empty())
            mention.subjects = std::move(list);
          else if (mention.partners.empty() && p_.is(k, "in"))
            mention.partners = std::move(list);
          else
            break;
          mention.end = k = end;
          continue;
        }
        if (p_.is(k, "for")) break;
        if (p_.is(k, "by") && !names_traders(k + 1)) break;
        const std::string product = product_at(k + 1, end);
        if (product.empty()) {
          if (end == k) break;
          mention.end = k = end;
          continue;
        }
        if (!mention.product.empty() && mention.measure != "investment") break;
        mention.product = product;
        mention.head_only = false;
        mention.end = k = end;
        continue;
      }
      // "trade through the Friendship Pass": a part of it that crosses one place.
      if (p_.is_any(k, {"through", "via", "at"}) && parts_.owner(k + 1).kind == PartKind::none &&
          (p_.capital(k + 1) || (p_.is(k + 1, "the") && p_.capital(k + 2)))) {
        end = k + 1;
        std::string place(p_.word(k));
        while (p_.is_word(end) && (p_.capital(end) || p_.is(end, "the")) && parts_.owner(end).kind == PartKind::none)
          place += " " + std::string(p_.word(end++));
        mention.product += (mention.product.empty() ? "" : " ") + place;
        mention.end = k = end;
        continue;
      }
      if (p_.is(k, "(") && p_.is(k + 2, ")") && phrases > 0) {
        mention.end = k = k + 3;
        continue;
      }
      break;
    }
  }

  static bool of_origin(const MeasureMention& mention) {
    return mention.subjects.empty() ||
           (mention.subjects.size() == 1 && mention.subjects.front().name.role == NameRole::demonym &&
            !mention.subjects.front().possessive);
  }

  // "trade between Guangxi and ASEAN": a place of no country's rank, and a party.
  bool region_between(MeasureMention& mention, std::size_t i, std::size_t& end) const {
    std::size_t k = p_.is(i, "the") ? i + 1 : i;
    std::string place;
    for (; p_.is_word(k) && p_.capital(k) && parts_.owner(k).kind == PartKind::none; ++k)
      place += (place.empty() ? "" : " ") + in_print(k);
    if (place.empty() || !p_.is(k, "and")) return false;
    const auto list = party_list_at(p_, parts_.parties, k + 1, end);
    if (list.empty()) return false;
    mention.product = place;
    mention.region = true;
    mention.partners = list;
    return true;
  }

  // "emerging markets", "the other eight EAS countries", "East Asia": partners that no table names.
  std::size_t unnamed_group(std::size_t i) const {
    if (p_.is_any(i, {"these", "those", "both", "its", "their", "it", "them"}) || p_.match(i, "the two")) return 0;
    std::size_t k = i;
    bool capital = false;
    for (int words = 0; words < 8 && p_.inside(k); ++words) {
      const PartKind kind = parts_.owner(k).kind;
      if (kind == PartKind::quantity && parts_.quantity_at(k)->kind == QuantityKind::count) {
        const Quantity& q = *parts_.quantity_at(k);
        if (p_.can(q.end - 1, use::company) && p_.word(q.end - 1).ends_with("s")) return q.end;
        k = q.end;
        continue;
      }
      if (kind != PartKind::none || !(p_.is_word(k) || p_.is(k, "-"))) break;
      if (!(p_.capital(k) && k > i) &&
          p_.can(k, use::preposition | use::conjunction | use::auxiliary | use::relative | use::adverb |
                        use::subordinator | use::pronoun | use::figure_noun | use::value_noun) &&
          !p_.can(k, use::adjective | use::determiner | use::company) && !p_.is(k, "of"))
        break;
      if (p_.is(k, "of") && k == i) break;
      if (p_.is_any(k, {"countries", "economies", "nations", "markets", "regions", "states", "members", "destinations",
                        "partners", "neighbours", "neighbors"}))
        return p_.is(k + 1, "in") && p_.capital(k + 2) && parts_.owner(k + 2).kind == PartKind::none ? k + 3 : k + 1;
      if (carries_clause(parts_, k)) break;
      capital = p_.capital(k) && (p_.token(k).uses & ~use::verb) == 0;
      ++k;
    }
    return capital && p_.is_any(k - 1, {"asia", "africa", "america", "europe", "gulf", "oceania", "pacific"}) ? k : 0;
  }

  bool names_traders(std::size_t i) const {
    const std::size_t end = noun_phrase_end(parts_, i);
    return end > i && p_.can(end - 1, use::traders);
  }

  // "agricultural products", "chips, cars and car parts": a noun phrase, and those beside it.
  std::string product_at(std::size_t i, std::size_t& end) const {
    if (p_.is_any(i, {"which", "this", "that", "terms", "recent"}) || parts_.owner(i).kind != PartKind::none) return {};
    std::size_t k = noun_phrase_end(parts_, i);
    if (k == i || parts_.party_at(k - 1)) return {};
    // "in the region", "of the total": nothing traded.
    const bool trades = p_.can(k - 1, use::goods | use::traders);
    if (p_.is_any(i, {"the", "this", "a", "an"}) && !trades) return {};
    if (p_.can(k - 1, use::value_noun | use::figure_noun | use::place) && !trades) return {};
    if (p_.match(i, "goods and services")) {
      end = p_.match(i, "goods and services");
      return "goods and services";
    }
    // "trade of RM33.92 billion"
    if (p_.is_number(k) && p_.capital(k - 1) && k == i + 1) return {};
    // "of chips, cars and ships": as long as goods follow.
    std::size_t last = k;
    for (int more = 0; more < 12; ++more) {
      std::size_t next = last;
      if (p_.is(next, "(") && p_.is(next + 2, ")")) next += 3;
      const bool comma = p_.is(next, ",");
      if (comma) ++next;
      const bool joined = p_.is(next, "and");
      if (joined) ++next;
      if (!comma && !joined) break;
      const std::size_t behind = noun_phrase_end(parts_, next);
      if (behind == next || parts_.party_at(next) || !p_.can(behind - 1, use::goods) || p_.can(next, use::determiner) ||
          (carries_clause(parts_, behind) && !(comma && (joined || holds_and(next, behind)))) ||
          parts_.is(behind, PartKind::quantity) ||
          (p_.is_any(behind, {"by", "to", "at"}) && parts_.is(behind + 1, PartKind::quantity)))
        break;
      last = behind;
    }
    std::string product = words(i, k);
    for (std::size_t from = k; from < last;) {
      while (from < last && p_.is_any(from, {",", "and", "(", ")"})) ++from;
      const std::size_t behind = noun_phrase_end(parts_, from);
      if (behind <= from) break;
      if (const std::string next = words(from, behind); !next.empty()) product += (product.empty() ? "" : ", ") + next;
      from = behind;
    }
    end = last;
    return product;
  }

  bool holds_and(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
      if (p_.is(i, "and")) return true;
    return false;
  }

  void finish(MeasureMention& mention) const {
    if (mention.measure == "investment" && (mention.cumulative || (mention.flow == "two-way")))
      mention.measure = mention.cumulative ? "investment_stock" : "investment";
    if (!mention.subjects.empty() || !mention.partners.empty() || !mention.product.empty() || mention.bilateral ||
        mention.total)
      mention.head_only = false;
    if (mention.product == "goods and services") {
      if (mention.measure == "goods_trade") mention.measure = "goods_and_services_trade";
      mention.product.clear();
    } else if (mention.product == "services" && mention.measure == "goods_trade") {
      mention.measure = "services_trade";
      mention.product.clear();
    }
    if (generic_goods(mention.product)) mention.product.clear();
    if (mention.product.ends_with(" services") && mention.measure == "goods_trade") mention.measure = "services_trade";
    if (mention.product == "agricultural" || mention.product == "farm" || mention.product == "agricultural product")
      mention.product += mention.product.ends_with("product") ? "s" : " products";
  }

  const Parts& parts_;
  const Clauses& clauses_;
  const Phrase& p_;
  bool title_ = false;  // a headline, every word with a capital
};

}  // namespace

std::vector<MeasureMention> find_measures(const Parts& parts, const Clauses& clauses) {
  return Finder(parts, clauses).run();
}

}  // namespace tradewind
