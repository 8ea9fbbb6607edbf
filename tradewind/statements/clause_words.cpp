// Which words carry a clause, and where a noun phrase ends.
#include <algorithm>

#include "tradewind/statements/clauses.hpp"

namespace tradewind {
namespace {

// Nouns that look like forms of verbs: "exports", "increases", "shows".
bool noun_as_well(const Phrase& p, std::size_t i) {
  return p.can(i, use::noun_too | use::change_noun | use::value_noun | use::share_noun | use::figure_noun | use::goods);
}

bool nominal(const Parts& parts, std::size_t i) {
  const Phrase& p = parts.sentence;
  if (!p.inside(i)) return false;
  const PartKind kind = parts.owner(i).kind;
  if (kind == PartKind::party || kind == PartKind::rank) return true;
  if (kind != PartKind::none) return false;
  if (!p.is_word(i)) return p.token(i).kind == TokenKind::ordinal || (p.is_any(i, "-|/") && p.inside(i + 1));
  if (p.is_any(i, "it|they|we") && !p.is(i - 1, "what")) return false;  // "For farm products it has held that place"
  // "the deficit fall by 88 billion", "eggs recorded the highest increase"
  if ((p.can(i, use::change_noun) || (p.can(i, use::adjective) && p.can(i, use::finite))) && carries_clause(parts, i))
    return false;
  // "the commodity recording a value"
  if (p.can(i, use::gerund) && p.can(i, use::verb) && p.can(i + 1, use::determiner) && p.is_word(i - 1) &&
      !p.can(i - 1, use::determiner | use::adjective | use::preposition | use::conjunction))
    return false;
  if (p.can(i, use::goods | use::determiner | use::adjective | use::change_noun | use::value_noun)) return true;
  if (p.can(i, use::preposition | use::conjunction | use::subordinator | use::relative | use::auxiliary)) return false;
  // "palm-based products", "value-added goods"
  if (p.can(i, use::participle) && p.is(i - 1, "-") && !p.token(i).space_before && p.is_word(i + 1)) return true;
  if (p.can(i, use::passive) && !p.can(i, use::adjective)) return false;
  if (p.can(i, use::adverb))
    return p.can(i + 1, use::adjective | use::participle) && p.is_word(i + 2) &&
           !p.can(i + 2, use::preposition | use::conjunction | use::determiner | use::adverb);
  // "shipments of rice and fruit reaching $500 million"
  if (p.can(i, use::gerund) && p.can(i, use::reach | use::exceed | use::compose | use::direction) &&
      (parts.is(i + 1, PartKind::quantity) || (p.is_any(i + 1, "to|by|for") && parts.is(i + 2, PartKind::quantity))))
    return false;
  // "Mexico overtaking China"
  if (p.can(i, use::gerund) && p.can(i, use::exceed | use::compare | use::become) && parts.party_at(i - 1) &&
      (parts.party_at(i + 1) || p.can(i + 1, use::determiner)))
    return false;
  if (p.can(i, use::gerund | use::participle | use::finite))
    return !carries_clause(parts, i) && !p.can(i, use::passive);
  return !p.can(i, use::verb) || !carries_clause(parts, i);
}

}  // namespace

bool carries_clause(const Parts& parts, std::size_t i) {
  const Phrase& p = parts.sentence;
  if (!p.is_word(i) || parts.owner(i).kind != PartKind::none) return false;
  if (p.can(i, use::auxiliary)) return true;
  const bool ed = p.can(i, use::participle);
  if (p.is(i, "cost") && parts.is(i + 1, PartKind::quantity) && !p.can(i - 1, use::determiner | use::adjective))
    return true;  // "fabric cost $4 billion"
  if (!p.can(i, use::verb)) return false;
  // "fresh, chilled and frozen foods"
  const std::size_t goods = p.is(i + 1, "and") ? i + 3 : i + 1;
  if (p.can(i, use::guessed) && p.can(goods, use::goods) && i > p.begin() && p.is_any(i - 1, "and|,")) return false;
  if (p.is(i - 1, "to") && i > p.begin()) return false;  // "surpassed Australia and Russia to become"
  const std::size_t before = p.can(i - 1, use::adverb) ? i - 2 : i - 1;
  if (p.can(before, use::relative) && before >= p.begin() && before < i)
    return !p.is(before, "whose");  // "which account for", "which usually account for"
  if (noun_as_well(p, i) && !ed) {
    // "China exports $5 billion of goods", "exports rise 5 percent": before a figure, behind a name or a plural.
    const bool figure = parts.is(i + 1, PartKind::quantity) ||
                        (p.is_any(i + 1, "by|to|at") && parts.is(i + 2, PartKind::quantity)) ||
                        (p.can(i + 1, use::goods) && p.is(i + 2, "worth"));  // "The EU exports goods worth $5 billion"
    if (i == p.begin()) return false;
    if (p.is_any(i - 1, "it|they") && p.can(i, use::measure)) return true;  // "the $5 billion that it imports"
    const PartyMention* party = parts.party_at(i - 1);
    // "Japan books trade deficit", "Vietnam records surplus"
    if (party && !party->possessive && party->name.role == NameRole::name && p.can(i, use::hold) &&
        p.can(i + 1, use::measure | use::adjective | use::determiner) && !p.can(i, use::change_noun))
      return true;
    if (!figure) return false;
    if (party) return !party->possessive && party->name.role != NameRole::demonym;
    return p.is_word(i - 1) && !p.can(i - 1, use::determiner | use::adjective | use::preposition | use::conjunction) &&
           !p.is(i - 1, "'s") && p.can(i, use::direction | use::level) && !p.is(i, "total");
  }
  // "energy goods represent 4 percent", "cars account for 5 percent"
  const bool of_figure =
      parts.is(i + 1, PartKind::quantity) || (p.is_any(i + 1, "for|by|to") && parts.is(i + 2, PartKind::quantity));
  if (!p.can(i, use::finite | use::gerund | use::participle) && of_figure &&
      p.can(i, use::reach | use::exceed | use::compose) && p.is_word(i - 1) && p.word(i - 1).ends_with('s') &&
      !p.can(i - 1, use::auxiliary | use::determiner | use::preposition))
    return true;
  if (!p.can(i, use::finite)) return false;
  if (ed && p.can(i - 1, use::be)) return false;  // "were exported", "was valued"
  if (p.is_any(i, "followed|trailed|led|joined|driven") && p.is(i + 1, "by")) return false;
  // A participle before its noun: "the increased exports", "newly signed contracts".
  const bool before_noun = ed && p.is_word(i + 1) && parts.owner(i + 1).kind == PartKind::none &&
                           !p.can(i + 1, use::determiner | use::preposition | use::conjunction | use::adverb |
                                             use::auxiliary | use::subordinator | use::relative | use::pronoun);
  if (ed && i == p.begin() && before_noun) return false;
  if (ed && i > p.begin()) {
    const PartyMention* party = parts.party_at(i - 1);
    const bool opens_phrase =
        p.can(i - 1, use::determiner | use::preposition) || p.is(i - 1, "'s") ||
        (p.can(i - 1, use::total) && before_noun && p.can(i + 1, use::measure)) ||  // "total registered investment"
        (p.can(i - 1, use::adjective) && !p.can(i - 1, use::value_noun | use::goods)) || (party && party->possessive) ||
        (p.is(i - 1, "-") && !p.token(i).space_before) ||
        (p.can(i - 1, use::adverb) && before_noun && p.can(i - 2, use::determiner | use::preposition));
    if (opens_phrase && !p.is(i - 1, "that")) return false;
    // "frozen and dried foods", "rubber and canned fruit"
    const bool of_goods = p.can(i, use::guessed) || p.is_any(i, "related|processed|refined|prepared");
    if (of_goods && p.can(i + 1, use::goods)) return false;
    // "coal, liquefied natural gas"
    if (p.can(i, use::guessed) && before_noun &&
        (p.can(i - 1, use::conjunction | use::preposition | use::adverb) || p.is(i - 1, ",")))
      return false;
    // "goods imported from China", "products exported to": a participle behind its noun, where a verb follows or the
    // clause has had one.
    if (p.can(i, use::trade_verb) && p.can(i - 1, use::goods)) {
      const std::size_t next = p.can(i + 1, use::adverb) ? i + 2 : i + 1;  // "goods exported also increased"
      if (p.can(i + 1, use::preposition) || (p.can(next, use::finite) && !noun_as_well(p, next))) return false;
    }
  }
  return true;
}

std::size_t noun_phrase_end(const Parts& parts, std::size_t i) {
  const Phrase& p = parts.sentence;
  constexpr std::size_t longest = 30;  // no phrase of the press is longer; a text without marks stays cheap
  if (p.can(i, use::pronoun) && !p.can(i, use::determiner)) return i + 1;
  std::size_t k = i;
  while (p.inside(k) && k < i + longest) {
    if (parts.is(k, PartKind::period)) {
      // "last year's surplus", "the July deficit"
      const std::size_t behind = parts.behind(k);
      if (!p.is(behind, "'s") && !(k > i && nominal(parts, behind))) break;
      k = p.is(behind, "'s") ? behind + 1 : behind;
      continue;
    }
    if (parts.is(k, PartKind::party)) {
      k = parts.behind(k);
      continue;
    }
    if (p.is(k, "'s") || p.is(k, "'")) {
      ++k;
      continue;
    }
    if (k > i && p.is_any(k, "and|&") && nominal(parts, k + 1) && !carries_clause(parts, k + 1) &&
        (!p.can(k + 1, use::determiner) || (p.is(k + 1, "other") && p.can(k - 1, use::goods)))) {
      k += p.is(k + 1, "other") ? 2 : 1;
      continue;
    }
    if (!nominal(parts, k)) break;
    // "those of chips more than doubled"
    if (k > i && p.is(k + 1, "than") && !p.can(k, use::goods)) break;
    if (k > i && p.can(k, use::determiner) && !p.can(k, use::adjective)) break;
    ++k;
  }
  return k;
}

std::size_t Parts::behind(std::size_t i) const {
  switch (owner(i).kind) {
    case PartKind::party:
      return std::max(i + 1, parties[owner(i).index].end);
    case PartKind::period:
      return std::max(i + 1, periods[owner(i).index].end);
    case PartKind::quantity:
      return std::max(i + 1, quantities[owner(i).index].end);
    case PartKind::streak:
      return std::max(i + 1, streaks[owner(i).index].end);
    case PartKind::rank:
    case PartKind::none:
      break;
  }
  return i + 1;
}

}  // namespace tradewind
