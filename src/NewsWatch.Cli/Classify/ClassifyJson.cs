using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsWatch.Cli.Classify;

/// <summary>A record to classify.</summary>
internal sealed record CorpusRecord(string Id, string Text)
{
    public string? Title { get; init; }

    public string? Lang { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>The day of publication, or only its month or year, for records that tell no time.</summary>
    [JsonConverter(typeof(ToldDayConverter))]
    public ToldDay? Date { get; init; }
}

/// <summary>A day as ISO 8601 writes it, or only its month or year.</summary>
internal sealed class ToldDayConverter : JsonConverter<ToldDay>
{
    public override ToldDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ToldDay.Parse(reader.GetString() ?? "") ?? throw new JsonException("a date is written as 2018-09-06, 2018-09 or 2018");

    public override void Write(Utf8JsonWriter writer, ToldDay value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString());
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
