#include "tradewind/statements/clauses.hpp"

#include <algorithm>

namespace tradewind {
namespace {

constexpr std::size_t none = Clause::none;

class ClauseFinder {
 public:
  explicit ClauseFinder(const Parts& parts) : parts_(parts), p_(parts.sentence) {
    result_.first = p_.begin();
    result_.of_token.assign(p_.end() - p_.begin(), 0);
  }

  Clauses run() {
    open(Link::main, p_.begin(), none);
    for (std::size_t i = p_.begin(); i < p_.end();) {
      const PartKind kind = parts_.owner(i).kind;
      if (kind != PartKind::none && kind != PartKind::party && kind != PartKind::rank) {
        if (kind == PartKind::quantity && parts_.quantity_at(i)->kind != QuantityKind::count) here().figure = true;
        i = assign(i, parts_.behind(i));
        continue;
      }
      if (kind != PartKind::none) {
        said(i);
        i = assign(i, parts_.behind(i));
        continue;
      }
      if (const std::size_t next = boundary(i); next > i) {
        i = next;
        continue;
      }
      if (here().verb == none &&
          (carries_clause(parts_, i) || (p_.can(i, use::gerund) && p_.can(i, use::verb) && here().link != Link::main)))
        here().verb = i;
      i = assign(i, i + 1);
    }
    return std::move(result_);
  }

 private:
  Clause& here() { return result_.all[current_]; }

  void open(Link link, std::size_t begin, std::size_t parent) {
    // A comma before the first clause has said anything opens none: "In March, exports rose".
    result_.all.push_back({.begin = begin, .end = begin, .link = link, .parent = parent});
    current_ = result_.all.size() - 1;
  }

  std::size_t assign(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && p_.inside(i); ++i)
      result_.of_token[i - p_.begin()] = static_cast<std::uint16_t>(current_);
    here().end = end;
    return end;
  }

  /// The nearest clause from the current one up that stands for itself.
  std::size_t standing() const {
    std::size_t c = current_;
    while (result_.all[c].parent != none && hangs(result_.all[c].link)) c = result_.all[c].parent;
    return c;
  }
  static bool hangs(Link link) {
    return link == Link::participle || link == Link::relative || link == Link::brackets || link == Link::cause ||
           link == Link::with;
  }
  bool empty(std::size_t c) const { return result_.all[c].verb == none && !result_.all[c].figure; }

