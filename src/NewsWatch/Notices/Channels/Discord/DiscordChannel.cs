namespace NewsWatch.Notices.Channels.Discord;

/// <summary>Posts an embed to a webhook of a Discord channel.</summary>
internal sealed class DiscordChannel(string name, ChannelOptions options, NoticePost post) : INoticeChannel
{
    public string Name => name;

    public IReadOnlyList<string> Recipients { get; } = [options.Address!.Host];

    public Task<ChannelOutcome> SendAsync(Notice notice, string recipient, CancellationToken cancellation)
        => post.SendAsync(options.Address!, DiscordMessage.Of(notice), notice.Id, cancellation);
}
