using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsWatch.Tests.Fetching;

namespace NewsWatch.Tests.Scale;

/// <summary>One feed that is given its entries one by one: each ends as its name begins, and one that begins as a copy is the page of another.</summary>
internal sealed class OutcomeNewsroom : IAsyncDisposable
{
    private const string Copies = "copy-of-";

    private static readonly Dictionary<string, string[]> Texts = new(StringComparer.Ordinal)
    {
        ["market"] =
        [
            "Forty thousand people watched the regatta in the bay on Sunday, the largest crowd since the race was founded eighty years ago.",
            "The winning crew of the naval academy crossed the line a length ahead of the dockworkers, who had led until the last buoy.",
            "Next year the course is to be longer by half a mile, so that it ends below the old fort, where there is room for twice as many.",
        ],
        ["nothing"] =
        [
            "The lighthouse on the northern cape gets a new lamp this winter, and its keeper of thirty years a boat to reach it by.",
            "Until spring a lantern will do, said the harbour office, which has counted every ship that passed since the year it was built.",
            "The old lamp goes to the museum beside the fish market, which had asked for it twice before and now has to find a room high enough.",
        ],
        ["first"] =
        [
            "Kenya and France have begun negotiations on a status of forces agreement, the Kenyan defence ministry said on Monday in Nairobi.",
            "A second round is planned for May. Some two hundred French soldiers train with Kenyan units in the north of the country each year.",
            "Neither side said how long the talks may take, or whether the exercise that is planned for the autumn depends on what comes of them.",
        ],
        ["report"] =
        [
            "Portugal and Japan signed an acquisition and cross-servicing agreement in Lisbon on Monday, after two years of talks about fuel and spare parts.",
            "Both parliaments must still approve it before it can enter into force, said the two defence ministers at the harbour.",
            "Afterwards they went aboard a Japanese training ship that lies in the Tagus until Thursday, where the band of the navy played for an hour.",
        ],
    };

    private readonly LoopbackServer server;
    private readonly List<string> entries = [];

    private OutcomeNewsroom(LoopbackServer server) => this.server = server;

    /// <summary>The watch list, as OPML.</summary>
    public string WatchList => $"""
        <opml version="2.0"><head><title>Ours</title></head><body><outline type="rss" text="Harbour" xmlUrl="{server.At("/feed.xml")}" /></body></opml>
        """;

    public static async Task<OutcomeNewsroom> StartAsync()
    {
        OutcomeNewsroom? newsroom = null;
        var server = await LoopbackServer.StartAsync(context => newsroom!.AnswerAsync(context));
        return newsroom = new(server);
    }

    /// <summary>Address of an entry's page.</summary>
    public Uri At(string entry) => server.At("/" + entry);

    /// <summary>Adds an entry to the feed.</summary>
    public void Publish(string entry) => entries.Add(entry);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var name = context.Request.Path.Value![1..];
        if (name == "feed.xml")
            return FeedAsync(context);
        var page = name.Replace(Copies, "", StringComparison.Ordinal);
        if (!Texts.TryGetValue(page, out var text))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html><html lang="en"><head><title>Harbour: {page}</title><link rel="canonical" href="{server.At("/" + page)}"></head>
            <body><main><article><h1>Harbour: {page}</h1>{string.Concat(text.Select(paragraph => $"<p>{paragraph}</p>"))}</article></main></body></html>
            """);
    }

    private Task FeedAsync(HttpContext context)
    {
        var items = new StringBuilder();
        foreach (var entry in entries)
            items.Append(CultureInfo.InvariantCulture, $"<item><title>Harbour: {entry}</title><link>{server.At("/" + entry)}</link><guid>{entry}</guid></item>");
        context.Response.ContentType = "application/rss+xml";
        return context.Response.WriteAsync($"""<rss version="2.0"><channel><title>Harbour</title>{items}</channel></rss>""");
    }
}
