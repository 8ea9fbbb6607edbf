#include "tradewind/estimation/preconditioner.hpp"

#include <tbb/parallel_for.h>

#include <Eigen/Sparse>
#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "tradewind/estimation/lanes.hpp"
#include "tradewind/estimation/large_pages.hpp"
#include "tradewind/estimation/semidefinite.hpp"

namespace tradewind::estimation {
namespace {

// Terms that meet in more than this share of all pairs of levels mix well by themselves: their coupling is left out.
constexpr double dense_coupling = 0.1;
// A coupling whose factor would take more than so many operations a row is left out.
constexpr double most_operations_a_row = 100;
constexpr std::uint32_t levels_looked_at = 32;
constexpr std::size_t groups_looked_at = 256;
// The complement is singular (levels of several effects are known up to constants): its factor needs a little more.
constexpr double ridge = 1e-9;
// Up to so many coordinates, and rows times coordinates, an inverse is a matter of milliseconds.
constexpr std::uint32_t few_coordinates = 400;
constexpr std::size_t few_products = 2'000'000;

constexpr std::size_t columns_per_task = 64, coordinates_per_task = 1 << 13;

using Sparse = Eigen::SparseMatrix<double>;

// Says what a factorisation will cost once the pattern is analysed.
struct Decomposition : Eigen::SimplicialLDLT<Sparse, Eigen::Upper> {
  // The sum of squared column lengths of the factor.
  double operations() const {
    double sum = 0;
    for (Eigen::Index c = 0; c < m_matrix.outerSize(); ++c) {
      const double length = m_matrix.outerIndexPtr()[c + 1] - m_matrix.outerIndexPtr()[c];
      sum += length * length;
    }
    return sum;
  }

  // out = (P' L D L' P)^-1 in for W columns side by side: the factor is read once for all of them.
  template <int W>
  void solve_lanes(const double* in, double* out) const {
    const auto n = static_cast<std::size_t>(m_matrix.cols());
    const int* begin = m_matrix.outerIndexPtr();
    const int* row = m_matrix.innerIndexPtr();
    const double* value = m_matrix.valuePtr();
    const auto place = [&](std::size_t j) {
      return static_cast<std::size_t>(m_P.indices()[static_cast<Eigen::Index>(j)]);
    };
    std::vector<double> x(n * W);
    for (std::size_t j = 0; j < n; ++j) lanes<W>(x.data() + place(j) * W) = lanes<W>(in + j * W);
    const auto at = [&](int i) -> Lanes<W>& { return lanes<W>(x.data() + static_cast<std::size_t>(i) * W); };
    const int last = static_cast<int>(n);
    for (int j = 0; j < last; ++j)
      for (int k = begin[j]; k < begin[j + 1]; ++k) at(row[k]) -= at(j) * value[k];
    for (int j = last; j-- > 0;) {
      at(j) *= 1 / m_diag[j];
      for (int k = begin[j]; k < begin[j + 1]; ++k) at(j) -= at(row[k]) * value[k];
    }
    for (std::size_t j = 0; j < n; ++j) lanes<W>(out + j * W) = lanes<W>(x.data() + place(j) * W);
  }
};

// A group's rows of one coordinate, taken together.
struct Cell {
  std::uint32_t coordinate = 0, group = 0;
};

// The distinct coordinates of coupled terms that each group meets, ascending, and each coordinate's cells.
struct Cells {
  std::vector<std::uint32_t> group_begin;  // group -> its first cell
  PerRow<Cell> cell;
  std::vector<PerRow<std::uint32_t>> of_row;    // term -> position -> cell; empty for terms that are not coupled
  std::vector<std::uint32_t> coordinate_begin;  // coordinate -> its first place in `of_coordinate`
  PerRow<std::uint32_t> of_coordinate;

