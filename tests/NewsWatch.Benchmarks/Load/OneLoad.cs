using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NewsWatch.Benchmarks.Load;

/// <summary>One pass over very many articles: how long, how much memory, and whether all of them are counted at the end.</summary>
internal static class OneLoad
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Runs the pass and prints a table.</summary>
    /// <param name="program">See <see cref="LoadRig.StartAsync"/>.</param>
    /// <param name="sites">Sites, a feed each.</param>
    /// <param name="entries">Articles of each.</param>
    /// <returns>0 where every article was counted once and the stores are sound, else 1.</returns>
    public static async Task<int> RunAsync(string program, int sites, int entries)
    {
        await using var rig = await LoadRig.StartAsync(program, sites, entries);
        var started = Stopwatch.GetTimestamp();
        using var pass = rig.Start("poll", "--json", "--wait", "120");
        var said = pass.StandardOutput.ReadToEndAsync();
        var errors = pass.StandardError.ReadToEndAsync();
        var meter = new ProgramMeter(pass);
        while (!pass.HasExited && meter.Look())
            await Task.Delay(BetweenLooks, TimeProvider.System, CancellationToken.None);
        await pass.WaitForExitAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.Error.Write(await errors);
        if (pass.ExitCode != 0)
            return pass.ExitCode;
        var (found, states) = LoadRig.Counts(JsonSerializer.Deserialize<JsonElement>(await said));
        var faults = (await rig.AskAsync("verify")).GetProperty("faults").GetArrayLength();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | | |
            |---|---|
            | sites, articles | {sites}, {sites * entries} |
            | found | {found} |
            | of them | {string.Join(", ", states.Select(state => $"{state.Count} {state.Name}"))} |
            | wrong in the stores | {faults} |
            | seconds by the clock; of the processor; ms of it an article | {seconds:0}; {meter.Processor:0}; {meter.Processor * 1000 / found:0.0} |
            | resident memory by fifths of the time, MB | {meter.Fifths()} |
            | most, MB | {meter.Peak:0} |
            | stored, MB | {rig.Stored() / 1048576.0:0} |
            """));
        return found == sites * entries && faults == 0 ? 0 : 1;
    }
}
