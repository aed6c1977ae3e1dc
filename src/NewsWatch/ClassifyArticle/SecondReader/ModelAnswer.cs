using System.Text.Json.Serialization;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>The model's answer as it wrote it; nothing of it is to be trusted.</summary>
internal sealed record ModelAnswer
{
    public bool? Agreement { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<string?>? Parties { get; init; }

    public string? Stage { get; init; }

    public IReadOnlyList<string?>? Quotes { get; init; }
}

/// <summary>How the answer is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowTrailingCommas = true)]
[JsonSerializable(typeof(ModelAnswer))]
internal sealed partial class ModelAnswerJson : JsonSerializerContext;
