// The models that a formula stands for, and the columns that it names.
#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <unordered_set>

#include "tradewind/estimation/formula.hpp"

namespace tradewind::estimation {
namespace {

constexpr std::size_t most_models = 100'000;

template <class Item>
void append(std::vector<Item>& to, const std::vector<Item>& items) {
  to.insert(to.end(), items.begin(), items.end());
}

/// The steps that stand in each of the alternatives, in the order of fixest.
template <class Item>
std::vector<std::vector<Item>> step_choices(const Sum<Item>& sum) {
  using Stepwise = typename Sum<Item>::Stepwise;
  std::vector<std::vector<Item>> choices;
  const bool with_none = sum.stepwise != Stepwise::sw && sum.stepwise != Stepwise::csw;
  if (with_none) choices.emplace_back();
  if (sum.stepwise == Stepwise::sw || sum.stepwise == Stepwise::sw0) {
    append(choices, sum.steps);
  } else if (sum.stepwise == Stepwise::csw || sum.stepwise == Stepwise::csw0) {
    std::vector<Item> so_far;
    for (const auto& step : sum.steps) {
      append(so_far, step);
      choices.push_back(so_far);
    }
  } else if (sum.stepwise == Stepwise::mvsw) {
    // Every subset: by size, then as in a dictionary, x1 + x2 before x1 + x3.
    std::vector<std::vector<std::size_t>> subsets;
    for (std::size_t bits = 1; bits < (std::size_t{1} << sum.steps.size()); ++bits) {
      std::vector<std::size_t> subset;
      for (std::size_t i = 0; i < sum.steps.size(); ++i)
        if ((bits >> i) & 1) subset.push_back(i);
      subsets.push_back(std::move(subset));
    }
    std::ranges::sort(subsets,
                      [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    for (const auto& subset : subsets) {
      choices.emplace_back();
      for (const std::size_t i : subset) append(choices.back(), sum.steps[i]);
    }
  }
  return choices;
}

template <class Item>
std::vector<std::vector<Item>> alternatives(const Sum<Item>& sum) {
  std::vector<std::vector<Item>> all;
  for (const auto& choice : step_choices(sum)) {
    all.push_back(sum.before);
    append(all.back(), choice);
    append(all.back(), sum.after);
  }
  return all;
}

std::vector<Term> each_once(const std::vector<Term>& terms) {
  std::vector<Term> result;
  std::unordered_set<std::string> known;
  for (const Term& term : terms)
    if (known.insert(key_of(term)).second) result.push_back(term);
  return result;
}

/// fe + fe[x] + fe[[z]] is fe[x, z]: one set of levels.
std::vector<EffectTerm> merged(const std::vector<EffectTerm>& effects) {
  std::vector<EffectTerm> result;
  for (const EffectTerm& effect : effects) {
    const auto same =
        std::ranges::find_if(result, [&](const EffectTerm& known) { return known.parts == effect.parts; });
    if (same == result.end()) {
      result.push_back(effect);
      continue;
    }
    same->intercept = same->intercept || effect.intercept;
    for (const Expression& slope : effect.slopes)
      if (std::ranges::find(same->slopes, slope) == same->slopes.end()) same->slopes.push_back(slope);
  }
  return result;
}

using Visit = std::function<void(const Expression&)>;

void visit(const Expression& e, const Visit& visitor) {
  visitor(e);
  for (const Expression& argument : e.arguments) visit(argument, visitor);
}

void visit(const Factor& factor, const Visit& visitor) {
  if (const auto* e = std::get_if<Expression>(&factor)) return visit(*e, visitor);
  const auto& indicators = std::get<Indicators>(factor);
  visit(indicators.variable, visitor);
  if (indicators.with) visit(*indicators.with, visitor);
}

void visit(const Term& term, const Visit& visitor) {
  for (const Factor& factor : term.factors) visit(factor, visitor);
}

void visit(const EffectTerm& effect, const Visit& visitor) {
  for (const Expression& part : effect.parts) visit(part, visitor);
  for (const Expression& slope : effect.slopes) visit(slope, visitor);
}

template <class Item>
void visit(const Sum<Item>& sum, const Visit& visitor) {
  for (const Item& item : sum.before) visit(item, visitor);
  for (const auto& step : sum.steps)
    for (const Item& item : step) visit(item, visitor);
  for (const Item& item : sum.after) visit(item, visitor);
}

void visit(const Formula& formula, const Visit& visitor) {
  for (const Expression& response : formula.responses) visit(response, visitor);
  visit(formula.regressors, visitor);
  visit(formula.effects, visitor);
}

template <class Item>
std::vector<std::string> columns_in(const Item& item) {
  std::vector<std::string> names;
  std::unordered_set<std::string> known;
  visit(item, [&](const Expression& e) {
    if (e.kind == Expression::Kind::column && known.insert(e.word).second) names.push_back(e.word);
  });
  return names;
}

template <class Item, class Do>
void for_each(const Sum<Item>& sum, Do action) {
  std::ranges::for_each(sum.before, action);
  for (const auto& step : sum.steps) std::ranges::for_each(step, action);
  std::ranges::for_each(sum.after, action);
}

}  // namespace

std::vector<ModelSpec> expand(const Formula& formula) {
  const auto effects = alternatives(formula.effects);
  const auto regressors = alternatives(formula.regressors);
  if (effects.size() * regressors.size() * formula.responses.size() > most_models)
    throw InputError(
        "formula",
        "it stands for " + std::to_string(effects.size() * regressors.size() * formula.responses.size()) + " models",
        "at most " + std::to_string(most_models));
  std::vector<ModelSpec> models;
  for (std::size_t e = 0; e < effects.size(); ++e)
    for (std::size_t y = 0; y < formula.responses.size(); ++y)
      for (std::size_t x = 0; x < regressors.size(); ++x)
        models.push_back({formula.text, formula.responses[y], formula.constant, each_once(regressors[x]),
                          merged(effects[e]), y, x, e});
  return models;
}

std::vector<std::string> columns_of(const Formula& formula) { return columns_in(formula); }
std::vector<std::string> columns_of(const Expression& expression) { return columns_in(expression); }
std::vector<std::string> columns_of(const EffectTerm& effect) { return columns_in(effect); }

std::vector<std::string> id_columns_of(const Formula& formula) {
  std::unordered_set<std::string> computed_with;
  const auto compute = [&](const Expression& e) {
    if (e.kind == Expression::Kind::column) computed_with.insert(e.word);
  };
  for (const Expression& response : formula.responses) visit(response, compute);
  visit(formula.regressors, compute);
  std::vector<std::string> ids;
  for_each(formula.effects, [&](const EffectTerm& effect) {
    for (const Expression& slope : effect.slopes) visit(slope, compute);
    for (const Expression& part : effect.parts)
      if (part.kind == Expression::Kind::column)
        ids.push_back(part.word);
      else
        visit(part, compute);
  });
  std::unordered_set<std::string> known;
  std::erase_if(ids, [&](const std::string& id) { return computed_with.contains(id) || !known.insert(id).second; });
  return ids;
}

bool has_lags(const Formula& formula) {
  bool found = false;
  visit(formula, [&](const Expression& e) {
    found = found || (e.kind == Expression::Kind::call && (e.word == "l" || e.word == "f" || e.word == "d"));
  });
  return found;
}

}  // namespace tradewind::estimation
