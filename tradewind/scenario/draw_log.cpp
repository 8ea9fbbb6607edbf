#include "tradewind/scenario/draw_log.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {
namespace {

struct Head {
  std::array<char, 16> magic{'t', 'r', 'a', 'd', 'e', 'w', 'i', 'n', 'd', ' ', 'd', 'r', 'a', 'w', 's', '\n'};
  std::uint64_t version = 1;
  std::uint64_t numbers = 0;
  std::uint64_t low = 0, high = 0;
  std::uint64_t reserved = 0;
  std::uint64_t checksum = 0;  ///< of all before
};
static_assert(sizeof(Head) == 64);

constexpr std::size_t checked_bytes = sizeof(Head) - sizeof(std::uint64_t);

// The whole of a piece at a place, or less at the end of the file.
std::size_t read_at(int descriptor, void* to, std::size_t bytes, std::uint64_t from) {
  std::size_t done = 0;
  while (done < bytes) {
    const ssize_t got =
        ::pread(descriptor, static_cast<char*>(to) + done, bytes - done, static_cast<off_t>(from + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

bool write_at(int descriptor, const void* from, std::size_t bytes, std::uint64_t to) {
  std::size_t done = 0;
  while (done < bytes) {
    const ssize_t put =
        ::pwrite(descriptor, static_cast<const char*>(from) + done, bytes - done, static_cast<off_t>(to + done));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    done += static_cast<std::size_t>(put);
  }
  return true;
}

// A record says which draw it is by its checksum, so that a piece of another place is not taken for it.
std::uint64_t checksum_of(const double* numbers, std::size_t count, std::uint64_t draw) {
  return XXH3_64bits_withSeed(numbers, count * sizeof(double), draw);
}

}  // namespace

FingerprintOf& FingerprintOf::operator<<(const std::string& text) {
  *this << static_cast<std::uint64_t>(text.size());
  bytes_ += text;
  return *this;
}

FingerprintOf& FingerprintOf::operator<<(std::uint64_t number) {
  bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  return *this;
}

FingerprintOf& FingerprintOf::operator<<(double number) { return *this << std::bit_cast<std::uint64_t>(number); }

FingerprintOf& FingerprintOf::operator<<(std::span<const double> numbers) {
  *this << static_cast<std::uint64_t>(numbers.size());
  for (const double number : numbers) *this << number;
  return *this;
}

Fingerprint FingerprintOf::taken() const {
  const XXH128_hash_t hash = XXH3_128bits(bytes_.data(), bytes_.size());
  return {hash.low64, hash.high64};
}

DrawLog::DrawLog(std::filesystem::path file, const Fingerprint& fingerprint, std::size_t numbers, Others others)
    : file_(std::move(file)), numbers_(numbers) {
  descriptor_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail("cannot be opened");
  try {
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0)
      throw InputError(file_.string(), "another run writes its draws there", "a file of this run's own",
                       "Wait until it is done, or name another file: --resume FILE");
    Head head;
    const std::size_t there = read_at(descriptor_, &head, sizeof head, 0);
    // A head that was torn: whatever there is of it is ours.
    const Head ours;
    const bool torn = there < sizeof head && std::memcmp(&head, &ours, std::min(there, sizeof ours.magic)) == 0;
    bool known = there == sizeof head && head.magic == ours.magic && head.version == ours.version &&
                 head.checksum == XXH3_64bits(&head, checked_bytes);
    if (!torn && !known)
      throw InputError(file_.string(), "is no file of draws", "one that an earlier run left, or a new name");
    if (known && (head.low != fingerprint.low || head.high != fingerprint.high || head.numbers != numbers_)) {
      if (others == Others::refuse)
        throw InputError(file_.string(), "holds draws of another scenario, other data, another seed or version",
                         "draws of this scenario", "Name another file, or take this one away.");
      known = false;
    }
    if (!known) {
      head = ours;
      head.numbers = numbers_, head.low = fingerprint.low, head.high = fingerprint.high;
      head.checksum = XXH3_64bits(&head, checked_bytes);
      if (::ftruncate(descriptor_, 0) != 0 || !write_at(descriptor_, &head, sizeof head, 0)) fail("cannot be written");
    }
    count_ = whole_records();
    if (::ftruncate(descriptor_, static_cast<off_t>(sizeof(Head) + count_ * record_size())) != 0)
      fail("cannot be written");
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

DrawLog::~DrawLog() { ::close(descriptor_); }

void DrawLog::fail(const char* what) const {
  throw InputError(file_.string(), fmt::format("{}: {}", what, std::strerror(errno)),
                   "a place with room that you may write to");
}

std::uint64_t DrawLog::whole_records() const {
  std::vector<double> record(numbers_ + 1);
  for (std::uint64_t draw = 0;; ++draw) {
    const std::uint64_t place = sizeof(Head) + draw * record_size();
    if (read_at(descriptor_, record.data(), record_size(), place) < record_size()) return draw;
    if (std::bit_cast<std::uint64_t>(record.back()) != checksum_of(record.data(), numbers_, draw)) return draw;
  }
}

void DrawLog::read(equilibrium::DrawMatrix& draws, std::uint64_t rows) const {
  for (std::uint64_t draw = 0; draw < rows; ++draw)
    if (read_at(descriptor_, draws.row(static_cast<Eigen::Index>(draw)).data(), numbers_ * sizeof(double),
                sizeof(Head) + draw * record_size()) < numbers_ * sizeof(double))
      fail("cannot be read");
}

void DrawLog::append(std::span<const double> numbers) {
  std::vector<double> record(numbers.begin(), numbers.end());
  record.push_back(std::bit_cast<double>(checksum_of(record.data(), numbers_, count_)));
  if (!write_at(descriptor_, record.data(), record_size(), sizeof(Head) + count_ * record_size()))
    fail("cannot be written");
  ++count_;
}

void DrawLog::remove() { ::unlink(file_.c_str()); }

}  // namespace tradewind::scenario
