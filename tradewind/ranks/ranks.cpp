#include "tradewind/ranks/ranks.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "tradewind/ranks/transport.hpp"
#include "tradewind/world/beside_program.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::ranks {
namespace {

Transport start() {
  const int processes = launched();
  if (processes <= 1) return {};
  const auto refused = [processes](const std::string& reason) {
    return InputError(fmt::format("{} processes", processes), reason, "one process, or a program built with MPI",
                      "Install libopenmpi-dev and build again, or start the program without mpirun.");
  };
  // Open MPI's own plug-ins look its symbols up globally. The library is never closed: it is used until the end.
  // It lies beside the program. (A path that the linker would search is not searched under the address sanitizer.)
  void* library = ::dlopen(beside_program("libtradewind_ranks.so").c_str(), RTLD_NOW | RTLD_GLOBAL);
  if (library == nullptr) throw refused(fmt::format("message passing cannot be loaded ({})", ::dlerror()));
  void* symbol = ::dlsym(library, start_function);
  if (symbol == nullptr) throw refused("libtradewind_ranks.so is of another version");
  void (*function)(Transport*) = nullptr;
  static_assert(sizeof function == sizeof symbol);
  std::memcpy(&function, &symbol, sizeof function);
  Transport transport;
  function(&transport);
  return transport;
}

// Nothing until the first question.
std::optional<Transport> started;

const Transport& transport() {
  if (!started) started = start();
  return *started;
}

std::uint64_t broadcast_size(std::uint64_t size) {
  std::array<char, sizeof size> bytes{};
  std::memcpy(bytes.data(), &size, sizeof size);
  transport().broadcast(bytes.data(), bytes.size());
  std::memcpy(&size, bytes.data(), sizeof size);
  return size;
}

void send(int to, std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  std::array<char, sizeof size> head{};
  std::memcpy(head.data(), &size, sizeof size);
  transport().send(to, head.data(), head.size());
  transport().send(to, bytes.data(), size);
}

std::string receive(int from) {
  std::uint64_t size = 0;
  std::array<char, sizeof size> head{};
  transport().receive(from, head.data(), head.size());
  std::memcpy(&size, head.data(), sizeof size);
  std::string bytes(size, '\0');
  transport().receive(from, bytes.data(), size);
  return bytes;
}

// An error as one message: its four parts, each behind its length.
std::string packed(const InputError& error) {
  std::string bytes;
  for (const std::string& part : {error.where(), error.found(), error.expected(), error.hint()})
    bytes += fmt::format("{}:{}", part.size(), part);
  return bytes;
}

InputError unpacked(std::string_view bytes) {
  std::array<std::string, 4> parts;
  for (std::string& part : parts) {
    std::size_t length = 0;
    const char* colon = std::from_chars(bytes.data(), bytes.data() + bytes.size(), length).ptr;
    bytes.remove_prefix(static_cast<std::size_t>(colon - bytes.data()) + 1);
    part = bytes.substr(0, length);
    bytes.remove_prefix(length);
  }
  return {parts[0], parts[1], parts[2], parts[3]};
}

}  // namespace

int launched() {
  // Slurm's own variable is that of a step: a batch script that starts one process has SLURM_NTASKS too.
  for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MV2_COMM_WORLD_SIZE", "SLURM_STEP_NUM_TASKS"}) {
    const char* value = std::getenv(name);
    int size = 0;
    if (value != nullptr && std::from_chars(value, value + std::strlen(value), size).ec == std::errc{} && size > 0)
      return size;
  }
  return 1;
}

int rank() { return transport().rank; }

int size() { return transport().size; }

bool speaks() { return !started || started->rank == 0; }

std::vector<std::string> gather(std::string_view bytes) {
  if (rank() > 0) {
    send(0, bytes);
    return {};
  }
  std::vector<std::string> all = {std::string(bytes)};
  for (int from = 1; from < size(); ++from) all.push_back(receive(from));
  return all;
}

std::string broadcast(std::string_view bytes) {
  if (size() == 1) return std::string(bytes);
  std::string all(broadcast_size(bytes.size()), '\0');
  if (rank() == 0) all = bytes;
  transport().broadcast(all.data(), all.size());
  return all;
}

void barrier() {
  if (size() > 1) transport().barrier();
}

void together(const std::function<void()>& work) {
  if (size() == 1) return work();
  std::optional<InputError> mine;
  try {
    work();
  } catch (const InputError& error) {
    mine = error;
  }
  std::string first;
  for (const std::string& error : gather(mine ? packed(*mine) : std::string()))
    if (first.empty()) first = error;
  first = broadcast(first);
  if (!first.empty()) throw unpacked(first);
}

void leave() {
  if (started && started->leave != nullptr) started->leave();
  if (started) started->leave = nullptr;
}

}  // namespace tradewind::ranks
