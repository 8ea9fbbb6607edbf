// Observations without a finite Poisson estimate: found, and said why.
#include "tradewind/estimation/separation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "data_set.hpp"
#include "separation_by_simplex.hpp"

namespace tradewind::tests {
namespace {

using namespace estimation;
using Rows = std::vector<std::uint32_t>;

TEST(Separation, ALevelThatNeverTradesIsEmpty) {
  DataSet data;
  data.response = {0, 0, 1, 0, 2};
  data.effects = {{.level = {0, 0, 1, 1, 2}, .levels = 3, .slopes = {}}};
  const Separation found = find_separation(data.regression());
  EXPECT_EQ(found.rows, (Rows{0, 1}));
  EXPECT_EQ(found.reasons.at(0).words, "f1: 1 level never has a positive response");
}

TEST(Separation, ADummyThatIsOneOnlyWithoutTradeIsOneSided) {
  DataSet data;
  data.response = {0, 0, 1, 3, 2};
  data.regressors = {{1, 1, 1, 1, 1}, {1, 0, 0, 0, 0}};
  const Separation found = find_separation(data.regression());
  EXPECT_EQ(found.rows, Rows{0});
  EXPECT_EQ(found.reasons.at(0).words,
            "x2 is 0 wherever the response is positive, and positive in 1 other observation");
}

TEST(Separation, AValueBelowTheOneOfAllTradeIsOneSidedBesideAConstant) {
  DataSet data;
  data.response = {0, 0, 1, 3, 2};
  data.regressors = {{5, 3, 5, 5, 5}};
  EXPECT_TRUE(find_separation(data.regression()).rows.empty());
  data.regressors.push_back({1, 1, 1, 1, 1});
  const Separation found = find_separation(data.regression());
  EXPECT_EQ(found.rows, Rows{1});
  EXPECT_EQ(found.reasons.at(0).words, "x1 is 5 wherever the response is positive, and less in 1 other observation");
}

TEST(Separation, WhatOneRegressorTakesMayLeaveAnotherOneSided) {
  DataSet data;
  data.response = {0, 0, 0, 1, 3, 2};
  data.regressors = {{2, -1, 0, 0, 0, 0}, {1, 0, 0, 0, 0, 0}, {1, 1, 1, 1, 1, 1}};
  EXPECT_EQ(find_separation(data.regression()).rows, (Rows{0, 1}));
}

TEST(Separation, AZeroThatAloneJoinsTwoMarketsIsSeparated) {
  DataSet data;
  data.response = {1, 2, 0, 3, 1};
  data.effects = {{.level = {0, 0, 0, 1, 1}, .levels = 2, .slopes = {}},
                  {.level = {0, 1, 2, 2, 3}, .levels = 4, .slopes = {}}};
  const Separation found = find_separation(data.regression());
  EXPECT_EQ(found.rows, Rows{2});
  EXPECT_EQ(found.reasons.at(0).kind, Separator::Kind::split_levels);
  EXPECT_EQ(found.reasons.at(0).words,
            "f1 and f2: positive responses tie their levels into 2 groups, between which 1 zero leads one way only");
}

TEST(Separation, ZerosThatLeadBothWaysBetweenTwoMarketsHoldEachOther) {
  DataSet data;
  data.response = {1, 2, 0, 3, 1, 0};
  data.effects = {{.level = {0, 0, 0, 1, 1, 1}, .levels = 2, .slopes = {}},
                  {.level = {0, 1, 2, 2, 3, 1}, .levels = 4, .slopes = {}}};
  EXPECT_TRUE(find_separation(data.regression()).rows.empty());
}

TEST(Separation, CertificateIsTheCombinationThatTheWordsSay) {
  DataSet data;
  data.response = {0, 0, 1, 2, 3, 1};
  data.regressors = {{1, 4, 1, 2, 3, 4}, {2, 8, 2, 4, 6, 8}, {1, 1, 1, 1, 1, 1}};
  data.regressors[1][0] = 1;  // x2 = 2 x1 but in the first row
  const Separation found = find_separation(data.regression());
  ASSERT_EQ(found.rows, Rows{0});
  const Separator& reason = found.reasons.at(0);
  EXPECT_EQ(reason.words,
            "-x1 + 0.5 x2 is negative in 1 observation, where the response is zero, and zero in all others");
  EXPECT_NEAR(reason.gamma[0] * 1 + reason.gamma[1] * 1, -1, 1e-6);
  EXPECT_NEAR(reason.certificate[0], -1, 1e-9);
}

TEST(Separation, NothingIsSeparatedWithoutZerosOrWithoutPositives) {
  DataSet data;
  data.response = {1, 2};
  data.regressors = {{1, 0}};
  EXPECT_TRUE(find_separation(data.regression()).rows.empty());
  data.response = {0, 0};
  EXPECT_TRUE(find_separation(data.regression()).rows.empty());
}

/// Few values, many zeros: most of these are separated somewhere.
DataSet draw_sparse(Draw& draw) {
  DataSet data;
  const std::size_t rows = 6 + draw.below(25);
  for (std::size_t i = 0; i < rows; ++i) data.response.push_back(draw.chance(0.55) ? 0 : 1 + draw.below(3));
  for (std::uint32_t k = draw.below(4); k > 0; --k) {
    std::vector<double>& x = data.regressors.emplace_back();
    for (std::size_t i = 0; i < rows; ++i) x.push_back(static_cast<double>(draw.below(3)) - (draw.chance(0.3) ? 1 : 0));
  }
  for (std::uint32_t e = draw.below(4); e > 0; --e) {
    const std::uint32_t levels = 2 + draw.below(6);
    data.effects.push_back({.level = draw.levels(rows, levels), .levels = levels, .slopes = {}});
  }
  if (data.effects.empty()) data.regressors.emplace_back(rows, 1.0);
  if (!data.effects.empty() && draw.chance(0.2)) {
    std::vector<double>& slope = data.effects[0].slopes.emplace_back();
    for (std::size_t i = 0; i < rows; ++i) slope.push_back(static_cast<double>(draw.below(4)));
  }
  return data;
}

TEST(Separation, IsWhatALinearProgrammeFinds) {
  int separated = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    const DataSet data = draw_sparse(draw);
    const Rows expected = separated_by_simplex(data.regression());
    const Separation found = find_separation(data.regression());
    EXPECT_EQ(found.rows, expected);
    EXPECT_TRUE(found.certain);
    separated += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(separated, 1000);
}

TEST(Separation, CertificatesAreNegativeAndOfSizeOne) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    const DataSet data = draw_sparse(draw);
    for (const Separator& reason : find_separation(data.regression()).reasons) {
      if (reason.kind == Separator::Kind::empty_level) continue;
      EXPECT_EQ(reason.certificate.size(), reason.rows.size());
      EXPECT_LT(*std::ranges::max_element(reason.certificate), 0);
      EXPECT_NEAR(*std::ranges::min_element(reason.certificate), -1, 1e-12);
    }
  }
}

