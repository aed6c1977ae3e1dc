using System.Text.Json.Serialization;

namespace NewsWatch.PollFeeds.States;

/// <summary>How states are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FeedState))]
internal sealed partial class FeedStatesJson : JsonSerializerContext;
