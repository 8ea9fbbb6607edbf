#include "tradewind/report/model_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tradewind/world/counted.hpp"

namespace tradewind {

using namespace estimation;

std::string_view stars(double p_value) {
  if (p_value < 0.01) return "***";
  if (p_value < 0.05) return "**";
  return p_value < 0.1 ? "*" : "";
}

std::string grouped(std::uint64_t count) {
  std::string text = fmt::format("{}", count);
  for (auto place = static_cast<std::ptrdiff_t>(text.size()) - 3; place > 0; place -= 3)
    text.insert(static_cast<std::size_t>(place), ",");
  return text;
}

std::string fixed(double value, int decimals) {
  if (!std::isfinite(value)) return "NA";
  std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
  // What rounds to zero has no sign.
  const bool negative = value < 0 && text.find_first_not_of("0.") != std::string::npos;
  const std::size_t point = std::min(text.find('.'), text.size());
  for (auto place = static_cast<std::ptrdiff_t>(point) - 3; place > 0; place -= 3)
    text.insert(static_cast<std::size_t>(place), ",");
  return (negative ? "-" : "") + text;
}

int decimals_of(double value, int significant) {
  if (value == 0 || !std::isfinite(value)) return std::min(significant, 15);
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
  return std::clamp(significant - 1 - magnitude, 0, 15);
}

int decimals_of(const CoefficientRow& row, int significant) {
  const int wanted = decimals_of(row.estimate, significant);
  if (!(row.std_error > 0)) return wanted;
  return std::clamp(wanted, decimals_of(row.std_error, 2), decimals_of(row.std_error, significant));
}

SharedForm::SharedForm(const CoefficientRow& row, int significant)
    : decimals_(decimals_of(row, significant)), significant_(significant) {
  const double largest =
      std::isfinite(row.std_error) ? std::max(std::abs(row.estimate), row.std_error) : std::abs(row.estimate);
  exponents_ = largest >= 1e9 || (largest > 0 && largest < 1e-4);
}

std::string SharedForm::operator()(double value) const {
  if (!exponents_ || !std::isfinite(value)) return fixed(value, decimals_);
  return fmt::format("{:.{}e}", value, significant_ - 1);
}

std::string statistic_words(double value) { return std::abs(value) < 1e9 ? fixed(value, 3) : significant(value, 4); }

std::string significant(double value, int digits) {
  if (!std::isfinite(value)) return "NA";
  const double size = std::abs(value);
  if (size != 0 && (size < 1e-5 || size >= 1e9)) return fmt::format("{:.{}e}", value, digits - 1);
  return fixed(value, decimals_of(value, digits));
}

std::string p_value_words(double p_value) {
  if (std::isnan(p_value)) return "NA";
  if (p_value < 2.2e-16) return "< 2.2e-16";
  if (p_value < 1e-4) return fmt::format("{:.1e}", p_value);
  return fmt::format("{:.4f}", p_value);
}

double measure_of(const Model& model, double FitStatistics::*measure) {
  const bool pseudo = measure == &FitStatistics::pseudo_r2 || measure == &FitStatistics::within_pseudo_r2;
  return pseudo && model.family == Family::gaussian ? std::numeric_limits<double>::quiet_NaN() : model.fit.*measure;
}

std::string certificate_words(std::span<const Model> models) {
  double score = 0;
  std::uint64_t iterations = 0;
  std::size_t estimated = 0;
  for (const Model& model : models) {
    if (model.outcome != Outcome::estimated) continue;
    ++estimated;
    score = std::max(score, model.score_norm);
    iterations = std::max(iterations, static_cast<std::uint64_t>(model.iterations));
  }
  if (estimated == 0) return {};
  return fmt::format("Converged: relative score{} {:.1e} after {}{}", estimated == 1 ? "" : "s at most", score,
                     estimated == 1 ? "" : "at most ", counted(iterations, "iteration"));
}

std::string_view family_words(Family family) {
  return family == Family::poisson ? "Poisson pseudo-maximum likelihood" : "Least squares";
}

std::string covariance_words(const Covariance& covariance) {
  if (covariance.kind == CovarianceKind::iid) return "IID";
  if (covariance.kind == CovarianceKind::heteroskedastic) return "robust to heteroskedasticity";
  return fmt::format("clustered by {}", fmt::join(covariance.cluster_names, " and "));
}

std::string covariance_cell(const Covariance& covariance) {
  if (covariance.kind == CovarianceKind::iid) return "IID";
  if (covariance.kind == CovarianceKind::heteroskedastic) return "robust";
  return fmt::format("by {}", fmt::join(covariance.cluster_names, ", "));
}

std::string cluster_sizes(const Covariance& covariance) {
  std::string text;
  for (const std::uint64_t size : covariance.cluster_sizes) text += (text.empty() ? "" : ", ") + grouped(size);
  return text;
}

std::string small_sample_words(const Covariance& covariance) {
  return covariance.small_sample == "none" ? "; no small-sample correction"
                                           : "; small-sample correction of " + covariance.small_sample;
}

std::string sample_words(const Model& model) {
  if (!model.sample) return {};
  return model.sample->value ? fmt::format("{} = {}", model.sample->column, *model.sample->value) : "full sample";
}

std::vector<std::string> dropped_words(const Model& model) {
  // Whose values or levels they were, once each.
  const auto names = [&](DropReason reason) {
    std::vector<std::string> all;
    for (const Drop& drop : model.drops)
      if (drop.reason == reason && !drop.name.empty() && std::ranges::find(all, drop.name) == all.end())
        all.push_back(drop.name);
    return all.empty() ? std::string() : fmt::format("{}", fmt::join(all, ", "));
  };
  std::vector<std::string> lines;
  const auto line = [&](std::uint64_t rows, DropReason reason, std::string_view with, std::string_view without) {
    if (rows == 0) return;
    const std::string of = names(reason);
    lines.push_back(of.empty() ? fmt::format("{} {}", grouped(rows), without)
                               : fmt::format("{} {} {}", grouped(rows), with, of));
  };
  const DroppedCounts& dropped = model.dropped;
  line(dropped.missing, DropReason::missing, "without a value of", "with missing values");
  line(dropped.infinite, DropReason::infinite, "with an infinite value of", "with infinite values");
  line(dropped.zero_weight, DropReason::zero_weight, "of zero weight by", "of zero weight");
  line(dropped.singletons, DropReason::singleton, "alone in a level of", "alone in a level");
  line(dropped.only_zeros, DropReason::only_zeros, "with only zeros in their level of", "with only zeros in a level");
  line(dropped.separated, DropReason::separated, "separated by", "separated");
  return lines;
}

namespace {

// A message and its hints, which stand below it.
std::string in_one_line(const std::string& message) {
  std::string line;
  for (std::size_t begin = 0; begin <= message.size();) {
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    const std::string part = message.substr(begin, end - begin);
    const std::size_t first = part.find_first_not_of(' ');
    if (first != std::string::npos) line += (line.empty() ? "" : ". ") + part.substr(first);
    begin = end + 1;
  }
  return line;
}

}  // namespace

std::vector<std::string> caution_words(const Model& model) {
  std::vector<std::string> words;
  if (!model.failure.empty()) words.push_back("no estimates: " + in_one_line(model.failure));
  if (!model.collinear.empty())
    words.push_back(
        fmt::format("{} left out: collinear with the others and the fixed effects", fmt::join(model.collinear, ", ")));
  for (const std::string& separated : model.separation) words.push_back("separated: " + separated);
  const auto add = [&](const std::vector<std::string>& notes) {
    for (const std::string& note : notes)
      if (std::ranges::find(words, note) == words.end()) words.push_back(note);
  };
  add(model.notes);
  add(model.covariance.notes);
  for (const WaldTest& test : model.tests) add(test.notes);
  if (model.corrected) add(model.corrected->notes);
  return words;
}

}  // namespace tradewind
