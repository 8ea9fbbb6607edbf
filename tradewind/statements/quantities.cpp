#include "tradewind/statements/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "tradewind/statements/hedges.hpp"
#include "tradewind/statements/joined_quantities.hpp"
#include "tradewind/statements/trade_words.hpp"

namespace tradewind {
namespace {

class QuantityFinder {
 public:
  QuantityFinder(const Phrase& phrase, const Lexicon& lexicon, const std::vector<bool>& taken)
      : p_(phrase), lexicon_(lexicon), taken_(taken) {}

  std::vector<Quantity> run() {
    for (std::size_t i = p_.begin(); i < p_.end();) {
      if (taken(i)) {
        ++i;
        continue;
      }
      if (auto quantity = at(i)) {
        i = quantity->end;
        found_.push_back(std::move(*quantity));
      } else {
        ++i;
      }
    }
    found_ = join_quantities(p_, std::move(found_));
    for (auto& quantity : found_) quantity.price = is_price(quantity);
    return std::move(found_);
  }

 private:
  bool taken(std::size_t i) const { return p_.inside(i) && taken_[i - p_.begin()]; }

  std::optional<Quantity> at(std::size_t i) {
    if (p_.is_word(i) && (p_.can(i, use::number) || p_.is_any(i, "half|a")))
      if (auto fraction = fraction_at(i)) return fraction;
    // A currency before the number: "$694.53 billion", "US$ 3bn", "RMB 500 million", "USD 5 billion".
    const Token& token = p_.token(i);
    if (token.kind == TokenKind::word && !token.capital && !p_.can(i, use::number)) return std::nullopt;
    std::size_t behind = i;
    const std::string* currency =
        token.kind == TokenKind::symbol || token.capital ? lexicon_.currency_at(p_, i, behind) : nullptr;
    if (currency && p_.is(behind, "-") && p_.is_number(behind + 1) && p_.token(i).kind == TokenKind::symbol) ++behind;
    if (currency && p_.is_number(behind) && !taken(behind) &&
        (p_.token(i).kind == TokenKind::symbol || p_.token(i).capital)) {
      Quantity quantity = number_at(i, behind);
      // "N8.5 trillion", but no "N 95"
      if (token.kind == TokenKind::word && token.text.size() == 1 &&
          (quantity.number.scale == 0 || p_.token(behind).space_before))
        return std::nullopt;
      quantity.kind = QuantityKind::money;
      quantity.unit = *currency;
      // "$5 billion US dollars", "US$3bn": the name behind says the same again.
      std::size_t again = quantity.end;
      if (const std::string* second = lexicon_.currency_at(p_, quantity.end, again);
          second && p_.token(quantity.end).kind == TokenKind::word && *second == *currency)
        quantity.end = again;
      return finish(quantity);
    }
    if (p_.is_number(i) && p_.is(i + 1, "-") && p_.is_any(i + 2, "month|year|week|day|quarter|nation|member|country"))
      return std::nullopt;
    if (p_.is_number(i)) return unit_behind(number_at(i, i));
    if (p_.is(i, "+") && p_.is_number(i + 1)) return std::nullopt;
    return spelled_at(i);
  }

  // Digits and scale word: "4.93 trillion", "-3.2", "1.2-million".
  Quantity number_at(std::size_t begin, std::size_t digits) {
    Quantity quantity;
    quantity.begin = quantity.first = begin;
    quantity.number.digits = p_.token(digits).text;
    quantity.end = digits + 1;
    // A minus before the number, before its currency sign or behind it: "-3.2%", "(-8.3%)", "-$21 bn", "€-21.0 bn".
    if (p_.is(begin - 1, "-") && begin > p_.begin() && !p_.token(begin).space_before &&
        (p_.token(begin - 1).space_before || p_.is(begin - 2, "("))) {
      quantity.number.digits.insert(0, 1, '-');
      quantity.begin = quantity.first = begin - 1;
    } else if (digits > begin && p_.is(digits - 1, "-")) {
      quantity.number.digits.insert(0, 1, '-');
    }
    // "3,200+", "100-plus"
    if (p_.is(quantity.end, "+")) {
      quantity.number.hedge = Hedge::over;
      ++quantity.end;
    } else if (p_.is(quantity.end, "-") && p_.is(quantity.end + 1, "plus")) {
      quantity.number.hedge = Hedge::over;
      quantity.end += 2;
    }
    scale(quantity);
    return quantity;
  }

