using System.Net.Http.Headers;

namespace NewsWatch.Notices.Channels.Ntfy;

/// <summary>Publishes to a topic of an ntfy server, in JSON at the server's root (https://docs.ntfy.sh/publish/#publish-as-json).</summary>
internal sealed class NtfyChannel(string name, ChannelOptions options, NoticePost post) : INoticeChannel
{
    private readonly Uri server = new(options.Address!, "/");
    private readonly string topic = Topic(options.Address!)!;

    public string Name => name;

    public IReadOnlyList<string> Recipients { get; } = [options.Address!.Host];

    public async Task<ChannelOutcome> SendAsync(Notice notice, string recipient, CancellationToken cancellation)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(NtfyMessage.Of(notice, topic).ToJsonString());
        using var request = NoticePost.Request(server, body, notice.Id);
        if (options.Token is { Length: > 0 } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await post.SendAsync(request, cancellation);
    }

    /// <summary>The topic that an address names: its one folder; null where it is none.</summary>
    public static string? Topic(Uri address)
    {
        var path = address.AbsolutePath.Trim('/');
        return path.Length is > 0 and <= 64 && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? path : null;
    }
}
