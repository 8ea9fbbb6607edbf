// Estimates on the designs of designs.hpp, from columns in memory to coefficients with their standard errors, beside
// the floor of the same run: the time in which memory could deliver response, regressors and levels once an outer
// iteration. The large designs want several gigabytes and minutes to draw: run them with --benchmark_filter=Large.
#include <benchmark/benchmark.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <vector>

#include "designs.hpp"
#include "tradewind/estimation/estimate.hpp"
#include "tradewind/ledger/read_columns.hpp"

namespace tradewind {
namespace {

using bench::Design;

// Bytes a second at which both cores together copy memory that no cache holds; reading and writing count.
double memory_bandwidth() {
  constexpr std::size_t size = std::size_t{128} << 20, parts = 16;
  static std::vector<char> from(size, 1), to(size, 2);
  double best = 0;
  for (int run = 0; run < 5; ++run) {
    const auto start = std::chrono::steady_clock::now();
    tbb::parallel_for(std::size_t{0}, parts, [&](std::size_t part) {
      std::memcpy(to.data() + part * (size / parts), from.data() + part * (size / parts), size / parts);
    });
    benchmark::DoNotOptimize(to.data());
    best = std::max(best, 2.0 * static_cast<double>(size) /
                              std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

void run(benchmark::State& state, const Design& design, estimation::Family family) {
  estimation::EstimateOptions options;
  options.family = family;
  options.vcov = estimation::parse_vcov(design.cluster.empty() ? "iid" : "cluster(" + design.cluster + ")");
  const estimation::Formula formula = estimation::parse_formula(design.formula);
  estimation::Model model;
  double seconds = 0;
  estimation::Seconds parts;
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    model = estimation::estimate(formula, design.columns, options).front();
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    parts.frame += model.seconds.frame;
    parts.sort += model.seconds.sort;
    parts.solve += model.seconds.solve + model.seconds.partial_out;
    parts.inference += model.seconds.inference;
  }
  seconds /= static_cast<double>(state.iterations());
  const double floor = static_cast<double>(design.bytes_per_row * design.columns.rows()) *
                       static_cast<double>(model.iterations) / memory_bandwidth();
  state.counters["rows"] = static_cast<double>(design.columns.rows());
  state.counters["outer"] = model.iterations;
  const auto milliseconds = [&](double all) { return 1e3 * all / static_cast<double>(state.iterations()); };
  state.counters["frame_ms"] = milliseconds(parts.frame);
  state.counters["sort_ms"] = milliseconds(parts.sort);
  state.counters["solve_ms"] = milliseconds(parts.solve);
  state.counters["inference_ms"] = milliseconds(parts.inference);
  state.counters["score"] = model.score_norm;
  state.counters["floor_ms"] = 1e3 * floor;
  state.counters["times_floor"] = seconds / floor;
  if (!model.converged) state.SkipWithError("did not converge");
}

using Maker = std::function<Design()>;

// A design is drawn when its benchmark is run, and kept until the next one wants another.
const Design& drawn(const std::string& name, const Maker& make) {
  static std::string kept;
  static Design design;
  if (kept != name) {
    design = {};
    design = make();
    kept = name;
  }
  return design;
}

void add(const std::string& name, const std::string& data, estimation::Family family, int runs, const Maker& make) {
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) { run(state, drawn(data, make), family); })
      ->UseRealTime()
      ->Iterations(runs)
      ->Unit(benchmark::kMillisecond);
}

// Goods exports of the world, every fourth year from 1964 to 2016, where the file is at hand.
void add_world_trade() {
  const char* folder = std::getenv("TRADEWIND_REFERENCE");
  if (folder == nullptr) return;
  add("Poisson/world trade 1964-2016", "world", estimation::Family::poisson, 10, [folder] {
    Design design;
    design.formula = "export ~ rta + ac | exporter^year + importer^year + exporter^importer";
    design.cluster = "exporter^importer";
    const Columns file = read_columns(std::string(folder) + "/world-trade-1964-2016.csv.gz",
                                      {.columns = {"exporter", "importer", "year", "export", "agreement"}});
    std::vector<Column> columns(file.all().begin(), file.all().end() - 1);
    Numbers rta(file.rows()), ac(file.rows());
    for (std::size_t i = 0; i < file.rows(); ++i) {
      const std::string agreement = file.all().back().text(i);
      rta[i] = agreement.empty() ? 0 : 1;
      ac[i] = agreement == "ASEAN - China" ? 1 : 0;
    }
    columns.push_back({"rta", std::move(rta)});
    columns.push_back({"ac", std::move(ac)});
    design.columns = Columns(file.source(), std::move(columns));
    design.bytes_per_row = 3 * sizeof(double) + 3 * sizeof(std::uint32_t);
    return design;
  });
}

void add_all() {
  using estimation::Family;
  const auto thousand = [](std::size_t n) { return n / 1000; };
  add("Poisson/gravity 200x200x30", "gravity", Family::poisson, 10, [] { return bench::gravity_design(200, 30); });
  for (const std::size_t n : {std::size_t{1000000}, std::size_t{10000000}}) {
    const std::string large = n > 1000000 ? "Large/" : "", size = "/" + std::to_string(thousand(n)) + "k";
    const int runs = n > 1000000 ? 3 : 10;
    for (const int effects : {1, 2, 3}) {
      const std::string with = "/effects " + std::to_string(effects) + size;
      add(large + "Poisson/simple" + with, "simple" + with, Family::poisson, runs,
          [n, effects] { return bench::simple_design(n, effects); });
    }
    add(large + "OLS/simple/effects 3" + size, "simple/effects 3" + size, Family::gaussian, runs,
        [n] { return bench::simple_design(n, 3); });
    for (const int effects : {2, 3}) {
      const std::string with = "/effects " + std::to_string(effects) + size;
      add(large + "OLS/difficult" + with, "difficult ols" + with, Family::gaussian, runs,
          [n, effects] { return bench::difficult_design(n, false, effects); });
      add(large + "Poisson/difficult" + with, "difficult poisson" + with, Family::poisson, runs,
          [n, effects] { return bench::difficult_design(n, true, effects); });
    }
  }
  add("Large/Poisson/gravity 200x200x30 x 10 sectors", "sectors", Family::poisson, 3,
      [] { return bench::gravity_design(200, 30, 10); });
  add_world_trade();
}

}  // namespace
}  // namespace tradewind

int main(int argc, char** argv) {
  tradewind::add_all();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
