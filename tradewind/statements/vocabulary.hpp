/// What a word of the press's English can do in a sentence: the closed classes of grammar, and the verbs, nouns and
/// adjectives that figures of trade are told in. One look-up a word; a word that is not listed is taken for a noun, or
/// by its ending for an adverb or a participle.
#pragma once
#include <cstdint>
#include <string_view>

namespace tradewind {

/// Bits of what a word can be. Several may be set: "increase" is a noun of change and a verb.
using Uses = std::uint64_t;

namespace use {
constexpr Uses bit(int n) { return Uses{1} << n; }
// grammar
constexpr Uses determiner = bit(0);    ///< "the", "its", "each"
constexpr Uses pronoun = bit(1);       ///< "it", "they", "those"
constexpr Uses preposition = bit(2);   ///< "of", "with"
constexpr Uses conjunction = bit(3);   ///< "and", "or", "but"
constexpr Uses subordinator = bit(4);  ///< "while", "whereas", "because"
constexpr Uses relative = bit(5);      ///< "which", "whose"
constexpr Uses auxiliary = bit(6);     ///< "has", "was", "will"
constexpr Uses adverb = bit(7);        ///< "also", "slightly"
constexpr Uses adjective = bit(8);     ///< says nothing of what is traded: "bilateral", "strong"
// forms of verbs
constexpr Uses verb = bit(9);         ///< any form of a listed verb
constexpr Uses finite = bit(10);      ///< a form that can carry a clause: "rose", "rises", "was"
constexpr Uses gerund = bit(11);      ///< "-ing"
constexpr Uses participle = bit(12);  ///< "risen", "driven", "increased"
// what verbs say
constexpr Uses be = bit(13);
constexpr Uses reach = bit(14);       ///< "reached", "totalled", "stood": an amount follows
constexpr Uses exceed = bit(15);      ///< "exceeded", "topped"
constexpr Uses compose = bit(16);     ///< "accounted", "represented": a share follows
constexpr Uses hold = bit(17);        ///< "recorded a surplus", "saw exports rise": whose it is stands before
constexpr Uses bring = bit(18);       ///< "resulting in", "bringing", "leaving"
constexpr Uses become = bit(19);      ///< "remained", "became", "ranked"
constexpr Uses say = bit(20);         ///< "said", "showed"
constexpr Uses trade_verb = bit(21);  ///< "exported", "bought", "spent"
constexpr Uses compare = bit(22);     ///< "compared", "outpaced"
// direction, of verbs and nouns alike
constexpr Uses up = bit(23);
constexpr Uses down = bit(24);
// nouns
constexpr Uses change_noun = bit(25);  ///< "increase", "decline", "growth"
constexpr Uses value_noun = bit(26);   ///< belongs to the measure before it: "volume", "value", "turnover"
constexpr Uses share_noun = bit(27);   ///< "share", "proportion"
constexpr Uses goods = bit(28);        ///< "cars", "semiconductors": what is traded
constexpr Uses traders = bit(29);      ///< "enterprises", "firms": a part of trade by who trades
constexpr Uses company = bit(30);      ///< stands beside a party's name: "countries", "market", "neighbouring"
constexpr Uses source = bit(31);       ///< who tells: "ministry", "customs", "data"
constexpr Uses figure_noun = bit(32);  ///< stands for the figure before: "the figure", "the amount"
constexpr Uses place = bit(33);        ///< stands for a party: "country", "bloc", "kingdom"
constexpr Uses total = bit(34);        ///< "total", "foreign", "overall": with the whole world
constexpr Uses two_sided = bit(35);    ///< "bilateral", "mutual"
constexpr Uses number = bit(36);       ///< "five", "dozen"
constexpr Uses rate_noun = bit(37);    ///< "pace", "rate": of a growth
constexpr Uses thing = bit(38);        ///< a noun that has figures of its own: "prices", "tourists", "inflation"
constexpr Uses ordinal = bit(39);      ///< "second"
constexpr Uses passive = bit(40);      ///< a participle that opens a clause of its own: "driven", "compared"
// first words of longer phrases, so that a look at one word tells where none begins
constexpr Uses time = bit(41);     ///< of a period: "the", "last", "January"
constexpr Uses ranked = bit(42);   ///< of a rank or what is ranked: "largest", "second", "trading"
constexpr Uses reason = bit(43);   ///< of a cause: "thanks", "due"
constexpr Uses measure = bit(44);  ///< of a measure: "trade", "exports", "foreign"

constexpr Uses guessed = bit(45);  ///< a verb by its ending alone
constexpr Uses buy = bit(46);      ///< "took", "absorbed": whose exports another's are, said of him
constexpr Uses sell = bit(47);     ///< "supplied", "delivered": the same of imports
constexpr Uses to_come = bit(48);  ///< said of the future: "will", "expected", "target"

constexpr Uses draw = bit(49);      ///< "attracted", "drew": what comes to whom the verb is said of
constexpr Uses noun_too = bit(50);  ///< a form of a verb that is as often a noun: "exports", "records", "plans"

constexpr Uses direction = up | down;
constexpr Uses level = reach | exceed | be;
}  // namespace use

/// The uses of a word in lower case; 0 for one that is not listed and has no telling ending.
Uses uses_of(std::string_view word);

}  // namespace tradewind
