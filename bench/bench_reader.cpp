// What one `tradewind check` is made of, and how many articles a second one core reads.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

#include "tradewind/ledger/ledger.hpp"
#include "tradewind/statements/reader.hpp"
#include "tradewind/statements/verdict.hpp"

namespace tradewind {
namespace {

const char* const shipped = TRADEWIND_BINARY "/ledger.duckdb";

std::string sample() {
  std::ifstream file(TRADEWIND_SOURCE "/examples/china-asean.txt");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The sample article, again and again until it has 4 kB: what the target is stated for.
Article article_of_4kb() {
  std::string text;
  while (text.size() < 4000) text += sample() + "\n\n";
  text.resize(text.find_first_of(" \n", 4000));
  return make_article("sample", text, std::nullopt);
}

void open_ledger(benchmark::State& state) {
  while (state.KeepRunning()) benchmark::DoNotOptimize(Ledger::open(shipped));
}
BENCHMARK(open_ledger)->Unit(benchmark::kMillisecond);

void open_extract(benchmark::State& state) {
  while (state.KeepRunning()) benchmark::DoNotOptimize(Ledger::open_extract(shipped));
}
BENCHMARK(open_extract)->Unit(benchmark::kMillisecond);

/// What the file beside the ledger saves.
void take_extract(benchmark::State& state) {
  while (state.KeepRunning()) benchmark::DoNotOptimize(Ledger::open(shipped).extract());
}
BENCHMARK(take_extract)->Unit(benchmark::kMillisecond);

void make_reader(benchmark::State& state) {
  const Ledger ledger = Ledger::open_extract(shipped);
  while (state.KeepRunning()) benchmark::DoNotOptimize(Reader(ledger.world()));
}
BENCHMARK(make_reader)->Unit(benchmark::kMillisecond);

void read_article_of_4kb(benchmark::State& state) {
  const Ledger ledger = Ledger::open_extract(shipped);
  const Reader reader(ledger.world());
  const Article article = article_of_4kb();
  while (state.KeepRunning()) benchmark::DoNotOptimize(reader.read(article));
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() * static_cast<long>(article.text.size()));
}
BENCHMARK(read_article_of_4kb)->Unit(benchmark::kMicrosecond);

/// The floor of reading: one look at every byte.
void look_at_every_byte(benchmark::State& state) {
  const Article article = article_of_4kb();
  while (state.KeepRunning()) {
    unsigned sum = 0;
    for (const char c : article.text) benchmark::DoNotOptimize(sum += static_cast<unsigned char>(c));
  }
}
BENCHMARK(look_at_every_byte)->Unit(benchmark::kMicrosecond);

void check_read_article(benchmark::State& state) {
  const Ledger ledger = Ledger::open_extract(shipped);
  const Article article = make_article("sample", sample(), std::nullopt);
  const ArticleReading reading = Reader(ledger.world()).read(article);
  while (state.KeepRunning()) benchmark::DoNotOptimize(check(article, reading, ledger));
}
BENCHMARK(check_read_article)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tradewind
