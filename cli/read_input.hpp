/// Reading what the user names on the command line.
#pragma once
#include <filesystem>
#include <span>
#include <string>

namespace tradewind::cli {

/// The bytes of a file, or of standard input for "-". At most one byte more than 64 MiB is read, so that whoever gets
/// them can see that it is too large. InputError when the file is absent, a folder or cannot be read.
std::string read_input(const std::string& file);

/// InputError when a file to be written is one of those that are read.
void keep_inputs(const std::string& output, std::span<const std::filesystem::path> inputs);

/// The name of an input in messages and results.
std::string input_name(const std::string& file);

}  // namespace tradewind::cli
