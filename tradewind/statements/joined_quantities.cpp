#include "tradewind/statements/joined_quantities.hpp"

#include <algorithm>
#include <utility>

#include "tradewind/statements/direction.hpp"
#include "tradewind/statements/trade_words.hpp"

namespace tradewind {
namespace {

class Joiner {
 public:
  Joiner(const Phrase& phrase, std::vector<Quantity> found) : p_(phrase), found_(std::move(found)) {}

  std::vector<Quantity> run() {
    join_scales();
    share_units();
    join_ranges();
    join_currencies();
    number_lists();
    number_pairs();
    return std::move(found_);
  }

 private:
  // "14 billion 480 million dollars": one number, told in two scales.
  void join_scales() {
    for (std::size_t k = found_.size(); k-- > 1;) {
      Quantity& high = found_[k - 1];
      const Quantity& low = found_[k];
      const int apart = high.number.scale - low.number.scale;
      const std::size_t behind = p_.is(high.end, "and") ? high.end + 1 : high.end;
      if (high.end == high.begin || behind != low.begin || low.begin != low.first || low.number.scale < 3 ||
          apart < 3 || low.number.digits.size() > static_cast<std::size_t>(apart) || low.spelled ||
          (high.number.digits + low.number.digits).find_first_not_of("0123456789") != std::string::npos ||
          !(high.kind == QuantityKind::money || (high.kind == QuantityKind::count && high.noun.empty())) ||
          (high.kind == QuantityKind::money && !(low.kind == QuantityKind::count && low.noun.empty())))
        continue;
      const std::string zeros(static_cast<std::size_t>(apart) - low.number.digits.size(), '0');
      high.number.digits += "." + zeros + low.number.digits;
      if (high.kind == QuantityKind::count)
        high.kind = low.kind, high.unit = low.unit, high.noun = low.noun, high.threshold |= low.threshold;
      high.end = low.end;
      high.value = interval_of(high.number);
      found_.erase(found_.begin() + static_cast<long>(k));
    }
  }

  // "4.64, 4.01 and 1.91 trillion yuan": bare numbers of an enumeration take the unit of the last one.
  void share_units() {
    for (std::size_t k = found_.size(); k-- > 1;) {
      Quantity& bare = found_[k - 1];
      const Quantity& full = found_[k];
      if (bare.kind != QuantityKind::count || !bare.noun.empty() || bare.spelled || full.kind == QuantityKind::count)
        continue;
      // "Booths numbered 2,200, 5 percent more than before", "2,200, a tenth more"
      if (full.spelled || (p_.is(full.begin - 1, ",") && p_.is_any(full.end, "more|less|fewer|higher|lower|up|down")))
        continue;
      // "eased from 37.6 to 30.7 percent", "from 579 to 923 billion dollars"
      const bool from_to = p_.is(bare.end, "to") && full.begin == bare.end + 1 && p_.is(bare.begin - 1, "from");
      if (!(from_to || enumerates(bare.end, full.begin) || enumerates_signed(bare, full)) ||
          (bare.number.scale != 0 && full.kind != QuantityKind::money))
        continue;
      bare.kind = full.kind;
      bare.unit = full.unit;
      bare.number.exact = false;
      if (bare.number.scale == 0) bare.number.scale = full.number.scale;
      bare.value = interval_of(bare.number);
    }
    // "RMB 1.34 trillion, RMB 1.11 trillion and 528.46 billion"
    for (std::size_t k = 1; k < found_.size(); ++k) {
      Quantity& bare = found_[k];
      const Quantity& full = found_[k - 1];
      if (bare.kind == QuantityKind::count && bare.noun.empty() && bare.number.scale >= 6 &&
          full.kind == QuantityKind::money && enumerates(full.end, bare.begin))
        bare.kind = full.kind, bare.unit = full.unit;
    }
    // "Exports rose by 8 percent, those to Chile by 6"
    for (std::size_t k = 1; k < found_.size(); ++k) {
      Quantity& bare = found_[k];
      const Quantity& full = found_[k - 1];
      if (bare.kind != QuantityKind::count || !bare.noun.empty() || bare.spelled || bare.number.scale != 0 ||
          full.kind != QuantityKind::percent || !p_.is(bare.begin - 1, "by") ||
          !(p_.is(full.begin - 1, "by") || p_.is(full.end, ",")) ||
          !(p_.is_any(bare.end, ",|;|.|and") || !p_.inside(bare.end)))
        continue;
      bare.kind = full.kind, bare.unit = full.unit;
      bare.number.exact = false;
      bare.value = interval_of(bare.number);
    }
    // "from 500 categories to more than 3,600"
    for (std::size_t k = 1; k < found_.size(); ++k) {
      Quantity& bare = found_[k];
      const Quantity& full = found_[k - 1];
      if (bare.kind == QuantityKind::count && bare.noun.empty() && !bare.spelled && full.kind == QuantityKind::count &&
          !full.noun.empty() && bare.begin == full.end + 1 && p_.is(full.end, "to") && p_.is(full.begin - 1, "from"))
        bare.noun = full.noun, bare.unit = full.unit;
    }
    // "$3.2 and 4.1 billion", "from $3.2 to 4.1 billion": a money number without a scale takes it from the one behind.
    for (std::size_t k = found_.size(); k-- > 1;) {
      Quantity& bare = found_[k - 1];
      const Quantity& full = found_[k];
      const bool from_to = p_.is(bare.begin - 1, "from") && p_.is(bare.end, "to") && full.begin == bare.end + 1;
      const bool money = full.kind == QuantityKind::money ||
                         (from_to && full.kind == QuantityKind::count && full.noun.empty());  // "27 to 76 billion"
      if (bare.kind == QuantityKind::money && money && bare.number.scale == 0 && full.number.scale >= 6 &&
          (from_to || enumerates(bare.end, full.begin)) && bare.number.digits.size() <= 6) {
        bare.number.scale = full.number.scale;
        bare.value = interval_of(bare.number);
      }
    }
  }

