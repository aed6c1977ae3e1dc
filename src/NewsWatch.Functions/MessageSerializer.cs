using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core.Serialization;
using NewsWatch.Storage;

namespace NewsWatch.Functions;

/// <summary>Reads queue messages as the stages write them.</summary>
internal static class MessageSerializer
{
    /// <summary>The pipeline's own JSON rules; types of the Functions host itself are read by reflection.</summary>
    public static JsonObjectSerializer Create() => new(new JsonSerializerOptions(NewsWatchJson.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(NewsWatchJson.Default, new DefaultJsonTypeInfoResolver()),
    });
}
