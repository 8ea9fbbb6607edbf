#include "tradewind/statements/reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "tradewind/statements/discourse.hpp"
#include "tradewind/statements/dollars.hpp"
#include "tradewind/statements/europe.hpp"
#include "tradewind/statements/lexicon.hpp"
#include "tradewind/statements/sentence_reader.hpp"
#include "tradewind/statements/shared_money.hpp"
#include "tradewind/statements/trade_words.hpp"

namespace tradewind {

struct Reader::Lexicon : tradewind::Lexicon {
  using tradewind::Lexicon::Lexicon;
};

Reader::Reader(const World& world) : lexicon_(std::make_unique<const Lexicon>(world)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

namespace {

// "trade of our city": of a part of some economy, and whose money it counts in does not say of which.
bool speaks_for_a_part(const Phrase& all) {
  for (std::size_t i = all.begin(); i < all.end(); ++i)
    if (all.is(i, "our") && all.is_any(i + 1, "city|province|municipality")) return true;
  return false;
}

// "world trade", "global FDI"
bool tells_of_the_world(const Phrase& all) {
  for (std::size_t i = all.begin(); i < all.end(); ++i)
    if (all.is_any(i, "global|world|worldwide") && all.can(i + 1, use::measure)) return true;
  return false;
}

// Whose money a text counts in: that of one economy alone, named more often than any other such. Where it says so
// ("All values are in New Zealand dollars") this is whose text it is, too.
EconomyCode find_home(const Phrase& all, const std::vector<CurrencyMention>& money_named,
                      const std::vector<std::vector<PartyMention>>& parties, const Lexicon& lexicon,
                      Discourse& discourse) {
  std::map<EconomyCode, int> counts;
  for (const auto& [begin, end, currency] : money_named)
    if (const EconomyCode home = lexicon.home_of(*currency); !home.empty()) {
      ++counts[home];
      if (says_unit(all, begin, end) && all.can(begin - 2, use::be)) return discourse.who.home = home;
    }
  const auto most = std::ranges::max_element(counts, {}, &std::pair<const EconomyCode, int>::second);
  if (most == counts.end()) return {};
  discourse.who.home = most->first;
  // "Rs" in a text that names Pakistan more often than India: the home of the money is the one of that name that it is
  // about.
  const auto& currencies = lexicon.world().currencies();
  const auto money =
      std::ranges::find_if(currencies, [&](const auto& one) { return lexicon.home_of(one.code) == most->first; });
  if (money == currencies.end()) return {};
  const std::string name = money->name.substr(money->name.rfind(' ') + 1);
  std::map<EconomyCode, int> named;
  for (const auto& sentence : parties)
    for (const auto& party : sentence) ++named[party.name.code];
  for (const auto& [economy, times] : named)
    if (times > named[discourse.who.home] && !own_money(name, economy, lexicon.world()).empty())
      discourse.who.home = economy;
  return {};
}

// The two parties that a headline names beside one another, and no third: "United Kingdom and India: trade in brief".
std::vector<EconomyCode> titled(const TokenizedText& tokens, const std::vector<std::vector<PartyMention>>& parties) {
  if (!tokens.ends_paragraph(0)) return {};
  const Phrase line(tokens.tokens, tokens.sentences[0].begin, tokens.sentences[0].end);
  const auto& named = parties.front();
  if (line.is_any(line.end() - 1, ".|!|?") || named.size() != 2) return {};
  const std::size_t second = line.before_the(named[1].begin);
  if (named[0].possessive || second != named[0].end + 1 || !line.is_any(named[0].end, "and|-|&|,|/")) return {};
  return {named[0].name.code, named[1].name.code};
}

// Where a text says that it was written: "SEOUL, Oct. 1 (Yonhap) --", "MANILA:", "Jakarta -".
EconomyCode dateline(const TokenizedText& tokens, const std::vector<std::vector<PartyMention>>& parties) {
  constexpr std::size_t first_sentences = 3;  // behind a headline
  for (std::size_t s = 0; s < std::min(first_sentences, tokens.sentences.size()); ++s) {
    const Phrase phrase(tokens.tokens, tokens.sentences[s].begin, tokens.sentences[s].end);
    // "Exports rose. Thailand: ..." is no place where anything was written.
    if (s > 0 && tokens.tokens[phrase.begin() - 1].text == "." &&
        phrase.is(parties[s].empty() ? phrase.end() : parties[s].front().end, ":"))
      break;
    if (parties[s].empty()) continue;
    const PartyMention& place = parties[s].front();
    if (place.begin != phrase.begin() || place.anaphor || place.possessive || place.name.bloc) continue;
    // "Hanoi (VNA) -"
    const bool agency = phrase.is(place.end, "(") && phrase.token(place.end + 1).upper && phrase.is(place.end + 2, ")");
    const std::size_t mark = agency ? place.end + 3 : place.end;
    const bool dash = phrase.is_any(mark, "--|-") && phrase.inside(mark + 1) && phrase.token(mark).space_before &&
                      phrase.token(mark + 1).space_before;
    const bool capitals = phrase.token(place.begin).upper && phrase.is_any(place.end, ",|(");
    // "New Delhi, Apr 15 (PTI) Exports ...", "Hanoi, 3 May: ..."
    const std::size_t day =
        phrase.is(place.end, ",") && month_word(phrase.word(place.end + 1)) ? place.end + 2
        : phrase.is(place.end, ",") && phrase.is_number(place.end + 1) && month_word(phrase.word(place.end + 2))
            ? place.end + 3
            : 0;
    const std::size_t behind = day == 0 ? 0 : phrase.is(day, ".") ? day + 2 : day + 1;
    const bool dated = day != 0 && phrase.is_any(behind, "(|:|--|-");
    if (phrase.is(place.end, ":") || dash || capitals || dated) return place.name.code;
  }
  return {};
}

// Who says "we": the one whose money the text counts in, where it was written, else the first of those it names that
// it does not speak to, or of, as others ("our trade with ASEAN", "When China grows, we grow").
EconomyCode speaker(const TokenizedText& tokens, const std::vector<std::vector<PartyMention>>& parties,
                    const std::vector<std::pair<std::pair<int, int>, EconomyCode>>& order, bool for_a_part,
                    const Discourse& discourse) {
  std::set<EconomyCode> others;
  bool speaks = false;
  for (std::size_t s = 0; s < tokens.sentences.size(); ++s) {
    if (std::ranges::none_of(parties[s], &PartyMention::speaker)) continue;
    speaks = true;
    const bool acts =
        std::ranges::any_of(parties[s], [](const auto& party) { return party.speaker && !party.possessive; });
    const Phrase phrase(tokens.tokens, tokens.sentences[s].begin, tokens.sentences[s].end);
    // "China's imports from Peru rose, and its exports to us fell": Peru is no other
    const bool object = std::ranges::any_of(
        parties[s], [&](const auto& party) { return party.speaker && phrase.is(party.begin, "us"); });
    for (const auto& party : parties[s]) {
      const std::size_t before = phrase.before_the(party.begin);
      if (!party.anaphor && !phrase.is(before - 1, "of") &&
          (object ? !phrase.ends_before_any(before, "to|from|with")
                  : acts || phrase.is(before - 1, "our") || phrase.ends_before_any(before, "to|from|with")))
        others.insert(party.name.code);
    }
  }
  if (!speaks) return {};
  if (for_a_part) {
    const auto owned = [](const auto& province) { return !province.second.empty(); };
    const auto place = std::ranges::find_if(discourse.who.provinces, owned);
    return place == discourse.who.provinces.end() ? unnamed_party : place->second;
  }
  for (const EconomyCode& code : {discourse.who.home, discourse.who.dateline})
    if (!code.empty() && !others.contains(code)) return code;
  for (const auto& [count, code] : order)
    if (!others.contains(code)) return code;
  return unnamed_party;
}

// Provinces by their name, "Yunnan's trade with Laos", or by their rank, "China's Hainan Province", "the Guangxi Zhuang
// autonomous region", and whose they are.
void find_provinces(const TokenizedText& tokens, const Phrase& all,
                    const std::vector<std::vector<PartyMention>>& parties, const Lexicon& lexicon,
                    Discourse& discourse) {
  discourse.who.provinces = lexicon.provinces_in(all);
  for (std::size_t s = 0; s < tokens.sentences.size(); ++s) {
    const Phrase phrase(tokens.tokens, tokens.sentences[s].begin, tokens.sentences[s].end);
    for (std::size_t i = phrase.begin(); i < phrase.end(); ++i) {
      if (i == phrase.begin() || !phrase.is_any(i, "province|municipality|autonomous")) continue;
      std::size_t end = i;
      if (phrase.is_any(end - 1, "zhuang|uygur|hui")) --end;
      std::size_t begin = end;
      while (begin > phrase.begin() && phrase.capital(begin - 1) && phrase.token(begin - 1).uses == 0 &&
             !party_ending_at(parties[s], begin))
        --begin;
      if (begin == end) continue;
      const PartyMention* owner = party_ending_at(parties[s], begin);
      for (std::size_t k = begin; k < end; ++k) discourse.who.names.insert(std::string(phrase.word(k)));
      discourse.who.provinces.try_emplace(phrase.in_print(begin, end), owner ? owner->name.code : discourse.who.home);
    }
  }
}

// "Russian President Putin", "Japan's trade minister": one who speaks, whatever the text is about.
bool holds_office(const Phrase& phrase, std::size_t i) {
  constexpr std::size_t longest = 5;
  for (std::size_t k = i; k < i + longest; ++k) {
    if (phrase.is_any(k, "president|premier|chancellor|minister|ambassador|envoy")) return true;
    if (!phrase.is_any(k,
                       "deputy|vice|prime|first|former|foreign|trade|economic|economy|industry|finance|commerce|"
                       "energy|agriculture|and"))
      return false;
  }
  return false;
}

// How much a mention says that the text is about a party: whose trade it is and whose statistics tell it counts for
// more than with whom or where.
int prominence(const Phrase& phrase, const PartyMention& party, std::size_t before) {
  const bool owner = party.possessive || party.name.role == NameRole::demonym;
  if (holds_office(phrase, party.end)) return 1;
  for (std::size_t i = party.end; i < party.end + 4 && (phrase.is_word(i) || phrase.is(i, "-")); ++i) {
    if (phrase.can(i, use::source) && !phrase.can(i, use::preposition)) return 4;
    if (phrase.is_any(i, "exports|imports|trade|surplus|deficit|shipments|exporters")) return 5;
    if (phrase.can(i, use::preposition | use::conjunction | use::verb | use::auxiliary)) break;
  }
  if (owner) return 3;
  return phrase.ends_before_any(before, "with|to|from|and|,|for|in|by") ? 1 : 2;
}

// The two parties that a text names most: whom "trade", "exports" and "the two sides" are about when nothing else says
// it.
void find_main_parties(const TokenizedText& tokens, const Phrase& all,
                       const std::vector<std::vector<PartyMention>>& parties,
                       const std::vector<CurrencyMention>& money_named, const Lexicon& lexicon, Discourse& discourse) {
  std::map<EconomyCode, std::pair<int, int>> counts;  // how often (negative), and which one came first
  std::set<EconomyCode> freely, partners;
  for (std::size_t s = 0; s < tokens.sentences.size(); ++s) {
    const Phrase phrase(tokens.tokens, tokens.sentences[s].begin, tokens.sentences[s].end);
    const PartyMention* partner = nullptr;  // "exports to China (3%), Japan (2%) and the EU": each of them
    for (const auto& party : parties[s]) {
      if (!party.by_name()) continue;
      const std::size_t before = phrase.before_the(party.begin);
      counts.try_emplace(party.name.code, 0, static_cast<int>(counts.size())).first->second.first -=
          prominence(phrase, party, before);
      const bool ranks = phrase.is_any(party.end, "ranked|ranks|topped|followed");
      // Nor is who is only told as somebody's partner: "Hong Kong was the biggest export partner, followed by the USA".
      const bool listed = phrase.ends_before_any(before, "to|from|with|by|and|,|;|:|in|(|than") ||
                          phrase.can(party.end, use::be | use::become | use::compose | use::buy) || ranks ||
                          (before > phrase.begin() + 1 && phrase.is(before - 1, "for")) ||
                          phrase.is_any(party.end, "with|,|(|:") || (party.name.bloc && phrase.is(before - 1, "of"));
      const bool buys = phrase.is_any(
          party.end, "purchases|demand|buyers|customers|consumers|orders|market|importers|tariffs|duties");
      const bool owner = !buys && (party.possessive || party.name.role == NameRole::demonym);
      bool market = phrase.ends_before_any(before, "to|from|with|than|followed by|trailed by|share of") ||
                    phrase.can(party.end, use::compose | use::buy) || ranks;
      // "was again the second largest export market", a title "Japan still the first customer"
      constexpr std::size_t longest_rank = 6;
      const bool told_as = phrase.can(party.end, use::be) || phrase.is(party.end, "the") ||
                           (phrase.can(party.end, use::adverb) && phrase.is(party.end + 1, "the"));
      bool ranked = false;
      for (std::size_t i = party.end; told_as && !ranked && i < party.end + longest_rank && phrase.is_word(i); ++i)
        ranked = phrase.is_any(i, "destination|market|partner|supplier|source|buyer|customer");
      market = market || ranked;
      if ((owner && !holds_office(phrase, party.end)) || (!listed && !buys && !ranked && !owner))
        freely.insert(party.name.code);
      const bool goes_on = partner && (lists_on(phrase, *partner, party) ||  // "by Japan with 3 percent, Peru with 2"
                                       (phrase.is_any(before - 1, ",|and") && phrase.is_any(party.end, "with|at")));
      if (market || goes_on) partners.insert(party.name.code), partner = &party;
    }
  }
  const bool for_a_part = speaks_for_a_part(all);
  const EconomyCode counts_itself =
      for_a_part ? EconomyCode{} : find_home(all, money_named, parties, lexicon, discourse);
  find_provinces(tokens, all, parties, lexicon, discourse);
  // "Guangxi's trade soars", "Trade between Guangxi and ASEAN up", headlines: what its country trades; but not
  // "Minister goes to Shanghai". So is "Yunnan exported goods worth $5 billion", a lead, but not "trade with Yunnan".
  for (std::size_t s = 0; s < std::min<std::size_t>(tokens.sentences.size(), 2) && !discourse.who.provinces.empty();
       ++s) {
    const Phrase line(tokens.tokens, tokens.sentences[s].begin, tokens.sentences[s].end);
    const bool headline = s == 0 && tokens.ends_paragraph(0);
    if (s == 1 && !tokens.ends_paragraph(0)) break;
    const auto place = [&](std::size_t i) {
      std::size_t end = i;
      const auto* found = province_at(discourse.who.provinces, line, i, end);
      const bool tells = (headline && !line.is_any(i - 1, "to|in|at")) || line.is(end, "'s") ||
                         line.ends_before_any(i, "province of|trade of|exports of|imports of") ||
                         (line.can(end, use::finite | use::auxiliary) && !line.can(i - 1, use::preposition));
      return found && tells ? found->second : EconomyCode{};
    };
    for (std::size_t i = line.begin(); i < line.end(); ++i)
      if (const EconomyCode country = place(i); !country.empty()) {
        counts.try_emplace(country, 0, static_cast<int>(counts.size())).first->second.first -= 8;
        freely.insert(country);
        s = 2;
        break;
      }
  }
  // A text that names no country, but places of one: "Of the border posts, Muse topped the list"
  if (const auto& places = discourse.who.provinces;
      counts.empty() && !places.empty() && std::ranges::all_of(places, [&](const auto& place) {
        return !place.second.empty() && place.second == places.begin()->second;
      }))
    counts[places.begin()->second] = {-1, 0}, freely.insert(places.begin()->second);
  // Where it was written says whose economy it tells of, whether it names it or not.
  discourse.who.dateline = discourse.who.reporter.empty() ? dateline(tokens, parties) : discourse.who.reporter;
  if (discourse.who.dateline.empty()) discourse.who.dateline = counts_itself;
  // A text that names nobody whose trade it could be is of whom its figures are published by: "Stats NZ said".
  discourse.who.offices = lexicon.offices_in(all);
  if (discourse.who.dateline.empty() && freely.empty() && !discourse.who.offices.empty())
    discourse.who.dateline = discourse.who.offices.front();
  // ... unless it names others and not it: "Santiago - Investment in Latin America rose, ECLAC said"
  if (const EconomyCode& here = discourse.who.dateline;
      discourse.who.reporter.empty() && !freely.empty() && !counts.contains(here) && here != discourse.who.home &&
      std::ranges::find(discourse.who.offices, here) == discourse.who.offices.end())
    discourse.who.dateline = {};
  if (!discourse.who.dateline.empty()) {
    counts.try_emplace(discourse.who.dateline, 0, static_cast<int>(counts.size())).first->second.first -= 8;
    freely.insert(discourse.who.dateline);
  }
  std::vector<std::pair<std::pair<int, int>, EconomyCode>> order;
  order.reserve(counts.size());
  for (const auto& [code, count] : counts) order.emplace_back(count, code);
  std::ranges::sort(order);
  // Who is only ever traded with is not who trades.
  if (freely.empty() && order.size() > 1)
    // ... unless nobody else does: the one that the text trades with least plainly
    std::erase_if(order, [&](const auto& entry) { return partners.contains(entry.second); });
  else if (order.size() > 1)
    std::erase_if(order, [&](const auto& entry) { return !freely.contains(entry.second); });
  discourse.who.alone = counts.size() == 1;
  // "Premier heads to China", above a text on Peru's trade
  const bool titled_other =
      counts.size() == 2 && tokens.ends_paragraph(0) && !all.is(tokens.sentences[0].end - 1, ".") && !order.empty() &&
      std::ranges::any_of(parties.front(), [&](const auto& party) { return party.name.code != order[0].second; });
  discourse.who.two =
      titled_other || order.size() == 2 || (order.size() > 2 && order[1].first.first < order[2].first.first);
  if (!order.empty()) discourse.who.main = order[0].second;
  // "Foreign investment fell by 11 percent. Global FDI rose, and FDI in Africa jumped": of all the world's
  if (freely.empty() && discourse.who.home.empty() && tells_of_the_world(all)) discourse.who.main = world_total;
  if (order.size() > 1) discourse.who.second = order[1].second;
  discourse.who.speaker = speaker(tokens, parties, order, for_a_part, discourse);
  if (discourse.who.speaker == unnamed_party) discourse.who.main = unnamed_party;
  // "SEOUL: Exports rose. Those to China ...": whom a text only trades with is not whom it is about.
  if (!discourse.who.dateline.empty() && discourse.who.main != discourse.who.dateline &&
      !freely.contains(discourse.who.main))
    discourse.who.second = std::exchange(discourse.who.main, discourse.who.dateline);
  int earliest = static_cast<int>(counts.size());
  int earliest_bloc = earliest;
  for (const auto& [code, count] : counts) {
    if (code != discourse.who.main && count.second < earliest)
      earliest = count.second, discourse.who.counterpart = code;
    if (lexicon.is_bloc(code) && count.second < earliest_bloc)
      earliest_bloc = count.second, discourse.who.bloc_to_come = code;
  }
  // Named but once each, none of them is what the text is about: "as trading with China, Taiwan and Japan expanded".
  const bool home_named = counts.contains(discourse.who.home);
  if (!discourse.who.home.empty() && (order.empty() || order[0].first.first >= -2 || home_named) &&
      discourse.who.main != discourse.who.home) {
    discourse.who.second = discourse.who.main;
    discourse.who.main = discourse.who.home;
  }
}

// A text that gives one series two figures for one time has been misread, in the one or the other: "the top ten exports
// totalled $38 billion" beside "exports totalled $47 billion".
void doubt_contradicting_figures(std::vector<Statement>& statements) {
  const auto is_amount = [](const Statement& one) {
    return one.kind == StatementKind::level || one.kind == StatementKind::threshold;
  };
  const auto what = [&](const Statement& one) {
    const Period against = one.compared_with.value_or(Period{});
    const auto view = [](const std::string& text) { return std::string_view(text); };
    return std::tuple(is_amount(one) ? StatementKind::level : one.kind, view(one.subject.text), view(one.partner.text),
                      view(one.flow), view(one.measure), view(one.product), view(one.among), view(one.value.unit),
                      one.period.first, one.period.last, one.period.open_start, against.first, against.last);
  };
  std::map<decltype(what(statements.front())), std::vector<Statement*>> same;
  for (auto& one : statements)
    if ((is_amount(one) || one.kind == StatementKind::growth || one.kind == StatementKind::share) && !one.planned)
      same[what(one)].push_back(&one);
  for (auto& [series, figures] : same)
    for (std::size_t k = 1; k < figures.size(); ++k)
      if (!figures[k]->value.interval.meets(figures.front()->value.interval))
        for (auto* one : figures) one->doubtful = true;
}

// A headline tells what the text will tell again, and leaves out when: "Exports to Uganda grow 45 percent".
// ... and whose: it names some of those that the text does, or nobody.
void complete_headline(std::vector<Statement>& statements, const TokenizedText& tokens,
                       const std::vector<EconomyCode>& named) {
  // "Euro area surplus €18.7 bn / €5.0 bn deficit for EU28": a second line of it
  std::size_t lines = 0;
  constexpr std::size_t most_lines = 2;
  const auto is_line = [&](std::size_t s) {
    if (!tokens.ends_paragraph(s)) return false;
    const Sentence& line = tokens.sentences[s];
    const std::string& end = tokens.tokens[line.end - 1].text;
    return end != "." && end != "\"" && tokens.tokens[line.begin].text != "-";
  };
  while (lines < most_lines && is_line(lines)) ++lines;
  if (lines == 0) return;
  const Token& last = tokens.tokens[tokens.sentences[lines - 1].end - 1];
  const auto in_headline = [&](const Statement& one) { return one.place.begin < last.place.end; };
  const auto dated = [&](const Statement& one) {
    return !in_headline(one) && one.period.known() && one.kind != StatementKind::count &&
           one.kind != StatementKind::date && one.kind != StatementKind::milestone && !one.compared_with;
  };
  for (auto& head : statements) {
    if (!in_headline(head)) break;
    // "Railway carries 14 million tonnes"
    if (head.kind == StatementKind::count && head.period_assumed)
      for (const auto& one : statements)
        if (!in_headline(one) && one.kind == head.kind && one.value.unit == head.value.unit &&
            one.value.interval.meets(head.value.interval)) {
          head.period = one.period;
          break;
        }
    // "Vietnam trade jumps 37 percent", above "Cambodia's trade with Vietnam grew by more than 37 percent"; "Trade to
    // grow by 4 percent", above "World trade is set to grow by 4 percent"
    if (const auto told = std::ranges::find_if(
            statements,
            [&](const Statement& one) {
              return !in_headline(one) && one.kind == head.kind && one.flow == head.flow && !one.subject.empty() &&
                     (one.product == head.product || one.flow.empty() || (head.product.empty() && !named.empty())) &&
                     one.value.unit == head.value.unit && one.value.interval.meets(head.value.interval);
            });
        told != statements.end() && !(named_party(head.subject) && named_party(head.partner)) &&
        std::ranges::all_of(named,
                            [&](const EconomyCode& code) { return code == told->subject || code == told->partner; }))
      head.subject = told->subject, head.partner = told->partner;
    if (head.kind == StatementKind::count || head.kind == StatementKind::date || head.kind == StatementKind::milestone)
      continue;
    const auto same = [&](const Statement& one) {
      return dated(one) && one.kind == head.kind && one.value.unit == head.value.unit &&
             one.value.interval.meets(head.value.interval) && one.flow == head.flow;
    };
    const auto again = std::ranges::find_if(statements, same);
    // "up 2 percent in first quarter", "$2 billion after August", above the same figure of a fiscal quarter, of eight
    // months: of these
    const bool told_otherwise =
        head.period_assumed && again != statements.end() && head.kind != StatementKind::rank &&
        again->period.last_year() == head.period.last_year() && !head.period.is_year() &&
        std::ranges::none_of(statements, [&](const Statement& one) { return same(one) && one.period == head.period; });
    if (head.period.known() && !told_otherwise &&
        (head.kind != StatementKind::rank || !head.period_assumed || !head.period.is_year()))
      continue;
    // "Chile stays Peru's top partner", above "Trade with Chile was $5 billion in the first half": of that time
    const auto first = again != statements.end() ? again : std::ranges::find_if(statements, [&](const Statement& one) {
      return dated(one) && one.flow == head.flow && one.measure == head.measure &&
             (head.kind != StatementKind::rank || one.subject == head.subject);
    });
    if (first == statements.end()) continue;
    // ... not that of "August's surplus was revised", behind a lead on September
    const auto lead = std::ranges::find_if(
        statements, [&](const Statement& one) { return dated(one) && one.measure == head.measure; });
    const bool older =
        again == statements.end() && head.kind != StatementKind::rank && lead->period.last > first->period.last;
    head.period = older ? lead->period : first->period, head.period_assumed = true;
  }
}

// "China-ASEAN trade up 7.2%", told before any amount: in the currency of the amounts that follow.
void count_growth_in_the_first_currency(std::vector<Statement>& statements) {
  const auto amount = std::ranges::find_if(statements, [](const Statement& one) {
    return one.kind == StatementKind::level || one.kind == StatementKind::threshold ||
           one.kind == StatementKind::change;
  });
  if (amount == statements.end() || !is_currency_code(amount->value.unit)) return;
  for (auto& one : statements)
    if (one.kind == StatementKind::growth && one.basis.empty()) one.basis = amount->value.unit;
}

}  // namespace

ArticleReading Reader::read(const Article& article) const {
  ArticleReading result;
  const TokenizedText tokens = tokenize(article.text);
  Discourse discourse;
  discourse.when.published = article.published;
  discourse.who.reporter = article.reporter;
  std::vector<std::vector<PartyMention>> parties;  // of each sentence
  parties.reserve(tokens.sentences.size());
  for (const auto& sentence : tokens.sentences)
    parties.push_back(find_parties(Phrase(tokens.tokens, sentence.begin, sentence.end), *lexicon_));
  take_europe_for_the_union(tokens, parties);
  std::vector<EconomyCode> in_headline;
  if (!parties.empty())
    for (const auto& party : parties.front())
      if (party.by_name()) in_headline.push_back(party.name.code);
  const Phrase all(tokens.tokens, 0, tokens.tokens.size());
  const auto money_named = lexicon_->currencies_in(all);
  find_main_parties(tokens, all, parties, money_named, *lexicon_, discourse);
  discourse.who.titled = titled(tokens, parties);
  discourse.dollar = own_dollar(tokens, parties, money_named, discourse);
  for (std::size_t i = 1; i < tokens.tokens.size(); ++i) {
    const Token &before = tokens.tokens[i - 1], &token = tokens.tokens[i];
    if (token.kind == TokenKind::word && token.capital && token.uses == 0 && before.kind == TokenKind::word &&
        !before.capital)
      discourse.who.names.insert(token.text);
  }
  for (std::size_t s = 0; s < tokens.sentences.size(); ++s) {
    const Sentence& sentence = tokens.sentences[s];
    discourse.begin_paragraph(sentence.paragraph);
    read_sentence(article.text, Phrase(tokens.tokens, sentence.begin, sentence.end), std::move(parties[s]), *lexicon_,
                  discourse, result);
  }
  complete_headline(result.statements, tokens, in_headline);
  count_growth_in_the_first_currency(result.statements);
  doubt_contradicting_figures(result.statements);
  return result;
}

}  // namespace tradewind
