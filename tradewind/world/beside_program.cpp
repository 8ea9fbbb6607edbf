#include "tradewind/world/beside_program.hpp"

#include <system_error>

namespace tradewind {

std::filesystem::path beside_program(std::string_view file) {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / file;
}

}  // namespace tradewind
