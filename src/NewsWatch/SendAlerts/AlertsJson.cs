using System.Text.Json.Serialization;
using NewsWatch.SendAlerts.Channels;

namespace NewsWatch.SendAlerts;

/// <summary>How notices are stored and posted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NoticeRecord))]
[JsonSerializable(typeof(OutgoingNotices))]
[JsonSerializable(typeof(WebhookMessage))]
internal sealed partial class AlertsJson : JsonSerializerContext;
