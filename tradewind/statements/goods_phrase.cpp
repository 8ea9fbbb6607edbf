#include "tradewind/statements/goods_phrase.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "tradewind/statements/trade_words.hpp"

namespace tradewind {
namespace {

bool holds_and(const Phrase& p, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    if (p.is(i, "and")) return true;
  return false;
}

// "imports of 'coal, coke and briquettes'": what the quotation marks hold, where that is goods.
std::string quoted_goods(const Parts& parts, std::size_t i, std::size_t& end) {
  const Phrase& p = parts.sentence;
  std::size_t close = i + 1;
  while (p.inside(close) && close < i + 10 && !p.is(close, p.word(i))) ++close;
  bool goods = false;
  for (std::size_t k = i + 1; k < close; ++k) goods = goods || p.can(k, use::goods);
  if (!p.is(close, p.word(i)) || !goods) return {};
  end = close + 1;
  return noun_words(parts, i + 1, close);
}

// At its commas and at every "and", or at the last "and" alone.
std::vector<std::string> cut_at(std::string_view products, std::size_t count, bool every_and) {
  std::vector<std::string> parts;
  const std::string_view all = products, head = last_word(products);
  std::size_t headed = 0;  // how many parts end with the noun that the list ends with
  const auto last_and = products.rfind(" and ");
  while (!products.empty()) {
    const auto comma = products.find(", ");
    const std::size_t done = all.size() - products.size();
    const auto and_word = every_and                                                ? products.find(" and ")
                          : last_and != std::string_view::npos && last_and >= done ? last_and - done
                                                                                   : std::string_view::npos;
    const std::size_t at = std::min(comma, and_word);
    if (const std::string_view part = products.substr(0, at); !part.empty())
      parts.emplace_back(part), headed += part.ends_with(head) ? 1 : 0;
    if (at == std::string_view::npos) break;
    products.remove_prefix(at + (at == comma ? 2 : 5));
  }
  if (parts.size() == count) return parts;
  // "travel services, transport services, and computer and information services": three
  if (headed == count && every_and) {
    for (std::size_t k = 0; k + 1 < parts.size();)
      if (parts[k].ends_with(head))
        ++k;
      else
        parts[k + 1].insert(0, parts[k] + " and "), parts.erase(parts.begin() + static_cast<long>(k));
    return parts;
  }
  return every_and ? cut_at(all, count, false) : std::vector<std::string>();
}

}  // namespace

bool says_nothing_of_goods(const Phrase& p, std::size_t i) {
  const bool flat = p.is(i, "flat") && p.is_any(i + 1, "panel|panels|steel|glass|rolled|screen");
  // ... nor "foreign companies", "small and medium-sized firms"
  const bool who =
      p.is_any(i, "local|foreign|overseas|small|large") &&
      p.is_any(i + 1, "firms|companies|enterprises|businesses|manufacturers|producers|traders|exporters|importers");
  const bool banks = p.is(i, "financial") && p.is(i + 1, "services");
  return p.can(i, use::adjective) && !p.can(i, use::goods) && !p.is(i + 1, "-") && !flat && !who && !banks;
}

std::string goods_words(const Parts& parts, std::size_t begin, std::size_t end) {
  const Phrase& p = parts.sentence;
  std::string text;
  bool blank = false;
  for (std::size_t k = begin; k < end; ++k) {
    if (parts.owner(k).kind != PartKind::none) return {};
    if ((p.can(k, use::determiner) && !(p.is(k, "other") && p.is_any(k - 1, ",|and"))) ||
        (says_nothing_of_goods(p, k) && (text.empty() || !p.is(k - 1, "and"))))
      continue;
    if (p.is_any(k, "-|/")) {
      if (!text.empty()) text += p.word(k), blank = false;
      continue;
    }
    if (p.is(k, "and") && text.empty()) continue;
    if (!text.empty() && blank) text += ' ';
    text += p.word(k);
    blank = true;
  }
  while (text.ends_with(" and") || text.ends_with('-')) text.resize(text.size() - (text.ends_with('-') ? 1 : 4));
  if (!generic_goods(text)) return text;
  return p.is_any(begin, "such|these|those") ? std::string(p.word(begin)) + ' ' + text : std::string();
}

bool made_of_matter(std::string_view goods) {
  return (uses_of(last_word(goods)) & use::goods) != 0 && !goods.ends_with("services") && goods != "travel" &&
         goods != "tourism" && goods != "transport";
}

bool goods_again(std::string_view words) {
  static constexpr auto pronouns =
      std::to_array<std::string_view>({"them", "it", "such", "these", "those", "sector", "industry"});
  if (std::ranges::find(pronouns, words) != pronouns.end()) return true;
  const auto first = words.substr(0, words.find(' '));
  return (first == "such" || first == "these" || first == "those") && generic_goods(words.substr(first.size() + 1));
}

std::string goods_at(const Parts& parts, std::size_t i, std::size_t& end) {
  const Phrase& p = parts.sentence;
  if (p.is_any(i, "'|\"")) return quoted_goods(parts, i, end);
  // "Vietnamese-made footwear"
  if (const PartyMention* maker = parts.party_at(i); maker && p.is(maker->end, "-") && p.is(maker->end + 1, "made"))
    i = maker->end + 2;
  if (p.is_any(i, "which|this|that|terms|recent") || parts.owner(i).kind != PartKind::none) return {};
  std::size_t k = noun_phrase_end(parts, i);
  if (k == i || parts.party_at(k - 1)) return {};
  // "in the region", "of the total": nothing traded.
  const bool trades = p.can(k - 1, use::goods | use::traders);
  if ((p.can(i, use::determiner) || p.is(i - 1, "in")) && !trades) return {};
  if (p.can(k - 1, use::value_noun | use::figure_noun | use::place) && !trades) return {};
  if (const std::size_t both = p.match_any(i, "goods and services|merchandise and services")) {
    end = both;
    return "goods and services";
  }
  // "trade of RM33.92 billion"
  if (p.is_number(k) && p.capital(k - 1) && k == i + 1) return {};
  // "of chips, cars and ships": as long as goods follow.
  std::size_t last = k;
  for (int more = 0; more < 12; ++more) {
    std::size_t next = last;
    if (p.is(next, "(") && p.is(next + 2, ")")) next += 3;
    const bool comma = p.is(next, ",");
    if (comma) ++next;
    const bool joined = p.is(next, "and");
    if (joined) ++next;
    if (!comma && !joined) break;
    const std::size_t behind = noun_phrase_end(parts, next);
    if (behind == next || parts.party_at(next) || !p.can(behind - 1, use::goods) ||
        (p.can(next, use::determiner) && !p.is(next, "other")) ||
        (carries_clause(parts, behind) && !(comma && (joined || holds_and(p, next, behind)))) ||
        parts.is(behind, PartKind::quantity) ||
        (p.is_any(behind, "by|to|at") && parts.is(behind + 1, PartKind::quantity) && !(comma && joined && last != k)))
      break;
    last = behind;
  }
  std::string product = goods_words(parts, i, k);
  for (std::size_t from = k; from < last;) {
    while (from < last && p.is_any(from, ",|and|(|)")) ++from;
    const std::size_t behind = noun_phrase_end(parts, from);
    if (behind <= from) break;
    if (const std::string next = goods_words(parts, from, behind); !next.empty())
      product += (product.empty() ? "" : ", ") + next;
    from = behind;
  }
  end = last;
  return product;
}

std::size_t goods_begin(const Parts& parts, const Clauses& clauses, std::size_t end) {
  const Phrase& p = parts.sentence;
  const std::size_t clause = clauses.at(end - 1);
  const auto noun = [&](std::size_t i) {
    return p.is_word(i) && parts.owner(i).kind == PartKind::none && clauses.at(i) == clause &&
           !carries_clause(parts, i) && !p.is_any(i, "include|comprise|feature|remain") &&
           !p.can(i, use::preposition | use::conjunction | use::determiner | use::auxiliary | use::relative |
                         use::subordinator | use::pronoun) &&
           (!p.can(i, use::adverb) || p.can(i, use::adjective)) &&
           !(p.can(i, use::gerund) && p.can(i, use::trade_verb | use::buy | use::sell));  // "supplying goods"
  };
  const auto listed_noun = [&](std::size_t i) {
    return noun(i) && !p.can(i, use::total | use::value_noun | use::figure_noun | use::place | use::company) &&
           (p.can(i, use::goods) || p.word(i).ends_with('s') ||
            (p.token(i).uses & ~(use::participle | use::verb | use::finite | use::guessed)) == 0);
  };
  std::size_t begin = end;
  bool list = false;
  while (begin > p.begin() && end - begin < 14) {
    const std::size_t i = begin - 1;
    if (p.is_any(i, "and|&")) {
      if (!listed_noun(p.is(i - 1, ",") ? i - 2 : i - 1)) break;
      list = true;
    } else if (p.is(i, ",")) {
      if (!list || !listed_noun(i - 1)) break;
    } else if (p.is(i, ")") && begin < end) {  // "electrical and electronic (E&E) products"
      std::size_t open = i;
      while (open > p.begin() && i - open < 4 && !p.is(open, "(")) --open;
      if (!p.is(open, "(") || !p.is_word(open + 1) || p.token(open + 1).kind != TokenKind::word ||
          !(noun(open - 1) || p.can(open - 1, use::adjective)))
        break;
      begin = open;
      continue;
    } else if (p.is_any(i, "its|their") && p.is(i - 1, "and")) {  // "tin and its derivatives"
      if (!noun(begin) || !listed_noun(i - 2)) break;
    } else if (p.is(i, "-")) {
      if (!noun(i - 1) || p.token(begin).space_before) break;
    } else if (!noun(i)) {
      break;
    }
    begin = i;
  }
  // "manufactures of metal"
  if (p.is(begin - 1, "of") && p.can(begin - 2, use::goods) && parts.owner(begin - 2).kind == PartKind::none)
    begin -= 2;
  while (begin < end && (p.is_any(begin, "and|,|-"))) ++begin;
  return begin;
}

std::vector<std::string> split_goods(std::string_view goods, std::size_t count) {
  auto parts = cut_at(goods, count, true);
  if (parts.empty()) return parts;
  // "fresh and frozen fruit": fresh fruit too
  const std::string_view last = parts.back();
  const auto first_word = last.find(' ');
  for (std::string& part : std::span(parts).first(parts.size() - 1)) {
    const Uses uses = uses_of(last_word(part));
    const bool modifies = (uses & use::adjective) != 0 || part.ends_with("ic") || part.ends_with("al");
    if (first_word != std::string_view::npos && modifies && (uses & use::goods) == 0) part += last.substr(first_word);
  }
  return parts;
}

std::string noun_words(const Parts& parts, std::size_t begin, std::size_t end) {
  const Phrase& p = parts.sentence;
  std::string words;
  for (std::size_t i = begin; i < end; ++i) {
    const bool joined = p.is_any(i, "its|their") && i > begin && p.is(i - 1, "and");  // "tin and its derivatives"
    if (p.is(i, "(")) {                                                               // "electronic (E&E) products"
      while (i + 1 < end && !p.is(i, ")")) ++i;
      continue;
    }
    if (((p.can(i, use::determiner) || parts.owner(i).kind != PartKind::none) && !joined) || p.is_any(i, "'s|'") ||
        (words.empty() && p.is_any(i, "and|or")))
      continue;
    const bool glued = p.is_any(i, "-|/|,") || p.is_any(i - 1, "-|/");
    words += (words.empty() || glued ? "" : " ") + std::string(p.word(i));
  }
  return words;
}

}  // namespace tradewind
