#include "tradewind/estimation/schur_complement.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "tradewind/estimation/lanes.hpp"

namespace tradewind::estimation {

namespace {

constexpr std::size_t coordinates_per_task = 1 << 13;
constexpr double rounding = 1e-13;

// The rows as the sweeps need them.
struct Rows {
  const std::uint32_t* group_begin;
  RowWeights weight;
  const double* inverse_group;
  std::size_t terms;
  const std::uint32_t* const* level;  // term -> position -> level
  const std::uint32_t* coordinate;    // term -> its first coordinate
  const double* const* value;         // term -> position -> value, null where it is one; null: no term has values
};

// The terms' arrays, for as long as rows are swept.
struct Terms {
  std::vector<const std::uint32_t*> level;
  std::vector<std::uint32_t> coordinate;
  std::vector<const double*> value;
  bool any_value = false;

  explicit Terms(const SortedRows& sorted) {
    for (const LevelTerm& term : sorted.terms) {
      level.push_back(term.level.data());
      coordinate.push_back(term.first);
      value.push_back(term.value.empty() ? nullptr : term.value.data());
      any_value = any_value || !term.value.empty();
    }
  }
  Rows rows(const SortedRows& sorted, RowWeights weights, std::span<const double> inverse_group) const {
    return {
        sorted.group_begin.data(),         weights, inverse_group.data(), level.size(), level.data(), coordinate.data(),
        any_value ? value.data() : nullptr};
  }
};

// A known number of terms, held where writing sums cannot change them: the compiler keeps them in registers.
template <int R>
struct FewTerms {
  const std::uint32_t* level[R == 0 ? 1 : R] = {};
  std::size_t coordinate[R == 0 ? 1 : R] = {};

