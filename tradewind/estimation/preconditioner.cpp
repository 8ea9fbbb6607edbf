#include "tradewind/estimation/preconditioner.hpp"

#include <tbb/parallel_for.h>

#include <Eigen/Sparse>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace tradewind::estimation {
namespace {

// Terms that meet in more than this share of all pairs of levels mix well by themselves: their coupling is left out.
constexpr double dense_coupling = 0.1;
// The complement is singular (levels of several effects are known up to constants): its factor needs a little more.
constexpr double ridge = 1e-9;
constexpr std::size_t columns_per_task = 64;

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
};

}  // namespace

struct Preconditioner::Factor {
  // The rows of each coordinate, and the group of each row.
  std::vector<std::uint32_t> begin, position, group;
  std::vector<std::uint32_t> term_of;  // coordinate -> term
  std::vector<char> coupled;           // terms x terms
  Sparse upper;
  Decomposition decomposition;

  explicit Factor(const SortedRows& rows);
  void form(const SchurComplement& complement);
  void leave_out_dense_couplings(const SortedRows& rows);
};

Preconditioner::Factor::Factor(const SortedRows& rows) {
  const std::size_t terms = rows.terms.size(), n = rows.rows();
  coupled.assign(terms * terms, 1);
  begin.assign(std::size_t{rows.coordinates} + 1, 0);
  term_of.resize(rows.coordinates);
  for (std::size_t t = 0; t < terms; ++t) {
    std::fill_n(term_of.begin() + rows.terms[t].first, rows.terms[t].levels, static_cast<std::uint32_t>(t));
    for (const std::uint32_t coordinate : rows.terms[t].at) ++begin[coordinate + 1];
  }
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  position.resize(terms * n);
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (const Term& term : rows.terms)
    for (std::uint32_t i = 0; i < n; ++i) position[next[term.at[i]]++] = i;
  group.resize(n);
  for (std::uint32_t g = 0; g < rows.groups(); ++g)
    std::fill(group.begin() + rows.group_begin[g], group.begin() + rows.group_begin[g + 1], g);
}

// S_ab = sum over rows of a and b of w v_a v_b, less, for each group, (sum of w v_a)(sum of w v_b) / (sum of w).
void Preconditioner::Factor::form(const SchurComplement& complement) {
  const SortedRows& rows = complement.rows();
  const std::span<const double> w = complement.weights(), inverse = complement.inverse_group_weights();
  const std::size_t terms = rows.terms.size(), coordinates = rows.coordinates;
  const auto value = [&](std::size_t t, std::uint32_t i) {
    return rows.terms[t].value.empty() ? 1.0 : rows.terms[t].value[i];
  };
  const std::size_t tasks = (coordinates + columns_per_task - 1) / columns_per_task;
  std::vector<std::vector<std::pair<int, double>>> column_of_task(tasks);
  std::vector<std::vector<int>> sizes(tasks);
  tbb::parallel_for(std::size_t{0}, tasks, [&](std::size_t task) {
    thread_local std::vector<double> sum;
    thread_local std::vector<char> touched;
    sum.resize(std::max(sum.size(), coordinates), 0.0);
    touched.resize(std::max(touched.size(), coordinates), 0);
    std::vector<int> list;
    const std::size_t last = std::min(coordinates, (task + 1) * columns_per_task);
    for (std::size_t a = task * columns_per_task; a < last; ++a) {
      const std::size_t own = term_of[a];
      list.assign(1, static_cast<int>(a));
      touched[a] = 1;
      const auto add = [&](std::uint32_t b, double amount) {
        if (touched[b] == 0) {
          touched[b] = 1;
          list.push_back(static_cast<int>(b));
        }
        sum[b] += amount;
      };
      for (std::uint32_t k = begin[a]; k < begin[a + 1]; ++k) {
        const std::uint32_t i = position[k], g = group[i];
        const double part = w[i] * value(own, i), mean = part * inverse[g];
        for (std::size_t t = 0; t <= own; ++t) {
          if (coupled[own * terms + t] == 0) continue;
          const Term& term = rows.terms[t];
          if (term.at[i] <= a) add(term.at[i], part * value(t, i));
          if (mean == 0) continue;
          for (std::uint32_t s = rows.group_begin[g]; s < rows.group_begin[g + 1]; ++s)
            if (term.at[s] <= a) add(term.at[s], -mean * w[s] * value(t, s));
        }
      }
      std::ranges::sort(list);
      for (const int b : list) {
        double entry = sum[static_cast<std::size_t>(b)];
        if (static_cast<std::size_t>(b) == a) entry = entry > 0 ? entry * (1 + ridge) : 1.0;
        column_of_task[task].emplace_back(b, entry);
        sum[static_cast<std::size_t>(b)] = 0;
        touched[static_cast<std::size_t>(b)] = 0;
      }
      sizes[task].push_back(static_cast<int>(list.size()));
    }
  });
  upper.resize(static_cast<Eigen::Index>(coordinates), static_cast<Eigen::Index>(coordinates));
  std::size_t entries = 0;
  for (const auto& part : column_of_task) entries += part.size();
  upper.resizeNonZeros(static_cast<Eigen::Index>(entries));
  int at = 0;
  std::size_t column = 0;
  for (std::size_t task = 0; task < tasks; ++task) {
    for (const int size : sizes[task]) {
      upper.outerIndexPtr()[column++] = at;
      at += size;
    }
    std::size_t out = static_cast<std::size_t>(at) - column_of_task[task].size();
    for (const auto& [b, entry] : column_of_task[task]) {
      upper.innerIndexPtr()[out] = b;
      upper.valuePtr()[out++] = entry;
    }
  }
  upper.outerIndexPtr()[coordinates] = at;
}

