using System.Globalization;

namespace NewsWatch.Benchmarks.Load;

/// <summary>The standing program over sites that go on publishing, for as long as one likes: whether memory stays flat, and whether its counters add up.</summary>
internal static class Soak
{
    private const int Entries = 10;
    private static readonly TimeSpan BetweenEditions = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>Runs it and prints a table: a line every tenth of the time, and the sums at the end.</summary>
    /// <param name="program">See <see cref="LoadRig.StartAsync"/>.</param>
    /// <param name="sites">Sites; each publishes an article a minute.</param>
    /// <param name="minutes">For how long.</param>
    /// <returns>0 where what the sites published, what the program counted as it ran, and what its stores say are the same.</returns>
    public static async Task<int> RunAsync(string program, int sites, int minutes)
    {
        await using var rig = await LoadRig.StartAsync(program, sites, Entries);
        var port = LoadRig.FreePort();
        using var standing = rig.Start("run", "--listen", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));
        _ = standing.StandardOutput.ReadToEndAsync();
        _ = standing.StandardError.ReadToEndAsync();
        var meter = new ProgramMeter(standing);
        Console.WriteLine("| minute | articles published | counted as new | counted as ended | resident, MB | processor, s |\n|---|---|---|---|---|---|");
        var editions = 0;
        var shown = Math.Max(1, minutes / 10);
        using var client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        for (; editions < minutes; editions++)
        {
            await rig.TurnAsync(editions);
            await WatchAsync(meter, BetweenEditions);
            if (editions % shown == shown - 1)
                await TellAsync(client, meter, editions + 1, sites * (Entries + editions));
        }
        await WatchAsync(meter, Settling);
        var published = sites * (Entries + editions - 1);
        var (isNew, ended) = await TellAsync(client, meter, minutes + Settling.Minutes, published);
        await LoadRig.StopAsync(standing);
        var counts = await rig.AskAsync("status");
        var faults = (await rig.AskAsync("verify")).GetProperty("faults").GetArrayLength();
        var (found, states) = LoadRig.Counts(counts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            published {published}; found {found}: {string.Join(", ", states.Select(state => $"{state.Count} {state.Name}"))}; wrong in the stores {faults};
            resident memory by fifths of the time, MB: {meter.Fifths()}; most {meter.Peak:0}; stopped with code {standing.ExitCode}
            """));
        return published == found && published == isNew && published == ended && states.Sum(state => state.Count) == found && faults == 0 ? 0 : 1;
    }

    private static async Task WatchAsync(ProgramMeter meter, TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero && meter.Look(); left -= BetweenLooks)
            await Task.Delay(BetweenLooks, TimeProvider.System, CancellationToken.None);
    }

    private static async Task<(int New, int Ended)> TellAsync(HttpClient client, ProgramMeter meter, int minute, int published)
    {
        var metrics = (await client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
        var isNew = Sum(metrics, "newswatch_entries_read_total", "newswatch_entry_kind=\"new\"");
        var ended = Sum(metrics, "newswatch_entries_ended_total", "");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {minute} | {published} | {isNew} | {ended} | {meter.Held[^1]:0} | {meter.Processor:0} |"));
        return (isNew, ended);
    }

    private static int Sum(string[] metrics, string name, string attribute) => (int)metrics
        .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains(attribute, StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.IndexOf('}', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
}