  /// Opens a clause where one begins at token `i`; the token that reading goes on from, `i` where none begins.
  std::size_t boundary(std::size_t i) {
    if (p_.is(i, "(")) return brackets(i);
    if (p_.is(i, ")")) {
      assign(i, i + 1);
      if (!brackets_.empty()) {
        current_ = brackets_.back();
        brackets_.pop_back();
      }
      return i + 1;
    }
    const bool dash = p_.is(i, "--") ||
                      (p_.is(i, "-") && p_.token(i).space_before && p_.inside(i + 1) && p_.token(i + 1).space_before);
    // "Rubber products: 95.4 billion"
    if (p_.is(i, ":") && parts_.is(i + 1, PartKind::quantity)) return i;
    // "in 2018 - by 27.1 percent", "with the USA -- by 13 percent": the verb is left out, the clause goes on.
    if (dash && (parts_.is(i + 1, PartKind::quantity) ||
                 (p_.is_any(i + 1, "by|to|at") && parts_.is(i + 2, PartKind::quantity))))
      return i;
    // "The gap -- between what it buys and what it sells -- widened": as if in brackets
    if (dash && i == closing_dash_) {
      assign(i, i + 1);
      current_ = brackets_.back();
      brackets_.pop_back();
      return i + 1;
    }
    if (const std::size_t close = dash && here().verb == none && !here().figure ? verb_behind_aside(i) : 0) {
      closing_dash_ = close;
      assign(i, i + 1);
      brackets_.push_back(current_);
      open(p_.is_any(i + 1, "which|whose|who") ? Link::relative : Link::brackets, i + 1, current_);
      return i + 1;
    }
    if (p_.is(i, ";") || p_.is(i, ":") || p_.is(i, "*") || dash) {
      assign(i, i + 1);
      if (dash && p_.inside(i + 1)) {
        if (const std::size_t next = begin_at(i + 1, false); next > i + 1) return next;
      }
      const std::size_t stands = standing();
      open(empty(stands) ? Link::main : Link::also, i + 1, empty(stands) ? none : stands);
      return i + 1;
    }
    if (p_.is(i, ",")) {
      assign(i, i + 1);
      std::size_t k = i + 1;
      while (p_.is(k, "\"") || p_.is(k, "'")) ++k;
      const bool joined = p_.is_any(k, "and|but|or|nor|yet");
      const std::size_t next = begin_at(joined ? k + 1 : k, joined);
      if (next > k || opened_) {
        for (std::size_t j = i + 1; j < next && p_.inside(j); ++j)
          result_.of_token[j - p_.begin()] = static_cast<std::uint16_t>(current_);
        opened_ = false;
        return std::max(next, i + 1);
      }
      // Behind a clause that says who tells or why, the sentence goes on where it was.
      if (here().link == Link::cause && here().parent != none && (p_.is(here().begin, "according") || !lists_on(k)))
        current_ = here().parent;
      return i + 1;
    }
    if (p_.match(i - 1, "goods and services") && i > p_.begin()) return i;  // one noun
    if (p_.is_any(i, "and|but|or") && !empty(current_)) {
      const std::size_t next = begin_at(i + 1, true);
      if (opened_) {
        opened_ = false;
        result_.of_token[i - p_.begin()] = static_cast<std::uint16_t>(current_);
        return next;
      }
      return i;
    }
    const std::size_t next = joining_word(i);
    if (opened_) opened_ = false;
    return next;
  }

  // The dash that ends the aside which one begins, where the verb of the clause around follows; 0 where none does.
  std::size_t verb_behind_aside(std::size_t dash) const {
    constexpr std::size_t longest = 24;
    // "Machine tools - which were worth $5 billion - rose"
    const bool told = p_.is_any(dash + 1, "which|whose|who");
    for (std::size_t k = dash + 1; p_.inside(k) && k < dash + longest && (told || !parts_.is(k, PartKind::quantity));
         ++k)
      if (p_.is(k, p_.word(dash)) && p_.token(k).space_before && p_.token(dash).space_before)
        return carries_clause(parts_, k + 1) ? k : 0;
    return 0;
  }

  // "due to strong exports of phones, computers and shoes"
  bool lists_on(std::size_t i) const {
    const std::size_t end = noun_phrase_end(parts_, i);
    return end > i && (p_.is_any(end, ",|and|.") || !p_.inside(end)) && verb_ahead(i) == none;
  }

  std::size_t brackets(std::size_t i) {
    std::size_t close = i + 1;
    while (p_.inside(close) && !p_.is(close, ")")) ++close;
    if (!p_.inside(close)) return i;
    assign(i, i + 1);
    brackets_.push_back(current_);
    open(Link::brackets, i + 1, current_);
    return i + 1;
  }

