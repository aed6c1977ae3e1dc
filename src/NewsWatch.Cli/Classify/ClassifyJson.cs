using System.Text.Json.Serialization;

namespace NewsWatch.Cli.Classify;

/// <summary>A record to classify.</summary>
internal sealed record CorpusRecord(string Id, string Text)
{
    public string? Title { get; init; }

    public string? Lang { get; init; }

    public DateTimeOffset? Published { get; init; }
}

/// <summary>The verdict on a record; <c>ms</c> is the time of classifying it alone.</summary>
internal sealed record CorpusVerdict(string Id, bool Flagged, double Score, IReadOnlyList<FoundAgreement> Agreements, double? Ms)
{
    public SecondReading? Second { get; init; }
}

/// <summary>How records and verdicts are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CorpusRecord))]
[JsonSerializable(typeof(CorpusVerdict))]
internal sealed partial class ClassifyJson : JsonSerializerContext;