  TRADEWIND_INLINE explicit FewTerms(const Rows& v) {
    for (int f = 0; f < R; ++f) {
      level[f] = v.level[f];
      coordinate[f] = v.coordinate[f];
    }
  }
  TRADEWIND_INLINE std::size_t at(const Rows& v, std::size_t f, std::size_t i) const {
    return R == 0 ? std::size_t{v.coordinate[f]} + v.level[f][i] : coordinate[f] + level[f][i];
  }
};

// One row's part in D g.
template <int W, int R, bool Values>
TRADEWIND_INLINE void add_terms(const Rows& v, const FewTerms<R>& few, std::size_t i, const double* g, Lanes<W>& sum) {
  const std::size_t terms = R == 0 ? v.terms : R;
  for (std::size_t f = 0; f < terms; ++f) {
    const Lanes<W>& coefficient = lanes<W>(g + few.at(v, f, i) * W);
    if (Values && v.value[f] != nullptr)
      sum += coefficient * v.value[f][i];
    else
      sum += coefficient;
  }
}

template <int W, int R, bool Values>
TRADEWIND_INLINE void scatter(const Rows& v, const FewTerms<R>& few, std::size_t i, const Lanes<W>& part, double* out) {
  const std::size_t terms = R == 0 ? v.terms : R;
  for (std::size_t f = 0; f < terms; ++f) {
    Lanes<W>& sum = lanes<W>(out + few.at(v, f, i) * W);
    if (Values && v.value[f] != nullptr)
      sum += part * v.value[f][i];
    else
      sum += part;
  }
}

// One row of up to W columns. (Lane by lane, so that the row is put together in a register.)
template <int W>
TRADEWIND_INLINE void gather(const double* const* columns, std::size_t i, Lanes<W>& x) {
  if constexpr (W == 1)
    x = columns[0][i];
  else
    for (int c = 0; c < W; ++c) x[c] = columns[c] == nullptr ? 0.0 : columns[c][i];
}

// Groups [first, last): out += D' W (I - M)(x - D g); where there are no columns, out += D' W (I - M) D g.
template <int W, int R, bool Values, bool Columns>
TRADEWIND_INLINE void sweep_groups(const Rows& v, std::size_t first, std::size_t last, const double* const* columns,
                                   const double* g, double* out, double* scratch, double* squares) {
  const FewTerms<R> few(v);
  const RowWeights weight = v.weight;
  Lanes<W> square = {};
  for (std::size_t group = first; group < last; ++group) {
    const std::size_t begin = v.group_begin[group], end = v.group_begin[group + 1];
    Lanes<W> mean = {}, other = {};  // two sums, so that additions need not wait for one another
    for (std::size_t i = begin; i < end; ++i) {
      Lanes<W> fitted = {};
      add_terms<W, R, Values>(v, few, i, g, fitted);
      if constexpr (Columns) {
        Lanes<W> x;
        gather<W>(columns, i, x);
        fitted = x - fitted;
      }
      lanes<W>(scratch + (i - begin) * W) = fitted;
      ((i - begin) % 2 == 0 ? mean : other) += fitted * weight[i];
    }
    mean += other;
    mean *= v.inverse_group[group];
    for (std::size_t i = begin; i < end; ++i) {
      const Lanes<W> left = lanes<W>(scratch + (i - begin) * W) - mean;
      const Lanes<W> part = left * weight[i];
      if constexpr (Columns) square += left * left * weight[i];
      scatter<W, R, Values>(v, few, i, part, out);
    }
  }
  if constexpr (Columns) {
    if constexpr (W == 1)
      squares[0] = square;
    else
      for (int c = 0; c < W; ++c) squares[c] = square[c];
  }
}

template <int W, bool Columns>
TRADEWIND_INLINE void sweep_terms(const Rows& v, std::size_t first, std::size_t last, const double* const* columns,
                                  const double* g, double* out, double* scratch, double* squares) {
  if (v.value != nullptr)
    sweep_groups<W, 0, true, Columns>(v, first, last, columns, g, out, scratch, squares);
  else if (v.terms == 1)
    sweep_groups<W, 1, false, Columns>(v, first, last, columns, g, out, scratch, squares);
  else if (v.terms == 2)
    sweep_groups<W, 2, false, Columns>(v, first, last, columns, g, out, scratch, squares);
  else
    sweep_groups<W, 0, false, Columns>(v, first, last, columns, g, out, scratch, squares);
}

struct Job {
  Rows rows;
  std::size_t first, last;
  const double* const* columns;  // null: none
  const double* g;
  double* out;
  double* scratch;
  double* squares;
};

template <int W>
TRADEWIND_INLINE void sweep_job(const Job& job) {
  if (job.columns == nullptr)
    sweep_terms<W, false>(job.rows, job.first, job.last, nullptr, job.g, job.out, job.scratch, nullptr);
  else
    sweep_terms<W, true>(job.rows, job.first, job.last, job.columns, job.g, job.out, job.scratch, job.squares);
}

TRADEWIND_BEST_INSTRUCTIONS void sweep_1(const Job& job) { sweep_job<1>(job); }
TRADEWIND_BEST_INSTRUCTIONS void sweep_2(const Job& job) { sweep_job<2>(job); }
TRADEWIND_BEST_INSTRUCTIONS void sweep_4(const Job& job) { sweep_job<4>(job); }

// What is left of columns, and the sums that regressions on it need. A row of `left` has `blocks` times W values.
struct PartialJob {
  Rows rows;
  std::size_t first, last;
  std::size_t blocks;
  const std::array<const double*, 4>* columns;  // a block each; null pointers where a lane is not used
  const double* const* g;                       // a block each
  double* left;
  const double* response;  // null: no score is asked for
  double* gram;            // (blocks W) x (blocks W)
  double* score;
  double* scale;
  double* const* keep;  // a column each, or null
  std::size_t columns_kept;
};

template <int W, int R, bool Values>
TRADEWIND_INLINE void partial_out_block(const PartialJob& job, std::size_t block, std::size_t begin, std::size_t end,
                                        double inverse, std::size_t stride) {
  const Rows& v = job.rows;
  const double* const* columns = job.columns[block].data();
  double* out = job.left + block * W;
  const FewTerms<R> few(v);
  const RowWeights weight = v.weight;
  Lanes<W> mean = {};
  for (std::size_t i = begin; i < end; ++i) {
    Lanes<W> x, fitted = {};
    gather<W>(columns, i, x);
    add_terms<W, R, Values>(v, few, i, job.g[block], fitted);
    x -= fitted;
    lanes<W>(out + (i - begin) * stride) = x;
    mean += x * weight[i];
  }
  mean *= inverse;
  for (std::size_t i = begin; i < end; ++i) lanes<W>(out + (i - begin) * stride) -= mean;
}

// The sums of a row's products, kept in registers where there is a single block.
template <int W>
struct Products {
  Lanes<W> gram[W] = {}, score = {}, scale = {};