  // Words that begin a clause wherever they stand.
  std::size_t joining_word(std::size_t i) {
    if (here().begin == i && i > p_.begin()) return i;  // a clause has just been opened here
    if (p_.is(i, "with") && absolute(i)) return start(Link::with, i, current_);
    if (p_.can(i, use::subordinator) && i > p_.begin() && !p_.is_any(i - 1, "even|since|only"))
      return start(Link::also, i, standing());
    if (p_.is(i, "as") && i > p_.begin() && as_clause(i)) return start(Link::also, i, standing());
    if (p_.is_any(i, "which|who|whose")) {
      if (here().link == Link::relative && here().begin + 1 == i) return i;  // "of which"
      return start(Link::relative, i, current_);
    }
    if (p_.is(i, "that") && i > p_.begin()) {
      // "The office recorded that exports rose": what is told, not what "that" stands for
      if (p_.can(i - 1, use::say) || p_.is(i - 1, ",") || (here().verb == i - 1 && !p_.can(i + 1, use::preposition)))
        return start(Link::main, i + 1, none);
      if (p_.can(i + 1, use::auxiliary) || carries_clause(parts_, i + 1) ||
          (parts_.party_at(i + 1) && verb_ahead(i + 1) != none))
        return start(Link::relative, i, current_);
      // "He told a press conference on Tuesday that exports would rise", "said in a report that exports rose"
      if (here().verb != none && p_.can(here().verb, use::say) && !p_.can(here().verb, use::hold) && !here().figure &&
          noun_phrase_end(parts_, i + 1) > i + 1 && verb_ahead(i + 1) != none)
        return start(Link::main, i + 1, none);
      return i;
    }
    if (const std::size_t end = cause(i)) return start(Link::cause, i, current_), assign(i, end);
    if (p_.is_any(i, "after|before|since") && i > p_.begin()) {
      if (p_.can(i + 1, use::gerund)) return start(Link::participle, i, current_);
      if (verb_ahead(i + 1) != none && noun_phrase_end(parts_, i + 1) > i + 1) return start(Link::also, i, standing());
    }
    said(i);
    // "surged 16.8 percent year-on-year accounting for 34.6 percent"
    if (here().figure && p_.can(i, use::gerund) && p_.can(i, use::verb) && telling(i) && i > p_.begin() &&
        !p_.can(i - 1, use::determiner | use::adjective | use::preposition) && !p_.is(i - 1, "-"))
      return start(Link::participle, i, current_);
    return i;
  }

  // "The agency said exports rose": what was said is a sentence of its own; not whom "told reporters that" told.
  void said(std::size_t i) {
    if (!p_.is_any(i - 1, "told|tells|tell|telling") && i > p_.begin() && here().begin != i &&
        p_.can(i - 1, use::say) && here().verb == i - 1 && noun_phrase_end(parts_, i) > i &&
        (verb_ahead(i) != none || earns(i) || was_up_or_down(noun_phrase_end(parts_, i))))
      open(Link::main, i, none);
  }

  std::size_t start(Link link, std::size_t begin, std::size_t parent) {
    open(link, begin, parent);
    // The word itself is read as any other.
    if (here().verb == none && p_.can(begin, use::gerund)) here().verb = begin;
    assign(begin, parts_.behind(begin));
    return parts_.behind(begin);
  }

  bool telling(std::size_t i) const {
    return p_.can(i, use::reach | use::exceed | use::compose | use::bring | use::direction | use::become);
  }

  // "thanks to higher exports", "according to customs data": what follows is no subject of the figures around it.
  std::size_t cause(std::size_t i) const {
    if (!p_.can(i, use::reason)) return 0;
    if (const auto end =
            p_.match_any(i,
                         "thanks to|due to|because of|owing to|according to|on the back of|as a result of|amid|"
                         "despite|in spite of|thanks largely to|due mainly to|due largely to|driven by|"
                         "driven mainly by|driven largely by|boosted by|led by|fuelled by|fueled by|supported by|"
                         "buoyed by|underpinned by|helped by|on account of|attributed to|attributable to|"
                         "dragged by|weighed down by|spurred by|largely due to|mainly due to|on stronger|"
                         "on weaker|on strong|on weak|on higher|on lower|on rising|stemming from|propelled by|"
                         "led mainly by|with the help of|by virtue of|aided by"))
      return end;
    return 0;
  }

  bool as_clause(std::size_t i) const {
    if (p_.is_any(i + 1,
                  "of|well|much|many|high|low|part|such|a|an|compared|against|opposed|at|for|per|to|its|"
                  "their|early|soon|long|expected"))
      return false;
    if (p_.is_any(i - 1, "such|well|as|same|far")) return false;
    const std::size_t end = noun_phrase_end(parts_, i + 1);
    return end > i + 1 && verb_ahead(i + 1) != none;
  }

