using System.Text.Json.Serialization;
using NewsWatch.Review.Accuracy;
using NewsWatch.Review.Agreements;
using NewsWatch.Review.Feeds;
using NewsWatch.Review.Inbox;
using NewsWatch.Review.Search;
using NewsWatch.Review.Security;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Review.Api;

/// <summary>How the API writes its lists: camel case, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListPage<OutcomeRow>))]
[JsonSerializable(typeof(ApiList<AgreementRow>))]
[JsonSerializable(typeof(ApiList<InboxRow>))]
[JsonSerializable(typeof(ApiList<InboxArticle>))]
[JsonSerializable(typeof(SavedView))]
[JsonSerializable(typeof(IReadOnlyList<SavedView>))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(IReadOnlyList<AuditLine>))]
[JsonSerializable(typeof(Dossier))]
[JsonSerializable(typeof(ApiList<FeedRow>))]
[JsonSerializable(typeof(ApiList<DevelopmentRecord>))]
[JsonSerializable(typeof(IReadOnlyList<DecidedAgreement>))]
[JsonSerializable(typeof(AccuracyReport))]
internal sealed partial class ReviewJson : JsonSerializerContext;