  TRADEWIND_INLINE void add(const Lanes<W>& x, double w, const double* response) {
    const Lanes<W> wx = x * w;
    if constexpr (W == 1)
      gram[0] += x * wx;
    else
      for (int a = 0; a < W; ++a) gram[a] += x * wx[a];
    if (response == nullptr) return;
    score += x * (*response - w);
    scale += (x < 0 ? -x : x) * (0.5 * (*response + w));
  }
  TRADEWIND_INLINE void put(const PartialJob& job) const {
    for (std::ptrdiff_t a = 0; a < W; ++a) lanes<W>(job.gram + a * W) = gram[a];
    lanes<W>(job.score) = score;
    lanes<W>(job.scale) = scale;
  }
};

// The same for any number of blocks, in memory.
template <int W>
TRADEWIND_INLINE void add_products(const PartialJob& job, const double* x, double w, const double* response) {
  const std::size_t stride = job.blocks * W;
  for (std::size_t a = 0; a < stride; ++a) {
    const double wx = w * x[a];
    for (std::size_t b = 0; b * W <= a; ++b) lanes<W>(job.gram + a * stride + b * W) += lanes<W>(x + b * W) * wx;
  }
  if (response == nullptr) return;
  for (std::size_t b = 0; b < job.blocks; ++b) {
    const Lanes<W> own = lanes<W>(x + b * W);
    lanes<W>(job.score + b * W) += own * (*response - w);
    lanes<W>(job.scale + b * W) += (own < 0 ? -own : own) * (0.5 * (*response + w));
  }
}

template <int W>
TRADEWIND_INLINE void partial_out_groups(const PartialJob& job) {
  const Rows& v = job.rows;
  const std::size_t stride = job.blocks * W;
  Products<W> products;
  for (std::size_t group = job.first; group < job.last; ++group) {
    const std::size_t begin = v.group_begin[group], end = v.group_begin[group + 1];
    for (std::size_t b = 0; b < job.blocks; ++b) {
      if (v.value == nullptr && v.terms == 2)
        partial_out_block<W, 2, false>(job, b, begin, end, v.inverse_group[group], stride);
      else if (v.value == nullptr)
        partial_out_block<W, 0, false>(job, b, begin, end, v.inverse_group[group], stride);
      else
        partial_out_block<W, 0, true>(job, b, begin, end, v.inverse_group[group], stride);
    }
    for (std::size_t i = begin; i < end; ++i) {
      const double* x = job.left + (i - begin) * stride;
      const double* response = job.response == nullptr ? nullptr : job.response + i;
      if (job.blocks == 1)
        products.add(lanes<W>(x), v.weight[i], response);
      else
        add_products<W>(job, x, v.weight[i], response);
      for (std::size_t c = 0; c < job.columns_kept; ++c) job.keep[c][i] = x[c];
    }
  }
  if (job.blocks == 1) products.put(job);
}

TRADEWIND_BEST_INSTRUCTIONS void partial_out_1(const PartialJob& job) { partial_out_groups<1>(job); }
TRADEWIND_BEST_INSTRUCTIONS void partial_out_2(const PartialJob& job) { partial_out_groups<2>(job); }
TRADEWIND_BEST_INSTRUCTIONS void partial_out_4(const PartialJob& job) { partial_out_groups<4>(job); }

TRADEWIND_BEST_INSTRUCTIONS void add_up(const double* sums, std::size_t chunks, std::size_t stride, std::size_t begin,
                                        std::size_t end, double* out) {
  for (std::size_t j = begin; j < end; ++j) out[j] = sums[j];
  for (std::size_t c = 1; c < chunks; ++c) {
    const double* own = sums + c * stride;
    for (std::size_t j = begin; j < end; ++j) out[j] += own[j];
  }
}

}  // namespace

void ColumnEffects::resize(std::size_t coordinates, std::size_t columns) {
  blocks.assign((columns + 3) / 4, {});
  for (std::size_t b = 0; b < blocks.size(); ++b) blocks[b].resize(coordinates, std::min<std::size_t>(4, columns));
}

SchurComplement::SchurComplement(const SortedRows& rows)
    : rows_(&rows), null_space_(rows), inverse_group_(rows.groups(), 0.0) {}

void SchurComplement::set_weights(RowWeights weights) {
  weights_ = weights;
  if (!rows_->eliminates) return;
  const SortedRows& r = *rows_;
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, r.groups(), 1 << 12), [&](const auto& range) {
    for (std::size_t g = range.begin(); g < range.end(); ++g) {
      double sum = 0;
      for (std::size_t i = r.group_begin[g]; i < r.group_begin[g + 1]; ++i) sum += weights[i];
      inverse_group_[g] = sum > 0 ? 1 / sum : 0;
    }
  });
}

