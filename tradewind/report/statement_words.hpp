/// A checked statement in the words that every output uses: who, what, when, how much, and how many of each verdict.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "tradewind/statements/verdict.hpp"

namespace tradewind {

inline constexpr std::array<Verdict, 4> verdicts = {Verdict::confirmed, Verdict::consistent, Verdict::contradicted,
                                                    Verdict::no_evidence};

/// A mark that tells verdicts apart without colour: ✓ ≈ ✗ ?
std::string_view symbol(Verdict verdict);

/// "China - ASEAN", "China", or nothing; world totals are "China - world".
std::string who_in_words(const Statement& statement, const World& world);
/// "growth: exports of durian", a bare measure for a level.
std::string what_in_words(const Statement& statement);
/// The period, "" when unknown, with a mark where the text does not say it: "August 2025 (assumed)".
std::string when_in_words(const Statement& statement);
/// "4.93 trillion yuan", "at least 100 billion USD", "-3 percent", "no. 1".
std::string amount_in_words(const Statement& statement);
/// An interval with its unit: "4.925 to 4.935 trillion CNY".
std::string in_words(const Value& value);

struct VerdictCounts {
  std::size_t statements = 0, unread = 0;
  std::array<std::size_t, 4> of{};  ///< by verdict
  std::size_t operator[](Verdict verdict) const { return of[static_cast<std::size_t>(verdict)]; }
};
VerdictCounts count_verdicts(const CheckedArticle& article);
/// "20 statements: 14 confirmed, 3 consistent, 1 contradicted, 2 no evidence; 1 number unread".
std::string in_words(const VerdictCounts& counts);
/// With a capital letter at the beginning.
std::string capitalised(std::string text);

}  // namespace tradewind
