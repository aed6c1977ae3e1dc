using System.Text.Json.Serialization;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>How the archive's own records are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(KeptPage))]
[JsonSerializable(typeof(IReadOnlyList<KeptPage>))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