  bool enumerates(std::size_t from, std::size_t to) const {
    if (from >= to || to - from > 2) return false;
    for (std::size_t i = from; i < to; ++i)
      if (!p_.is_any(i, ",|and|or|&")) return false;
    return true;
  }

  // "plus 2.3 and minus 5.7 per cent"
  bool enumerates_signed(const Quantity& before, const Quantity& here) const {
    return p_.is_any(here.begin - 1, "plus|minus") && enumerates(before.end, here.begin - 1);
  }

  // Behind the brackets that add something to a figure: "RM731 billion (+3.9%)".
  std::size_t behind_brackets(std::size_t i) const {
    constexpr std::size_t longest = 12;
    if (!p_.is(i, "(")) return i;
    for (std::size_t k = i + 1; p_.inside(k) && k < i + longest; ++k)
      if (p_.is(k, ")")) return k + 1;
    return i;
  }

  // The figure that `k` goes on from in an enumeration: the one before, or before brackets of its own.
  std::size_t listed_before(std::size_t k) const {
    std::size_t before = k - 1;
    while (before > 0 && found_[before].end < found_[k].begin && k - before < 4 &&
           !enumerates(behind_brackets(found_[before].end), found_[k].begin))
      --before;
    return before;
  }

  // "rose 11.0 percent and fell 1.5 percent, respectively"
  bool each_its_way(const Quantity& before, const Quantity& here) const {
    if (here.kind == QuantityKind::percent && enumerates_signed(before, here)) return true;
    return here.kind == QuantityKind::percent && here.begin == before.end + 2 && p_.is(before.end, "and") &&
           direction_of(p_, here.begin - 1) != Direction::none &&
           (p_.is(here.end, "respectively") || p_.is(here.end + 1, "respectively"));
  }

  // "5 to 7 percent", "$100-120 billion", "between 5 and 6 percent": one quantity with both ends.
  void join_ranges() {
    for (std::size_t k = 1; k < found_.size(); ++k) {
      Quantity& low = found_[k - 1];
      Quantity& high = found_[k];
      if (high.begin != low.end + 1) continue;
      const bool dash = p_.is(low.end, "-") ||
                        (p_.is(low.end, "to") && (!p_.ends_before_any(low.begin, "from|from the current|from a") ||
                                                  p_.ends_before_any(low.begin, ", down from|, up from")));
      const bool between = p_.is(low.end, "and") && p_.ends_before(low.begin, "between");
      if (!dash && !between) continue;
      const bool bare = low.kind == QuantityKind::count && low.noun.empty();
      // "exports were up 0.7 billion to 12.6 billion, imports 2 billion to 36.9 billion", "widened by £2.3 billion to
      // £7.2 billion": by how much, to what.
      const bool by_and_to =
          p_.is(low.end, "to") &&
          ((bare && (low.number.scale > 0 || (p_.is(low.begin - 1, "by") && high.kind == QuantityKind::count)) &&
            (p_.can(low.begin - 1, use::direction) || high.value.low > 3 * low.value.high)) ||
           (low.kind == QuantityKind::money && !bare && p_.is(low.begin - 1, "by") && low.number.scale > 0));
      if (by_and_to) continue;
      // "$100-120 billion": the sign before the first holds for both.
      if (low.kind == QuantityKind::money && high.kind == QuantityKind::count && high.noun.empty()) {
        high.kind = low.kind;
        high.unit = low.unit;
      }
      if (!bare && !(low.kind == high.kind && low.unit == high.unit)) continue;
      if (!bare && !between && !(low.kind == QuantityKind::money && low.number.scale == 0) && p_.is(low.end, "to") &&
          !spans(low, high))
        continue;
      if (low.number.scale == 0) low.number.scale = high.number.scale;
      low.number.exact = low.number.exact && high.kind == QuantityKind::count;  // "2" of "2 to 3 percent" is rounded
      const Interval first = interval_of(low.number);
      high.value = Interval{std::min(first.low, high.value.low), std::max(first.high, high.value.high)};
      high.begin = low.begin;
      high.first = low.first;
      found_.erase(found_.begin() + static_cast<long>(k) - 1);
      --k;
    }
  }

