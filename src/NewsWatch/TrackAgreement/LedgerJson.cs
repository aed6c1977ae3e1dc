using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement;

/// <summary>How dossiers are stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Dossier))]
internal sealed partial class LedgerJson : JsonSerializerContext;
