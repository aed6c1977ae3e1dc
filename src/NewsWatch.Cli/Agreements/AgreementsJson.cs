using System.Text.Json.Serialization;
using NewsWatch.ClassifyArticle.Rereading;

namespace NewsWatch.Cli.Agreements;

/// <summary>What the ledger's verbs print as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<RuleCost>))]
[JsonSerializable(typeof(IReadOnlyList<ReadingChange>))]
internal sealed partial class AgreementsJson : JsonSerializerContext;
