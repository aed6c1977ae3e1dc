using System.Text.Json.Serialization;
using NewsWatch.Review.Accuracy;
using NewsWatch.Review.Agreements;
using NewsWatch.Review.Articles;
using NewsWatch.Review.Feeds;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Api;

/// <summary>How the API writes its lists: camel case, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListPage<ArticleRow>))]
[JsonSerializable(typeof(ListPage<AgreementRow>))]
[JsonSerializable(typeof(Dossier))]
[JsonSerializable(typeof(IReadOnlyList<FeedRow>))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(IReadOnlyList<DecidedAgreement>))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(SplitRequest))]
[JsonSerializable(typeof(UndoRequest))]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(AccuracyReport))]
internal sealed partial class ReviewJson : JsonSerializerContext;
