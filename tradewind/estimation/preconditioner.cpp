#include "tradewind/estimation/preconditioner.hpp"

#include <tbb/parallel_for.h>

#include <Eigen/Sparse>
#include <algorithm>
#include <limits>
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

constexpr std::size_t columns_per_task = 64, entries_per_task = 1 << 13;

using Sparse = Eigen::SparseMatrix<double>;

using Order = Eigen::PermutationMatrix<Eigen::Dynamic, Eigen::Dynamic, int>;

// P S P' = L D L' of a sparse S: the order P by approximate minimum degree (Amestoy, Davis and Duff 1996), found once
// for all weights. S is given by its upper triangle.
class Decomposition : Eigen::SimplicialLDLT<Sparse, Eigen::Upper, Eigen::NaturalOrdering<int>> {
 public:
  void analyse(const Sparse& upper) {
    // The order is a matter of the pattern alone: values of one byte make its working copies small.
    const Eigen::SparseMatrix<char> pattern = upper.unaryExpr([](double) -> char { return 1; });
    Order inverse;
    Eigen::AMDOrdering<int>()(pattern.selfadjointView<Eigen::Upper>(), inverse);
    order_ = inverse.inverse();
  }

  /// Takes `upper`, which is empty afterwards. False where S is not positive definite, or `most_operations` would not
  /// do.
  bool factorise(Sparse& upper, double most_operations = std::numeric_limits<double>::infinity()) {
    Sparse sorted(upper.rows(), upper.cols());
    sorted.selfadjointView<Eigen::Upper>() = upper.selfadjointView<Eigen::Upper>().twistedBy(order_);
    Sparse().swap(upper);
    if (m_matrix.cols() == 0) analyzePattern(sorted);
    if (operations() > most_operations) return false;
    factorize(sorted);
    return info() == Eigen::Success;
  }

  // out = S^-1 in for W columns side by side: the factor is read once for all of them.
  template <int W>
  void solve_lanes(const double* in, double* out) const {
    const auto n = static_cast<std::size_t>(m_matrix.cols());
    const int* begin = m_matrix.outerIndexPtr();
    const int* row = m_matrix.innerIndexPtr();
    const double* value = m_matrix.valuePtr();
    const auto place = [&](std::size_t j) {
      return static_cast<std::size_t>(order_.indices()[static_cast<Eigen::Index>(j)]);
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

 private:
  // The sum of squared column lengths of the factor.
  double operations() const {
    double sum = 0;
    for (Eigen::Index c = 0; c < m_matrix.outerSize(); ++c) {
      const double length = m_matrix.outerIndexPtr()[c + 1] - m_matrix.outerIndexPtr()[c];
      sum += length * length;
    }
    return sum;
  }

  Order order_;
};

// The groups that each coordinate of some terms meets, ascending.
struct Meetings {
  std::vector<std::uint32_t> begin;  // coordinate -> its first place in `group`
  PerRow<std::uint32_t> group;

  Meetings(const SortedRows& rows, const std::vector<std::size_t>& terms);
  std::span<const std::uint32_t> of(std::size_t coordinate) const {
    return std::span(group).subspan(begin[coordinate], begin[coordinate + 1] - begin[coordinate]);
  }
};

Meetings::Meetings(const SortedRows& rows, const std::vector<std::size_t>& terms) : begin(rows.coordinates + 1) {
  // Each chunk counts its own; what it counted says where its groups begin.
  std::vector<std::vector<std::uint32_t>> next(rows.chunks(), std::vector<std::uint32_t>(rows.coordinates));
  const auto each_meeting = [&](auto meet) {
    tbb::parallel_for(std::size_t{0}, rows.chunks(), [&](std::size_t chunk) {
      constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
      std::vector<std::uint32_t> met_last(rows.coordinates, nowhere);
      for (std::uint32_t g = rows.chunk_begin[chunk]; g < rows.chunk_begin[chunk + 1]; ++g)
        for (const std::size_t t : terms)
          for (std::uint32_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i)
            if (const std::uint32_t a = rows.terms[t].at(i); std::exchange(met_last[a], g) != g)
              meet(next[chunk][a]++, g);
    });
  };
  each_meeting([](std::uint32_t, std::uint32_t) {});
  std::uint32_t all = 0;
  for (std::size_t a = 0; a < rows.coordinates; ++a) {
    begin[a] = all;
    for (auto& own : next) all += std::exchange(own[a], all);
  }
  begin.back() = all;
  group.resize(all);
  each_meeting([&](std::uint32_t place, std::uint32_t g) { group[place] = g; });
}

}  // namespace

// Which terms are worth factorising, and together with which: those whose levels meet few of the others' through the
// groups (chains). Told by looking at some levels of each.
struct Preconditioner::Couplings {
  std::vector<char> coupled;  // terms x terms
  bool any = false;
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
  std::vector<std::size_t> used;       // the terms that are coupled with any
  std::vector<std::uint32_t> term_of;  // coordinate -> term
  Decomposition decomposition;

