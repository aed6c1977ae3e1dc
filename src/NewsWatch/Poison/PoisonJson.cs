using System.Text.Json.Serialization;

namespace NewsWatch.Poison;

/// <summary>How what was given up is stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PoisonMessage))]
internal sealed partial class PoisonJson : JsonSerializerContext;
