using System.Text.Json;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle.Faults;

/// <summary>
/// Whole articles, each of a kind that was once read wrongly, a row each of <c>faults.jsonl</c>: a line added there adds a test. A row with
/// <c>open</c> cannot be read yet and is reported as skipped, with why, until it is right.
/// </summary>
public sealed class FaultTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly AgreementClassifier Classifier = new();
    private static readonly Dictionary<string, Row> Rows = File
        .ReadLines(Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Tests", "ClassifyArticle", "Faults", "faults.jsonl"))
        .Where(line => line.Length > 0)
        .Select(line => JsonSerializer.Deserialize<Row>(line, Web)!)
        .ToDictionary(row => row.Name, StringComparer.Ordinal);

    public static IEnumerable<object[]> Names() => Rows.Keys.Select(name => (object[])[name]);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_kind_of_fault_is_mended(string name)
    {
        var row = Rows[name];
        var verdict = Classifier.Classify(new(row.Title, row.Text)
        {
            Language = row.Lang,
            Published = row.Date is { } day ? new(day, new(12, 0), TimeSpan.Zero) : null,
        });
        var faults = Faults(row, verdict).ToList();
        Skip.If(faults.Count > 0 && row.Open is not null, $"{name}: open, {row.Open}: {string.Join("; ", faults)}");
        Assert.True(faults.Count == 0, $"{name}: {string.Join("; ", faults)}; read is {ArticleStateWord.Of(verdict)}: {string.Join("; ", verdict.Agreements.Select(Say))}");
    }

    private static IEnumerable<string> Faults(Row row, Classification verdict)
    {
        var told = verdict.Agreements.Where(one => !one.Denies).ToList();
        var news = told.Where(one => !one.Background && verdict.Flagged).Select(Say).Order(StringComparer.Ordinal).ToList();
        if (row.Verdict is { } wanted && ArticleStateWord.Of(verdict) != wanted)
            yield return $"it {wanted}";
        if (row.News is { } all && !news.SequenceEqual(all.Order(StringComparer.Ordinal)))
            yield return $"news is {string.Join(", ", all)}";
        foreach (var beside in row.Background ?? [])
            if (!told.Exists(one => one.Background && Say(one).StartsWith(beside, StringComparison.Ordinal)))
                yield return $"beside it {beside}";
        foreach (var never in row.Never ?? [])
            if (told.Exists(one => never.Split(' ').All($"{Say(one)}".Split(' ').Contains)))
                yield return $"never {never}";
        if (row.Day is { Length: > 0 } day && Day(verdict) != day)
            yield return $"the day is {day}, not {Day(verdict)}";
        if (row.Day is "" && verdict.Agreements is [{ Date: not null }, ..])
            yield return "no day is told";
    }

    private static string? Day(Classification verdict)
        => verdict.Agreements is [{ Date: { } date } first, ..] ? new ToldDay(date, first.DateGrain).ToString() : null;

    private static string Say(FoundAgreement one)
        => $"{WireName.Of(one.Type)} {string.Join(' ', one.Parties.Order(StringComparer.Ordinal))} {WireName.Of(one.Stage)}";

    /// <param name="Name">The kind of fault.</param>
    /// <param name="Lang">Its language.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Text">Its text.</param>
    private sealed record Row(string Name, string Lang, string Title, string Text)
    {
        /// <summary>The day of publication.</summary>
        public DateOnly? Date { get; init; }

        /// <summary>reports, mentions or none; null for any.</summary>
        public string? Verdict { get; init; }

        /// <summary>All news, each <c>type parties stage</c>; null for any.</summary>
        public IReadOnlyList<string>? News { get; init; }

        /// <summary>What stands beside the news, each <c>type parties</c>, or with its stage.</summary>
        public IReadOnlyList<string>? Background { get; init; }

        /// <summary>Words that no found agreement has all of: a pair, a type, a stage.</summary>
        public IReadOnlyList<string>? Never { get; init; }

        /// <summary>The first agreement's day as told.</summary>
        public string? Day { get; init; }

        /// <summary>Why it cannot be read yet; null where it is.</summary>
        public string? Open { get; init; }
    }
}
