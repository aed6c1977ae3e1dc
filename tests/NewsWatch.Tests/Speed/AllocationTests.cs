using Xunit.Abstractions;

namespace NewsWatch.Tests.Speed;

/// <summary>
/// What the stages allocate: memory is counted exactly where time is not, and most of what makes a stage slow makes it allocate too.
/// </summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const int WarmUps = 40;
    private const int Rounds = 7;

    [Fact]
    public void No_stage_allocates_more_than_its_line()
        => new StageLines("allocated.tsv", "bytes").Hold([.. StageWork.All().Select(stage => KeyValuePair.Create(stage.Key, Allocated(stage.Value)))], output);

    private static long Allocated(Action action)
    {
        for (var round = 0; round < WarmUps; round++)
            action();
        return Enumerable.Range(0, Rounds).Select(_ => Once(action)).Order().ElementAt(Rounds / 2);
    }

    private static long Once(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
