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
    public static Workspace Open(ParseResult parse) => Workspace.Open(
        parse, parse.GetValue(List) is { } file ? new Dictionary<string, string?> { [$"{PollFeedsOptions.Section}:WatchList"] = Path.GetFullPath(file) } : null);

    /// <summary>An http or https address as given; <c>https</c> where only a host and path are.</summary>
    /// <exception cref="UsageException">It is no such address.</exception>
    public static Uri Address(string text)
        => Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"'{text}' is no http or https address. Give one such as https://example.org/news.");
}
