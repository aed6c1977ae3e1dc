using System.Text.Json.Serialization;
using NewsWatch.Notices.Channels.Webhook;

namespace NewsWatch.Notices;

/// <summary>How notices are stored and posted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NoticeRecord))]
[JsonSerializable(typeof(WebhookMessage))]
internal sealed partial class NoticesJson : JsonSerializerContext;
