using System.Globalization;
using System.Text.Json;

namespace NewsWatch.Notices.Channels.Webhook;

/// <summary>Posts <c>{"type", "version", "timestamp", "subject", "data"}</c>, signed as <see cref="WebhookSignature"/> says.</summary>
internal sealed class WebhookChannel(string name, ChannelOptions options, NoticePost post, TimeProvider time) : INoticeChannel
{
    private const int Version = 1;

    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    private readonly byte[] key = WebhookSignature.ParseSecret(options.Secret) ?? [];

    public string Name => name;

    public IReadOnlyList<string> Recipients { get; } = [options.Address!.Host];

    public async Task<ChannelOutcome> SendAsync(Notice notice, string recipient, CancellationToken cancellation)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = Body(notice);
        using var request = NoticePost.Request(options.Address!, body, notice.Id);
        request.Headers.Add(WebhookSignature.IdHeader, notice.Id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(key, notice.Id, timestamp, body));
        return await post.SendAsync(request, cancellation);
    }

    /// <summary>The message in JSON; the same for the same notice.</summary>
    internal static byte[] Body(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(
        new WebhookMessage(
            notice.Payload?.Type ?? "notice",
            Version,
            notice.At,
            notice.Subject,
            notice.Payload?.Data ?? Empty),
        NoticesJson.Default.WebhookMessage);
}