  void scale(Quantity& quantity) {
    for (int words = 0; words < 2; ++words) {  // "10 million", "3 hundred million"
      const std::size_t k = p_.skip_hyphen(quantity.end);
      // "$3.05T" are trillions, "3T" tonnes
      const bool trillions = p_.is(k, "t") && p_.capital(k) && !p_.token(k).space_before && k > 1 &&
                             p_.token(k - 2).kind == TokenKind::symbol;
      const auto power = trillions ? std::optional(12) : scale_of(p_.word(k));
      if (!power) return;
      // "5 m" and "3 k" are metres and kilometres unless glued to the digits or to a currency.
      // ... or said of money: "a deficit of 500.3 b. yen".
      std::size_t money = k + 2;
      const bool dotted = p_.is(k + 1, ".") && lexicon_.currency_at(p_, k + 2, money) && money > k + 2;
      if (p_.word(k).size() == 1 && p_.token(k).space_before && !dotted) return;
      quantity.number.scale += *power;
      quantity.end = dotted ? k + 2 : k + 1;
      if (k > 0 && p_.is(k - 1, "-") && p_.is(k + 1, ".") && p_.is(k + 2, "-")) ++quantity.end;  // "a 36-B.-yen gap"
    }
  }

  std::optional<Quantity> unit_behind(Quantity quantity) {
    const std::size_t k = p_.skip_hyphen(quantity.end);
    if (const auto end =
            p_.match_any(k, "percentage points|percentage point|per centage points|pp|ppts|basis points")) {
      quantity.kind = QuantityKind::points;
      quantity.unit = p_.is(k, "basis") ? "basis points" : "percentage points";
      quantity.end = end;
      return finish(quantity);
    }
    if (const auto end = p_.match_any(k, "%|percent|per cent|pct|pc")) {
      quantity.kind = QuantityKind::percent;
      quantity.unit = "percent";
      quantity.end = end;
      if (const auto points = p_.match_any(end, "points|point")) {
        quantity.kind = QuantityKind::points;
        quantity.unit = "percentage points";
        quantity.end = points;
      }
      return finish(quantity);
    }
    if (const auto end = p_.match_any(k, "times|fold|x");
        end && !(p_.is_any(end, "a|per") && p_.is_any(end + 1, "day|week|month|year")) &&
        (!p_.is(end, "as") || p_.is_any(end + 1, "much|many|high|large|big|fast|great"))) {
      quantity.kind = QuantityKind::times;
      quantity.unit = "times";
      quantity.end = end;
      return finish(quantity);
    }
    std::size_t end = k;
    if (const std::string* currency = lexicon_.currency_at(p_, k, end); currency && !taken(k)) {
      quantity.kind = QuantityKind::money;
      quantity.unit = *currency;
      quantity.end = end;
      return finish(quantity);
    }
    quantity.kind = QuantityKind::count;
    if (const auto box = p_.match(k, "20 foot equivalent units"))
      quantity.noun = quantity.unit = "TEUs", quantity.end = box;
    else
      count_noun(quantity);
    return finish(quantity);
  }

  // "nine priority areas", "twenty-two companies", "16" spelled out; "one" alone is a pronoun more often than a number.
  std::optional<Quantity> spelled_at(std::size_t i) {
    const auto first = number_word(p_.word(i));
    if (p_.is_any(p_.skip_hyphen(i + 1), "way|month|year|week|quarter|decade|day") && p_.is(i + 1, "-"))
      return std::nullopt;                                                 // "two-way trade", "a three-month high"
    if (p_.is(i - 1, "-") && p_.is(i - 2, "number")) return std::nullopt;  // "the number-two economy"
    if (!first || p_.is(i, "zero") || ordinal_word(p_.word(p_.skip_hyphen(i + 1)))) return std::nullopt;
    int value = *first;
    std::size_t end = i + 1;
    if (value >= 20 && value % 10 == 0)
      if (const auto unit = number_word(p_.word(p_.skip_hyphen(end))); unit && *unit < 10) {
        value += *unit;
        end = p_.skip_hyphen(end) + 1;
      }
    Quantity quantity;
    quantity.begin = quantity.first = i;
    quantity.end = end;
    quantity.spelled = true;
    quantity.number = {std::to_string(value), 0, Hedge::none, true};
    if (p_.is(i, "dozen")) quantity.number.exact = false;
    scale(quantity);
    if (quantity.number.scale) quantity.number.exact = false;
    const std::size_t after_scale = quantity.end;
    auto with_unit = unit_behind(quantity);
    if (with_unit->kind != QuantityKind::count)
      with_unit->number.exact = false, with_unit->value = interval_of(with_unit->number);
    if (value == 1 && with_unit->kind == QuantityKind::count && after_scale == end) return std::nullopt;
    return with_unit;
  }

