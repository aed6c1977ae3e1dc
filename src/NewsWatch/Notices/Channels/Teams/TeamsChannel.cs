namespace NewsWatch.Notices.Channels.Teams;

/// <summary>Posts an Adaptive Card to an incoming webhook of Microsoft Teams.</summary>
internal sealed class TeamsChannel(string name, ChannelOptions options, NoticePost post) : INoticeChannel
{
    public string Name => name;

    public IReadOnlyList<string> Recipients { get; } = [options.Address!.Host];

    public Task<ChannelOutcome> SendAsync(Notice notice, string recipient, CancellationToken cancellation)
        => post.SendAsync(options.Address!, TeamsMessage.Of(notice), notice.Id, cancellation);
}
