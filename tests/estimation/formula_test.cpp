#include "tradewind/estimation/formula.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tradewind::estimation {
namespace {

std::string printed(std::string_view text) { return to_string(parse_formula(text)); }

/// The regressors of the only model, as they are printed.
std::vector<std::string> regressors(std::string_view text) {
  std::vector<std::string> names;
  const ModelSpec model = expand(parse_formula(text)).at(0);
  for (const Term& term : model.regressors) names.push_back(to_string(term));
  return names;
}

std::vector<std::string> models(std::string_view text) {
  std::vector<std::string> all;
  for (const ModelSpec& model : expand(parse_formula(text))) all.push_back(to_string(model));
  return all;
}

std::string refusal(std::string_view text) {
  try {
    parse_formula(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

using Names = std::vector<std::string>;

TEST(Formula, GravityIsReadAsItIsWritten) {
  const Formula formula = parse_formula("trade ~ log(dist) + cntg + rta | exporter^year + importer^year + pair");
  EXPECT_EQ(to_string(formula.responses.at(0)), "trade");
  EXPECT_EQ(formula.regressors.before.size(), 3u);
  ASSERT_EQ(formula.effects.before.size(), 3u);
  EXPECT_EQ(formula.effects.before[0].parts.size(), 2u);
  EXPECT_EQ(to_string(formula), "trade ~ log(dist) + cntg + rta | exporter^year + importer^year + pair");
}

TEST(Formula, AProductStandsForItsPartsAndTheirInteraction) {
  EXPECT_EQ(regressors("y ~ a*b"), (Names{"a", "b", "a:b"}));
  EXPECT_EQ(regressors("y ~ a*b*c"), (Names{"a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"}));
  EXPECT_EQ(regressors("y ~ (a + b):c"), (Names{"a:c", "b:c"}));
  EXPECT_EQ(regressors("y ~ (a + b)^2"), (Names{"a", "b", "a:b"}));
}

TEST(Formula, TermsStandAsInR) {
  EXPECT_EQ(regressors("y ~ a:b + c"), (Names{"c", "a:b"}));
  EXPECT_EQ(regressors("y ~ b + a:b"), (Names{"b", "b:a"}));
  EXPECT_EQ(regressors("y ~ x + x + x:x"), (Names{"x"}));
  EXPECT_EQ(regressors("y ~ a*b - a"), (Names{"b", "a:b"}));
}

TEST(Formula, APowerOfAColumnIsComputed) { EXPECT_EQ(regressors("y ~ x + x^2"), (Names{"x", "I(x^2)"})); }

TEST(Formula, ArithmeticKeepsTheParenthesesItNeeds) {
  EXPECT_EQ(printed("y ~ I((a+b)/c) + I(a-(b-c)) + I(-a^2) + I((-2)^a) + I(2^-a)"),
            "y ~ I((a + b)/c) + I(a - (b - c)) + I(-a^2) + I((-2)^a) + I(2^-a)");
  EXPECT_EQ(printed("y ~ I(year>=2002 & !(a|b))"), "y ~ I(year >= 2002 & !(a | b))");
  EXPECT_EQ(printed("y ~ I(year>=2002 && !(a||-b))"), "y ~ I(year >= 2002 & !(a | -b))");
  EXPECT_EQ(printed("y ~ I(code %in% c(1:3, 7)) + I(name %in% 'x')"),
            "y ~ I(code %in% c(1, 2, 3, 7)) + I(name %in% c(\"x\"))");
}

TEST(Formula, TheConstantCanBeLeftOut) {
  EXPECT_TRUE(parse_formula("y ~ x").constant);
  EXPECT_TRUE(parse_formula("y ~ 1 + x").constant);
  EXPECT_FALSE(parse_formula("y ~ 0 + x").constant);
  EXPECT_FALSE(parse_formula("y ~ x - 1").constant);
  EXPECT_FALSE(parse_formula("y ~ -1 + x").constant);
  EXPECT_EQ(models("y ~ 1 | fe"), (Names{"y ~ 1 | fe"}));
}

TEST(Formula, LagsOfSeveralOrdersAreTermsOfTheirOwn) {
  EXPECT_EQ(regressors("y ~ l(x, 1:3)"), (Names{"l(x, 1)", "l(x, 2)", "l(x, 3)"}));
  EXPECT_EQ(regressors("y ~ l(x, -1:1)"), (Names{"f(x, 1)", "x", "l(x, 1)"}));
  EXPECT_EQ(regressors("y ~ l(log(x), c(1, 4)) + d(x) + f(x)"),
            (Names{"l(log(x), 1)", "l(log(x), 4)", "d(x, 1)", "f(x, 1)"}));
  EXPECT_EQ(models("f(y, 1:2) ~ x"), (Names{"f(y, 1) ~ x", "f(y, 2) ~ x"}));
}

TEST(Formula, TheBaseOfALogarithmMayBeNamed) {
  EXPECT_EQ(regressors("y ~ log(x, base = 2)"), (Names{"log(x, 2)"}));
  EXPECT_THROW(parse_formula("y ~ log(x, bas = 2)"), InputError);
  EXPECT_THROW(parse_formula("y ~ pmin(x, base = 2)"), InputError);
}

TEST(Formula, IndicatorsHaveReferencesByNameOrPlace) {
  const auto only = [](std::string_view text) {
    return std::get<Indicators>(parse_formula(text).regressors.before.at(0).factors.at(0));
  };
  EXPECT_EQ(only("y ~ i(year, 2002)"), only("y ~ i(year, ref = 2002)"));
  EXPECT_EQ(only("y ~ i(year, treat, 2002)"), only("y ~ i(year, treat, ref = c(2002))"));
  EXPECT_EQ(only("y ~ i(year, ref = 2000:2002)").ref.size(), 3u);
  EXPECT_TRUE(only("y ~ i(year, i.sector)").with_as_values);
  EXPECT_TRUE(only("y ~ i(year, ref = TRUE)").ref_first);
}

TEST(Formula, EffectsMayHaveSlopes) {
  const auto effects = parse_formula("y ~ x | firm[size] + year[[a, b]] + a^b[x]").effects.before;
  EXPECT_TRUE(effects.at(0).intercept);
  EXPECT_FALSE(effects.at(1).intercept);
  EXPECT_EQ(effects[1].slopes.size(), 2u);
  EXPECT_EQ(effects.at(2).parts.size(), 2u);
}

TEST(Formula, SlopesOfTheSameLevelsAreOneEffect) {
  EXPECT_EQ(models("y ~ x | fe + fe[a] + fe[[b]] + fe"), (Names{"y ~ x | fe[a, b]"}));
}

TEST(Formula, NamesOfAnyKindStandInBackticks) {
  EXPECT_EQ(printed("`GDP per capita` ~ log(`2way`) + 出口"), "`GDP per capita` ~ log(`2way`) + 出口");
}

TEST(Formula, StepwiseModelsComeInTheOrderOfFixest) {
  EXPECT_EQ(models("y ~ a + sw(b, c + d)"), (Names{"y ~ a + b", "y ~ a + c + d"}));
  EXPECT_EQ(models("y ~ a + sw0(b, c)"), (Names{"y ~ a", "y ~ a + b", "y ~ a + c"}));
  EXPECT_EQ(models("y ~ csw(a, b, c)"), (Names{"y ~ a", "y ~ a + b", "y ~ a + b + c"}));
  EXPECT_EQ(models("y ~ csw0(a, b)"), (Names{"y ~ 1", "y ~ a", "y ~ a + b"}));
  EXPECT_EQ(models("y ~ mvsw(a, b, c)"),
            (Names{"y ~ 1", "y ~ a", "y ~ b", "y ~ c", "y ~ a + b", "y ~ a + c", "y ~ b + c", "y ~ a + b + c"}));
}

TEST(Formula, EffectsChangeSlowestThenDependentVariables) {
  EXPECT_EQ(models("c(y, z) ~ sw(a, b) | sw0(f, g^h)"),
            (Names{"y ~ a", "y ~ b", "z ~ a", "z ~ b", "y ~ a | f", "y ~ b | f", "z ~ a | f", "z ~ b | f",
                   "y ~ a | g^h", "y ~ b | g^h", "z ~ a | g^h", "z ~ b | g^h"}));
}

TEST(Formula, AStepwisePartStaysInItsPlace) {
  EXPECT_EQ(models("y ~ a + csw(b, c) + d"), (Names{"y ~ a + b + d", "y ~ a + b + c + d"}));
}

TEST(Formula, ColumnsAreNamedOnce) {
  EXPECT_EQ(columns_of(parse_formula("log(y) ~ log(y) + i(a, b) + sw(c, d) | e^a[f]")),
            (Names{"y", "a", "b", "c", "d", "e", "f"}));
  EXPECT_EQ(id_columns_of(parse_formula("y ~ a | a + b^c + d[e]")), (Names{"b", "c", "d"}));
}

TEST(Formula, LagsAreNoticed) {
  EXPECT_TRUE(has_lags(parse_formula("y ~ x + log(l(x))")));
  EXPECT_FALSE(has_lags(parse_formula("l ~ f + d")));
}

TEST(FormulaMistake, ACaretStandsUnderThePlace) {
  EXPECT_EQ(refusal("trade ~ sqr(dist) | exporter"),
            "formula: there is no function 'sqr'; expected a function\n"
            "  trade ~ sqr(dist) | exporter\n"
            "          ^~~\n"
            "  Nearest: sqrt");
}

TEST(FormulaMistake, TheCaretCountsColumnsOfTheTerminalNotBytes) {
  EXPECT_EQ(refusal("données ~ 出口 + + x"),
            "formula: '+' cannot stand here; expected a regressor\n"
            "  données ~ 出口 + + x\n"
            "                   ^");
}

TEST(FormulaMistake, OnlyItsOwnLineIsShown) {
  EXPECT_EQ(refusal("y ~ a +\n    b c\n | fe"),
            "formula: 'c' cannot stand here; expected '+', '|' or the end\n"
            "      b c\n"
            "        ^");
}

TEST(FormulaMistake, EachIsToldInItsOwnWords) {
  const auto says = [](std::string_view text, const char* words) {
    const std::string told = refusal(text);
    EXPECT_NE(told.find(words), std::string::npos) << text << "\n" << told;
  };
  says("", "there is no formula");
  says("   ", "there is no formula");
  says("y", "there is no '~'");
  says("~ x", "there is no dependent variable");
  says("y ~", "it ends too early");
  says("y ~ x |", "it ends too early");
  says("y ~ x | fe | x ~ z", "instrumental variables are not offered");
  says("y ~ x | x ~ z", "instrumental variables are not offered");
  says("y ~ year >= 2002", "I(year >= 2002)");
  says("y ~ (year >= 2002)", "I(year >= 2002)");
  says("y ~ x1/x2", "I(x1 / x2)");
  says("y ~ 2*x", "I(2 * x)");
  says("y ~ x^z", "fixed effects only");
  says("y ~ x | a:b", "exporter^year");
  says("y ~ x | i(a)", "a set of levels by itself");
  says("y ~ x | a[b", "']'");
  says("y ~ x | a[[b]", "']'");
  says("y ~ I(a = 1)", "'=='");
  says("y ~ I(1 < a < 2)", "do not follow one another");
  says("y ~ log()", "log has 0 arguments; expected 1 to 2");
  says("y ~ exp(a, b)", "exp has 2 arguments; expected 1");
  says("y ~ l(x, 1.5)", "no order of a lag");
  says("y ~ l(x, 1:100000)", "too long");
  says("y ~ log(l(x, 1:2))", "several lags stand inside another function");
  says("y ~ sw(a, b) + sw(c, d)", "second stepwise part");
  says("y ~ x:sw(a, b)", "outside other functions");
  says("y ~ sw()", "is empty");
  says("y ~ i(a, bin = 3)", "binning is not offered");
  says("y ~ i(a, ref2 = 3)", "there is none");
  says("y ~ i(a, ref = 20,0)", "expected ref =");
  says("y ~ offset(x)", "--offset");
  says("y ~ .", "not offered");
  says("y ~ x + \"z\"", "a text is no regressor");
  says("y ~ `x", "is not closed");
  says("y ~ 2way", "does not begin with a digit");
  says("y ~ x # z", "'#' has no meaning");
  says("y ~ x \xE2\x88\x92 z", "only looks like -");
  says("y ~ x\xFFz", "no UTF-8");
  says("y ~ 1e999", "out of range");
  says("y ~ x | fe - ge", "cannot be taken away");
}

TEST(FormulaMistake, NoTextIsTooDeepOrTooLarge) {
  EXPECT_NE(refusal("y ~ " + std::string(50'000, '(') + "x").find("nested too deeply"), std::string::npos);
  EXPECT_NE(refusal("y ~ I(" + std::string(50'000, '-') + "x)").find("nested too deeply"), std::string::npos);
  std::string sum = "y ~ I(x";
  for (int k = 0; k < 20'000; ++k) sum += "+x";
  EXPECT_NE(refusal(sum + ")").find("too many operators"), std::string::npos);
  EXPECT_NE(refusal("y ~ a*b*c*d*e*g*h*j*k*m*n*o*p*q*r*s").find("too many terms"), std::string::npos);
  EXPECT_NE(refusal("y ~ mvsw(a,b,c,d,e,g,h,j,k,m,n,o,p,q,r,s)").find("2^16 models"), std::string::npos);
  EXPECT_NE(refusal(std::string(1'000'000, 'y')).find("bytes"), std::string::npos);
}

TEST(Expression, StandsOutsideFormulasToo) {
  EXPECT_EQ(to_string(parse_expression("pop / 1e6", "--weights")), "pop/1000000");
  EXPECT_EQ(to_string(parse_combination("exporter ^ year", "cluster")), "exporter^year");
  EXPECT_THROW(parse_expression("pop +", "--weights"), InputError);
  EXPECT_THROW(parse_combination("a + b", "cluster"), InputError);
}

// --- any formula ---

rc::Gen<Expression> any_expression(int depth) {
  using Kind = Expression::Kind;
  const auto column =
      rc::gen::map(rc::gen::element<std::string>("x", "GDP per capita", "出口", "l", "TRUE", ".a", "2way", "x_1"),
                   [](const std::string& name) {
                     return Expression{Kind::column, name, 0, {}, {}};
                   });
  const auto number = rc::gen::map(rc::gen::element(0.0, 1.0, 2.5, -3.0, 1e300, 1e-7), [](double value) {
    return Expression{Kind::number, "", value, {}, {}};
  });
  if (depth == 0) return rc::gen::oneOf(column, number);
  const auto deeper = any_expression(depth - 1);
  const auto call = [](const std::string& word) {
    return [word](std::vector<Expression> arguments) {
      return Expression{Kind::call, word, 0, std::move(arguments), {}};
    };
  };
  const auto two = rc::gen::mapcat(
      rc::gen::element<std::string>("+", "-", "*", "/", "^", "<", ">=", "==", "!=", "&", "|", "%%", "pmin", "log"),
      [=](const std::string& word) {
        return rc::gen::map(rc::gen::container<std::vector<Expression>>(2, deeper), call(word));
      });
  const auto one =
      rc::gen::mapcat(rc::gen::element<std::string>("!", "log", "I", "abs", "is.na"), [=](const std::string& word) {
        return rc::gen::map(rc::gen::container<std::vector<Expression>>(1, deeper), call(word));
      });
  const auto lag = rc::gen::map(rc::gen::pair(deeper, rc::gen::inRange(1, 9)), [=](const auto& of) {
    return call("l")({of.first, Expression{Kind::number, "", static_cast<double>(of.second), {}, {}}});
  });
  return rc::gen::oneOf(column, number, two, two, one, lag);
}

RC_GTEST_PROP(FormulaProperty, APrintedExpressionReadsBackAsTheSame, ()) {
  const Expression e = *any_expression(4);
  RC_ASSERT(parse_expression(to_string(e), "test") == e);
}

/// Words joined by any of the signs.
std::string any_chain(const std::vector<std::string>& words, const std::vector<std::string>& signs) {
  const auto chosen = *rc::gen::nonEmpty<std::vector<std::string>>(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)));
  std::string text = chosen[0];
  for (std::size_t i = 1; i < chosen.size(); ++i) text += *rc::gen::elementOf(signs) + chosen[i];
  return text;
}

RC_GTEST_PROP(FormulaProperty, APrintedFormulaReadsBackAsTheSame, ()) {
  const std::vector<std::string> terms = {"x",
                                          "z",
                                          "`a b`",
                                          "log(x)",
                                          "i(x)",
                                          "i(x, z, ref = 3)",
                                          "i(x, i.z, keep2 = c(1, \"b\"))",
                                          "i(x, var = 2*z)",
                                          "i(x, var = -z)",
                                          "i(x, var = 2)",
                                          "i(x, c)",
                                          "l(x, 0:2)",
                                          "(a + b)^2",
                                          "I(x >= 2)",
                                          "I(-(x + 1)^2)",
                                          "x^2",
                                          "(a + `a b`*l(x, 1:2))"};
  const std::vector<std::string> effects = {"f", "f^g", "f^g^(h > 2)", "f[x]", "g[[x, log(z)]]", "0", "factor(h)^f"};
  const std::vector<std::string> steps = {"", " + sw(a, b + c)", " + csw0(x, 1, a:b)", " + mvsw(a, b)", " - 1"};
  const std::vector<std::string> effect_steps = {"", " + sw0(h, h^k + f)", " + csw(h[x], 0)"};
  std::string text = "c(y, log(y)) ~ " + any_chain(terms, {" + ", " + ", " - ", ":", "*"});
  text += *rc::gen::elementOf(steps);
  if (*rc::gen::arbitrary<bool>()) text += " | " + any_chain(effects, {" + "}) + *rc::gen::elementOf(effect_steps);
  Formula formula, again;
  try {
    formula = parse_formula(text);
    again = parse_formula(to_string(formula));  // its products written out
  } catch (const InputError& error) {
    RC_PRE(error.found().contains("too many") || error.found().contains("so many"));
    RC_DISCARD("longer than anyone writes");
  }
  RC_ASSERT(again == formula);
}

}  // namespace
}  // namespace tradewind::estimation