  /// `used`: the terms that are coupled with any.
  Cells(const SortedRows& rows, const std::vector<std::size_t>& used);
};

Cells::Cells(const SortedRows& rows, const std::vector<std::size_t>& used) : of_row(rows.terms.size()) {
  for (const std::size_t t : used) of_row[t].resize(rows.rows());
  // Each chunk finds its groups' cells; their numbers are put one behind the other.
  std::vector<PerRow<Cell>> found(rows.chunks());
  group_begin.assign(rows.groups() + 1, 0);
  tbb::parallel_for(std::size_t{0}, rows.chunks(), [&](std::size_t chunk) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;  // coordinate, position
    for (std::uint32_t g = rows.chunk_begin[chunk]; g < rows.chunk_begin[chunk + 1]; ++g) {
      const std::size_t first = found[chunk].size();
      for (const std::size_t t : used) {
        keys.clear();
        for (std::uint32_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i)
          keys.emplace_back(rows.terms[t].at(i), i);
        std::ranges::sort(keys);
        for (std::size_t k = 0; k < keys.size(); ++k) {
          if (k == 0 || keys[k].first != keys[k - 1].first) found[chunk].push_back({keys[k].first, g});
          of_row[t][keys[k].second] = static_cast<std::uint32_t>(found[chunk].size() - 1);
        }
      }
      const std::size_t distinct = found[chunk].size() - first;
      group_begin[g + 1] = static_cast<std::uint32_t>(distinct);
    }
  });
  std::size_t cells = 0;
  for (const PerRow<Cell>& own : found) cells += own.size();
  cell.reserve(cells);
  std::uint32_t before = 0;
  for (std::size_t chunk = 0; chunk < rows.chunks(); ++chunk) {
    const std::uint32_t begin = rows.group_begin[rows.chunk_begin[chunk]],
                        end = rows.group_begin[rows.chunk_begin[chunk + 1]];
    for (const std::size_t t : used)
      for (std::uint32_t i = begin; i < end; ++i) of_row[t][i] += before;
    before += static_cast<std::uint32_t>(found[chunk].size());
    cell.insert(cell.end(), found[chunk].begin(), found[chunk].end());
    found[chunk] = PerRow<Cell>();
  }
  std::partial_sum(group_begin.begin(), group_begin.end(), group_begin.begin());
  coordinate_begin.assign(std::size_t{rows.coordinates} + 1, 0);
  for (const Cell& own : cell) ++coordinate_begin[own.coordinate + 1];
  std::partial_sum(coordinate_begin.begin(), coordinate_begin.end(), coordinate_begin.begin());
  of_coordinate.resize(cell.size());
  std::vector<std::uint32_t> next(coordinate_begin.begin(), coordinate_begin.end() - 1);
  for (std::uint32_t c = 0; c < cell.size(); ++c) of_coordinate[next[cell[c].coordinate]++] = c;
}

}  // namespace

// Which terms are worth factorising, and together with which: those whose levels meet few of the others' through the
// groups (chains). Told by looking at some levels of each.
struct Preconditioner::Couplings {
  std::vector<char> coupled;  // terms x terms
  bool any = false, any_between = false;
  double operations = 0;  // of forming what is coupled and factorising it, about

  explicit Couplings(const SortedRows& rows);
  bool operator()(std::size_t s, std::size_t t) const { return coupled[s * terms + t] != 0; }
  /// The terms that are coupled with any.
  std::vector<std::size_t> used() const;

 private:
  std::size_t terms;
};

