using Microsoft.Extensions.Options;
using NewsWatch.Storage;

namespace NewsWatch.SendAlerts.Channels;

/// <summary>Puts alerts into the outgoing feed: a channel that is always there and holds every alert once.</summary>
internal sealed class AtomChannel(IBlobs blobs, IOptions<SendAlertsOptions> options) : INoticeChannel
{
    /// <summary>Blob of the feed's alerts.</summary>
    public const string Blob = "outgoing/alerts.json";

    public string Name => "atom";

    public bool Wants(Notice notice) => notice.Topic == NoticeTopic.Developments;

    public async Task<ChannelOutcome> SendAsync(Notice notice, CancellationToken cancellation)
    {
        await blobs.UpdateJsonAsync(Blob, found => Add(found ?? new([]), notice), AlertsJson.Default.OutgoingNotices, cancellation);
        return new ChannelOutcome.Sent("outgoing feed");
    }

    private OutgoingNotices Add(OutgoingNotices found, Notice notice)
        => found.Notices.Any(known => known.Id == notice.Id)
            ? found
            : new([.. found.Notices.Append(notice).OrderByDescending(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal).Take(options.Value.FeedEntries)]);
}
