#include "tradewind/ledger/write_beside.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

std::filesystem::path beside(const std::filesystem::path& target) {
  // The ending stays the target's own: it says in which format DuckDB writes.
  return target.parent_path() /
         fmt::format(".{}.{}.new{}", target.stem().string(), getpid(), target.extension().string());
}

[[noreturn]] void cannot_write(const std::filesystem::path& target, const std::string& why) {
  throw InputError(target.string(), "cannot be written: " + why, "a place with room that you may write to");
}

}  // namespace

FileBeside::FileBeside(std::filesystem::path target) : target_(std::move(target)), path_(beside(target_)) {
  if (std::filesystem::is_directory(target_)) cannot_write(target_, "it is a folder");
  const int descriptor = open(path_.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) cannot_write(target_, std::strerror(errno));
  close(descriptor);
  // DuckDB and the formats that it writes make their files themselves.
  unlink(path_.c_str());
}

FileBeside::~FileBeside() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  std::filesystem::remove(path_.string() + ".wal", ignored);
}

void FileBeside::commit() {
  const int descriptor = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) cannot_write(target_, std::strerror(errno));
  const bool synced = fsync(descriptor) == 0;
  const int why = errno;
  close(descriptor);
  if (!synced) cannot_write(target_, std::strerror(why));
  commit_unsynced();
}

void FileBeside::commit_unsynced() {
  std::error_code error;
  std::filesystem::rename(path_, target_, error);
  if (error) cannot_write(target_, error.message());
}

WritersTurn::WritersTurn(const std::filesystem::path& ledger) {
  // Whoever had its turn just now has put a new file in the place of the one that was locked: look again.
  for (;;) {
    descriptor_ = open(ledger.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) throw InputError(ledger.string(), std::strerror(errno), "a ledger that you may read");
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      close(descriptor_);
      throw InputError(ledger.string(), "another program is adding to this ledger", "a ledger that nobody writes to",
                       "Wait until it is done and try again.");
    }
    struct stat held {
    }, there{};
    if (fstat(descriptor_, &held) == 0 && stat(ledger.c_str(), &there) == 0 && held.st_ino == there.st_ino &&
        held.st_dev == there.st_dev)
      return;
    close(descriptor_);
  }
}

WritersTurn::~WritersTurn() { close(descriptor_); }

}  // namespace tradewind