  Factor(const SortedRows& rows, const Couplings& found);
  /// The upper triangle of what is coupled, with the complement's present weights.
  Sparse form(const SchurComplement& complement) const;
};

Preconditioner::Factor::Factor(const SortedRows& rows, const Couplings& found)
    : couplings(found), used(found.used()), term_of(rows.coordinates) {
  for (std::size_t t = 0; t < rows.terms.size(); ++t)
    std::fill_n(term_of.begin() + rows.terms[t].first, rows.terms[t].levels, static_cast<std::uint32_t>(t));
}

// S_ab = sum over rows of a and b of w v_a v_b, less, for each group, (sum of w v_a)(sum of w v_b) / (sum of w).
Sparse Preconditioner::Factor::form(const SchurComplement& complement) const {
  const SortedRows& rows = complement.rows();
  const RowWeights w = complement.weights();
  const std::span<const double> inverse = complement.inverse_group_weights();
  const std::size_t coordinates = rows.coordinates;
  const auto value = [&](std::size_t t, std::size_t i) {
    return rows.terms[t].value.empty() ? 1.0 : rows.terms[t].value[i];
  };
  std::vector<double> diagonal(coordinates, 0.0);
  tbb::parallel_for(std::size_t{0}, rows.terms.size(), [&](std::size_t t) {
    const bool coupled = std::ranges::find(used, t) != used.end();
    for (std::size_t g = 0; g < rows.groups(); ++g)
      for (std::size_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i)
        // Where nothing is coupled, each row by itself will do.
        diagonal[rows.terms[t].at(i)] += w[i] * value(t, i) * value(t, i) * (coupled ? 1 : 1 - w[i] * inverse[g]);
  });

  const Meetings meetings(rows, used);
  const std::size_t tasks = (coordinates + columns_per_task - 1) / columns_per_task;
  struct Columns {
    std::vector<int> sizes, rows;
    std::vector<double> entries;
  };
  std::vector<Columns> found(tasks);
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
      for (const std::uint32_t g : meetings.of(a)) {
        const std::uint32_t begin = rows.group_begin[g], end = rows.group_begin[g + 1];
        double here = 0;
        for (std::uint32_t i = begin; i < end; ++i) here += rows.terms[own].at(i) == a ? w[i] * value(own, i) : 0;
        const double mean = here * inverse[g];
        for (std::size_t t = 0; t <= own; ++t) {
          if (!couplings(own, t)) continue;
          // Of its own term the larger coordinates too: leaving them out row by row would take longer.
          for (std::uint32_t i = begin; i < end; ++i) add(rows.terms[t].at(i), -mean * w[i] * value(t, i));
          if (t == own) continue;
          for (std::uint32_t i = begin; i < end; ++i)
            if (rows.terms[own].at(i) == a) add(rows.terms[t].at(i), w[i] * value(own, i) * value(t, i));
        }
      }
      for (const int b : list)
        if (static_cast<std::size_t>(b) > a)
          sum[static_cast<std::size_t>(b)] = 0, touched[static_cast<std::size_t>(b)] = 0;
      std::erase_if(list, [a](int b) { return static_cast<std::size_t>(b) > a; });
      std::ranges::sort(list);
      for (const int b : list) {
        double entry = sum[static_cast<std::size_t>(b)];
        if (static_cast<std::size_t>(b) == a) entry = entry > ridge * diagonal[a] ? entry * (1 + ridge) : 1.0;
        found[task].rows.push_back(b);
        found[task].entries.push_back(entry);
        sum[static_cast<std::size_t>(b)] = 0;
        touched[static_cast<std::size_t>(b)] = 0;
      }
      found[task].sizes.push_back(static_cast<int>(list.size()));
    }
    found[task].rows.shrink_to_fit();
    found[task].entries.shrink_to_fit();
  });
  std::size_t all = 0;
  for (const Columns& part : found) all += part.rows.size();
  Sparse upper(static_cast<Eigen::Index>(coordinates), static_cast<Eigen::Index>(coordinates));
  upper.resizeNonZeros(static_cast<Eigen::Index>(all));
  int begin = 0;
  std::size_t column = 0;
  for (Columns& part : found) {
    std::ranges::copy(part.rows, upper.innerIndexPtr() + begin);
    std::ranges::copy(part.entries, upper.valuePtr() + begin);
    for (const int size : part.sizes) {
      upper.outerIndexPtr()[column++] = begin;
      begin += size;
    }
    part = {};
  }
  upper.outerIndexPtr()[coordinates] = begin;
  return upper;
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
  Sparse upper = factor_->form(*complement_);
  if (!factor_->decomposition.factorise(upper)) abandon_factor();
}

double Preconditioner::cost_of_factor() {
  if (exact_ || factor_ || abandoned_) return std::numeric_limits<double>::infinity();
  if (!couplings_) couplings_ = std::make_unique<Couplings>(complement_->rows());
  return couplings_->any ? couplings_->operations : std::numeric_limits<double>::infinity();
}

bool Preconditioner::factorise() {
  const double most_operations = 10 * cost_of_factor();
  auto factor = std::make_unique<Factor>(complement_->rows(), *couplings_);
  Sparse upper = factor->form(*complement_);
  give_back_memory();  // of the columns' entries
  factor->decomposition.analyse(upper);
  abandoned_ = !factor->decomposition.factorise(upper, most_operations);
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
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, entries_per_task), [&](const auto& range) {
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
