#include "tradewind/ledger/extract.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tradewind/ledger/import.hpp"
#include "tradewind/ledger/write_beside.hpp"
#include "tradewind/world/input_error.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace tradewind {

// The file, in this order: header; rows; cells of the world's tables; where each text ends; the texts. Numbers are as
// the machine has them: on one of the other byte order the version is another one.
//
// Texts are told by their number. The first of them, those that are searched for, are sorted, so that their numbers are
// ordered as they are; the arithmetic of the readings, of which each is there once, comes after them.
struct Extract::Header {
  static constexpr std::array<char, 16> name = {'T', 'r', 'a', 'd', 'e', 'w', 'i', 'n',
                                                'd', ' ', 'l', 'e', 'd', 'g', 'e', 'r'};
  static constexpr std::uint32_t current_version = 1;

  std::array<char, 16> magic = name;
  std::uint64_t checksum = 0;  ///< XXH3 of all that follows
  std::uint64_t size = 0;      ///< of the file
  ContentDigest ledger;
  std::uint32_t version = current_version;
  std::uint32_t schema = schema_version;
  std::uint32_t stamp = 0, made_from = 0;  // texts
  std::uint32_t rows = 0, texts = 0, sorted_texts = 0;
  struct TableSize {
    std::uint32_t columns = 0, rows = 0;
  };
  std::array<TableSize, std::tuple_size_v<WorldTables>> world{};
  std::uint32_t unused = 0;
};

struct Extract::StoredRow {
  double low, high;
  std::uint32_t indicator, reporter, period;  // the order of the rows
  std::uint32_t partner, flow, measure, among, unit, basis, publisher, publication, published, url, arithmetic;

  Key key() const { return {indicator, reporter, period}; }
};

