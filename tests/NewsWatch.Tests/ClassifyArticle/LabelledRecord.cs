using System.Text.Json;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>A text with what a reader found in it: a line of the shipped cases, or of the measuring corpus.</summary>
internal sealed record LabelledRecord(string Id, string Lang, string Title, string Text, string Label, IReadOnlyList<LabelledAgreement> Agreements)
{
    /// <summary>A second reader's word on the first agreement; null where both read the same.</summary>
    public LabelledAlternative? Also { get; init; }

    /// <summary>True where the text names a real agreement, be it only as background; null where nobody said.</summary>
    public bool? Mentions { get; init; }

    /// <summary>The day of publication; anything but a day where it is not known.</summary>
    public string? Date { get; init; }

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<LabelledRecord> Read(string file)
        => [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledRecord>(line, Web)!)];

    public Classification Classify(AgreementClassifier classifier) => classifier.Classify(Input);

    public ClassifierInput Input => new(Title, Text)
    {
        Language = Lang,
        Published = DateOnly.TryParseExact(Date, "yyyy-MM-dd", out var day) ? new(day, new(12, 0), TimeSpan.Zero) : null,
    };
}

internal sealed record LabelledAgreement(AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage);

internal sealed record LabelledAlternative(AgreementType? Type, IReadOnlyList<string>? Parties, AgreementStage? Stage);
