#include "tradewind/report/write_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, const fs::path& folder, int error) {
  const std::string where = file.string();
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      throw InputError(where, "the folder " + folder.string() + " does not exist", "a folder to write to",
                       "Make it with: mkdir -p " + folder.string());
    case EACCES:
    case EPERM:
    case EROFS:
      throw InputError(where, "cannot be written: " + std::string(std::strerror(error)),
                       "a folder that you may write to",
                       "Choose another place for the output, or change the rights of " + folder.string());
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      throw InputError(where, "cannot be written: " + std::string(std::strerror(error)), "room on the disk",
                       "Nothing was written. Free some room, or choose another place for the output.");
    default:
      throw InputError(where, "cannot be written: " + std::string(std::strerror(error)), "",
                       "Nothing was written. Choose another place for the output.");
  }
}

// The error number, 0 when all was written.
int write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

namespace {

struct Destination {
  fs::path target, folder;
  bool is_device = false;  // or a pipe: whatever is there and no file
};

// InputError where there can be no file.
Destination place_of(const fs::path& file) {
  std::error_code ignored;
  // A link keeps pointing at the file that it names; that file is the one replaced.
  const fs::path target = fs::is_symlink(file, ignored) ? fs::weakly_canonical(file, ignored) : file;
  const auto status = fs::status(target, ignored);
  if (fs::is_directory(status))
    throw InputError(file.string(), "is a folder", "the name of a file",
                     "Name the file to write in it: " + (file / "FILE").string());
  if (target.filename().empty()) throw InputError(file.string(), "names no file", "the name of a file");
  return {target, target.has_parent_path() ? target.parent_path() : fs::path("."),
          fs::exists(status) && !fs::is_regular_file(status)};
}

}  // namespace

void require_writable(const fs::path& file) {
  const auto [target, folder, is_device] = place_of(file);
  if (::access(is_device ? target.c_str() : folder.c_str(), W_OK) != 0) refuse(file, folder, errno);
}

void write_file(const fs::path& file, std::string_view content) {
  const auto [target, folder, is_device] = place_of(file);
  if (is_device) {
    const int device = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (device < 0) refuse(file, folder, errno);
    const int error = write_all(device, content);
    ::close(device);
    if (error != 0) refuse(file, folder, error);
    return;
  }

  std::string beside = (folder / ("." + target.filename().string() + ".XXXXXX")).string();
  const int descriptor = ::mkstemp(beside.data());
  if (descriptor < 0) refuse(file, folder, errno);
  struct stat old {};
  const mode_t mode = ::stat(target.c_str(), &old) == 0 ? old.st_mode & 07777u : usual_mode();
  int error = write_all(descriptor, content);
  if (error == 0 && ::fchmod(descriptor, mode) != 0) error = errno;
  // Without this a crash could leave the new name with no content.
  if (error == 0 && ::fsync(descriptor) != 0 && errno != EINVAL) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(beside.c_str(), target.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(beside.c_str());
    refuse(file, folder, error);
  }
}

}  // namespace tradewind
