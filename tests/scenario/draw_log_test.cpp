// Draws on disk: a run that was killed goes on where it stopped, and never takes what is torn or somebody else's.
#include "tradewind/scenario/draw_log.hpp"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "small_world.hpp"

namespace tradewind::tests {
namespace {

using namespace tradewind::scenario;
using Others = DrawLog::Others;

const Fingerprint ours{1, 2};

void append(DrawLog& log, int draws) {
  for (int k = 0; k < draws; ++k) {
    const auto draw = static_cast<double>(log.count());
    log.append(std::array{draw, draw / 3, -draw});
  }
}

// A log of some draws of three numbers, whose writer is gone.
class AFileOfDraws {
 public:
  explicit AFileOfDraws(int draws) {
    DrawLog log(file(), ours, 3, Others::refuse);
    append(log, draws);
  }
  std::filesystem::path file() const { return folder_.path() / "a.draws"; }

 private:
  Folder folder_;
};

TEST(DrawLog, HoldsWhatWasAppended) {
  const AFileOfDraws five(5);
  const DrawLog again(five.file(), ours, 3, Others::refuse);
  ASSERT_EQ(again.count(), 5u);
  equilibrium::DrawMatrix draws(5, 3);
  again.read(draws, 5);
  EXPECT_EQ(draws(4, 1), 4.0 / 3);
}

TEST(DrawLog, CutsOffATornRecordWhereverItWasTorn) {
  const AFileOfDraws three(3);
  const auto whole = std::filesystem::file_size(three.file());
  for (std::uintmax_t size = whole - 32; size < whole; ++size) {
    std::filesystem::resize_file(three.file(), size);
    DrawLog log(three.file(), ours, 3, Others::refuse);
    ASSERT_EQ(log.count(), 2u) << size;
    append(log, 1);
    ASSERT_EQ(std::filesystem::file_size(three.file()), whole);
  }
}

TEST(DrawLog, CutsOffARecordThatWasChangedAndWhatFollowsIt) {
  const AFileOfDraws four(4);
  std::fstream(four.file(), std::ios::in | std::ios::out | std::ios::binary).seekp(64 + 32 + 5).put('x');
  EXPECT_EQ(DrawLog(four.file(), ours, 3, Others::refuse).count(), 1u);
}

TEST(DrawLog, IsEmptyWhereItsHeadWasTorn) {
  const Folder folder;
  const auto file = folder.write("a.draws", "tradewind draws\n\1");
  EXPECT_EQ(DrawLog(file, ours, 3, Others::refuse).count(), 0u);
}

TEST(DrawLog, RefusesDrawsOfSomethingElseOrReplacesThem) {
  const AFileOfDraws four(4);
  EXPECT_TRUE(refuses([&] { DrawLog(four.file(), {1, 3}, 3, Others::refuse); }, {"a.draws", "another scenario"}));
  EXPECT_EQ(DrawLog(four.file(), {1, 3}, 3, Others::replace).count(), 0u);
}

TEST(DrawLog, NeverReplacesAFileThatIsNoLog) {
  const Folder folder;
  const auto file = folder.write("letter.txt", std::string(200, 'x'));
  EXPECT_TRUE(refuses([&] { DrawLog(file, ours, 3, Others::replace); }, {"letter.txt", "no file of draws"}));
  EXPECT_EQ(std::filesystem::file_size(file), 200u);
}

TEST(DrawLog, BelongsToOneRunAtATime) {
  const AFileOfDraws none(0);
  const DrawLog first(none.file(), ours, 3, Others::refuse);
  EXPECT_TRUE(refuses([&] { DrawLog(none.file(), ours, 3, Others::refuse); }, {"another run writes"}));
}

}  // namespace
}  // namespace tradewind::tests
