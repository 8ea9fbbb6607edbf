/// A bar on standard error for work that takes over a second, where standard error is a terminal.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace tradewind::cli {

class ProgressBar {
 public:
  /// `what`: the word before the bar, "draws".
  explicit ProgressBar(std::string what);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  /// Takes the bar away.
  ~ProgressBar();

  void show(std::uint64_t done, std::uint64_t all);

 private:
  std::string what_;
  bool terminal_;
  std::chrono::steady_clock::time_point start_, shown_;
  bool drawn_ = false;
};

}  // namespace tradewind::cli
