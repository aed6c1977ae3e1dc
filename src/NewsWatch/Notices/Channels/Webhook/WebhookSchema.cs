namespace NewsWatch.Notices.Channels.Webhook;

/// <summary>The JSON Schema of what webhooks are sent, out of the assembly; the review site serves it.</summary>
public static class WebhookSchema
{
    /// <summary>Where it is served.</summary>
    public const string Route = "/schemas/webhook.v1.json";

    /// <summary>The schema in UTF-8.</summary>
    public static byte[] Content { get; } = Read();

    private static byte[] Read()
    {
        using var stream = typeof(WebhookSchema).Assembly.GetManifestResourceStream("NewsWatch.Notices.webhook.v1.schema.json")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
