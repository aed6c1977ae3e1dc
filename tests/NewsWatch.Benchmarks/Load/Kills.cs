using System.Globalization;

namespace NewsWatch.Benchmarks.Load;

/// <summary>
/// The program killed (SIGKILL) at moments drawn by chance, over and over, while it takes in a newsroom: at the end every article is counted
/// once, and every development told of once, as where nobody killed it.
/// </summary>
internal static class Kills
{
    private const int Entries = 10;
    private const int ShortestLife = 300;
    private const int LongestLife = 4000;

    /// <summary>Runs it and prints what was left.</summary>
    /// <param name="program">See <see cref="LoadRig.StartAsync"/>.</param>
    /// <param name="sites">Sites, ten articles each; one in fifty tells of an agreement.</param>
    /// <param name="kills">How often the program is killed.</param>
    /// <param name="seed">Of the moments.</param>
    /// <returns>0 where nothing was lost and nothing doubled.</returns>
    public static async Task<int> RunAsync(string program, int sites, int kills, int seed)
    {
        await using var rig = await LoadRig.StartAsync(program, sites, Entries);
        var drawn = new Random(seed);
        var done = 0;
        for (var killed = 0; killed < kills; killed++)
        {
            using var pass = rig.Start("poll", "--json");
            _ = pass.StandardOutput.ReadToEndAsync();
            _ = pass.StandardError.ReadToEndAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(drawn.Next(ShortestLife, LongestLife)), TimeProvider.System, CancellationToken.None);
            if (pass.HasExited)
            {
                // There is nothing left to be interrupted in: more is published.
                await rig.TurnAsync(++done * Entries);
                continue;
            }
            pass.Kill();
            await pass.WaitForExitAsync();
        }
        // A feed that was being read at a kill counts as failed and is due again after a while.
        await rig.AskAsync("poll");
        await Task.Delay(LoadRig.LongestInterval, TimeProvider.System, CancellationToken.None);
        await rig.AskAsync("poll");
        var (found, states) = LoadRig.Counts(await rig.AskAsync("status"));
        var faults = (await rig.AskAsync("verify")).GetProperty("faults").GetArrayLength();
        var flagged = states.FirstOrDefault(state => state.Name == "flagged").Count;
        var expected = sites * Entries * (done + 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {kills - done} kills; {expected} articles, found {found}: {string.Join(", ", states.Select(state => $"{state.Count} {state.Name}"))}; wrong in the stores {faults}
            """));
        return found == expected && faults == 0 && flagged > 0 && states.All(state => state.Name is "flagged" or "mentions" or "not-flagged" or "duplicate") ? 0 : 1;
    }
}