Preconditioner::Couplings::Couplings(const SortedRows& rows)
    : coupled(rows.terms.size() * rows.terms.size(), 0), terms(rows.terms.size()) {
  std::vector<double> meets(terms * terms, 0.0);  // how many levels of the second a level of the first meets
  const double row_count = static_cast<double>(rows.rows());
  std::vector<char> met;
  for (std::size_t s = 0; s < terms; ++s) {
    const LevelTerm& term = rows.terms[s];
    const std::uint32_t step = std::max<std::uint32_t>(1, term.levels / levels_looked_at);
    std::vector<std::vector<std::uint32_t>> groups(term.levels / step + 1);  // of each level looked at
    for (std::uint32_t g = 0; g < rows.groups(); ++g)
      for (std::uint32_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i) {
        const std::uint32_t level = term.level[i];
        if (level % step != 0) continue;
        auto& own = groups[level / step];
        if (own.size() < groups_looked_at && (own.empty() || own.back() != g)) own.push_back(g);
      }
    for (std::size_t t = 0; t < terms; ++t) {
      const LevelTerm& other = rows.terms[t];
      double met_levels = 0, looked_at = 0;
      for (const auto& own : groups) {
        if (own.empty()) continue;
        met.assign(other.levels, 0);
        for (const std::uint32_t g : own)
          for (std::uint32_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i) met[other.level[i]] = 1;
        met_levels += static_cast<double>(std::ranges::count(met, 1));
        looked_at += 1;
      }
      meets[s * terms + t] = looked_at > 0 ? met_levels / looked_at : other.levels;
    }
  }
  for (std::size_t s = 0; s < terms; ++s)
    for (std::size_t t = 0; t <= s; ++t) {
      // Slopes are coupled with the intercepts of their levels in any case.
      const bool slopes = s != t && rows.terms[s].effect == rows.terms[t].effect;
      const double there = meets[s * terms + t], back = meets[t * terms + s];
      const double levels_s = rows.terms[s].levels, levels_t = rows.terms[t].levels;
      const bool sparse = there < dense_coupling * levels_t && back < dense_coupling * levels_s;
      const double operations_of_these = levels_s * there * there + levels_t * back * back;
      if (!slopes && !(sparse && operations_of_these < most_operations_a_row * row_count)) continue;
      coupled[s * terms + t] = coupled[t * terms + s] = 1;
      any = true;
      operations += operations_of_these;
      any_between = any_between || s != t;
    }
  double pairs = 0;
  for (std::size_t g = 0; g < rows.groups(); ++g) {
    const double size = rows.group_begin[g + 1] - rows.group_begin[g];
    pairs += size * size / 2;
  }
  operations += pairs * static_cast<double>(used().size());
}

std::vector<std::size_t> Preconditioner::Couplings::used() const {
  std::vector<std::size_t> result;
  for (std::size_t t = 0; t < terms; ++t)
    if (std::any_of(coupled.begin() + static_cast<std::ptrdiff_t>(t * terms),
                    coupled.begin() + static_cast<std::ptrdiff_t>((t + 1) * terms), [](char c) { return c != 0; }))
      result.push_back(t);
  return result;
}

struct Preconditioner::Factor {
  const Couplings& couplings;
  Cells cells;
  std::vector<std::uint32_t> term_of;  // coordinate -> term
  std::vector<std::uint32_t> rows_begin;
  PerRow<std::uint32_t> rows_of;  // a coordinate's rows, where different terms are coupled
  Sparse upper;
  Decomposition decomposition;

  Factor(const SortedRows& rows, const Couplings& found);
  void form(const SchurComplement& complement);
};

Preconditioner::Factor::Factor(const SortedRows& rows, const Couplings& found)
    : couplings(found), cells(rows, found.used()) {
  term_of.resize(rows.coordinates);
  for (std::size_t t = 0; t < rows.terms.size(); ++t)
    std::fill_n(term_of.begin() + rows.terms[t].first, rows.terms[t].levels, static_cast<std::uint32_t>(t));
  if (!couplings.any_between) return;
  rows_begin.assign(std::size_t{rows.coordinates} + 1, 0);
  for (const LevelTerm& term : rows.terms)
    for (std::uint32_t i = 0; i < rows.rows(); ++i) ++rows_begin[term.at(i) + 1];
  std::partial_sum(rows_begin.begin(), rows_begin.end(), rows_begin.begin());
  rows_of.resize(rows.terms.size() * rows.rows());
  std::vector<std::uint32_t> next(rows_begin.begin(), rows_begin.end() - 1);
  for (const LevelTerm& term : rows.terms)
    for (std::uint32_t i = 0; i < rows.rows(); ++i) rows_of[next[term.at(i)]++] = i;
}

