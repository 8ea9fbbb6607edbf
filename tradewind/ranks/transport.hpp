/// What ranks.cpp asks of a message passing library. mpi.cpp gives it over MPI, from a shared library of its own.
#pragma once
#include <cstdint>

namespace tradewind::ranks {

struct Transport {
  int rank = 0, size = 1;
  /// Blocking; messages between two ranks arrive in the order in which they were sent.
  void (*send)(int to, const char* bytes, std::uint64_t count) = nullptr;
  void (*receive)(int from, char* bytes, std::uint64_t count) = nullptr;
  void (*broadcast)(char* bytes, std::uint64_t count) = nullptr;
  void (*barrier)() = nullptr;
  void (*leave)() = nullptr;
};

/// The name that dlsym looks up, of a function that fills a Transport*.
constexpr const char* start_function = "tradewind_start_ranks";

}  // namespace tradewind::ranks
