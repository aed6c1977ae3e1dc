using Xunit.Abstractions;

namespace NewsWatch.Tests.Speed;

/// <summary>
/// What the stages run: basic blocks are counted exactly where time is not, and stand for instructions where no processor counts those for a test.
/// </summary>
public sealed class BlockTests(ITestOutputHelper output)
{
    private const int WarmUps = 2;

    [Fact]
    public void No_stage_runs_more_than_its_line()
    {
        using var code = new CountedCode();
        new StageLines("blocks.tsv", "blocks").Hold([.. code.Work().Select(stage => KeyValuePair.Create(stage.Key, Blocks(code, stage.Value)))], output);
    }

    private static long Blocks(CountedCode code, Action action)
    {
        for (var round = 0; round < WarmUps; round++)
            action();
        return code.In(action);
    }
}
