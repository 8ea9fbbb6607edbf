/// The clauses of a sentence: where each begins, what it hangs on, where its verb stands. Cut by marks, joining words
/// and the forms of verbs, without a model of the whole language:
///
///     [Exports rose 5 percent] [, up from 3 percent a year earlier,] [while imports, [which ...,] fell]
///
/// What a clause leaves out is looked for where it hangs.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "tradewind/statements/parts.hpp"

namespace tradewind {

enum class Link : std::uint8_t {
  main,        ///< begins the sentence, or what somebody said
  also,        ///< beside another: "and imports fell", "while imports fell"
  shared,      ///< beside another with the same subject: "and rose 5 percent", "and earned a surplus"
  gapped,      ///< beside another with the same verb: "and imports 5 percent", "Myanmar 87 billion baht"
  participle,  ///< of what stands before it: ", up 5 percent", "reaching $5 billion", "an increase of"
  relative,    ///< of the noun before it: "which rose 5 percent"
  with,        ///< "with exports rising 5 percent": a subject of its own within another clause
  brackets,    ///< "(up 5 percent)"
  cause,       ///< "thanks to higher exports of cars", "according to data on trade": says nothing of the figures around
};

struct Clause {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t begin = 0, end = 0;  ///< tokens; clauses within it lie between
  Link link = Link::main;
  std::size_t parent = none;  ///< the clause that it hangs on or stands beside; none for the first
  std::size_t verb = none;    ///< its first verb; none where it has none
  bool figure = false;        ///< there is a quantity in it
};

struct Clauses {
  std::vector<Clause> all;
  std::vector<std::uint16_t> of_token;  ///< from the sentence's first token on
  std::size_t first = 0;                ///< that token

  /// The clause of a token; of the last one for a place outside of the sentence.
  std::size_t at(std::size_t token) const { return of_token[std::min(token - first, of_token.size() - 1)]; }
  const Clause& operator[](std::size_t index) const { return all[index]; }
  std::size_t size() const { return all.size(); }
};

Clauses find_clauses(const Parts& parts);

/// Whether the verb form at a token carries a clause: "rose", "was", "totalled"; not "the increased exports",
/// "exports".
bool carries_clause(const Parts& parts, std::size_t i);
/// The token behind the noun phrase that begins at `i` ("the country's total exports", "oil and gas"); `i` when there
/// is none.
std::size_t noun_phrase_end(const Parts& parts, std::size_t i);

}  // namespace tradewind
