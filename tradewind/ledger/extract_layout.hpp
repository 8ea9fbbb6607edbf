/// How an extract lies in its file, in this order: header; rows; cells of the world's tables, row by row; where each
/// text ends; the texts, one after the other.
///
/// Numbers are as the machine has them: to one of the other byte order, the version is another one. Texts are told by
/// their number; they are sorted, so that their numbers are ordered as they are.
#pragma once
#include <array>
#include <cstdint>
#include <tuple>
#include <type_traits>

#include "tradewind/ledger/content_digest.hpp"
#include "tradewind/ledger/import.hpp"
#include "tradewind/ledger/schema.hpp"

namespace tradewind {

struct ExtractRow {
  double low = 0, high = 0;
  std::uint32_t indicator = 0, reporter = 0, period = 0;  ///< the order of the rows
  std::uint32_t partner = 0, flow = 0, measure = 0, among = 0, unit = 0, basis = 0, arithmetic = 0, publisher = 0,
                publication = 0, published = 0, url = 0;

  auto key() const { return std::tuple(indicator, reporter, period); }
};

struct ExtractHeader {
  static constexpr std::array<char, 16> name = {'T', 'r', 'a', 'd', 'e', 'w', 'i', 'n',
                                                'd', ' ', 'l', 'e', 'd', 'g', 'e', 'r'};
  /// Goes up whenever anything changes here, or in the tables of load_world.cpp.
  static constexpr std::uint32_t current_version = 1;

  std::array<char, 16> magic = name;
  std::uint64_t checksum = 0;  ///< XXH3 of all that follows
  std::uint64_t size = 0;      ///< of the file
  ContentDigest ledger;        ///< whose extract this is
  std::uint32_t version = current_version;
  std::uint32_t schema = schema_version;
  std::uint32_t stamp = 0, made_from = 0;  ///< texts
  std::uint32_t rows = 0, cells = 0, texts = 0, padding = 0;
  struct TableSize {
    std::uint32_t rows = 0, columns = 0;
  };
  std::array<TableSize, std::tuple_size_v<WorldTables>> world{};

  /// Where the texts begin.
  std::uint64_t texts_begin() const {
    return sizeof(ExtractHeader) + sizeof(ExtractRow) * std::uint64_t{rows} +
           sizeof(std::uint32_t) * (std::uint64_t{cells} + texts);
  }
};

// Nothing in between that no member holds: it would be written, and checked.
static_assert(std::has_unique_object_representations_v<ExtractHeader>);
static_assert(sizeof(ExtractRow) == 2 * sizeof(double) + 14 * sizeof(std::uint32_t));

}  // namespace tradewind
