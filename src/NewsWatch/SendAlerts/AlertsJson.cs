using System.Text.Json.Serialization;
using NewsWatch.SendAlerts.Confirming;

namespace NewsWatch.SendAlerts;

/// <summary>How alerts are stored and posted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(AlertDigest))]
[JsonSerializable(typeof(Outbox))]
[JsonSerializable(typeof(OutgoingAlerts))]
[JsonSerializable(typeof(FirstPass))]
[JsonSerializable(typeof(DevelopmentCheck))]
[JsonSerializable(typeof(DoubtedDevelopments))]
internal sealed partial class AlertsJson : JsonSerializerContext;

/// <summary>Alerts told together: the <c>data</c> of a webhook's message.</summary>
/// <param name="Developments">The alerts, the newest first.</param>
internal sealed record AlertDigest(IReadOnlyList<Alert> Developments);
