using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>How agreements are exported as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AgreementRecord))]
[JsonSerializable(typeof(IReadOnlyList<AgreementRecord>))]
[JsonSerializable(typeof(IReadOnlyList<DevelopmentRecord>))]
public sealed partial class ExportJson : JsonSerializerContext;