  // "half of", "one third", "two-thirds", "three quarters", "a quarter of", "one-fifth".
  std::optional<Quantity> fraction_at(std::size_t i) {
    static constexpr std::array<std::pair<std::string_view, int>, 12> parts = {{{"third", 3},
                                                                                {"thirds", 3},
                                                                                {"quarter", 4},
                                                                                {"quarters", 4},
                                                                                {"fourth", 4},
                                                                                {"fourths", 4},
                                                                                {"fifth", 5},
                                                                                {"fifths", 5},
                                                                                {"tenth", 10},
                                                                                {"tenths", 10},
                                                                                {"sixth", 6},
                                                                                {"eighth", 8}}};
    int numerator = 0;
    int denominator = 0;
    std::size_t end = 0;
    if (p_.is(i, "half") &&
        (p_.is_any(i + 1, "of|the") || p_.ends_before_any(i, "by|by nearly|by almost|by about|by more than|by over")) &&
        !p_.is_any(i - 1, "first|second|latter|last|same|other") && !taken(i - 1) && !half_of_a_year(i)) {
      numerator = 1, denominator = 2, end = i + 1;
    } else {
      const auto count = p_.is_any(i, "a|one") ? std::optional<int>(1) : number_word(p_.word(i));
      const std::size_t k = p_.skip_hyphen(i + 1);
      if (!count || *count > 9) return std::nullopt;
      // "one in five of its visitors"
      if (const auto of =
              p_.is(i, "one") && p_.is(k, "in") && p_.is(k + 2, "of") ? number_word(p_.word(k + 1)) : std::nullopt;
          of && *of > 1)
        return fraction(i, 1, *of, k + 2);
      const auto part = std::ranges::find(parts, p_.word(k), &std::pair<std::string_view, int>::first);
      if (part == parts.end()) return std::nullopt;
      const std::size_t hedged = hedge_before(p_, i).begin;  // "an increase of more than a third"
      // "grew by a fifth", "a fifth more than in 2022", "a fifth went to Peru"; not "a third agreement"
      const bool told = p_.ends_before_any(i, "by|by more than|by over|by almost|by nearly|by about|up|down") ||
                        p_.is_any(k + 1, "more|less|higher|lower|larger|smaller|fewer") ||
                        p_.match_any(k + 1, "went to|came from|goes to|comes from") ||
                        (p_.is_any(k + 1, "to|from") && p_.is_any(i - 1, ",|and")) ||
                        (p_.is(hedged - 1, "of") && p_.can(hedged - 2, use::change_noun)) ||
                        // "The surplus dropped nearly a third to $4 billion"
                        (p_.can(hedged - 1, use::direction) && p_.can(hedged - 1, use::verb));
      if (!p_.is(k + 1, "of") && k == i + 1 && p_.is(i, "a") && !told) return std::nullopt;
      if (p_.is(k + 1, "of") && p_.is_number(k + 2)) return std::nullopt;  // "a quarter of 2025"
      if (*count >= part->second) return std::nullopt;                     // "in the four quarters to June"
      if (!p_.is(k + 1, "of") && *count == 1 && !p_.is(i + 1, "-") && !told) return std::nullopt;
      numerator = *count, denominator = part->second, end = k + 1;
    }
    return fraction(i, numerator, denominator, end);
  }

  Quantity fraction(std::size_t i, int numerator, int denominator, std::size_t end) const {
    Quantity quantity;
    quantity.begin = quantity.first = i;
    quantity.end = end;
    quantity.kind = QuantityKind::percent;
    quantity.unit = "percent";
    quantity.spelled = true;
    // A fraction in words is a rounded share: to the nearest percent or so.
    const double percent = 100.0 * numerator / denominator;
    const HedgeFound hedge = hedge_before(p_, quantity.begin);
    quantity.begin = hedge.begin;
    quantity.number = {std::to_string(std::lround(percent)), 0, hedge.hedge, false};
    quantity.value = hedge.hedge == Hedge::over    ? Interval::at_least(percent)
                     : hedge.hedge == Hedge::under ? Interval::at_most(percent)
                                                   : Interval{percent - 1.5, percent + 1.5};
    return quantity;
  }

  // "the April-September half of the fiscal year"
  bool half_of_a_year(std::size_t half) const {
    std::size_t i = half + 1;
    if (!p_.is(i, "of")) return false;
    while (p_.is_any(i + 1, "the|this|last|fiscal|financial|calendar|its")) ++i;
    return p_.is(i + 1, "year");
  }

