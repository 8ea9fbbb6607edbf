/// Writing a file whole or not at all.
#pragma once
#include <filesystem>
#include <string_view>

namespace tradewind {

/// Writes beside the file and renames at the end, so that `file` is the old or the new one, never a half. A device or a
/// pipe (/dev/stdout) is written to as it is. InputError, with nothing left behind, when the folder is absent or cannot
/// be written to, `file` is a folder, or the disk is full.
void write_file(const std::filesystem::path& file, std::string_view content);

/// InputError where write_file is sure to fail: asked before a long computation, not after.
void require_writable(const std::filesystem::path& file);

}  // namespace tradewind
