#include "tradewind/ledger/content_digest.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <system_error>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace tradewind {
namespace {

// Whoever changes a ledger holds a lock of this kind on it; to read it one would wait for that.
bool is_being_written(int descriptor) {
  struct flock lock {};
  lock.l_type = F_RDLCK;
  return fcntl(descriptor, F_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
}

// Read, not mapped: a file that somebody cuts short meanwhile ends early then, and does not end the program.
std::optional<ContentDigest> digest_of_rest(int descriptor) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  ContentDigest digest;
  alignas(64) std::array<std::byte, std::size_t{64} << 10> piece;
  ssize_t count = 0;
  while ((count = read(descriptor, piece.data(), piece.size())) > 0) {
    XXH3_128bits_update(&state, piece.data(), static_cast<std::size_t>(count));
    digest.size += static_cast<std::uint64_t>(count);
  }
  if (count < 0) return std::nullopt;
  const XXH128_hash_t hash = XXH3_128bits_digest(&state);
  digest.low = hash.low64;
  digest.high = hash.high64;
  return digest;
}

}  // namespace

std::optional<ContentDigest> digest_of(const std::filesystem::path& ledger) {
  std::error_code error;
  if (std::filesystem::exists(ledger.string() + ".wal", error) || error) return std::nullopt;
  const int descriptor = open(ledger.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  std::optional<ContentDigest> digest;
  if (!is_being_written(descriptor)) digest = digest_of_rest(descriptor);
  close(descriptor);
  return digest;
}

}  // namespace tradewind
