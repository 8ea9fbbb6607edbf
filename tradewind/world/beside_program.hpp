/// Files that are installed beside the program.
#pragma once
#include <filesystem>
#include <string_view>

namespace tradewind {

/// The path of that file in the folder of the running program, whether it exists or not.
std::filesystem::path beside_program(std::string_view file);

}  // namespace tradewind