namespace {

// Texts by their numbers: at first in the order in which they come, in the end sorted.
class Texts {
 public:
  std::uint32_t number_of(const std::string& text) {
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::uint32_t number_of(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? number_of(to_string(cell)) : number_of(*text);
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }

  /// The texts in their order, and for each number that was given what it is now.
  std::pair<std::vector<std::string_view>, std::vector<std::uint32_t>> sorted() const {
    std::vector<std::pair<std::string_view, std::uint32_t>> order(numbers_.begin(), numbers_.end());
    std::ranges::sort(order);
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> now(order.size());
    for (const auto& [text, number] : order) {
      now[number] = static_cast<std::uint32_t>(texts.size());
      texts.push_back(text);
    }
    return {std::move(texts), std::move(now)};
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

template <typename Item>
std::span<const Item> take(std::span<const std::byte>& bytes, std::size_t count) {
  const auto taken = bytes.first(count * sizeof(Item));
  bytes = bytes.subspan(taken.size());
  return {reinterpret_cast<const Item*>(taken.data()), count};
}

template <typename Item>
void put(std::string& file, std::span<const Item> items) {
  static_assert(std::has_unique_object_representations_v<Item> || sizeof(Item) == 72);
  file.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
}

template <typename Header>
std::uint64_t checksum_of(const Header& header, std::span<const std::byte> rest) {
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  constexpr std::size_t after = offsetof(Header, checksum) + sizeof(header.checksum);
  XXH3_64bits_update(&state, reinterpret_cast<const std::byte*>(&header) + after, sizeof header - after);
  XXH3_64bits_update(&state, rest.data(), rest.size());
  return XXH3_64bits_digest(&state);
}

}  // namespace

Extract::Extract(std::shared_ptr<const void> owner, Bytes bytes) : owner_(std::move(owner)), bytes_(bytes) {
  Bytes rest = bytes.subspan(sizeof(Header));
  std::size_t cells = 0;
  for (const auto& table : header().world) cells += std::size_t{table.columns} * table.rows;
  rows_ = take<StoredRow>(rest, header().rows);
  world_cells_ = take<std::uint32_t>(rest, cells);
  text_ends_ = take<std::uint32_t>(rest, header().texts);
  texts_ = reinterpret_cast<const char*>(rest.data());
}

const Extract::Header& Extract::header() const { return *reinterpret_cast<const Header*>(bytes_.data()); }

Extract Extract::of(const Database& ledger, const LedgerInformation& information) {
  const Table readings = ledger.query(
      "SELECT low, high, indicator, reporter, period, partner, flow, measure, among, unit, basis, publisher, "
      "publication, published, url, arithmetic FROM reading");
  const WorldTables world = world_tables(ledger);

  Header header;
  Texts texts;
  header.stamp = texts.number_of(information.stamp);
  header.made_from = texts.number_of(information.made_from);
  std::vector<std::uint32_t> cells;
  for (std::size_t i = 0; i < world.size(); ++i) {
    header.world[i] = {static_cast<std::uint32_t>(world[i].columns.size()),
                       static_cast<std::uint32_t>(world[i].rows.size())};
    for (const auto& row : world[i].rows)
      for (const auto& cell : row) cells.push_back(texts.number_of(cell));
  }
  std::vector<StoredRow> rows;
  rows.reserve(readings.rows.size());
  for (const auto& row : readings.rows) {
    const auto bound = [&row](std::size_t column, double open) {
      const auto* number = std::get_if<double>(&row[column]);
      return number == nullptr ? open : *number;
    };
    const auto number = [&row, &texts](std::size_t column) { return texts.number_of(row[column]); };
    const Interval anything;
    rows.push_back({.low = bound(0, anything.low),
                    .high = bound(1, anything.high),
                    .indicator = number(2),
                    .reporter = number(3),
                    .period = number(4),
                    .partner = number(5),
                    .flow = number(6),
                    .measure = number(7),
                    .among = number(8),
                    .unit = number(9),
                    .basis = number(10),
                    .publisher = number(11),
                    .publication = number(12),
                    .published = number(13),
                    .url = number(14),
                    .arithmetic = static_cast<std::uint32_t>(rows.size())});
  }

  auto [in_order, now] = texts.sorted();
  header.sorted_texts = texts.size();
  header.stamp = now[header.stamp];
  header.made_from = now[header.made_from];
  for (auto& cell : cells) cell = now[cell];
  for (auto& row : rows)
    for (auto* text : {&row.indicator, &row.reporter, &row.period, &row.partner, &row.flow, &row.measure, &row.among,
                       &row.unit, &row.basis, &row.publisher, &row.publication, &row.published, &row.url})
      *text = now[*text];
  std::ranges::stable_sort(rows, {}, &StoredRow::key);
  for (auto& row : rows) {
    const auto* arithmetic = std::get_if<std::string>(&readings.rows[row.arithmetic].back());
    row.arithmetic = static_cast<std::uint32_t>(in_order.size());
    in_order.push_back(arithmetic == nullptr ? std::string_view() : std::string_view(*arithmetic));
  }
  header.rows = static_cast<std::uint32_t>(rows.size());
  header.texts = static_cast<std::uint32_t>(in_order.size());

  std::vector<std::uint32_t> ends;
  ends.reserve(in_order.size());
  std::size_t end = 0;
  for (const auto text : in_order) ends.push_back(static_cast<std::uint32_t>(end += text.size()));
  assert(end <= std::numeric_limits<std::uint32_t>::max());
  header.size = sizeof header + rows.size() * sizeof(StoredRow) + (cells.size() + ends.size()) * 4 + end;

  const auto file = std::make_shared<std::string>();
  file->reserve(header.size);
  put(*file, std::span<const Header>(&header, 1));
  put(*file, std::span<const StoredRow>(rows));
  put(*file, std::span<const std::uint32_t>(cells));
  put(*file, std::span<const std::uint32_t>(ends));
  for (const auto text : in_order) *file += text;
  const auto bytes = std::as_bytes(std::span(*file));
  return {file, bytes};
}

std::filesystem::path Extract::file_beside(const std::filesystem::path& ledger) { return ledger.string() + ".extract"; }

std::optional<Extract> Extract::beside(const std::filesystem::path& ledger) {
  const int descriptor = open(file_beside(ledger).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat status {};
  const std::size_t size = fstat(descriptor, &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
  void* memory =
      size < sizeof(Header) ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  close(descriptor);
  if (memory == MAP_FAILED) return std::nullopt;
  const std::shared_ptr<const void> owner(memory, [size](void* mapped) { munmap(mapped, size); });
  const Bytes bytes(static_cast<const std::byte*>(memory), size);

  const auto& header = *static_cast<const Header*>(memory);
  if (header.magic != Header::name || header.version != Header::current_version || header.schema != schema_version ||
      header.size != size || header.checksum != checksum_of(header, bytes.subspan(sizeof header)) ||
      header.ledger != digest_of(ledger))
    return std::nullopt;
  return Extract(owner, bytes);
}

void Extract::write(const std::filesystem::path& file, const ContentDigest& ledger) const {
  Header now = header();
  now.ledger = ledger;
  const Bytes rest = bytes_.subspan(sizeof now);
  now.checksum = checksum_of(now, rest);
  FileBeside beside(file);
  std::ofstream stream(beside.path(), std::ios::binary);
  stream.write(reinterpret_cast<const char*>(&now), sizeof now);
  stream.write(reinterpret_cast<const char*>(rest.data()), static_cast<std::streamsize>(rest.size()));
  stream.close();
  if (!stream) throw InputError(file.string(), "cannot be written", "a place with room that you may write to");
  beside.commit();
}

std::string_view Extract::text(std::uint32_t id) const {
  const std::uint32_t begin = id == 0 ? 0 : text_ends_[id - 1];
  return {texts_ + begin, text_ends_[id] - begin};
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

Extract::Row Extract::row(std::uint32_t place) const {
  const StoredRow& row = rows_[place];
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
  const auto sorted = std::views::iota(std::uint32_t{0}, header().sorted_texts);
  return *std::ranges::partition_point(sorted, [&](std::uint32_t id) { return text(id) < wanted; });
}

std::optional<std::uint32_t> Extract::number_of(std::string_view wanted) const {
  const std::uint32_t number = first_not_before(wanted);
  if (number == header().sorted_texts || text(number) != wanted) return std::nullopt;
  return number;
}

Extract::Places Extract::between(const Key& first, const Key& end) const {
  const auto place_of = [this](const Key& key) {
    const auto before = [&key](const StoredRow& row) { return row.key() < key; };
    return static_cast<std::uint32_t>(std::ranges::partition_point(rows_, before) - rows_.begin());
  };
  return {place_of(first), place_of(end)};
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
