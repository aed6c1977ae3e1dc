using System.Text.Json.Serialization;

namespace NewsWatch.ExtractArticle.Identity;

/// <summary>Which article an address belongs to, and what it said when it was claimed. Stored as <c>aliases/{id of the address}.json</c>.</summary>
/// <param name="Article">Id of the article that came first.</param>
/// <param name="Address">The address.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Hash">Hash of its title and text then.</param>
/// <param name="Origin">Where that text was from.</param>
/// <param name="Signature">Signature of that text; null where it was too short for one.</param>
internal sealed record AddressClaim(string Article, Uri Address, string Title, string Hash, TextOrigin Origin, string? Signature);

/// <summary>How claims are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AddressClaim))]
internal sealed partial class IdentityJson : JsonSerializerContext;