void Preconditioner::Factor::leave_out_dense_couplings(const SortedRows& rows) {
  const std::size_t terms = rows.terms.size();
  std::vector<double> met(terms * terms, 0.0);
  for (Eigen::Index a = 0; a < upper.outerSize(); ++a)
    for (Sparse::InnerIterator entry(upper, a); entry; ++entry)
      met[term_of[static_cast<std::size_t>(a)] * terms + term_of[static_cast<std::size_t>(entry.row())]] += 1;
  for (std::size_t s = 0; s < terms; ++s)
    for (std::size_t t = 0; t < s; ++t) {
      const double all = static_cast<double>(rows.terms[s].levels) * static_cast<double>(rows.terms[t].levels);
      if (rows.terms[s].effect != rows.terms[t].effect && met[s * terms + t] > dense_coupling * all)
        coupled[s * terms + t] = 0;
    }
  upper.prune([&](Eigen::Index b, Eigen::Index a, double) {
    return coupled[term_of[static_cast<std::size_t>(a)] * terms + term_of[static_cast<std::size_t>(b)]] != 0;
  });
}

Preconditioner::Preconditioner(const SchurComplement& complement) : complement_(&complement) {}
Preconditioner::~Preconditioner() = default;

void Preconditioner::refresh(bool anew) {
  inverse_diagonal_ = complement_->diagonal();
  for (double& entry : inverse_diagonal_) entry = entry > 0 ? 1 / entry : 0;
  if (!factor_ || !anew) return;
  factor_->form(*complement_);
  factor_->decomposition.factorize(factor_->upper);
}

bool Preconditioner::strengthen(double most_operations) {
  if (factor_) return false;
  const SortedRows& rows = complement_->rows();
  double pairs = 0;
  for (std::size_t g = 0; g < rows.groups(); ++g) {
    const double size = rows.group_begin[g + 1] - rows.group_begin[g];
    pairs += size * size;
  }
  if (pairs * static_cast<double>(rows.terms.size()) > most_operations) return false;
  auto factor = std::make_unique<Factor>(rows);
  factor->form(*complement_);
  factor->leave_out_dense_couplings(rows);
  factor->decomposition.analyzePattern(factor->upper);
  if (factor->decomposition.operations() > most_operations) return false;
  factor->decomposition.factorize(factor->upper);
  factor_ = std::move(factor);
  return true;
}

void Preconditioner::apply(const Block& in, Block& out) const {
  const std::size_t width = in.width, n = inverse_diagonal_.size();
  out.width = width;
  out.values.resize(in.values.size());
  if (!factor_) {
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t c = 0; c < width; ++c)
        out.values[j * width + c] = inverse_diagonal_[j] * in.values[j * width + c];
    return;
  }
  using Columns = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const Columns> right(in.values.data(), static_cast<Eigen::Index>(n),
                                        static_cast<Eigen::Index>(width));
  Eigen::Map<Columns> left(out.values.data(), static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(width));
  const Eigen::MatrixXd solved = factor_->decomposition.solve(Eigen::MatrixXd(right));
  left = solved;
}

}  // namespace tradewind::estimation
