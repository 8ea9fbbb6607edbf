#include <algorithm>

#include "tradewind/estimation/comma_list.hpp"
#include "tradewind/estimation/estimate.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/lower_case.hpp"

namespace tradewind::estimation {
namespace {

InputError unknown(std::string_view text) {
  return {"--vcov", "'" + std::string(text) + "'",
          "iid, hetero, cluster(pair), cluster(exporter^year, importer) or twoway(exporter, importer)"};
}

// The words of fixest for so many ways of clustering, and what they are.
int ways_of(std::string_view word) {
  if (word == "cluster") return 1;
  if (word == "twoway") return 2;
  if (word == "threeway") return 3;
  return word == "fourway" ? 4 : 0;
}

// As fixed effects are written, so that cluster(a^b) and the effect a^b are told to be the same.
std::vector<std::string> combinations(std::string_view list, char separator) {
  std::vector<std::string> names;
  for (const std::string_view name : split_list(list, separator))
    names.push_back(to_string(parse_combination(name, "--vcov")));
  return names;
}

}  // namespace

Vcov parse_vcov(std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (trimmed.starts_with('~')) return {CovarianceKind::clustered, combinations(trimmed.substr(1), '+'), 1};
  const std::size_t open = trimmed.find('(');
  const std::string word = lower_case(trim(trimmed.substr(0, open)));
  if (open == std::string_view::npos) {
    if (word == "iid" || word == "standard") return {CovarianceKind::iid, {}, 1};
    if (word == "hetero" || word == "robust" || word == "hc1" || word == "white")
      return {CovarianceKind::heteroskedastic, {}, 1};
    if (const int ways = ways_of(word); ways > 0) return {CovarianceKind::clustered, {}, ways};
    throw unknown(text);
  }
  const int ways = ways_of(word);
  if (ways == 0 || !trimmed.ends_with(')')) throw unknown(text);
  std::string_view list = trim(trimmed.substr(open + 1, trimmed.size() - open - 2));
  // twoway ~ exporter + importer, as R writes it.
  const bool formula = list.starts_with('~');
  if (formula) list.remove_prefix(1);
  Vcov vcov{CovarianceKind::clustered, combinations(list, formula ? '+' : ','), ways};
  if (ways > 1 && std::ssize(vcov.clusters) != ways)
    throw InputError("--vcov", "'" + std::string(text) + "'", std::to_string(ways) + " clusters");
  return vcov;
}

}  // namespace tradewind::estimation
