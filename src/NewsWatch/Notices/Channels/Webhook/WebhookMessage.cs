using System.Text.Json;

namespace NewsWatch.Notices.Channels.Webhook;

/// <summary>What a webhook is sent; <c>webhook.v1.schema.json</c> beside this file describes it.</summary>
/// <param name="Type">Such as <c>agreement.development</c>.</param>
/// <param name="Version">Version of the schema: goes up where a member is removed or changes its meaning, not where one is added.</param>
/// <param name="Timestamp">When it was noticed.</param>
/// <param name="Subject">One line for people.</param>
/// <param name="Data">Members by type.</param>
internal sealed record WebhookMessage(string Type, int Version, DateTimeOffset Timestamp, string Subject, JsonElement Data);