TEST(Separation, AFitWithoutItIsTheFitWithoutTheSeparatedRows) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    const DataSet data = draw_sparse(draw);
    Regression regression = data.regression();
    if (*std::ranges::max_element(data.response) == 0) continue;
    const PoissonFit fit = poisson_without_separated(regression);
    EXPECT_EQ(fit.separation.rows, separated_by_simplex(regression));
    EXPECT_TRUE(fit.solution.converged);
    EXPECT_EQ(fit.regression.observations(), data.size() - fit.separation.rows.size());
  }
}

/// A file of the reference data: y, x*, id* and, where it is known, which rows are separated.
struct ReferenceFile {
  DataSet data;
  Rows separated;
  bool answered = false;

  explicit ReferenceFile(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string line, cell;
    std::getline(file, line);
    std::vector<std::string> names;
    for (std::istringstream header(line); std::getline(header, cell, ',');) names.push_back(cell);
    std::map<std::string, std::vector<double>> columns;
    while (std::getline(file, line)) {
      std::istringstream cells(line);
      for (const std::string& name : names) {
        std::getline(cells, cell, ',');
        columns[name].push_back(std::stod(cell));
      }
    }
    data.response = columns["y"];
    for (const std::string& name : names) {
      if (name.starts_with("x")) data.regressors.push_back(columns[name]);
      if (name.starts_with("id") || name == "i" || name == "j") add_effect(columns[name]);
    }
    if (data.effects.empty()) data.regressors.emplace_back(data.size(), 1.0);
    answered = columns.contains("separated");
    for (std::uint32_t row = 0; answered && row < data.size(); ++row)
      if (columns["separated"][row] == 1) separated.push_back(row);
  }

  void add_effect(const std::vector<double>& values) {
    std::map<double, std::uint32_t> codes;
    for (const double value : values) codes.try_emplace(value, static_cast<std::uint32_t>(codes.size()));
    DataSet::FixedEffect& effect = data.effects.emplace_back();
    for (const double value : values) effect.level.push_back(codes[value]);
    effect.levels = static_cast<std::uint32_t>(codes.size());
  }
};

TEST(SeparationReference, EveryFileOfCorreiaGuimaraesAndZylkin) {
  const char* reference = std::getenv("TRADEWIND_REFERENCE");
  if (reference == nullptr) GTEST_SKIP() << "TRADEWIND_REFERENCE does not say where the reference data are";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(reference) / "separation"))
    files.push_back(entry.path());
  std::ranges::sort(files);
  int answered = 0;
  for (const std::filesystem::path& path : files) {
    SCOPED_TRACE(path.filename());
    const ReferenceFile file(path);
    const Separation found = find_separation(file.data.regression());
    if (std::getenv("TRADEWIND_SHOW") != nullptr) {
      std::cout << path.filename() << "\n";
      for (const Separator& reason : found.reasons) std::cout << "  " << reason.words << "\n";
      for (const auto row : found.rows) std::cout << row << " ";
      std::cout << "\n";
    }
    if (!file.answered) continue;
    EXPECT_EQ(found.rows, file.separated);
    EXPECT_EQ(poisson_without_separated(file.data.regression()).separation.rows, file.separated);
    ++answered;
  }
  EXPECT_GE(answered, 12);
}

}  // namespace
}  // namespace tradewind::tests
