namespace NewsWatch.Notices;

/// <summary>Every channel that the settings name.</summary>
/// <param name="All">The channels, no two of one name, in the order of names.</param>
public sealed record NoticeChannels(IReadOnlyList<INoticeChannel> All)
{
    /// <summary>The channel of this name; null where the settings have none.</summary>
    public INoticeChannel? Find(string name) => All.FirstOrDefault(channel => channel.Name == name);
}
