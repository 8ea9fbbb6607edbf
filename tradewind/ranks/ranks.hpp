/// Several processes of one run (`mpirun -n 4 tradewind ...`): which of them this is, and what they tell one another.
///
/// Everybody runs the same program; whoever is rank 0 prints. Work that is shared out goes so:
///
///     std::vector<std::string> mine;
///     for (std::size_t i = ranks::rank(); i < tasks.size(); i += ranks::size()) ...;
///     const auto all = ranks::gather(packed(mine));  // in the order of the ranks, at rank 0
///     if (ranks::rank() == 0) ...;
///
/// A process that nobody started beside others is rank 0 of 1, and no message passing library is loaded for it: MPI
/// comes as a shared library of its own, opened at the first call below when the environment says that there are
/// several (Open MPI, MPICH, Slurm). All functions but rank() and size() are called by all ranks in the same order, and
/// by one thread at a time.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tradewind::ranks {

/// How many processes the environment says were started together; 1 for one alone. Loads nothing.
int launched();

/// 0 to size() - 1. InputError where several were launched and this program was built without MPI, or it cannot be
/// loaded.
int rank();
int size();

/// Whether this process is the one that prints: rank 0, and everybody before the first question. Loads nothing.
bool speaks();

/// The bytes of every rank, in their order, at rank 0; nothing at the others.
std::vector<std::string> gather(std::string_view bytes);

/// What rank 0 gives, at every rank.
std::string broadcast(std::string_view bytes);

/// Returns when every rank has come here.
void barrier();

/// Runs `work` on every rank. Where it throws InputError on one, the first rank's is thrown on all: nobody waits for
/// somebody who is gone.
void together(const std::function<void()>& work);

/// Says farewell to the others; after it nothing above may be called. Needed before the process ends when any of it was
/// called; does nothing otherwise.
void leave();

}  // namespace tradewind::ranks
