// Scenario files of any bytes: refused with an InputError that names the file, or read.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tradewind/scenario/scenario.hpp"
#include "tradewind/world/input_error.hpp"

using namespace tradewind;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    scenario::parse_scenario({reinterpret_cast<const char*>(data), size}, "fuzz.toml");
  } catch (const InputError& error) {
    if (!error.where().starts_with("fuzz.toml")) std::abort();
  }
  return 0;
}