  // The noun that a number counts, with its adjectives, up to the next preposition, verb or mark.
  void count_noun(Quantity& quantity) {
    static constexpr auto stops = std::to_array<std::string_view>(
        {"of",           "in",        "from",       "to",           "at",       "on",        "by",
         "for",          "with",      "and",        "or",           "as",       "than",      "is",
         "are",          "was",       "were",       "will",         "would",    "have",      "has",
         "had",          "that",      "which",      "who",          "while",    "when",      "where",
         "during",       "over",      "under",      "since",        "the",      "a",         "an",
         "its",          "their",     "this",       "these",        "those",    "it",        "they",
         "he",           "she",       "across",     "into",         "between",  "among",     "up",
         "down",         "year",      "'s",         "about",        "per",      "through",   "via",
         "within",       "but",       "so",         "if",           "not",      "being",     "be",
         "been",         "can",       "could",      "may",          "should",   "out",       "more",
         "after",        "before",    "until",      "participated", "attended", "signed",    "reached",
         "rose",         "fell",      "grew",       "came",         "took",     "last",      "compared",
         "respectively", "including", "accounting", "covering",     "worth",    "exported",  "imported",
         "arrived",      "visited",   "entered",    "operated",     "along",    "nationwide"});
    std::size_t k = p_.skip_hyphen(quantity.end);
    if (p_.is(quantity.end, "-") && p_.is_any(k, "way|day|hour|minute|step|point")) return;
    std::string noun;
    std::string head;
    std::size_t words = 0;
    while (words < 6 && p_.is_word(k)) {
      // "the 10 ASEAN member countries": the name of a party belongs to the noun, a period does not.
      if (taken(k)) {
        // "15 China-Europe trains", "8 Hong Kong-invested projects", "45 Belt and Road countries"
        std::size_t next = k;
        const auto named = [&](std::size_t at) {
          return taken(at) && (p_.capital(at) || p_.is_any(at, "(|)") || (p_.is_any(at, "and|of") && taken(at + 1))) &&
                 !month_word(p_.word(at));
        };
        while (named(next)) next = p_.skip_hyphen(next + 1);
        if (next == k || !p_.is_word(next)) break;
        if (taken(next)) {
          if (!p_.is_any(next, "countries|nations|economies|members") || !noun.empty()) break;
          head = noun = p_.word(next);
          k = next + 1;
          break;
        }
        k = next;
        continue;
      }
      if (const auto name = p_.match_any(k, "fortune global 500|fortune 500")) {
        k = name;
        continue;
      }
      // "150 trade and investment promotion activities"
      const bool joins = p_.is(k, "and") && words > 0 && !p_.word(k - 1).ends_with('s') && p_.is_word(k + 1) &&
                         p_.is_word(k + 2) && !taken(k + 1) &&
                         !p_.can(k + 1, use::determiner | use::number | use::preposition | use::finite);
      if ((std::ranges::find(stops, p_.word(k)) != stops.end() && !joins) || p_.is_any(k, "exports|imports") ||
          (p_.is(k, "trade") && p_.is_any(k + 1, "to|with|between|in")))
        break;
      if (p_.can(k, use::adverb) && !p_.can(k + 1, use::adjective) && !p_.match(k, "least developed")) break;
      const bool kind_of_work = p_.is_any(k, "shipping|processing|manufacturing|engineering|mining");
      const bool compound = p_.is_any(k - 1, "-|newly");  // "foreign-funded firms", "newly licensed projects"
      const bool free_trade =
          p_.is_any(k, "trade|export|import") && p_.is_word(k + 1) && !p_.can(k + 1, use::preposition);
      if (words > 0 && p_.can(k, use::verb) && !free_trade && !compound && !kind_of_work &&
          !p_.can(k, use::goods | use::change_noun | use::value_noun | use::traders) && !p_.word(k).ends_with('s'))
        break;  // "two countries aim"
      if (words > 0 && p_.can(k - 1, use::company | use::place) && p_.can(k, use::finite) &&
          !p_.can(k, use::goods | use::change_noun | use::noun_too))
        break;  // "the bloc of 15 nations covers"
      // "another 900 joining online"
      const bool acts = p_.can(k, use::gerund | use::guessed) && !kind_of_work &&
                        (p_.can(k + 1, use::determiner | use::preposition | use::adverb) || p_.is(k + 1, "online") ||
                         (taken(k - 1) && taken(k + 1)));  // "73 million Chinese visiting ASEAN countries"
      if (words == 0 && (is_verb(p_.word(k)) || acts) && !compound) break;
      if (words > 0 && p_.word(k).size() > 4 && p_.word(k).ends_with("ed") && !compound &&
          !p_.is_any(k, "listed|united|advanced|processed|related|skilled"))
        break;
      if (words > 0 && p_.is_any(k, "long|wide|deep|high|away|apart")) break;  // "134 kilometres long"
      if (words > 0 && p_.word(k).size() > 5 && p_.word(k).ends_with("ing") && !kind_of_work) break;
      // "2,397 Japanese-invested projects"
      const bool whose = compound && words == 0 && p_.is_any(k, "invested|funded|backed|owned") && taken(k - 2);
      if (!whose) noun += (noun.empty() ? "" : " ") + std::string(p_.word(k));
      head = p_.word(k);
      ++k;
      ++words;
      if (p_.is(k, "-")) ++k;
    }
    if (noun.empty()) return;
    if (noun == "t" && p_.word(quantity.end - 1).size() > 1) noun = "tonnes";  // "424,000t"
    quantity.noun = noun;
    quantity.unit = unit_of(noun, head);
    quantity.end = k;
    if (p_.is(k - 1, "-")) --quantity.end;
    // "65 countries and territories"
    if (head == "countries" && p_.is(k, "and") && p_.is_any(k + 1, "territories|regions")) quantity.end = k + 2;
  }

