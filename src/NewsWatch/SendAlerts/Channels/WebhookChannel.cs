using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace NewsWatch.SendAlerts.Channels;

/// <summary>
/// Posts <c>{"type", "timestamp", "data"}</c>, signed as <see cref="WebhookSignature"/> says; <c>data</c> is an <see cref="Alert"/> or a
/// <see cref="PollFeeds.FeedHealthChanged"/>.
/// </summary>
internal sealed class WebhookChannel(string name, ChannelOptions options, WebhookPost post, TimeProvider time) : INoticeChannel
{
    private readonly byte[] key = WebhookSignature.ParseSecret(options.Secret) ?? [];

    public string Name => name;

    public bool Wants(Notice notice) => options.Wants(notice);

    public async Task<ChannelOutcome> SendAsync(Notice notice, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new WebhookMessage(
            notice.Alert is null ? "feed.health-changed" : "agreement.development", notice.At, notice.Alert, notice.Feed), AlertsJson.Default.WebhookMessage);
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(WebhookSignature.IdHeader, notice.Id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(key, notice.Id, timestamp, body));
        return await post.SendAsync(request, cancellation);
    }
}
