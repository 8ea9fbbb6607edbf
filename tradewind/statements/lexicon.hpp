/// The names that the reader finds in text: economies, blocs, agreements and currencies of a world, by their first
/// word.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tradewind/statements/phrase.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind {

enum class NameRole { name, demonym, capital, agreement };

struct PartyName {
  EconomyCode code;
  NameRole role = NameRole::name;
  bool bloc = false;
};

/// A name found in text: tokens [begin, end).
struct PartyMention {
  std::size_t begin = 0, end = 0;
  PartyName name;
  bool possessive = false;  ///< "China's", "its"
  bool anaphor = false;     ///< "the bloc", "the country", "its": stands for a party named before
  enum Which { any, former, latter } which = any;  ///< "the former", "the latter": of the two named last
  bool pronoun = false;                            ///< of these, "its", "it" and "them"
  bool speaker = false;                            ///< "our", "we", "us": those whose the text is
  int counted = 0;                                 ///< "the three countries": how many
  EconomyCode by_size{};  ///< where none was named before: the bloc of that size, whom the sentence is about

  /// Names an economy or bloc itself: neither a word for one named before, nor an agreement, nor a capital.
  bool by_name() const { return !anaphor && name.role != NameRole::agreement && name.role != NameRole::capital; }
};

/// A currency's name or symbol found in text: tokens [begin, end), its ISO code.
struct CurrencyMention {
  std::size_t begin = 0, end = 0;
  const std::string* currency = nullptr;
};

/// Provinces, states and cities as texts print them, and whose they are.
using Provinces = std::map<std::string, EconomyCode, std::less<>>;

/// The longest of them that begins at token `i`, up to token `end`; null where none does.
const Provinces::value_type* province_at(const Provinces& provinces, const Phrase& phrase, std::size_t i,
                                         std::size_t& end);

/// Whose one of them is; empty where it is none, or its country is not known.
EconomyCode country_of(const Provinces& provinces, const std::string& name);

class Lexicon {
 public:
  explicit Lexicon(const World& world);

  /// The longest name of an economy, bloc or agreement that begins at token `i`, if any.
  const PartyName* party_at(const Phrase& phrase, std::size_t i, std::size_t& end) const;
  /// The longest currency name or symbol that begins at token `i`: its ISO code; null when there is none.
  const std::string* currency_at(const Phrase& phrase, std::size_t i, std::size_t& end) const;

  /// All of these in a text.
  std::vector<CurrencyMention> currencies_in(const Phrase& phrase) const;
  /// Whose statistics or customs offices a text names, one after the other.
  std::vector<EconomyCode> offices_in(const Phrase& phrase) const;

  /// The provinces, states and cities of the world's tables that a text names.
  Provinces provinces_in(const Phrase& phrase) const;

  /// The one economy whose money it is; empty where several use it.
  EconomyCode home_of(const std::string& currency) const;
  /// The bloc of so many members that statistics rank as one; empty where there is none, or more than one.
  EconomyCode bloc_of(int members) const;
  bool is_bloc(const EconomyCode& code) const;
  const World& world() const { return world_; }

 private:
  template <class Value>
  struct Entry {
    std::vector<std::string> words;
    bool upper_only = false;  // abbreviations ("US") count only in capitals
    bool lower_too = false;   // "euro area" is written without a capital
    Value value;
  };
  // Names by their first words. Most words begin none, which their first letter and shape tell.
  template <class Value>
  struct Index {
    std::unordered_map<std::string, std::vector<Entry<Value>>> by_first_word;
    std::array<std::uint64_t, 256> shapes{};

    bool may_begin_with(const Token& token) const {
      return (shapes[static_cast<unsigned char>(token.text.front())] & token.shape) != 0;
    }
  };

  template <class Value>
  void add(Index<Value>& index, std::string_view name, Value value);
  template <class Value>
  const Value* longest(const Index<Value>& index, const Phrase& phrase, std::size_t i, std::size_t& end,
                       bool capitals) const;
  template <class Value, class Found>
  void all_in(const Phrase& phrase, const Index<Value>& index, bool capitals, const Found& found) const;

  World world_;
  std::array<bool, 256> lower_{};  // first letters of the names that are written without a capital
  Index<PartyName> parties_;
  Index<std::string> currencies_;
  Index<EconomyCode> offices_, provinces_;
  std::unordered_map<std::string, EconomyCode> homes_;  // by currency
};

}  // namespace tradewind