// S_ab = sum over rows of a and b of w v_a v_b, less, for each group, (sum of w v_a)(sum of w v_b) / (sum of w).
void Preconditioner::Factor::form(const SchurComplement& complement) {
  const SortedRows& rows = complement.rows();
  const RowWeights w = complement.weights();
  const std::span<const double> inverse = complement.inverse_group_weights();
  const std::size_t coordinates = rows.coordinates;
  const auto value = [&](std::size_t t, std::size_t i) {
    return rows.terms[t].value.empty() ? 1.0 : rows.terms[t].value[i];
  };
  PerRow<double> weight(cells.cell.size(), 0.0);
  std::vector<double> diagonal(coordinates, 0.0);
  tbb::parallel_for(std::size_t{0}, rows.terms.size(), [&](std::size_t t) {
    const bool has_cells = !cells.of_row[t].empty();
    for (std::size_t g = 0; g < rows.groups(); ++g)
      for (std::size_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i) {
        const double part = w[i] * value(t, i);
        // Where nothing is coupled, each row by itself will do.
        diagonal[rows.terms[t].at(i)] += part * value(t, i) * (has_cells ? 1 : 1 - w[i] * inverse[g]);
        if (has_cells) weight[cells.of_row[t][i]] += part;
      }
  });

  const std::size_t tasks = (coordinates + columns_per_task - 1) / columns_per_task;
  std::vector<std::vector<std::pair<int, double>>> entries(tasks);
  std::vector<std::vector<int>> sizes(tasks);
  tbb::parallel_for(std::size_t{0}, tasks, [&](std::size_t task) {
    std::vector<double> sum(coordinates, 0.0);
    std::vector<char> touched(coordinates, 0);
    std::vector<int> list;
    const std::size_t last = std::min(coordinates, (task + 1) * columns_per_task);
    for (std::size_t a = task * columns_per_task; a < last; ++a) {
      const std::size_t own = term_of[a];
      list.clear();
      const auto add = [&](std::uint32_t b, double amount) {
        if (touched[b] == 0) {
          touched[b] = 1;
          list.push_back(static_cast<int>(b));
        }
        sum[b] += amount;
      };
      add(static_cast<std::uint32_t>(a), diagonal[a]);
      for (std::uint32_t k = cells.coordinate_begin[a]; k < cells.coordinate_begin[a + 1]; ++k) {
        const std::uint32_t here = cells.of_coordinate[k], g = cells.cell[here].group;
        const double mean = weight[here] * inverse[g];
        // A group's cells ascend: those before this one are those of smaller coordinates, its own term's first.
        for (std::uint32_t c = here + 1; c-- > cells.group_begin[g];) {
          const std::uint32_t b = cells.cell[c].coordinate;
          if (b < rows.terms[own].first && rows_begin.empty()) break;
          if (couplings(own, term_of[b])) add(b, -mean * weight[c]);
        }
      }
      if (!rows_begin.empty())
        for (std::uint32_t k = rows_begin[a]; k < rows_begin[a + 1]; ++k) {
          const std::uint32_t i = rows_of[k];
          for (std::size_t t = 0; t < own; ++t)
            if (couplings(own, t)) add(rows.terms[t].at(i), w[i] * value(own, i) * value(t, i));
        }
      std::ranges::sort(list);
      for (const int b : list) {
        double entry = sum[static_cast<std::size_t>(b)];
        if (static_cast<std::size_t>(b) == a) entry = entry > ridge * diagonal[a] ? entry * (1 + ridge) : 1.0;
        entries[task].emplace_back(b, entry);
        sum[static_cast<std::size_t>(b)] = 0;
        touched[static_cast<std::size_t>(b)] = 0;
      }
      sizes[task].push_back(static_cast<int>(list.size()));
    }
  });
  upper.resize(static_cast<Eigen::Index>(coordinates), static_cast<Eigen::Index>(coordinates));
  std::size_t all = 0;
  for (const auto& part : entries) all += part.size();
  upper.resizeNonZeros(static_cast<Eigen::Index>(all));
  int begin = 0;
  std::size_t column = 0, out = 0;
  for (std::size_t task = 0; task < tasks; ++task) {
    for (const int size : sizes[task]) {
      upper.outerIndexPtr()[column++] = begin;
      begin += size;
    }
    for (const auto& [b, entry] : entries[task]) {
      upper.innerIndexPtr()[out] = b;
      upper.valuePtr()[out++] = entry;
    }
  }
  upper.outerIndexPtr()[coordinates] = begin;
}