void SchurComplement::sweep(std::span<const std::span<const double>> columns, const Block& in, Block& out,
                            std::vector<double>* squares) const {
  const SortedRows& r = *rows_;
  const std::size_t width = in.width, stride = r.coordinates * width;
  assert(in.values.size() == stride && columns.size() <= width);
  const Terms terms(r);
  std::array<const double*, 4> data{};
  for (std::size_t c = 0; c < columns.size(); ++c) data[c] = columns[c].data();
  const Rows rows = terms.rows(r, weights_, inverse_group_);
  sums_.resize(std::max(sums_.size(), r.chunks() * stride));
  std::vector<std::array<double, 4>> square(r.chunks());
  tbb::parallel_for(std::size_t{0}, r.chunks(), [&](std::size_t c) {
    double* own = sums_.data() + c * stride;
    std::fill_n(own, stride, 0.0);
    thread_local std::vector<double> scratch;
    scratch.resize(std::max(scratch.size(), std::size_t{r.largest_group} * width));
    const Job job{
        rows, r.chunk_begin[c], r.chunk_begin[c + 1], columns.empty() ? nullptr : data.data(), in.values.data(),
        own,  scratch.data(),   square[c].data()};
    if (width == 1)
      sweep_1(job);
    else if (width == 2)
      sweep_2(job);
    else
      sweep_4(job);
  });
  out.width = width;
  out.values.resize(stride);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, stride, coordinates_per_task), [&](const auto& range) {
    add_up(sums_.data(), r.chunks(), stride, range.begin(), range.end(), out.values.data());
  });
  if (squares != nullptr) {
    squares->assign(columns.size(), 0.0);
    for (const auto& own : square)
      for (std::size_t c = 0; c < columns.size(); ++c) (*squares)[c] += own[c];
  }
}

void SchurComplement::multiply(const Block& in, Block& out) const { sweep({}, in, out, nullptr); }

std::vector<double> SchurComplement::residual(std::span<const std::span<const double>> columns,
                                              const Block& coefficients, Block& out) const {
  std::vector<double> squares;
  sweep(columns, coefficients, out, &squares);
  return squares;
}

