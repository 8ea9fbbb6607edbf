#include "tradewind/report/model_summary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tradewind/report/model_words.hpp"
#include "tradewind/world/display_width.hpp"

namespace tradewind {
namespace {

using namespace estimation;

constexpr std::size_t widest = 100;  // of a line that is read, where the terminal has no width of its own

// Lines of the text, later ones indented.
std::string wrapped(const std::string& text, std::size_t width) {
  std::string all;
  for (const std::string& line : wrap(harmless(text), width)) all += (all.empty() ? "" : "  ") + line + "\n";
  return all;
}

// Where the interval ends, as R says it: "2.5 %".
std::string percent(double share) { return fmt::format("{:g} %", std::round(share * 1e6) / 1e4); }

std::size_t widest_line(const std::string& text) {
  std::size_t widest_yet = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    widest_yet = std::max(widest_yet, display_width(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
  }
  return widest_yet;
}

// A grid whose first column stands to the left and whose others to the right.
std::string grid(const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  const std::size_t columns = rows.front().size();
  std::vector<std::size_t> widths(columns, 0);
  for (const auto& row : rows)
    for (std::size_t c = 0; c < columns; ++c) widths[c] = std::max(widths[c], display_width(row[c]));
  std::size_t numbers = 0;
  for (std::size_t c = 1; c < columns; ++c) numbers += column_gap + widths[c];
  // Long names are wrapped, numbers never are.
  if (width > 0 && widths[0] + numbers > width) widths[0] = width > numbers + 10 ? width - numbers : 10;
  std::string text;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto names = wrap(rows[r][0], widths[0]);
    for (std::size_t i = 0; i + 1 < names.size(); ++i) text += names[i] + "\n";
    std::string line = pad_right(names.back(), widths[0]);
    for (std::size_t c = 1; c < columns; ++c) line += std::string(column_gap, ' ') + pad_left(rows[r][c], widths[c]);
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
    if (r > 0) continue;
    for (std::size_t i = 0; i < widths[0] + numbers; ++i) text += "─";
    text += "\n";
  }
  return text;
}

std::string coefficients(const std::vector<CoefficientRow>& rows, const Model& model, std::size_t width, int digits,
                         bool intervals = true) {
  std::vector<std::vector<std::string>> cells = {
      {"", "Estimate", "Std. error", model.covariance.degrees_of_freedom ? "t value" : "z value", "p value", ""}};
  if (intervals) cells[0].insert(cells[0].end(), {percent((1 - model.level) / 2), percent((1 + model.level) / 2)});
  for (const CoefficientRow& row : rows) {
    // Two digits more than in a table side by side: there is room.
    const SharedForm written(row, digits + 2);
    cells.push_back({harmless(row.name), written(row.estimate), written(row.std_error), statistic_words(row.statistic),
                     p_value_words(row.p_value), pad_right(std::string(stars(row.p_value)), 3)});
    if (intervals) cells.back().insert(cells.back().end(), {written(row.ci_low), written(row.ci_high)});
  }
  return grid(cells, width);
}

// Intervals are the first to go where the terminal is narrow, digits the next.
std::string coefficients_that_fit(const std::vector<CoefficientRow>& rows, const Model& model, std::size_t width,
                                  int digits) {
  std::string text = coefficients(rows, model, width, digits);
  if (width == 0 || widest_line(text) <= width) return text;
  text = coefficients(rows, model, width, digits, false);
  for (int fewer = digits - 1; widest_line(text) > width && fewer > 0; --fewer)
    text = coefficients(rows, model, width, fewer, false);
  return text;
}

// " (69, 6 groups)".
std::string clusters_words(const Covariance& covariance) {
  const std::string sizes = cluster_sizes(covariance);
  return sizes.empty() ? "" : fmt::format(" ({} groups)", sizes);
}

std::string effects_words(const Model& model) {
  std::vector<std::string> sizes;
  for (const EffectParameters& effect : model.covariance.effects)
    sizes.push_back(fmt::format("{} ({})", effect.name, grouped(effect.levels)));
  return fmt::format("Fixed effects (levels): {}", fmt::join(sizes, ", "));
}

std::string fit_words(const Model& model, int digits) {
  std::vector<std::string> words;
  const auto add = [&](std::string_view name, double FitStatistics::*measure, auto text) {
    const double value = measure_of(model, measure);
    if (std::isfinite(value)) words.push_back(fmt::format("{} {}", name, text(value)));
  };
  const auto share = [digits](double value) { return fixed(value, digits + 1); };
  const auto likelihood = [](double value) { return std::abs(value) < 1e9 ? fixed(value, 3) : significant(value, 8); };
  add("Log-likelihood", &FitStatistics::log_likelihood, likelihood);
  add("BIC", &FitStatistics::bic, likelihood);
  add("R2", &FitStatistics::r2, share);
  add("Adj. R2", &FitStatistics::adjusted_r2, share);
  add("Within R2", &FitStatistics::within_r2, share);
  add("Pseudo R2", &FitStatistics::pseudo_r2, share);
  add("Within pseudo R2", &FitStatistics::within_pseudo_r2, share);
  add("Squared correlation", &FitStatistics::squared_correlation, share);
  if (model.family == Family::gaussian)
    add("RMSE", &FitStatistics::rmse, [digits](double value) { return significant(value, digits + 2); });
  return fmt::format("{}", fmt::join(words, " · "));
}

std::string test_words(const WaldTest& test) {
  const std::string distribution = test.denominator ? fmt::format("F({}, {:g})", test.restrictions, *test.denominator)
                                                    : fmt::format("chi2({})", test.restrictions);
  return fmt::format("{}: {} = {}, p {}{}", fmt::join(test.hypotheses, ", "), distribution,
                     significant(test.statistic, 5), test.p_value < 2.2e-16 ? "" : "= ", p_value_words(test.p_value));
}

}  // namespace

std::string model_summary(const Model& model, const Terminal& terminal, int digits) {
  const std::size_t width = terminal.width > 0 ? terminal.width : widest;
  std::string text = wrapped(fmt::format("{}: {}", family_words(model.family), model.formula), width);
  const std::string sample = sample_words(model);
  if (!sample.empty()) text += wrapped("Sample: " + sample, width);
  text +=
      wrapped(fmt::format("Observations: {}{}", grouped(model.observations),
                          model.dropped.total() == 0 ? std::string()
                                                     : fmt::format(" of {}; set aside: {}", grouped(model.rows_read),
                                                                   fmt::join(dropped_words(model), "; "))),
              width);
  if (!model.weights.empty()) text += wrapped("Weights: " + model.weights, width);
  if (!model.offset.empty()) text += wrapped("Offset: " + model.offset, width);
  if (!model.covariance.effects.empty()) text += wrapped(effects_words(model), width);
  if (!model.coefficients.empty() && model.failure.empty())
    text += wrapped("Standard errors: " + covariance_words(model.covariance) + clusters_words(model.covariance) +
                        small_sample_words(model.covariance),
                    width);
  text += "\n";
  if (!model.coefficients.empty())
    text += coefficients_that_fit(model.coefficients, model, terminal.width, digits) + "\n";
  if (model.corrected) {
    text += fmt::format("Bias-corrected ({} effects; Weidner and Zylkin 2021)\n",
                        model.corrected->three_way ? "three-way" : "two-way");
    text += coefficients_that_fit(model.corrected->coefficients, model, terminal.width, digits) + "\n";
  }
  if (!model.combinations.empty()) {
    std::vector<CoefficientRow> rows;
    for (const Combination& combination : model.combinations) rows.push_back(combination.row);
    text += coefficients_that_fit(rows, model, terminal.width, digits) + "\n";
  }
  for (const WaldTest& test : model.tests) text += wrapped("Test of " + test_words(test), width);
  if (model.failure.empty()) {
    text += wrapped(fit_words(model, digits), width);
    text += wrapped(certificate_words({&model, 1}), width);
    text += std::string(stars_legend) + "\n";
  }
  for (const std::string& words : caution_words(model)) text += wrapped("Note: " + words, width);
  return text;
}

}  // namespace tradewind
