// Saved models of any bytes: refused with an InputError, or what is read is written as what it was read from.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tradewind/report/model_json.hpp"
#include "tradewind/world/input_error.hpp"

using namespace tradewind;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const ModelJsonOptions all = {.seconds = true, .covariance = true, .effects = true, .as_list = true};
    const auto models = models_from_json({reinterpret_cast<const char*>(data), size}, "fuzz.json");
    const std::string written = models_json(models, all);
    if (models_json(models_from_json(written, "written"), all) != written) std::abort();
  } catch (const InputError& error) {
    if (error.where().starts_with("written")) std::abort();
  }
  return 0;
}
