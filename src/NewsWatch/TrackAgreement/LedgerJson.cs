using System.Text.Json.Serialization;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.TrackAgreement;

/// <summary>How dossiers and the ledger's pages are stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Dossier))]
[JsonSerializable(typeof(LedgerPage))]
internal sealed partial class LedgerJson : JsonSerializerContext;
