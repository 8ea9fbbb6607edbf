#include "tradewind/ledger/extract.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <string>
#include <utility>

#include "tradewind/ledger/extract_layout.hpp"
#include "tradewind/ledger/import.hpp"
#include "tradewind/ledger/write_beside.hpp"
#include "tradewind/world/input_error.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace tradewind {
namespace {

std::uint64_t checksum_of(const ExtractHeader& header, std::span<const std::byte> rest) {
  constexpr std::size_t after = offsetof(ExtractHeader, checksum) + sizeof header.checksum;
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  XXH3_64bits_update(&state, reinterpret_cast<const std::byte*>(&header) + after, sizeof header - after);
  XXH3_64bits_update(&state, rest.data(), rest.size());
  return XXH3_64bits_digest(&state);
}

/// A file's bytes, which are there as long as their owner; none when it cannot be mapped.
std::pair<std::shared_ptr<const void>, std::span<const std::byte>> map(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return {};
  struct stat status {};
  const std::size_t size = fstat(descriptor, &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
  void* memory = size == 0 ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  close(descriptor);
  if (memory == MAP_FAILED) return {};
  return {std::shared_ptr<const void>(memory, [size](void* mapped) { munmap(mapped, size); }),
          {static_cast<const std::byte*>(memory), size}};
}

bool is_whole(std::span<const std::byte> bytes) {
  if (bytes.size() < sizeof(ExtractHeader)) return false;
  const auto& header = *reinterpret_cast<const ExtractHeader*>(bytes.data());
  return header.magic == ExtractHeader::name && header.version == ExtractHeader::current_version &&
         header.schema == schema_version && header.size == bytes.size() && header.texts_begin() <= header.size &&
         header.checksum == checksum_of(header, bytes.subspan(sizeof header));
}

template <typename Item>
std::span<const Item> take(std::span<const std::byte>& bytes, std::size_t count) {
  const auto taken = bytes.first(count * sizeof(Item));
  bytes = bytes.subspan(taken.size());
  return {reinterpret_cast<const Item*>(taken.data()), count};
}

}  // namespace

Extract::Extract(std::shared_ptr<const void> owner, Bytes bytes) : owner_(std::move(owner)), bytes_(bytes) {
  Bytes rest = bytes.subspan(sizeof(ExtractHeader));
  rows_ = take<ExtractRow>(rest, header().rows);
  world_cells_ = take<std::uint32_t>(rest, header().cells);
  text_ends_ = take<std::uint32_t>(rest, header().texts);
  texts_ = reinterpret_cast<const char*>(rest.data());
}

const ExtractHeader& Extract::header() const { return *reinterpret_cast<const ExtractHeader*>(bytes_.data()); }

std::filesystem::path Extract::file_beside(const std::filesystem::path& ledger) { return ledger.string() + ".extract"; }

std::optional<Extract> Extract::beside(const std::filesystem::path& ledger) {
  const auto [owner, bytes] = map(file_beside(ledger));
  if (!is_whole(bytes)) return std::nullopt;
  Extract extract(owner, bytes);
  if (extract.header().ledger != digest_of(ledger)) return std::nullopt;
  return extract;
}

void Extract::write(const std::filesystem::path& file, const ContentDigest& ledger) const {
  ExtractHeader now = header();
  now.ledger = ledger;
  const Bytes rest = bytes_.subspan(sizeof now);
  now.checksum = checksum_of(now, rest);
  FileBeside beside(file);
  std::ofstream stream(beside.path(), std::ios::binary);
  stream.write(reinterpret_cast<const char*>(&now), sizeof now);
  stream.write(reinterpret_cast<const char*>(rest.data()), static_cast<std::streamsize>(rest.size()));
  stream.close();
  if (!stream) throw InputError(file.string(), "cannot be written", "a place with room that you may write to");
  beside.commit_unsynced();
}

std::string_view Extract::text(std::uint32_t number) const {
  const std::uint32_t begin = number == 0 ? 0 : text_ends_[number - 1];
  return {texts_ + begin, text_ends_[number] - begin};
}

LedgerInformation Extract::information() const {
  return {std::string(text(header().stamp)), std::string(text(header().made_from))};
}

World Extract::world() const {
  WorldTables tables;
  auto cell = world_cells_.begin();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    tables[i].rows.resize(header().world[i].rows);
    for (auto& row : tables[i].rows)
      for (std::uint32_t column = 0; column < header().world[i].columns; ++column)
        row.emplace_back(std::string(text(*cell++)));
  }
  return world_of(tables);
}

Extract::Row Extract::row(Place place) const {
  const ExtractRow& row = rows_[place.number];
  return {.indicator = text(row.indicator),
          .reporter = text(row.reporter),
          .partner = text(row.partner),
          .flow = text(row.flow),
          .measure = text(row.measure),
          .period = text(row.period),
          .among = text(row.among),
          .unit = text(row.unit),
          .basis = text(row.basis),
          .value = {row.low, row.high},
          .arithmetic = text(row.arithmetic),
          .publisher = text(row.publisher),
          .publication = text(row.publication),
          .published = text(row.published),
          .url = text(row.url)};
}

std::uint32_t Extract::first_not_before(std::string_view wanted) const {
  const auto before = [&](const std::uint32_t& end) {
    return text(static_cast<std::uint32_t>(&end - text_ends_.data())) < wanted;
  };
  return static_cast<std::uint32_t>(std::ranges::partition_point(text_ends_, before) - text_ends_.begin());
}

std::optional<std::uint32_t> Extract::number_of(std::string_view wanted) const {
  const std::uint32_t number = first_not_before(wanted);
  if (number == header().texts || text(number) != wanted) return std::nullopt;
  return number;
}

Extract::Places Extract::between(const Key& first, const Key& end) const {
  const auto place_of = [this](const Key& key) {
    const auto before = [&key](const ExtractRow& row) { return row.key() < key; };
    return Place{static_cast<std::uint32_t>(std::ranges::partition_point(rows_, before) - rows_.begin())};
  };
  const Place begin = place_of(first);
  return {begin, std::max(begin, place_of(end))};
}

Extract::Places Extract::rows_of(std::string_view indicator) const {
  const auto which = number_of(indicator);
  if (!which) return {};
  return between({*which, 0, 0}, {*which + 1, 0, 0});
}

Extract::Places Extract::rows_of(std::string_view indicator, std::string_view reporter) const {
  const auto which = number_of(indicator), whose = number_of(reporter);
  if (!which || !whose) return {};
  return between({*which, *whose, 0}, {*which, *whose + 1, 0});
}

Extract::Places Extract::rows_of(std::string_view indicator, std::string_view reporter, std::string_view first,
                                 std::string_view end) const {
  const auto which = number_of(indicator), whose = number_of(reporter);
  if (!which || !whose) return {};
  return between({*which, *whose, first_not_before(first)}, {*which, *whose, first_not_before(end)});
}

}  // namespace tradewind
