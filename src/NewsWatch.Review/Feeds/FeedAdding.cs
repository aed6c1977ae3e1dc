using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.PollFeeds.Discovery;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Review.Layout;
using NewsWatch.Text;

namespace NewsWatch.Review.Feeds;

/// <summary>How sources come onto the watch list: found behind an address, or from an OPML file.</summary>
internal sealed class FeedAdding(FeedEndpoints feeds, FeedDesk desk, FeedDiscovery discovery, WatchListStore lists)
{
    private const int MaxFile = 5 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/feeds/find", (HttpContext context, FeedAdding adding, CancellationToken cancellation) => adding.FindAsync(context, cancellation));
        endpoints.MapPost("/feeds/add", (HttpContext context, FeedAdding adding, CancellationToken cancellation) => adding.AddAsync(context, cancellation));
        endpoints.MapPost("/feeds/import", (HttpContext context, FeedAdding adding, CancellationToken cancellation) => adding.ImportAsync(context, cancellation));
    }

    private async Task<IResult> FindAsync(HttpContext context, CancellationToken cancellation)
    {
        var typed = (await context.Request.ReadFormAsync(cancellation))["address"].ToString().Trim();
        if (FeedDiscovery.AddressOf(typed) is not { } address)
            return await feeds.ListAsync(context, typed, $"“{typed}” is no web address. Give one such as https://example.org/news.", cancellation);
        var result = await discovery.FindAsync(address, cancellation);
        return result.Problem is { } problem
            ? await feeds.ListAsync(context, typed, $"Nothing to watch was found behind {ShownAddress.Of(address)}: {problem}. Try the page where the site lists its news.", cancellation)
            : Page.Of<FindingsPage>(
                (nameof(FindingsPage.Address), ShownAddress.Of(address).ToString()),
                (nameof(FindingsPage.Result), result),
                (nameof(FindingsPage.Folders), await desk.FoldersAsync(cancellation)),
                (nameof(FindingsPage.HasOwn), await desk.HasOwnAsync(cancellation)));
    }

    private async Task<IResult> AddAsync(HttpContext context, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (FeedDiscovery.AddressOf(form["address"].ToString()) is not { } address)
            return await feeds.ListAsync(context, form["address"], "Give the address of a feed.", cancellation);
        var feed = new WatchedFeed(form["title"].ToString().Trim() is { Length: > 0 } title ? title : address.Host, address)
        {
            Kind = Enum.TryParse<SourceKind>(form["kind"], ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : SourceKind.Feed,
            Tags = FeedEndpoints.Folder(form),
            Site = FeedDiscovery.AddressOf(form["site"].ToString()),
            Language = form["language"].ToString() is { Length: > 0 and <= 35 } language ? language : null,
        };
        return await TakeAsync(context, form, [feed], count => $"/feeds/{feed.Id}?done={(count > 0 ? "add" : "known")}", cancellation);
    }

    private async Task<IResult> ImportAsync(HttpContext context, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (form.Files["file"] is not { Length: > 0 and <= MaxFile } file)
            return await feeds.ListAsync(context, null, "Choose an OPML file of at most 5 MB.", cancellation);
        WatchList read;
        try
        {
            await using var content = file.OpenReadStream();
            read = WatchListStore.Read(content, "The file");
        }
        catch (WatchListException complaint)
        {
            return await feeds.ListAsync(context, null, complaint.Message, cancellation);
        }
        return read.Feeds.Count == 0
            ? await feeds.ListAsync(context, null, $"No feed of the file can be used. {string.Join(' ', read.LeftOut.Take(5))}", cancellation)
            : await TakeAsync(context, form, read.Feeds, count => $"/feeds?done={count}", cancellation);
    }

    private async Task<IResult> TakeAsync(
        HttpContext context, IFormCollection form, IReadOnlyList<WatchedFeed> taken, Func<int, string> then, CancellationToken cancellation)
    {
        var count = 0;
        try
        {
            await lists.ChangeAsync(
                list =>
                {
                    var longer = list.With(taken);
                    count = longer.Feeds.Count - list.Feeds.Count;
                    return count == 0 ? list : longer;
                },
                alone: form["withShipped"] != "1",
                cancellation);
        }
        catch (WatchListException complaint)
        {
            return await feeds.ListAsync(context, null, complaint.Message, cancellation);
        }
        return new SeeOther(then(count));
    }
}
