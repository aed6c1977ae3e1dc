using System.CommandLine;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Cli.Commands;

/// <summary>What the verbs of <c>feeds</c> have in common.</summary>
internal static class FeedsOption
{
    /// <summary>The watch list to work on instead of the store's own.</summary>
    public static Option<string?> List { get; } = new("--feeds")
    {
        Description = "Watch list to work on: an OPML file. Default: feeds.opml in the store, else the lists that come with NewsWatch.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>To watch the lists that come with NewsWatch beside one's own.</summary>
    public static Option<bool> WithShipped { get; } = new("--with-shipped")
    {
        Description = "Also take the lists that come with NewsWatch.",
    };

    /// <summary>Said where the lists that come with NewsWatch are not polled any more.</summary>
    public const string AloneNow = "From now on your own list alone is polled; --with-shipped adds the lists that come with NewsWatch.";

    /// <summary>Whether a change begins a list that stands alone.</summary>
    public static async Task<bool> BeginsAloneAsync(ParseResult parse, WatchListStore lists, CancellationToken stop)
        => !parse.GetValue(WithShipped) && !await lists.HasOwnAsync(stop);

    /// <summary>The list, with the shipped ones where that is asked.</summary>
    public static WatchList Completed(ParseResult parse, WatchList list)
        => parse.GetValue(WithShipped) ? list.With(WatchListStore.Default().Feeds) : list;

    /// <summary>Opens the workspace on the watch list the command line names.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="creates">True for a verb that changes the list.</param>
    public static Workspace Open(ParseResult parse, bool creates = false) => Workspace.Open(
        parse,
        parse.GetValue(List) is { } file
            ? new Dictionary<string, string?> { [$"{PollFeedsOptions.Section}:WatchList"] = Path.GetFullPath(file) }
            : null,
        creates: creates);

    /// <summary>The source of a list by its id or address; null where it is not on it.</summary>
    public static WatchedFeed? Find(WatchList list, string asked)
        => list.Feeds.FirstOrDefault(feed => feed.Id == asked)
            ?? list.Feeds.FirstOrDefault(
                feed => Uri.TryCreate(WithScheme(asked), UriKind.Absolute, out var address) && feed.Address == address);

    /// <summary>A health as the design names it.</summary>
    public static string Health(FeedHealth health) => WireName.Of(health);

    /// <summary>That a source is not on a list.</summary>
    public static FailureException Unlisted(string asked, WatchListStore lists)
        => new($"{asked} is not on {lists.Name}. newswatch feeds list shows what is.");

    /// <summary>An http or https address as given; <c>https</c> where only a host and path are.</summary>
    /// <exception cref="UsageException">It is no such address.</exception>
    public static Uri Address(string text)
        => Uri.TryCreate(WithScheme(text), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"'{text}' is no http or https address. Give one such as https://example.org/news.");

    private static string WithScheme(string text) => text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
}
