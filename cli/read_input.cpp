#include "cli/read_input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {
namespace {

constexpr std::size_t most_bytes = (std::size_t{64} << 20) + 1;

std::string read_all(int descriptor, const std::string& name) {
  std::string bytes;
  std::size_t used = 0;
  while (used < most_bytes) {
    bytes.resize(std::min(most_bytes, std::max<std::size_t>(2 * used, std::size_t{1} << 16)));
    const ssize_t got = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw InputError(name, "cannot be read: " + std::string(std::strerror(errno)), "a text file");
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(used);
  return bytes;
}

class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

std::string input_name(const std::string& file) { return file == "-" ? "standard input" : file; }

std::string read_input(const std::string& file) {
  if (file == "-") return read_all(STDIN_FILENO, input_name(file));
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR)
      throw InputError(file, "there is no such file", "a text file",
                       "Check the path, or write - to read standard input.");
    if (error == EACCES)
      throw InputError(file, "may not be read: " + std::string(std::strerror(error)),
                       "a file with the right to read it", "Allow it with: chmod +r " + file);
    throw InputError(file, "cannot be opened: " + std::string(std::strerror(error)), "a text file");
  }
  const OpenFile open(descriptor);
  struct stat status {};
  if (::fstat(open.descriptor(), &status) == 0 && S_ISDIR(status.st_mode))
    throw InputError(file, "is a folder", "a text file",
                     "Name the files in it: " + file + (file.ends_with('/') ? "" : "/") + "*.txt");
  return read_all(open.descriptor(), file);
}

void keep_inputs(const std::string& output, std::span<const std::filesystem::path> inputs) {
  std::error_code error;
  for (const std::filesystem::path& input : inputs)
    if (std::filesystem::equivalent(input, output, error))
      throw InputError(output, "is read and would be written over", "another file for the result");
}

}  // namespace tradewind::cli
