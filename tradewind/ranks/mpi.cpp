/// The transport over MPI: the only file that knows it, built as libtradewind_ranks.so.
#include <mpi.h>

#include <algorithm>

#include "tradewind/ranks/transport.hpp"

namespace tradewind::ranks {
namespace {

// MPI counts in int. An error inside MPI ends all ranks with its own message (its default handler).
constexpr std::uint64_t largest_message = 1U << 30;

template <typename Pass>
void in_parts(std::uint64_t count, Pass pass) {
  for (std::uint64_t begin = 0; begin < count; begin += largest_message)
    pass(begin, static_cast<int>(std::min(largest_message, count - begin)));
}

void send(int to, const char* bytes, std::uint64_t count) {
  in_parts(count,
           [=](std::uint64_t begin, int part) { MPI_Send(bytes + begin, part, MPI_BYTE, to, 0, MPI_COMM_WORLD); });
}

void receive(int from, char* bytes, std::uint64_t count) {
  in_parts(count, [=](std::uint64_t begin, int part) {
    MPI_Recv(bytes + begin, part, MPI_BYTE, from, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  });
}

void broadcast(char* bytes, std::uint64_t count) {
  in_parts(count, [=](std::uint64_t begin, int part) { MPI_Bcast(bytes + begin, part, MPI_BYTE, 0, MPI_COMM_WORLD); });
}

void barrier() { MPI_Barrier(MPI_COMM_WORLD); }

void leave() { MPI_Finalize(); }

}  // namespace

extern "C" void tradewind_start_ranks(Transport* transport) {
  // Threads of the solver never call MPI themselves.
  int provided = 0;
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
  *transport = {0, 1, send, receive, broadcast, barrier, leave};
  MPI_Comm_rank(MPI_COMM_WORLD, &transport->rank);
  MPI_Comm_size(MPI_COMM_WORLD, &transport->size);
}

}  // namespace tradewind::ranks