  static std::string unit_of(const std::string& noun, const std::string& head) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 25> known = {
        {{"square meter", "square metres"},
         {"square metre", "square metres"},
         {"sq m", "square metres"},
         {"sqm", "square metres"},
         {"square kilomet", "square kilometres"},
         {"kilomet", "kilometres"},
         {"km", "kilometres"},
         {"metric ton", "tonnes"},
         {"tons", "tonnes"},
         {"tonnes", "tonnes"},
         {"ton ", "tonnes"},
         {"teu", "TEUs"},
         {"twenty foot equivalent", "TEUs"},
         {"standard containers", "TEUs"},
         {"barrels", "barrels"},
         {"kilogram", "kilograms"},
         {"kilos", "kilograms"},
         {"kg", "kilograms"},
         {"hectares", "hectares"},
         {"consecutive year", "years"},
         {"straight year", "years"},
         {"successive year", "years"},
         {"years", "years"},
         {"consecutive month", "months"},
         {"straight month", "months"}}};
    for (const auto& [begin, unit] : known)
      if (noun.starts_with(begin)) return std::string(unit);
    return head;
  }

  // "$70 a barrel", "72 shillings ($0.59) a tray", "132 yen to the dollar"; not "$70 a year"
  bool is_price(const Quantity& q) const {
    return q.kind == QuantityKind::money && q.number.scale < 6 &&
           ((p_.is_any(q.end, "a|an|per|each") && p_.is_word(q.end + 1) &&
             !p_.can(q.end + 1, use::time | use::adjective | use::change_noun)) ||
            p_.match_any(q.end, "to the dollar|against the dollar|to the euro|per dollar"));
  }

  std::optional<Quantity> finish(Quantity quantity) {
    const HedgeFound hedge = hedge_before(p_, quantity.begin);
    if (hedge.hedge != Hedge::none) quantity.number.hedge = hedge.hedge;
    quantity.threshold = hedge.threshold;
    quantity.begin = hedge.begin;
    if (p_.match(quantity.end, "or more") || p_.match(quantity.end, "and above"))
      quantity.number.hedge = Hedge::over, quantity.end += 2;
    if (p_.match(quantity.end, "or so")) quantity.number.hedge = Hedge::about, quantity.end += 2;
    if (quantity.kind == QuantityKind::money && p_.is_any(quantity.end, "mark|threshold|milestone"))
      quantity.threshold = true, ++quantity.end;
    // Few things, or a number that does not end in zero, are counted and not rounded: "45 countries", "1,387 projects".
    if (quantity.kind == QuantityKind::count && quantity.number.hedge == Hedge::none && quantity.number.scale == 0 &&
        quantity.number.digits.find('.') == std::string::npos &&
        (quantity.number.digits.size() <= 2 || !quantity.number.digits.ends_with('0')))
      quantity.number.exact = true;
    quantity.value = interval_of(quantity.number);
    return quantity;
  }

  const Phrase& p_;
  const Lexicon& lexicon_;
  const std::vector<bool>& taken_;
  std::vector<Quantity> found_;
};

}  // namespace

bool unit_of_goods(std::string_view unit) {
  static constexpr auto units = std::to_array<std::string_view>(
      {"tonnes", "barrels", "kilograms", "bags", "bales", "ounces", "carats", "litres", "liters"});
  return std::ranges::find(units, unit) != units.end();
}

std::vector<Quantity> find_quantities(const Phrase& sentence, const Lexicon& lexicon, const std::vector<bool>& taken) {
  return QuantityFinder(sentence, lexicon, taken).run();
}

}  // namespace tradewind
