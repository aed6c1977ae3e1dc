using System.Text.Json.Serialization;
using NewsWatch.Fetching.Robots;

namespace NewsWatch.Fetching.Pacing;

/// <summary>How calendars and the rules of a robots.txt are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HostCalendar))]
[JsonSerializable(typeof(KeptRobots))]
internal sealed partial class PacingJson : JsonSerializerContext;
