using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatch.TrackAgreement.Export;
using Xunit.Abstractions;

namespace NewsWatch.Tests.TrackAgreement;

/// <summary>
/// The ledger alone, on years of news read without a fault: articles tell what the storylines expect of them, later articles of the same
/// days repeat it, under another defensible type where there is one. What goes wrong here is no classifier's fault.
/// </summary>
public sealed class StorylinesTests(ITestOutputHelper output) : IDisposable
{
    private const int RetoldWithinDays = 7;

    private readonly LedgerBench bench = new(36500, [.. KnownAgreements.Table.All]);

    [SharedDataFact("stories")]
    public async Task Read_without_a_fault_every_step_is_told_once_and_every_pact_has_one_dossier()
    {
        var expected = Lines("developments.jsonl").ToList();
        var steps = expected.ToLookup(step => (string)step["story"]!);
        foreach (var article in Lines("articles.jsonl"))
            if (Found(article, expected, [.. steps[(string)article["story"]!]]) is { Length: > 0 } found)
                await bench.FileAsync(Told.At(Day(article), (string)article["url"]!, found));

        var told = (await bench.Get<DevelopmentList>().ReadAsync(null, default)).Select(one => $"{WireName.Of(one.Type)} {string.Join('-', one.Parties)} {WireName.Of(one.Stage)}").ToList();
        var extra = told.Where(one => !expected.Exists(step => Names(step).Contains(one))).ToList();
        var missed = expected.Where(step => !(bool)step["optional"]! && !Names(step).Any(told.Contains)).Select(step => Names(step).First()).ToList();
        var twice = told.GroupBy(one => one).Where(same => same.Count() > Math.Max(1, expected.Count(step => Names(step).Contains(same.Key)))).Select(same => same.Key).ToList();
        output.WriteLine($"{told.Count} told of {expected.Count}\nextra: {string.Join("; ", extra)}\nmissed: {string.Join("; ", missed)}\ntwice: {string.Join("; ", twice)}");
        Assert.True(extra.Count + twice.Count <= 1, string.Join("; ", [.. extra, .. twice]));
        Assert.True(missed.Count <= 1, string.Join("; ", missed));
        await SecondDossiersAsync();
    }

    public void Dispose() => bench.Dispose();

    private async Task SecondDossiersAsync()
    {
        var records = new List<AgreementRecord>();
        await foreach (var record in bench.Get<AgreementExport>().ReadAsync(default))
            records.Add(record);
        var pacts = Lines("ledger.jsonl").Select(pact => string.Join('-', pact["parties"]!.AsArray().Select(party => (string)party!))).ToLookup(pair => pair);
        var second = records.Where(record => record.Stages.Any(stage => stage.News))
            .GroupBy(record => string.Join('-', record.Parties.Select(party => party.Code)))
            .Where(pair => pair.Count() > pacts[pair.Key].Count())
            .Select(pair => string.Join(", ", pair.Select(record => record.Id)))
            .ToList();
        Assert.True(second.Count == 0, string.Join("; ", second));
    }

    private static FoundAgreement[] Found(JsonNode article, List<JsonNode> expected, List<JsonNode> steps)
    {
        var day = DateOnly.ParseExact(Day(article), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var own = expected.Where(step => (string)step["first_article"]! == (string)article["id"]!).Select(step => News(step, Types(step)[0]));
        var retold = article["developments"]!.AsArray().Count > 0 || (string)article["label"]! != "positive" || (string)article["kind"]! is not ("wire" or "local" or "release" or "reprint" or "trade")
            ? []
            : steps.Where(step => Published(step) <= day && Published(step) >= day.AddDays(-RetoldWithinDays)).Select(step => News(step, Types(step)[^1]));
        var mentioned = article["mentions"]!.AsArray().Select(one => Agreement(one!, (string)one!["type"]!, "mentioned", null) with { Background = true });
        return [.. own, .. retold, .. mentioned];
    }

    private static FoundAgreement News(JsonNode step, string type) => Agreement(step, type, (string)step["stage"]!, (string)step["date"]!);

    private static FoundAgreement Agreement(JsonNode told, string type, string stage, string? day)
        => Told.Acsa(WireName.Parse<AgreementStage>(stage)!.Value, day, false, [.. told["parties"]!.AsArray().Select(party => (string)party!)]) with
        {
            Type = WireName.Parse<AgreementType>(type)!.Value,
            Name = "",
        };

    private static List<string> Types(JsonNode step) => [(string)step["type"]!, .. step["accept"]!["types"]!.AsArray().Select(type => (string)type!)];

    private static IEnumerable<string> Names(JsonNode step) =>
        from type in Types(step)
        from stage in step["accept"]!["stages"]!.AsArray().Select(stage => (string)stage!).Prepend((string)step["stage"]!)
        select $"{type} {string.Join('-', step["parties"]!.AsArray().Select(party => (string)party!))} {stage}";

    private static DateOnly Published(JsonNode step) => DateOnly.ParseExact(((string)step["published"]!)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(JsonNode article) => ((string)article["published"]!)[..10];

    private static IEnumerable<JsonNode> Lines(string file)
        => File.ReadLines(RepositoryFolder.Shared("stories", file)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!);
}