  // "with" begins a clause of its own where a subject and a figure or participle follow.
  bool absolute(std::size_t i) const {
    if (i == p_.begin()) return false;
    const bool comma = p_.is(i - 1, ",") || (p_.is_any(i - 1, "and|but") && p_.is(i - 2, ","));
    const std::size_t end = noun_phrase_end(parts_, i + 1);
    if (end == i + 1) return false;  // "with $5 billion"
    // "trade with China rising": a partner, unless a comma stands before.
    bool measure = false, party_only = true;
    for (std::size_t k = i + 1; k < end; ++k) {
      if (!parts_.party_at(k) && !p_.can(k, use::determiner | use::company | use::adjective)) party_only = false;
      if (p_.can(k, use::share_noun | use::figure_noun | use::value_noun) || measure_word(k)) measure = true;
    }
    if (party_only && !comma) return false;
    std::size_t k = end;
    for (int steps = 0; steps < 24 && p_.inside(k); ++steps) {
      if (parts_.is(k, PartKind::quantity)) return measure || comma;
      if (p_.is_any(k, ",|;|:|.") || p_.can(k, use::subordinator | use::relative)) return false;
      if (p_.can(k, use::gerund) && telling(k) && !p_.can(k - 1, use::determiner | use::adjective)) return true;
      k = parts_.behind(k);
    }
    return false;
  }

  bool measure_word(std::size_t i) const {
    return p_.is_any(i,
                     "trade|exports|imports|export|import|shipments|surplus|deficit|volume|investment|"
                     "turnover|sales|purchases|nodx|fdi|commerce|balance");
  }

  /// Whether a clause begins behind a comma or a joining word; opens it, and returns the token to go on from.
  std::size_t begin_at(std::size_t k, bool joined) {
    opened_ = false;
    std::size_t m = k;
    while (p_.can(m, use::adverb) && !p_.can(m, use::direction) && !p_.can(m, use::preposition) &&
           parts_.owner(m).kind == PartKind::none)
      ++m;
    if (!p_.inside(m)) return k;
    // "of which", "among which"
    if (p_.can(m, use::preposition) && p_.is_any(m + 1, "which|whom")) return begin(Link::relative, k, current_);
    if (p_.is_any(m, "which|who|whose|where")) return begin(Link::relative, k, current_);
    if (p_.can(m, use::subordinator)) return begin(Link::also, k, standing());
    if (p_.is(m, "with") && absolute(m)) return begin(Link::with, k, current_);
    if (p_.is(m, "as") && as_clause(m)) return begin(Link::also, k, standing());
    if (cause(m)) return begin(Link::cause, k, here().link == Link::cause ? here().parent : current_);
    const bool first_words = empty(standing());
    if (parts_.is(m, PartKind::quantity)) return k;
    // ", up 5 percent", ", accounting for", ", compared with", ", an increase of"
    const bool composes = p_.match(m, "made up") && !p_.is_any(m + 2, "of|mainly|mostly|largely");
    if ((p_.can(m, use::gerund) && !nominal_gerund(m)) || (p_.can(m, use::passive) && !composes) ||
        (p_.can(m, use::direction) && p_.can(m, use::adverb)) || change_phrase(m)) {
      if (p_.can(m, use::gerund | use::passive) && first_words && current_ == 0 && here().end <= p_.begin() + 1)
        return k;
      return begin(Link::participle, k, behind_cause());
    }
    if (carries_clause(parts_, m)) {
      // The clause that waits for its verb: "Exports to China, its largest market, rose".
      for (std::size_t c = current_; c != none; c = result_.all[c].parent)
        if (result_.all[c].verb == none && !joined && result_.all[c].link != Link::participle &&
            result_.all[c].link != Link::brackets && result_.all[c].link != Link::cause && !result_.all[c].figure &&
            !told_of(c)) {
          current_ = c;
          opened_ = true;
          return k;
        }
      // "which grew 2 percent and made up a third": of the same
      const bool of_relative = joined && here().link == Link::relative && here().verb != none && !p_.is(k - 2, ",");
      if (joined || !p_.can(m, use::participle)) return begin(Link::shared, k, of_relative ? current_ : standing());
      return begin(Link::participle, k, behind_cause());
    }
    if (p_.can(m, use::auxiliary)) return k;
    const std::size_t end = phrase_with_of(m);
    if (end == m) return k;
    // "Exports fell 5 percent, crude oil earning only $3 billion"
    if (!first_words && !joined && standing_figure() && earns(m)) return begin(Link::with, k, current_);
    if (first_words && here().link == Link::main) return k;
    const std::size_t verb = verb_ahead(m);
    if (verb != none) {
      const bool was_cause = first_words && hangs(here().link);
      return begin(was_cause ? Link::main : Link::also, k, was_cause ? none : standing());
    }
    // "and imports 5 percent", "Myanmar 87 billion baht", "Vietnam with 30 billion", "imports by 5 percent"
    const bool listing = joined && !p_.is(k - 2, ",") && !here().figure && parts_.party_at(k) != nullptr;
    if (standing_figure() && gap(end) && !listing) return begin(Link::gapped, k, behind_cause());
    return k;
  }

