/// The extract of a ledger: who is who and what every indicator says, in one piece of memory that is searched as it
/// lies. It is all that a check asks of a ledger.
///
/// It rests in a file beside the ledger (ledger.duckdb.extract) that is written whenever the ledger is built or added
/// to, so that a check opens no database. The file is a copy and never the truth: it holds the digest of the ledger
/// that it was taken from, and where it is absent, damaged, of another version or of another ledger, the extract is
/// taken from the ledger anew.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>

#include "tradewind/ledger/content_digest.hpp"
#include "tradewind/ledger/database.hpp"
#include "tradewind/ledger/schema.hpp"
#include "tradewind/world/interval.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind {

struct ExtractHeader;
struct ExtractRow;

class Extract {
 public:
  /// Takes it from a ledger's tables.
  static Extract of(const Database& ledger, const LedgerInformation& information);
  /// The one in the file beside a ledger, when it is whole and was taken from what the ledger holds now; else nothing.
  static std::optional<Extract> beside(const std::filesystem::path& ledger);
  static std::filesystem::path file_beside(const std::filesystem::path& ledger);
  /// Writes the file, whole or not at all, as the extract of a ledger with this digest. InputError when it cannot be
  /// written.
  void write(const std::filesystem::path& file, const ContentDigest& ledger) const;

  LedgerInformation information() const;
  World world() const;

  /// A row of the ledger's table `reading`; its texts stay where they are. A bound that is NULL there is infinite here.
  struct Row {
    std::string_view indicator, reporter, partner, flow, measure, period, among, unit, basis;
    Interval value;
    std::string_view arithmetic, publisher, publication, published, url;
  };

  /// Where a row lies.
  struct Place {
    std::uint32_t number = 0;
    Place operator*() const { return *this; }
    Place& operator++() { return ++number, *this; }
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  Row row(Place place) const;

  /// Rows that lie together: ordered by indicator, reporter and period, beyond that as in the ledger.
  struct Places {
    Place first, last;
    Place begin() const { return first; }
    Place end() const { return last; }
  };
  Places rows_of(std::string_view indicator) const;
  Places rows_of(std::string_view indicator, std::string_view reporter) const;
  /// Those whose period, as text, is not before `first` and before `end`.
  Places rows_of(std::string_view indicator, std::string_view reporter, std::string_view first,
                 std::string_view end) const;

 private:
  using Bytes = std::span<const std::byte>;
  /// `bytes` are the whole file, or what it would be, and belong to `owner`.
  Extract(std::shared_ptr<const void> owner, Bytes bytes);

  const ExtractHeader& header() const;
  std::string_view text(std::uint32_t number) const;
  /// The number of a text that is there, and of the first that is not before another.
  std::optional<std::uint32_t> number_of(std::string_view text) const;
  std::uint32_t first_not_before(std::string_view text) const;
  /// Indicator, reporter and period by the numbers of their texts.
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
  Places between(const Key& first, const Key& end) const;

  std::shared_ptr<const void> owner_;
  Bytes bytes_;
  std::span<const ExtractRow> rows_;
  std::span<const std::uint32_t> world_cells_, text_ends_;
  const char* texts_ = nullptr;
};

}  // namespace tradewind
