using NewsWatch.Cli.Input;
using NewsWatch.Cli.Usage;

namespace NewsWatch.Cli.Output;

/// <summary>Several files or addresses one after the other: each under its name, and one that fails does not stop the others.</summary>
internal static class EachSource
{
    /// <summary>Runs <paramref name="show"/> for each; 1 where one failed.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> sources, Screen screen, Func<string, Task> show)
    {
        if (sources is [var only])
        {
            await show(only);
            return 0;
        }
        var code = 0;
        for (var at = 0; at < sources.Count; at++)
            try
            {
                if (!screen.Json)
                    await Screen.Out.WriteLineAsync(Outside.Line($"==> {InputFile.NameOf(sources[at])} <=="));
                await show(sources[at]);
                if (!screen.Json && at + 1 < sources.Count)
                    await Screen.Out.WriteLineAsync();
            }
            catch (FailureException failure)
            {
                await Console.Error.WriteLineAsync(Outside.Line($"newswatch: {FailureWords.Of(failure)}"));
                code = CommandLine.Failed;
            }
        return code;
    }
}