  // "Yunnan, which borders Laos, exported": a clause that is over, whatever its verb
  bool told_of(std::size_t c) const {
    const std::size_t which = result_.all[c].begin;
    return result_.all[c].link == Link::relative && p_.is_any(which, "which|who") && p_.is_word(which + 1) &&
           !p_.can(which - 1, use::preposition) && !p_.can(which + 1, use::preposition | use::adverb);
  }

  // "showed retail sales down 3 percent"
  bool was_up_or_down(std::size_t i) const {
    return p_.can(i, use::direction) && p_.can(i, use::adverb) && parts_.is(i + 1, PartKind::quantity);
  }

  // "crude oil earning only $3 billion", "exports rising by 5 percent": a subject and what it was doing.
  bool earns(std::size_t i) const {
    constexpr std::size_t longest = 7;
    for (std::size_t k = i + 1; k < i + longest && p_.is_word(k) && parts_.owner(k).kind != PartKind::quantity; ++k) {
      if (p_.can(k, use::preposition | use::auxiliary | use::relative) || carries_clause(parts_, k)) return false;
      if (!p_.can(k, use::gerund) || !p_.can(k, use::direction | use::reach | use::hold | use::compose | use::buy))
        continue;
      std::size_t figure = k + 1;
      while (p_.is_any(figure, "only|just|by|to|for|over|about|up")) ++figure;
      return parts_.is(figure, PartKind::quantity) && parts_.quantity_at(figure)->kind != QuantityKind::count;
    }
    return false;
  }

  std::size_t behind_cause() const {
    std::size_t c = current_;
    // ... nor "when demand was high, reversing a fall of 3 percent": of what stands before
    const auto passes = [&](const Clause& clause) {
      return clause.link == Link::cause ||
             (clause.link == Link::also && !clause.figure && p_.is_any(clause.begin, "when|because"));
    };
    while (passes(result_.all[c]) && result_.all[c].parent != none) c = result_.all[c].parent;
    return c;
  }

  bool standing_figure() const {
    for (std::size_t c = current_; c != none; c = result_.all[c].parent)
      if (result_.all[c].figure) return true;
    return false;
  }

  bool gap(std::size_t end) const {
    if (parts_.is(end, PartKind::period)) end = parts_.behind(end);
    if (p_.is_any(end, "with|at|by|to|(|up|down|minus|from|for")) ++end;
    return parts_.is(end, PartKind::quantity) && parts_.quantity_at(end)->kind != QuantityKind::count;
  }

  std::size_t begin(Link link, std::size_t k, std::size_t parent) {
    open(link, k, parent);
    opened_ = true;
    return k;
  }

  // "rising exports", "accounting firms": a noun phrase and no clause.
  bool nominal_gerund(std::size_t i) const {
    const std::size_t verb = verb_ahead(i);
    return verb != none && !p_.can(i, use::compose | use::reach) && noun_phrase_end(parts_, i + 1) > i + 1 &&
           !p_.can(i + 1, use::determiner);
  }

