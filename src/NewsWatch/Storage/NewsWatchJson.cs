using System.Text.Json.Serialization;
using NewsWatch.ClassifyArticle;
using NewsWatch.ExtractArticle;
using NewsWatch.PollFeeds;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Storage;

/// <summary>How everything that is stored or sent is written: camel case, nulls written, since a missing member is a damaged record.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(FeedsDue))]
[JsonSerializable(typeof(ArticleFound))]
[JsonSerializable(typeof(ArticleExtracted))]
[JsonSerializable(typeof(ArticleFlagged))]
[JsonSerializable(typeof(Development))]
[JsonSerializable(typeof(FeedHealthChanged))]
[JsonSerializable(typeof(JournalEntry))]
public sealed partial class NewsWatchJson : JsonSerializerContext;
