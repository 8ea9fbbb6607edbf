/// What a ledger file holds, in 24 bytes: how an extract knows that it belongs to exactly this ledger, wherever both
/// were copied to.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

namespace tradewind {

struct ContentDigest {
  std::uint64_t size = 0;
  std::uint64_t low = 0, high = 0;  ///< XXH3, 128 bits
  friend bool operator==(const ContentDigest&, const ContentDigest&) = default;
};

/// Nothing when the ledger cannot be read, or does not say all: another program has it open to write, or changes wait
/// in the write-ahead log beside it.
std::optional<ContentDigest> digest_of(const std::filesystem::path& ledger);

}  // namespace tradewind