  // "an increase of", "a year-on-year rise of", "growth of", "the highest since"
  bool change_phrase(std::size_t i) const {
    std::size_t k = i;
    if (p_.is_any(k, "a|an|the|another")) ++k;
    for (int steps = 0; steps < 7; ++steps, ++k) {
      if (parts_.is(k, PartKind::quantity)) {
        k = parts_.behind(k) - 1;  // "a 5 percent increase"
        continue;
      }
      if (parts_.is(k, PartKind::period) || p_.is(k, "-")) continue;
      if (p_.can(k, use::change_noun) && !carries_clause(parts_, k))
        return p_.is_any(k + 1, "of|by|from|in|on|over|,|.|compared|year|at|to") ||
               parts_.is(k + 1, PartKind::period) || parts_.is(k + 1, PartKind::quantity) || !p_.inside(k + 1) ||
               p_.can(k + 1, use::rate_noun);
      if (!p_.can(k, use::adjective | use::adverb | use::participle | use::gerund) &&
          !p_.is_any(k, "year|on|month|yoy"))
        return false;
    }
    return false;
  }

  // The noun phrase with what hangs on it by prepositions: "exports of goods to China", "the value of contracts".
  std::size_t phrase_with_of(std::size_t i) const {
    std::size_t end = noun_phrase_end(parts_, i);
    if (end == i) return i;
    for (int steps = 0; steps < 6; ++steps) {
      const std::size_t k = end;
      if (p_.is(k, "(") && p_.is(k + 2, ")")) {
        end = k + 3;
        continue;
      }
      if (p_.is_any(k, "of|to|from|with|in|between|for|and") && !p_.is(k, ",")) {
        if (parts_.is(k + 1, PartKind::period)) {
          end = parts_.behind(k + 1);
          continue;
        }
        const std::size_t next = noun_phrase_end(parts_, k + 1);
        if (next == k + 1) break;
        end = next;
        continue;
      }
      break;
    }
    return end;
  }

  std::size_t verb_ahead(std::size_t i) const {
    for (std::size_t k = i, steps = 0; p_.inside(k) && steps < 40; ++steps) {
      if (parts_.is(k, PartKind::quantity)) return none;
      if (parts_.owner(k).kind != PartKind::none) {
        k = parts_.behind(k);
        continue;
      }
      if (p_.is(k, "(")) {
        while (p_.inside(k) && !p_.is(k, ")")) ++k;
        ++k;
        continue;
      }
      if (const std::size_t behind = behind_insertion(k)) {
        k = behind;
        continue;
      }
      if (const std::size_t close = p_.is_any(k, "--|-") ? verb_behind_aside(k) : 0) return close + 1;
      if (p_.is_any(k, ",|;|:|--|)") || (p_.can(k, use::subordinator) && k > i) || p_.can(k, use::relative))
        return none;
      if (carries_clause(parts_, k)) return k;
      ++k;
    }
    return none;
  }

  // "trade with China, whose share has tripled, was ...", "exports to China, its largest partner, fell": the token
  // behind what stands between two commas, where a verb follows; 0 where nothing does.
  std::size_t behind_insertion(std::size_t comma) const {
    if (!p_.is(comma, ",") || !(p_.can(comma + 1, use::relative | use::determiner) || parts_.party_at(comma + 1)))
      return 0;
    for (std::size_t k = comma + 1; p_.inside(k) && k < comma + 16; ++k) {
      if (parts_.is(k, PartKind::quantity)) return 0;
      if (p_.is(k, ",")) return carries_clause(parts_, k + 1) ? k + 1 : 0;
    }
    return 0;
  }

  const Parts& parts_;
  const Phrase& p_;
  Clauses result_;
  std::size_t current_ = 0;
  bool opened_ = false;
  std::size_t closing_dash_ = none;  // of an aside between two
  std::vector<std::size_t> brackets_;
};

}  // namespace

Clauses find_clauses(const Parts& parts) { return ClauseFinder(parts).run(); }

}  // namespace tradewind
