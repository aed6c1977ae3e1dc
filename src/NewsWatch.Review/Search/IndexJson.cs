using System.Text.Json.Serialization;
using NewsWatch.Review.Accuracy;
using NewsWatch.Review.Agreements;

namespace NewsWatch.Review.Search;

/// <summary>How rows are kept in the index: short, defaults left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ShownArticle))]
[JsonSerializable(typeof(AgreementRow))]
[JsonSerializable(typeof(IndexPieces))]
[JsonSerializable(typeof(IReadOnlyList<DecidedReading>))]
internal sealed partial class IndexJson : JsonSerializerContext;
