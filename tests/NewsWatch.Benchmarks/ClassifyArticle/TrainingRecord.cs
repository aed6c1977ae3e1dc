using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Benchmarks.ClassifyArticle;

/// <summary>A labelled article: a line of the shipped cases or of a measuring corpus, or a text of general news, which reports none.</summary>
internal sealed record TrainingRecord(string Id, string? Lang, string? Title, string Text, string? Label, IReadOnlyList<TrainingAgreement>? Agreements)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>A second reader's word on the first agreement; null where both read the same.</summary>
    public TrainingAlternative? Also { get; init; }

    /// <summary>True where a real agreement stands in the text, be it as background; null where that was not looked at.</summary>
    public bool? Mentions { get; init; }

    /// <summary>The day it was published; null where unknown.</summary>
    public string? Date { get; init; }

    /// <summary>Where it was published; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>What the classifier is given.</summary>
    public ClassifierInput Input => new(Title ?? "", Text) { Language = Lang, Published = Published };

    /// <summary>Whether a real agreement stands in the text, as far as the label tells.</summary>
    public bool? NamesOne => Mentions ?? (Positive || Agreements is { Count: > 0 } ? true : Label is null ? false : null);

    private DateTimeOffset? Published => ToldDay.Parse(Date ?? "") is { Grain: DateGrain.Day } day ? new(day.First, new(12, 0), TimeSpan.Zero) : null;

    /// <summary>True where the article reports an agreement.</summary>
    public bool Positive => Label == "positive";

    /// <summary>False where readers differed on the label, so that it proves nothing.</summary>
    public bool Certain => Label != "borderline";

    /// <summary>
    /// The same news as feeds and odd pages give it: without its title, and cut after two sentences or one. An article's verdict must not hang on
    /// a length or a headline that the labelled ones happen to have.
    /// </summary>
    public IEnumerable<TrainingRecord> Variants()
    {
        var body = Title is { Length: > 0 } && Text.StartsWith(Title, StringComparison.Ordinal) ? Text[Title.Length..].TrimStart() : Text;
        yield return this with { Title = "", Text = body };
        foreach (var sentences in new[] { 1, 2 })
            yield return this with { Text = Cut(body, sentences) };
    }

    private static string Cut(string text, int sentences)
    {
        var at = 0;
        for (var i = 0; i < sentences && at < text.Length; i++)
            at = text.IndexOfAny(['.', '。', '\n', '؟', '!', '?'], Math.Min(at + 60, text.Length - 1)) is >= 0 and var end ? end + 1 : text.Length;
        return text[..at];
    }

    /// <summary>
    /// One of five parts. Articles on the same pair of states, or where there is none from the same source, are in the same part: what was learned
    /// of an event is never asked about the same event.
    /// </summary>
    public int Fold => SHA256.HashData(Encoding.UTF8.GetBytes(Group))[1] % 5;

    private string Group => Agreements is [var first, ..]
        ? string.Join(' ', first.Parties.Order(StringComparer.Ordinal))
        : Uri.TryCreate(Url, UriKind.Absolute, out var address) ? address.Host : Id;

    /// <summary>Reads files of records, one a line.</summary>
    public static IReadOnlyList<TrainingRecord> Read(IEnumerable<string> files)
        => [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<TrainingRecord>(line, Web)!)];

    /// <summary>True where this is the first agreement's type in either reading.</summary>
    public bool IsType(AgreementType type) => type == Agreements![0].Type || type == Also?.Type;

    /// <summary>True where these are the first agreement's parties in either reading.</summary>
    public bool AreParties(IReadOnlyList<string> parties) => Agreements![0].IsBetween(parties) || (Also?.Parties is { } also && also.ToHashSet().SetEquals(parties));

    /// <summary>True where this is the first agreement's stage in either reading.</summary>
    public bool IsStage(AgreementStage stage) => stage == Agreements![0].Stage || stage == Also?.Stage;
}

internal sealed record TrainingAgreement(AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage)
{
    public bool IsBetween(IReadOnlyList<string> parties) => Parties.ToHashSet().SetEquals(parties);
}

internal sealed record TrainingAlternative(AgreementType? Type, IReadOnlyList<string>? Parties, AgreementStage? Stage);