Preconditioner::Preconditioner(const SchurComplement& complement)
    : complement_(&complement),
      exact_(complement.rows().coordinates > 0 && complement.rows().coordinates <= few_coordinates &&
             complement.rows().rows() * complement.rows().coordinates <= few_products) {}
Preconditioner::~Preconditioner() = default;

void Preconditioner::refresh(std::vector<double> diagonal, bool anew) {
  if (exact_) {
    SchurComplement::Dense dense = complement_->dense();
    root_of_inverse(dense.s, dense.rounding);
    root_ = std::move(dense.s);
    return;
  }
  inverse_diagonal_ = std::move(diagonal);
  for (double& entry : inverse_diagonal_) entry = entry > 0 ? 1 / entry : 0;
  if (!factor_ || !anew) return;
  factor_->form(*complement_);
  factor_->decomposition.factorize(factor_->upper);
}

double Preconditioner::cost_of_factor() {
  if (exact_ || factor_ || abandoned_) return std::numeric_limits<double>::infinity();
  if (!couplings_) couplings_ = std::make_unique<Couplings>(complement_->rows());
  return couplings_->any ? couplings_->operations : std::numeric_limits<double>::infinity();
}

bool Preconditioner::factorise() {
  const double most_operations = 10 * cost_of_factor();
  auto factor = std::make_unique<Factor>(complement_->rows(), *couplings_);
  factor->form(*complement_);
  factor->decomposition.analyzePattern(factor->upper);
  abandoned_ = factor->decomposition.operations() > most_operations;
  if (abandoned_) return false;
  factor->decomposition.factorize(factor->upper);
  abandoned_ = factor->decomposition.info() != Eigen::Success;
  if (abandoned_) return false;
  factor_ = std::move(factor);
  return true;
}

void Preconditioner::abandon_factor() {
  factor_.reset();
  abandoned_ = true;
}

void Preconditioner::apply(const Block& in, Block& out) const {
  const std::size_t width = in.width, n = complement_->rows().coordinates;
  out.width = width;
  out.values.resize(in.values.size());
  if (!factorised()) {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, coordinates_per_task), [&](const auto& range) {
      for (std::size_t j = range.begin(); j < range.end(); ++j)
        for (std::size_t c = 0; c < width; ++c)
          out.values[j * width + c] = inverse_diagonal_[j] * in.values[j * width + c];
    });
    return;
  }
  if (!exact_) {
    const Decomposition& factor = factor_->decomposition;
    if (width == 1)
      factor.solve_lanes<1>(in.values.data(), out.values.data());
    else if (width == 2)
      factor.solve_lanes<2>(in.values.data(), out.values.data());
    else
      factor.solve_lanes<4>(in.values.data(), out.values.data());
    return;
  }
  using Columns = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const Columns> right(in.values.data(), static_cast<Eigen::Index>(n),
                                        static_cast<Eigen::Index>(width));
  Eigen::Map<Columns> left(out.values.data(), static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(width));
  left.noalias() =
      root_.triangularView<Eigen::Lower>().transpose() * Columns(root_.triangularView<Eigen::Lower>() * right);
}

}  // namespace tradewind::estimation
