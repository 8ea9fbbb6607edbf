// Choices of words in one literal: the glance that tells most words apart never changes what is found.
#include "tradewind/statements/any_of.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "tradewind/statements/phrase.hpp"

namespace tradewind {
namespace {

const std::string_view text =
    "On a year-on-year basis exports rose 5 percent, and imports fell; the first-half surplus of last year was the "
    "year before's, thanks to chips - up from a year earlier";

std::vector<std::string_view> alternatives(AnyOf any) {
  std::vector<std::string_view> found;
  for (std::string_view left = any.text(); !left.empty();) found.push_back(AnyOf::next(left));
  return found;
}

TEST(AnyOf, FindsWhatLookingAtEachAlternativeFinds) {
  const TokenizedText tokenized = tokenize(text);
  const Phrase phrase(tokenized.tokens, 0, tokenized.tokens.size());
  const std::vector<AnyOf> choices = {"rose|fell|grew",
                                      "year on year|a year|a year earlier|on year",
                                      "the year before|the first half|thanks to|year",
                                      "earlier",
                                      ",|;|-",
                                      "of last year|last|5",
                                      "up from|up from a year earlier and later"};
  std::size_t found = 0;
  for (const AnyOf any : choices)
    for (std::size_t i = 0; i <= phrase.end() + 1; ++i) {
      bool is = false, ends = false;
      std::size_t longest = 0;
      for (const std::string_view one : alternatives(any)) {
        is = is || phrase.is(i, one);
        ends = ends || phrase.ends_before(i, one);
        longest = std::max(longest, phrase.match(i, one));
      }
      EXPECT_EQ(phrase.is_any(i, any), is) << any.text() << " at " << i;
      EXPECT_EQ(phrase.match_any(i, any), longest) << any.text() << " at " << i;
      EXPECT_EQ(phrase.ends_before_any(i, any), ends) << any.text() << " before " << i;
      found += longest > 0 ? 1 : 0;
    }
  EXPECT_GE(found, 15U);
}

TEST(AnyOf, TakesTheLongest) {
  const TokenizedText tokenized = tokenize("up 5 percent from a year-earlier");
  const Phrase phrase(tokenized.tokens, 0, tokenized.tokens.size());
  EXPECT_EQ(phrase.match_any(4, "a|a year|a year earlier"), tokenized.tokens.size());
}

}  // namespace
}  // namespace tradewind