SchurComplement::Partialled SchurComplement::partial_out(std::span<const std::span<const double>> columns,
                                                         const ColumnEffects& effects, std::span<const double> response,
                                                         std::span<double* const> keep) const {
  const SortedRows& r = *rows_;
  const std::size_t k = columns.size();
  Partialled sum;
  const std::size_t blocks = effects.blocks.size(), width = blocks > 1 ? 4 : Block::width_for(k);
  const std::size_t stride = blocks * width;
  std::vector<std::array<const double*, 4>> data(blocks);
  std::vector<const double*> g;
  for (std::size_t c = 0; c < k; ++c) data[c / 4][c % 4] = columns[c].data();
  for (const Block& block : effects.blocks) g.push_back(block.values.data());

  const Terms terms(r);
  const std::size_t own_size = stride * stride + 2 * stride;
  std::vector<double> own(r.chunks() * own_size, 0.0);
  tbb::parallel_for(std::size_t{0}, r.chunks(), [&](std::size_t c) {
    std::vector<double> left(std::size_t{r.largest_group} * stride);
    double* sums = own.data() + c * own_size;
    const PartialJob job{terms.rows(r, weights_, inverse_group_),
                         r.chunk_begin[c],
                         r.chunk_begin[c + 1],
                         blocks,
                         data.data(),
                         g.data(),
                         left.data(),
                         response.empty() ? nullptr : response.data(),
                         sums,
                         sums + stride * stride,
                         sums + stride * stride + stride,
                         keep.data(),
                         keep.size()};
    if (width == 1)
      partial_out_1(job);
    else if (width == 2)
      partial_out_2(job);
    else
      partial_out_4(job);
  });
  for (std::size_t c = 1; c < r.chunks(); ++c)
    for (std::size_t j = 0; j < own_size; ++j) own[j] += own[c * own_size + j];
  const auto n = static_cast<Eigen::Index>(k);
  sum.gram.resize(n, n);
  sum.score.resize(n);
  sum.score_scale.resize(n);
  for (std::size_t a = 0; a < k; ++a) {
    const auto row = static_cast<Eigen::Index>(a);
    for (std::size_t b = 0; b <= a; ++b) {
      const auto column = static_cast<Eigen::Index>(b);
      sum.gram(row, column) = sum.gram(column, row) = own[a * stride + b];
    }
    sum.score[row] = own[stride * stride + a];
    sum.score_scale[row] = own[stride * stride + stride + a];
  }
  return sum;
}

std::vector<double> SchurComplement::diagonal() const {
  const SortedRows& r = *rows_;
  std::vector<double> result(r.coordinates, 0.0);
  tbb::parallel_for(std::size_t{0}, r.terms.size(), [&](std::size_t t) {
    const LevelTerm& term = r.terms[t];
    std::vector<double> whole(term.levels, 0.0);
    for (std::size_t g = 0; g < r.groups(); ++g)
      for (std::size_t i = r.group_begin[g]; i < r.group_begin[g + 1]; ++i) {
        const double value = term.value.empty() ? 1.0 : term.value[i], w = weights_[i] * value * value;
        whole[term.level[i]] += w;
        result[term.at(i)] += w * (1 - weights_[i] * inverse_group_[g]);
      }
    for (std::uint32_t level = 0; level < term.levels; ++level)
      if (!(result[term.first + level] > rounding * whole[level])) result[term.first + level] = 0;
  });
  return result;
}

SchurComplement::Dense SchurComplement::dense() const {
  const SortedRows& r = *rows_;
  const auto size = static_cast<Eigen::Index>(r.coordinates);
  Dense result{Eigen::MatrixXd::Zero(size, size), Eigen::VectorXd::Zero(size)};
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(size);  // of a group's weights times values
  std::vector<Eigen::Index> met;
  std::vector<char> is_met(r.coordinates, 0);
  for (std::size_t g = 0; g < r.groups(); ++g) {
    met.clear();
    for (std::size_t i = r.group_begin[g]; i < r.group_begin[g + 1]; ++i)
      for (const LevelTerm& a : r.terms) {
        const double own = weights_[i] * (a.value.empty() ? 1.0 : a.value[i]);
        if (is_met[a.at(i)] == 0) met.push_back(a.at(i));
        is_met[a.at(i)] = 1;
        sum[a.at(i)] += own;
        for (const LevelTerm& b : r.terms) result.s(a.at(i), b.at(i)) += own * (b.value.empty() ? 1.0 : b.value[i]);
        result.rounding[a.at(i)] += rounding * own * (a.value.empty() ? 1.0 : a.value[i]);
      }
    for (const Eigen::Index a : met)
      for (const Eigen::Index b : met) result.s(a, b) -= sum[a] * sum[b] * inverse_group_[g];
    for (const Eigen::Index a : met) {
      sum[a] = 0;
      is_met[static_cast<std::size_t>(a)] = 0;
    }
  }
  return result;
}

}  // namespace tradewind::estimation
