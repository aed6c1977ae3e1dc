using System.Text.Json.Serialization;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.PollFeeds.States;

/// <summary>How states, and readings that are not finished, are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FeedState))]
[JsonSerializable(typeof(FeedDocument))]
internal sealed partial class FeedStatesJson : JsonSerializerContext;
