#include "tradewind/statements/lexicon.hpp"

#include <algorithm>

#include "tradewind/statements/parties.hpp"

namespace tradewind {

namespace {

// "US exports to the Caribbean Community": groups without a code, so that nobody else is taken for whom they stand for.
constexpr std::string_view groups_without_a_code[] = {"Caribbean Community",
                                                      "CARICOM",
                                                      "East African Community",
                                                      "EAC",
                                                      "Commonwealth of Independent States",
                                                      "CIS",
                                                      "ECOWAS",
                                                      "Economic Community of West African States",
                                                      "SADC",
                                                      "Southern African Development Community",
                                                      "COMESA",
                                                      "Common Market for Eastern and Southern Africa",
                                                      "Pacific Alliance",
                                                      "Andean Community",
                                                      "Pacific Islands Forum"};

// "P5 billion", "R5 billion", but "at 5 p.m."
bool small_letter(const Phrase& phrase, std::size_t begin, std::size_t end) {
  return end == begin + 1 && phrase.is_word(begin) && phrase.word(begin).size() == 1 && !phrase.capital(begin);
}

// The one economy whose money it is. The whole world counts in dollars; of several that use another ("Australian
// dollar", "Swiss franc") it is the one that it is named after.
EconomyCode home(const Currency& currency, const World& world) {
  if (currency.economies.size() == 1) return currency.economies.front();
  if (currency.code == "USD") return {};
  for (const auto& code : currency.economies)
    if (const Economy* economy = world.economy(code)) {
      const auto names = [&](const std::string& name) { return currency.name.starts_with(name); };
      if (names(economy->name) || std::ranges::any_of(economy->demonyms, names)) return code;
    }
  return {};
}

}  // namespace

template <class Value>
void Lexicon::add(Index<Value>& index, std::string_view name, Value value) {
  const TokenizedText text = tokenize(name);
  if (text.tokens.empty()) return;
  const Token& first = text.tokens.front();
  Entry<Value> entry{{}, text.tokens.size() == 1 && first.upper && name.size() <= 5, !first.capital, std::move(value)};
  for (const auto& token : text.tokens) entry.words.push_back(token.text);
  if (entry.lower_too) lower_[static_cast<unsigned char>(entry.words.front().front())] = true;
  const std::string& word = entry.words.front();
  index.shapes[static_cast<unsigned char>(word.front())] |= first.shape;
  index.by_first_word[word].push_back(std::move(entry));
}

namespace {

// "the exports of Cambodia to china", "trade with japan": a name in small letters, where only a name can stand.
bool named_in_small_letters(const Phrase& phrase, std::size_t i) {
  return i >= phrase.begin() + 2 && phrase.is_any(i - 1, "to|from|with") && phrase.word(i).size() >= 4 &&
         (phrase.can(i - 2, use::measure) || (phrase.capital(i - 2) && phrase.is_any(i - 3, "of|from"))) &&
         !phrase.is_any(i, "turkey|chad|guinea|jordan|mali|togo|cuba");
}

}  // namespace

template <class Value>
const Value* Lexicon::longest(const Index<Value>& index, const Phrase& phrase, std::size_t i, std::size_t& end,
                              bool capitals) const {
  if (!phrase.inside(i)) return nullptr;
  const Token& token = phrase.token(i);
  const bool low = capitals && !token.capital && !named_in_small_letters(phrase, i);
  if (low && !lower_[static_cast<unsigned char>(token.text.front())]) return nullptr;
  if (!index.may_begin_with(token)) return nullptr;
  const auto found = index.by_first_word.find(token.text);
  if (found == index.by_first_word.end()) return nullptr;
  const Value* best = nullptr;
  std::size_t length = 0;
  for (const auto& entry : found->second) {
    if (entry.words.size() <= length) continue;
    if (entry.upper_only && !phrase.token(i).upper) continue;
    if (low && !entry.lower_too) continue;
    // "Asia Pacific", "Asia-Pacific": with a hyphen or without.
    std::size_t at = i;
    bool same = true;
    for (const auto& word : entry.words) {
      if (word == "-") continue;
      if (phrase.is(at, "-") && at > i && !phrase.token(at).space_before) ++at;
      same = phrase.is(at, word);
      if (!same) break;
      ++at;
    }
    if (!same || at - i <= length) continue;
    best = &entry.value;
    length = at - i;
  }
  if (best) end = i + length;
  return best;
}

template <class Value, class Found>
void Lexicon::all_in(const Phrase& phrase, const Index<Value>& index, bool capitals, const Found& found) const {
  for (std::size_t i = phrase.begin(); i < phrase.end();) {
    std::size_t end = i + 1;
    if (index.may_begin_with(phrase.token(i)))
      if (const Value* value = longest(index, phrase, i, end, capitals)) found(i, end, *value);
    i = end;
  }
}

Lexicon::Lexicon(const World& world) : world_(world) {
  const auto add_party = [this](const auto& party, bool bloc) {
    add(parties_, party.name, PartyName{party.code, NameRole::name, bloc});
    for (const auto& alias : party.aliases) add(parties_, alias, PartyName{party.code, NameRole::name, bloc});
    for (const auto& demonym : party.demonyms) add(parties_, demonym, PartyName{party.code, NameRole::demonym, bloc});
  };
  for (const auto& economy : world_.economies()) {
    add_party(economy, false);
    for (const auto& capital : economy.capitals)
      add(parties_, capital, PartyName{economy.code, NameRole::capital, false});
    for (const auto& office : economy.offices) add(offices_, office, economy.code);
    for (const auto& province : economy.provinces) add(provinces_, province, economy.code);
  }
  for (const auto& bloc : world_.blocs()) {
    if (bloc.code == world_total) continue;
    add_party(bloc, true);
    // "EU", "RCEP": the code itself is a name where people use it so.
    if (bloc.code.text.size() <= 6) add(parties_, bloc.code.text, PartyName{bloc.code, NameRole::name, true});
  }
  for (const std::string_view name : groups_without_a_code)
    add(parties_, name, PartyName{unnamed_party, NameRole::name, true});
  for (const auto& agreement : world_.agreements()) {
    add(parties_, agreement.name, PartyName{agreement.code, NameRole::agreement, false});
    for (const auto& alias : agreement.aliases)
      add(parties_, alias, PartyName{agreement.code, NameRole::agreement, false});
  }
  for (const auto& currency : world_.currencies()) {
    for (const auto& symbol : currency.symbols) add(currencies_, symbol, currency.code);
    for (const auto& alias : currency.aliases) add(currencies_, alias, currency.code);
    add(currencies_, currency.code, currency.code);
    homes_.emplace(currency.code, home(currency, world_));
  }
}

const PartyName* Lexicon::party_at(const Phrase& phrase, std::size_t i, std::size_t& end) const {
  // Names are written with a capital; "turkey" and "china" are not places.
  return longest(parties_, phrase, i, end, true);
}

const std::string* Lexicon::currency_at(const Phrase& phrase, std::size_t i, std::size_t& end) const {
  std::size_t behind = end;
  const std::string* currency = longest(currencies_, phrase, i, behind, false);
  if (!currency || small_letter(phrase, i, behind)) return nullptr;
  end = behind;
  return currency;
}

std::vector<CurrencyMention> Lexicon::currencies_in(const Phrase& phrase) const {
  std::vector<CurrencyMention> found;
  all_in(phrase, currencies_, false, [&](std::size_t begin, std::size_t end, const std::string& currency) {
    if (!small_letter(phrase, begin, end)) found.push_back({begin, end, &currency});
  });
  return found;
}

std::vector<EconomyCode> Lexicon::offices_in(const Phrase& phrase) const {
  std::vector<EconomyCode> found;
  all_in(phrase, offices_, true,
         [&](std::size_t, std::size_t, const EconomyCode& economy) { found.push_back(economy); });
  return found;
}

const Provinces::value_type* province_at(const Provinces& provinces, const Phrase& phrase, std::size_t i,
                                         std::size_t& end) {
  const Provinces::value_type* longest = nullptr;
  if (provinces.empty() || !phrase.capital(i)) return longest;
  std::string name;
  for (std::size_t k = i; phrase.is_word(k) || phrase.is(k, "-"); ++k) {
    name = phrase.in_print(i, k + 1);
    const auto here = provinces.lower_bound(name);
    if (here == provinces.end() || !here->first.starts_with(name)) break;
    if (here->first == name) longest = &*here, end = k + 1;
  }
  return longest;
}

EconomyCode country_of(const Provinces& provinces, const std::string& name) {
  const auto found = provinces.find(name);
  return found == provinces.end() ? EconomyCode{} : found->second;
}

Provinces Lexicon::provinces_in(const Phrase& phrase) const {
  Provinces found;
  all_in(phrase, provinces_, true, [&](std::size_t begin, std::size_t end, const EconomyCode& economy) {
    if (phrase.token(begin).uses == 0) found.emplace(phrase.in_print(begin, end), economy);
  });
  return found;
}

EconomyCode Lexicon::home_of(const std::string& currency) const {
  const auto found = homes_.find(currency);
  return found == homes_.end() ? EconomyCode{} : found->second;
}

EconomyCode Lexicon::bloc_of(int members) const {
  // Texts count as of their own day; a bloc's size changes by one at a time.
  static constexpr Date days[] = {{std::chrono::year{2024}, std::chrono::month{6}, std::chrono::day{1}},
                                  {std::chrono::year{2025}, std::chrono::month{12}, std::chrono::day{1}}};
  EconomyCode found;
  for (const auto& bloc : world_.blocs()) {
    if (!bloc.ranked_as_one) continue;
    const bool fits = std::ranges::any_of(
        days, [&](const Date& day) { return static_cast<int>(world_.members(bloc.code, day).size()) == members; });
    if (!fits) continue;
    if (!found.empty()) return {};
    found = bloc.code;
  }
  return found;
}

bool Lexicon::is_bloc(const EconomyCode& code) const { return world_.bloc(code) != nullptr; }

}  // namespace tradewind
