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
  const double* weight;
  const double* inverse_group;
  std::size_t terms;
  const std::uint32_t* const* at;  // term -> position -> coordinate
  const double* const* value;      // term -> position -> value, null where it is one; null: no term has values
};

// One row's part in D g.
template <int W, int R, bool Values>
TRADEWIND_INLINE void add_terms(const Rows& v, std::size_t i, const double* g, Lanes<W>& sum) {
  const std::size_t terms = R == 0 ? v.terms : R;
  for (std::size_t f = 0; f < terms; ++f) {
    const Lanes<W>& coefficient = lanes<W>(g + std::size_t{v.at[f][i]} * W);
    if (Values && v.value[f] != nullptr)
      sum += coefficient * v.value[f][i];
    else
      sum += coefficient;
  }
}

template <int W, int R, bool Values>
TRADEWIND_INLINE void scatter(const Rows& v, std::size_t i, const Lanes<W>& part, double* out) {
  const std::size_t terms = R == 0 ? v.terms : R;
  for (std::size_t f = 0; f < terms; ++f) {
    Lanes<W>& sum = lanes<W>(out + std::size_t{v.at[f][i]} * W);
    if (Values && v.value[f] != nullptr)
      sum += part * v.value[f][i];
    else
      sum += part;
  }
}

// Groups [first, last): out += D' W (I - M)(x - D g); where there are no columns, out += D' W (I - M) D g.
template <int W, int R, bool Values, bool Columns>
TRADEWIND_INLINE void sweep_groups(const Rows& v, std::size_t first, std::size_t last, const double* const* columns,
                                   const double* g, double* out, double* scratch, double* squares) {
  Lanes<W> square = {};
  for (std::size_t group = first; group < last; ++group) {
    const std::size_t begin = v.group_begin[group], end = v.group_begin[group + 1];
    Lanes<W> mean = {};
    for (std::size_t i = begin; i < end; ++i) {
      Lanes<W> fitted = {};
      add_terms<W, R, Values>(v, i, g, fitted);
      if constexpr (Columns) {
        Lanes<W> x;
        if constexpr (W == 1) {
          x = columns[0][i];
        } else {
          for (int c = 0; c < W; ++c) x[c] = columns[c] == nullptr ? 0.0 : columns[c][i];
        }
        fitted = x - fitted;
      }
      lanes<W>(scratch + (i - begin) * W) = fitted;
      mean += fitted * v.weight[i];
    }
    mean *= v.inverse_group[group];
    for (std::size_t i = begin; i < end; ++i) {
      const Lanes<W> left = lanes<W>(scratch + (i - begin) * W) - mean;
      const Lanes<W> part = left * v.weight[i];
      if constexpr (Columns) square += left * left * v.weight[i];
      scatter<W, R, Values>(v, i, part, out);
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

TRADEWIND_BEST_INSTRUCTIONS void add_up(const double* sums, std::size_t chunks, std::size_t stride, std::size_t begin,
                                        std::size_t end, double* out) {
  for (std::size_t j = begin; j < end; ++j) out[j] = sums[j];
  for (std::size_t c = 1; c < chunks; ++c) {
    const double* own = sums + c * stride;
    for (std::size_t j = begin; j < end; ++j) out[j] += own[j];
  }
}

}  // namespace

SchurComplement::SchurComplement(const SortedRows& rows) : rows_(&rows), inverse_group_(rows.groups(), 0.0) {}

void SchurComplement::set_weights(std::span<const double> weights) {
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
  std::vector<const std::uint32_t*> at;
  std::vector<const double*> value;
  bool any_value = false;
  for (const Term& term : r.terms) {
    at.push_back(term.at.data());
    value.push_back(term.value.empty() ? nullptr : term.value.data());
    any_value = any_value || !term.value.empty();
  }
  std::array<const double*, 4> data{};
  for (std::size_t c = 0; c < columns.size(); ++c) data[c] = columns[c].data();
  const Rows rows{r.group_begin.data(), weights_.data(), inverse_group_.data(),
                  r.terms.size(),       at.data(),       any_value ? value.data() : nullptr};

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

std::vector<double> SchurComplement::diagonal() const {
  const SortedRows& r = *rows_;
  std::vector<double> result(r.coordinates, 0.0);
  tbb::parallel_for(std::size_t{0}, r.terms.size(), [&](std::size_t t) {
    const Term& term = r.terms[t];
    std::vector<double> whole(term.levels, 0.0);
    for (std::size_t g = 0; g < r.groups(); ++g)
      for (std::size_t i = r.group_begin[g]; i < r.group_begin[g + 1]; ++i) {
        const double value = term.value.empty() ? 1.0 : term.value[i], w = weights_[i] * value * value;
        whole[term.at[i] - term.first] += w;
        result[term.at[i]] += w * (1 - weights_[i] * inverse_group_[g]);
      }
    for (std::uint32_t level = 0; level < term.levels; ++level)
      if (!(result[term.first + level] > rounding * whole[level])) result[term.first + level] = 0;
  });
  return result;
}

}  // namespace tradewind::estimation
