using System.Text.Json;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>A text with what a reader found in it: a line of the shipped cases, or of the measuring corpus.</summary>
internal sealed record LabelledRecord(string Id, string Lang, string Title, string Text, string Label, IReadOnlyList<LabelledAgreement> Agreements)
{
    /// <summary>A second reader's word on the first agreement; null where both read the same.</summary>
    public LabelledAlternative? Also { get; init; }

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<LabelledRecord> Read(string file)
        => [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledRecord>(line, Web)!)];

    public Classification Classify(AgreementClassifier classifier) => classifier.Classify(new(Title, Text) { Language = Lang });
}

internal sealed record LabelledAgreement(AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage);

internal sealed record LabelledAlternative(AgreementType? Type, IReadOnlyList<string>? Parties, AgreementStage? Stage);
