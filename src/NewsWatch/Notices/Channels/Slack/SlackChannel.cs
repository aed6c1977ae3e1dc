namespace NewsWatch.Notices.Channels.Slack;

/// <summary>Posts to an incoming webhook of Slack: blocks, and the same as text for what does not read blocks.</summary>
internal sealed class SlackChannel(string name, ChannelOptions options, NoticePost post) : INoticeChannel
{
    public string Name => name;

    public IReadOnlyList<string> Recipients { get; } = [options.Address!.Host];

    public Task<ChannelOutcome> SendAsync(Notice notice, string recipient, CancellationToken cancellation)
        => post.SendAsync(options.Address!, SlackMessage.Of(notice), notice.Id, cancellation);
}