  // "7 percent to 8 percent", "at $38 billion to $40 billion"; no "rose $5 billion to $20 billion", by how much to
  // what.
  bool spans(const Quantity& low, const Quantity& high) const {
    if (low.kind == QuantityKind::count || low.value.low >= high.value.low) return false;
    const bool near = high.value.high < 5 * low.value.high;
    return near && (low.kind == QuantityKind::percent || direction_of(p_, low.begin - 1) == Direction::none);
  }

  // "4.93 trillion yuan ($694.53 billion)", "5 billion yuan, or about $0.7 billion,": one figure in two currencies.
  void join_currencies() {
    for (std::size_t k = 1; k < found_.size(); ++k) {
      Quantity& first = found_[k - 1];
      const Quantity& second = found_[k];
      if (first.kind != QuantityKind::money || second.kind != QuantityKind::money || first.unit == second.unit ||
          first.also)
        continue;
      const bool parenthesis = p_.is(first.end, "(") && second.begin == first.end + 1;
      const std::size_t or_at = p_.is(first.end, ",") ? first.end + 1 : first.end;
      const bool alternative = (p_.is(or_at, "or") && second.begin == or_at + 1) ||
                               (p_.match(or_at, "equivalent to") && second.begin <= or_at + 3) ||
                               (p_.is(or_at, "/") && second.begin == or_at + 1);
      if (!parenthesis && !alternative) continue;
      first.also = Value{second.value, second.unit};
      first.end = second.end;
      if (parenthesis && p_.is(first.end, ")")) ++first.end;
      found_.erase(found_.begin() + static_cast<long>(k));
      --k;
    }
  }

  // Enumerations: quantities of one kind and unit, separated by commas and "and" alone, each with its brackets.
  void number_lists() {
    std::size_t list = 0;
    for (std::size_t k = 1; k < found_.size(); ++k) {
      Quantity& here = found_[k];
      Quantity& before = each_its_way(found_[k - 1], here) ? found_[k - 1] : found_[listed_before(k)];
      if (before.kind != here.kind || (before.unit != here.unit && here.kind != QuantityKind::count) ||
          !(enumerates(behind_brackets(before.end), here.begin) || each_its_way(before, here)))
        continue;
      if (here.kind == QuantityKind::count && before.unit != here.unit) continue;
      // "up 4 percent, or 22 percent of Peru's total": another figure
      if (p_.is(here.begin - 1, "or") && p_.is(here.end, "of") && here.kind == QuantityKind::percent) continue;
      // "Imports were $262 billion, $4 billion more": by how much
      if (p_.is(here.begin - 1, ",") && p_.is_any(here.end, "more|less|higher|lower|above|below")) continue;
      // "an increase of 7 percent and 30 percent of the total": of two kinds
      if (here.kind == QuantityKind::percent && p_.is(here.end, "of") && p_.is(here.begin - 1, "and") &&
          !p_.is(before.end, "of") && p_.is(before.begin - 1, "of") && p_.can(before.begin - 2, use::change_noun) &&
          p_.is_any(p_.skip_the(here.end + 1), "total|sum|all"))
        continue;
      if (before.list == 0) before.list = ++list;
      here.list = before.list;
    }
  }

  // "2 percent to $187 billion and 11 percent to $286 billion, respectively": two enumerations, of every other figure.
  void number_pairs() {
    std::size_t list = 0;
    for (const auto& q : found_) list = std::max(list, q.list);
    const auto pair = [&](std::size_t k) {
      return k + 1 < found_.size() && found_[k].kind != found_[k + 1].kind && found_[k].list == 0 &&
             found_[k + 1].list == 0 && p_.is(found_[k].end, "to") && found_[k + 1].begin == found_[k].end + 1;
    };
    for (std::size_t k = 0; k + 3 < found_.size(); ++k) {
      std::size_t end = k;
      while (pair(end) &&
             (end == k || (found_[end].kind == found_[k].kind && enumerates(found_[end - 1].end, found_[end].begin))))
        end += 2;
      if (end < k + 4) continue;
      std::size_t behind = found_[end - 1].end;
      if (p_.is(behind, ",")) ++behind;
      if (!p_.is(behind, "respectively")) continue;
      for (std::size_t j = k; j < end; ++j) found_[j].list = list + 1 + (j - k) % 2;
      list += 2;
      k = end - 1;
    }
  }

  const Phrase& p_;
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> join_quantities(const Phrase& sentence, std::vector<Quantity> found) {
  return Joiner(sentence, std::move(found)).run();
}

}  // namespace tradewind
