using System.Globalization;
using NewsWatch.Tests.Storage.Azure;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace NewsWatch.Tests.Faults;

/// <summary>
/// Whatever ends or hinders a process, once the passes have been run to their end the stores say what they say where nothing went wrong.
/// All points, not one in so many: <c>NEWSWATCH_FAULTS=all dotnet test tests/NewsWatch.Tests --filter Tests.Faults</c>; those from the 80th up to
/// the 160th: <c>NEWSWATCH_FAULTS=80-160</c>.
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class FaultTests(Azurite azurite, ITestOutputHelper output)
{
    private const int MostRestarts = 6;
    private static readonly (int From, int To)? Asked = Points(Environment.GetEnvironmentVariable("NEWSWATCH_FAULTS"));
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Undisturbed_the_newsroom_has_news_of_every_kind()
    {
        var told = await Expected.Value;
        output.WriteLine(told);
        Assert.Equal(
            ["acsa-jp-pt Ratified News", "acsa-jp-pt Signed News"],
            told.Split('\n').Where(line => line.StartsWith("development acsa", StringComparison.Ordinal)).Select(line => line["development ".Length..]));
        Assert.DoesNotContain("wrong: ", told, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_process_that_ends_at_any_change_of_a_local_store_loses_and_doubles_nothing() => EndEverywhereAsync(null, oneIn: 19);

    [SkippableFact]
    public async Task A_process_that_ends_at_any_change_of_an_Azure_store_loses_and_doubles_nothing()
        => await EndEverywhereAsync(azurite.NewAccountAsync, oneIn: 127);

    [Fact]
    public async Task A_message_that_is_lost_is_noticed()
    {
        await using var newsroom = await ScriptedNewsroom.StartAsync();
        using var bench = new FaultBench(newsroom, account: null);
        Assert.True(await bench.RunAsync(1, new("loses messages") { Loses = true }, TimeSpan.Zero));
        Assert.Contains("is under way with no message left in any queue", await bench.TellAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task A_clock_that_is_a_year_wrong_once_hides_nothing_for_longer(int days)
    {
        await using var newsroom = await ScriptedNewsroom.StartAsync();
        using var bench = new FaultBench(newsroom, account: null);
        Assert.True(await bench.RunAsync(1, Disturbed, TimeSpan.FromDays(days)));
        for (var pass = 1; pass <= ScriptedNewsroom.Passes; pass++)
            Assert.True(await bench.RunAsync(pass, Disturbed, TimeSpan.Zero));
        static IEnumerable<string> Articles(string told) => told.Split('\n').Where(line => line.StartsWith("article ", StringComparison.Ordinal));
        Assert.Equal(Articles(await Expected.Value), Articles(await bench.TellAsync()));
    }

    [Theory]
    [InlineData("sent twice")]
    [InlineData("out of order")]
    [InlineData("sent twice and out of order")]
    public async Task Messages_that_come_twice_or_out_of_order_change_nothing(string name)
    {
        await using var newsroom = await ScriptedNewsroom.StartAsync();
        using var bench = new FaultBench(newsroom, account: null);
        var disturbance = new Disturbance(name)
        {
            SendsTwice = name.StartsWith("sent twice", StringComparison.Ordinal),
            Reorders = name.EndsWith("out of order", StringComparison.Ordinal),
        };
        for (var pass = 1; pass <= ScriptedNewsroom.Passes; pass++)
            Assert.True(await bench.RunAsync(pass, disturbance, TimeSpan.Zero));
        Assert.Equal(await Expected.Value, await bench.TellAsync());
    }

    [Fact]
    public async Task A_store_that_is_slow_changes_nothing()
        => Assert.Equal(await Expected.Value, await RunAsync(null, disturbedPass: 2, Disturbed with { Slows = TimeSpan.FromMilliseconds(100) }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_refuses_for_a_while_changes_nothing(bool readsToo)
    {
        var failures = new List<string>();
        for (var from = 1; from < 120; from += Asked is null ? 59 : 3)
            await TryAsync(null, 1 + (from % ScriptedNewsroom.Passes), Disturbed with
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"refuses from change {from}"),
                RefusesChanges = (from, from + 25),
                RefusesReads = readsToo,
            }, failures);
        Assert.Empty(failures);
    }

    private static Disturbance Disturbed { get; } = new("nothing");

    private static Lazy<Task<string>> Expected { get; } = new(() => RunAsync(null, 0, Disturbed));

    /// <summary>From which point up to which, without it; null for one in so many of all.</summary>
    private static (int From, int To)? Points(string? text) => text?.Split('-') switch
    {
        null => null,
        ["all"] => (0, int.MaxValue),
        var ends => (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture)),
    };

    private async Task EndEverywhereAsync(Func<Task<string>>? account, int oneIn)
    {
        var changes = await CountAsync(account);
        var failures = new List<string>();
        var points = 0;
        var (from, to) = Asked ?? (0, int.MaxValue);
        for (var point = from; point < Math.Min(to, 2 * changes.Sum()); point += Asked is null ? oneIn : 1, points++)
        {
            var (pass, change) = (1, (point / 2) + 1);
            while (change > changes[pass - 1])
                change -= changes[pass++ - 1];
            var after = point % 2 == 1;
            await TryAsync(account, pass, new(string.Create(CultureInfo.InvariantCulture, $"ends {(after ? "after" : "before")} change {change}"))
            {
                EndsAt = change,
                EndsAfter = after,
            }, failures);
        }
        output.WriteLine($"{points} points of {2 * changes.Sum()} ({string.Join(" + ", changes)} changes), {failures.Count} failed");
        Assert.Empty(failures);
    }

    private static async Task<int[]> CountAsync(Func<Task<string>>? account)
    {
        await using var newsroom = await ScriptedNewsroom.StartAsync();
        using var bench = new FaultBench(newsroom, account is null ? null : await account());
        var changes = new int[ScriptedNewsroom.Passes];
        for (var pass = 1; pass <= changes.Length; pass++)
        {
            Assert.True(await bench.RunAsync(pass, Disturbed, TimeSpan.Zero));
            changes[pass - 1] = bench.Changes;
        }
        return changes;
    }

    private static async Task TryAsync(Func<Task<string>>? account, int pass, Disturbance disturbance, List<string> failures)
    {
        var expected = await Expected.Value;
        try
        {
            if (await RunAsync(account, disturbedPass: pass, disturbance) is var told && told != expected)
                failures.Add($"pass {pass}, {disturbance.Name}:\n{told}\ninstead of\n{expected}");
        }
        catch (TrueException unfinished)
        {
            // One of many places: the others are tried all the same.
            failures.Add($"pass {pass}, {disturbance.Name}: {unfinished.Message}");
        }
    }

    private static async Task<string> RunAsync(Func<Task<string>>? account, int disturbedPass, Disturbance disturbance)
    {
        await using var newsroom = await ScriptedNewsroom.StartAsync();
        using var bench = new FaultBench(newsroom, account is null ? null : await account());
        for (var pass = 1; pass <= ScriptedNewsroom.Passes; pass++)
        {
            // Only the first process of the pass is disturbed; it is begun again until it comes to its end.
            var isDone = await bench.RunAsync(pass, pass == disturbedPass ? disturbance : Disturbed, TimeSpan.Zero);
            for (var restart = 1; restart <= MostRestarts && (!isDone || restart == 1) && pass == disturbedPass; restart++)
                isDone = await bench.RunAsync(pass, Disturbed, Between * restart);
            Assert.True(isDone, $"pass {pass} did not come to its end: {bench.Failure}");
        }
        return await bench.TellAsync();
    }
}
