using System.Text.Json.Serialization;

namespace NewsWatch.Cli.Classify;

/// <summary>A record to classify.</summary>
internal sealed record CorpusRecord(string Id, string Text)
{
    public string? Title { get; init; }

    public string? Lang { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>The day of publication, for records that tell no time.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>The verdict on a record; <c>ms</c> is the time of classifying it alone.</summary>
internal sealed record CorpusVerdict(string Id, bool Flagged, double Score, IReadOnlyList<FoundAgreement> Agreements, double? Ms)
{
    /// <summary>True where a real agreement is named, be it only as background; always true where flagged.</summary>
    public bool Mentions { get; init; }

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
