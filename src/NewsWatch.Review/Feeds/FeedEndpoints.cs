using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Review.Layout;

namespace NewsWatch.Review.Feeds;

/// <summary>The watch list: how its sources are doing, and what an operator does to one of them.</summary>
internal sealed class FeedEndpoints(FeedDesk desk, WatchListStore lists, FeedPoller poller)
{
    private const string Done = "done";
    private const string Trouble = "trouble";
    private const int MaxLine = 300;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/feeds", (HttpContext context, FeedEndpoints feeds, CancellationToken cancellation) => feeds.ListAsync(context, null, null, cancellation));
        endpoints.MapGet("/feeds/{id}", (string id, HttpContext context, FeedEndpoints feeds, CancellationToken cancellation)
            => feeds.ShowAsync(id, context, cancellation));
        endpoints.MapGet("/feeds.opml", async (WatchListStore lists, CancellationToken cancellation)
            => Results.Bytes(WatchListStore.ToOpml(await lists.LoadAsync(cancellation)), "text/x-opml; charset=utf-8", "feeds.opml"));
        endpoints.MapPost("/feeds/{id}/check", (string id, FeedEndpoints feeds, CancellationToken cancellation) => feeds.CheckAsync(id, cancellation));
        Change("pause", (feed, _) => feed with { Enabled = false });
        Change("resume", (feed, _) => feed with { Enabled = true });
        Change("folder", (feed, form) => feed with { Tags = [.. Folder(form), .. feed.Tags.Skip(1)] });
        Change("settings", Settings);
        endpoints.MapPost("/feeds/{id}/move", (string id, FeedEndpoints feeds, CancellationToken cancellation) => feeds.MoveAsync(id, cancellation));
        endpoints.MapPost("/feeds/{id}/remove", (string id, HttpContext context, FeedEndpoints feeds, CancellationToken cancellation)
            => feeds.ChangeAsync(id, context, list => list with { Feeds = [.. list.Feeds.Where(feed => feed.Id != id)] }, $"/feeds?{Done}=remove", cancellation));
        FeedAdding.Map(endpoints);

        void Change(string what, Func<WatchedFeed, IFormCollection, WatchedFeed> change)
            => endpoints.MapPost($"/feeds/{{id}}/{what}", async (string id, HttpContext context, FeedEndpoints feeds, CancellationToken cancellation) =>
            {
                var form = await context.Request.ReadFormAsync(cancellation);
                return await feeds.ChangeAsync(id, context, list => list.Change(id, feed => change(feed, form)), $"/feeds/{id}?{Done}={what}", cancellation);
            });
    }

    /// <summary>The list, with what was typed and why it was not taken.</summary>
    public async Task<IResult> ListAsync(HttpContext context, string? typed, string? problem, CancellationToken cancellation)
    {
        var rows = await desk.ListAsync(cancellation);
        var query = context.Request.Query;
        var page = Page.Of<FeedsPage>(
            (nameof(FeedsPage.All), rows),
            (nameof(FeedsPage.Health), WireName.Parse<FeedHealth>(query["health"])),
            (nameof(FeedsPage.Trouble), query["health"] == Trouble),
            (nameof(FeedsPage.Folder), query["folder"].ToString() is { Length: > 0 } folder ? folder : null),
            (nameof(FeedsPage.HasOwn), await desk.HasOwnAsync(cancellation)),
            (nameof(FeedsPage.Typed), typed),
            (nameof(FeedsPage.Problem), problem),
            (nameof(FeedsPage.Done), problem is null ? Told(query[Done]) : null));
        page.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    /// <summary>Folder of a form, as the one tag it is written to; none where it is empty.</summary>
    internal static IReadOnlyList<string> Folder(IFormCollection form)
        => form["folder"].ToString().Trim().Trim('/') is { Length: > 0 and <= 200 } folder ? [folder] : [];

    /// <summary>A feed with the settings of a form; a title that is left empty stays.</summary>
    private static WatchedFeed Settings(WatchedFeed feed, IFormCollection form) => feed with
    {
        Title = Line(form["title"]) ?? feed.Title,
        Note = Line(form["note"]),
        ObeyRobots = form["ignoreRobots"] != "1",
    };

    private static string? Line(string? text)
        => text?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } line ? line[..Math.Min(line.Length, MaxLine)] : null;

    private async Task<IResult> ShowAsync(string id, HttpContext context, CancellationToken cancellation)
        => await desk.ReadAsync(id, cancellation) is { } view
            ? Page.Of<FeedPage>((nameof(FeedPage.View), view), (nameof(FeedPage.Done), Told(context.Request.Query[Done])))
            : Page.NotFound();

    private async Task<IResult> CheckAsync(string id, CancellationToken cancellation)
        => await poller.PollAsync(id, cancellation) is { } poll
            ? new SeeOther($"/feeds/{id}?{Done}={(poll.Result == PollResult.Failed ? "failed" : poll.Entries.New > 0 ? "news" : "check")}")
            : Page.NotFound();

    /// <summary>The address a feed has moved to takes the place of its own; its state begins anew there, and nothing is announced twice.</summary>
    private async Task<IResult> MoveAsync(string id, CancellationToken cancellation)
    {
        if (await desk.ReadAsync(id, cancellation) is not { State.MovedTo: { } address } view)
            return Page.NotFound();
        var moved = view.Feed with { Address = address };
        await lists.ChangeAsync(list => WatchList.Of(list.Title, list.Change(id, _ => moved).Feeds) with { LeftOut = list.LeftOut }, alone: false, cancellation);
        return new SeeOther($"/feeds/{moved.Id}?{Done}=move");
    }

    private async Task<IResult> ChangeAsync(string id, HttpContext context, Func<WatchList, WatchList> change, string then, CancellationToken cancellation)
    {
        var isListed = false;
        try
        {
            await lists.ChangeAsync(
                list => (isListed = list.Feeds.Any(feed => feed.Id == id)) ? change(list) : list, alone: false, cancellation);
        }
        catch (WatchListException complaint)
        {
            return await ListAsync(context, null, complaint.Message, cancellation);
        }
        return isListed ? new SeeOther(then) : Page.NotFound();
    }

    private static string? Told(string? what) => what switch
    {
        "check" => "Checked: nothing new.",
        "news" => "Checked: there are new entries, which are read now.",
        "failed" => "Checked: it could not be read.",
        "pause" => "Paused: it is not polled until you resume it.",
        "resume" => "Resumed: it is polled with the next round.",
        "folder" => "Moved to that folder.",
        "settings" => "Saved.",
        "move" => "The new address was taken over.",
        "remove" => "Removed from the watch list.",
        "add" => "Added: it is polled with the next round.",
        "known" => "It is on the watch list already.",
        _ when int.TryParse(what, out var count) => count == 1 ? "1 feed was new to the list." : $"{count} feeds were new to the list.",
        _ => null,
    };
}
