#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace tradewind::cli {
namespace {

using namespace std::chrono_literals;
constexpr std::uint64_t cells = 30;

}  // namespace

ProgressBar::ProgressBar(std::string what)
    : what_(std::move(what)), terminal_(::isatty(STDERR_FILENO) != 0), start_(std::chrono::steady_clock::now()) {}

ProgressBar::~ProgressBar() {
  if (drawn_) fmt::print(stderr, "\r\033[K");
}

void ProgressBar::show(std::uint64_t done, std::uint64_t all) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || now - start_ < 1s || now - shown_ < 100ms || all == 0) return;
  shown_ = now;
  drawn_ = true;
  const std::uint64_t full = std::min(cells, cells * done / all);
  std::string bar;
  for (std::uint64_t cell = 0; cell < cells; ++cell) bar += cell < full ? "█" : "░";
  fmt::print(stderr, "\r{} {} {} of {}\033[K", what_, bar, done, all);
  std::fflush(stderr);
}

}  // namespace tradewind::cli
